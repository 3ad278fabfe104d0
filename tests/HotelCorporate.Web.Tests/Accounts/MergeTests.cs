using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Stays;
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

        var merge = await site.InDatabaseAsync(db => db.AccountMerges.Where(merge => merge.FromId == from).Select(merge => merge.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsync($"/accounts/{from}/merges/{merge}/undo", [], $"/accounts/{into}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/accounts/{into}/merges/{merge}/undo", [], $"/accounts/{into}")).StatusCode);
        Assert.Equal(before, await CountAsync(from));
        Assert.Contains("Alba Bank", (await sales.PageAsync($"/accounts/{from}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Monthly_scorecards_referrals_earlier_merges_and_what_files_did_go_along_and_come_back()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var today = new NodaTime.LocalDate(2026, 11, 24);
        var hotels = await site.InDatabaseAsync(db => db.Properties.OrderBy(property => property.Id).Select(property => property.Id).Take(3).ToListAsync());
        var (from, into, sent, older) = await site.InDatabaseAsync(async db =>
        {
            List<Account> made = [.. new[] { "Merging One", "Merging Two", "Merging Sent", "Merging Older" }.Select(name => Account.Open(new AccountFacts(name)))];
            db.Accounts.AddRange(made);
            await db.SaveChangesAsync();
            made[2].Change(new AccountFacts("Merging Sent", Source: AccountSource.Referral, ReferredById: made[0].Id));
            made[3].MergeInto(made[0]);
            db.ScorecardOrders.AddRange(new ScorecardOrder(hotels[0], made[0].Id, today), new ScorecardOrder(hotels[1], made[0].Id, today), new ScorecardOrder(hotels[1], made[1].Id, today.PlusMonths(1)));
            var import = new AccountImport(hotels[0], "merged.csv", [1], "Company", site.Clock.GetCurrentInstant(), null);
            db.AccountImports.Add(import);
            await db.SaveChangesAsync();
            db.AccountImportEntries.Add(new AccountImportEntry(import.Id, "merged row", made[0].Id, null, null, null, "{}"));
            await db.SaveChangesAsync();
            return (made[0].Id, made[1].Id, made[2].Id, made[3].Id);
        });
        var before = await StateAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/accounts/{from}/merge", new() { ["into"] = Text(into), ["why"] = "One company" }, $"/accounts/{from}/merge?search=Merging")).StatusCode);
        Assert.Equal($"{hotels[0]}:{into}:2026-12-01 {hotels[1]}:{into}:2027-01-01 | {into} | {into} | {into}", await StateAsync());

        var merge = await site.InDatabaseAsync(db => db.AccountMerges.Where(merge => merge.FromId == from).Select(merge => merge.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/accounts/{into}/merges/{merge}/undo", [], $"/accounts/{into}")).StatusCode);
        Assert.Equal(before.Replace($"{hotels[1]}:{from}:2026-12-01", $"{hotels[1]}:{from}:2027-01-01", StringComparison.Ordinal), await StateAsync()); // the day is the one that held for both

        Task<string> StateAsync() => site.InDatabaseAsync(async db => string.Join(" | ",
            string.Join(' ', (await db.ScorecardOrders.Where(order => order.AccountId == from || order.AccountId == into).OrderBy(order => order.PropertyId).ThenBy(order => order.AccountId).ToListAsync()).Select(order => $"{order.PropertyId}:{order.AccountId}:{NodaTime.Text.LocalDatePattern.Iso.Format(order.NextOn)}")),
            await db.Accounts.Where(account => account.Id == sent).Select(account => account.ReferredById).SingleAsync(), await db.Accounts.Where(account => account.Id == older).Select(account => account.MergedIntoId).SingleAsync(),
            await db.AccountImportEntries.Where(entry => entry.Key == "merged row").Select(entry => entry.AccountId).SingleAsync()));
    }

    private Task<(int Bookings, int Contacts, int Log)> CountAsync(int account) => site.InDatabaseAsync(async db => (
        await db.Bookings.CountAsync(booking => booking.AccountId == account), await db.Set<Contact>().CountAsync(contact => contact.AccountId == account), await db.Activities.CountAsync(activity => activity.AccountId == account)));

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
