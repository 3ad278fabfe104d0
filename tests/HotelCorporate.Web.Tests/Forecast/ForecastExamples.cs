using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Forecast;

/// <summary>Makes bookings of a year in which the demo has none, with offers as they are told.</summary>
internal sealed class ForecastExamples(HotelDb db, Property hotel)
{
    private static int _number;

    public static async Task<ForecastExamples> InTiranaAsync(HotelDb db) => new(db, await db.Properties.SingleAsync(property => property.Code == "TIA"));

    /// <summary>A line of 100.00 net at 20 % tax, times the quantity.</summary>
    public QuoteLine Line(LocalDate on, RevenueClass revenueClass, int quantity) =>
        new("Meeting", $"{revenueClass}", on, revenueClass, quantity, new UnitPrice(120m, hotel.Currency), "S", 0.2m, []);

    public async Task<Booking> BookingAsync(BookingStatus status, LocalDate day, Instant createdAt, Instant definiteAt, int account = 0)
    {
        var accounts = await db.Accounts.OrderBy(found => found.Id).Select(found => found.Id).ToListAsync();
        var space = await db.Spaces.Where(found => found.PropertyId == hotel.Id).OrderBy(found => found.Id).Select(found => found.Id).FirstAsync();
        var number = Interlocked.Increment(ref _number);
        var booking = Booking.Inquire(hotel.Id, accounts[account], $"HC-F-{number:0000}", $"Forecast {number}", null, createdAt);
        booking.Add(Function.Plan("Meeting", space, SetupStyle.Theatre, day.At(new LocalTime(9, 0)), day.At(new LocalTime(12, 0)), 10, hotel.Zone));
        if (status == BookingStatus.Quoted) booking.Offer();
        if (status is not (BookingStatus.Inquiry or BookingStatus.Quoted)) booking.Option(day, day.PlusDays(-1), 1);
        if (status is BookingStatus.Definite or BookingStatus.Actual or BookingStatus.Closed or BookingStatus.Cancelled)
        {
            booking.Accept("A. Client", day, null);
            booking.Confirm(1);
        }

        if (status is BookingStatus.Actual or BookingStatus.Closed) booking.Begin(booking.Functions[0].OccupiedUntil);
        if (status == BookingStatus.Closed)
        {
            booking.Count(0, null, 10, deadlineIsOver: true);
            booking.Close(isInvoiced: true);
        }

        booking.Reach(definiteAt);
        db.Bookings.Add(booking);
        await db.SaveChangesAsync();
        return booking;
    }

    public async Task<Quote> QuoteAsync(Booking booking, int revision, QuoteStatus status, LocalDate on, params QuoteLine[] lines)
    {
        var quote = new Quote(booking.Id, $"Q-{booking.Reference}", revision, TaxMode.Inclusive, hotel.Currency, 10, on.PlusDays(10), lines) { CreatedAt = booking.CreatedAt };
        if (status != QuoteStatus.Draft) quote.Send(on, on.AtStartOfDayInZone(hotel.Zone).ToInstant(), new QuoteDates(on, on.At(new LocalTime(10, 0))));
        if (status == QuoteStatus.Accepted) quote.Accept(new Acceptance("A. Client", on, null, quote.SeenHash!, booking.CreatedAt, "test"), purchaseOrderRequired: false, on);
        if (status == QuoteStatus.Superseded) quote.Supersede();
        if (status == QuoteStatus.Declined) quote.Decline("Too dear", on);
        db.Quotes.Add(quote);
        await db.SaveChangesAsync();
        return quote;
    }
}
