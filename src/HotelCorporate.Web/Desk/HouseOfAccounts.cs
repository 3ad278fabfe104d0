using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Languages;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>Somebody who may have companies in the portfolio.</summary>
public sealed record Seller(int Id, string Name, string Email);

/// <summary>Who may look after a company, and in what languages the house writes to it.</summary>
/// <param name="Languages">Two letters each; the first is that of a new company.</param>
public sealed record HouseOfAccounts(IReadOnlyList<Seller> Sellers, IReadOnlyList<string> Languages)
{
    public static async Task<HouseOfAccounts> ReadAsync(HotelDb db, int propertyId, CancellationToken cancel) => new(
        await db.Sellers().Where(user => user.PropertyId == null || user.PropertyId == propertyId).Select(user => new Seller(user.Id, user.Name, user.Email ?? "")).ToListAsync(cancel),
        (await db.Properties.Where(property => property.Id == propertyId).Select(property => property.Languages).SingleAsync(cancel)).Split(','));

    /// <summary>The seller of that address or name; none, with why, where there is no such person, or more than one.</summary>
    public (int? Id, Sentence? Why) SellerOf(string typed)
    {
        if (typed.Length == 0) return (null, null);
        List<Seller> found = [.. Sellers.Where(seller => string.Equals(seller.Email, typed, StringComparison.OrdinalIgnoreCase))];
        if (found.Count == 0) found = [.. Sellers.Where(seller => FoldedName.Of(seller.Name) == FoldedName.Of(typed))];
        return found switch
        {
            [var one] => (one.Id, null),
            [] => (null, $"Nobody who sells here is called {typed}: the company comes without an account manager."),
            _ => (null, $"Several people here are called {typed}: write the e-mail address. The company comes without an account manager."),
        };
    }

    /// <summary>Two letters of a language that the house writes in, by its letters or its name; none, with why, otherwise.</summary>
    public (string Code, Sentence? Why) LanguageOf(string typed)
    {
        if (typed.Length == 0) return ("", null);
        var code = CodeOf(typed);
        return Languages.Contains(code, StringComparer.Ordinal) ? (code, null) : ("", $"The hotel does not write in {typed}: letters go in the language of the house.");
    }

    private static string CodeOf(string typed)
    {
        var folded = FoldedName.Of(typed);
        return Language.All.FirstOrDefault(language => language.Code == folded.Split(' ')[0]
            || FoldedName.Of(language.Name) == folded || FoldedName.Of(System.Globalization.CultureInfo.GetCultureInfo(language.Code).EnglishName) == folded)?.Code ?? "";
    }
}

/// <summary>Those who may have a company in their portfolio.</summary>
internal static class SellerQueries
{
    /// <summary>Whoever sells, in a hotel that the person may see; by name.</summary>
    public static IQueryable<HotelUser> Sellers(this HotelDb db) => db.Users.Where(user => (db.Scope == null || user.PropertyId == null || user.PropertyId == db.Scope)
        && db.UserRoles.Any(given => given.UserId == user.Id && db.Roles.Any(role => role.Id == given.RoleId && (role.Name == Role.Sales || role.Name == Role.SalesManager || role.Name == Role.Administrator)))).OrderBy(user => user.Name);
}
