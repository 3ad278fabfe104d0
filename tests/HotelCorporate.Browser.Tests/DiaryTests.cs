using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HotelCorporate.Browser.Tests;

/// <summary>The diary as coordinators work in it: by mouse, by keyboard alone, two at once, and when the line is down.</summary>
public sealed class DiaryTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Week = "/diary?view=week&date=2026-12-14";
    private const string Day = "/diary?view=day&date=2026-12-14";

    [Fact]
    public async Task A_function_is_dragged_stretched_and_put_back_and_a_colleague_sees_it()
    {
        var (ana, elira) = (await OpenAsync(Day, "events@demo.example"), await OpenAsync(Day, "sales@demo.example"));
        var (mine, hers) = (Bar(ana), Bar(elira));
        await Assertions.Expect(mine).ToHaveAttributeAsync("data-s", "2026-12-14T09:00");

        await DragAsync(ana, mine, .5f, hours: 1);
        await Assertions.Expect(ana.Locator("#diary-notes")).ToContainTextAsync("10:00–18:00");
        await Assertions.Expect(mine).ToHaveAttributeAsync("data-s", "2026-12-14T10:00");
        await Assertions.Expect(hers).ToHaveAttributeAsync("data-s", "2026-12-14T10:00");

        await ana.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(mine).ToHaveAttributeAsync("data-s", "2026-12-14T09:00");
        await Assertions.Expect(hers).ToHaveAttributeAsync("data-s", "2026-12-14T09:00");

        await DragAsync(ana, mine, 1f, hours: 2);
        await Assertions.Expect(mine).ToHaveAttributeAsync("data-e", "2026-12-14T19:00");
        await ana.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(mine).ToHaveAttributeAsync("data-e", "2026-12-14T17:00");
    }

    [Fact]
    public async Task What_is_impossible_says_so_while_one_drags_and_can_be_typed_after()
    {
        var ana = await OpenAsync(Day, "events@demo.example");
        var bar = Bar(ana);
        var closed = ana.Locator(".diary-row", new() { Has = ana.GetByRole(AriaRole.Link, new() { Name = "Theatre", Exact = true }) }); // it is set in no U-shape
        var (from, to) = ((await bar.BoundingBoxAsync())!, (await closed.BoundingBoxAsync())!);
        await ana.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await ana.Mouse.DownAsync();
        await ana.Mouse.MoveAsync(from.X + (from.Width / 2) + 6, to.Y + (to.Height / 2), new() { Steps = 5 });
        await Assertions.Expect(ana.Locator(".ghost.no .why")).ToContainTextAsync("Not set in");
        await ana.Mouse.UpAsync();
        await Assertions.Expect(ana.Locator("#diary-notes")).ToContainTextAsync("not set in that style");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Move to another room or time" }).ClickAsync();
        await Assertions.Expect(ana.Locator("#diary-panel h1")).ToHaveTextAsync("Quarterly review");
        await BrowserSite.ReadableAsync(ana);
        await ana.Keyboard.PressAsync("Escape");
        await Assertions.Expect(bar).ToHaveAttributeAsync("data-s", "2026-12-14T09:00");
    }

    [Theory]
    [InlineData("month")]
    [InlineData("sixweeks")]
    public async Task A_month_shows_the_whole_card_to_who_points_at_a_function_or_goes_to_it_by_keyboard(string view)
    {
        var ana = await OpenAsync($"/diary?view={view}&date=2026-12-14", "events@demo.example");
        var bar = ana.Locator($".bar[data-f='{await ana.Locator(".bar[data-f][aria-label='Quarterly review']").First.GetAttributeAsync("data-f")}']");
        Assert.Contains("Quarterly review", await bar.GetAttributeAsync("title"), StringComparison.Ordinal);
        await bar.HoverAsync();
        await Assertions.Expect(bar.Locator(".tip")).ToBeVisibleAsync();
        foreach (var part in new[] { "people", "Takes the room", await ReferenceAsync("Quarterly review") }) await Assertions.Expect(bar.Locator(".tip")).ToContainTextAsync(part);
        Assert.Null(await bar.GetAttributeAsync("title"));

        var echo = ana.Locator(".bar[data-c]").First; // what a combination takes tells of the same function
        await echo.FocusAsync();
        await ana.Keyboard.PressAsync("Tab");
        await ana.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(echo.Locator(".tip")).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(ana);
    }

    [Fact]
    public async Task A_free_stretch_becomes_a_function_of_a_booking()
    {
        var ana = await OpenAsync("/diary?view=week&date=2026-12-21", "events@demo.example");
        var line = ana.Locator(".diary-row", new() { Has = ana.GetByRole(AriaRole.Link, new() { Name = "Balmoral", Exact = true }) }).Locator(".diary-line");
        var box = (await line.BoundingBoxAsync())!;
        float At(int day, int hour) => box.X + (box.Width * ((day * 18f) + hour - 6) / (7 * 18f));
        await ana.Mouse.MoveAsync(At(1, 9) + 1, box.Y + 16);
        await ana.Mouse.DownAsync();
        await ana.Mouse.MoveAsync(At(1, 13) - 1, box.Y + 16, new() { Steps = 6 });
        await ana.Mouse.UpAsync();
        var panel = ana.Locator("#diary-panel");
        await Assertions.Expect(panel.Locator("[name=From]")).ToHaveValueAsync("09:00");
        await Assertions.Expect(panel.Locator("[name=Until]")).ToHaveValueAsync("13:00");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add the function" }).ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose the booking"); // what was typed stays
        await panel.Locator("[name=Booking]").FillAsync(await ReferenceAsync("Quarterly review"));
        await panel.Locator("[name=Name]").FillAsync("Rehearsal");
        await panel.Locator("[name=People]").FillAsync("30");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add the function" }).ClickAsync();
        await Assertions.Expect(ana.Locator(".bar[data-s='2026-12-22T09:00']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Functions_of_one_event_are_picked_and_move_together()
    {
        var ana = await OpenAsync("/diary?view=week&date=2026-11-30", "events@demo.example");
        var bars = ana.Locator(".bar[data-f]", new() { HasText = "Leadership training" });
        for (var i = 0; i < 3; i++) await bars.Nth(i).ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await Assertions.Expect(ana.Locator(".bar.picked")).ToHaveCountAsync(3);
        await DragAsync(ana, bars.First, .5f, hours: 1, shown: 7 * 18);
        for (var i = 0; i < 3; i++) await Assertions.Expect(bars.Nth(i)).ToHaveAttributeAsync("data-s", $"2026-{(i == 0 ? "11-30" : $"12-0{i}")}T09:30");
        await ana.Keyboard.PressAsync("Control+z");
        for (var i = 0; i < 3; i++) await Assertions.Expect(bars.Nth(i)).ToHaveAttributeAsync("data-s", $"2026-{(i == 0 ? "11-30" : $"12-0{i}")}T08:30");
    }

    [Fact]
    public async Task Everything_goes_by_keyboard_alone_and_is_read_out()
    {
        var ana = await OpenAsync("/diary?view=day&date=2027-01-12", "events@demo.example");
        await ana.Locator(".diary").FocusAsync();
        var heard = ana.Locator("#diary-live");
        await ana.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(heard).ToContainTextAsync("09:30, free");
        await ana.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(heard).ToContainTextAsync("Alhambra");
        await ana.Keyboard.PressAsync("Enter");
        var panel = ana.Locator("#diary-panel");
        await Assertions.Expect(panel.Locator("[name=Booking]")).ToBeFocusedAsync();
        await ana.Keyboard.TypeAsync(await ReferenceAsync("Board retreat"));
        await panel.Locator("[name=People]").FocusAsync();
        await ana.Keyboard.TypeAsync("30");
        await ana.Keyboard.PressAsync("Enter");
        var bar = ana.Locator(".bar[data-s='2027-01-12T09:30']");
        await Assertions.Expect(bar).ToBeVisibleAsync();

        await Assertions.Expect(ana.Locator(".diary")).ToBeFocusedAsync();
        await ana.Keyboard.PressAsync("Shift+ArrowRight");
        await Assertions.Expect(ana.Locator(".bar[data-s='2027-01-12T09:45']")).ToBeVisibleAsync();
        await ana.Keyboard.PressAsync("Control+Shift+ArrowRight");
        await Assertions.Expect(ana.Locator(".bar[data-e='2027-01-12T12:00']")).ToBeVisibleAsync();
        await ana.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(ana.Locator(".bar[data-e='2027-01-12T11:45']")).ToBeVisibleAsync();
        await ana.Keyboard.PressAsync("m");
        await panel.Locator("[name=From]").FillAsync("14");
        await panel.Locator("[name=Until]").FillAsync("16");
        await ana.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ana.Locator(".bar[data-s='2027-01-12T14:00']")).ToBeVisibleAsync();
        await Assertions.Expect(heard).ToHaveTextAsync("Saved.");
    }

    [Fact]
    public async Task A_lost_line_and_a_colleague_in_the_middle_of_a_drag_lose_nothing()
    {
        var (ana, elira) = (await OpenAsync(Day, "events@demo.example"), await OpenAsync(Day, "sales@demo.example"));
        var bar = Bar(ana);
        await ana.Context.SetOfflineAsync(true);
        await DragAsync(ana, bar, .5f, hours: -1);
        await Assertions.Expect(ana.Locator("#diary-notes")).ToContainTextAsync("No connection");
        await ana.Context.SetOfflineAsync(false);
        await ana.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(bar).ToHaveAttributeAsync("data-s", "2026-12-14T08:00");
        await Assertions.Expect(Bar(elira)).ToHaveAttributeAsync("data-s", "2026-12-14T08:00");

        var box = (await bar.BoundingBoxAsync())!;
        await ana.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 12);
        await ana.Mouse.DownAsync();
        await ana.Mouse.MoveAsync(box.X + (box.Width / 2) + 60, box.Y + 12, new() { Steps = 4 });
        await DragAsync(elira, Bar(elira), .5f, hours: 1);
        await Assertions.Expect(Bar(elira)).ToHaveAttributeAsync("data-s", "2026-12-14T09:00");
        await ana.Mouse.UpAsync();
        await Assertions.Expect(ana.Locator("#diary-notes")).ToContainTextAsync("changed this booking a moment ago");
        await Assertions.Expect(bar).ToHaveAttributeAsync("data-s", "2026-12-14T09:00"); // hers, and as it was for the tests beside this one
    }

    [Fact]
    public async Task An_answer_that_comes_late_does_not_draw_an_older_diary_over_a_newer_one()
    {
        const string Quiet = "/diary?view=day&date=2027-02-09";
        var (ana, elira) = (await OpenAsync(Quiet, "events@demo.example"), await OpenAsync(Quiet, "sales@demo.example"));
        var (read, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var asked = 0;
        await ana.RouteAsync("**/diary?*", async route =>
        {
            if (Interlocked.Increment(ref asked) > 1)
            {
                await route.ContinueAsync();
                return;
            }

            var older = await route.FetchAsync();
            read.SetResult();
            await release.Task;
            await route.FulfillAsync(new() { Response = older });
        });
        await AddAsync(elira, "Escorial", "9");
        await read.Task;
        await AddAsync(ana, "Balmoral", "14");
        await ana.EvaluateAsync("() => { window.lost = false; new MutationObserver(() => { window.lost ||= !document.querySelector(\".bar[data-s='2027-02-09T14:00']\"); }).observe(document.getElementById('diary-shown'), { childList: true }); }");
        await ana.RunAndWaitForRequestAsync(() => { release.SetResult(); return Task.CompletedTask; }, "**/diary/news?*"); // it is asked for when the late answer is dealt with
        Assert.False(await ana.EvaluateAsync<bool>("window.lost"));
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task No_view_has_a_barrier_or_is_wider_than_its_window(int width, ColorScheme scheme)
    {
        var ana = await site.WindowAsync(width, signIn: "events@demo.example", scheme: scheme);
        foreach (var address in new[] { "/diary?view=day", "/diary?view=week", "/diary?view=month", "/diary?view=sixweeks", "/diary/year", "/diary/functions/new", "/diary/search", "/plans", "/spaces", "/spaces/1" })
        {
            await ana.GotoAsync(address);
            await BrowserSite.ReadableAsync(ana);
            Assert.True(await ana.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{address} is wider than {width}");
        }
    }

    [Fact]
    public async Task On_a_phone_a_function_is_moved_by_thumb()
    {
        var ana = await site.WindowAsync(390, signIn: "events@demo.example");
        await ana.GotoAsync(Week);
        await ana.GetByRole(AriaRole.Link, new() { Name = "Move Quarterly review" }).ClickAsync();
        await ana.GetByRole(AriaRole.Button, new() { Name = "Move it" }).ClickAsync();
        await Assertions.Expect(ana.Locator(".agenda-item").First).ToBeVisibleAsync();
    }

    /// <summary>By the panel, on a day of its own.</summary>
    private async Task AddAsync(IPage page, string room, string from)
    {
        await page.Locator(".diary").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        var panel = page.Locator("#diary-panel");
        await panel.Locator("[name=Booking]").FillAsync(await ReferenceAsync("Board retreat"));
        await panel.Locator("[name=People]").FillAsync("30");
        await panel.Locator("[name=SpaceId]").SelectOptionAsync($"{await site.InDatabaseAsync(db => db.Spaces.Where(space => space.Name == room).Select(space => space.Id).SingleAsync())}");
        await panel.Locator("[name=From]").FillAsync(from);
        await panel.Locator("[name=Until]").FillAsync($"{int.Parse(from, System.Globalization.CultureInfo.InvariantCulture) + 2}");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add the function" }).ClickAsync();
        await Assertions.Expect(page.Locator($".bar[data-s='2027-02-09T{int.Parse(from, System.Globalization.CultureInfo.InvariantCulture):00}:00']")).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync(string address, string who)
    {
        var page = await site.WindowAsync(signIn: who);
        await page.GotoAsync(address);
        return page;
    }

    private static ILocator Bar(IPage page) => page.Locator(".bar[data-f]", new() { HasText = "Quarterly review" }).First;

    private Task<string> ReferenceAsync(string name) => site.InDatabaseAsync(db => db.Bookings.OrderBy(booking => booking.Id).Where(booking => booking.Name == name).Select(booking => booking.Reference).FirstAsync());

    /// <summary>Takes the bar at a part of its width and carries it along its line.</summary>
    /// <param name="shown">Hours in the width of the view.</param>
    private static async Task DragAsync(IPage page, ILocator bar, float part, int hours, int shown = 18)
    {
        var (box, line) = ((await bar.BoundingBoxAsync())!, (await bar.Locator("xpath=..").BoundingBoxAsync())!);
        var x = part < 1 ? box.X + (box.Width * part) : box.X + box.Width - 3;
        await page.Mouse.MoveAsync(x, box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + (line.Width / shown * hours), box.Y + (box.Height / 2), new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }
}
