using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Two offers on the seller's desk, made through the same door as a person's: one that a client compares and asks about, one that waits for the manager.</summary>
internal sealed class OffersDemo(HotelDb db, QuoteGrounds grounds, QuoteDrafting drafting, QuoteDesk desk)
{
    private const string Comment = "We would rather have the second week. Could the lunch be served outside if the weather allows?";

    public async Task FillAsync(Property hotel, int comparing, int waiting, Instant now, CancellationToken cancel)
    {
        var seller = await db.Users.Where(user => user.Email == "sales@demo.example").Select(user => new { user.Id }).SingleAsync(cancel);
        var (actor, today) = (Actor.Staff(seller.Id), hotel.Today(now));
        var items = await db.CatalogueItems.AsNoTracking().Where(item => item.PropertyId == hotel.Id).ToDictionaryAsync(item => item.Code, item => item.Id, cancel);
        var packages = await db.Packages.AsNoTracking().Where(package => package.PropertyId == hotel.Id).ToDictionaryAsync(package => package.Code, package => package.Id, cancel);
        var garden = await SpaceAsync("Sandringham & Windsor");

        // Two weeks to choose from; the client has looked, and writes.
        var conference = await BookedAsync("Energy forum", comparing, "Windsor", today.PlusDays(41), 32, SetupStyle.Cabaret);
        var main = await PlannedAsync(conference);
        QuoteRequest asked = new()
        {
            ValidUntil = today.PlusDays(12), Remarks = "Not included: parking, and drinks outside the package.",
            Functions = [new FunctionAsked(main) { PackageId = packages["DDR"] }], Extras = [new("", RevenueClass.Av, 2, null, ItemId: items["MICROPHONE"], Key: 1), new("", RevenueClass.Beverage, null, null, ItemId: items["BEV-SOFT"], Key: 1, PerPerson: true)],
        };
        var first = await KeptAsync(conference, asked, 1, "");
        var later = main with { FunctionId = null, SpaceId = garden, Start = main.Start.PlusDays(7), End = main.End.PlusDays(7) };
        await KeptAsync(conference, asked with { Functions = [new FunctionAsked(later) { PackageId = packages["DDR"], TakenOut = ["Golf"] }] }, 2, "A week later, in the larger room");
        var file = (await desk.ReadAsync(first.Id, cancel))!;
        desk.Send(await desk.AlternativesAsync(file, cancel), actor);
        await db.SaveChangesAsync(cancel);
        foreach (var alternative in file.Alternatives) alternative.Open(now);
        db.OfferComments.Add(new OfferComment(hotel.Id, first, null, "Fiona Ross", Comment, now, asksForChange: true));
        db.Tasks.Add(new DeskTask(hotel.Id, conference.Id, $"{first.Number} / {first.Revision}: the client asks for a change: {Comment}", today, seller.Id, now));

        // More off than a seller may give: the manager decides before it goes out.
        var seminar = await BookedAsync("Laboratory seminar", waiting, "Oxford", today.PlusDays(55), 16, SetupStyle.UShape);
        await KeptAsync(seminar, new QuoteRequest
        {
            ValidUntil = today.PlusDays(14), Functions = [new FunctionAsked(await PlannedAsync(seminar)) { PackageId = packages["DDR"], Discount = 0.18m }],
            Extras = [new("", RevenueClass.Food, null, null, ItemId: items["MENU-WORK"], Key: 1, PerPerson: true)],
        }, 1, "", "They bring four seminars a year and have a cheaper offer from the Hotel Adriatik.");
        await db.SaveChangesAsync(cancel);

        Task<int> SpaceAsync(string name) => db.Spaces.Where(space => space.PropertyId == hotel.Id && space.Name == name).Select(space => space.Id).SingleAsync(cancel);

        async Task<Booking> BookedAsync(string name, int account, string space, LocalDate day, int people, SetupStyle style)
        {
            while (day.DayOfWeek is not (IsoDayOfWeek.Tuesday or IsoDayOfWeek.Wednesday)) day = day.PlusDays(1);
            var booking = Booking.Inquire(hotel.Id, account, await db.NextBookingReferenceAsync(today.Year, cancel), name, seller.Id, now);
            booking.Add(Function.Plan(name, await SpaceAsync(space), style, day + new LocalTime(9, 0), day + new LocalTime(17, 0), people, hotel.Zone, hotel.TimesFor(style)));
            db.Bookings.Add(booking);
            await db.SaveChangesAsync(cancel);
            return booking;
        }

        async Task<PlannedFunction> PlannedAsync(Booking booking) => PlannedFunction.Of((await grounds.ReadAsync(booking.Id, seller.Id, cancel))!.Functions[0], 1);

        async Task<Quote> KeptAsync(Booking booking, QuoteRequest request, int alternative, string name, string? why = null)
        {
            var ground = (await grounds.ReadAsync(booking.Id, seller.Id, cancel))!;
            return await drafting.KeepAsync(new QuoteWish(ground, request, await grounds.PriceAsync(ground, request, cancel), 1, alternative, name, why), draft: null, actor, cancel);
        }
    }
}
