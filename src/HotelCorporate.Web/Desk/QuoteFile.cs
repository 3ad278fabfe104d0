using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>A quote with all that is said of it: on the house's page, on the client's page, in its letters and papers.</summary>
public sealed record QuoteFile(
    Quote Quote, Booking Booking, Account Account, Property Property, IReadOnlyDictionary<int, string> SpaceNames, LocalDate Today,
    IReadOnlyList<Quote> Versions, string Link = "")
{
    /// <summary>The functions that take place, in order.</summary>
    public IReadOnlyList<Function> Programme { get; } = [.. Booking.Functions.Where(function => !function.IsCancelled).OrderBy(function => function.Start)];

    public string SpaceOf(Function function) => function.SpaceId is { } space ? SpaceNames.GetValueOrDefault(space, "") : "";
}
