using HotelCorporate.Domain;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Packages;

/// <summary>Makes and changes packages, each change with its history. What was sold with one is a copy: it stays.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("packages")]
public sealed class PackageEditController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Form = "/Features/Packages/Form.cshtml";

    /// <param name="from">What the new one is a copy of.</param>
    [HttpGet("new")]
    public async Task<IActionResult> New(int? from, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        if (from is not { } id) return View(Form, await PageAsync(new PackageForm { ValidFrom = property.Today(clock.GetCurrentInstant()) }, null, property, cancel));
        if (await FindAsync(id, cancel) is not { } found) return NotFound();
        var copy = PackageForm.Of(found.Package, found.Property);
        (copy.Code, copy.Opened) = (null, null);
        return View(Form, await PageAsync(copy, null, found.Property, cancel));
    }

    [OncePerForm]
    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> New(PackageForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        var page = await PageAsync(form, null, property, cancel);
        var package = ModelState.IsValid ? Attempt(() => Package.Make(property.Id, property.Currency, form.Facts(property.Currency, page.Items, Today(property)))) : null;
        if (package is null || !await FitsAsync(package, page.Choices, cancel)) return Refused(page, Form);
        db.Packages.Add(package);
        await db.SaveChangesAsync(cancel);
        Note(package, "add", to: $"{package.Name}, {package.ListPrice}");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"{package.Name} is on sale.");
        return Led(package.Id);
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } found ? View(Form, await PageAsync(PackageForm.Of(found.Package, found.Property), found.Package, found.Property, cancel)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, PackageForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found) return NotFound();
        var (package, property) = found;
        var page = await PageAsync(form, package, property, cancel);
        var was = PackageRecord.Of(package, page.Choices.Names);
        form.Opened = RefuseStale(form.Opened, package.Version);

        if (!ModelState.IsValid || !Attempt(() => package.Describe(form.Facts(property.Currency, page.Items, Today(property)))) || !await FitsAsync(package, page.Choices, cancel))
        {
            db.ChangeTracker.Clear();
            return Refused(page with { Package = (await FindAsync(id, cancel))!.Value.Package }, Form);
        }

        var changes = was.ChangesTo(PackageRecord.Of(package, page.Choices.Names));
        foreach (var change in changes) Note(package, $"change {change.Fact}", change.From, change.To);
        if (changes.Count > 0) await db.SaveChangesAsync(cancel);
        Say($"{package.Name} is saved.");
        return Led(id);
    }

    /// <summary>No offer takes it anew; what was sold with it stays.</summary>
    [HttpPost("{id:int}/retire")]
    public Task<IActionResult> Retire(int id, CancellationToken cancel) => MoveAsync(id, "retire", package => package.Retire(), cancel);

    [HttpPost("{id:int}/restore")]
    public Task<IActionResult> Restore(int id, CancellationToken cancel) => MoveAsync(id, "restore", package => package.Restore(), cancel);

    private async Task<IActionResult> MoveAsync(int id, Sentence action, Action<Package> move, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found) return NotFound();
        if (!Attempt(() => move(found.Package))) return Refused((await db.PackagePageAsync(id, clock.GetCurrentInstant(), cancel))!, "/Features/Packages/Details.cshtml");
        Note(found.Package, action);
        await db.SaveChangesAsync(cancel);
        return Led(id);
    }

    /// <summary>No other is sold under its code in its days, and what it names is the hotel's.</summary>
    private async Task<bool> FitsAsync(Package package, CatalogueChoices choices, CancellationToken cancel)
    {
        var others = await db.Packages.AsNoTracking().Where(other => other.PropertyId == package.PropertyId && other.Id != package.Id).ToListAsync(cancel);
        if (others.Find(package.Collides) is { } other) Refuse(nameof(package.Code), $"{other.Name} is sold under {other.Code} in these days. Give this one another code or other days.");
        if (package.Components.Any(component => choices.TaxCodes.All(code => code.Id != component.TaxCodeId))) ModelState.AddModelError(nameof(package.Components), "The hotel has no such code. Choose one of the list.");
        if (package.Components.Any(component => component.FunctionSpaceId is { } space && choices.Spaces.All(known => known.Id != space))) ModelState.AddModelError(nameof(package.Components), "Choose a space of this hotel.");
        return ModelState.IsValid;
    }

    private async Task<(Package Package, Property Property)?> FindAsync(int id, CancellationToken cancel)
    {
        if (await db.Packages.Where(package => package.Id == id).Select(package => (int?)package.PropertyId).SingleOrDefaultAsync(cancel) is not { } propertyId) return null;
        return (await db.PackagesWhole(propertyId).SingleAsync(package => package.Id == id, cancel), await DeskQueries.PropertyAsync(db, propertyId, cancel));
    }

    private async Task<PackageFormPage> PageAsync(PackageForm form, Package? package, Property property, CancellationToken cancel)
    {
        var named = form.Parts.Select(part => part.ItemId).OfType<int>().ToHashSet();
        var items = await db.CatalogueItems.AsNoTracking().Where(item => item.PropertyId == property.Id && (!item.IsRetired || named.Contains(item.Id))).ToListAsync(cancel);
        return new PackageFormPage(form.WithRows(property), package, await db.ChoicesAsync(property, cancel), [.. items.OrderBy(item => item.Kind).ThenBy(item => item.Name, StringComparer.CurrentCulture)]);
    }

    private LocalDate Today(Property property) => property.Today(clock.GetCurrentInstant());

    private void Note(Package package, Sentence action, Sentence? from = null, Sentence? to = null) => db.Note(Me, clock.GetCurrentInstant(), nameof(Package), package.Id, action, from, to);

    private RedirectToActionResult Led(int id) => RedirectToAction(nameof(PackagesController.Details), "Packages", new { id });
}
