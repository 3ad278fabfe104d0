using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Documents.Pdf;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Invoices;

/// <summary>Deposits, invoices and credit notes: issued without gaps, paid, opened in Excel.</summary>
[Authorize(Policy = Policies.Events)]
[Route("invoices")]
public sealed class InvoicesController(HotelDb db, InvoiceIssuing issuing, PaymentRecording payments, DepositGuard deposits, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int Shown = 200;
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="open">"open" or "overdue"; all when empty.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(InvoiceKind? kind, string? open, CancellationToken cancel) => View(await ListAsync(kind, open, cancel));

    /// <summary>The list that is shown, as a workbook.</summary>
    [HttpGet("register.xlsx")]
    public async Task<IActionResult> Register(InvoiceKind? kind, string? open, CancellationToken cancel)
    {
        var page = await ListAsync(kind, open, cancel);
        return File(
            RegisterWorkbook.Write("Register", [.. page.Rows.Select(row => new RegisterRow(
                row.Invoice.Number, InvoiceSheets.Kind(row.Invoice.Kind), row.Invoice.IssuedOn, row.Invoice.DueOn, row.Account, row.Invoice.BookingReference,
                row.Invoice.Net, row.Invoice.Tax, row.Invoice.Gross, row.Invoice.Due, row.Open, row.Open.IsZero ? "" : Ageing.Name(row.Band(page.Today))))]),
            Workbook, "register.xlsx");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel) => await PageAsync(id, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("{id:int}/pdf")]
    public async Task<IActionResult> Pdf(int id, CancellationToken cancel) =>
        await SheetAsync(id, cancel) is { } sheet ? File(InvoicePdf.Write(sheet), "application/pdf", sheet.Number + ".pdf") : NotFound();

    [HttpGet("{id:int}/xlsx")]
    public async Task<IActionResult> Excel(int id, CancellationToken cancel) =>
        await SheetAsync(id, cancel) is { } sheet ? File(InvoiceWorkbook.Write(sheet), Workbook, sheet.Number + ".xlsx") : NotFound();

    [Authorize(Policy = Policies.Finance)]
    [OncePerForm]
    [HttpPost("{id:int}/payments")]
    public async Task<IActionResult> Pay(int id, LocalDate? receivedOn, PaymentMethod method, string? reference, decimal? amount, CancellationToken cancel)
    {
        if (!await db.Invoices.AnyAsync(invoice => invoice.Id == id, cancel)) return NotFound();
        if (receivedOn is null) ModelState.TryAddModelError(nameof(receivedOn), "Type the day on which the money came in.");
        if (amount is null or <= 0 or > 100_000_000) ModelState.TryAddModelError(nameof(amount), "Type the amount that came in, more than zero.");
        return await DoAsync(id, async () =>
        {
            await payments.RecordAsync(id, receivedOn!.Value, method, reference ?? "", amount!.Value, Me, cancel);
            Say("The payment is recorded.");
            return id;
        }, cancel);
    }

    [Authorize(Policy = Policies.Finance)]
    [OncePerForm]
    [HttpPost("{id:int}/credit")]
    public async Task<IActionResult> Credit(int id, string? reason, CancellationToken cancel) => await db.Invoices.AnyAsync(invoice => invoice.Id == id, cancel)
        ? await DoAsync(id, async () => (await issuing.CreditAsync(id, reason ?? "", Me, cancel)).Id, cancel)
        : NotFound();

    [Authorize(Policy = Policies.Finance)]
    [OncePerForm]
    [HttpPost("/bookings/{bookingId:int}/invoices/deposit")]
    public Task<IActionResult> Deposit(int bookingId, int position, CancellationToken cancel) => IssueAsync(bookingId, () => issuing.DepositAsync(bookingId, position, Me, cancel), cancel);

    /// <summary>A part of the deposit that need not be paid before the event.</summary>
    [Authorize(Policy = Policies.SalesManager)]
    [OncePerForm]
    [HttpPost("/bookings/{bookingId:int}/invoices/waive")]
    public async Task<IActionResult> Waive(int bookingId, int position, string? reason, [FromServices] BookingMoves moves, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(booking => booking.Id == bookingId, cancel);
        if (booking is null) return NotFound();
        var plan = await db.DepositPlans.Include(plan => plan.Parts).SingleOrDefaultAsync(plan => plan.BookingId == bookingId, cancel);
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == booking.PropertyId, cancel);
        var now = clock.GetCurrentInstant();
        if (plan is null) ModelState.AddModelError("", "There is no accepted contract yet, so no deposit is due.");
        else if ((await deposits.DuesAsync(plan, cancel)).Dues.FirstOrDefault(due => due.Position == position) is not { } due) ModelState.AddModelError("", "The contract has no such part of the deposit.");
        else Attempt(() => plan.Waive(due, reason ?? "", Me.Name, property.Today(now)));
        if (!ModelState.IsValid) return await FinalPageAsync(bookingId, StatusCodes.Status422UnprocessableEntity, cancel);
        db.Note(Me, now, nameof(Booking), bookingId, "waive deposit", why: reason);
        await db.SaveChangesAsync(cancel);
        await moves.SettleAsync(bookingId, Me, cancel);
        return LocalRedirect($"/bookings/{bookingId}");
    }

    /// <summary>What the final invoice would say now, before it is issued.</summary>
    [HttpGet("/bookings/{bookingId:int}/invoices/final")]
    public Task<IActionResult> Final(int bookingId, CancellationToken cancel) => FinalPageAsync(bookingId, StatusCodes.Status200OK, cancel);

    [Authorize(Policy = Policies.Finance)]
    [OncePerForm]
    [HttpPost("/bookings/{bookingId:int}/invoices/final")]
    public Task<IActionResult> IssueFinal(int bookingId, CancellationToken cancel) => IssueAsync(bookingId, () => issuing.FinalAsync(bookingId, Me, cancel), cancel);

    [Authorize(Policy = Policies.Finance)]
    [OncePerForm]
    [HttpPost("/bookings/{bookingId:int}/invoices/cancellation-fee")]
    public Task<IActionResult> CancellationFee(int bookingId, CancellationToken cancel) => IssueAsync(bookingId, () => issuing.CancellationFeeAsync(bookingId, Me, cancel), cancel);

    private async Task<IActionResult> IssueAsync(int bookingId, Func<Task<Invoice>> issue, CancellationToken cancel)
    {
        if (!await db.Bookings.AnyAsync(booking => booking.Id == bookingId, cancel)) return NotFound();
        try
        {
            return RedirectToAction(nameof(Details), new { id = (await issue()).Id });
        }
        catch (HouseRuleException refusal)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", refusal.Message);
            return await FinalPageAsync(bookingId, StatusCodes.Status422UnprocessableEntity, cancel);
        }
    }

    private async Task<IActionResult> DoAsync(int id, Func<Task<int>> act, CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            try
            {
                return RedirectToAction(nameof(Details), new { id = await act() });
            }
            catch (HouseRuleException refusal)
            {
                db.ChangeTracker.Clear();
                ModelState.AddModelError("", refusal.Message);
            }
        }

        return Refused((await PageAsync(id, cancel))!, nameof(Details));
    }

    private async Task<IActionResult> FinalPageAsync(int bookingId, int status, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(booking => booking.Id == bookingId, cancel);
        if (booking is null) return NotFound();
        InvoiceDraft? draft = null;
        try
        {
            draft = await issuing.PreviewAsync(bookingId, cancel);
        }
        catch (HouseRuleException refusal) when (ModelState.IsValid)
        {
            ModelState.AddModelError("", refusal.Message);
        }
        catch (HouseRuleException)
        {
            // The page already says what was refused.
        }

        Response.StatusCode = status;
        return View(nameof(Final), new FinalPage(booking, draft, draft is null ? null
            : DocumentSum.Of(draft.TaxMode, draft.Currency, [.. draft.Lines.Select(line => line.ToSum())], draft.Prepaid)));
    }

    private async Task<InvoicesPage> ListAsync(InvoiceKind? kind, string? open, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var found = await db.Invoices.AsNoTracking().Where(invoice => invoice.PropertyId == property.Id && (kind == null || invoice.Kind == kind))
            .Join(db.Accounts, invoice => invoice.AccountId, account => account.Id, (invoice, account) => new { invoice, account.TradeName })
            .OrderByDescending(row => row.invoice.Id).Take(open is null ? Shown : int.MaxValue).ToListAsync(cancel);
        var documents = new Dictionary<int, Money>();
        foreach (var account in found.Select(row => row.invoice.AccountId).Distinct())
            foreach (var document in await PaymentRecording.OpenAsync(db, property.Id, account, property.Currency, cancel)) documents[document.InvoiceId] = document.Open;
        var rows = found.ConvertAll(row => new InvoicesPage.Row(row.invoice, row.TradeName, documents.GetValueOrDefault(row.invoice.Id, Money.Zero(row.invoice.Currency))));
        return new InvoicesPage(
            open switch { "open" => rows.FindAll(row => !row.Open.IsZero), "overdue" => rows.FindAll(row => !row.Open.IsZero && row.Invoice.DueOn < today), _ => rows }, kind, open, today);
    }

    private async Task<InvoicePage?> PageAsync(int id, CancellationToken cancel)
    {
        var invoice = await ReadAsync(id, cancel);
        if (invoice is null) return null;
        var settled = await SettledAsync(invoice, cancel);
        var credit = await db.Invoices.AsNoTracking().Where(other => other.CorrectsId == id).Select(other => new { other.Id, other.Number }).FirstOrDefaultAsync(cancel);
        var open = (await PaymentRecording.OpenAsync(db, invoice.PropertyId, invoice.AccountId, invoice.Currency, cancel)).FirstOrDefault(document => document.InvoiceId == id)?.Open;
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == invoice.PropertyId, cancel);
        return new InvoicePage(invoice, settled, open ?? Money.Zero(invoice.Currency), credit?.Number, credit?.Id, property.Today(clock.GetCurrentInstant()));
    }

    private async Task<InvoiceSheet?> SheetAsync(int id, CancellationToken cancel)
    {
        var invoice = await ReadAsync(id, cancel);
        if (invoice is null) return null;
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == invoice.PropertyId, cancel);
        var requests = await db.Invoices.AsNoTracking().Where(other => other.BookingId == invoice.BookingId && other.Id != id
            && (other.Kind == InvoiceKind.DepositRequest || other.Kind == InvoiceKind.Deposit)).OrderBy(other => other.Id).ToListAsync(cancel);
        var rows = new List<DepositRow>();
        foreach (var request in invoice.Kind == InvoiceKind.Final ? requests : [])
            rows.Add(new DepositRow(request.Number, request.DueOn, request.Due, (await SettledAsync(request, cancel)).Sum(request.Currency, settled => settled.Amount)));
        return InvoiceSheets.Of(invoice, HotelSheet.Of(property),
            [.. (await SettledAsync(invoice, cancel)).Select(settled => new PaymentRow(settled.Payment.ReceivedOn, settled.Payment.Reference, settled.Amount))], rows);
    }

    private async Task<List<InvoicePage.Settled>> SettledAsync(Invoice invoice, CancellationToken cancel) =>
        (await db.Payments.AsNoTracking().Include(payment => payment.Allocations).Where(payment => payment.Allocations.Any(allocation => allocation.InvoiceId == invoice.Id)).OrderBy(payment => payment.Id).ToListAsync(cancel))
        .ConvertAll(payment => new InvoicePage.Settled(payment, payment.Allocations.Where(allocation => allocation.InvoiceId == invoice.Id).Sum(invoice.Currency, allocation => allocation.Amount)));

    private Task<Invoice?> ReadAsync(int id, CancellationToken cancel) =>
        db.Invoices.AsNoTracking().AsSplitQuery().Include(invoice => invoice.Lines).Include(invoice => invoice.Taxes).SingleOrDefaultAsync(invoice => invoice.Id == id, cancel);
}
