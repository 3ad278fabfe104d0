using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What a person looks after and may decide in a hotel on a day: the own portfolio, and that of everybody whose deputy they are.</summary>
public sealed record Portfolio(int UserId, IReadOnlyList<int> People, IReadOnlyList<RoleLimits> Limits)
{
    /// <summary>What the person may sell for without asking.</summary>
    /// <param name="minimumMargin">The hotel's, as a fraction.</param>
    public PricingLimits ForPricing(decimal minimumMargin) => new(
        Limits.Any(limits => limits.MayPriceUnderFloor) ? null : minimumMargin,
        Limits.Any(limits => limits.MaximumDiscount is null) ? null : Limits.Select(limits => limits.MaximumDiscount).DefaultIfEmpty(0).Max());

    public bool Covers(Approval asked) => MayDecide(asked) && (asked.DelegatedToId is null || People.Contains(asked.DelegatedToId.Value));

    /// <summary>Whether it is within the person's limits, whomever it waits for.</summary>
    public bool MayDecide(Approval asked) => asked.AskedById != UserId && Limits.Any(limits => limits.Covers(asked));
}

/// <summary>Reads who may decide what.</summary>
public sealed class DecisionRights(HotelDb db, IClock clock)
{
    /// <summary>What a person may decide in a hotel: as a deputy only for those who work there or for the whole chain.</summary>
    public async Task<Portfolio> OfAsync(int userId, int propertyId, LocalDate today, CancellationToken cancel)
    {
        var away = await db.Deputies.Where(deputy => deputy.DeputyId == userId && deputy.From <= today && today <= deputy.Until
                && db.Users.Any(absent => absent.Id == deputy.AbsentId && (absent.PropertyId == null || absent.PropertyId == propertyId)))
            .Select(deputy => deputy.AbsentId).Distinct().ToListAsync(cancel);
        List<int> people = [userId, .. away];
        return new Portfolio(userId, people, await LimitsAsync(people, cancel));
    }

    /// <summary>Those who may decide each of the requests, by name: of its hotel or of the chain, not locked out, with a role that opens what is asked about.</summary>
    public async Task<ILookup<int, (int Id, string Name)>> WhoMayAsync(IReadOnlyCollection<Approval> requests, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant().ToDateTimeOffset();
        var limits = await db.RoleLimits.AsNoTracking().ToDictionaryAsync(limits => limits.Role, cancel);
        var people = await (
            from user in db.Users
            join given in db.UserRoles on user.Id equals given.UserId
            join role in db.Roles on given.RoleId equals role.Id
            where Role.OpeningBookings.Contains(role.Name!)
            select new { user.Id, user.Name, user.PropertyId, user.LockoutEnd, Role = role.Name! }).ToListAsync(cancel);
        var open = people.FindAll(person => person.LockoutEnd is null || person.LockoutEnd <= now);
        return requests
            .SelectMany(asked => open
                .Where(person => person.Id != asked.AskedById && (person.PropertyId is null || person.PropertyId == asked.PropertyId) && limits.TryGetValue(person.Role, out var may) && may.Covers(asked))
                .Select(person => (asked.Id, Person: (person.Id, person.Name))))
            .Distinct().OrderBy(row => row.Person.Name, StringComparer.CurrentCulture)
            .ToLookup(row => row.Id, row => row.Person);
    }

    private async Task<List<RoleLimits>> LimitsAsync(List<int> people, CancellationToken cancel) => await (
        from given in db.UserRoles
        join role in db.Roles on given.RoleId equals role.Id
        join limits in db.RoleLimits on role.Name equals limits.Role
        where people.Contains(given.UserId)
        select limits).AsNoTracking().Distinct().ToListAsync(cancel);
}
