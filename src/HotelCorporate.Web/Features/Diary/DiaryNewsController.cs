using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Tells an open diary that its hotel changed: the question is answered when there is news, or after a while without.</summary>
[Authorize(Policy = Policies.Events)]
[Route("diary/news")]
public sealed class DiaryNewsController(HotelDb db, CurrentProperty hotel, HotelNews news, IHostApplicationLifetime life) : HotelController
{
    /// <param name="since">What the last answer said; none asks where things stand.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? since, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        if (since is null) return Json(new { seen = news.Seen(property.Id), changed = false });
        await db.Database.CloseConnectionAsync(); // it waits without one
        var seen = await news.AskedAsync(property.Id, since, life.ApplicationStopping, cancel);
        return Json(new { seen = seen ?? since, changed = seen is not null });
    }
}
