using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>How a series repeats.</summary>
public enum SeriesStep
{
    Days,
    Weeks,

    /// <summary>The same weekday of its week of the month: the second Tuesday.</summary>
    Months,
}

/// <summary>One day of a series as it is planned.</summary>
/// <param name="Holiday">The name of the public holiday that the day is.</param>
public sealed record SeriesDay(LocalDate Day, string? Holiday);

/// <summary>Bookings that repeat: every Tuesday until June. They can be changed as one, from one on, or singly.</summary>
public sealed class BookingSeries
{
    /// <summary>Bookings that a series has at most.</summary>
    public const int Most = 120;

    private BookingSeries() { }

    public BookingSeries(int propertyId, SeriesStep step, int every, LocalDate firstDay, LocalDate lastDay) =>
        (PropertyId, Step, Every, FirstDay, LastDay) = (propertyId, step, every, firstDay, lastDay);

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public SeriesStep Step { get; private set; }

    /// <summary>Every so many steps, from 1.</summary>
    public int Every { get; private set; }

    public LocalDate FirstDay { get; private set; }

    /// <summary>The last day on which one may begin.</summary>
    public LocalDate LastDay { get; private set; }

    /// <summary>The days on which a booking of some days begins again after its first.</summary>
    /// <param name="length">Days that one booking lasts, from 1.</param>
    /// <exception cref="HouseRuleException">The booking is longer than the interval, the end is before the start, or there are too many.</exception>
    public static IReadOnlyList<SeriesDay> Days(SeriesStep step, int every, LocalDate firstDay, int length, LocalDate until, IReadOnlyDictionary<LocalDate, string> holidays)
    {
        if (every is < 1 or > 52) throw new HouseRuleException("Repeat every 1 to 52 days, weeks or months.") { Field = "every" };
        if (until <= firstDay) throw new HouseRuleException("The series ends after its first booking. Choose a later day.") { Field = "until" };
        var days = new List<SeriesDay>();
        for (var i = 1; ; i++)
        {
            var day = Nth(step, every, firstDay, i);
            if (i == 1 && Period.DaysBetween(firstDay, day) < length)
                throw new HouseRuleException($"One booking lasts {length} days: longer than the interval of {Period.DaysBetween(firstDay, day)}. Choose a longer interval.") { Field = "every" };
            if (day > until) return days;
            if (i >= Most) throw new HouseRuleException($"A series has {Most} bookings at most. Choose an earlier end.") { Field = "until" };
            days.Add(new(day, holidays.GetValueOrDefault(day)));
        }
    }

    private static LocalDate Nth(SeriesStep step, int every, LocalDate first, int i)
    {
        if (step == SeriesStep.Days) return first.PlusDays(every * i);
        if (step == SeriesStep.Weeks) return first.PlusWeeks(every * i);
        var month = new LocalDate(first.Year, first.Month, 1).PlusMonths(every * i);
        // A fifth one is not in every month: its last one is taken then.
        var day = DateAdjusters.NextOrSame(first.DayOfWeek)(month).PlusWeeks((first.Day - 1) / 7);
        return day.Month == month.Month ? day : day.PlusWeeks(-1);
    }
}
