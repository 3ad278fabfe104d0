using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Offers for the demo's bookings: the day rate for meetings, the gala menu for dinners, hire for the rest.</summary>
internal static class QuotesDemo
{
    public static async Task<Quote> SentAsync(HotelDb db, Property hotel, Booking booking, Instant now, CancellationToken cancel)
    {
        var today = hotel.Today(now);
        var packages = await db.Packages.AsNoTracking().AsSplitQuery().Include(package => package.Components).Include(package => package.Steps).Where(package => package.PropertyId == hotel.Id).ToListAsync(cancel);
        var codes = await db.TaxCodes.AsNoTracking().Include(code => code.Rates).Where(code => code.PropertyId == hotel.Id).ToListAsync(cancel);
        var services = await db.ServiceCharges.AsNoTracking().Where(charge => charge.PropertyId == hotel.Id).ToListAsync(cancel);
        var lines = booking.Functions.OrderBy(function => function.Start).SelectMany(function => Lines(function)).ToList();
        var quote = new Quote(booking.Id, $"Q-{booking.Reference}", 1, hotel.TaxMode, hotel.Currency, booking.Functions.Max(function => function.Expected), today.PlusDays(10), lines)
        {
            CreatedAt = now, Cancellation = hotel.Cancellation, Deposits = "50% 14 days before", Remarks = "Not included: parking, and drinks outside the package.",
        };
        quote.Send(today, now, QuoteDates.Of(hotel, await db.OfficeAsync(hotel, cancel), booking.Functions.Min(function => function.Start.Date)));
        db.Quotes.Add(quote);
        await db.SaveChangesAsync(cancel);
        return quote;

        IEnumerable<QuoteLine> Lines(Function function)
        {
            var day = function.Start.Date;
            var package = packages.Find(package => package.Code == (function.Style == SetupStyle.Banquet ? "GALA" : "DDR"))!;
            if (function.Style == SetupStyle.Reception || package.WhyNotOn(day) is not null)
            {
                var code = codes.First(code => code.Code == "STD");
                yield return new QuoteLine(function.Name, "Room hire", day, RevenueClass.RoomHire, 1, new UnitPrice(850m, hotel.Currency), code.Category, code.RateOn(day), [new("List price of the day", 850m)]) { FunctionId = function.Id };
                yield break;
            }

            var price = PackagePricing.Price(package, null, function.Charged, day);
            foreach (var part in price.Parts)
            {
                var code = codes.First(code => code.Id == part.Component.TaxCodeId);
                yield return new QuoteLine($"{package.Name}, {function.Name}", part.Component.Name, day, part.Component.RevenueClass, part.Quantity, new UnitPrice(part.Unit.Amount, hotel.Currency),
                    code.Category, code.RateOn(day), [.. price.Steps, new($"This line: {part.Component.Name}, {part.Quantity} x {part.Unit}", part.Amount.Amount)]) { FunctionId = function.Id, PackageId = package.Id, PerPerson = true, AtLeast = package.MinimumDelegates }.Serviced(services);
            }
        }
    }
}
