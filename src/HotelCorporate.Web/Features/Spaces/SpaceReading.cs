using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>What the pages about spaces read.</summary>
internal static class SpaceReading
{
    private const int BesideText = 400;

    /// <summary>All of a hotel to be changed: within a turn its rooms are locked first, so that no booking comes in between and nobody else changes them.</summary>
    public static async Task<HotelLayout> LayoutAsync(this HotelDb db, int propertyId, Instant now, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null) await db.LockAtomsAsync(await db.Atoms.Where(atom => atom.PropertyId == propertyId).Select(atom => atom.Id).ToListAsync(cancel), cancel);
        var atoms = await db.Atoms.Where(atom => atom.PropertyId == propertyId).OrderBy(atom => atom.Name).ToListAsync(cancel);
        var spaces = await db.SpacesWhole().Where(space => space.PropertyId == propertyId).OrderBy(space => space.Position).ThenBy(space => space.Id).ToListAsync(cancel);
        return new HotelLayout(propertyId, spaces, atoms, await db.StandingAsync(spaces, now, cancel));
    }

    /// <summary>The spaces that share a wall or a door with this one.</summary>
    public static Task<List<int>> NeighboursOfAsync(this HotelDb db, int spaceId, CancellationToken cancel) =>
        db.Neighbours.Where(pair => pair.SpaceId == spaceId || pair.OtherId == spaceId).Select(pair => pair.SpaceId == spaceId ? pair.OtherId : pair.SpaceId).ToListAsync(cancel);

    public static async Task<SpacePage?> SpacePageAsync(this HotelDb db, int id, Instant now, CancellationToken cancel)
    {
        if (await db.Spaces.Where(space => space.Id == id).Select(space => (int?)space.PropertyId).SingleOrDefaultAsync(cancel) is not { } propertyId) return null;
        var all = await db.SpacesOfAsync(propertyId, cancel);
        var space = all.Single(space => space.Id == id);
        var near = await db.NeighboursOfAsync(id, cancel);
        return new SpacePage(
            space, await DeskQueries.PropertyAsync(db, propertyId, cancel),
            all.FindAll(other => other != space && other.Atoms.Any(taken => space.Atoms.Any(own => own.Atom == taken.Atom))),
            all.FindAll(other => near.Contains(other.Id)), all.Find(other => other.Id == space.BackUpSpaceId),
            FloorPlan.OfSpace(space, all) is { } plan ? new PlanDrawing(plan, space.Name, "plan", BesideText) : null,
            await db.SpacePhotos.AsNoTracking().Where(photo => photo.SpaceId == id).OrderBy(photo => photo.Position).ThenBy(photo => photo.Id).Select(photo => new SpacePage.Photo(photo.Id, photo.Caption)).ToListAsync(cancel),
            await db.Closures.AsNoTracking().Where(closure => closure.SpaceId == id && closure.Until > now).OrderBy(closure => closure.From).ToListAsync(cancel),
            await db.HirePrices.AsNoTracking().Where(price => price.SpaceId == id).OrderBy(price => price.Id).ToListAsync(cancel), now);
    }

    private static async Task<Standing> StandingAsync(this HotelDb db, List<Space> spaces, Instant now, CancellationToken cancel)
    {
        var ids = spaces.ConvertAll(space => space.Id);
        var atoms = spaces.SelectMany(space => space.Atoms).Select(taken => taken.AtomId).Distinct().ToList();
        var planned = await db.Functions.Where(function => function.SpaceId != null && ids.Contains(function.SpaceId.Value) && !function.IsCancelled && function.OccupiedUntil > now && (function.IsFirm || function.QueuedAs != null))
            .Select(function => new { Id = function.SpaceId!.Value, function.HasBackUp }).Distinct().ToListAsync(cancel);
        var closed = await db.Closures.Where(closure => ids.Contains(closure.SpaceId) && closure.Until > now).Select(closure => closure.SpaceId).Distinct().ToListAsync(cancel);
        var held = await db.Holds.Where(hold => atoms.Contains(hold.AtomId) && hold.Until > now).Select(hold => hold.AtomId).Distinct().ToListAsync(cancel);
        var backedUp = planned.Where(function => function.HasBackUp).Select(function => function.Id).ToHashSet();
        var backUps = spaces.Where(space => backedUp.Contains(space.Id)).Select(space => space.BackUpSpaceId).OfType<int>();
        return new Standing(planned.Select(function => function.Id).Concat(closed).Concat(backUps).ToHashSet(), held.ToHashSet(), backedUp);
    }
}
