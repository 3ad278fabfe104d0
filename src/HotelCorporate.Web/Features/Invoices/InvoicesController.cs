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
public sealed class InvoicesController(HotelDb db, InvoiceIssuing issuing, PaymentRecording payments, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int Shown = 200;
    /// <param name="open">"open" or "overdue"; all when empty.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(InvoiceKind? kind, string? open, CancellationToken cancel) => View(await ListAsync(kind, open, cancel));

    /// <summary>The list that is shown, as a workbook.</summary>
    [HttpGet("register.xlsx")]
    public async Task<IActionResult> Register(InvoiceKind? kind, string? open, CancellationToken cancel)
    {
        var (page, words) = (await ListAsync(kind, open, cancel), Words.Here);
        return Excel(
            RegisterWorkbook.Write([.. page.Rows.Select(row => new RegisterRow(
                row.Invoice.Number, words[InvoiceSheets.Kind(row.Invoice.Kind)], row.Invoice.IssuedOn, row.Invoice.DueOn, row.Account, row.Invoice.BookingReference,
                row.Invoice.Net, row.Invoice.Tax, row.Invoice.Gross, row.Invoice.Due, row.Open, row.Open.IsZero ? "" : words[Ageing.Name(row.Band(page.Today))]))], words),
            "register.xlsx");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel) => await PageAsync(id, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("{id:int}/pdf")]
    public async Task<IActionResult> Pdf(int id, CancellationToken cancel) =>
        await SheetAsync(id, cancel) is { } sheet ? File(InvoicePdf.Write(sheet with { Hotel = await db.WithLogoAsync(sheet.Hotel, cancel) }), "application/pdf", sheet.Number + ".pdf") : NotFound();

    [HttpGet("{id:int}/xlsx")]
    public async Task<IActionResult> Excel(int id, CancellationToken cancel) =>
        await SheetAsync(id, cancel) is { } sheet ? Excel(InvoiceWorkbook.Write(sheet), sheet.Number + ".xlsx") : NotFound();

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
            Refuse("", refusal);
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
                Refuse("", refusal);
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
            Refuse("", refusal);
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
        var wanted = db.Invoices.AsNoTracking().Where(invoice => invoice.PropertyId == property.Id && (kind == null || invoice.Kind == kind));
        List<InvoicesPage.Row> rows;
        if (open is "open" or "overdue")
        {
            var found = await wanted.Where(invoice => open == "open" || invoice.DueOn < today).StillOpen(db, property.Currency)
                .Join(db.Accounts, found => found.Invoice.AccountId, account => account.Id, (found, account) => new { found.Invoice, found.MinorUnits, account.TradeName })
                .OrderByDescending(row => row.Invoice.Id).ToListAsync(cancel);
            rows = found.ConvertAll(row => new InvoicesPage.Row(row.Invoice, row.TradeName, new Money(row.MinorUnits, property.Currency)));
        }
        else
        {
            var found = await wanted.Join(db.Accounts, invoice => invoice.AccountId, account => account.Id, (invoice, account) => new { invoice, account.TradeName })
                .OrderByDescending(row => row.invoice.Id).Take(Shown).ToListAsync(cancel);
            var ids = found.ConvertAll(row => row.invoice.Id);
            var asked = await wanted.Where(invoice => ids.Contains(invoice.Id)).StillOpen(db, property.Currency)
                .Select(document => new { document.Invoice.Id, document.MinorUnits })
                .ToDictionaryAsync(document => document.Id, document => new Money(document.MinorUnits, property.Currency), cancel);
            rows = found.ConvertAll(row => new InvoicesPage.Row(row.invoice, row.TradeName, asked.GetValueOrDefault(row.invoice.Id, Money.Zero(row.invoice.Currency))));
        }

        return new InvoicesPage(rows, kind, open, today);
    }

    private async Task<InvoicePage?> PageAsync(int id, CancellationToken cancel)
    {
        var invoice = await ReadAsync(id, cancel);
        if (invoice is null) return null;
        var settled = await SettledAsync(invoice, cancel);
        var credit = await db.Invoices.AsNoTracking().Where(other => other.CorrectsId == id).Select(other => new { other.Id, other.Number }).FirstOrDefaultAsync(cancel);
        var open = await db.Invoices.Where(document => document.Id == id).StillOpen(db, invoice.Currency).Select(found => (long?)found.MinorUnits).SingleOrDefaultAsync(cancel) is { } units ? new Money(units, invoice.Currency) : (Money?)null;
        var property = await DeskQueries.PropertyAsync(db, invoice.PropertyId, cancel);
        return new InvoicePage(invoice, settled, open ?? Money.Zero(invoice.Currency), credit?.Number, credit?.Id, property.Today(clock.GetCurrentInstant()));
    }

    private async Task<InvoiceSheet?> SheetAsync(int id, CancellationToken cancel)
    {
        var invoice = await ReadAsync(id, cancel);
        if (invoice is null) return null;
        var property = await DeskQueries.PropertyAsync(db, invoice.PropertyId, cancel);
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
