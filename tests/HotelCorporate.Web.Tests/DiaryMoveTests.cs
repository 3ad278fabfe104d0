using System.Globalization;
using System.Net;
using System.Text.Json;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class DiaryMovesOnSqlite(SqliteSite site) : DiaryMoveTests(site), IClassFixture<SqliteSite>;

public sealed class DiaryMovesOnPostgres(PostgresSite site) : DiaryMoveTests(site), IClassFixture<PostgresSite>;

/// <summary>Functions moved, stretched and added in the diary, over HTTP: the server is the judge.</summary>
public abstract class DiaryMoveTests(HotelSiteFixture site)
{
    private static int _day;

    [Fact]
    public async Task A_moved_function_holds_its_new_room_gives_the_old_one_to_who_waits_and_comes_back()
    {
        var day = NextDay();
        var (first, second) = (await MakeAsync(day, "Balmoral", option: true), await MakeAsync(day, "Balmoral", option: true));
        Assert.Equal([true, false], new[] { first, second }.Select(made => made.Function.IsFirm));
        var browser = await CoordinatorAsync();

        using var moved = await MoveAsync(browser, first, "Windsor", shift: 60);
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var (a, b) = (await ReadAsync(first), await ReadAsync(second));
        Assert.Equal((true, true, new LocalTime(10, 0)), (a.IsFirm, b.IsFirm, a.Start.TimeOfDay));
        Assert.Equal(["Windsor"], await HeldAsync(a.Id));
        var line = await site.InDatabaseAsync(db => db.Journal.AsNoTracking().Where(entry => entry.SubjectId == first.BookingId && entry.Action == "move").SingleAsync());
        Assert.Contains("Windsor", line.InEnglish().To, StringComparison.Ordinal);

        // The old room is somebody else's now: the way back is refused with who has it, and nothing changes.
        var undo = JsonDocument.Parse(await moved.Content.ReadAsStringAsync()).RootElement;
        using var back = await SendAsync(browser, new()
        {
            ["Version"] = undo.GetProperty("version").ToString(), ["Moves[0].FunctionId"] = $"{a.Id}", ["Moves[0].SpaceId"] = undo.GetProperty("undo")[0].GetProperty("spaceId").ToString(),
            ["Moves[0].Start"] = undo.GetProperty("undo")[0].GetProperty("start").GetString()!, ["Moves[0].End"] = undo.GetProperty("undo")[0].GetProperty("end").GetString()!,
        });
        Assert.Equal(HttpStatusCode.Conflict, back.StatusCode);
        Assert.Contains($"is held by {second.Reference}", await back.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["Windsor"], await HeldAsync(a.Id));
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_not_moved_over()
    {
        var made = await MakeAsync(NextDay(), "Balmoral", option: true);
        var browser = await CoordinatorAsync();
        using (var first = await MoveAsync(browser, made, "Balmoral", shift: 30)) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await MoveAsync(browser, made, "Windsor", shift: 60);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("changed this booking a moment ago", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["Balmoral"], await HeldAsync(made.Function.Id));
    }

    [Theory]
    [InlineData("Cambridge", "are expected")] // over its legal capacity
    [InlineData("Versailles", "Say why it is to be this room")] // far too large
    public async Task A_room_that_is_too_small_is_refused_and_one_that_is_too_large_asks_for_a_reason(string room, string why)
    {
        var made = await MakeAsync(NextDay(), "Balmoral", option: true, people: 60);
        var browser = await CoordinatorAsync();
        using var refused = await MoveAsync(browser, made, room);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(why, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // The form keeps what was typed and takes the reason.
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["SpaceId"] = $"{await SpaceAsync(room)}", ["Reason"] = "" };
        using var form = await browser.SendShownAsync($"/diary/functions/{made.Function.Id}", $"/diary/functions/{made.Function.Id}", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        var page = await HotelBrowser.ParseAsync(form);
        Assert.Equal($"{await SpaceAsync(room)}", ((AngleSharp.Html.Dom.IHtmlSelectElement)page.QuerySelector("#SpaceId")!).Value);
        typed["Reason"] = "The client insists";
        using var second = await browser.SendShownAsync($"/diary/functions/{made.Function.Id}", $"/diary/functions/{made.Function.Id}", typed);
        Assert.Equal(room == "Cambridge" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(room == "Cambridge" ? null : "The client insists", (await ReadAsync(made)).CapacityReason);
    }

    [Fact]
    public async Task A_closed_hall_refuses_with_its_reason_and_takes_who_waits_when_it_opens()
    {
        var day = NextDay();
        var made = await MakeAsync(day, "Windsor", option: true);
        var space = await SpaceAsync("Sandringham & Windsor");
        var closed = await DeskAsync(async (moves, db) =>
        {
            var whole = await db.Spaces.AsNoTracking().SingleAsync(other => other.Name == "Balmoral");
            return await moves.CloseSpaceAsync(Closure.Plan(whole, "New carpet", day.AtMidnight(), day.PlusDays(1).AtMidnight(), DateTimeZoneProviders.Tzdb["Europe/Tirane"], site.Clock.GetCurrentInstant()), Actor.Staff(1), CancellationToken.None);
        });
        var browser = await CoordinatorAsync();
        using var refused = await MoveAsync(browser, made, "Balmoral");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("New carpet", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var check = await browser.GetAsync($"/diary/functions/check?functionId={made.Function.Id}&spaceId={closed.SpaceId}");
        var answer = JsonDocument.Parse(await check.Content.ReadAsStringAsync()).RootElement;
        Assert.False(answer.GetProperty("ok").GetBoolean());
        Assert.Contains("New carpet", answer.GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);

        using var waits = await browser.SendShownAsync($"/diary/functions/{made.Function.Id}", $"/diary/functions/{made.Function.Id}", new() { ["SpaceId"] = $"{closed.SpaceId}", ["MayWait"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, waits.StatusCode);
        Assert.True((await ReadAsync(made)).IsWaiting);
        await DeskAsync((moves, _) => moves.OpenSpaceAsync(closed.Id, Actor.Staff(1), CancellationToken.None));
        Assert.True((await ReadAsync(made)).IsFirm);
        Assert.NotEqual(0, space);
    }

    [Fact]
    public async Task Of_many_who_drop_on_one_stretch_at_once_one_gets_it()
    {
        var day = NextDay();
        var made = new List<Made>();
        for (var i = 0; i < 12; i++) made.Add(await MakeAsync(day.PlusDays(i * 2), "Windsor", option: true));
        _ = Enumerable.Range(0, 24).Select(_ => NextDay()).ToList();
        var browser = await CoordinatorAsync();
        var fields = await Forms.FieldsAsync(browser, "/diary", "/diary/functions/move");
        var target = await SpaceAsync("Balmoral");
        var answers = await Task.WhenAll(made.Select((one, i) => Forms.SendAsync(browser, "/diary/functions/move", new(fields)
        {
            ["Version"] = $"{one.Version}", ["Moves[0].FunctionId"] = $"{one.Function.Id}", ["Moves[0].SpaceId"] = $"{target}", ["Moves[0].Shift"] = $"{-i * 2 * 1440}",
        })));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(11, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Functions.CountAsync(function => function.SpaceId == target && function.Start == day.At(new LocalTime(9, 0)) && function.IsFirm)));
    }

    [Fact]
    public async Task A_new_function_joins_its_booking_and_the_functions_of_one_event_move_together()
    {
        var made = await MakeAsync(NextDay(), "Balmoral", option: true);
        var browser = await CoordinatorAsync();
        var day = made.Function.Start.Date;
        using var added = await browser.PostAsync("/diary/functions/new", new()
        {
            ["Booking"] = $"{made.Reference} Meeting", ["Name"] = "Lunch", ["People"] = "40", ["SpaceId"] = $"{await SpaceAsync("Windsor")}", ["Style"] = "Banquet", ["Date"] = day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), ["From"] = "12", ["Until"] = "14",
        });
        Assert.True(added.StatusCode == HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        var booking = await site.InDatabaseAsync(db => db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == made.BookingId));
        Assert.All(booking.Functions, function => Assert.True(function.IsFirm));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Version"] = $"{booking.Version}" };
        for (var i = 0; i < 2; i++)
            (fields[$"Moves[{i}].FunctionId"], fields[$"Moves[{i}].SpaceId"], fields[$"Moves[{i}].Shift"], fields[$"Moves[{i}].Stretch"]) = ($"{booking.Functions[i].Id}", $"{booking.Functions[i].SpaceId}", "1440", "30");
        using var moved = await SendAsync(browser, fields);
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var after = await site.InDatabaseAsync(db => db.Functions.AsNoTracking().Where(function => function.BookingId == made.BookingId).OrderBy(function => function.Start).ToListAsync());
        Assert.All(after, function => Assert.Equal((day.PlusDays(1), true), (function.Start.Date, function.IsFirm)));
        Assert.Equal(new LocalTime(14, 30), after[1].End.TimeOfDay);
    }

    [Fact]
    public async Task Finance_sees_the_diary_and_moves_nothing_and_another_hotels_function_is_not_there()
    {
        var made = await MakeAsync(NextDay(), "Balmoral", option: true);
        var finance = await site.SignedInAsync("finance@demo.example");
        Assert.DoesNotContain((await finance.PageAsync("/diary")).Forms, form => form.Action.EndsWith("/diary/functions/move", StringComparison.Ordinal));
        using var refused = await finance.GetAsync($"/diary/functions/{made.Function.Id}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var other = await site.JoinedAsync($"planner-{Guid.NewGuid():N}@demo.example", "EventCoordinator", "NYC");
        using var unseen = await other.GetAsync($"/diary/functions/{made.Function.Id}");
        Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
        using var card = await other.GetAsync($"/diary/cards/{made.Function.Id}");
        Assert.Equal(HttpStatusCode.NotFound, card.StatusCode);
        using var foreign = await SendAsync(other, new() { ["Moves[0].FunctionId"] = $"{made.Function.Id}", ["Moves[0].SpaceId"] = "1" });
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task An_open_diary_hears_of_a_change_as_it_is_made()
    {
        var browser = await CoordinatorAsync();
        var made = await MakeAsync(NextDay(), "Balmoral", option: true);
        await Soon.IsAsync(async () =>
        {
            var seen = (await browser.PageAsync("/diary")).GetElementById("diary-page")!.GetAttribute("data-seen");
            var news = browser.GetAsync($"/diary/news?since={seen}");
            using (var moved = await MoveAsync(browser, made with { Version = await VersionAsync(made) }, "Balmoral", shift: 15)) Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
            using var told = await news;
            return JsonDocument.Parse(await told.Content.ReadAsStringAsync()).RootElement.GetProperty("changed").GetBoolean();
        });
    }

    [Fact]
    public async Task An_outdoor_function_holds_its_back_up_room_until_it_begins()
    {
        await site.InDatabaseAsync(async db =>
        {
            var (garden, inside) = (await db.Spaces.SingleAsync(space => space.Name == "Foyer"), await db.Spaces.SingleAsync(space => space.Name == "Chopin"));
            garden.BackUpSpaceId = inside.Id;
            return await db.SaveChangesAsync();
        });
        var made = await MakeAsync(NextDay(), "Foyer", option: true, people: 150, style: SetupStyle.Reception);
        var browser = await CoordinatorAsync();
        using var kept = await browser.SendShownAsync($"/diary/functions/{made.Function.Id}", $"/diary/functions/{made.Function.Id}", new() { ["HasBackUp"] = "true", ["Reason"] = "Garden party" });
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(["Chopin", "Foyer"], await HeldAsync(made.Function.Id));
        await DeskAsync(async (_, db) => await db.Bookings.Where(booking => booking.Id == made.BookingId).ExecuteUpdateAsync(set => set.SetProperty(booking => booking.Status, BookingStatus.Actual)));
        var before = site.Clock.GetCurrentInstant();
        site.Clock.Reset((await ReadAsync(made)).StartsAt);
        try
        {
            await DeskAsync((moves, _) => moves.ReleaseBackUpsAsync(made.BookingId, Actor.Clock, CancellationToken.None));
        }
        finally
        {
            site.Clock.Reset(before);
        }

        Assert.Equal(["Foyer"], await HeldAsync(made.Function.Id));
    }

    [Fact]
    public async Task A_loud_function_beside_a_quiet_one_warns_while_one_drags()
    {
        var day = NextDay();
        var (band, board) = (await MakeAsync(day, "Windsor", option: true), await MakeAsync(day, "Balmoral", option: true));
        var browser = await CoordinatorAsync();
        foreach (var (made, use) in new[] { (band, "IsLoud"), (board, "NeedsQuiet") })
        {
            using var kept = await browser.SendShownAsync($"/diary/functions/{made.Function.Id}", $"/diary/functions/{made.Function.Id}", new() { [use] = "true" });
            Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        }

        using var check = await browser.GetAsync($"/diary/functions/check?functionId={board.Function.Id}&spaceId={await SpaceAsync("Sandringham")}");
        var answer = JsonDocument.Parse(await check.Content.ReadAsStringAsync()).RootElement;
        Assert.True(answer.GetProperty("ok").GetBoolean());
        Assert.Contains($"A loud function beside a quiet one: Meeting ({band.Reference}, Windsor) and Meeting ({board.Reference}, Sandringham)", answer.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loud_function_beside_a_quiet_one_stays_on_the_pages_of_both()
    {
        var day = NextDay();
        var (band, board) = (await MakeAsync(day, "Windsor", option: true), await MakeAsync(day, "Sandringham", option: true));
        var browser = await CoordinatorAsync();
        foreach (var (made, use) in new[] { (band, "IsLoud"), (board, "NeedsQuiet") })
        {
            Assert.DoesNotContain("A loud function beside", (await browser.PageAsync($"/bookings/{made.BookingId}")).Body!.TextContent, StringComparison.Ordinal);
            using var kept = await browser.SendShownAsync($"/diary/functions/{made.Function.Id}", $"/diary/functions/{made.Function.Id}", new() { [use] = "true" });
            Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        }

        var said = $"A loud function beside a quiet one: Meeting ({band.Reference}, Windsor) and Meeting ({board.Reference}, Sandringham)";
        foreach (var made in new[] { band, board })
        {
            foreach (var address in new[] { $"/bookings/{made.BookingId}", $"/diary/functions/{made.Function.Id}", $"/diary/cards/{made.Function.Id}" })
                Assert.Contains(said, WebUtility.HtmlDecode(await (await browser.GetAsync(address)).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        var week = await browser.PageAsync($"/diary?view=week&date={NodaTime.Text.LocalDatePattern.Iso.Format(day)}");
        Assert.Contains($"⚠ {said}", week.QuerySelector($".bar[data-f='{board.Function.Id}'] .tip")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_gives_the_whole_card_of_a_function_when_it_is_asked_for()
    {
        var day = NextDay();
        var (first, second) = (await MakeAsync(day, "Balmoral", option: true), await MakeAsync(day, "Balmoral", option: true));
        var finance = await site.SignedInAsync("finance@demo.example");
        var month = await finance.PageAsync($"/diary?view=month&date={NodaTime.Text.LocalDatePattern.Iso.Format(day)}");
        var bar = month.QuerySelector($".bar[data-f='{second.Function.Id}']")!;
        Assert.Contains("Meeting", bar.GetAttribute("title"), StringComparison.Ordinal); // without script
        Assert.Null(bar.QuerySelector(".tip"));

        using var answer = await finance.GetAsync($"/diary/cards/{second.Function.Id}");
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var card = await answer.Content.ReadAsStringAsync();
        var week = await finance.PageAsync($"/diary?view=week&date={NodaTime.Text.LocalDatePattern.Iso.Format(day)}");
        Assert.Equal(week.QuerySelector($".bar[data-f='{second.Function.Id}'] .tip")!.TextContent, card);
        foreach (var part in new[] { "rank 2", second.Reference, "Balmoral, Theatre, 40 people", "Option until", "Final number due" }) Assert.Contains(part, card, StringComparison.Ordinal);

        using var none = await finance.GetAsync("/diary/cards/999999");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var department = await (await site.SignedInAsync("kitchen@demo.example")).GetAsync($"/diary/cards/{first.Function.Id}");
        Assert.Equal(HttpStatusCode.Forbidden, department.StatusCode);
    }

    /// <summary>Days of their own: tests of a class share the house.</summary>
    private static LocalDate NextDay() => new LocalDate(2029, 1, 1).PlusDays(Interlocked.Increment(ref _day) * 3);

    private Task<HotelBrowser> CoordinatorAsync() => site.SignedInAsync("events@demo.example");

    private Task<int> SpaceAsync(string name) => site.InDatabaseAsync(db => db.Spaces.Where(space => space.Name == name).Select(space => space.Id).SingleAsync());

    private Task<Function> ReadAsync(Made made) => site.InDatabaseAsync(db => db.Functions.AsNoTracking().SingleAsync(function => function.Id == made.Function.Id));

    private Task<int> VersionAsync(Made made) => site.InDatabaseAsync(db => db.Bookings.Where(booking => booking.Id == made.BookingId).Select(booking => booking.Version).SingleAsync());

    private Task<List<string>> HeldAsync(int functionId) => site.InDatabaseAsync(db => db.Holds.Where(hold => hold.FunctionId == functionId)
        .Join(db.Atoms, hold => hold.AtomId, atom => atom.Id, (_, atom) => atom.Name).OrderBy(name => name).ToListAsync());

    private async Task<HttpResponseMessage> MoveAsync(HotelBrowser browser, Made made, string room, int shift = 0) => await SendAsync(browser, new()
    {
        ["Version"] = $"{made.Version}", ["Moves[0].FunctionId"] = $"{made.Function.Id}", ["Moves[0].SpaceId"] = $"{await SpaceAsync(room)}", ["Moves[0].Shift"] = $"{shift}",
    });

    private static async Task<HttpResponseMessage> SendAsync(HotelBrowser browser, Dictionary<string, string> fields)
    {
        foreach (var (name, value) in await Forms.FieldsAsync(browser, "/diary", "/diary/functions/move")) fields[name] = value;
        return await Forms.SendAsync(browser, "/diary/functions/move", fields);
    }

    private async Task<T> DeskAsync<T>(Func<BookingMoves, HotelDb, Task<T>> act)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<BookingMoves>(), scope.ServiceProvider.GetRequiredService<HotelDb>());
    }

    private async Task<Made> MakeAsync(LocalDate day, string room, bool option, int people = 40, SetupStyle style = SetupStyle.Theatre)
    {
        var id = await DeskAsync(async (moves, db) =>
        {
            var space = await db.Spaces.AsNoTracking().SingleAsync(space => space.Name == room);
            var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == space.PropertyId);
            var booking = Booking.Inquire(property.Id, await db.Accounts.OrderBy(account => account.Id).Select(account => account.Id).FirstAsync(), "", "Meeting", ownerId: null, site.Clock.GetCurrentInstant());
            booking.Add(Function.Plan("Meeting", space.Id, style, day.At(new LocalTime(9, 0)), day.At(new LocalTime(12, 0)), people, property.Zone));
            await moves.OpenAsync(booking, property, option ? property.Today(site.Clock.GetCurrentInstant()).PlusDays(20) : null, Actor.Staff(1), _ => { }, CancellationToken.None);
            return booking.Id;
        });
        var stored = await site.InDatabaseAsync(db => db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == id));
        return new Made(id, stored.Reference, stored.Version, stored.Functions[0]);
    }

    private sealed record Made(int BookingId, string Reference, int Version, Function Function);
}
