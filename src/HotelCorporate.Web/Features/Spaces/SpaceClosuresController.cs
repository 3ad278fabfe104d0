using HotelCorporate.Domain;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>A closure as it is typed; without a time of day it lasts from the beginning of the first day to the end of the last.</summary>
public sealed class ClosureForm
{
    public string? Reason { get; set; }

    public LocalDate? FirstDay { get; set; }

    public LocalTime? FromTime { get; set; }

    public LocalDate? LastDay { get; set; }

    public LocalTime? UntilTime { get; set; }

    public LocalDateTime Start() => FirstDay!.Value + (FromTime ?? LocalTime.Midnight);

    /// <summary>The minute itself is open again.</summary>
    public LocalDateTime End() => UntilTime is { } time ? LastDay!.Value + time : LastDay!.Value.PlusDays(1).AtMidnight();
}

/// <summary>Closes a space for a time and opens it again; who waited for it is tried then.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("spaces/{spaceId:int}/closures")]
public sealed class SpaceClosuresController(HotelDb db, BookingMoves moves, IClock clock) : HotelController
{
    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> New(int spaceId, ClosureForm form, CancellationToken cancel)
    {
        var space = await db.Spaces.AsNoTracking().SingleOrDefaultAsync(space => space.Id == spaceId, cancel);
        if (space is null) return NotFound();
        if (form.FirstDay is null) ModelState.TryAddModelError(nameof(form.FirstDay), "Type the first day.");
        if (form.LastDay is null) ModelState.TryAddModelError(nameof(form.LastDay), "Type the last day.");
        var zone = (await DeskQueries.PropertyAsync(db, space.PropertyId, cancel)).Zone;
        if (!ModelState.IsValid) return await RefusedAsync(spaceId, cancel);
        try
        {
            await moves.CloseSpaceAsync(Closure.Plan(space, form.Reason ?? "", form.Start(), form.End(), zone, clock.GetCurrentInstant()), Me, cancel);
        }
        catch (HouseRuleException refusal)
        {
            Refuse(refusal.Field switch { nameof(Closure.Reason) => nameof(form.Reason), nameof(Closure.End) => nameof(form.LastDay), _ => nameof(form.FirstDay) }, refusal.Sentence);
            return await RefusedAsync(spaceId, cancel);
        }
        catch (RoomTakenException taken)
        {
            Refuse(nameof(form.FirstDay), taken.Sentence);
            return await RefusedAsync(spaceId, cancel);
        }

        Say($"{space.Name} is closed for that time.");
        return Back(spaceId);
    }

    [HttpPost("{id:int}/lift")]
    public async Task<IActionResult> Lift(int spaceId, int id, CancellationToken cancel)
    {
        if (!await db.Closures.AnyAsync(closure => closure.Id == id && closure.SpaceId == spaceId, cancel)) return NotFound();
        try
        {
            await moves.OpenSpaceAsync(id, Me, cancel);
        }
        catch (HouseRuleException refusal)
        {
            Refuse("", refusal.Sentence);
            return await RefusedAsync(spaceId, cancel);
        }

        Say("The space is open again. Who waited for it has been tried.");
        return Back(spaceId);
    }

    private async Task<IActionResult> RefusedAsync(int spaceId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return Refused((await db.SpacePageAsync(spaceId, clock.GetCurrentInstant(), cancel))!, "/Features/Spaces/Details.cshtml");
    }

    private RedirectToActionResult Back(int spaceId) => RedirectToAction(nameof(SpacesController.Details), "Spaces", new { id = spaceId });
}
