using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Telemetry;

/// <summary>What the house tells of itself says what is going on and never whom it is about.</summary>
public sealed class SeeingInsideTests
{
    private const string Token = "CfDJ8-a-clients-own-link";

    [Fact]
    public async Task A_line_names_the_route_the_answer_and_the_request_and_no_token_or_address()
    {
        using var site = await SiteProcess.StartAsync(new SqliteDatabase(), Production);
        var stranger = site.Browser();
        using (var gone = await stranger.GetAsync($"/offers/{Token}")) Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        using (await stranger.PostAsync("/sign-in", new() { ["Email"] = "nobody@client.example", ["Password"] = "not-a-password" })) { }
        await Soon.IsAsync(() => Task.FromResult(site.Said.Contains("\"/sign-in\"", StringComparison.Ordinal) && site.Said.Contains("POST", StringComparison.Ordinal)));

        var line = site.Said.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)
            .First(line => line.TryGetProperty("Route", out var route) && route.GetString() == "/offers/{token}");
        Assert.Equal(410, line.GetProperty("StatusCode").GetInt32());
        Assert.Equal("GET", line.GetProperty("Method").GetString());
        Assert.NotEmpty(line.GetProperty("RequestId").GetString()!);
        Assert.True(line.GetProperty("Elapsed").GetDouble() > 0);
        Assert.DoesNotContain(Token, site.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody@client.example", site.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_gets_requests_statements_bookings_mails_and_jobs_and_no_name_or_token()
    {
        using var collector = new Collector();
        var database = new SqliteDatabase();
        var folder = Directory.CreateTempSubdirectory("hotel-seen-").FullName;
        using var site = await SiteProcess.StartAsync(database, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Default"] = "Information", ["Logging:File"] = Path.Combine(folder, "log.json"), ["Mail:EverySeconds"] = "0.2", ["Mail:Pickup"] = Path.Combine(folder, "mails"), ["Jobs:EverySeconds"] = "0.2",
            ["Telemetry:Otlp"] = collector.Address, ["OTEL_METRIC_EXPORT_INTERVAL"] = "300", ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        using (await site.Browser().GetAsync($"/offers/{Token}")) { }
        await WorkAsync(await site.SignedInAsync("sales@demo.example"), database);

        string[] spans = ["booking move", "mail", "job", "sql", "POST bookings/{id:int}/option"];
        string[] measures = ["hotel.bookings", "hotel.mails", "hotel.mail.queue.age", "hotel.jobs", "hotel.sql", "http.server.request.duration", "dotnet.gc", "inquire", "option", "refused", "Taken", "failed"];
        await Soon.IsAsync(() => Task.FromResult(Array.TrueForAll(spans, collector.HasSpan) && Array.TrueForAll(measures, name => collector.Metrics.Contains(name, StringComparison.Ordinal))));
        Assert.Contains("/offers/{token}", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("SELECT", collector.Traces, StringComparison.Ordinal);
        Assert.Contains("SqliteException", collector.Traces, StringComparison.Ordinal);
        string log;
        await using (var file = new FileStream(Path.Combine(folder, "log.json"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite)) log = await new StreamReader(file).ReadToEndAsync();
        foreach (var told in new[] { collector.Traces, collector.Metrics, log })
            Assert.All((string[])[Token, "sales@demo.example", "Elira", "Secret fair"], known => Assert.DoesNotContain(known, told, StringComparison.Ordinal));

        // In Development a line is short, and still says of which request it is.
        Assert.Matches(@"(?m)^\d\d:\d\d:\d\d INF [0-9A-Z]+:[0-9A-F]{8} POST /bookings/\{id:int\}/option answered 302", site.Said);
    }

    private static Dictionary<string, string> Production { get; } = new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging:LogLevel:Default"] = "Information", ["Mail:EverySeconds"] = "86400",
    };

    /// <summary>An inquiry, an option with its letter, and a change that the database refuses.</summary>
    private static async Task WorkAsync(HotelBrowser sales, SqliteDatabase database)
    {
        int room, company;
        await using (var db = database.Open()) (room, company) = (await db.Spaces.Select(space => space.Id).FirstAsync(), await db.Accounts.Select(account => account.Id).FirstAsync());
        using var asked = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = "Secret fair", ["Functions[0].Name"] = "Fair", ["Functions[0].SpaceId"] = $"{room}", ["Functions[0].Style"] = "Theatre",
            ["Functions[0].Date"] = "2028-05-05", ["Functions[0].From"] = "09:00", ["Functions[0].Until"] = "17:00", ["Functions[0].People"] = "2",
        });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var booking = asked.Headers.Location!.OriginalString;
        using (var held = await sales.PostAsync($"{booking}/option", new() { ["optionOn"] = "2028-01-01" }, booking)) Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        await using (var db = database.Open()) await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER no_more BEFORE UPDATE ON Bookings BEGIN SELECT RAISE(ABORT, 'no'); END");
        using (var lost = await sales.PostAsync($"{booking}/lose", new() { ["reason"] = "Price" }, booking)) Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
    }
}
