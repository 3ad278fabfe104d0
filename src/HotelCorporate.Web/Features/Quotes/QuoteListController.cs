using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>All offers of the house: what is out, what was looked at, what ends soon; and what the nightly audit found.</summary>
[Authorize(Policy = Policies.Events)]
[Route("quotes")]
public sealed class QuoteListController(HotelDb db, CurrentProperty hotel, QuoteAudit audit, IClock clock) : HotelController
{
    private const string ListView = "~/Features/Quotes/Index.cshtml";
    private const string AuditView = "~/Features/Quotes/Audit.cshtml";
    private const int PageSize = 50;
    private const int MostRows = 5_000;

    [HttpGet("")]
    public async Task<IActionResult> Index(QuoteStatus? status, bool mine, bool unopened, int? page, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var all = Rows(property.Id, status, mine, unopened);
        var at = Math.Clamp(page ?? 1, 1, 10_000);
        var rows = await all.Skip((at - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return View(ListView, new QuoteListPage(property, rows, await all.CountAsync(cancel), at, PageSize, status, mine, unopened, property.Today(clock.GetCurrentInstant())));
    }

    [HttpGet("xlsx")]
    public async Task<IActionResult> Xlsx(QuoteStatus? status, bool mine, bool unopened, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var rows = await Rows(property.Id, status, mine, unopened).Take(MostRows).ToListAsync(cancel);
        var words = Words.Here;
        return Excel(TableWorkbook.Write([new TableSheet(words["Quotes"],
            [words["Number"], words["Version"], words["Event"], words["Company"], words["Status"], words["Valid until"], words["Total with tax"]],
            [.. rows.Select(row => (IReadOnlyList<object?>)[row.Number, row.Revision, row.Name, row.Company, words[row.Status.ToString()], row.ValidUntil, row.Gross])])], words["Quotes"]), "quotes.xlsx");
    }

    /// <summary>What open offers and contracts would cost otherwise today.</summary>
    [HttpGet("audit")]
    public async Task<IActionResult> Audit(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var rows = await (
            from finding in db.QuoteFindings.AsNoTracking()
            join quote in db.Quotes.AsNoTracking() on finding.QuoteId equals quote.Id
            join booking in db.Bookings.AsNoTracking() on quote.BookingId equals booking.Id
            where finding.PropertyId == property.Id
            orderby quote.Id descending, finding.Id
            select new QuoteAuditPage.Row(quote.Id, booking.Id, quote.Number, quote.Revision, booking.Name, quote.Status, finding)).Take(MostRows).ToListAsync(cancel);
        return View(AuditView, new QuoteAuditPage(rows, await db.QuoteAuditRounds.AsNoTracking().SingleOrDefaultAsync(round => round.PropertyId == property.Id, cancel)));
    }

    /// <summary>Does it now, beside the nightly one.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("audit")]
    public async Task<IActionResult> AuditNow(CancellationToken cancel)
    {
        var audited = await audit.RunAsync(await hotel.GetAsync(cancel), Me, cancel);
        Say($"{audited} offers and contracts were priced anew.");
        return RedirectToAction(nameof(Audit));
    }

    /// <summary>Main offers of the latest kind first: what ends soonest while it is out, otherwise the newest.</summary>
    private IQueryable<QuoteListPage.Row> Rows(int propertyId, QuoteStatus? status, bool mine, bool unopened) =>
        from quote in db.Quotes.AsNoTracking()
        join booking in db.Bookings.AsNoTracking() on quote.BookingId equals booking.Id
        join account in db.Accounts.AsNoTracking() on booking.AccountId equals account.Id
        where booking.PropertyId == propertyId && quote.Alternative == 1 && (status == null || quote.Status == status) && (!mine || booking.OwnerId == Me.UserId) && (!unopened || (quote.Status == QuoteStatus.Sent && quote.OpenedAt == null))
        orderby quote.Status == QuoteStatus.Sent ? 0 : quote.Status == QuoteStatus.Draft ? 1 : 2, quote.Id descending
        select new QuoteListPage.Row(quote.Id, booking.Id, quote.Number, quote.Revision, booking.Name, account.TradeName, quote.Status, quote.ValidUntil, quote.LastOpenedAt, quote.Gross);
}
