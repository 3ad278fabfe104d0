using System.Data.Common;
using HotelCorporate.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Database.SafeKeeping;

/// <summary>What somebody wants restored.</summary>
/// <param name="Replace">Whether a database that has data may be given up for the copy.</param>
/// <param name="Issued">The highest number of a series that is known from paper: INV-TIA-2026 and 41.</param>
internal sealed record RestoreOrder(string File, bool Replace, IReadOnlyDictionary<string, long> Issued);

/// <summary>What a restore found and did.</summary>
/// <param name="LettersHeld">Letters that waited when the copy was taken: a person decides whether they go.</param>
/// <param name="Missing">Documents that the replaced database had and the copy has not. Their numbers are not given again.</param>
internal sealed record RestoreReport(CopyManifest Copy, int LettersHeld, IReadOnlyList<string> Missing);

/// <summary>Puts a copy in the place of the database, all of it or nothing, after every row was held against the copy's manifest.</summary>
/// <remarks>No letter goes by itself that waited in the copy, and no number is given again that this database or the person restoring knows of.</remarks>
internal static class Restore
{
    /// <exception cref="HouseRuleException">The copy is damaged, foreign or too new; the site runs; or there is data and nobody said to replace it.</exception>
    public static async Task<RestoreReport> PutAsync(HotelDb db, RestoreOrder order, Instant now, CancellationToken cancel)
    {
        using var copy = await CopyFile.OpenAsync(order.File, cancel);
        var (found, own) = (copy.Manifest, Backup.ProviderOf(db));
        if (found.Provider != own) throw new HouseRuleException($"The copy is of a {found.Provider} database, and the setting Database:Provider says {own}. A copy goes back to the kind of database that it came from.");
        if (!db.Database.GetMigrations().Contains(found.Migration, StringComparer.Ordinal))
            throw new HouseRuleException($"The copy was taken by another version of the program (its model is {found.Migration}). Restore it with that version or a later one.");
        return db is PostgresHotelDb ? await IntoPostgresAsync(db, copy, order, now, cancel) : await IntoSqliteAsync(db, copy, order, now, cancel);
    }

    private static async Task<RestoreReport> IntoSqliteAsync(HotelDb db, CopyFile copy, RestoreOrder order, Instant now, CancellationToken cancel)
    {
        var file = Backup.FileOf(db.Address);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var target = await OpenAloneAsync(file, cancel);
        var before = await KnownAsync(target, await target.NamesAsync("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'", cancel), order, cancel);
        var trial = file + ".restoring";
        try
        {
            await SqliteCopy.ExtractAsync(copy, trial, cancel);
            await using (var restored = SqliteCopy.Open(trial, SqliteOpenMode.ReadWrite))
            {
                var held = await HoldLettersAsync(restored, copy.Manifest, cancel);
                await KeepNumbersAsync(restored, before, order, cancel);
                var missing = await MissingAsync(restored, before, cancel);
                var report = new RestoreReport(copy.Manifest, held, missing);
                await using (var updated = new SqliteHotelDb(new DbContextOptionsBuilder<SqliteHotelDb>().UseSqlite(restored).Options))
                    await FinishAsync(updated, report, now, cancel);
                restored.BackupDatabase(target); // one transaction of the target: whole or not at all, also through a power cut
                await target.DoAsync("PRAGMA locking_mode=NORMAL", cancel);
                await target.DoAsync("PRAGMA journal_mode=WAL", cancel);
                return report;
            }
        }
        finally
        {
            SqliteCopy.Delete(trial);
        }
    }

    /// <summary>Nobody else has the file open, nor can open it until the restore is over.</summary>
    private static async Task<SqliteConnection> OpenAloneAsync(string file, CancellationToken cancel)
    {
        var target = SqliteCopy.Open(file, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // SQLite leaves the shared log (WAL) only when no other connection is open.
            await target.DoAsync("PRAGMA locking_mode=EXCLUSIVE", cancel);
            await target.DoAsync("PRAGMA synchronous=FULL", cancel);
            var mode = await target.NamesAsync("PRAGMA journal_mode=DELETE", cancel);
            await target.DoAsync("BEGIN EXCLUSIVE", cancel);
            await target.DoAsync("COMMIT", cancel);
            if (mode is ["delete"]) return target;
            await target.DisposeAsync();
            throw InUse(file, null);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 5 or 6)
        {
            await target.DisposeAsync();
            throw InUse(file, failure);
        }
        catch (SqliteException failure)
        {
            await target.DisposeAsync();
            throw new HouseRuleException($"{file} cannot be opened as a database ({failure.Message}). Move it away, then restore.", failure);
        }
    }

    private static HouseRuleException InUse(string file, Exception? failure) => new($"{file} is in use. Stop the site, then restore.", failure!);

