using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <content>Hire, bedrooms, extras, and the least spend on food and beverage.</content>
public static partial class QuotePricing
{
    private sealed partial class Pricing
    {
        private void Hire(FunctionAsked row)
        {
            var (planned, (off, by)) = (row.Planned, basis.HireOff);
            List<PriceStep> steps = [];
            Money? listed = row is { HireByList: true, Hire: null or 0 } ? Listed(planned, steps) : null;
            if (listed is null && row.HireRule is null && row.Hire is null or 0) return;
            var typed = listed?.Amount ?? Bounded(row.Hire ?? 0, "The hire is between 0 and 1,000,000.", nameof(row.Hire));
            var hire = Money.Of(typed * (1 - off), basis.Currency);
            if (listed is null) steps.Add(new("Hire typed by the seller", typed));
            if (off > 0) steps.Add(new(by, hire.Amount));
            var tax = basis.TaxFor(RevenueClass.RoomHire);
            var rule = row.HireRule?.Check() is { } follows ? follows with { List = hire.Amount } : null;
            if (rule is not null)
            {
                var spent = Spent(rule.IsGross);
                hire = rule.Price(spent, basis.TaxMode, tax.RateOn(planned.Start.Date), Shares(RevenueClass.RoomHire));
                steps.Add(new(rule.InWords(basis.Currency)));
                steps.Add(new("Food and beverage of this offer", spent.Amount));
                steps.Add(new("The hire at that spend", hire.Amount));
            }

            _lines.Add(new QuoteLine($"{planned.Name}, {planned.Start.Date}", "Room hire", planned.Start.Date, RevenueClass.RoomHire, 1, new UnitPrice(hire.Amount, hire.Currency), tax.Category,
                tax.RateOn(planned.Start.Date), steps, asked.Discount, asked.DiscountReason)
            {
                FunctionId = planned.FunctionId, Key = planned.Key, Role = QuoteLineRole.Hire, RuleText = rule?.Write() ?? "",
            }.Serviced(basis.Services));
        }

        /// <summary>The hire of the price list, with its steps.</summary>
        /// <exception cref="HouseRuleException">The space has no price then.</exception>
        private Money Listed(PlannedFunction planned, List<PriceStep> steps)
        {
            if (planned.SpaceId is not { } space) throw new HouseRuleException($"Choose a room for {planned.Name} first: find a space that fits.");
            if (!basis.Hires.TryGetValue(space, out var prices)) throw new HouseRuleException("The price list has no hire of this space. Type it, or enter it in the list.");
            var answer = prices.For(planned.Start, planned.End);
            steps.AddRange(answer.Steps);
            return answer.Amount ?? throw new HouseRuleException(answer.WhyNot!);
        }

        private void Bedrooms(BedroomsAsked row)
        {
            var type = basis.RoomTypes.FirstOrDefault(type => type.Id == row.RoomTypeId) ?? throw new HouseRuleException("Choose a room type.") { Field = nameof(row.RoomTypeId) };
            var tax = basis.TaxFor(RevenueClass.Rooms);
            var nights = new List<QuoteLine>();
            foreach (var night in Enumerable.Range(0, row.Nights).Select(row.Arrival.PlusDays))
            {
                var rate = basis.Rate(row, night);
                if (rate.Amount is not { } amount) throw new HouseRuleException($"{type.Name} on {night}: {rate.Unavailable}");
                nights.Add(new QuoteLine($"Bedrooms, {night}", $"{type.Name}, {row.Occupancy}", night, RevenueClass.Rooms, row.Rooms, new UnitPrice(amount.Amount, amount.Currency), tax.Category, tax.RateOn(night), rate.Steps)
                {
                    RoomTypeId = type.Id, Occupancy = row.Occupancy,
                }.Serviced(basis.Services));
            }

            _lines.AddRange(nights);
        }

