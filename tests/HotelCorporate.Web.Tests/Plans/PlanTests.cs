using System.Net;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Bookings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Plans;

public sealed class PlansOnSqlite(SqliteSite site) : PlanTests(site), IClassFixture<SqliteSite>;

public sealed class PlansOnPostgres(PostgresSite site) : PlanTests(site), IClassFixture<PostgresSite>;

/// <summary>An event of several functions finds its days and its spaces, and takes them.</summary>
public abstract class PlanTests(HotelSiteFixture site)
{
    private const string Congress =
        "functions[0].name=Plenary&functions[0].day=1&functions[0].from=9:00&functions[0].until=12:00&functions[0].people=120&functions[0].style=Theatre&"
        + "functions[1].name=Workshop&functions[1].day=1&functions[1].from=9:00&functions[1].until=12:00&functions[1].people=20&functions[1].style=Classroom&"
        + "functions[2].name=Dinner&functions[2].day=2&functions[2].from=19:00&functions[2].until=22:00&functions[2].people=100&functions[2].style=Banquet";

    private const string Large = "functions[0].name=Gala&functions[0].day=1&functions[0].from=12:15&functions[0].until=16:00&functions[0].people=1200&functions[0].style=Theatre";

    [Fact]
    public async Task A_bookings_functions_find_their_days_and_take_a_plan_together()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var id = await OpenAsync(browser, "Plans a congress", "2028-02-01", option: null);
        Assert.NotNull((await browser.PageAsync($"/bookings/{id}")).QuerySelector($"a[href='/plans?bookingId={id}']"));

        var own = await browser.PageAsync($"/plans?bookingId={id}");
        Assert.Contains("proven the best", own.Body!.TextContent, StringComparison.Ordinal);
        var functions = string.Join('&', own.QuerySelectorAll(".plan-rows input, .plan-rows select").Select(field => $"{field.GetAttribute("name")}={Uri.EscapeDataString(field is IHtmlSelectElement list ? list.Value ?? "" : field.GetAttribute("value") ?? "")}"));
        var march = await browser.PageAsync($"/plans?bookingId={id}&from=2028-03-01&until=2028-03-31&days=Monday&days=Tuesday&days=Wednesday&days=Thursday&days=Friday&{functions}");
        var days = march.QuerySelectorAll(".plan-days ol a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(18, days.Count); // of 23 weekdays in March 2028, those with another one after them

        var opened = await browser.PageAsync(days.First(day => day.Contains("first=2028-03-07", StringComparison.Ordinal)).Split('#')[0]);
        using var taken = await SendAsync(browser, opened.Forms.First(form => form.Action.Contains("/plans/take", StringComparison.Ordinal)));

        Assert.Equal((HttpStatusCode.Redirect, $"/bookings/{id}"), (taken.StatusCode, taken.Headers.Location!.ToString()));
        var booking = await ReadAsync(id);
        Assert.All(booking.Functions, function => Assert.NotNull(function.SpaceId));
        Assert.Equal([7, 7, 8], booking.Functions.OrderBy(function => function.Id).Select(function => function.Start.Day));
        Assert.Equal(3, await site.InDatabaseAsync(db => db.Journal.CountAsync(row => row.Subject == "Booking" && row.SubjectId == id && row.Action == "move")));
    }

    [Fact]
    public async Task An_option_moves_its_holds_and_what_was_taken_meanwhile_is_refused_whole()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var id = await OpenAsync(browser, "Moves its option", "2028-05-09", option: "2026-12-20", rooms: ["Trianon", "Escorial", "Versailles"]);
        var page = await browser.PageAsync($"/plans?bookingId={id}");
        var form = page.Forms.First(form => form.Action.Contains("/plans/take", StringComparison.Ordinal));
        var dinner = int.Parse(form.QuerySelector("[name='Picks[2].SpaceId']")!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture);
        var other = await OpenAsync(browser, "Is faster", "2028-05-09", option: "2026-12-20", [null, null, $"{dinner}"]);

        using var refused = await SendAsync(browser, form);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains((await ReadAsync(other)).Reference, (await HotelBrowser.ParseAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Escorial", "Trianon", "Versailles"], await HeldAsync(id));

        var again = (await browser.PageAsync($"/plans?bookingId={id}")).Forms.First(form => form.Action.Contains("/plans/take", StringComparison.Ordinal));
        using var unexplained = await SendAsync(browser, again);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.StatusCode); // the room that is left is a tight one
        using var taken = await SendAsync(browser, again, reason: "The client saw it and wants it");
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.DoesNotContain("Versailles", await HeldAsync(id));
        Assert.All((await ReadAsync(id)).Functions, function => Assert.True(function.IsFirm));
    }

