using NodaTime;

namespace HotelCorporate.Domain.Spaces;

/// <summary>When a room is taken, from set-up to cleared: the start is in, the end is not.</summary>
public readonly record struct Occupation(Instant From, Instant Until)
{
    /// <summary>Two that only touch do not overlap.</summary>
    public bool Overlaps(Occupation other) => From < other.Until && other.From < Until;
}
