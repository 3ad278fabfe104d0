using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>The hours of a hotel's office on its days of the week, without its holidays.</summary>
public sealed record WorkingHours(LocalTime Opens, LocalTime Closes, DateTimeZone Zone)
{
    public WeekDays Days { get; init; } = WeekDays.MondayToFriday;

    public IReadOnlySet<LocalDate> Holidays { get; init; } = new HashSet<LocalDate>();

    /// <summary>Whether the office is open on that day at all.</summary>
    public bool IsBusinessDay(LocalDate day) => Days.Hold(day) && !Holidays.Contains(day);

    /// <summary>So many business days before a day, itself not counted.</summary>
    public LocalDate DaysBefore(LocalDate day, int days)
    {
        RefuseWhenNeverOpen();
        while (days > 0)
        {
            day = day.PlusDays(-1);
            if (IsBusinessDay(day)) days--;
        }

        return day;
    }

    /// <summary>The moment at which so many working hours have passed.</summary>
    public Instant Plus(Instant now, int hours)
    {
        RefuseWhenNeverOpen();
        var left = Duration.FromHours(hours);
        var day = now.InZone(Zone).Date;
        while (true)
        {
            if (IsBusinessDay(day))
            {
                var from = Instant.Max(now, Zone.AtLeniently(day + Opens).ToInstant());
                var until = Zone.AtLeniently(day + Closes).ToInstant();
                if (until > from)
                {
                    if (until - from >= left) return from + left;
                    left -= until - from;
                }
            }

            day = day.PlusDays(1);
        }
    }

    private void RefuseWhenNeverOpen()
    {
        if (Closes <= Opens) throw new HouseRuleException("The office closes after it opens. Correct the office hours in Settings.");
        if (Days == WeekDays.None) throw new HouseRuleException("The office is open on one day a week at least. Correct the office days in Settings.");
    }
}
