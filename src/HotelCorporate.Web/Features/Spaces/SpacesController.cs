using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>The rooms that the hotel sells, with what each takes in each style.</summary>
[Authorize(Policy = Policies.Events)]
[Route("spaces")]
public sealed class SpacesController(HotelDb db, CurrentProperty hotel) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        return View(await Whole().Where(space => space.PropertyId == property.Id).OrderBy(space => space.Position).ToListAsync(cancel));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel)
    {
        var space = await Whole().SingleOrDefaultAsync(space => space.Id == id, cancel);
        if (space is null) return NotFound();
        var atoms = space.Atoms.Select(atom => atom.AtomId).ToList();
        var sharing = await db.Spaces.AsNoTracking().Where(other => other.Id != id && other.Atoms.Any(atom => atoms.Contains(atom.AtomId))).OrderBy(other => other.Position).ToListAsync(cancel);
        return View(new SpacePage(space, sharing, await DeskQueries.PropertyAsync(db, space.PropertyId, cancel)));
    }

    private IQueryable<Space> Whole() => db.Spaces.AsNoTracking().AsSplitQuery().Include(space => space.Capacities).Include(space => space.Atoms).ThenInclude(atom => atom.Atom);
}

/// <summary>One space, and those that cannot be sold at the same time since they share an atom with it.</summary>
public sealed record SpacePage(Space Space, IReadOnlyList<Space> Sharing, Property Property);
