using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>Reads by what the stays are known that companies brought: for production, promises, tiers and commission alike.</summary>
public static class BroughtStays
{
    public static async Task<StayMarks> MarksAsync(this HotelDb db, int accountId, CancellationToken cancel) => (await db.MarksAsync([accountId], cancel))[0];

    /// <summary>Two statements, however many companies; one more where an agency is among them.</summary>
    public static async Task<IReadOnlyList<StayMarks>> MarksAsync(this HotelDb db, IReadOnlyCollection<int> accountIds, CancellationToken cancel)
    {
        var names = (await db.Accounts.AsNoTracking().Where(account => accountIds.Contains(account.Id) || (account.MergedIntoId != null && accountIds.Contains(account.MergedIntoId.Value)))
            .Select(account => new { Id = account.MergedIntoId ?? account.Id, account.CoreName, account.TradeName }).ToListAsync(cancel)).ToLookup(account => account.Id);
        var codes = await OwnCodesAsync(db, accountIds, cancel);
        return [.. accountIds.Select(id => new StayMarks(id, [.. names[id].SelectMany(name => new[] { name.CoreName, FoldedName.Core(name.TradeName) }).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)], [.. codes[id]]))];
    }

    /// <summary>Those that one of these companies brought. Each mark is looked up by its own index: as one condition with "or", SQLite reads every stay of the hotel.</summary>
    public static IQueryable<Stay> BroughtBy(this IQueryable<Stay> stays, HotelDb db, IReadOnlyCollection<StayMarks> marks)
    {
        var (ids, names, codes) = (marks.Select(mark => mark.AccountId).ToList(), marks.SelectMany(mark => mark.Names).Distinct(StringComparer.Ordinal).ToList(), marks.SelectMany(mark => mark.RateCodes).Distinct(StringComparer.Ordinal).ToList());
        var brought = db.Stays.Where(stay => stay.AccountId != null && ids.Contains(stay.AccountId.Value)).Select(stay => stay.Id).Union(db.Stays.Where(stay => names.Contains(stay.AgentKey)).Select(stay => stay.Id));
        if (codes.Count > 0) brought = brought.Union(db.Stays.Where(stay => codes.Contains(stay.RateCode)).Select(stay => stay.Id));
        return stays.Where(stay => brought.Contains(stay.Id));
    }

    /// <summary>Of agencies; a rate code that another company has too says nothing of who booked.</summary>
    private static async Task<ILookup<int, string>> OwnCodesAsync(HotelDb db, IReadOnlyCollection<int> accountIds, CancellationToken cancel)
    {
        var accepted = db.Agreements.IgnoreQueryFilters().AsNoTracking().Where(agreement => agreement.AcceptedAt != null);
        var own = (await accepted.Where(agreement => accountIds.Contains(agreement.AccountId)).ToListAsync(cancel)).FindAll(agreement => agreement.Terms is { Commission: > 0, RateCode.Length: > 0 });
        var owners = own.Count == 0 ? Enumerable.Empty<(int, string)>().ToLookup(code => "", code => 0)
            : (await accepted.ToListAsync(cancel)).Select(agreement => (agreement.AccountId, Code: agreement.Terms.RateCode.ToUpperInvariant())).ToLookup(code => code.Code, code => code.AccountId, StringComparer.Ordinal);
        return own.Select(agreement => (agreement.AccountId, Code: agreement.Terms.RateCode.ToUpperInvariant())).Distinct().Where(code => owners[code.Code].All(owner => owner == code.AccountId)).ToLookup(code => code.AccountId, code => code.Code);
    }
}
