using HotelCorporate.Domain;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>Makes and changes what the house sells, each change with its history. What is sold is retired, never deleted.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("catalogue")]
public sealed class CatalogueEditController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Form = "/Features/Catalogue/Form.cshtml";

    /// <param name="from">What the new one is a copy of.</param>
    [HttpGet("new")]
    public async Task<IActionResult> New(int? from, CatalogueKind? kind, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        if (from is not { } id) return View(Form, await PageAsync(new CatalogueForm { Kind = kind ?? default }, null, property, cancel));
        if (await db.ItemAsync(id, cancel) is not { } found) return NotFound();
        var copy = CatalogueForm.Of(found.Item, found.Property);
        (copy.Code, copy.From, copy.Opened) = (null, id, null);
        return View(Form, await PageAsync(copy, null, found.Property, cancel));
    }

    [OncePerForm]
    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> New(CatalogueForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        var choices = await db.ChoicesAsync(property, cancel);
        var item = ModelState.IsValid ? Attempt(() => CatalogueItem.Add(property.Id, form.Facts(property.Currency))) : null;
        if (item is null || !await FitsAsync(item, choices, cancel)) return await RefusedAsync(form, null, property, cancel);
        if (form.From is { } from && item.Kind == CatalogueKind.Menu && await db.CatalogueItems.AsNoTracking().SingleOrDefaultAsync(other => other.Id == from && other.PropertyId == property.Id, cancel) is { Dishes: { Count: > 0 } dishes }) item.Serve(dishes);
        db.CatalogueItems.Add(item);
        await db.SaveChangesAsync(cancel);
        Note(item, "add", to: Sentence.Typed(item.Name));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"{item.Name} is in the catalogue.");
        return Led(item.Id);
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel) =>
        await db.ItemAsync(id, cancel) is { } found ? View(Form, await PageAsync(CatalogueForm.Of(found.Item, found.Property), found.Item, found.Property, cancel)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CatalogueForm form, CancellationToken cancel)
    {
        if (await db.ItemAsync(id, cancel) is not { } found) return NotFound();
        var (item, property) = found;
        var choices = await db.ChoicesAsync(property, cancel);
        var was = CatalogueRecord.Of(item, choices.Names);
        form.Opened = RefuseStale(form.Opened, item.Version);

        if (!ModelState.IsValid || !Attempt(() => item.Describe(form.Facts(property.Currency))) || !await FitsAsync(item, choices, cancel)) return await RefusedAsync(form, id, property, cancel);
        var changes = was.ChangesTo(CatalogueRecord.Of(item, choices.Names));
        foreach (var change in changes) Note(item, $"change {change.Fact}", change.From, change.To);
        if (changes.Count > 0) await db.SaveChangesAsync(cancel);
        Say($"{item.Name} is saved.");
        return Led(id);
    }

    /// <summary>Nothing offers it anew; what was sold with it stays.</summary>
    [HttpPost("{id:int}/retire")]
    public Task<IActionResult> Retire(int id, CancellationToken cancel) => MoveAsync(id, "retire", item => item.Retire(), cancel);

    [HttpPost("{id:int}/restore")]
    public Task<IActionResult> Restore(int id, CancellationToken cancel) => MoveAsync(id, "restore", item => item.Restore(), cancel);

    private async Task<IActionResult> MoveAsync(int id, Sentence action, Action<CatalogueItem> move, CancellationToken cancel)
    {
        if (await db.ItemAsync(id, cancel) is not { } found) return NotFound();
        if (!Attempt(() => move(found.Item))) return Refused((await db.ItemPageAsync(id, clock.GetCurrentInstant(), cancel))!, "/Features/Catalogue/Details.cshtml");
        Note(found.Item, action);
        await db.SaveChangesAsync(cancel);
        return Led(id);
    }

    /// <summary>Its code is its own, and what it names is the hotel's.</summary>
    private async Task<bool> FitsAsync(CatalogueItem item, CatalogueChoices choices, CancellationToken cancel)
    {
        if (await db.CatalogueItems.AnyAsync(other => other.PropertyId == item.PropertyId && other.Code == item.Code && other.Id != item.Id, cancel)) Refuse(nameof(item.Code), $"The hotel has {item.Code} in its catalogue already. Give this one another code.");
        if (choices.TaxCodes.All(code => code.Id != item.TaxCodeId)) ModelState.AddModelError(nameof(item.TaxCodeId), "The hotel has no such code. Choose one of the list.");
        if (item.FunctionSpaceId is { } space && choices.Spaces.All(known => known.Id != space)) ModelState.AddModelError(nameof(item.FunctionSpaceId), "Choose a space of this hotel.");
        if (item.ResourceId is { } resource && choices.Resources.All(known => known.Id != resource)) ModelState.AddModelError(nameof(item.ResourceId), "Choose what is needed.");
        return ModelState.IsValid;
    }

    private async Task<IActionResult> RefusedAsync(CatalogueForm form, int? id, Property property, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return Refused(await PageAsync(form, id is { } known ? await db.CatalogueItems.AsNoTracking().SingleAsync(item => item.Id == known, cancel) : null, property, cancel), Form);
    }

    private async Task<CatalogueFormPage> PageAsync(CatalogueForm form, CatalogueItem? item, Property property, CancellationToken cancel) => new(form.WithRows(property), item, await db.ChoicesAsync(property, cancel));

    private void Note(CatalogueItem item, Sentence action, Sentence? from = null, Sentence? to = null) => db.Note(Me, clock.GetCurrentInstant(), nameof(CatalogueItem), item.Id, action, from, to);

    private RedirectToActionResult Led(int id) => RedirectToAction(nameof(CatalogueController.Details), "Catalogue", new { id });
}
