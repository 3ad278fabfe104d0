using System.Data.Common;
using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Database.SafeKeeping;
using HotelCorporate.Web.Database.Scale;
using NodaTime;

namespace HotelCorporate.Web;

/// <summary>What the program does instead of running the site when its first word is a command.</summary>
internal static class Commands
{
    /// <summary>A command says itself, in a sentence, what the database's layer would log with its inside.</summary>
    public static void Quiet(IConfiguration settings, string[] args)
    {
        if (args is ["backup" or "restore" or "seed" or "forecast", ..]) settings["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = nameof(LogLevel.None);
    }

    /// <returns>Null when no command was given; otherwise the exit code.</returns>
    public static async Task<int?> RunAsync(WebApplication app, string[] args) => args.FirstOrDefault() switch
    {
        "backup" => await SayAsync(app, (db, now) => BackupAsync(db, now, args[1..])),
        "restore" => await SayAsync(app, (db, now) => RestoreAsync(db, now, args[1..])),
        "forecast" => await SayAsync(app, (db, _) => ForecastAsync(db, args[1..])),
        "seed" => await SayAsync(app, (_, _) => SeedAsync(app.Services, args[1..])),
        { Length: > 0 } other when !IsSetting(other) => await SayAsync(app, (_, _) => throw new HouseRuleException($"\"{other}\" is no command. Say: backup FILE, restore FILE, forecast rebuild or seed scale; nothing, to run the site.")),
        _ => null,
    };

    /// <summary>--urls=..., /urls ..., urls=...</summary>
    private static bool IsSetting(string word) => word[0] is '-' or '/' || word.Contains('=', StringComparison.Ordinal);

    private static async Task<string> BackupAsync(HotelDb db, Instant now, string[] words)
    {
        if (words is not [var file]) throw new HouseRuleException("Say: backup FILE");
        var copy = await Backup.TakeAsync(db, file, now, default);
        return $"{file} holds {copy.Rows} rows of {copy.Tables.Count} tables and was read back. It opens every sign-in and client link of the house: keep it as you keep the database. Letters in the pickup folder are not in it.";
    }

    private static async Task<string> RestoreAsync(HotelDb db, Instant now, string[] words)
    {
        if (words is not [var file, .. var rest]) throw new HouseRuleException("Say: restore FILE [--replace] [--issued INV-TIA-2026=41] [--issued REQ-TIA-2026=7] ...");
        var issued = new Dictionary<string, long>(StringComparer.Ordinal);
        var replace = false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == "--replace") replace = true;
            else if (rest[i] == "--issued" && ++i < rest.Length && rest[i].Split('=') is [{ Length: > 0 } series, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last)) issued[series] = last;
            else throw new HouseRuleException($"\"{rest[Math.Min(i, rest.Length - 1)]}\" is not understood. Say: restore FILE [--replace] [--issued INV-TIA-2026=41] [--issued REQ-TIA-2026=7] ...");
        }

        var report = await Restore.PutAsync(db, new RestoreOrder(file, replace, issued), now, default);
        var missing = report.Missing.Count == 0 ? "" : $"\nIssued after the copy and no longer here; their numbers are not given again: {string.Join(", ", report.Missing)}";
        return $"Restored {report.Copy.Rows} rows of {report.Copy.Tables.Count} tables as they were on {report.Copy.TakenAt}. {report.LettersHeld} letters that waited then are held back: read them at /mails under Failed and send again those that did not go.{missing}";
    }

    private static async Task<string> SeedAsync(IServiceProvider services, string[] words)
    {
        if (words is not ["scale", ..]) throw new HouseRuleException("Say: seed scale [--spaces 20] [--bookings 20000] [--per-week 400] [--companies 50000] [--contacts 200000] [--log 2000]");
        await ScaleSeed.RunAsync(services, Number(words, "--spaces", 20), Number(words, "--bookings", 20_000), Number(words, "--per-week", 0));
        await ScaleCompanies.FillAsync(services, Number(words, "--companies", 0), Number(words, "--contacts", 0), Number(words, "--log", 0));
        return "The database is filled.";
    }

    private static async Task<string> ForecastAsync(HotelDb db, string[] words)
    {
        if (words is not ["rebuild"]) throw new HouseRuleException("Say: forecast rebuild");
        var (looked, changed) = await ForecastRebuild.RunAsync(db, default);
        return $"{looked} versions of offers looked at; what the forecast keeps of {changed} of them was another and is as their lines have it now.";
    }

    private static int Number(string[] words, string name, int otherwise)
    {
        var at = Array.IndexOf(words, name);
        if (at < 0) return otherwise;
        return at + 1 < words.Length && int.TryParse(words[at + 1], CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new HouseRuleException($"Type a number after {name}.");
    }

    private static async Task<int> SayAsync(WebApplication app, Func<HotelDb, Instant, Task<string>> run)
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
            Console.WriteLine(await run(scope.ServiceProvider.GetRequiredService<HotelDb>(), now));
            return 0;
        }
        catch (Exception failure) when (Plain(failure) is not null)
        {
            await Console.Error.WriteLineAsync(Plain(failure));
            return 1;
        }
    }

    /// <summary>What whoever typed the command can do something about, in a sentence; null for what is a mistake of the program's.</summary>
    private static string? Plain(Exception? failure) => failure switch
    {
        null => null,
        HouseRuleException refusal => refusal.Message,
        IOException or UnauthorizedAccessException => $"The disk does not allow it: {failure.Message} Make room or name another place, then try again.",
        DbException refused => $"The database does not allow it: {refused.Message} Look at its settings and its disk, then try again.",
        _ => Plain(failure.InnerException),
    };
}
