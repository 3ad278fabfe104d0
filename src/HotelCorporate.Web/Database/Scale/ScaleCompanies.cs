using HotelCorporate.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Scale;

/// <summary>Fills a database with many companies and their people, to search in, and gives the first one a long log. The same numbers give the same names.</summary>
internal static class ScaleCompanies
{
    private const int AtOnce = 1000;

    private static readonly string[] Starts = ["Al", "Bel", "Cor", "Dra", "El", "Fer", "Gran", "Hol", "Il", "Jor", "Kal", "Lum", "Mer", "Nor", "Or", "Pel", "Quin", "Ros", "Sol", "Tir", "Ul", "Val", "Wes", "Xan", "Yor", "Zen"];
    private static readonly string[] Middles = ["a", "be", "co", "da", "ei", "fo", "ga", "hi", "ja", "ka", "li", "mo", "na", "o", "pi", "ra", "si", "ti", "u", "va"];
    private static readonly string[] Ends = ["ban", "cor", "dia", "fin", "gen", "kos", "lin", "mar", "net", "pol", "ron", "san", "tek", "ven", "zin"];
    private static readonly string[] Trades = ["Pharma", "Energy", "Logistics", "Bank", "Software", "Foods", "Insurance", "Travel", "Audit", "Media", "Steel", "Textiles", "Telecom", "Law", "Research"];
    private static readonly string[] Forms = ["GmbH", "Sh.p.k.", "Ltd", "S.p.A.", "SARL", "Inc."];
    private static readonly string[] Cities = ["Tirana", "Wien", "London", "Bari", "Lyon", "New York", "Durrës", "Ohrid", "Zürich", "Köln"];

    public static async Task FillAsync(IServiceProvider services, int companies, int contacts, int log)
    {
        foreach (var numbers in Enumerable.Range(0, companies).Chunk(AtOnce))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
            foreach (var n in numbers) db.Accounts.Add(Company(n, (int)((long)contacts * (n + 1) / companies) - (int)((long)contacts * n / companies)));
            await db.SaveChangesAsync();
        }

        await using var last = services.CreateAsyncScope();
        await LogAsync(last.ServiceProvider.GetRequiredService<HotelDb>(), log, last.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant());
    }

    /// <summary>A word that is another for each number, and sounds like one.</summary>
    public static string Word(int n) => Starts[n % Starts.Length] + Middles[n / Starts.Length % Middles.Length] + Ends[n / (Starts.Length * Middles.Length) % Ends.Length];

    private static Account Company(int n, int people)
    {
        var name = $"{Word(n)} {Trades[n / 7 % Trades.Length]}{(n >= Starts.Length * Middles.Length * Ends.Length ? $" {Word((n * 31) + 5)}" : "")}";
        var account = Account.Open(new AccountFacts($"{name} {Forms[n % Forms.Length]}", name, City: Cities[n % Cities.Length]));
        for (var i = 0; i < people; i++)
        {
            var (first, family) = (Word((n * 7) + (i * 911)), Word((n * 13) + (i * 577) + 3));
            account.Add(new Contact { Name = $"{first} {family}", Email = $"{first}.{family}@{Word(n)}{n}.example".ToLowerInvariant() });
        }

        return account;
    }

    private static async Task LogAsync(HotelDb db, int log, Instant now)
    {
        if (log == 0) return;
        var first = await db.Accounts.OrderBy(account => account.Id).Select(account => account.Id).FirstAsync();
        for (var i = 0; i < log; i++) db.Activities.Add(new Activity((ActivityKind)(i % 7), first, null, null, $"Entry {i}: what was said, and what comes next.", null, now - Duration.FromHours(i), now));
        await db.SaveChangesAsync();
    }
}
