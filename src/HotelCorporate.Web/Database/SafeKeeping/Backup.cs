using HotelCorporate.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.SafeKeeping;

/// <summary>Takes a copy of everything that is stored, as it was at one moment, while the site runs, and reads it back before it says that it is there.</summary>
internal static class Backup
{
    /// <exception cref="HouseRuleException">The file is there already, there is no database yet, or what was written cannot be read back.</exception>
    public static async Task<CopyManifest> TakeAsync(HotelDb db, string file, Instant now, CancellationToken cancel)
    {
        if (File.Exists(file)) throw new HouseRuleException($"{file} is there already. Name another file; a copy is never overwritten.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (db is SqliteHotelDb && !File.Exists(FileOf(db.Address))) throw new HouseRuleException($"There is no database at {FileOf(db.Address)} yet. Start the site once.");
        return await CopyFile.WriteAsync(file, async zip =>
        {
            var migration = (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault() ?? throw new HouseRuleException("The database is empty. Start the site once.");
            var manifest = new CopyManifest(CopyManifest.ThisFormat, CopyManifest.ThisApplication, ProviderOf(db), migration, now, [], [], []);
            if (db is PostgresHotelDb) return await PostgresCopy.TakeAsync(db.Address, zip, manifest, cancel);
            var (parts, tables) = await SqliteCopy.TakeAsync(FileOf(db.Address), zip, file, cancel);
            return manifest with { Parts = parts, Tables = tables };
        }, part => ReadBackAsync(part, file + ".trial", cancel), cancel);
    }

    public static string ProviderOf(HotelDb db) => db is PostgresHotelDb ? PostgresCopy.Provider : SqliteCopy.Provider;

    public static string FileOf(string address) => new SqliteConnectionStringBuilder(address).DataSource;

    private static async Task ReadBackAsync(string file, string trial, CancellationToken cancel)
    {
        using var copy = await CopyFile.OpenAsync(file, cancel);
        if (copy.Manifest.Provider == PostgresCopy.Provider)
        {
            await PostgresCopy.CheckAsync(copy, cancel);
            return;
        }

        try
        {
            await SqliteCopy.ExtractAsync(copy, trial, cancel);
        }
        finally
        {
            SqliteCopy.Delete(trial);
        }
    }
}
