using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>A firm hold of one atom in one lane, by a function or by a closure. No two share atom, lane and moment: the database itself refuses it.</summary>
/// <param name="BookingId">None for a closure.</param>
/// <param name="FunctionId">None for a closure.</param>
public sealed record Hold(int? BookingId, int? FunctionId, int AtomId, int Lane, Instant From, Instant Until)
{
    public long Id { get; private set; }

    /// <summary>The closure that takes it; none for a function.</summary>
    public int? ClosureId { get; init; }

    public Spaces.Occupation Occupation => new(From, Until);
}
