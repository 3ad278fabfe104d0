using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Domain.Plans;

/// <summary>When the event may be: its first day between two days, and every day with a function on one of the given days of the week.</summary>
/// <param name="From">The first day in question.</param>
/// <param name="Until">The last day in question; it is in, and the whole event is over by its end.</param>
/// <param name="On">The days of the week on which a function may be.</param>
public sealed record PlanPeriod(LocalDate From, LocalDate Until, WeekDays On)
{
    /// <summary>Days that are searched at once.</summary>
    public const int Longest = 731;

    public const WeekDays EveryDay = WeekDays.MondayToFriday | WeekDays.Saturday | WeekDays.Sunday;

    /// <exception cref="HouseRuleException">The end is before the start, or the period is longer than two years.</exception>
    public static PlanPeriod Of(LocalDate from, LocalDate until, WeekDays on)
    {
        if (until < from) throw new HouseRuleException("The period ends before it starts. Put the last day after the first.");
        if (Period.DaysBetween(from, until) >= Longest) throw new HouseRuleException("Ask for two years at most.");
        return new PlanPeriod(from, until, on == WeekDays.None ? EveryDay : on);
    }

    /// <summary>Each day on which the event may begin, the earliest first.</summary>
    public IEnumerable<LocalDate> FirstDays(EventWish wish)
    {
        var days = wish.Functions.Select(function => function.Day).Distinct().ToList();
        for (var first = From; first.PlusDays(wish.Days - 1) <= Until; first = first.PlusDays(1))
            if (days.TrueForAll(day => On.Hold(first.PlusDays(day)))) yield return first;
    }
}
