using HotelCorporate.Domain;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>Makes and changes the spaces of a hotel, each change with its history.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("spaces")]
public sealed class SpaceEditController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Form = "/Features/Spaces/Form.cshtml";

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var last = await db.Spaces.Where(space => space.PropertyId == property.Id).Select(space => (int?)space.Position).MaxAsync(cancel);
        return View(Form, await PageAsync(new SpaceForm { Position = (last ?? -1) + 1 }, property.Id, null, cancel));
    }

    [OncePerForm]
    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> New(SpaceForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        var layout = await db.LayoutAsync(property.Id, clock.GetCurrentInstant(), cancel);
        var space = Attempt(() => layout.Add(form.Facts()));
        if (space is not null) Lay(form, layout, space);
        else Offered(form);
        if (!ModelState.IsValid) return await RefusedAsync(form, property.Id, null, [], cancel);
        db.Spaces.Add(space!);
        await db.SaveChangesAsync(cancel);
        await SetNeighboursAsync(space!.Id, form.Neighbours, cancel);
        Note(space.Id, "add", to: Sentence.Typed(space.Name));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"{space.Name} is made.");
        return Redirected(space.Id);
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel)
    {
        if (await HotelOfAsync(id, cancel) is not { } propertyId) return NotFound();
        var near = await db.NeighboursOfAsync(id, cancel);
        var all = await db.SpacesOfAsync(propertyId, cancel);
        var space = all.Single(space => space.Id == id);
        return View(Form, await PageAsync(SpaceForm.Of(space, near, Record(space, all, near).Mark), propertyId, id, cancel));
    }

    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, SpaceForm form, CancellationToken cancel)
    {
        if (await HotelOfAsync(id, cancel) is not { } propertyId) return NotFound();
        await using var turn = await db.BeginWriteAsync(cancel);
        var layout = await db.LayoutAsync(propertyId, clock.GetCurrentInstant(), cancel);
        var space = layout.Spaces.Single(space => space.Id == id);
        var before = Record(space, layout.Spaces, await db.NeighboursOfAsync(id, cancel));
        if (Attempt(() => layout.Describe(space, form.Facts()))) Lay(form, layout, space);
        else Offered(form);
        var changes = before.ChangesTo(Record(space, layout.Spaces, form.Neighbours));
        if (ModelState.IsValid && form.Mark != before.Mark) return await StaleAsync(form, propertyId, id, before.Mark, changes, cancel);
        if (!ModelState.IsValid) return await RefusedAsync(form, propertyId, id, [], cancel);
        await SetNeighboursAsync(id, form.Neighbours, cancel);
        foreach (var change in changes) Note(id, $"change {change.Fact}", change.From, change.To);
        if (changes.Count > 0) await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"{space.Name} is saved.");
        return Redirected(id);
    }

    /// <summary>It is offered nowhere any more; what is booked in it stays.</summary>
    [HttpPost("{id:int}/retire")]
    public Task<IActionResult> Retire(int id, CancellationToken cancel) => MoveAsync(id, "take off sale", (layout, space) => layout.Retire(space), cancel);

    [HttpPost("{id:int}/sell")]
    public Task<IActionResult> Sell(int id, CancellationToken cancel) => MoveAsync(id, "sell again", (layout, space) => layout.Sell(space), cancel);

    private async Task<IActionResult> MoveAsync(int id, Sentence action, Action<HotelLayout, Space> move, CancellationToken cancel)
    {
        if (await HotelOfAsync(id, cancel) is not { } propertyId) return NotFound();
        await using var turn = await db.BeginWriteAsync(cancel);
        var layout = await db.LayoutAsync(propertyId, clock.GetCurrentInstant(), cancel);
        if (!Attempt(() => move(layout, layout.Spaces.Single(space => space.Id == id))))
        {
            db.ChangeTracker.Clear();
            return Refused((await db.SpacePageAsync(id, clock.GetCurrentInstant(), cancel))!, "/Features/Spaces/Details.cshtml");
        }

        Note(id, action);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return Redirected(id);
    }

    /// <summary>Lays what was typed over the space; each rule that refuses says so beside its field.</summary>
    private void Lay(SpaceForm form, HotelLayout layout, Space space)
    {
        if (form.IsCombination) Attempt(() => layout.Join(space, [.. layout.Atoms.Where(atom => form.Atoms.Contains(atom.Id))]), nameof(form.Atoms));
        else Attempt(() => layout.StandAlone(space, form.Lanes ?? 1), nameof(form.Lanes));
        Attempt(() => layout.BackUp(space, form.IsOutdoor ? form.BackUpSpaceId : null), nameof(form.BackUpSpaceId));
        space.OfferOnly(Offered(form));
        if (form.Neighbours.Any(near => near == space.Id || layout.Spaces.All(other => other.Id != near))) ModelState.AddModelError(nameof(form.Neighbours), "A neighbour is another space of this hotel. Choose of the list.");
    }

    private List<Capacity> Offered(SpaceForm form)
    {
        var offered = new List<Capacity>();
        foreach (var (style, figures) in form.Capacities)
        {
            try
            {
                if (Capacity.Typed(style, figures.Minimum, figures.Comfortable, figures.Legal) is { } capacity) offered.Add(capacity);
            }
            catch (HouseRuleException refusal)
            {
                Refuse($"{nameof(form.Capacities)}[{style}].{refusal.Field}", refusal.Sentence);
            }
        }

        return offered;
    }

    private async Task SetNeighboursAsync(int id, IList<int> wanted, CancellationToken cancel)
    {
        var stored = await db.Neighbours.Where(pair => pair.SpaceId == id || pair.OtherId == id).ToListAsync(cancel);
        var pairs = wanted.Select(other => SpaceNeighbour.Of(id, other)).Distinct().ToList();
        db.Neighbours.RemoveRange(stored.Where(pair => !pairs.Contains(pair)));
        db.Neighbours.AddRange(pairs.Where(pair => !stored.Contains(pair)));
    }

    private static SpaceRecord Record(Space space, IReadOnlyList<Space> all, IList<int> near) =>
        SpaceRecord.Of(space, all.FirstOrDefault(other => other.Id == space.BackUpSpaceId)?.Name, all.Where(other => near.Contains(other.Id)).Select(other => other.Name));

    private async Task<IActionResult> StaleAsync(SpaceForm form, int propertyId, int id, string mark, IReadOnlyList<SpaceChange> changes, CancellationToken cancel)
    {
        ModelState.Remove(nameof(form.Mark));
        form.Mark = mark;
        ModelState.AddModelError("", "Somebody changed this space while you typed. What stands now is shown beside yours: save again to put yours over it.");
        var page = await RefusedAsync(form, propertyId, id, changes, cancel);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private async Task<IActionResult> RefusedAsync(SpaceForm form, int propertyId, int? id, IReadOnlyList<SpaceChange> changes, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return Refused(await PageAsync(form, propertyId, id, cancel) with { Stands = changes }, Form);
    }

    private async Task<SpaceFormPage> PageAsync(SpaceForm form, int propertyId, int? id, CancellationToken cancel)
    {
        var all = await db.SpacesOfAsync(propertyId, cancel);
        return new SpaceFormPage(
            form, all.Find(space => space.Id == id), await db.Atoms.AsNoTracking().Where(atom => atom.PropertyId == propertyId).OrderBy(atom => atom.Name).ToListAsync(cancel),
            all.FindAll(other => other.Id != id && !other.IsRetired), []);
    }

    /// <summary>None when the person may not see the space, or there is none.</summary>
    private Task<int?> HotelOfAsync(int id, CancellationToken cancel) => db.Spaces.Where(space => space.Id == id).Select(space => (int?)space.PropertyId).SingleOrDefaultAsync(cancel);

    private void Note(int id, Sentence action, Sentence? from = null, Sentence? to = null) => db.Note(Me, clock.GetCurrentInstant(), nameof(Space), id, action, from, to);

    private RedirectToActionResult Redirected(int id) => RedirectToAction(nameof(SpacesController.Details), "Spaces", new { id });
}
