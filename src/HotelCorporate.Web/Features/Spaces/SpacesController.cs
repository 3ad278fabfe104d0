using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>The rooms that the hotel sells, with what each takes in each style.</summary>
[Authorize(Policy = Policies.Events)]
[Route("spaces")]
public sealed class SpacesController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int WholePage = 760;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var all = await db.SpacesOfAsync((await hotel.GetAsync(cancel)).Id, cancel);
        var sold = all.FindAll(space => !space.IsRetired);
        var plans = sold.GroupBy(space => space.Floor, StringComparer.Ordinal).Select((floor, i) => (Floor: floor.Key, Plan: FloorPlan.OfFloor([.. floor], sold), Id: $"floor{i}"))
            .Where(floor => floor.Plan is not null).Select(floor => (floor.Floor, new PlanDrawing(floor.Plan!, floor.Floor, floor.Id, WholePage))).ToList();
        return View(new SpaceListPage(sold, all.FindAll(space => space.IsRetired), plans));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel) => await db.SpacePageAsync(id, clock.GetCurrentInstant(), cancel) is { } page ? View(page) : NotFound();

    /// <summary>The picture itself; another hotel's is not there.</summary>
    [HttpGet("{spaceId:int}/photos/{id:int}")]
    public async Task<IActionResult> Photo(int spaceId, int id, CancellationToken cancel) =>
        await db.SpacePhotos.AsNoTracking().SingleOrDefaultAsync(photo => photo.Id == id && photo.SpaceId == spaceId && db.Spaces.Any(space => space.Id == spaceId), cancel) is { } photo ? File(photo.Content, photo.ContentType) : NotFound();
}
