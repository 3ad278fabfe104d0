using System.Net;
using HotelCorporate.Domain.Leads;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Leads;

public sealed class LeadsOnSqlite(SqliteSite site) : LeadTests(site), IClassFixture<SqliteSite>;

public sealed class LeadsOnPostgres(PostgresSite site) : LeadTests(site), IClassFixture<PostgresSite>;

/// <summary>Leads on their board, and the clock of the first answer.</summary>
public abstract class LeadTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_lead_is_answered_in_time_moved_and_lost_with_a_reason()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync("/leads/new", new() { ["Title"] = "Gala" })).StatusCode); // of whom?
        using var made = await sales.PostAsync("/leads/new", new() { ["Title"] = "Gala dinner for 80", ["Company"] = "Kodra Steel", ["Source"] = "WebForm", ["Value"] = "8000", ["Probability"] = "40", ["Competitor"] = "Hotel Adriatik" });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var page = made.Headers.Location!.OriginalString;
        var lead = await LeadAsync("Gala dinner for 80");
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 12, 0), lead.AnswerDueAt); // asked at nine on a working day
        Assert.Contains("Answer the lead Gala dinner for 80", (await sales.PageAsync("/inbox")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var board = (await sales.PageAsync("/leads")).QuerySelector(".board")!.TextContent;
        Assert.Contains("Gala dinner for 80", board, StringComparison.Ordinal);
        Assert.Contains("answer by", board, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(page + "/log", new() { ["kind"] = "Call", ["text"] = "" }, page)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page + "/log", new() { ["kind"] = "Note", ["text"] = "Looks big" }, page)).StatusCode);
        Assert.Null((await LeadAsync("Gala dinner for 80")).AnsweredAt); // a note is no answer
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page + "/log", new() { ["kind"] = "Call", ["text"] = "Called back" }, page)).StatusCode);
        lead = await LeadAsync("Gala dinner for 80");
        Assert.Equal((LeadStage.Contacted, true), (lead.Stage, lead.KeptTheClock));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Tasks.CountAsync(task => task.LeadId == lead.Id && task.DoneAt == null)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(page + "/stage", new() { ["stage"] = "Lost", ["because"] = "" }, page)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page + "/stage", new() { ["stage"] = "Lost", ["because"] = "Price" }, page)).StatusCode);
        Assert.Contains("against Hotel Adriatik", (await sales.PageAsync("/leads")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(page + "/stage", new() { ["stage"] = "Won" }, page)).StatusCode);
    }

    private Task<Lead> LeadAsync(string title) => site.InDatabaseAsync(db => db.Leads.AsNoTracking().SingleAsync(lead => lead.Title == title));
}
