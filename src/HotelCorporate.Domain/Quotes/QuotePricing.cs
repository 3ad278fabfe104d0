using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <summary>Turns what a seller asks for into priced lines. Pure: no clock, no database, no culture. There is no second calculation: the page, the audit and the stored offer all come from here.</summary>
public static partial class QuotePricing
{
    public static PricedQuote Price(QuoteRequest asked, QuoteBasis basis) => new Pricing(asked, basis).Run();

    /// <summary>One run: functions, bedrooms and extras first; then what follows the spend on food and beverage; points at last.</summary>
    private sealed partial class Pricing(QuoteRequest asked, QuoteBasis basis)
    {
        private readonly List<QuoteLine> _lines = [];
        private readonly List<Sentence> _toApprove = [];
        private readonly List<(string Field, Sentence Why)> _refusals = [];
        private readonly Dictionary<int, PackagePrice> _packages = [];
        private decimal _discount;
        private bool _isUnderFloor;

        public PricedQuote Run()
        {
            if (asked.Discount > basis.Limits.MaximumDiscount)
                ToApprove(asked.Discount, $"The discount of {Sentence.Percent(asked.Discount)} on hire and extras is over your limit of {Sentence.Percent(basis.Limits.MaximumDiscount.Value)}.");
            Each(asked.Functions, nameof(asked.Functions), nameof(FunctionAsked.PackageId), Package);
            Each(asked.Bedrooms, nameof(asked.Bedrooms), nameof(BedroomsAsked.Rooms), Bedrooms);
            Each(asked.Extras, nameof(asked.Extras), nameof(ExtraAsked.Description), Extra);
            Each(asked.Functions, nameof(asked.Functions), nameof(FunctionAsked.Hire), Hire);
            if (asked.Minimum is { } minimum) Try("Minimum", () => Minimum(minimum));
            if (asked.Points != 0) Try(nameof(asked.Points), () => Reward(asked.Points));
            return new PricedQuote(InOrder(), _toApprove, _discount, _isUnderFloor, _refusals, _packages);
        }

        private void Each<T>(IReadOnlyList<T> rows, string list, string field, Action<T> price)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var row = rows[i];
                Try($"{list}[{i}].{field}", () => price(row));
            }
        }

        private void Try(string field, Action price)
        {
            try
            {
                price();
            }
            catch (HouseRuleException refusal)
            {
                _refusals.Add((refusal.Field.Length > 0 && field.Contains('.', StringComparison.Ordinal) ? field[..(field.LastIndexOf('.') + 1)] + refusal.Field : field, refusal.Sentence));
            }
        }

        /// <summary>Function by function as the programme goes, each with its package, extras and hire; then bedrooms, extras of the event, the minimum, points.</summary>
        private List<QuoteLine> InOrder()
        {
            var place = asked.Functions.Select((function, at) => (function.Planned.Key, at)).ToDictionary(pair => pair.Key, pair => pair.at);
            return [.. _lines.OrderBy(line => line.Key is { } key ? place.GetValueOrDefault(key, place.Count) : line.Role == QuoteLineRole.Reward ? place.Count + 3 : line.Role == QuoteLineRole.Shortfall ? place.Count + 2 : line.RoomTypeId is not null ? place.Count : place.Count + 1)];
        }

        private void ToApprove(decimal discount, Sentence why)
        {
            _toApprove.Add(why);
            _discount = Math.Max(_discount, discount);
        }

        private Money Spent(bool isGross) => Quote.SpendOf(_lines.Select(line => (line.RevenueClass, line.Role, line.ToSum())), basis.TaxMode, basis.Currency, isGross);

        private PlannedFunction? Of(int? key) => key is null ? null : asked.Functions.FirstOrDefault(function => function.Planned.Key == key)?.Planned
            ?? throw new HouseRuleException("This function is no longer part of the offer. Choose another.");

        /// <summary>The day of what belongs to no function.</summary>
        private LocalDate FirstDay => asked.Functions.Count > 0 ? asked.Functions.Min(function => function.Planned.Start).Date : asked.ValidUntil;

        private static decimal Bounded(decimal amount, Sentence refusal, string field) => amount is >= 0 and <= 1_000_000 ? amount : throw new HouseRuleException(refusal) { Field = field };
    }
}
