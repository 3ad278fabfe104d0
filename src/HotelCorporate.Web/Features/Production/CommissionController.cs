using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Documents.Pdf;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Production;

/// <summary>An agency's commission statement.</summary>
public sealed record CommissionPage(Account Agency, CommissionSheet Sheet)
{
    public string Period => $"from={Show.Iso(Sheet.From)}&to={Show.Iso(Sheet.To)}";
}

/// <summary>What an agency earned in a period: as a page, on paper and in Excel.</summary>
[Authorize(Policy = Policies.Forecast)]
[Route("production/{id:int}/commission")]
public sealed class CommissionController(HotelDb db, Commissions commissions, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int MostYears = 5;

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, LocalDate? from, LocalDate? to, CancellationToken cancel) =>
        await ReadAsync(id, from, to, cancel) is not { } page ? NotFound() : ModelState.IsValid ? View("/Features/Production/Commission.cshtml", page) : Refused(page, "/Features/Production/Commission.cshtml");

    [HttpGet("xlsx")]
    public async Task<IActionResult> Workbook(int id, LocalDate? from, LocalDate? to, CancellationToken cancel)
    {
        if (await ReadAsync(id, from, to, cancel) is not { } page) return NotFound();
        var (sheet, words) = (page.Sheet, Words.Here);
        var table = new TableSheet(
            words["Commission"], [words["Day"], words["What"], words["For"], words["Room nights"], words["Revenue"], "%", words["Commission"]],
            [.. sheet.Lines.Select(line => (IReadOnlyList<object?>)[line.On, line.What, words[line.Source.ToString()], line.Nights > 0 ? line.Nights : null, line.Base, words.Percent(line.Fraction), line.Earned])], IsSummed: true);
        return Excel(TableWorkbook.Write([table], $"{words["Commission"]}, {sheet.Agency}"), $"commission-{Show.Iso(sheet.From)}.xlsx");
    }

    [HttpGet("pdf")]
    public async Task<IActionResult> Pdf(int id, LocalDate? from, LocalDate? to, CancellationToken cancel) => await ReadAsync(id, from, to, cancel) is { } page
        ? File(CommissionPdf.Write(page.Sheet with { Hotel = await db.WithLogoAsync(page.Sheet.Hotel, cancel) }), "application/pdf", $"commission-{Show.Iso(page.Sheet.From)}.pdf")
        : NotFound();

    /// <summary>The month before this one, unless days are asked for.</summary>
    private async Task<CommissionPage?> ReadAsync(int id, LocalDate? from, LocalDate? to, CancellationToken cancel)
    {
        if (await DeskQueries.AccountAsync(db, id, cancel) is not { } agency) return null;
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var before = today.ToYearMonth().PlusMonths(-1).ToDateInterval();
        var (first, last) = (from ?? before.Start, to ?? (from is { } month ? LocalDate.Max(month, today) : before.End));
        if (last < first || first.PlusYears(MostYears) < last)
        {
            ModelState.AddModelError("to", "A statement is for one day at least and for five years at most. Give other days.");
            (first, last) = (before.Start, before.End);
        }

        return new CommissionPage(agency, await commissions.ReadAsync(agency, property, first, last, cancel));
    }
}
