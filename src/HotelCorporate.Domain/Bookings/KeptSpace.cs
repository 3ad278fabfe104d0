using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>A 24-hour hold: the space stays set, and nobody else's, between one session and the next.</summary>
public static class KeptSpace
{
    /// <summary>The longest pause that it bridges.</summary>
    public static readonly Duration LongestPause = Duration.FromHours(24);

    /// <summary>Whether a session that begins after another one ended, both in the same space and style, is joined to it.</summary>
    public static bool Joins(Instant endsAt, Instant startsAt) => startsAt >= endsAt && startsAt - endsAt <= LongestPause;
}
