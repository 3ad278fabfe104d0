using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Domain.Forecasts;

/// <summary>What a booking counts for in one month and revenue class: by its last accepted version, else the newest one sent, else the newest draft. Net, before service and tax. What was lost, turned down or cancelled has none.</summary>
/// <remarks>A copy of what the booking and that version say, made again in the save that changes one of them, so that a year is read from one index.</remarks>
public sealed class BookingNet
{
    private BookingNet() { }

    public int BookingId { get; private set; }

    public int PropertyId { get; private set; }

    public int AccountId { get; private set; }

    public BookingStatus Status { get; private set; }

    /// <summary>The first day of the booking.</summary>
    public LocalDate? FirstOn { get; private set; }

    public string CurrencyCode { get; private set; } = "";

    /// <summary>The month of supply, by its first day.</summary>
    public LocalDate Month { get; private set; }

    public RevenueClass RevenueClass { get; private set; }

    public long MinorUnits { get; private set; }

    /// <summary>Of the bedrooms in it.</summary>
    public int RoomNights { get; private set; }
}
