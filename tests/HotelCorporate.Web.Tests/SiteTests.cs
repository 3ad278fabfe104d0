using System.Net;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests;

public sealed class SiteOnSqlite(SqliteSite site) : SiteTests(site), IClassFixture<SqliteSite>;

public sealed class SiteOnPostgres(PostgresSite site) : SiteTests(site), IClassFixture<PostgresSite>;

public abstract class SiteTests(HotelSiteFixture site)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_says_that_it_is_well(string address)
    {
        var answer = await site.Browser().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/lib/tabler/tabler.min.css")]
    public async Task A_stylesheet_comes_whole_to_a_browser_that_takes_compression(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        using var answer = await site.Browser().Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_journal_cannot_be_changed_or_deleted()
    {
        await site.InDatabaseAsync(async db =>
        {
            Database.Journaling.Note(db, Database.Actor.Clock, site.Clock.GetCurrentInstant(), "Test", 1, "tried");
            await db.SaveChangesAsync();
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Journal.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Action, "changed")));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Journal.ExecuteDeleteAsync());
            return 0;
        });
    }
}
