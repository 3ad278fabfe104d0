using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>What companies have agreed with the hotel: rates, packages and terms for a period.</summary>
[Authorize(Policy = Policies.Events)]
[Route("agreements")]
public sealed class AgreementsController(HotelDb db, AgreementsInForce agreements, AgreementOffering offering, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(AgreementLabel? label, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var all = await db.Agreements.AsNoTracking().Join(db.Accounts, agreement => agreement.AccountId, account => account.Id, (agreement, account) => new { agreement, account.TradeName })
            .OrderBy(row => row.TradeName).ThenByDescending(row => row.agreement.Id).ToListAsync(cancel);
        var rows = all.Where(row => row.agreement.Terms.PropertyIds.Contains(property.Id))
            .Select(row => new AgreementsPage.Row(row.agreement, row.TradeName, row.agreement.Label(today, property.ExpiringDays)))
            .Where(row => label is null || row.Label == label).ToList();
        return View(new AgreementsPage(rows, label));
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("new")]
    public async Task<IActionResult> New(int accountId, CancellationToken cancel)
    {
        var page = await FormPageAsync(accountId, null, null, cancel);
        return page is null ? NotFound() : View("Form", page);
    }

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> New(AgreementForm form, CancellationToken cancel)
    {
        var page = await FormPageAsync(form.AccountId, form, null, cancel);
        if (page is null) return NotFound();
        CheckRows(form, page);
        var agreement = ModelState.IsValid ? Attempt(() => Agreement.Draft(form.AccountId, form.Name ?? "", form.ToTerms(page.Property))) : null;
        if (agreement is null) return Refused(page, "Form");
        await using var turn = await db.BeginWriteAsync(cancel);
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync(cancel);
        await NoteAsync(agreement, "draft", null, null, cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Details), new { id = agreement.Id });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, RateAsked asked, CancellationToken cancel)
    {
        ModelState.Clear();
        var page = await PageAsync(id, asked, cancel);
        return page is null ? NotFound() : View(page);
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel)
    {
        var agreement = await FindAsync(db.Agreements.AsNoTracking(), id, cancel);
        return agreement is null ? NotFound() : View("Form", await FormPageAsync(agreement.AccountId, null, agreement, cancel));
    }

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, AgreementForm form, CancellationToken cancel)
    {
        var agreement = await FindAsync(db.Agreements, id, cancel);
        if (agreement is null) return NotFound();
        var page = (await FormPageAsync(agreement.AccountId, form, agreement, cancel))!;
        CheckRows(form, page);
        if (form.Version != agreement.Version) ModelState.AddModelError("", "Somebody changed this agreement while you typed. Open it beside this page, compare, and save again.");
        if (!ModelState.IsValid || !Attempt(() => agreement.Change(form.Name ?? "", form.ToTerms(page.Property, agreement.Terms)))) return Refused(page, "Form");
        db.NoteChanges(Me, clock.GetCurrentInstant(), nameof(Agreement), id, agreement);
        await NoteAsync(agreement, "change", agreement.Status, null, cancel);
        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>Offers it, or puts it before somebody who may decide what is over the seller's limits.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/offer")]
    public Task<IActionResult> Offer(int id, string? reason, CancellationToken cancel) => MoveAsync(id, "offer", reason, agreement => offering.OfferAsync(agreement, reason, Me, cancel), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/take-back")]
    public Task<IActionResult> TakeBack(int id, CancellationToken cancel) => MoveAsync(id, "take back", null, agreement => offering.TakeBackAsync(agreement, cancel), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/negotiate")]
    public Task<IActionResult> Negotiate(int id, string? asked, CancellationToken cancel) => MoveAsync(id, "negotiate", asked, agreement => agreement.Negotiate(), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/accept")]
    public Task<IActionResult> Accept(int id, string? by, CancellationToken cancel) => MoveAsync(id, "accept", null, async agreement =>
    {
        agreement.Accept(by ?? "", clock.GetCurrentInstant());
        if (agreement.ReplacesId is { } old) (await db.Agreements.SingleAsync(other => other.Id == old, cancel)).ReplacedBy(agreement);
    }, cancel);

    [Authorize(Policy = Policies.SalesManager)]
    [HttpPost("{id:int}/terminate")]
    public Task<IActionResult> Terminate(int id, LocalDate lastNight, string? reason, CancellationToken cancel) =>
        MoveAsync(id, "terminate", reason, agreement => agreement.Terminate(lastNight), cancel);

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/amend")]
    public async Task<IActionResult> Amend(int id, CancellationToken cancel)
    {
        var agreement = await FindAsync(db.Agreements, id, cancel);
        if (agreement is null) return NotFound();
        if (Attempt(agreement.Amend) is not { } next) return Refused((await PageAsync(id, null, cancel))!, nameof(Details));
        await using var turn = await db.BeginWriteAsync(cancel);
        db.Agreements.Add(next);
        await db.SaveChangesAsync(cancel);
        await NoteAsync(next, "amend", null, $"in place of agreement {agreement.Id}", cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Edit), new { id = next.Id });
    }

    private Task<IActionResult> MoveAsync(int id, string action, string? why, Action<Agreement> move, CancellationToken cancel) =>
        MoveAsync(id, action, why, agreement =>
        {
            move(agreement);
            return Task.CompletedTask;
        }, cancel);

    private async Task<IActionResult> MoveAsync(int id, string action, string? why, Func<Agreement, Task> move, CancellationToken cancel)
    {
        var agreement = await FindAsync(db.Agreements, id, cancel);
        if (agreement is null) return NotFound();
        var from = agreement.Status;
        try
        {
            if (!ModelState.IsValid) throw new Domain.HouseRuleException("Type the date.");
            await move(agreement);
        }
        catch (Domain.HouseRuleException refusal)
        {
            db.ChangeTracker.Clear();
            Refuse("", refusal);
            return Refused((await PageAsync(id, null, cancel))!, nameof(Details));
        }

        await NoteAsync(agreement, action, from, why, cancel);
        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>None when it is for other hotels than the person's own.</summary>
    private async Task<Agreement?> FindAsync(IQueryable<Agreement> agreements, int id, CancellationToken cancel) =>
        await agreements.SingleOrDefaultAsync(agreement => agreement.Id == id, cancel) is { } found && (db.Scope is not { } own || found.Terms.PropertyIds.Contains(own)) ? found : null;

    private async Task NoteAsync(Agreement agreement, string action, AgreementStatus? from, Sentence? why, CancellationToken cancel)
    {
        db.Note(Me, clock.GetCurrentInstant(), nameof(Agreement), agreement.Id, action, from?.ToString(), agreement.Status.ToString(), why);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Rates and packages are those of the agreement's hotel.</summary>
    private void CheckRows(AgreementForm form, AgreementFormPage page)
    {
        for (var i = 0; i < form.Rates.Count; i++)
            if (!page.RoomTypes.Any(type => type.Id == form.Rates[i].RoomTypeId)) ModelState.AddModelError($"{nameof(form.Rates)}[{i}].Amount", "The hotel has no such room type. Load the page again.");
        for (var i = 0; i < form.Packages.Count; i++)
            if (!page.Packages.Any(package => package.Id == form.Packages[i].PackageId)) ModelState.AddModelError($"{nameof(form.Packages)}[{i}].Price", "The hotel does not sell this package. Load the page again.");
    }

    private async Task<AgreementFormPage?> FormPageAsync(int accountId, AgreementForm? form, Agreement? agreement, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == accountId, cancel);
        if (account is null) return null;
        var property = agreement is null ? await hotel.GetAsync(cancel) : await offering.HotelAsync(agreement, cancel);
        var types = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel);
        var packages = await db.Packages.AsNoTracking().Include(package => package.Components).Where(package => package.PropertyId == property.Id).OrderBy(package => package.Id).ToListAsync(cancel);
        form ??= AgreementForm.Of(agreement, types, packages);
        form.AccountId = accountId;
        form.Name ??= account.TradeName;
        return new AgreementFormPage(form, account, property, types, packages, agreement);
    }

    private async Task<AgreementPage?> PageAsync(int id, RateAsked? asked, CancellationToken cancel)
    {
        var agreement = await FindAsync(db.Agreements.AsNoTracking(), id, cancel);
        if (agreement is null) return null;
        var property = await offering.HotelAsync(agreement, cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var types = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel);
        var type = types.FirstOrDefault(type => type.Id == asked?.RoomTypeId);
        return new AgreementPage(
            agreement, await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == agreement.AccountId, cancel), property, agreement.Label(today, property.ExpiringDays), types,
            await db.Packages.AsNoTracking().Include(package => package.Components).Where(package => package.PropertyId == property.Id).OrderBy(package => package.Id).ToListAsync(cancel),
            today, asked, type is null || asked?.Arrival is not { } arrival ? null
                : await agreements.RateAsync(agreement.AccountId, type, asked.Occupancy, arrival, Math.Clamp(asked.Nights ?? 1, 1, 60), arrival, today, cancel),
            await offering.OverLimitsAsync(agreement, Me, cancel));
    }
}
