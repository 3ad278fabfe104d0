using System.Globalization;
using System.Text.RegularExpressions;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Search;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>A company as a field offers it.</summary>
/// <param name="Text">What is typed to mean it and no other: its name, with its number where others are called the same.</param>
public sealed record NamedCompany(string Text, string Beside);

/// <summary>Companies by what is typed in a field: offered while one types, known by name or number when the form is sent.</summary>
public sealed partial class CompanyNames(HotelDb db, Finding finding)
{
    private const int MostNamesakes = 50;
    private const int MostCandidates = 5;

    /// <summary>The likeliest first.</summary>
    public async Task<IReadOnlyList<NamedCompany>> OfferedAsync(string typed, int most, CancellationToken cancel)
    {
        var found = await finding.CompaniesAsync(typed, most, cancel);
        var names = found.CountBy(row => FoldedName.Of(row.Title)).ToDictionary(StringComparer.Ordinal);
        return [.. found.Select(row => new NamedCompany(names[FoldedName.Of(row.Title)] == 1 ? row.Title : Numbered(row.Title, row.Id), row.Beside))];
    }

    /// <summary>What stands in the field for a company; null when there is none.</summary>
    public async Task<string?> TextAsync(int id, CancellationToken cancel)
    {
        if (await db.Accounts.Where(account => account.Id == id).Select(account => account.TradeName).SingleOrDefaultAsync(cancel) is not { } name) return null;
        return !WithNumber().IsMatch(name) && await NamesakesAsync(name, cancel) is [var only] && only == id ? name : Numbered(name, id);
    }

    /// <summary>The company that is meant: by its whole name, its number here or its VAT number; or why it is not known, with those that may be meant.</summary>
    /// <param name="isPartEnough">Whether words that only one company has in its name will do.</param>
    public async Task<(int? Id, Sentence? Why)> MeantAsync(string typed, bool isPartEnough, CancellationToken cancel)
    {
        var numbered = WithNumber().Match(typed);
        if (numbered.Success) return await ByNumberAsync(numbered.Groups["number"].Value, cancel) is { } marked ? (marked, null) : (null, await UnknownAsync(numbered.Groups["name"].Value, typed, cancel));
        var named = await NamesakesAsync(typed, cancel);
        if (named is [var one]) return (one, null);
        if (named.Count > 1) return (null, $"Several companies are called {typed}: {await CandidatesAsync(typed, cancel)}. Type the name with its number.");
        if (await ByNumberAsync(typed, cancel) is { } number) return (number, null);
        if (isPartEnough && await HoldingAsync(typed, cancel) is [var only]) return (only, null);
        return (null, await UnknownAsync(typed, typed, cancel));
    }

    private static string Numbered(string name, int id) => string.Create(CultureInfo.InvariantCulture, $"{name} #{id}");

    private async Task<Sentence> UnknownAsync(string name, string typed, CancellationToken cancel)
    {
        if (await CandidatesAsync(name, cancel) is { Length: > 0 } candidates) return $"No company here is called {typed}. Is it one of these: {candidates}? Type its whole name.";
        return $"No company here is called {typed}.";
    }

    private async Task<string> CandidatesAsync(string typed, CancellationToken cancel) =>
        string.Join("; ", (await OfferedAsync(typed, MostCandidates, cancel)).Select(company => company.Beside.Length > 0 ? $"{company.Text} ({company.Beside})" : company.Text));

    private async Task<int?> ByNumberAsync(string typed, CancellationToken cancel) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await db.Accounts.Standing().AnyAsync(account => account.Id == id, cancel) ? id : null;

    /// <summary>Those that are called so by trade, by law or by VAT number.</summary>
    private async Task<List<int>> NamesakesAsync(string typed, CancellationToken cancel)
    {
        var folded = FoldedName.Of(typed);
        if (GramWish.For(typed) is not [var whole, ..]) return [];
        return [.. (await db.Holding<Account>(whole).AsNoTracking().Standing().Where(account => account.SearchText.Contains(folded)).OrderBy(account => account.SearchText.Length).ThenBy(account => account.Id)
                .Select(account => new { account.Id, account.TradeName, account.LegalName, account.VatNumber }).Take(MostNamesakes).ToListAsync(cancel))
            .Where(account => FoldedName.Of(account.TradeName) == folded || FoldedName.Of(account.LegalName) == folded || FoldedName.Of(account.VatNumber) == folded).Select(account => account.Id)];
    }

    /// <summary>Two at most of those that have all the words in their name.</summary>
    private async Task<List<int>> HoldingAsync(string typed, CancellationToken cancel)
    {
        var (wanted, words) = (db.Accounts.Standing(), FoldedName.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0) return [];
        foreach (var word in words) wanted = wanted.Where(account => account.SearchText.Contains(word));
        return await wanted.OrderBy(account => account.Id).Select(account => account.Id).Take(2).ToListAsync(cancel);
    }

    [GeneratedRegex(@"^(?<name>.*?)\s*#\s*(?<number>\d{1,9})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithNumber();
}
