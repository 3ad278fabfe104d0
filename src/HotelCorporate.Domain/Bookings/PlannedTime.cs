using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>Turns a planned local time into the moment it means, in a hotel's zone.</summary>
public static class PlannedTime
{
    /// <param name="local">The time on the hotel's wall.</param>
    /// <param name="zone">The hotel's zone.</param>
    /// <param name="second">For a time that the clock repeats: whether the second one is meant; null when nobody said.</param>
    /// <exception cref="HouseRuleException">The clock skips this time, or repeats it and nobody said which is meant.</exception>
    public static Instant Resolve(LocalDateTime local, DateTimeZone zone, bool? second = null)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            1 => mapping.Single().ToInstant(),
            0 => throw new HouseRuleException(
                $"{local} does not exist: the clock goes from {mapping.EarlyInterval.IsoLocalEnd.TimeOfDay} to {mapping.LateInterval.IsoLocalStart.TimeOfDay} that night. Choose a time before or after."),
            _ when second is null => throw new HouseRuleException(
                $"{local} comes twice that night, because the clock is put back. Say whether the first or the second is meant."),
            _ => (second.Value ? mapping.Last() : mapping.First()).ToInstant(),
        };
    }
}
