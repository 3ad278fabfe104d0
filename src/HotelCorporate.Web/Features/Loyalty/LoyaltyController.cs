using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Loyalty;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Loyalty;

/// <summary>The loyalty programme of the house: its rules, and the companies that take part.</summary>
[Authorize(Policy = Policies.Forecast)]
[Route("loyalty")]
public sealed class LoyaltyController(HotelDb db, LoyaltyDesk desk, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageAsync(cancel));

    /// <summary>Members and every entry of theirs, for whoever must account for the points.</summary>
    [HttpGet("members.xlsx")]
    public async Task<IActionResult> Xlsx(CancellationToken cancel)
    {
        var (page, words) = (await PageAsync(cancel), Words.Here);
        if (page.Programme is not { } programme) return NotFound();
        var names = page.Members.ToDictionary(member => member.AccountId, member => member.Name);
        var entries = await db.LoyaltyEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(cancel);
        return Excel(TableWorkbook.Write(
        [
            new TableSheet(words["Members"], [words["Company"], words["Since"], words["Tier"], words["Points"], words["Worth"], words["Revenue in 12 months"]],
                [.. page.Members.Select(member => new object?[] { member.Name, member.JoinedOn, member.Tier?.Name, member.Points, programme.Rules.Worth(member.Points, programme.Currency), member.Revenue })], IsSummed: true),
            new TableSheet(words["Points"], [words["Day"], words["Company"], words["What"], words["Points"], words["Revenue"], words["Why"]],
                [.. entries.Select(entry => new object?[] { entry.On, names.GetValueOrDefault(entry.AccountId), words[entry.Kind.ToString()], entry.Points, entry.RevenueUnits == 0 ? null : new Money(entry.RevenueUnits, programme.Currency), entry.Why })]),
        ], programme.Rules.Name), "loyalty.xlsx");
    }

    [Authorize(Policy = Policies.SalesManager)]
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(CancellationToken cancel)
    {
        var programme = await db.LoyaltyProgrammes.AsNoTracking().SingleOrDefaultAsync(cancel);
        return View("Form", await FormAsync(programme, LoyaltyForm.Of(programme?.Rules ?? Proposed(), programme?.Version), cancel));
    }

    [Authorize(Policy = Policies.SalesManager)]
    [HttpPost("edit")]
    public async Task<IActionResult> Edit(LoyaltyForm form, CancellationToken cancel)
    {
        var programme = await db.LoyaltyProgrammes.SingleOrDefaultAsync(cancel);
        if (programme is not null) form.Opened = RefuseStale(form.Opened, programme.Version);
        for (var i = 0; i < form.Tiers.Count; i++)
            if (string.IsNullOrWhiteSpace(form.Tiers[i].Name) && form.Tiers[i] is not { From: null, Factor: null, HireOff: null }) ModelState.AddModelError($"Tiers[{i}].Name", "Give the tier a name of 40 characters at most.");
        if (!ModelState.IsValid) return Refused(await FormAsync(programme, form, cancel), "Form");
        if (programme is not null)
        {
            if (!Attempt(() => programme.Change(form.Rules))) return Refused(await FormAsync(programme, form, cancel), "Form");
            db.NoteChanges(Me, clock.GetCurrentInstant(), nameof(LoyaltyProgramme), programme.Id, programme);
            try
            {
                await db.SaveChangesAsync(cancel);
                return Saved();
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                form.Opened = RefuseStale(-1, (await db.LoyaltyProgrammes.AsNoTracking().SingleAsync(cancel)).Version);
                return Refused(await FormAsync(programme, form, cancel), "Form");
            }
        }

        var currency = (await hotel.GetAsync(cancel)).Currency;
        if (Attempt(() => new LoyaltyProgramme(currency, form.Rules)) is not { } made) return Refused(await FormAsync(null, form, cancel), "Form");
        await using var turn = await db.BeginWriteAsync(cancel);
        db.LoyaltyProgrammes.Add(made);
        await db.SaveChangesAsync(cancel);
        db.Note(Me, clock.GetCurrentInstant(), nameof(LoyaltyProgramme), made.Id, "add", to: Domain.Sentence.Typed(made.Rules.Name));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return Saved();
    }

    private RedirectToActionResult Saved()
    {
        Say("The loyalty programme is saved. It holds for what is earned and spent from now on.");
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Two percent back, on what a conference brings beside its bedrooms.</summary>
    private static LoyaltyRules Proposed() => new()
    {
        Name = "", EarnsOn = [RevenueClass.RoomHire, RevenueClass.Food, RevenueClass.Beverage, RevenueClass.Av], SpentOn = [RevenueClass.RoomHire, RevenueClass.Food, RevenueClass.Beverage, RevenueClass.Av],
        PointsPerUnit = 1, PointWorth = 0.02m, LeastPoints = 1000,
    };

    private async Task<LoyaltyFormPage> FormAsync(LoyaltyProgramme? programme, LoyaltyForm form, CancellationToken cancel) => new(form.WithRows(), programme?.Currency ?? (await hotel.GetAsync(cancel)).Currency);

    private async Task<LoyaltyPage> PageAsync(CancellationToken cancel)
    {
        var programme = await db.LoyaltyProgrammes.AsNoTracking().SingleOrDefaultAsync(cancel);
        if (programme is null) return new LoyaltyPage(null, []);
        var today = (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant());
        var members = await db.LoyaltyMembers.AsNoTracking().Join(db.Accounts.Where(account => account.MergedIntoId == null), member => member.AccountId, account => account.Id, (member, account) => new { member, account.TradeName }).ToListAsync(cancel);
        var revenue = await desk.RevenuesAsync(today, cancel);
        return new LoyaltyPage(programme,
        [
            .. members.Select(row =>
            {
                var brought = new Money(revenue.GetValueOrDefault(row.member.AccountId), programme.Currency);
                return new MemberRow(row.member.AccountId, row.TradeName, row.member.JoinedOn, row.member.TakesPart, row.member.Points, brought, programme.Rules.TierAt(brought));
            }).OrderByDescending(row => row.Points).ThenBy(row => row.Name, StringComparer.CurrentCulture),
        ]);
    }
}
