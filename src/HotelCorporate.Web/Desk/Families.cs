using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>Reads which companies belong to which groups.</summary>
public static class Families
{
    public static async Task<Family> FamilyAsync(this HotelDb db, CancellationToken cancel) =>
        new((await db.Accounts.AsNoTracking().Where(account => account.ParentId != null && account.MergedIntoId == null).Select(account => new { account.Id, ParentId = account.ParentId!.Value }).ToListAsync(cancel))
            .ConvertAll(link => (link.Id, link.ParentId)));

    /// <summary>Companies that stand for themselves: those that were merged into another are not shown.</summary>
    public static IQueryable<Account> Standing(this IQueryable<Account> accounts) => accounts.Where(account => account.MergedIntoId == null);
}
