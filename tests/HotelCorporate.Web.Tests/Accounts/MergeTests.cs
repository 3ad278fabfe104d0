using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Accounts;

public sealed class MergesOnSqlite(SqliteSite site) : MergeTests(site), IClassFixture<SqliteSite>;

public sealed class MergesOnPostgres(PostgresSite site) : MergeTests(site), IClassFixture<PostgresSite>;

/// <summary>Two records of one company become one, with both histories, and two again.</summary>
public abstract class MergeTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_merge_keeps_both_histories_and_can_be_undone()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var (from, into) = await site.InDatabaseAsync(async db => (await db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync(), await db.Accounts.Where(account => account.TradeName == "Lumen Audit").Select(account => account.Id).SingleAsync()));
        await site.InDatabaseAsync(db => db.Accounts.Where(account => account.ParentId == from).ExecuteUpdateAsync(set => set.SetProperty(account => account.ParentId, (int?)null)));
        var before = await CountAsync(from);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.GetAsync($"/accounts/{from}/merge")).StatusCode);
        Assert.Contains("Lumen Audit", (await manager.PageAsync($"/accounts/{from}/merge?search=lumn")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync($"/accounts/{from}/merge", new() { ["into"] = Text(into), ["why"] = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/accounts/{from}/merge", new() { ["into"] = Text(into), ["why"] = "One register number" })).StatusCode);

        var after = await CountAsync(into);
        Assert.Equal((0, 0, 0), await CountAsync(from));
        Assert.True(after.Bookings >= before.Bookings && after.Contacts > before.Contacts && after.Log > before.Log);
        Assert.Equal($"/accounts/{into}", (await sales.GetAsync($"/accounts/{from}")).Headers.Location!.OriginalString);
        Assert.DoesNotContain("Alba Bank", (await sales.PageAsync("/accounts?search=alba bank")).QuerySelector(".table")?.TextContent ?? "", StringComparison.Ordinal);
        var timeline = (await sales.PageAsync($"/accounts/{into}/timeline?kind=Invoice")).QuerySelector("main")!.TextContent;
        Assert.Contains("INV-TIA", timeline, StringComparison.Ordinal); // an issued document names the old company for ever, and is found by its booking
        Assert.Equal(HttpStatusCode.NotFound, (await sales.GetAsync($"/accounts/{from}/timeline")).StatusCode);

        var merge = await site.InDatabaseAsync(db => db.AccountMerges.Select(merge => merge.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync($"/accounts/{from}/merges/{merge}/undo", [], $"/accounts/{into}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/accounts/{into}/merges/{merge}/undo", [], $"/accounts/{into}")).StatusCode);
        Assert.Equal(before, await CountAsync(from));
        Assert.Contains("Alba Bank", (await sales.PageAsync($"/accounts/{from}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private Task<(int Bookings, int Contacts, int Log)> CountAsync(int account) => site.InDatabaseAsync(async db => (
        await db.Bookings.CountAsync(booking => booking.AccountId == account), await db.Set<Contact>().CountAsync(contact => contact.AccountId == account), await db.Activities.CountAsync(activity => activity.AccountId == account)));

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
