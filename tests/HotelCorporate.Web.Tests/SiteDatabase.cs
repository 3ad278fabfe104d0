using System.Data.Common;
using HotelCorporate.Web.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HotelCorporate.Web.Tests;

/// <summary>A database that programs of their own process use, and that a test looks into from beside.</summary>
public abstract class SiteDatabase
{
    private bool _isTaken;

    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Lets go of it, when a site in the tests' own program used it.</summary>
    public abstract void Release();

    public abstract HotelDb Open();

    /// <summary>Takes it from under those who use it.</summary>
    public abstract Task TakeAwayAsync();

    /// <summary>Puts the demo into it, when nothing has touched it yet: much faster than a site that fills it.</summary>
    internal void Take(DemoTemplate demo)
    {
        if (!_isTaken) Copy(demo);
        _isTaken = true;
    }

    /// <summary>Another one of the same kind, empty.</summary>
    public abstract SiteDatabase Another();

    /// <summary>Every row of every table as text, in an order of its own; and the guards.</summary>
    public async Task<SortedDictionary<string, List<string>>> RowsAsync()
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        var tables = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var table in await ReadAsync(connection, Tables)) tables[table] = await ReadAsync(connection, $"SELECT * FROM \"{table}\"");
        tables["(guards)"] = await ReadAsync(connection, Guards);
        return tables;
    }

    private protected abstract void Copy(DemoTemplate demo);

    protected abstract string Tables { get; }

    protected abstract string Guards { get; }

    protected abstract DbConnection Connect();

    private static async Task<List<string>> ReadAsync(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the database's own list.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => (reader.FieldCount > 1 ? reader.GetName(i) + "=" : "") + (reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i)))));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}

/// <summary>A SQLite file in a folder of its own.</summary>
public sealed class SqliteDatabase : SiteDatabase
{
    public string File { get; } = Path.Combine(Directory.CreateTempSubdirectory("hotel-kept-").FullName, "hotel.db");

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal) { ["Database:Provider"] = "Sqlite", ["Database:File"] = File };

    public override void Release()
    {
        using var pooled = new SqliteConnection($"Data Source={File};Foreign Keys=True");
        SqliteConnection.ClearPool(pooled);
    }

    public override HotelDb Open() => new SqliteHotelDb(new DbContextOptionsBuilder<SqliteHotelDb>().UseSqlite($"Data Source={File};Pooling=False").Options);

    public override Task TakeAwayAsync()
    {
        System.IO.File.Move(File, File + ".away");
        return Task.CompletedTask;
    }

    public override SiteDatabase Another() => new SqliteDatabase();

    private protected override void Copy(DemoTemplate demo) => demo.CopyTo(File);

    protected override string Tables => "SELECT name FROM sqlite_master WHERE type = 'table'";

    protected override string Guards => "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'index')";

    protected override DbConnection Connect() => new SqliteConnection($"Data Source={File};Pooling=False");
}

/// <summary>A database of the tests' PostgreSQL server.</summary>
/// <param name="isMade">Whether the server has it already.</param>
public sealed class PostgresDatabase(bool isMade = true) : SiteDatabase
{
    public string Address { get; } = isMade ? PostgresServer.NewDatabase() : PostgresServer.NoDatabase();

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal) { ["Database:Provider"] = "Postgres", ["ConnectionStrings:Postgres"] = Address };

    public override void Release() => PostgresServer.EndConnections(Address);

    public override HotelDb Open() => new PostgresHotelDb(new DbContextOptionsBuilder<PostgresHotelDb>().UseNpgsql(Address + ";Pooling=False", options => options.UseNodaTime()).Options);

    public override Task TakeAwayAsync()
    {
        PostgresServer.Drop(Address);
        return Task.CompletedTask;
    }

    public override SiteDatabase Another() => new PostgresDatabase();

    private protected override void Copy(DemoTemplate demo)
    {
        PostgresServer.Drop(Address);
        demo.NewDatabase(Address);
    }

    protected override string Tables => "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'";

    protected override string Guards => "SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal UNION ALL SELECT conname || ': ' || pg_get_constraintdef(oid) FROM pg_constraint UNION ALL SELECT sequencename || ' ' || last_value FROM pg_sequences WHERE last_value IS NOT NULL";

    protected override DbConnection Connect() => new NpgsqlConnection(Address + ";Pooling=False");
}
