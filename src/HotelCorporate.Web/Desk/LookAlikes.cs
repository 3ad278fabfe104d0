using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>A company that may be the same as another, and what says so.</summary>
public sealed record LookAlike(int Id, string LegalName, string City, IReadOnlyList<Sentence> Why);

/// <summary>Finds companies that may be one: by folded name without legal form, VAT number, e-mail domain (free mail providers say nothing) and telephone.</summary>
public sealed class LookAlikes(HotelDb db)
{
    private const int Most = 10;

    /// <summary>Those with the most in common first.</summary>
    public Task<IReadOnlyList<LookAlike>> OfAsync(Account account, CancellationToken cancel) => SinceAsync(account, new CompanyMarks("", "", [], []), cancel);

    /// <summary>Those that it is like by what was changed of it: what made it like another before was seen then.</summary>
    /// <param name="before">What it was known by before.</param>
    public async Task<IReadOnlyList<LookAlike>> SinceAsync(Account account, CompanyMarks before, CancellationToken cancel)
    {
        var marks = CompanyMarks.Of(account);
        var (domains, phones) = (marks.Domains.ToList(), marks.Phones.ToList());
        var (bare, prefixed) = account.VatNumber.Length > 2 && account.VatNumber.StartsWith(account.Country, StringComparison.Ordinal) && account.Country.Length == 2 ? (account.VatNumber[2..], account.VatNumber) : (account.VatNumber, account.Country + account.VatNumber);
        var found = await db.Accounts.AsNoTracking().Standing().Include(other => other.Contacts)
            .Where(other => other.Id != account.Id && (other.CoreName == account.CoreName
                || (bare != "" && (other.VatNumber == bare || other.VatNumber == prefixed))
                || (domains.Count > 0 && other.Contacts.Any(contact => domains.Contains(contact.Domain)))
                || (phones.Count > 0 && other.Contacts.Any(contact => phones.Contains(contact.PhoneKey)))))
            .OrderBy(other => other.TradeName).Take(4 * Most).ToListAsync(cancel);
        return [.. found.Select(other => new LookAlike(other.Id, other.LegalName, other.City, [.. marks.SharedWith(CompanyMarks.Of(other)).Except(before.SharedWith(CompanyMarks.Of(other)))]))
            .Where(other => other.Why.Count > 0).OrderByDescending(other => other.Why.Count).Take(Most)];
    }
}
