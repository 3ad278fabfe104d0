using System.Globalization;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>Types the terms of an agreement: seasons, rates, tiers and all the rest.</summary>
[Authorize(Policy = Policies.Sales)]
[Route("agreements")]
public sealed class AgreementTermsController(HotelDb db, CurrentProperty hotel, IClock clock) : AgreementActions(db, clock)
{
    private const string Form = "~/Features/Agreements/Form.cshtml";

    [HttpGet("new")]
    public async Task<IActionResult> New(int accountId, CancellationToken cancel)
    {
        var page = await PageAsync(accountId, null, null, cancel);
        return page is null ? NotFound() : View(Form, page);
    }

    /// <summary>One more row of a list, and the grid that fits; nothing is stored.</summary>
    [SameHotel]
    [HttpPost("new/rows")]
    public async Task<IActionResult> Rows(AgreementForm form, string? more, CancellationToken cancel) => Laid(form, more, await PageAsync(form.AccountId, form, null, cancel));

    [OncePerForm]
    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> New(AgreementForm form, CancellationToken cancel)
    {
        var page = await PageAsync(form.AccountId, form, null, cancel);
        if (page is null) return NotFound();
        var terms = Read(form, page);
        var agreement = terms is null ? null : Attempt(() => Agreement.Draft(form.AccountId, form.Name ?? "", terms));
        if (agreement is null) return Refused(page, Form);
        await using var turn = await Db.BeginWriteAsync(cancel);
        Db.Agreements.Add(agreement);
        await Db.SaveChangesAsync(cancel);
        await NoteAsync(agreement, "draft", null, null, cancel);
        await turn.CommitAsync(cancel);
        return LocalRedirect($"/agreements/{agreement.Id}");
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel)
    {
        var agreement = await AgreementReading.FindAsync(Db, Db.Agreements.AsNoTracking(), id, cancel);
        return agreement is null ? NotFound() : View(Form, await PageAsync(agreement.AccountId, null, agreement, cancel));
    }

    [HttpPost("{id:int}/edit/rows")]
    public async Task<IActionResult> Rows(int id, AgreementForm form, string? more, CancellationToken cancel)
    {
        var agreement = await AgreementReading.FindAsync(Db, Db.Agreements.AsNoTracking(), id, cancel);
        return agreement is null ? NotFound() : Laid(form, more, await PageAsync(agreement.AccountId, form, agreement, cancel));
    }

    [OncePerForm]
    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, AgreementForm form, CancellationToken cancel)
    {
        var agreement = await FindAsync(id, cancel);
        if (agreement is null) return NotFound();
        var page = (await PageAsync(agreement.AccountId, form, agreement, cancel))!;
        if (form.Version != agreement.Version) ModelState.AddModelError("", "Somebody changed this agreement while you typed. Open it beside this page, compare, and save again.");
        var terms = Read(form, page);
        if (terms is null || !Attempt(() => agreement.Change(form.Name ?? "", terms))) return Refused(page, Form);
        Db.NoteChanges(Me, Clock.GetCurrentInstant(), nameof(Agreement), id, agreement);
        await NoteAsync(agreement, "change", agreement.Status, null, cancel);
        return LocalRedirect($"/agreements/{id}");
    }

    private IActionResult Laid(AgreementForm form, string? more, AgreementFormPage? page)
    {
        if (page is null) return NotFound();
        form.AddRow(more ?? "");
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }

        Paste(form, page);
        return View(Form, page);
    }

    /// <summary>The terms of the form; null when something is wrong, which stands at its field then.</summary>
    private AgreementTerms? Read(AgreementForm form, AgreementFormPage page)
    {
        for (var i = 0; i < form.Packages.Count; i++)
            if (!page.Packages.Any(package => package.Id == form.Packages[i].PackageId)) ModelState.AddModelError($"{nameof(form.Packages)}[{i}].Price", "The hotel does not sell this package. Load the page again.");
        foreach (var key in form.Cells.Where(cell => cell.Value is not null && !page.RoomTypes.Any(type => cell.Key.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{type.Id}-"), StringComparison.Ordinal))).Select(cell => cell.Key))
            ModelState.AddModelError($"{nameof(form.Cells)}[{key}]", "The hotel has no such room type. Load the page again.");
        if (page.Hotels.Count == 0) ModelState.AddModelError(nameof(form.Hotels), "Say in which hotel the agreement holds.");
        Paste(form, page);
        if (page.Hotels.Count == 0) return null;
        var read = form.Read(page.Hotels, page.RoomTypes, page.Agreement?.Terms, CultureInfo.CurrentCulture);
        foreach (var problem in read.Problems.Where(problem => ModelState[problem.Field] is not { Errors.Count: > 0 })) Refuse(problem.Field, problem.Why);
        return ModelState.IsValid ? read.Terms : null;
    }

    /// <summary>A pasted block goes over the grid from its first cell.</summary>
    private void Paste(AgreementForm form, AgreementFormPage page)
    {
        var grid = page.Grid;
        var pasted = Attempt(() => PastedBlock.Read(form.Block, grid.Rows.Count, grid.Columns.Count), nameof(form.Block)) ?? [];
        for (var row = 0; row < pasted.Count; row++)
        {
            for (var column = 0; column < pasted[row].Count; column++)
            {
                var (type, occupancy, tier) = grid.Rows[row];
                var key = RateGrid.Key(type.Id, occupancy, tier, grid.Columns[column]);
                form.Cells[key] = pasted[row][column];
                ModelState.SetModelValue($"{nameof(form.Cells)}[{key}]", pasted[row][column], pasted[row][column]);
                ModelState.MarkFieldValid($"{nameof(form.Cells)}[{key}]");
            }
        }

        if (pasted.Count == 0) return;
        form.Block = null;
        ModelState.Remove(nameof(form.Block));
    }

    private async Task<AgreementFormPage?> PageAsync(int accountId, AgreementForm? form, Agreement? agreement, CancellationToken cancel)
    {
        var account = await Db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == accountId, cancel);
        if (account is null) return null;
        var choices = await hotel.ChoicesAsync(cancel);
        IList<int> named = form is { Hotels.Count: > 0 } ? form.Hotels : agreement?.Terms.PropertyIds.ToList() ?? [(await hotel.GetAsync(cancel)).Id];
        var hotels = choices.Where(property => named.Contains(property.Id)).OrderBy(property => property.Id).ToList();
        var ids = hotels.ConvertAll(property => property.Id);
        var types = await Db.RoomTypes.AsNoTracking().Where(type => ids.Contains(type.PropertyId)).OrderBy(type => type.PropertyId).ThenBy(type => type.Id).ToListAsync(cancel);
        var packages = await Db.Packages.AsNoTracking().Include(package => package.Components).Where(package => ids.Contains(package.PropertyId)).OrderBy(package => package.PropertyId).ThenBy(package => package.Id).ToListAsync(cancel);
        form ??= AgreementForm.Of(agreement, agreement?.Terms, types, packages);
        if (form.Hotels.Count == 0) form.Hotels = [.. ids];
        foreach (var package in packages.Where(package => !form.Packages.Any(row => row.PackageId == package.Id)).ToList()) form.Packages.Add(new() { PackageId = package.Id });
        form.AccountId = accountId;
        form.Name ??= ModelState.ContainsKey(nameof(form.Name)) ? null : account.TradeName;
        return new AgreementFormPage(form, account, choices, hotels, types, packages, agreement);
    }
}
