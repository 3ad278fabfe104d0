using HotelCorporate.Domain;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Resources;

/// <summary>Makes and changes the resources of a hotel, each change with its history. One that is used is retired, never deleted.</summary>
[Authorize(Policy = Policies.Planning)]
[Route("resources")]
public sealed class ResourceEditController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Form = "/Features/Resources/Form.cshtml";

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel) => View(Form, await PageAsync(new ResourceForm(), await hotel.GetAsync(cancel), null, cancel));

    [OncePerForm]
    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> New(ResourceForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        var all = await db.ResourcesOf(property.Id).ToListAsync(cancel);
        var made = Attempt(() => Resource.Add(property.Id, form.Facts(property.Currency)));
        if (made is null || !Fits(all, made)) return await RefusedAsync(form, property, null, cancel);
        db.Resources.Add(made);
        await db.SaveChangesAsync(cancel);
        Note(made, "add", to: Describe(made, all));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"{made.Name} is added.");
        return Redirected(made.Id);
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } found ? View(Form, await PageAsync(ResourceForm.Of(found.Resource), found.Property, id, cancel)) : NotFound();

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, ResourceForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found) return NotFound();
        var (resource, property, all) = found;
        var was = Describe(resource, all);
        form.Opened = RefuseStale(form.Opened, resource.Version);

        if (!Attempt(() => resource.Describe(form.Facts(property.Currency))) || !Fits(all, resource)) return await RefusedAsync(form, property, id, cancel);
        var now = Describe(resource, all);
        if (!was.Equals(now)) Note(resource, "change", was, now);
        else db.ChangeTracker.Clear();
        await db.SaveChangesAsync(cancel);
        Say($"{resource.Name} is saved.");
        return Redirected(id);
    }

    /// <summary>Nothing asks for it anew; what was planned with it stays.</summary>
    [HttpPost("{id:int}/retire")]
    public Task<IActionResult> Retire(int id, CancellationToken cancel) => MoveAsync(id, "retire", resource => resource.Retire(), cancel);

    [HttpPost("{id:int}/restore")]
    public Task<IActionResult> Restore(int id, CancellationToken cancel) => MoveAsync(id, "restore", resource => resource.Restore(), cancel);

    private async Task<IActionResult> MoveAsync(int id, Sentence action, Action<Resource> move, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } found) return NotFound();
        if (!Attempt(() => move(found.Resource))) return Refused((await ResourceReading.PageAsync(db, id, null, day: false, clock.GetCurrentInstant(), cancel))!, "/Features/Resources/Details.cshtml");
        Note(found.Resource, action);
        await db.SaveChangesAsync(cancel);
        return Redirected(id);
    }

    /// <summary>Its name is its own, and every kit can be put together.</summary>
    private bool Fits(List<Resource> all, Resource changed)
    {
        if (all.Exists(other => other != changed && string.Equals(other.Name, changed.Name, StringComparison.OrdinalIgnoreCase))) Refuse(nameof(Resource.Name), "The hotel has a resource of this name already. Give it another.");
        if (ModelState.IsValid) Attempt(() => new ResourceCatalogue(all.Append(changed).Distinct()).RefuseImpossibleKits());
        return ModelState.IsValid;
    }

    private async Task<(Resource Resource, Property Property, List<Resource> All)?> FindAsync(int id, CancellationToken cancel)
    {
        if (await db.Resources.Where(resource => resource.Id == id).Select(resource => (int?)resource.PropertyId).SingleOrDefaultAsync(cancel) is not { } propertyId) return null;
        var all = await db.ResourcesOf(propertyId).ToListAsync(cancel);
        return (all.Single(resource => resource.Id == id), await DeskQueries.PropertyAsync(db, propertyId, cancel), all);
    }

    private async Task<IActionResult> RefusedAsync(ResourceForm form, Property property, int? id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return Refused(await PageAsync(form, property, id, cancel), Form);
    }

    private async Task<ResourceFormPage> PageAsync(ResourceForm form, Property property, int? id, CancellationToken cancel)
    {
        var all = await db.ResourcesOf(property.Id).AsNoTracking().ToListAsync(cancel);
        var named = form.Parts.Select(part => part.PartId).ToHashSet();
        return new ResourceFormPage(form.WithRows(), all.Find(resource => resource.Id == id), all.FindAll(other => other.Id != id && (!other.IsRetired || named.Contains(other.Id))), property.CurrencyCode);
    }

    private static Sentence Describe(Resource resource, List<Resource> all)
    {
        if (resource.IsKit) return $"{resource.Name}: {Sentence.Join(", ", [.. resource.Parts.OrderBy(part => part.PartId).Select(part => (Sentence)$"{part.Quantity} {all.Find(other => other.Id == part.PartId)?.Name}")])}";
        return $"{resource.Name}, {resource.Kind}: {resource.Stock}; {resource.HireCost} / {resource.HirePrice}; {resource.StyleFigures}";
    }

    private void Note(Resource resource, Sentence action, Sentence? from = null, Sentence? to = null) => db.Note(Me, clock.GetCurrentInstant(), nameof(Resource), resource.Id, action, from, to);

    private RedirectToActionResult Redirected(int id) => RedirectToAction(nameof(ResourcesController.Details), "Resources", new { id });
}
