using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>One booking's net in one month and revenue class, as the version has it that counts.</summary>
public sealed class PricedNet
{
    public required int BookingId { get; init; }

    public required int AccountId { get; init; }

    public required BookingStatus Status { get; init; }

    public required LocalDate Month { get; init; }

    public required RevenueClass RevenueClass { get; init; }

    public required long MinorUnits { get; init; }
}

/// <summary>What counts, said once for the totals and for the lists behind them.</summary>
/// <remarks>The hotel is asked for as a sum (+ 0) where a day is asked about: SQLite does not know how much is in its tables, would begin with an index of hotels and read every year; so it begins with the months.</remarks>
public static class ForecastQueries
{
    /// <summary>What the bookings of these months are worth: by the last accepted version, else the newest one sent, else the newest draft; in the hotel's currency.</summary>
    /// <param name="end">The first of the month after the last one.</param>
    public static IQueryable<PricedNet> Priced(HotelDb db, Property property, LocalDate first, LocalDate end) =>
        Kept(db, property).Where(net => net.Month >= first && net.Month < end)
            .Select(net => new PricedNet { BookingId = net.BookingId, AccountId = net.AccountId, Status = net.Status, Month = net.Month, RevenueClass = net.RevenueClass, MinorUnits = net.MinorUnits });

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
            select new PricedNet { BookingId = booking.Id, AccountId = booking.AccountId, Status = booking.Status, Month = net.Month, RevenueClass = net.RevenueClass, MinorUnits = net.MinorUnits };
    }

    /// <summary>Bookings whose first day is in these months and that have no version to be counted by.</summary>
    public static IQueryable<Booking> Unpriced(HotelDb db, Property property, LocalDate first, LocalDate end) =>
        db.Bookings.AsNoTracking().Where(booking => booking.PropertyId == property.Id && booking.FirstOn >= first && booking.FirstOn < end
            && booking.Status != BookingStatus.Lost && booking.Status != BookingStatus.TurnedDown && booking.Status != BookingStatus.Cancelled && !db.BookingNets.Any(net => net.BookingId == booking.Id && net.CurrencyCode == property.CurrencyCode)); // not by hotel: SQLite would look through the whole hotel for each

    /// <summary>Every version that was accepted by a day, in the hotel's currency.</summary>
    public static IQueryable<Quote> Accepted(HotelDb db, string currency, LocalDate day) => db.Quotes.AsNoTracking().Where(quote => quote.Acceptance!.On <= day && quote.CurrencyCode == currency);

    private static IQueryable<BookingNet> Kept(HotelDb db, Property property) => db.BookingNets.AsNoTracking().Where(net => net.PropertyId == property.Id && net.CurrencyCode == property.CurrencyCode);
}
