using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>All that the page for pricing a booking shows; the preview is there when the form was priced.</summary>
public sealed record NewQuotePage(QuoteForm Form, Booking Booking, string Client, string CurrencyCode, IReadOnlyList<Package> Packages, IReadOnlyList<RoomType> RoomTypes, Quote? Preview,
    string? AgreementName, IReadOnlyDictionary<int, Money> AgreedPrices)
{
    /// <summary>The price per delegate that the company has agreed; none when it pays the list price.</summary>
    public Money? AgreedPrice(int packageId) => AgreedPrices.TryGetValue(packageId, out var price) ? price : null;
}