    private static async Task<RestoreReport> IntoPostgresAsync(HotelDb db, CopyFile copy, RestoreOrder order, Instant now, CancellationToken cancel)
    {
        await using var target = await PostgresCopy.OpenAsync(db.Address, cancel);
        var others = await target.ListAsync(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND coalesce(backend_type, '') NOT IN ('autovacuum worker', 'parallel worker')", row => row.GetInt64(0), cancel);
        if (others[0] > 0) throw new HouseRuleException($"The database is in use by {others[0]} connections. Stop every node of the site, then restore.");
        var before = await KnownAsync(target, await target.NamesAsync("SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()", cancel), order, cancel);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault();
        if (applied is not null && applied != copy.Manifest.Migration)
            throw new HouseRuleException($"The copy's model is {copy.Manifest.Migration} and this database's {applied}. Make an empty database and restore into it; it is brought up to date there.");
        if (applied is null) await db.GetService<IMigrator>().MigrateAsync(copy.Manifest.Migration, cancel);

        await using var transaction = await target.BeginTransactionAsync(cancel);
        await PostgresCopy.FillAsync(target, copy, cancel);
        var held = await HoldLettersAsync(target, copy.Manifest, cancel);
        await KeepNumbersAsync(target, before, order, cancel);
        var report = new RestoreReport(copy.Manifest, held, await MissingAsync(target, before, cancel));
        await using var filled = new PostgresHotelDb(new DbContextOptionsBuilder<PostgresHotelDb>().UseNpgsql(target, postgres => postgres.UseNodaTime())
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MigrationsUserTransactionWarning)).Options);
        await filled.Database.UseTransactionAsync(transaction, cancel);
        await FinishAsync(filled, report, now, cancel);
        await transaction.CommitAsync(cancel);
        return report;
    }

    /// <summary>What a database knew before the copy took its place.</summary>
    private sealed record Known(IReadOnlyDictionary<string, long> Counters, IReadOnlyList<string> Documents);

    /// <exception cref="HouseRuleException">There is data and nobody said to replace it, or the database belongs to another program.</exception>
    private static async Task<Known> KnownAsync(DbConnection connection, List<string> tables, RestoreOrder order, CancellationToken cancel)
    {
        if (tables.Count == 0) return new Known(new Dictionary<string, long>(StringComparer.Ordinal), []);
        if (!tables.Contains("Counters", StringComparer.Ordinal) || !tables.Contains("Invoices", StringComparer.Ordinal))
            throw new HouseRuleException("The database holds something that is not of HotelCorporate. Name another one.");
        foreach (var table in order.Replace ? [] : tables.Where(table => table is not ("__EFMigrationsHistory" or "__EFMigrationsLock" or "AspNetRoles" or "RoleLimits" or "DataProtectionKeys")))
            if ((await connection.ListAsync($"SELECT 1 FROM {SqlText.Quoted(table)} LIMIT 1", _ => true, cancel)).Count > 0)
                throw new HouseRuleException("The database has data. Say --replace to give it up for the copy; take a backup of it first.");
        var counters = await connection.ListAsync("""SELECT "Name", "Last" FROM "Counters" """, row => (Name: row.GetString(0), Last: row.GetInt64(1)), cancel);
        return new Known(counters.ToDictionary(row => row.Name, row => row.Last, StringComparer.Ordinal), await connection.NamesAsync("""SELECT "Number" FROM "Invoices" ORDER BY "Number" """, cancel));
    }

    /// <summary>A letter that waited may have gone after the copy was taken. It does not go by itself: it stands under Failed until a person sends it again or lets it be.</summary>
    private static Task<int> HoldLettersAsync(DbConnection connection, CopyManifest copy, CancellationToken cancel) => connection.DoAsync(
        """UPDATE "Outbox" SET "Status" = 'Failed', "LeasedUntil" = NULL, "HandingOver" = FALSE, "MayHaveGoneTwice" = TRUE, "LastAnswer" = @why, "Version" = "Version" + 1 WHERE "Status" = 'Waiting' """,
        cancel, ("@why", $"Held back by a restore: it waited when the copy was taken on {InstantPattern.General.Format(copy.TakenAt)} and may have gone since. Send it again if it did not."));

    /// <summary>The next number follows the highest that is known, from the copy, from the database that it replaces, or from paper.</summary>
    private static async Task KeepNumbersAsync(DbConnection connection, Known before, RestoreOrder order, CancellationToken cancel)
    {
        foreach (var (series, last) in before.Counters.Concat(order.Issued))
            await connection.DoAsync(
                """INSERT INTO "Counters" ("Name", "Last") VALUES (@series, @last) ON CONFLICT ("Name") DO UPDATE SET "Last" = CASE WHEN "Counters"."Last" > @last THEN "Counters"."Last" ELSE @last END""",
                cancel, ("@series", series), ("@last", last));
    }

    private static async Task<List<string>> MissingAsync(DbConnection connection, Known before, CancellationToken cancel) =>
        [.. before.Documents.Except(await connection.NamesAsync("""SELECT "Number" FROM "Invoices" """, cancel), StringComparer.Ordinal)];

    /// <summary>Brings the restored database up to the program's model and writes into the journal what happened.</summary>
    private static async Task FinishAsync(HotelDb db, RestoreReport report, Instant now, CancellationToken cancel)
    {
        await db.Database.MigrateAsync(cancel);
        await db.CreateGuardsAsync(cancel);
        db.Note(Actor.Keeper, now, "Database", 0, "restore", to: $"copy of {InstantPattern.General.Format(report.Copy.TakenAt)}",
            why: report.Missing.Count > 0 ? $"Issued after the copy, not in it, and not numbered again: {string.Join(", ", report.Missing)}" : null);
        await db.SaveChangesAsync(cancel);
    }
}
