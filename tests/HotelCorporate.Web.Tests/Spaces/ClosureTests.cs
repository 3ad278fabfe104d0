using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Spaces;

public sealed class ClosuresOnSqlite(SqliteSite site) : ClosureTests(site), IClassFixture<SqliteSite>;

public sealed class ClosuresOnPostgres(PostgresSite site) : ClosureTests(site), IClassFixture<PostgresSite>;

/// <summary>A space is closed for a time, not over what is booked; and what is booked keeps its rooms.</summary>
public abstract class ClosureTests(HotelSiteFixture site)
{
    private static readonly LocalDate Day = new(2028, 9, 12);

    [Fact]
    public async Task A_closure_is_refused_while_booked_and_who_waited_for_one_is_promoted_when_it_is_lifted()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var space = await RoomAsync("Windsor");
        var booked = await OptionAsync(space, Day);
        using var refused = await CloseAsync(manager, space, "2028-09-11", "2028-09-13");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Contains(booked.Reference, page.QuerySelector("#FirstDay-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("New carpet", page.QuerySelector("[name=Reason]")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.Redirect, (await CloseAsync(manager, space, "2028-09-20", "2028-09-21")).StatusCode);
        var closure = await site.InDatabaseAsync(db => db.Closures.AsNoTracking().SingleAsync(found => found.SpaceId == space));
        Assert.Equal(new LocalDate(2028, 9, 22).AtMidnight(), closure.End);
        var waiting = await OptionAsync(space, new LocalDate(2028, 9, 21));
        Assert.False(await IsFirmAsync(waiting.Id));
        Assert.Contains("New carpet", (await manager.PageAsync($"/spaces/{space}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/spaces/{space}/closures/{closure.Id}/lift", [], $"/spaces/{space}")).StatusCode);
        Assert.True(await IsFirmAsync(waiting.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync($"/spaces/{space}/closures/{closure.Id}/lift", [], $"/spaces/{space}")).StatusCode);
    }

    [Fact]
    public async Task Many_closures_are_folded_and_whole_days_are_named_without_hours()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var space = await RoomAsync("Mezzanine South");
        for (var month = 1; month <= 7; month++) Assert.Equal(HttpStatusCode.Redirect, (await CloseAsync(manager, space, $"2029-0{month}-10", $"2029-0{month}-{(month == 1 ? 10 : 12)}")).StatusCode);
        var page = await manager.PageAsync($"/spaces/{space}");
        var listed = page.QuerySelectorAll(".closure .text-secondary").Select(span => span.TextContent).ToList();
        Assert.Equal(["Wed 10 Jan 2029", "Sat 10 Feb 2029 – Mon 12 Feb 2029"], listed.Take(2));
        Assert.Equal(7, listed.Count);
        Assert.Equal(2, page.QuerySelectorAll(".closures-later .closure").Length);
    }

    [Theory]
    [InlineData("", "2028-10-01", "2028-10-02", "Reason", "Say why")]
    [InlineData("Works", "2028-10-03", "2028-10-01", "LastDay", "ends before it starts")]
    [InlineData("Works", "2020-10-01", "2020-10-02", "LastDay", "over already")]
    [InlineData("Works", "2028-10-01", "2031-10-02", "LastDay", "two years")]
    [InlineData("Works", "", "2028-10-02", "FirstDay", "first day")]
    public async Task What_is_wrong_with_a_closure_is_said_at_its_field(string reason, string first, string last, string field, string says)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var refused = await CloseAsync(manager, await RoomAsync("Chopin"), first, last, reason);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(says, (await HotelBrowser.ParseAsync(refused)).QuerySelector($"#{field}-wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_space_is_made_of_stays_while_a_booking_to_come_stands_on_it()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var space = await RoomAsync("Oxford & Cambridge");
        await OptionAsync(space, Day, SetupStyle.Banquet);
        var address = $"/spaces/{space}/edit";
        var more = await site.InDatabaseAsync(db => db.Atoms.Where(atom => atom.Name == "Trinity" || atom.Name == "Oxford").Select(atom => atom.Id).ToListAsync());
        var form = (await manager.PageAsync(address)).FormTo(address);
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([.. Forms.AsShown(form).Where(field => field.Key != "Atoms"), .. more.Select(id => KeyValuePair.Create("Atoms", $"{id}")), new("__RequestVerificationToken", token)]);
        using var refused = await manager.Http.PostAsync(new Uri(address, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Bookings or closures stand on Oxford & Cambridge", (await HotelBrowser.ParseAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
        using var rest = new FormUrlEncodedContent([.. Forms.AsShown(form).Where(field => field.Key != "Floor"), new("Floor", "First"), new("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.Http.PostAsync(new Uri(address, UriKind.Relative), rest)).StatusCode); // what it is called and where it lies may change
    }

    private static async Task<HttpResponseMessage> CloseAsync(HotelBrowser browser, int space, string first, string last, string reason = "New carpet") =>
        await browser.SendShownAsync($"/spaces/{space}", $"/spaces/{space}/closures/new", new() { ["Reason"] = reason, ["FirstDay"] = first, ["LastDay"] = last });

    private Task<int> RoomAsync(string name) => site.InDatabaseAsync(db => db.Spaces.Where(space => space.Name == name).Select(space => space.Id).SingleAsync());

    private Task<bool> IsFirmAsync(int booking) => site.InDatabaseAsync(db => db.Functions.Where(function => function.BookingId == booking).Select(function => function.IsFirm).SingleAsync());

    private async Task<Booking> OptionAsync(int space, LocalDate day, SetupStyle style = SetupStyle.Theatre)
    {
        var booking = await site.InDatabaseAsync(async db =>
        {
            var property = await db.Properties.SingleAsync(property => property.Code == "TIA");
            var made = Booking.Inquire(property.Id, await db.Accounts.Select(account => account.Id).FirstAsync(), "T" + Guid.NewGuid().ToString("N")[..16], "Closed", null, site.Clock.GetCurrentInstant());
            made.Add(Function.Plan("Meeting", space, style, day + new LocalTime(9, 0), day + new LocalTime(17, 0), 30, property.Zone));
            db.Bookings.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BookingMoves>().OptionAsync(booking.Id, new LocalDate(2026, 12, 20), Actor.Clock, CancellationToken.None);
        return booking;
    }
}
