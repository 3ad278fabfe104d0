using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Filters of the diary that somebody keeps for themselves under a name.</summary>
[Authorize(Policy = Policies.Events)]
[Route("diary/saved")]
public sealed class SavedViewsController(HotelDb db, IClock clock) : HotelController
{
    private const int LongestName = 80;
    private const int LongestQuery = 1000;

    /// <summary>A name that is there already is given the new filters.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save(DiaryView view, DiaryFilter filter, string? name, CancellationToken cancel)
    {
        var (me, query) = (User.UserId()!.Value, $"view={DiaryFilter.NameOf(view)}{filter.Query}");
        if (name?.Trim() is not { Length: > 0 and <= LongestName } named || query.Length > LongestQuery)
        {
            Say("Give the view a name of 80 letters at most, and fewer filters if it has very many. Nothing was kept.");
            return LocalRedirect("/diary?" + query);
        }

        db.SavedViews.RemoveRange(await db.SavedViews.Where(saved => saved.UserId == me && saved.Page == DiaryFilterBar.Page && saved.Name == named).ToListAsync(cancel));
        db.SavedViews.Add(new SavedView(me, DiaryFilterBar.Page, named, query));
        db.Note(Me, clock.GetCurrentInstant(), "User", me, "keep view", to: named);
        await db.SaveChangesAsync(cancel);
        Say($"{named} is kept.");
        return LocalRedirect("/diary?" + query);
    }

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id, CancellationToken cancel)
    {
        var me = User.UserId();
        if (await db.SavedViews.SingleOrDefaultAsync(saved => saved.Id == id && saved.UserId == me, cancel) is not { } saved) return NotFound();
        db.SavedViews.Remove(saved);
        db.Note(Me, clock.GetCurrentInstant(), "User", saved.UserId, "delete view", saved.Name);
        await db.SaveChangesAsync(cancel);
        Say($"{saved.Name} is deleted.");
        return LocalRedirect("/diary?" + saved.Query);
    }
}
