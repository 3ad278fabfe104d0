using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>The year at a glance: where there is room.</summary>
[Authorize(Policy = Policies.Events)]
[Route("diary/year")]
public sealed class YearController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? date, DiaryFilter filter, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        return View("/Features/Diary/Year.cshtml", await YearPage.ReadAsync(db, property, DiarySpan.Asked(date, today), today, filter, User.UserId()!.Value, cancel));
    }
}
