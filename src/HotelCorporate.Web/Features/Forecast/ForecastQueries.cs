using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>One booking's net in one month and revenue class, as the version has it that counts.</summary>
public sealed class PricedNet
{
    public required Booking Booking { get; init; }

    public required QuoteNet Net { get; init; }
}

/// <summary>What counts, said once for the totals and for the lists behind them.</summary>
/// <remarks>Hotel and status are asked for as sums (+ 0): SQLite does not know how much is in its tables, would begin with an index of those and read every year; so it begins with the months.</remarks>
public static class ForecastQueries
{
    /// <summary>What the bookings of these months are worth: by the last accepted version, else the newest one sent, else the newest draft; in the hotel's currency.</summary>
    /// <param name="end">The first of the month after the last one.</param>
    public static IQueryable<PricedNet> Priced(HotelDb db, Property property, LocalDate first, LocalDate end) =>
        from net in db.Set<QuoteNet>().AsNoTracking()
        where net.Month >= first && net.Month < end
        join quote in Live(db, property.CurrencyCode) on EF.Property<int>(net, "QuoteId") equals quote.Id
        join booking in Counting(db, property) on quote.BookingId equals booking.Id
        where !Live(db, property.CurrencyCode).Any(other => other.BookingId == quote.BookingId && (
            (other.Status == QuoteStatus.Accepted && quote.Status != QuoteStatus.Accepted) || (other.Status == QuoteStatus.Sent && quote.Status == QuoteStatus.Draft) || (other.Status == quote.Status && other.Revision > quote.Revision)))
        select new PricedNet { Booking = booking, Net = net };

    /// <summary>What stood on the books of these months at the end of a day: definite by then and not cancelled by then, with the version accepted last by then.</summary>
    public static IQueryable<PricedNet> OnTheBooks(HotelDb db, Property property, LocalDate first, LocalDate end, LocalDate day)
    {
        var night = property.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();
        return
            from net in db.Set<QuoteNet>().AsNoTracking()
            where net.Month >= first && net.Month < end
            join quote in Accepted(db, property.CurrencyCode, day) on EF.Property<int>(net, "QuoteId") equals quote.Id
            join booking in db.Bookings.AsNoTracking() on quote.BookingId equals booking.Id
            where booking.PropertyId + 0 == property.Id && booking.DefiniteAt < night && !(booking.Status == BookingStatus.Cancelled && booking.EndedOn <= day)
            where !Accepted(db, property.CurrencyCode, day).Any(other => other.BookingId == quote.BookingId && other.Revision > quote.Revision)
            select new PricedNet { Booking = booking, Net = net };
    }

    /// <summary>Bookings whose first day is in these months and that have no version to be counted by.</summary>
    public static IQueryable<Booking> Unpriced(HotelDb db, Property property, LocalDate first, LocalDate end) =>
        db.Bookings.AsNoTracking().Where(booking => booking.PropertyId == property.Id && booking.FirstOn >= first && booking.FirstOn < end
            && booking.Status != BookingStatus.Lost && booking.Status != BookingStatus.TurnedDown && booking.Status != BookingStatus.Cancelled && !Live(db, property.CurrencyCode).Any(quote => quote.BookingId == booking.Id));

    /// <summary>Every version that was accepted by a day, in the hotel's currency.</summary>
    public static IQueryable<Quote> Accepted(HotelDb db, string currency, LocalDate day) => db.Quotes.AsNoTracking().Where(quote => quote.Acceptance!.On <= day && quote.CurrencyCode == currency);

    private static IQueryable<Quote> Live(HotelDb db, string currency) => db.Quotes.AsNoTracking()
        .Where(quote => (quote.Status == QuoteStatus.Accepted ? 1 : quote.Status == QuoteStatus.Sent ? 1 : quote.Status == QuoteStatus.Draft ? 1 : 0) + 0 > 0 && quote.CurrencyCode == currency);

    private static IQueryable<Booking> Counting(HotelDb db, Property property) => db.Bookings.AsNoTracking()
        .Where(booking => booking.PropertyId + 0 == property.Id && booking.Status != BookingStatus.Lost && booking.Status != BookingStatus.TurnedDown && booking.Status != BookingStatus.Cancelled);
}
