using System.Globalization;
using System.Text;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>The whole card of one function, for the views that are too full to carry a card for each.</summary>
[Authorize(Policy = Policies.Events)]
[Route("diary/cards")]
public sealed class DiaryCardsController(HotelDb db, IStringLocalizer<Texts> texts, IClock clock) : HotelController
{
    /// <summary>The lines of the card, as a week has them.</summary>
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Card(int id, CancellationToken cancel)
    {
        if (await db.BookingOfAsync(id, cancel) is not { } booking) return NotFound();
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var (from, until) = booking.Functions.First(function => function.Id == id).Occupation is var taken ? (Day(taken.From), Day(taken.Until)) : default;
        var span = new DiarySpan(DiaryView.Week, from, from, until.PlusDays(1));
        var content = await db.DiaryAsync(property, span, new DiaryFilter(), detailed: true, cancel);
        var card = new DiaryDrawing(span, property.Zone, clock.GetCurrentInstant(), CultureInfo.CurrentCulture, text => texts[text], content, new DiaryFilter()).Card(id);
        return card is null ? NotFound() : Content(string.Join('\n', card), "text/plain", Encoding.UTF8);

        LocalDate Day(Instant at) => at.InZone(property.Zone).Date;
    }
}
