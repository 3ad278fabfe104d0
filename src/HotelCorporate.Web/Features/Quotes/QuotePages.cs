using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>All that the page for pricing a booking shows; the preview is there when the form was priced.</summary>
public sealed record NewQuotePage(QuoteForm Form, Booking Booking, string Client, string CurrencyCode, IReadOnlyList<Package> Packages, Quote? Preview);
