using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Quotes;

/// <content>Loyalty points that the client spends.</content>
public static partial class QuotePricing
{
    private sealed partial class Pricing
    {
        /// <summary>What the points are worth comes off what they may pay for, shared over its kinds of revenue and taxes, before service and tax follow. The last to be priced: the spend on food and beverage is what was ordered.</summary>
        private void Reward(int points)
        {
            var standing = basis.Loyalty ?? throw new HouseRuleException("This company takes no part in the loyalty programme. Take the points out, or let it join first.");
            var rules = standing.Rules;
            if (points < 0) throw new HouseRuleException("Type how many points are spent: 0 or more.");
            if (points < rules.LeastPoints) throw new HouseRuleException($"At least {rules.LeastPoints} points are spent at once.");
            if (points > standing.Points) throw new HouseRuleException($"The company has {Math.Max(0, standing.Points)} points to spend.");
            var groups = _lines.Where(line => line.Amount.MinorUnits > 0 && line.Role != QuoteLineRole.Shortfall && rules.SpentOn.Contains(line.RevenueClass)).GroupBy(line => line.RewardGroup).OrderBy(group => group.Key)
                .Select(group => (First: group.MinBy(line => line.On)!, Sum: group.Sum(basis.Currency, line => line.Amount))).ToList();
            var (worth, eligible) = (rules.Worth(points, basis.Currency), groups.ConvertAll(group => group.Sum).Sum(basis.Currency));
            var most = new Money((long)decimal.Floor(eligible.MinorUnits * rules.MaximumShare), basis.Currency);
            if (worth > most)
                throw new HouseRuleException($"{points} points are {worth}. They may pay {Sentence.Percent(rules.MaximumShare)} of {eligible} here: {most}, which is {rules.PointsWithin(most)} points.");
            if (worth.IsZero) throw new HouseRuleException("These points are worth nothing. Spend more of them, or none.");
            foreach (var ((first, sum), part) in groups.Zip(worth.Split(groups.ConvertAll(group => group.Sum.Amount))).Where(pair => !pair.Second.IsZero))
            {
                _lines.Add(QuoteLine.Reward(first, $"{Sentence.Typed(rules.Name)}: {points} points, off {first.RevenueClass}", part,
                [
                    new($"{points} points at {rules.PointWorth} each", worth.Amount),
                    new($"They may pay {Sentence.Percent(rules.MaximumShare)} of what they are spent on", most.Amount),
                    new($"Shared by amount; of {first.RevenueClass} here", sum.Amount),
                    new("Off this kind of revenue", -part.Amount),
                ]));
            }
        }
    }
}
