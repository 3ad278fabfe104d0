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
    /// <summary>Shorter than what a proxy lets a silent answer wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <param name="since">What the last answer said; none asks where things stand.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? since, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        await db.Database.CloseConnectionAsync(); // it waits without one
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        wait.CancelAfter(Patience);
        try
        {
            return Json(new { seen = await news.AfterAsync(property.Id, since, wait.Token), changed = since is not null });
        }
        catch (OperationCanceledException)
        {
            return Json(new { seen = since, changed = false });
        }
    }
}
