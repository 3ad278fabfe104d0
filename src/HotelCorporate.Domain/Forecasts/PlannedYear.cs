using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Forecasts;

/// <summary>All plans of one hotel and year: that of the house and those of segments.</summary>
/// <param name="plans">Those in another currency than the hotel's are passed over.</param>
public sealed class PlannedYear(Currency currency, IReadOnlyCollection<RevenuePlan> plans)
{
    private readonly RevenuePlan[] _plans = [.. plans.Where(plan => plan.Currency == currency)];

    /// <summary>What is planned; null when nothing is. Without a segment, a month and class is what the house's own plan says, else the sum of what its segments plan.</summary>
    public Money? Of(int? month = null, RevenueClass? revenueClass = null, Segment? segment = null)
    {
        var cells =
            from m in month is { } one ? [one] : Enumerable.Range(1, 12)
            from c in revenueClass is { } only ? [only] : Enum.GetValues<RevenueClass>()
            select Cell(m, c, segment);
        return Sum(cells);
    }

    private Money? Cell(int month, RevenueClass revenueClass, Segment? segment)
    {
        if (segment is not null) return Of(segment);
        return Of(null) ?? Sum(_plans.Where(plan => plan.Segment is not null).Select(plan => plan.Of(month, revenueClass)));

        Money? Of(Segment? part) => Array.Find(_plans, plan => plan.Segment == part)?.Of(month, revenueClass);
    }

    private Money? Sum(IEnumerable<Money?> amounts)
    {
        var known = amounts.OfType<Money>().ToList();
        return known.Count == 0 ? null : known.Sum(currency);
    }
}
