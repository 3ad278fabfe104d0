using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Diary;

/// <summary>Puts bookings, closures and holidays into the first demo hotel, in years in which nothing else is there.</summary>
internal static class DiaryExamples
{
    public static async Task<int> SpaceAsync(this HotelSiteFixture site, string name) =>
        await site.InDatabaseAsync(db => db.Spaces.Where(space => space.PropertyId == 1 && space.Name == name).Select(space => space.Id).SingleAsync());

    /// <summary>A booking with one function from 9 to 12, set up and cleared in half an hour; it holds its room until an option date, unless it only asks.</summary>
    public static async Task<Booking> BookAsync(
        this HotelSiteFixture site, string name, string space, LocalDate day, bool holds = true, FunctionUse? use = null, int company = 0, string owner = "sales@demo.example", SetupStyle style = SetupStyle.Theatre, string? reason = null)
    {
        var spaceId = await site.SpaceAsync(space);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var hotel = await db.Properties.SingleAsync(property => property.Id == 1);
        var (account, ownerId) = (await CompanyAsync(db, company), await db.Users.Where(user => user.Email == owner).Select(user => user.Id).SingleAsync());
        var now = site.Clock.GetCurrentInstant();
        var booking = Booking.Inquire(hotel.Id, account, await NumberAsync(db), name, ownerId, now);
        booking.Add(Function.Plan("Meeting", spaceId, style, day.At(new LocalTime(9, 0)), day.At(new LocalTime(12, 0)), 20, hotel.Zone, new SetupTimes(30, 30)));
        db.Add(booking);
        await db.SaveChangesAsync();
        var moves = scope.ServiceProvider.GetRequiredService<BookingMoves>();
        if (holds) await moves.OptionAsync(booking.Id, new LocalDate(2026, 12, 20), Actor.Clock, default);
        var meeting = booking.Functions[0];
        if (use is not null) await moves.RearrangeAsync(booking.Id, null, [new FunctionMove(meeting.Id, spaceId, meeting.Start, meeting.End, Use: use)], mayWait: false, reason, Actor.Clock, default);
        return booking;
    }

    public static async Task CloseAsync(this HotelSiteFixture site, string space, string reason, LocalDateTime start, LocalDateTime end)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
        var closed = await db.Spaces.SingleAsync(found => found.PropertyId == 1 && found.Name == space);
        var hotel = await db.Properties.SingleAsync(property => property.Id == 1);
        await scope.ServiceProvider.GetRequiredService<BookingMoves>().CloseSpaceAsync(Closure.Plan(closed, reason, start, end, hotel.Zone, site.Clock.GetCurrentInstant()), Actor.Clock, default);
    }

    public static Task<int> CelebrateAsync(this HotelSiteFixture site, LocalDate on, string name) => site.InDatabaseAsync(db =>
    {
        db.Holidays.Add(new Holiday(1, on, name));
        return db.SaveChangesAsync();
    });

    public static Task<int> ChangeSpaceAsync(this HotelSiteFixture site, string name, Action<Space> change) => site.InDatabaseAsync(async db =>
    {
        change(await db.Spaces.SingleAsync(space => space.PropertyId == 1 && space.Name == name));
        return await db.SaveChangesAsync();
    });

    public static Task<(int Id, string Name)> CompanyOfAsync(this HotelSiteFixture site, int company) => site.InDatabaseAsync(async db =>
    {
        var id = await CompanyAsync(db, company);
        return (id, await db.Accounts.Where(account => account.Id == id).Select(account => account.TradeName).SingleAsync());
    });

    public static Task<int> ContactAsync(this HotelSiteFixture site, int company, string name, string phone, ContactPart part) => site.InDatabaseAsync(async db =>
    {
        var id = await CompanyAsync(db, company);
        (await db.Accounts.Include(account => account.Contacts).SingleAsync(account => account.Id == id)).Add(new Contact { Name = name, Phone = phone, Part = part });
        return await db.SaveChangesAsync();
    });

    private static Task<int> CompanyAsync(HotelDb db, int place) => db.Accounts.OrderBy(account => account.Id).Skip(place).Select(account => account.Id).FirstAsync();

    private static async Task<string> NumberAsync(HotelDb db)
    {
        await using var turn = await db.BeginWriteAsync(default);
        var number = await db.NextBookingReferenceAsync(2026, default);
        await turn.CommitAsync(default);
        return number;
    }
}
