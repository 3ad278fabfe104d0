using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Documents.Pdf;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>What a view of the diary shows, to take along: a workbook, and the day sheet on paper.</summary>
[Authorize(Policy = Policies.Events)]
[Route("diary")]
public sealed class DiaryExportController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Excel(DiaryView? view, string? date, DiaryFilter filter, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var span = DiarySpan.Of(view ?? DiaryView.Week, DiarySpan.Asked(date, today));
        var bytes = span.View == DiaryView.Year
            ? YearWorkbook.Write(DiarySheets.Of(await YearPage.ReadAsync(db, property, span.Date, today, filter, User.UserId()!.Value, cancel)), Words.Here)
            : DiaryWorkbook.Write(await SheetAsync(span, filter, cancel), Words.Here);
        return Excel(bytes, $"diary-{DiaryFilter.NameOf(span.View)}-{Show.Iso(span.First)}.xlsx");
    }

    /// <summary>A day or a week; anything longer is given as the week of the day.</summary>
    [HttpGet("sheet.pdf")]
    public async Task<IActionResult> Sheet(DiaryView? view, string? date, DiaryFilter filter, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var span = DiarySpan.Of(view == DiaryView.Day ? DiaryView.Day : DiaryView.Week, DiarySpan.Asked(date, property.Today(clock.GetCurrentInstant())));
        var sheet = await SheetAsync(span, filter, cancel);
        return File(DiaryPdf.Write(sheet with { Hotel = await db.WithLogoAsync(sheet.Hotel, cancel) }), "application/pdf", $"diary-{DiaryFilter.NameOf(span.View)}-{Show.Iso(span.First)}.pdf");
    }

    private async Task<DiarySheet> SheetAsync(DiarySpan span, DiaryFilter filter, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var content = await db.DiaryAsync(property, span, filter, detailed: true, cancel);
        var sellers = (await DiaryQueries.SellersAsync(db, cancel)).ToDictionary(seller => seller.Id, seller => seller.Name);
        return DiarySheets.Of(content, span, filter, property.Zone, HotelSheet.Of(property), sellers, Words.Here);
    }
}
