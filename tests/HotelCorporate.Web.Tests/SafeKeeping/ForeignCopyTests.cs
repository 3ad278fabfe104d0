using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.SafeKeeping;

public sealed class ForeignCopiesOnSqlite() : ForeignCopyTests(new SqliteDatabase())
{
    [Fact]
    public async Task A_file_that_is_no_database_is_refused_in_a_sentence()
    {
        var garbage = new SqliteDatabase();
        await File.WriteAllTextAsync(garbage.File, new string('x', 5_000));
        Copies.AssertRefused(await SiteProcess.CommandAsync(garbage, "backup", Path.Combine(Folder, "garbage.copy")), "The database does not allow it");
    }

    [Fact]
    public async Task A_word_that_is_no_command_does_not_start_the_site()
    {
        var empty = new SqliteDatabase();
        Copies.AssertRefused(await SiteProcess.CommandAsync(empty, "bakcup", Path.Combine(Folder, "house.copy")), "\"bakcup\" is no command");
        Assert.False(File.Exists(empty.File));
    }

    [Fact]
    public async Task A_start_that_was_killed_at_its_migrations_leaves_nothing_that_the_next_one_waits_for()
    {
        var broken = new SqliteDatabase();
        await using (var db = broken.Open())
            await db.Database.ExecuteSqlRawAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-24');""");
        (await SiteProcess.StartAsync(broken, new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production" })).Dispose();
        await using var made = broken.Open();
        Assert.NotEmpty(await made.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public async Task Nobody_else_may_read_a_copy_or_what_is_written_on_the_way()
    {
        await CopyAsync();
        string[] wanted = [".copy", ".part", ".taking", ".trial", ".restoring"];
        Dictionary<string, UnixFileMode> seen = new(StringComparer.Ordinal);
        for (var i = 0; wanted.Except(seen.Keys, StringComparer.Ordinal).Any(); i++) // they are there for a moment only: look until each was seen
        {
            var copy = Path.Combine(Folder, $"{i}.copy");
            var other = new SqliteDatabase();
            Copies.AssertDone(await LookingAsync(SiteProcess.CommandAsync(Database, "backup", copy), Folder));
            Copies.AssertDone(await LookingAsync(SiteProcess.CommandAsync(other, "restore", copy), Path.GetDirectoryName(other.File)!));
        }

        Assert.All(seen, found => Assert.True(found.Value == (UnixFileMode.UserRead | UnixFileMode.UserWrite), $"{found.Key} is {found.Value}"));

        async Task<(int, string)> LookingAsync(Task<(int, string)> command, string folder)
        {
            for (; !command.IsCompleted; await Task.Yield())
            {
                foreach (var file in Directory.GetFiles(folder).Where(file => wanted.Contains(Path.GetExtension(file), StringComparer.Ordinal)))
                {
                    try
                    {
                        seen[Path.GetExtension(file)] = seen.GetValueOrDefault(Path.GetExtension(file)) | (OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file));
                    }
                    catch (IOException)
                    {
                        // Gone already.
                    }
                }
            }

            return await command;
        }
    }
}

public sealed class ForeignCopiesOnPostgres() : ForeignCopyTests(new PostgresDatabase())
{
    [Fact]
    public async Task A_server_without_the_database_has_nothing_to_copy() =>
        Copies.AssertRefused(await SiteProcess.CommandAsync(new PostgresDatabase(isMade: false), "backup", Path.Combine(Folder, "none.copy")), "The database is empty. Start the site once.");

    [Fact]
    public async Task A_copys_words_never_become_statements()
    {
        var copy = await CopyAsync();
        var before = await Database.RowsAsync();
        var forged = Path.Combine(Folder, "forged.copy");
        await Copies.ForgeAsync(copy, forged, manifest => manifest["sequences"]![0]!["name"] = """ "Journal"); DROP TABLE "Outbox"; SELECT (1""");
        Copies.AssertRefused(await SiteProcess.CommandAsync(Database, "restore", forged, "--replace"), "other sequences");
        Copies.AssertSame(before, await Database.RowsAsync());
    }

    [Fact]
    public async Task A_restore_that_cannot_write_into_the_journal_changes_nothing()
    {
        var copy = await CopyAsync();
        await using (var db = Database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE FUNCTION refuse_restore() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$;
                CREATE TRIGGER no_restore BEFORE INSERT ON "Journal" FOR EACH ROW WHEN (NEW."Action" = 'restore') EXECUTE FUNCTION refuse_restore();
                UPDATE "Accounts" SET "TradeName" = 'Changed after the copy';
                """);
        }

        var before = await Database.RowsAsync();
        Copies.AssertRefused(await SiteProcess.CommandAsync(Database, "restore", copy, "--replace"), "The database does not allow it");
        Copies.AssertSame(before, await Database.RowsAsync(), aside: row => row.StartsWith("Journal_Id_seq ", StringComparison.Ordinal)); // PostgreSQL takes no id back, not even of an entry that it refused
    }
}

/// <summary>A copy that is damaged, forged or somebody else's changes nothing, and neither does a good one put where it does not belong.</summary>
public abstract class ForeignCopyTests(SiteDatabase database)
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("hotel-foreign-").FullName;

    protected SiteDatabase Database => database;

    [Fact]
    public async Task A_damaged_copy_is_refused_and_changes_nothing()
    {
        var copy = await CopyAsync();
        var good = await File.ReadAllBytesAsync(copy);
        var before = await database.RowsAsync();
        var bad = Path.Combine(Folder, "bad.copy");
        var random = new Random(20261124);
        foreach (var place in (int[])[0, 5, random.Next(good.Length), random.Next(good.Length), good.Length - 70, good.Length - 1])
        {
            var flipped = (byte[])good.Clone();
            flipped[place] ^= 1;
            await File.WriteAllBytesAsync(bad, flipped);
            Copies.AssertRefused(await SiteProcess.CommandAsync(database, "restore", bad, "--replace"), place == 0 ? "is not a copy made by HotelCorporate" : "is damaged");
        }

        await File.WriteAllBytesAsync(bad, good[..(good.Length / 2)]);
        Copies.AssertRefused(await SiteProcess.CommandAsync(database, "restore", bad, "--replace"), "is damaged");
        Copies.AssertSame(before, await database.RowsAsync());
    }

    [Fact]
    public async Task A_forged_or_foreign_copy_is_refused_though_its_seal_fits()
    {
        var copy = await CopyAsync();
        var before = await database.RowsAsync();
        var forged = Path.Combine(Folder, "forged.copy");
        foreach (var (change, why) in Forgeries)
        {
            await Copies.ForgeAsync(copy, forged, change);
            Copies.AssertRefused(await SiteProcess.CommandAsync(database, "restore", forged, "--replace"), why);
        }

        File.Delete(forged);
        await using (var zip = await ZipFile.OpenAsync(forged, ZipArchiveMode.Create)) zip.CreateEntry("manifest.json");
        Copies.AssertRefused(await SiteProcess.CommandAsync(database, "restore", forged, "--replace"), "not a copy made by HotelCorporate");
        SiteDatabase otherKind = database is SqliteDatabase ? new PostgresDatabase() : new SqliteDatabase();
        Copies.AssertRefused(await SiteProcess.CommandAsync(otherKind, "restore", copy), "goes back to the kind of database that it came from");
        Copies.AssertSame(before, await database.RowsAsync());
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone_and_one_that_was_only_started_is_filled()
    {
        var copy = await CopyAsync();
        var songs = database.Another();
        await using (var db = songs.Open()) await db.Database.ExecuteSqlRawAsync("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('One')");
        Copies.AssertRefused(await SiteProcess.CommandAsync(songs, "restore", copy, "--replace"), "is not of HotelCorporate");
        await using (var db = songs.Open()) Assert.Equal(["One"], await db.Database.SqlQuery<string>($"""SELECT title AS "Value" FROM songs""").ToListAsync());

        var started = database.Another();
        (await SiteProcess.StartAsync(started, new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production" })).Dispose();
        Copies.AssertDone(await SiteProcess.CommandAsync(started, "restore", copy));
        await using (var db = started.Open()) Assert.True(await db.Bookings.AnyAsync());
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_reported_in_a_sentence()
    {
        var file = Path.Combine(Folder, "a-file");
        await File.WriteAllTextAsync(file, "");
        Copies.AssertRefused(await SiteProcess.CommandAsync(database, "backup", Path.Combine(file, "house.copy")), "The disk does not allow it");
    }

    private static IReadOnlyList<(Action<JsonObject> Change, string Why)> Forgeries { get; } =
    [
        (manifest => manifest["application"] = "OtherProgram", "not a copy made by HotelCorporate"),
        (manifest => manifest.Remove("parts"), "not a copy made by HotelCorporate"),
        (manifest => manifest["tables"] = null, "not a copy made by HotelCorporate"),
        (manifest => manifest["filler"] = new string('x', 2_000_000), "not a copy made by HotelCorporate"),
        (manifest => manifest["format"] = "copy 99", "which this version does not read"),
        (manifest => manifest["migration"] = "20990101000000_Later", "taken by another version of the program"),
        (manifest => Largest(manifest)["bytes"] = 10, "is not as long as its manifest says"),
        (manifest => manifest["tables"]![0]!["sha256"] = new string('0', 64), "Nothing was changed"),
    ];

    /// <summary>A good copy of a house with the demo in it.</summary>
    protected async Task<string> CopyAsync()
    {
        using (var prepared = new PreparedSite(database)) await prepared.AcceptedAsync(1);
        var copy = Path.Combine(Folder, "good.copy");
        Copies.AssertDone(await SiteProcess.CommandAsync(database, "backup", copy));
        return copy;
    }

    private static JsonObject Largest(JsonObject manifest) => manifest["parts"]!.AsArray().MaxBy(part => (long)part!["bytes"]!)!.AsObject();
}
