using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Offers for the demo's bookings, priced by the same rules as any: the day rate for meetings, the gala menu for dinners, hire for the rest.</summary>
internal static class QuotesDemo
{
    private const decimal Hire = 850m;

    public static async Task<Quote> SentAsync(HotelDb db, Property hotel, Booking booking, Instant now, CancellationToken cancel)
    {
        var today = hotel.Today(now);
        var basis = new QuoteBasis
        {
            Currency = hotel.Currency, TaxMode = hotel.TaxMode, RoomTypes = [],
            Packages = await db.PackagesWhole(hotel.Id).AsNoTracking().ToListAsync(cancel),
            TaxCodes = await db.TaxCodes.AsNoTracking().Include(code => code.Rates).Where(code => code.PropertyId == hotel.Id).ToListAsync(cancel),
            Services = await db.ServiceCharges.AsNoTracking().Where(charge => charge.PropertyId == hotel.Id).ToListAsync(cancel),
        };
        var asked = new QuoteRequest
        {
            ValidUntil = today.PlusDays(10), Remarks = "Not included: parking, and drinks outside the package.",
            Functions = [.. booking.Functions.OrderBy(function => function.Start).Select((function, at) => Asked(function, at + 1, basis.Packages))],
        };
        var quote = new Quote(booking.Id, $"Q-{booking.Reference}", 1, hotel.TaxMode, hotel.Currency, booking.Functions.Max(function => function.Expected), asked.ValidUntil, QuotePricing.Price(asked, basis).Lines)
        {
            CreatedAt = now, Cancellation = hotel.Cancellation, Deposits = "50% 14 days before", Remarks = asked.Remarks, Request = asked, Programme = [.. asked.Functions.Select(function => function.Planned)],
        };
        quote.Send(today, now, QuoteDates.Of(hotel, await db.OfficeAsync(hotel, cancel), booking.Functions.Min(function => function.Start.Date)));
        db.Quotes.Add(quote);
        await db.SaveChangesAsync(cancel);
        return quote;
    }

    private static FunctionAsked Asked(Function function, int key, IReadOnlyList<Package> packages)
    {
        var asked = new FunctionAsked(PlannedFunction.Of(function, key));
        var package = packages.First(package => package.Code == (function.Style == SetupStyle.Banquet ? "GALA" : "DDR"));
        return function.Style == SetupStyle.Reception || package.WhyNotOn(function.Start.Date) is not null ? asked with { Hire = Hire } : asked with { PackageId = package.Id };
    }
}
