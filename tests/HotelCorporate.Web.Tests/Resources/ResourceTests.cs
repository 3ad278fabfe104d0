using System.Net;
using ClosedXML.Excel;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Resources;

public sealed class ResourcesOnSqlite(SqliteSite site) : ResourceTests(site), IClassFixture<SqliteSite>;

public sealed class ResourcesOnPostgres(PostgresSite site) : ResourceTests(site), IClassFixture<PostgresSite>;

/// <summary>Stock, kits, what functions need, what is short and what is hired, as the house works with them (domain section 7).</summary>
public abstract class ResourceTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_need_beyond_what_is_free_is_taken_and_listed_until_it_is_hired_or_its_booking_ends()
    {
        var (events, day) = (await site.SignedInAsync("events@demo.example"), new LocalDate(2028, 3, 14));
        var lamp = await AddAsync(events, "Spotlights", "3");
        var kit = await KitAsync(events, "Light show", (lamp, 2));
        var (one, other) = (await OptionAsync("Oxford", day), await OptionAsync("Windsor", day));
        Assert.Equal(HttpStatusCode.Redirect, (await NeedAsync(events, one, kit, "1")).StatusCode);
        Assert.DoesNotContain("Spotlights", await ShortAsync(events, day), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await NeedAsync(events, other, lamp, "3")).StatusCode);
        var listed = await ShortAsync(events, day);
        Assert.Contains("2 short", listed, StringComparison.Ordinal);
        Assert.Contains(one.Reference, listed, StringComparison.Ordinal);
        Assert.Contains(other.Reference, listed, StringComparison.Ordinal);
        Assert.Contains("Hire 2 from outside", listed, StringComparison.Ordinal);
        Assert.Contains("2 short", (await events.PageAsync($"/bookings/{other.Id}/resources")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5", (await events.PageAsync($"/resources?date={Iso(day)}")).QuerySelector("td.short")!.TextContent, StringComparison.Ordinal);

        using var file = await events.GetAsync($"/resources/shortages/export.xlsx?from={Iso(day)}&until={Iso(day)}");
        await using var content = await file.Content.ReadAsStreamAsync();
        using var book = new XLWorkbook(content);
        var row = book.Worksheet(1).Row(2);
        Assert.Equal(("Spotlights", 5d, 3d), (row.Cell(1).GetString(), row.Cell(4).GetDouble(), row.Cell(5).GetDouble()));

        var need = await site.InDatabaseAsync(db => db.ResourceNeeds.Where(found => found.ResourceId == lamp).Select(found => found.Id).SingleAsync());
        var (page, hire) = ($"/bookings/{other.Id}/resources", $"/bookings/{other.Id}/resources/needs/{need}/hires/new");
        using var tooMany = await events.SendShownAsync(page, hire, new() { ["Quantity"] = "4", ["Supplier"] = "Sound & Light", ["Cost"] = "12" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.StatusCode);
        Assert.Equal("Sound & Light", (await HotelBrowser.ParseAsync(tooMany)).QuerySelector("[name=Supplier]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await events.SendShownAsync(page, hire, new() { ["Quantity"] = "2", ["Supplier"] = "Sound & Light", ["Cost"] = "12", ["Price"] = "20.50" })).StatusCode);
        Assert.DoesNotContain("Spotlights", await ShortAsync(events, day), StringComparison.Ordinal);
        var offer = await (await site.SignedInAsync("sales@demo.example")).PageAsync($"/bookings/{other.Id}/quotes/new");
        Assert.Equal(("Spotlights, Meeting", "2", "20.5"), (Typed(offer, "Extras[0].Description"), Typed(offer, "Extras[0].Quantity"), Typed(offer, "Extras[0].Price")));

        var hired = await site.InDatabaseAsync(db => db.ResourceNeeds.SelectMany(found => found.Hires).Where(found => found.Supplier == "Sound & Light").Select(found => found.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await events.PostAsync($"{page}/hires/{hired}/remove", [], page)).StatusCode);
        Assert.Contains("Spotlights", await ShortAsync(events, day), StringComparison.Ordinal);
        await InMovesAsync(moves => moves.LoseAsync(one.Id, LostReason.Price, "Too dear", null, Actor.Clock, CancellationToken.None));
        Assert.DoesNotContain("Spotlights", await ShortAsync(events, day), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_booking_is_not_moved_to_where_it_would_newly_lack_something()
    {
        var (events, sales, day) = (await site.SignedInAsync("events@demo.example"), await site.SignedInAsync("sales@demo.example"), new LocalDate(2028, 4, 11));
        var stage = await AddAsync(events, "Revolving stages", "1");
        var (own, other) = (await OptionAsync("Oxford", day), await OptionAsync("Windsor", day.PlusDays(2)));
        await NeedAsync(events, own, stage, "1");
        await NeedAsync(events, other, stage, "1");
        var (page, move) = ($"/bookings/{own.Id}", $"/bookings/{own.Id}/move");
        using var stays = await sales.SendShownAsync(page, move, new() { ["firstDay"] = Iso(day.PlusDays(2)), ["reason"] = "They asked" });
        Assert.Contains("Revolving stages: 2 are needed and 1 are there", (await HotelBrowser.ParseAsync(stays)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(day, await FirstDayAsync(own.Id));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync(page, move, new() { ["firstDay"] = Iso(day.PlusDays(3)), ["reason"] = "They asked" })).StatusCode);
        Assert.Equal(day.PlusDays(3), await FirstDayAsync(own.Id));
        Assert.Contains("Revolving stages", (await events.PageAsync($"/bookings/{own.Id}/resources")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var events = await site.SignedInAsync("events@demo.example");
        foreach (var (field, typed) in new[] { ("Stock", "-1"), ("Stock", "100001"), ("Stock", "many"), ("Name", ""), ("HireCost", "-2"), ("StyleFigures[Banquet]", "0") })
        {
            using var refused = await events.SendShownAsync("/resources/new", "/resources/new", new(new Dictionary<string, string> { ["Name"] = "Gongs", ["Stock"] = "2", ["Kind"] = "Furniture" }) { [field] = typed });
            var shown = await HotelBrowser.ParseAsync(refused);
            Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity, $"{field} {typed} answered {(int)refused.StatusCode}.");
            Assert.Contains("is-invalid", shown.QuerySelector($"[name='{field}']")!.ClassName, StringComparison.Ordinal);
            Assert.Equal(typed, Typed(shown, field));
        }

        var gong = await AddAsync(events, "Gongs", "2");
        var (inner, outer) = (await KitAsync(events, "Gong set", (gong, 1)), 0);
        outer = await KitAsync(events, "Temple", (inner, 1));
        using var loop = await events.SendShownAsync($"/resources/{inner}/edit", $"/resources/{inner}/edit", new() { ["Parts[1].PartId"] = $"{outer}", ["Parts[1].Quantity"] = "1" });
        Assert.Contains("would contain itself", (await HotelBrowser.ParseAsync(loop)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Resources.Where(found => found.Id == inner).SelectMany(found => found.Parts).CountAsync()));

        var booking = await OptionAsync("Cambridge", new LocalDate(2028, 5, 9));
        foreach (var (field, typed) in new[] { ("Quantity", "0"), ("Quantity", "-3"), ("Quantity", "100001"), ("Quantity", ""), ("From", "7:00"), ("Until", "20:00"), ("Until", "soon"), ("ResourceId", "") })
        {
            using var refused = await NeedAsync(events, booking, gong, "1", (field, typed));
            var shown = await HotelBrowser.ParseAsync(refused);
            Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity, $"{field} {typed} answered {(int)refused.StatusCode}.");
            Assert.Contains("is-invalid", shown.QuerySelector($"details.card-footer [name='{field}']")!.ClassName, StringComparison.Ordinal);
        }

        Assert.Equal(0, await site.InDatabaseAsync(db => db.ResourceNeeds.CountAsync(need => need.ResourceId == gong)));
        Assert.Equal(HttpStatusCode.Redirect, (await events.PostAsync($"/resources/{gong}/retire", [], $"/resources/{gong}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await NeedAsync(events, booking, gong, "1")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await events.PostAsync($"/resources/{gong}/retire", [], $"/resources/{inner}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await events.PostAsync($"/resources/{gong}/restore", [], $"/resources/{gong}")).StatusCode);
    }

    [Fact]
    public async Task A_day_says_whether_people_and_tables_suffice_to_turn_the_spaces()
    {
        var (events, day) = (await site.SignedInAsync("events@demo.example"), new LocalDate(2028, 6, 13));
        await AddAsync(events, "Stagehands", "1", ("StyleFigures[Theatre]", "1"));
        await OptionAsync("Oxford", day);
        var feasible = await events.PageAsync($"/resources/turn-rounds?date={Iso(day)}");
        Assert.NotNull(feasible.QuerySelector(".alert-success"));
        await OptionAsync("Windsor", day);
        var clash = (await events.PageAsync($"/resources/turn-rounds?date={Iso(day)}")).QuerySelectorAll(".clashes li").Select(line => line.TextContent).ToList();
        Assert.Equal(["2 changes between 08:15 and 09:00 need 2 Stagehands, 1 are there.", "2 changes between 17:00 and 17:30 need 2 Stagehands, 1 are there."], clash);
        var stagehands = await site.InDatabaseAsync(db => db.Resources.Where(found => found.Name == "Stagehands").Select(found => found.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await events.PostAsync($"/resources/{stagehands}/retire", [], $"/resources/{stagehands}")).StatusCode);
    }

    [Fact]
    public async Task A_change_over_somebody_elses_is_asked_again()
    {
        var events = await site.SignedInAsync("events@demo.example");
        var id = await AddAsync(events, "Easels", "5");
        Assert.Equal(HttpStatusCode.Redirect, (await events.SendShownAsync($"/resources/{id}/edit", $"/resources/{id}/edit", new() { ["Stock"] = "6" })).StatusCode);
        using var stale = await events.SendShownAsync($"/resources/{id}/edit", $"/resources/{id}/edit", new() { ["Stock"] = "7", ["Opened"] = "1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Equal(6, await site.InDatabaseAsync(db => db.Resources.Where(found => found.Id == id).Select(found => found.Stock).SingleAsync()));
        Assert.Contains(await site.InDatabaseAsync(db => db.Journal.Where(entry => entry.Subject == "Resource" && entry.SubjectId == id).Select(entry => entry.Action).ToListAsync()), action => action == "change");
    }

    private static async Task<int> AddAsync(HotelBrowser browser, string name, string stock, params (string Field, string Typed)[] more)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Name"] = name, ["Stock"] = stock, ["Kind"] = name == "Stagehands" ? "People" : "Equipment" };
        foreach (var (field, typed) in more) fields[field] = typed;
        return await MadeAsync(await browser.SendShownAsync("/resources/new", "/resources/new", fields));
    }

    private static async Task<int> KitAsync(HotelBrowser browser, string name, (int Id, int Quantity) part) =>
        await MadeAsync(await browser.SendShownAsync("/resources/new", "/resources/new", new() { ["Name"] = name, ["Kind"] = "Kit", ["Parts[0].PartId"] = $"{part.Id}", ["Parts[0].Quantity"] = $"{part.Quantity}" }));

    private static async Task<int> MadeAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return int.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task<HttpResponseMessage> NeedAsync(HotelBrowser browser, Booking booking, int resource, string quantity, (string Field, string Typed)? typed = null)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["ResourceId"] = $"{resource}", ["Quantity"] = quantity };
        if (typed is { } other) fields[other.Field] = other.Typed;
        return browser.SendShownAsync($"/bookings/{booking.Id}/resources", $"/bookings/{booking.Id}/resources/needs/new?functionId={booking.Functions[0].Id}", fields);
    }

    private static async Task<string> ShortAsync(HotelBrowser browser, LocalDate day) => (await browser.PageAsync($"/resources/shortages?from={Iso(day)}&until={Iso(day)}")).QuerySelector("main")!.TextContent;

    private static string? Typed(AngleSharp.Html.Dom.IHtmlDocument page, string field) => page.QuerySelector($"[name='{field}']")!.GetAttribute("value");

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private Task<LocalDate> FirstDayAsync(int booking) => site.InDatabaseAsync(async db => (await db.Functions.SingleAsync(function => function.BookingId == booking)).Start.Date);

    private async Task InMovesAsync(Func<BookingMoves, Task> move)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await move(scope.ServiceProvider.GetRequiredService<BookingMoves>());
    }

    private async Task<Booking> OptionAsync(string space, LocalDate day)
    {
        var booking = await site.InDatabaseAsync(async db =>
        {
            var property = await db.Properties.SingleAsync(property => property.Code == "TIA");
            var room = await db.Spaces.Where(found => found.Name == space).Select(found => found.Id).SingleAsync();
            var made = Booking.Inquire(property.Id, await db.Accounts.Select(account => account.Id).FirstAsync(), "T" + Guid.NewGuid().ToString("N")[..16], "Needs", null, site.Clock.GetCurrentInstant());
            made.Add(Function.Plan("Meeting", room, SetupStyle.Theatre, day + new LocalTime(9, 0), day + new LocalTime(17, 0), 20, property.Zone));
            db.Bookings.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        await InMovesAsync(moves => moves.OptionAsync(booking.Id, new LocalDate(2026, 12, 20), Actor.Clock, CancellationToken.None));
        return booking;
    }
}
