using HotelCorporate.Domain.Agreements;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>What companies have agreed with the hotel: rates, packages and terms for a period.</summary>
[Authorize(Policy = Policies.Events)]
[Route("agreements")]
public sealed class AgreementsController(HotelDb db, CurrentProperty hotel, IClock clock) : AgreementActions(db, clock)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(AgreementLabel? label, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(Clock.GetCurrentInstant());
        var all = await Db.Agreements.AsNoTracking().Join(Db.Accounts, agreement => agreement.AccountId, account => account.Id, (agreement, account) => new { agreement, account.TradeName })
            .OrderBy(row => row.TradeName).ThenByDescending(row => row.agreement.Id).ToListAsync(cancel);
        var rows = all.Where(row => row.agreement.Terms.PropertyIds.Contains(property.Id))
            .Select(row => new AgreementsPage.Row(row.agreement, row.TradeName, row.agreement.Label(today, property.ExpiringDays)))
            .Where(row => label is null || row.Label == label).ToList();
        return View(new AgreementsPage(rows, label));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, RateAsked asked, CancellationToken cancel)
    {
        ModelState.Clear();
        var page = await Reading.ReadAsync(id, asked, Me, cancel);
        return page is null ? NotFound() : View(page);
    }

    [HttpGet("{id:int}/contract.pdf")]
    public async Task<IActionResult> Pdf(int id, CancellationToken cancel) =>
        await Reading.ContractAsync(id, cancel) is { } sheet ? File(Documents.Pdf.ContractPdf.Write(sheet), "application/pdf", sheet.FileName + ".pdf") : NotFound();

    [HttpGet("{id:int}/contract.docx")]
    public async Task<IActionResult> Docx(int id, CancellationToken cancel) =>
        await Reading.ContractAsync(id, cancel) is { } sheet
            ? File(Documents.Word.ContractDocx.Write(sheet), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", sheet.FileName + ".docx")
            : NotFound();
}
