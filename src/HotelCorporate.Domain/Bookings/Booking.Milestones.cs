using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <content>When it first came so far: what pace, conversion and lead times are counted from. Coming there again changes nothing.</content>
public sealed partial class Booking
{
    /// <summary>The first offer left, or what came after it without one.</summary>
    public Instant? QuotedAt { get; private set; }

    /// <summary>Its rooms were first held, or what came after it without an option.</summary>
    public Instant? TentativeAt { get; private set; }

    /// <summary>It became definite: from then on it is on the books.</summary>
    public Instant? DefiniteAt { get; private set; }

    /// <summary>Keeps the moment for where it stands now and has not stood before. Each save does this, so no move can forget it.</summary>
    public void Reach(Instant now)
    {
        if (Status is BookingStatus.Quoted or BookingStatus.Tentative or BookingStatus.Definite or BookingStatus.Actual or BookingStatus.Closed) QuotedAt ??= now;
        if (Status is BookingStatus.Tentative or BookingStatus.Definite or BookingStatus.Actual or BookingStatus.Closed) TentativeAt ??= now;
        if (Status is BookingStatus.Definite or BookingStatus.Actual or BookingStatus.Closed) DefiniteAt ??= now;
    }
}
