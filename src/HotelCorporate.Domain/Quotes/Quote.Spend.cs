using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Quotes;

/// <content>What it comes to with other numbers of people: lines that follow them, and those that follow the spend on food and beverage.</content>
public sealed partial class Quote
{
    /// <summary>The spend on food and beverage that qualifies for waivers and minimums: every such line but what is charged for a shortfall.</summary>
    /// <param name="isGross">With service and tax; otherwise before both.</param>
    public static Money SpendOf(IEnumerable<(RevenueClass Class, QuoteLineRole Role, SumLine Sum)> lines, TaxMode mode, Currency currency, bool isGross)
    {
        SumLine[] qualifying = [.. lines.Where(line => line.Class is RevenueClass.Food or RevenueClass.Beverage && line.Role == QuoteLineRole.Supply).Select(line => line.Sum)];
        return isGross ? DocumentSum.Of(mode, currency, qualifying).Gross : LineNets.Of(mode, currency, qualifying).Sum(currency);
    }

    /// <summary>The rule that says what has to be spent on food and beverage at least; none without one.</summary>
    public (SpendRule Rule, Money Spent)? FoodAndBeverageMinimum => _lines.Find(line => line.Role == QuoteLineRole.Shortfall) is { Rule: { } rule } ? (rule, Spent(rule.IsGross)) : null;

    /// <summary>What depends on the spend on food and beverage, in words for the client; empty when nothing does.</summary>
    public IReadOnlyList<Sentence> SpendRules() => [.. _lines.Where(line => line.Rule is not null).Select(line => line.Role == QuoteLineRole.Hire ? $"{line.Heading}: {line.Rule!.InWords(Currency)}" : line.Rule!.InWords(Currency))];

    /// <summary>What of it qualifies.</summary>
    public Money Spent(bool isGross) => SpendOf(_lines.Select(line => (line.RevenueClass, line.Role, line.ToSum())), TaxMode, Currency, isGross);

    /// <summary>Each line's unit price as it is charged with these people: hire and shortfall follow what they then spend.</summary>
    /// <param name="people">By function; a function that does not stand in it keeps its contracted number.</param>
    /// <param name="gone">Functions that do not take place: what they would have spent does not count.</param>
    public Func<QuoteLine, UnitPrice> UnitsWith(IReadOnlyDictionary<int, int> people, IReadOnlySet<int>? gone = null)
    {
        if (!_lines.Exists(line => line.FollowsOthers)) return line => line.Unit;
        var taking = _lines.Where(line => line.FunctionId is not { } function || gone?.Contains(function) != true).ToList();
        var net = new Lazy<Money>(() => Spend(isGross: false));
        var gross = new Lazy<Money>(() => Spend(isGross: true));
        return UnitOf;

        UnitPrice UnitOf(QuoteLine line)
        {
            if (line.Role == QuoteLineRole.Reward) return new UnitPrice(Math.Max(line.Amount.Amount, -Left(line).Amount), Currency);
            return line.Rule is { } rule ? new UnitPrice(rule.Price(rule.IsGross ? gross.Value : net.Value, TaxMode, line.TaxRate, line.Services).Amount, Currency) : line.Unit;
        }

        // Points never take off more than what they are spent on still comes to.
        Money Left(QuoteLine reward) => taking.Where(line => line.Role != QuoteLineRole.Reward && line.RewardGroup == reward.RewardGroup)
            .Sum(Currency, line => With(line, people, UnitOf).Amount);

        Money Spend(bool isGross) => SpendOf(taking.Select(line => (line.RevenueClass, line.Role, line.ToSum(people))), TaxMode, Currency, isGross);
    }

    /// <summary>Loyalty points that it spends.</summary>
    public int Points => Request?.Points ?? 0;

    /// <summary>The points of <see cref="Points"/> that are used up when its rewards come to less; a part of a point is a whole one.</summary>
    /// <param name="unit">As <see cref="UnitsWith"/> has them.</param>
    public int PointsUsed(Func<QuoteLine, UnitPrice> unit)
    {
        var rewards = _lines.FindAll(line => line.Role == QuoteLineRole.Reward);
        var agreed = rewards.Sum(Currency, line => line.Amount);
        return agreed.IsZero ? 0 : (int)decimal.Ceiling(Points * rewards.Sum(line => unit(line).Amount) / agreed.Amount);
    }

    /// <summary>What it comes to, all in, with other numbers of people.</summary>
    /// <param name="people">By function.</param>
    public Money GrossWith(IReadOnlyDictionary<int, int> people)
    {
        var unit = UnitsWith(people);
        return DocumentSum.Of(TaxMode, Currency, [.. _lines.Select(line => With(line, people, unit))]).Gross;
    }

    private static SumLine With(QuoteLine line, IReadOnlyDictionary<int, int> people, Func<QuoteLine, UnitPrice> unit) => line.FollowsOthers ? line.ToSum(unit(line)) : line.ToSum(people);
}
