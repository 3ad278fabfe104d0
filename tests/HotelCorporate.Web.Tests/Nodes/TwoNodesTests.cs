using System.Collections.Concurrent;
using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Tests.SafeKeeping;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Nodes;

/// <summary>Two programs on one PostgreSQL behind one address; one of them is killed.</summary>
public sealed class TwoNodesTests
{
    private const int Desks = 3;
    private const int Inquiries = 90;
    private static readonly Dictionary<string, string> Production = new(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production" };

    [Fact]
    public async Task Nodes_that_start_together_on_a_server_without_the_database_make_one_house()
    {
        var database = new PostgresDatabase(isMade: false);
        var starting = Enumerable.Range(0, 3).Select(_ => SiteProcess.StartAsync(database, Production)).ToList();
        try
        {
            var nodes = await Task.WhenAll(starting);
            await Soon.IsAsync(() => Task.FromResult(nodes[0].Said.Contains("/first-administrator/", StringComparison.Ordinal)));
            var link = nodes[0].Said.Split('\n').Select(line => line.Trim()).First(line => line.Contains("/first-administrator/", StringComparison.Ordinal));
            foreach (var node in nodes) // a link of one opens at each: they have the same key
            {
                using var shown = await node.Browser().GetAsync(new Uri(link).AbsolutePath);
                Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
            }

            await using var db = database.Open();
            Assert.Equal((6, 6, 1), (await db.Roles.CountAsync(), await db.RoleLimits.CountAsync(), await db.DataProtectionKeys.CountAsync()));
        }
        finally
        {
            foreach (var start in starting)
                if (start.IsCompletedSuccessfully) (await start).Dispose();
        }
    }

    [Fact]
    public async Task One_node_ends_and_people_stay_signed_in_lose_nothing_and_no_job_is_done_twice()
    {
        var database = new PostgresDatabase();
        List<int> options;
        using (var prepared = new PreparedSite(database)) options = await prepared.OptionsAsync(60);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Mail:EverySeconds"] = "86400", ["Jobs:EverySeconds"] = "0.2", ["Logging:LogLevel:HotelCorporate.Web.Jobs"] = "Information" };
        using var first = await SiteProcess.StartAsync(database, settings);
        using var second = await SiteProcess.StartAsync(database, settings);
        using var door = new Forwarder(first.Address.Port, second.Address.Port);
        await HearsAsync(first, second, options[^1]);

        // Both run when these options end. Were both to do the round, one would come second for some of them, and say so.
        await EndAsync(database, options[..40]);
        foreach (var node in (SiteProcess[])[first, second]) Assert.DoesNotContain("was not moved by the clock", node.Said, StringComparison.Ordinal);

        var people = new List<HotelBrowser>();
        for (var i = 0; i < Desks; i++)
        {
            var browser = SiteProcess.BrowserAt(door.Address);
            using var answer = await browser.PostAsync("/sign-in", new() { ["Email"] = "sales@demo.example", ["Password"] = "Demo-hotel-2026" });
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            people.Add(browser);
        }

        int company;
        await using (var db = database.Open()) company = await db.Accounts.OrderBy(account => account.Id).Select(account => account.Id).FirstAsync();
        var token = await Task.WhenAll(people.Select(browser => Forms.FieldsAsync(browser, "/bookings/new", "/bookings/new")));
        ConcurrentBag<string> acknowledged = [];
        var sent = 0;
        await Task.WhenAll(people.Select(async (browser, desk) =>
        {
            for (int n; (n = Interlocked.Increment(ref sent)) <= Inquiries;)
            {
                if (n == Inquiries / 3) first.Kill();
                var name = $"Inquiry {n} of desk {desk}";
                try
                {
                    using var answer = await Forms.SendAsync(browser, "/bookings/new", new(token[desk], StringComparer.Ordinal) { ["AccountId"] = $"{company}", ["Name"] = name });
                    Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/bookings/", StringComparison.Ordinal), $"{answer.StatusCode} {answer.Headers.Location}");
                    acknowledged.Add(name);
                }
                catch (HttpRequestException)
                {
                    // Its node ended before it answered; the person presses again.
                }
            }
        }));

        Assert.True(acknowledged.Count > Inquiries * 2 / 3);
        foreach (var browser in people) Assert.Contains("Inquiry", (await browser.PageAsync("/bookings?search=Inquiry")).Body!.TextContent, StringComparison.Ordinal);
        await EndAsync(database, options[40..]); // the node that is left does the rounds
        await using var end = database.Open();
        var names = await end.Bookings.Select(booking => booking.Name).ToListAsync();
        Assert.Empty(acknowledged.Except(names, StringComparer.Ordinal));
        var lapsed = await end.Journal.Where(entry => entry.Subject == "Booking" && entry.Action == "lapse").Select(entry => entry.SubjectId).ToListAsync();
        Assert.Equal(options.Order(), lapsed.Order());
        await HouseRules.HoldAsync(database);
    }

    [Fact]
    public async Task A_job_is_one_nodes_until_it_is_done_or_the_node_ends()
    {
        var database = new PostgresDatabase();
        await using var first = database.Open();
        await using var second = database.Open();
        var turn = await first.TakeJobAsync("audit", default);
        Assert.NotNull(turn);
        Assert.Null(await second.TakeJobAsync("audit", default));
        await using (var other = await second.TakeJobAsync("reminders", default)) Assert.NotNull(other);
        await turn.DisposeAsync();
        IAsyncDisposable? next = null;
        await Soon.IsAsync(async () => (next = await second.TakeJobAsync("audit", default)) is not null); // the server notices the end of a connection in its own time
        await next!.DisposeAsync();
    }

    /// <summary>Lets the options' time be over, and waits until the clock has seen it.</summary>
    /// <summary>A diary that is open at one node is told at once what was done at the other.</summary>
    private static async Task HearsAsync(SiteProcess at, SiteProcess other, int booking)
    {
        var (here, there) = (await at.SignedInAsync("events@demo.example"), await other.SignedInAsync("events@demo.example"));
        var seen = (await there.PageAsync("/diary")).GetElementById("diary-page")!.GetAttribute("data-seen");
        var news = there.GetAsync($"/diary/news?since={seen}");
        using var done = await here.PostAsync($"/bookings/{booking}/tasks", new() { ["text"] = "Call them", ["dueOn"] = "2030-01-02" }, $"/bookings/{booking}");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var told = await news;
        Assert.Contains("\"changed\":true", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task EndAsync(SiteDatabase database, List<int> options)
    {
        LocalDate? over = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(-2);
        await using (var db = database.Open()) await db.Bookings.Where(booking => options.Contains(booking.Id)).ExecuteUpdateAsync(set => set.SetProperty(booking => booking.OptionOn, over));
        await Soon.IsAsync(async () =>
        {
            await using var db = database.Open();
            return await db.Bookings.CountAsync(booking => options.Contains(booking.Id) && booking.Status == BookingStatus.Lost) == options.Count;
        });
    }
}
