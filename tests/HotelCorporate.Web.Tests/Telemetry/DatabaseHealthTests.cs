using System.Net;
using HotelCorporate.Web.Tests.SafeKeeping;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Telemetry;

public sealed class DatabaseHealthOnSqlite() : DatabaseHealthTests(new SqliteDatabase());

public sealed class DatabaseHealthOnPostgres() : DatabaseHealthTests(new PostgresDatabase());

/// <summary>A node is sent people only while its database answers and has its model. It lives on meanwhile.</summary>
public abstract class DatabaseHealthTests(SiteDatabase database)
{
    [Fact]
    public async Task Only_with_the_programs_own_model_is_a_node_ready()
    {
        using var site = new PreparedSite(database);
        var balancer = site.Browser();
        await IsAsync(balancer, HttpStatusCode.OK);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '10')""");
        await IsAsync(balancer, HttpStatusCode.ServiceUnavailable);
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '29990101000000_Later'""");
        await IsAsync(balancer, HttpStatusCode.OK);
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" """);
        await IsAsync(balancer, HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Without_its_database_a_node_is_not_ready_but_alive()
    {
        using var site = new PreparedSite(database);
        var balancer = site.Browser();
        await IsAsync(balancer, HttpStatusCode.OK);
        await database.TakeAwayAsync();
        await IsAsync(balancer, HttpStatusCode.ServiceUnavailable);
        using var alive = await balancer.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    private static async Task IsAsync(HotelBrowser balancer, HttpStatusCode wanted)
    {
        using var answer = await balancer.GetAsync("/health/ready");
        Assert.Equal(wanted, answer.StatusCode);
    }
}
