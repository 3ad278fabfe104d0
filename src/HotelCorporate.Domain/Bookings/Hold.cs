using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>A firm hold of one atom in one lane. No two share atom, lane and moment: the database itself refuses it.</summary>
public sealed record Hold(int BookingId, int FunctionId, int AtomId, int Lane, Instant From, Instant Until)
{
    public long Id { get; private set; }
}