    [Fact]
    public async Task Without_a_booking_a_plan_fills_in_a_new_inquiry()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var page = await browser.PageAsync($"/plans?from=2028-06-05&until=2028-06-30&first=2028-06-06&sameFloor=true&{Congress}");
        var inquiry = await browser.PageAsync(page.QuerySelector("#plan a[href^='/bookings/new']")!.GetAttribute("href")!);
        Assert.Equal(["Plenary", "Workshop", "Dinner"], Enumerable.Range(0, 3).Select(i => inquiry.QuerySelector($"#f{i}n")!.GetAttribute("value")!));
        Assert.Equal(["2028-06-06", "2028-06-06", "2028-06-07"], Enumerable.Range(0, 3).Select(i => inquiry.QuerySelector($"#f{i}d")!.GetAttribute("value")!));
        Assert.All(Enumerable.Range(0, 3), i => Assert.NotEqual("", ((IHtmlSelectElement)inquiry.QuerySelector($"#f{i}r")!).Value));

        var coordinator = await site.SignedInAsync("events@demo.example");
        var read = await coordinator.PageAsync($"/plans?from=2028-06-05&until=2028-06-30&first=2028-06-06&{Congress}");
        Assert.NotNull(read.QuerySelector("#plan table"));
        Assert.Null(read.QuerySelector("#plan a[href^='/bookings/new']"));
    }

    [Fact]
    public async Task What_does_not_fit_names_the_booking_and_a_repair_that_fits()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var id = await OpenAsync(browser, "Fills the ballroom", "2028-09-12", option: "2026-12-20", ["Grand Ballroom", null, null]);
        var page = await browser.PageAsync($"/plans?from=2028-09-12&until=2028-09-12&{Large}");

        var reference = (await ReadAsync(id)).Reference;
        Assert.Contains($"{reference} in Versailles is cleared at 12:30: our set-up misses 60 minutes.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Too small: 1,200 people, 800 is the most allowed.", page.Body.TextContent, StringComparison.Ordinal);
        var repair = page.QuerySelectorAll(".plan-repairs li").First(item => item.TextContent.Contains("60 minutes later", StringComparison.Ordinal));
        var repaired = await browser.PageAsync(repair.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0]);
        Assert.Contains("Grand Ballroom", repaired.QuerySelector("#plan table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repair_is_taken_with_one_press()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        await OpenAsync(browser, "Has the ballroom", "2028-10-10", option: "2026-12-20", ["Grand Ballroom", null, null]);
        var id = await GalaAsync(browser, "2028-10-10", "12:15");
        var page = await browser.PageAsync($"/plans?bookingId={id}");
        var later = Repair(page, "60 minutes later");

        using var taken = await SendAsync(browser, later);
        Assert.Equal((HttpStatusCode.Redirect, $"/bookings/{id}"), (taken.StatusCode, taken.Headers.Location!.ToString()));
        var gala = (await ReadAsync(id)).Functions.Single();
        Assert.Equal((new LocalTime(13, 15), await SpaceIdAsync("Grand Ballroom")), (gala.Start.TimeOfDay, gala.SpaceId));

        // Without a booking it fills in the inquiry.
        var free = await browser.PageAsync($"/plans?from=2028-10-10&until=2028-10-10&{Large}");
        using var inquiry = await SendAsync(browser, Repair(free, "60 minutes later"));
        Assert.StartsWith("/bookings/new?", inquiry.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("13%3A15", inquiry.Headers.Location.ToString().Replace("%3a", "%3A", StringComparison.Ordinal).Replace("13:15", "13%3A15", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repair_that_no_longer_fits_says_why_and_loses_nothing()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        await OpenAsync(browser, "Has the ballroom", "2028-10-17", option: "2026-12-20", ["Grand Ballroom", null, null]);
        var id = await GalaAsync(browser, "2028-10-17", "12:15");
        var page = await browser.PageAsync($"/plans?bookingId={id}");
        var other = await GalaAsync(browser, "2028-10-17", "13:30", option: "2026-12-20");

        using var refused = await SendAsync(browser, Repair(page, "60 minutes later"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var shown = await HotelBrowser.ParseAsync(refused);
        var said = shown.QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("That no longer fits: Gala has no space.", said, StringComparison.Ordinal);
        Assert.Contains((await ReadAsync(other)).Reference, said, StringComparison.Ordinal);
        Assert.Equal("12:15", shown.QuerySelector("#f0f")!.GetAttribute("value"));
        Assert.Null((await ReadAsync(id)).Functions.Single().SpaceId);
    }

    [Fact]
    public async Task Behind_an_option_that_lapses_one_press_puts_an_inquiry_on_option_and_in_line()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var first = await GalaAsync(browser, "2028-11-14", "12:00", option: "2026-12-20");
        var id = await GalaAsync(browser, "2028-11-14", "12:15");
        var page = await browser.PageAsync($"/plans?bookingId={id}");
        var reference = (await ReadAsync(first)).Reference;
        Assert.Contains("The booking goes on option until", page.QuerySelectorAll(".plan-repairs li").First(item => item.TextContent.Contains(reference, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);

        using var taken = await SendAsync(browser, Repair(page, reference));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var booking = await ReadAsync(id);
        Assert.Equal((BookingStatus.Tentative, true, await SpaceIdAsync("Grand Ballroom")), (booking.Status, booking.Functions[0].IsWaiting, booking.Functions[0].SpaceId));
        Assert.Contains($"What {reference} holds is waited for in line.", (await browser.PageAsync($"/bookings/{id}")).Body!.TextContent, StringComparison.Ordinal);

        using var back = await browser.PostAsync($"/bookings/{first}/give-back", [], $"/bookings/{first}");
        Assert.True((await ReadAsync(id)).Functions[0].IsFirm);
    }

    [Fact]
    public async Task A_booking_on_option_waits_in_line_with_one_press_too_and_a_plan_is_still_refused_what_is_not_on_option()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var first = await GalaAsync(browser, "2028-11-21", "12:00", option: "2026-12-20");
        var id = await GalaAsync(browser, "2028-11-21", "19:30", option: "2026-12-20");
        var booking = await ReadAsync(id);
        Assert.True(booking.Functions[0].IsFirm);
        var page = await browser.PageAsync($"/plans?bookingId={id}&from=2028-11-21&until=2028-11-21&functions[0].functionId={booking.Functions[0].Id}&functions[0].day=1&functions[0].from=12:15&functions[0].until=16:00&functions[0].style=Theatre");
        var fix = Repair(page, (await ReadAsync(first)).Reference);

        using var taken = await SendAsync(browser, fix);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var moved = (await ReadAsync(id)).Functions[0];
        Assert.Equal((new LocalTime(12, 15), false, true), (moved.Start.TimeOfDay, moved.IsFirm, moved.IsWaiting));

        using var again = await SendAsync(browser, fix); // from a page that is older than the booking
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("changed this booking a moment ago", (await HotelBrowser.ParseAsync(again)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_is_read_in_one_statement_and_an_event_of_many_functions_is_proven()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var many = string.Join('&', Enumerable.Range(0, 8).Select(i => $"functions[{i}].name=Group+{i}&functions[{i}].day={1 + (i / 4)}&functions[{i}].from=9:00&functions[{i}].until=12:00&functions[{i}].people={10 + i}&functions[{i}].style=Boardroom"));
        site.Statements.Take();
        var page = await browser.PageAsync($"/plans?from=2028-01-01&until=2028-12-31&first=2028-10-03&{many}");
        var statements = site.Statements.Take();
        Assert.Single(statements, statement => statement.Contains("\"Holds\"", StringComparison.Ordinal));
        Assert.InRange(statements.Count, 1, 12);
        Assert.Contains("proven the best", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2028-06-05&until=2028-06-01", "ends before it starts")]
    [InlineData("from=2026-01-05&until=2026-02-01", "over already")]
    [InlineData("from=2028-06-05&until=2028-06-05", "takes 2 days")]
    [InlineData("from=2028-06-05&until=2031-06-05", "two years at most")]
    public async Task A_period_that_cannot_be_is_refused_and_nothing_typed_is_lost(string period, string reason)
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        using var answer = await browser.GetAsync($"/plans?{period}&{Congress}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await HotelBrowser.ParseAsync(answer);
        Assert.Contains(reason, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Workshop", page.QuerySelector("#f1n")!.GetAttribute("value"));
    }

    [Fact]
    public async Task One_more_row_keeps_what_is_typed()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var page = await browser.PageAsync($"/plans?from=2028-06-05&until=2028-06-30&more=true&{Congress}");
        Assert.Equal("Dinner", page.QuerySelector("#f2n")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#f3n"));
        Assert.Null(page.QuerySelector("#plan"));
    }

    private static IHtmlFormElement Repair(AngleSharp.Dom.IDocument page, string named) =>
        (IHtmlFormElement)page.QuerySelectorAll(".plan-repairs li").First(item => item.TextContent.Contains(named, StringComparison.Ordinal)).QuerySelector("form[action^='/plans/repair']")!;

    private Task<int> SpaceIdAsync(string name) => site.InDatabaseAsync(db => db.Spaces.Where(space => space.Name == name).Select(space => space.Id).SingleAsync());

    /// <summary>One function of 1,200 people: only the Grand Ballroom takes it, and on option it asks for that.</summary>
    private async Task<int> GalaAsync(HotelBrowser browser, string date, string from, string? option = null)
    {
        var account = await site.InDatabaseAsync(db => db.Accounts.OrderBy(account => account.Id).Select(account => account.Id).FirstAsync());
        var begins = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(from).Value;
        using var answer = await browser.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{account}", ["Name"] = "Gala", ["OptionOn"] = option ?? "", ["Functions[0].Name"] = "Gala", ["Functions[0].Date"] = date, ["Functions[0].From"] = from,
            ["Functions[0].Until"] = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(begins.PlusHours(3)), ["Functions[0].People"] = "1200", ["Functions[0].Style"] = "Theatre",
            ["Functions[0].SpaceId"] = option is null ? "" : $"{await SpaceIdAsync("Grand Ballroom")}",
        });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<Booking> ReadAsync(int id) => site.InDatabaseAsync(db => db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == id));

    private Task<List<string>> HeldAsync(int id) => site.InDatabaseAsync(db => db.Holds.Where(hold => hold.BookingId == id).Join(db.Atoms, hold => hold.AtomId, atom => atom.Id, (_, atom) => atom.Name).OrderBy(name => name).ToListAsync());

    /// <summary>A plenary and a workshop at once and a dinner on the next day; the dinner on the same day where rooms are named by id.</summary>
    private async Task<int> OpenAsync(HotelBrowser browser, string name, string date, string? option, params string?[] rooms)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var (account, spaces) = await site.InDatabaseAsync(async db => (await db.Accounts.OrderBy(account => account.Id).Select(account => account.Id).FirstAsync(), await db.Spaces.Where(space => space.PropertyId == db.Properties.OrderBy(property => property.Id).First().Id).ToDictionaryAsync(space => space.Name, space => $"{space.Id}")));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["AccountId"] = $"{account}", ["Name"] = name, ["OptionOn"] = option ?? "" };
        (string Name, int Day, string From, string Until, string People, string Style)[] functions = [("Plenary", 0, "9:00", "12:00", "120", "Theatre"), ("Workshop", 0, "9:00", "12:00", "20", "Classroom"), ("Dinner", 1, "19:00", "22:00", "100", "Banquet")];
        var i = 0;
        foreach (var ((what, after, from, until, people, style), room) in functions.Select((function, n) => (function, rooms.ElementAtOrDefault(n))))
        {
            if (room is null && option is not null) continue; // what is held has its room
            (fields[$"Functions[{i}].Name"], fields[$"Functions[{i}].Date"], fields[$"Functions[{i}].From"], fields[$"Functions[{i}].Until"]) = (what, NodaTime.Text.LocalDatePattern.Iso.Format(day.PlusDays(after)), from, until);
            (fields[$"Functions[{i}].People"], fields[$"Functions[{i}].Style"], fields[$"Functions[{i}].SpaceId"]) = (people, style, room is null ? "" : spaces.GetValueOrDefault(room, room));
            i++;
        }

        using var answer = await browser.PostAsync("/bookings/new", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<HttpResponseMessage> SendAsync(HotelBrowser browser, IHtmlFormElement form, string reason = "")
    {
        using var content = new FormUrlEncodedContent(form.Elements.OfType<IHtmlInputElement>().Where(field => field.Name is { Length: > 0 }).Select(field => KeyValuePair.Create(field.Name!, field.Name == "Reason" ? reason : field.Value)));
        return await browser.Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }
}
