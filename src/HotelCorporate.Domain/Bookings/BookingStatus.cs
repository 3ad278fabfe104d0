namespace HotelCorporate.Domain.Bookings;

/// <summary>Where a booking stands (domain section 8).</summary>
public enum BookingStatus
{
    /// <summary>The request is recorded; nothing is held.</summary>
    Inquiry,

    /// <summary>A priced offer is out; nothing is held.</summary>
    Quoted,

    /// <summary>Held until the option date, where the function is first in line.</summary>
    Tentative,

    /// <summary>The contract is accepted and every guard met.</summary>
    Definite,

    /// <summary>The event has begun; actual numbers are being entered.</summary>
    Actual,

    /// <summary>Invoiced and settled, or handed to receivables.</summary>
    Closed,

    /// <summary>The hotel refused.</summary>
    TurnedDown,

    /// <summary>The client refused before it was definite.</summary>
    Lost,

    /// <summary>Withdrawn after it was definite.</summary>
    Cancelled,
}
