using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using HotelCorporate.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Database.SafeKeeping;

/// <summary>Copies a SQLite database with SQLite's own online backup: all pages as they were at one moment, while others read and write.</summary>
internal static class SqliteCopy
{
    public const string Provider = "Sqlite";
    private const string Part = "database.sqlite";

    /// <summary>Puts the database into the zip and gives how long it is and what its tables come to.</summary>
    public static async Task<(IReadOnlyList<CopiedPart> Parts, IReadOnlyList<CopiedTable> Tables)> TakeAsync(string source, ZipArchive zip, string beside, CancellationToken cancel)
    {
        var snapshot = beside + ".taking";
        Delete(snapshot);
        try
        {
            await CopyFile.OwnFile(snapshot).DisposeAsync();
            await using (var from = Open(source, SqliteOpenMode.ReadWrite))
            await using (var to = Open(snapshot, SqliteOpenMode.ReadWrite))
            {
                from.BackupDatabase(to);
                await to.DoAsync("PRAGMA journal_mode=DELETE", cancel); // one file, nothing beside it
            }

            var tables = await TablesAsync(snapshot, cancel);
            await using var part = await zip.CreateEntry(Part, CompressionLevel.Fastest).OpenAsync(cancel);
            await using var content = File.OpenRead(snapshot);
            await content.CopyToAsync(part, cancel);
            return ([new CopiedPart(Part, content.Length)], tables);
        }
        finally
        {
            Delete(snapshot);
        }
    }

    /// <summary>Takes the database out of the copy and holds every table of it against the manifest.</summary>
    /// <exception cref="HouseRuleException">It is not what the manifest says, or the disk has no room for it.</exception>
    public static async Task ExtractAsync(CopyFile copy, string to, CancellationToken cancel)
    {
        Delete(to);
        var needed = copy.Manifest.Parts.Sum(part => part.Bytes);
        var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(to))!).AvailableFreeSpace;
        if (needed > free) throw new HouseRuleException($"The copy needs {needed >> 20} MB on the disk of {to}, and {free >> 20} MB are free. Make room, then try again.");
        await using (var part = await copy.PartAsync(Part, cancel))
        await using (var file = CopyFile.OwnFile(to))
            await part.CopyToAsync(file, cancel);
        var tables = await TablesAsync(to, cancel);
        if (!tables.SequenceEqual(copy.Manifest.Tables)) throw new HouseRuleException("The copy's tables are not what its manifest says. Nothing was changed; take another copy.");
    }

    public static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 2 }.ToString());
        connection.Open();
        return connection;
    }

    public static void Delete(string file)
    {
        foreach (var end in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(file + end);
    }

    /// <exception cref="HouseRuleException">SQLite itself finds the file damaged.</exception>
    private static async Task<List<CopiedTable>> TablesAsync(string file, CancellationToken cancel)
    {
        await using var connection = Open(file, SqliteOpenMode.ReadOnly);
        var damage = await connection.NamesAsync("PRAGMA integrity_check(3)", cancel);
        if (damage is not ["ok"]) throw new HouseRuleException($"SQLite finds the database damaged: {string.Join("; ", damage)}.");
        var tables = new List<CopiedTable>();
        foreach (var name in await connection.NamesAsync("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", cancel))
        {
            var keys = await connection.ListAsync("SELECT name FROM pragma_table_info(@table) WHERE pk > 0 ORDER BY pk", row => SqlText.Quoted(row.GetString(0)), cancel, ("@table", name));
            var order = keys.Count > 0 ? string.Join(", ", keys) : "1";
            tables.Add(await SumAsync(connection, name, $"SELECT * FROM {SqlText.Quoted(name)} ORDER BY {order}", cancel));
        }

        return tables;
    }

    private static async Task<CopiedTable> SumAsync(SqliteConnection connection, string name, string rows, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var command = connection.Command(rows);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var count = 0L;
        for (; await reader.ReadAsync(cancel); count++)
        for (var i = 0; i < reader.FieldCount; i++)
        {
            // Kind and length in front of each value: no two different rows read the same.
            var (kind, bytes) = reader.GetValue(i) switch
            {
                DBNull => ('-', []),
                byte[] blob => ('b', blob),
                string text => ('t', Encoding.UTF8.GetBytes(text)),
                var number => ('n', Encoding.ASCII.GetBytes(Convert.ToString(number, CultureInfo.InvariantCulture)!)),
            };
            hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}{bytes.Length}:")));
            hash.AppendData(bytes);
        }

        return new CopiedTable(name, count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
