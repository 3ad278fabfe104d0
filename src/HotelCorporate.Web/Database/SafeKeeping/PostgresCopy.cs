using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using HotelCorporate.Domain;
using Npgsql;

namespace HotelCorporate.Web.Database.SafeKeeping;

/// <summary>Copies a PostgreSQL database table by table through COPY, all in one read-only transaction that sees one moment. Needs no other program.</summary>
internal static class PostgresCopy
{
    public const string Provider = "Postgres";

    public static async Task<NpgsqlConnection> OpenAsync(string address, CancellationToken cancel)
    {
        var server = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(address) { Pooling = false, CommandTimeout = 0 }.ToString());
        server.UseNodaTime();
        var connection = await server.Build().OpenConnectionAsync(cancel);
        // The text of a row must not depend on how this server or this role is set up.
        await connection.DoAsync("SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex'", cancel);
        return connection;
    }

    /// <summary>Puts every table into the zip and completes the manifest with what they come to.</summary>
    public static async Task<CopyManifest> TakeAsync(string address, ZipArchive zip, CopyManifest manifest, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(address, cancel);
        await connection.DoAsync("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancel);
        var tables = new List<CopiedTable>();
        var parts = new List<CopiedPart>();
        foreach (var table in await TablesAsync(connection, cancel))
        {
            await using var part = await zip.CreateEntry(PartOf(table), CompressionLevel.Fastest).OpenAsync(cancel);
            tables.Add(await SumAsync(connection, table, part, cancel));
            parts.Add(new CopiedPart(PartOf(table), part.Position)); // the bytes written so far
        }

        // Read last: a sequence is never behind the rows that were seen.
        var sequences = await SequencesAsync(connection, cancel);
        await connection.DoAsync("COMMIT", cancel);
        return manifest with { Parts = parts, Tables = tables, Sequences = sequences };
    }

    /// <summary>Fills the emptied tables in the caller's transaction and holds each against the manifest.</summary>
    /// <exception cref="HouseRuleException">The tables do not come to what the manifest says.</exception>
    public static async Task FillAsync(NpgsqlConnection connection, CopyFile copy, CancellationToken cancel)
    {
        var tables = await TablesAsync(connection, cancel);
        if (!tables.Order(StringComparer.Ordinal).SequenceEqual(copy.Manifest.Tables.Select(table => table.Name).Order(StringComparer.Ordinal)))
            throw new HouseRuleException("The copy has other tables than this database. Nothing was changed; restore into an empty database.");
        // The guards that refuse to empty what is kept look away for this one statement of the transaction.
        foreach (var kept in PostgresGuards.Kept) await connection.DoAsync($"ALTER TABLE {SqlText.Quoted(kept)} DISABLE TRIGGER USER", cancel);
        await connection.DoAsync($"TRUNCATE {string.Join(", ", tables.Select(SqlText.Quoted))}", cancel);
        foreach (var kept in PostgresGuards.Kept) await connection.DoAsync($"ALTER TABLE {SqlText.Quoted(kept)} ENABLE TRIGGER USER", cancel);
        foreach (var table in tables)
        {
            await using var part = await copy.PartAsync(PartOf(table), cancel);
            await using var into = await connection.BeginTextImportAsync($"COPY {SqlText.Quoted(table)} ({await ColumnsAsync(connection, table, cancel)}) FROM STDIN", cancel);
            await part.CopyToAsync(into.BaseStream, cancel); // bytes as they are
        }

        foreach (var table in copy.Manifest.Tables)
        {
            var found = await SumAsync(connection, table.Name, Stream.Null, cancel);
            if (found != table) throw new HouseRuleException($"The table {table.Name} came out with {found.Rows} rows instead of the {table.Rows} of the copy, or with other ones. Nothing was changed.");
        }

        // An id that was ever given out is not given out again, whichever of the two databases gave it.
        var own = await connection.NamesAsync("SELECT quote_ident(sequencename) FROM pg_sequences WHERE schemaname = current_schema()", cancel);
        foreach (var sequence in copy.Manifest.Sequences)
        {
            // Only this database's own names become part of a statement, never what a file says.
            var name = own.Find(name => name == sequence.Name) ?? throw new HouseRuleException("The copy has other sequences than this database. Nothing was changed; restore into an empty database.");
            await connection.DoAsync($"SELECT setval(@name::regclass, greatest(@last, (SELECT last_value FROM {name})))", cancel, ("@name", name), ("@last", sequence.Last));
        }
    }

    /// <summary>Reads every part of a written copy again and holds it against the manifest.</summary>
    public static async Task CheckAsync(CopyFile copy, CancellationToken cancel)
    {
        foreach (var table in copy.Manifest.Tables)
        {
            await using var part = await copy.PartAsync(PartOf(table.Name), cancel);
            if (await SumAsync(table.Name, part, Stream.Null, cancel) != table) throw new HouseRuleException($"The table {table.Name} cannot be read back from the copy. Take it again.");
        }
    }

    /// <summary>Every table, those that others refer to first.</summary>
    private static async Task<List<string>> TablesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var left = await connection.NamesAsync("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename", cancel);
        var refers = await connection.ListAsync(
            """
            SELECT owner.relname::text, other.relname::text FROM pg_constraint found
            JOIN pg_class owner ON owner.oid = found.conrelid JOIN pg_class other ON other.oid = found.confrelid
            WHERE found.contype = 'f' AND owner.oid <> other.oid AND found.connamespace = current_schema()::regnamespace
            """, row => (Table: row.GetString(0), Other: row.GetString(1)), cancel);
        var ordered = new List<string>();
        while (left.Count > 0)
        {
            var free = left.Where(table => !refers.Exists(one => one.Table == table && left.Contains(one.Other))).ToList();
            if (free.Count == 0) throw new InvalidOperationException($"These tables refer to each other in a ring: {string.Join(", ", left)}.");
            ordered.AddRange(free);
            left.RemoveAll(free.Contains);
        }

        return ordered;
    }

    private static async Task<string> ColumnsAsync(NpgsqlConnection connection, string table, CancellationToken cancel) => string.Join(", ", await connection.ListAsync(
        "SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = @table AND is_generated = 'NEVER' ORDER BY column_name",
        row => SqlText.Quoted(row.GetString(0)), cancel, ("@table", table)));

    private static async Task<CopiedTable> SumAsync(NpgsqlConnection connection, string table, Stream into, CancellationToken cancel)
    {
        // Texts in the order of their bytes: the same whatever language the database sorts by.
        var keys = await connection.ListAsync(
            """
            SELECT found.attname::text, found.attcollation <> 0 FROM pg_index part JOIN pg_attribute found ON found.attrelid = part.indrelid AND found.attnum = ANY(part.indkey)
            WHERE part.indisprimary AND part.indrelid = (SELECT oid FROM pg_class WHERE relname = @table AND relnamespace = current_schema()::regnamespace)
            ORDER BY array_position(part.indkey::int2[], found.attnum)
            """, row => SqlText.Quoted(row.GetString(0)) + (row.GetBoolean(1) ? " COLLATE \"C\"" : ""), cancel, ("@table", table));
        var columns = await ColumnsAsync(connection, table, cancel);
        using var rows = await connection.BeginTextExportAsync($"COPY (SELECT {columns} FROM {SqlText.Quoted(table)} ORDER BY {(keys.Count > 0 ? string.Join(", ", keys) : "1")}) TO STDOUT", cancel);
        return await SumAsync(table, rows.BaseStream, into, cancel);
    }

    private static async Task<CopiedTable> SumAsync(string table, Stream rows, Stream into, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var count = 0L;
        for (int read; (read = await rows.ReadAsync(buffer, cancel)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            count += buffer.AsSpan(0, read).Count((byte)'\n'); // a line end within a value is written as \n in letters
            await into.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return new CopiedTable(table, count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static Task<List<CopiedSequence>> SequencesAsync(NpgsqlConnection connection, CancellationToken cancel) => connection.ListAsync(
        "SELECT quote_ident(sequencename), last_value FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1",
        row => new CopiedSequence(row.GetString(0), row.GetInt64(1)), cancel);

    private static string PartOf(string table) => string.Create(CultureInfo.InvariantCulture, $"tables/{table}.txt");
}
