using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Production;

/// <summary>Words that were not kept.</summary>
/// <param name="Counts">Open ones of each kind.</param>
/// <param name="Round">The last time of looking; none: never.</param>
public sealed record CompliancePage(
    IReadOnlyList<CompliancePage.Row> Rows, int Count, BreachKind? Kind, int? AccountId, string Company, bool Closed, IReadOnlyDictionary<BreachKind, int> Counts, ComplianceRound? Round)
{
    public sealed record Row(Breach Breach, string Company);

    public string Address(BreachKind? kind, bool closed) => FormattableString.Invariant($"/production/compliance?{(kind is { } one ? $"kind={one}&" : "")}{(AccountId is { } id ? $"accountId={id}&" : "")}closed={(closed ? "true" : "false")}");
}

/// <summary>A word that was not kept, with its evidence.</summary>
/// <param name="ClosedBy">None when the facts closed it.</param>
public sealed record BreachPage(Breach Breach, string Company, string? Agreement, Property Hotel, string? ClosedBy, DeskTask? Task, string? Owner, LocalDate Today)
{
    public Currency Currency => Hotel.Currency;
}

/// <summary>Compliance both ways: what the daily check found, its evidence, and how it was settled.</summary>
[Authorize(Policy = Policies.Forecast)]
[Route("production/compliance")]
public sealed class ComplianceController(HotelDb db, ComplianceDesk compliance, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string List = "/Features/Production/Compliance.cshtml";
    private const string One = "/Features/Production/Breach.cshtml";
    private const int Shown = 200;

    [HttpGet("")]
    public async Task<IActionResult> Index(BreachKind? kind, int? accountId, bool closed, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var all = db.Breaches.AsNoTracking().Where(breach => breach.PropertyId == property.Id);
        if (accountId is not null) all = all.Where(breach => breach.AccountId == accountId);
        var counts = await all.Where(breach => breach.ClosedAt == null).GroupBy(breach => breach.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var wanted = all.Where(breach => closed ? breach.ClosedAt != null : breach.ClosedAt == null);
        if (kind is not null) wanted = wanted.Where(breach => breach.Kind == kind);
        var rows = await wanted.Join(db.Accounts, breach => breach.AccountId, account => account.Id, (breach, account) => new { breach, account.TradeName })
            .OrderByDescending(row => row.breach.FoundOn).ThenByDescending(row => row.breach.Id).Take(Shown).ToListAsync(cancel);
        var company = accountId is null ? null : await db.Accounts.Where(account => account.Id == accountId).Select(account => account.TradeName).SingleOrDefaultAsync(cancel);
        var round = await db.ComplianceRounds.AsNoTracking().SingleOrDefaultAsync(round => round.PropertyId == property.Id, cancel);
        return View(List, new CompliancePage([.. rows.Select(row => new CompliancePage.Row(row.breach, row.TradeName))], await wanted.CountAsync(cancel), kind, company is null ? null : accountId, company ?? "", closed, counts, round));
    }

    /// <summary>Looks now, after stays were brought in for instance; the clock looks once a day.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("check")]
    public async Task<IActionResult> Check(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        Say($"Looked over: {await compliance.CheckAsync(property, again: true, Me, cancel) ?? 0} new.");
        return RedirectToAction(nameof(Index));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel) => await ReadAsync(id, cancel) is { } page ? View(One, page) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/close")]
    public async Task<IActionResult> Close(int id, string? reason, CancellationToken cancel)
    {
        if (await db.Breaches.SingleOrDefaultAsync(breach => breach.Id == id, cancel) is not { } breach) return NotFound();
        try
        {
            await compliance.CloseAsync(breach, reason, Me, cancel);
        }
        catch (Domain.HouseRuleException refusal)
        {
            db.ChangeTracker.Clear();
            Refuse("reason", refusal.Sentence);
            return Refused((await ReadAsync(id, cancel))!, One);
        }

        await db.SaveChangesAsync(cancel);
        Say("It is closed, and its task with it.");
        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<BreachPage?> ReadAsync(int id, CancellationToken cancel)
    {
        var found = await (
            from breach in db.Breaches.AsNoTracking()
            join account in db.Accounts on breach.AccountId equals account.Id
            join property in db.Properties on breach.PropertyId equals property.Id
            from agreement in db.Agreements.Where(agreement => agreement.Id == breach.AgreementId).DefaultIfEmpty()
            from person in db.Users.Where(user => user.Id == breach.ClosedById).DefaultIfEmpty()
            where breach.Id == id
            select new { breach, account.TradeName, property, Agreement = agreement == null ? null : agreement.Name, Person = person == null ? null : person.Name }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var task = await db.Tasks.AsNoTracking().Where(task => task.BreachId == id).OrderByDescending(task => task.Id).FirstOrDefaultAsync(cancel);
        var owner = task?.OwnerId is { } ownerId ? await db.Users.Where(user => user.Id == ownerId).Select(user => user.Name).SingleOrDefaultAsync(cancel) : null;
        return new BreachPage(found.breach, found.TradeName, found.Agreement, found.property, found.Person, task, owner, found.property.Today(clock.GetCurrentInstant()));
    }
}
