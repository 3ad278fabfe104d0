using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>The hours of a hotel's office, Monday to Friday, without its holidays.</summary>
public sealed record WorkingHours(LocalTime Opens, LocalTime Closes, DateTimeZone Zone)
{
    public IReadOnlySet<LocalDate> Holidays { get; init; } = new HashSet<LocalDate>();

    /// <summary>The moment at which so many working hours have passed.</summary>
    public Instant Plus(Instant now, int hours)
    {
        if (Closes <= Opens) throw new HouseRuleException("The office closes after it opens. Correct the office hours in Settings.");
        var left = Duration.FromHours(hours);
        var day = now.InZone(Zone).Date;
        while (true)
        {
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !Holidays.Contains(day))
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
}
