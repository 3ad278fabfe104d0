using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>Reads all that a company's first page shows: the same statements however much it has.</summary>
public sealed class AccountReading(HotelDb db, AccountYears years, ProductionDesk production, LookAlikes alike, CurrentProperty hotel, IClock clock)
{
    private const int Shown = 50;

    private const int ShownBookings = 12;
    private const int Notes = 5;

    /// <summary>Null when there is no such company.</summary>
    public async Task<AccountPage?> ReadAsync(int id, CancellationToken cancel)
    {
        var account = await DeskQueries.AccountAsync(db, id, cancel);
        if (account is null) return null;
        var bookings = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).Where(booking => booking.AccountId == id).OrderByDescending(booking => booking.FirstOn).ThenByDescending(booking => booking.Id).Take(ShownBookings).ToListAsync(cancel);
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var family = await db.FamilyAsync(cancel);
        var (year, group, _) = await years.StandingAsync(id, family.Of(id), today, cancel);
        var (segment, reason) = account.SegmentBy(year);
        var agreements = await db.Agreements.AsNoTracking().Where(agreement => agreement.AccountId == id).OrderByDescending(agreement => agreement.Id).ToListAsync(cancel);
        List<int> above = [.. family.Above(id)], below = [.. family.Below(id)], near = [.. above, .. below, .. account.ReferredById is { } sender ? [sender] : Array.Empty<int>()];
        var names = await db.Accounts.AsNoTracking().Where(other => near.Contains(other.Id)).Select(other => new AccountPage.Relative(other.Id, other.TradeName, other.City)).ToDictionaryAsync(other => other.Id, cancel);
        var people = account.ManagerId is not { } manager ? null : await db.Users.Where(user => user.Id == manager).Select(user => new
        {
            user.Name, Deputy = db.Deputies.Where(deputy => deputy.AbsentId == manager && deputy.From <= today && today <= deputy.Until).Join(db.Users, deputy => deputy.DeputyId, other => other.Id, (_, other) => other.Name).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancel);
        return new AccountPage(
            account, bookings, agreements.FindAll(agreement => db.Scope is not { } own || agreement.Terms.PropertyIds.Contains(own)),
            today, property.ExpiringDays, segment, reason, account.ReferredById is { } from ? names.GetValueOrDefault(from)?.Name : null, year, group)
        {
            Above = [.. above.Where(names.ContainsKey).Select(other => names[other])], Below = [.. below.Where(names.ContainsKey).Select(other => names[other])],
            Manager = people?.Name, Deputy = people?.Deputy,
            LookAlikes = await alike.OfAsync(account, cancel),
            Tasks = await db.Tasks.AsNoTracking().Where(task => task.AccountId == id && task.DoneAt == null).OrderBy(task => task.DueOn).ToListAsync(cancel),
            Standings = await StandingsAsync(id, agreements, today, cancel),
            Breaches = await db.Breaches.AsNoTracking().Where(breach => breach.AccountId == id && breach.ClosedAt == null).OrderByDescending(breach => breach.Id).Take(Shown).ToListAsync(cancel),
            Notes = await db.Activities.AsNoTracking().Where(activity => activity.AccountId == id && activity.Kind == ActivityKind.Note).OrderByDescending(activity => activity.At).Take(Notes).ToListAsync(cancel),
            Merges = await db.AccountMerges.AsNoTracking().Where(merge => merge.IntoId == id && merge.UndoneAt == null).Join(db.Accounts, merge => merge.FromId, other => other.Id, (merge, other) => new AccountPage.Merged(merge.Id, other.TradeName)).ToListAsync(cancel),
        };
    }

    private Task<IReadOnlyList<AgreementStanding>> StandingsAsync(int id, List<Agreement> agreements, LocalDate today, CancellationToken cancel) =>
        production.StandingsAsync(id, agreements.FindAll(agreement => agreement.IsInForce(today) && !agreement.IsReplaced && (db.Scope is not { } own || agreement.Terms.PropertyIds.Contains(own))), today, cancel);
}
