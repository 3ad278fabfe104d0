using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>What hiring a space costs, with the steps to it; or why the list has no price.</summary>
public sealed record HireAnswer(Money? Amount, IReadOnlyList<PriceStep> Steps, Sentence? WhyNot);

/// <summary>The hire prices of one space. Pure: no clock, no database.</summary>
/// <param name="HalfDayHours">The longest half day.</param>
public sealed record HirePrices(string Space, IReadOnlyList<HirePrice> Rows, int HalfDayHours = HirePrices.UsualHalfDay)
{
    public const int UsualHalfDay = 5;

    /// <exception cref="HouseRuleException">Two rows of the space would hold on one day.</exception>
    public static void RefuseCollisions(IReadOnlyList<HirePrice> rows)
    {
        for (var i = 0; i < rows.Count; i++)
            if (rows.Skip(i + 1).FirstOrDefault(rows[i].Collides) is not null)
                throw new HouseRuleException("Two rows have prices for the same days. Give them other weekdays, or end the first before the second begins.");
    }

    /// <summary>The row of a day: one that names its weekday before one for every day.</summary>
    public HirePrice? On(LocalDate day) => Rows.Where(row => row.HoldsOn(day)).MaxBy(row => row.Weekdays != WeekDays.None);

    /// <summary>Each day costs the cheapest of what fits: its hours (each begun one counts), the half day when it is no longer than that, the day. Several days are added up.</summary>
    /// <remarks>What lasts no more than 24 hours is one day, that of its beginning, also past midnight.</remarks>
    public HireAnswer For(LocalDateTime start, LocalDateTime end)
    {
        if (end <= start) return new(null, [], "The hire ends before it begins. Give a later end.");
        var days = Days(start, end).ToList();
        var (steps, total) = (new List<PriceStep>(), (Money?)null);
        foreach (var (day, minutes) in days)
        {
            if (On(day) is not { } row) return new(null, [], $"{Space} has no hire price on {day}. Type the hire, or ask for a price in the list.");
            if (Cheapest(row, day, minutes, steps) is not { } cost) return new(null, [], $"{Space} is not hired for {Hours(minutes)} hours on {day}: the list has no price for a whole day.");
            total = total is { } sum ? sum + cost : cost;
        }

        if (days.Count > 1) steps.Add(new($"{days.Count} days together", total!.Value.Amount));
        return new(total, steps, null);
    }

    private static IEnumerable<(LocalDate Day, int Minutes)> Days(LocalDateTime start, LocalDateTime end)
    {
        if (Between(start, end) <= 24 * 60)
        {
            yield return (start.Date, Between(start, end));
            yield break;
        }

        for (var from = start; from < end; from = from.Date.PlusDays(1).AtMidnight())
            yield return (from.Date, Between(from, LocalDateTime.Min(end, from.Date.PlusDays(1).AtMidnight())));
    }

    private Money? Cheapest(HirePrice row, LocalDate day, int minutes, List<PriceStep> steps)
    {
        var hours = Hours(minutes);
        var offers = new List<(Sentence How, Money Cost)>();
        if (row.Hour is { } hour) offers.Add(($"{Space} on {day}: {hours} x {hour} per hour", hour * hours));
        if (row.HalfDay is { } half && minutes <= HalfDayHours * 60) offers.Add(($"{Space} on {day}: half day, up to {HalfDayHours} hours", half));
        if (row.Day is { } whole) offers.Add(($"{Space} on {day}: day", whole));
        if (offers.Count == 0) return null;
        steps.AddRange(offers.Select(offer => new PriceStep(offer.How, offer.Cost.Amount)));
        var (_, cost) = offers.MinBy(offer => offer.Cost.MinorUnits);
        if (offers.Count > 1) steps.Add(new("The cheapest of these", cost.Amount));
        return cost;
    }

    private static int Hours(int minutes) => (minutes + 59) / 60;

    private static int Between(LocalDateTime start, LocalDateTime end) => (int)Math.Min(int.MaxValue, Math.Ceiling(Period.Between(start, end, PeriodUnits.Seconds).Seconds / 60m));
}
