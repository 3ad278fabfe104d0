using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace HotelCorporate.Web.Tests;

/// <summary>The demo as it stands at one moment: filled once for each kind of database, then copied for each site that starts with it.</summary>
public sealed class DemoTemplate
{
    private readonly Lazy<SqliteDatabase> _sqlite;
    private readonly Lazy<PostgresDatabase> _postgres;

    private DemoTemplate(Func<Instant>? moment) =>
        (_sqlite, _postgres) = (new(() => Whole(Fill(new SqliteDatabase(), moment))), new(() => Fill(new PostgresDatabase(), moment)));

    /// <summary>At the moment at which the tests' clock stands still.</summary>
    public static DemoTemplate Still { get; } = new(moment: null);

    /// <summary>At the computer's own time, for programs that read that.</summary>
    public static DemoTemplate Now { get; } = new(SystemClock.Instance.GetCurrentInstant);

    /// <summary>Writes a SQLite file of its own.</summary>
    public string CopyTo(string file)
    {
        File.Copy(_sqlite.Value.File, file);
        return file;
    }

    /// <summary>Makes a PostgreSQL database of its own and gives the way to it.</summary>
    /// <param name="address">The way to one that is not there yet; another one otherwise.</param>
    public string NewDatabase(string? address = null) => PostgresServer.NewDatabase(_postgres.Value.Address, address);

    /// <summary>Brings what stands in the log beside the file into the file itself, and leaves no log: a copy of the file is then a copy of the database.</summary>
    private static SqliteDatabase Whole(SqliteDatabase filled)
    {
        using var connection = new SqliteConnection($"Data Source={filled.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        Assert.Equal("delete", command.ExecuteScalar());
        return filled;
    }

    private static T Fill<T>(T database, Func<Instant>? moment) where T : SiteDatabase
    {
        using (var site = new Filling(database))
        {
            if (moment is not null) site.Clock.Reset(moment());
            _ = site.Services;
        }

        database.Release();
        return database;
    }

    private sealed class Filling(SiteDatabase database) : HotelSiteFixture
    {
        protected override void Choose(IWebHostBuilder builder)
        {
            foreach (var (name, value) in database.Settings) builder.UseSetting(name, value);
            builder.UseSetting("Mail:EverySeconds", "86400");
        }
    }
}
