using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <summary>What a version is worth in one month and revenue class, before service and tax, by the days of supply. Made with the version, which never changes: the forecast adds these up instead of the lines.</summary>
public sealed class QuoteNet
{
    private QuoteNet() { }

    internal QuoteNet(LocalDate month, RevenueClass revenueClass, Money amount, int roomNights) => (Month, RevenueClass, MinorUnits, RoomNights) = (month, revenueClass, amount.MinorUnits, roomNights);

    public int Id { get; private set; }

    /// <summary>Its first day.</summary>
    public LocalDate Month { get; private set; }

    public RevenueClass RevenueClass { get; private set; }

    /// <summary>In the currency of the version.</summary>
    public long MinorUnits { get; private set; }

    /// <summary>Of the bedrooms in it.</summary>
    public int RoomNights { get; private set; }
}