        private void Extra(ExtraAsked row)
        {
            var planned = Of(row.Key);
            var day = planned?.Start.Date ?? FirstDay;
            var item = row.ItemId is { } id ? basis.Items.FirstOrDefault(item => item.Id == id) ?? throw new HouseRuleException("This is no longer in the catalogue. Choose another.") : null;
            if (row.Price is null && item is null) throw new HouseRuleException("Type the price of the extra.");
            if (item?.WhyNotOn(day) is { } whyNot) throw new HouseRuleException(whyNot);
            var revenueClass = item?.RevenueClass ?? row.RevenueClass;
            var name = string.IsNullOrWhiteSpace(row.Description) && item is not null ? item.NameIn(basis.Language) : row.Description.Trim();
            var list = row.Price is { } typed ? Bounded(typed, "The price of an extra is between 0 and 1,000,000.", nameof(row.Price)) : item!.PriceOn(day).Amount;
            var off = revenueClass is RevenueClass.Food or RevenueClass.Beverage ? basis.Agreement?.Terms.FoodAndBeverageOff ?? 0 : 0;
            var unit = decimal.Round(list * (1 - off), 6);
            List<PriceStep> steps = [row.Price is null ? new($"List price of {item!.Name}", list) : new("Price typed by the seller", list)];
            if (off > 0) steps.Add(new($"Agreement {basis.Agreement!.Name}: {Sentence.Percent(off)} off food and beverage", unit));
            var tax = item is null ? basis.TaxFor(revenueClass) : basis.TaxCodes.FirstOrDefault(code => code.Id == item.TaxCodeId) ?? throw new HouseRuleException($"{Sentence.Typed(name)} has a tax code that this hotel does not know.");
            var (perPerson, least) = (row.PerPerson && planned is not null, item?.MinimumNumber ?? 1);
            var wanted = perPerson ? planned!.People : row.Quantity ?? 1;
            var quantity = item is null ? wanted : Math.Max(wanted, least);
            if (quantity > wanted) steps.Add(new($"At least {least} are sold: {quantity} are charged"));
            var cost = row.Cost > 0 || item is null ? row.Cost : item.NetCost.Amount;
            _lines.Add(new QuoteLine(planned is null ? "Extras" : (Sentence)$"{planned.Name}, {day}", Sentence.Typed(name), day, revenueClass, quantity, new UnitPrice(unit, basis.Currency),
                tax.Category, tax.RateOn(day), steps, asked.Discount, asked.DiscountReason)
            {
                FunctionId = planned?.FunctionId, Key = row.Key, PerPerson = perPerson, AtLeast = perPerson && item is not null ? least : 0, CostUnits = Money.Of(cost * quantity, basis.Currency).MinorUnits,
            }.Serviced(basis.Services));
        }

        private void Minimum(SpendRule minimum)
        {
            var kind = minimum.Check().Kind == SpendRuleKind.MinimumAsHire ? RevenueClass.RoomHire : RevenueClass.Food;
            var (tax, day, spent) = (basis.TaxFor(kind), FirstDay, Spent(minimum.IsGross));
            var price = minimum.Price(spent, basis.TaxMode, tax.RateOn(day), Shares(kind));
            _lines.Add(new QuoteLine("Least spend", "Missing to the least spend on food and beverage", day, kind, 1, new UnitPrice(price.Amount, price.Currency), tax.Category, tax.RateOn(day),
                [new(minimum.InWords(basis.Currency)), new("Food and beverage of this offer", spent.Amount), new("Still missing", minimum.Missing(spent).Amount), new("Charged for it", price.Amount)])
            {
                Role = QuoteLineRole.Shortfall, RuleText = minimum.Write(),
            }.Serviced(basis.Services));
        }

        private ServiceShare[] Shares(RevenueClass revenueClass) => [.. basis.Services.Where(charge => charge.Covers(revenueClass)).Select(charge => charge.ToShare())];
    }
}
