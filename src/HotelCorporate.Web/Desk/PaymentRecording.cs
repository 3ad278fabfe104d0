using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Records money that came in for a document; what is over goes to the company's oldest open ones, then stays as its credit. A booking that waited for it goes on.</summary>
public sealed class PaymentRecording(HotelDb db, BookingMoves moves, IClock clock)
{
    public async Task RecordAsync(int invoiceId, LocalDate receivedOn, PaymentMethod method, string reference, decimal amount, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using (var turn = await db.BeginWriteAsync(cancel))
        {
            var invoice = await db.Invoices.AsNoTracking().SingleAsync(invoice => invoice.Id == invoiceId, cancel);
            var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == invoice.PropertyId, cancel);
            await db.LockInvoicingAsync(property.Code, cancel);
            if (receivedOn > property.Today(now)) throw new HouseRuleException("Money is recorded on the day on which it came in, not before.");
            var payment = new Payment(invoice.PropertyId, invoice.AccountId, invoice.BookingId, receivedOn, method, reference, Money.Of(amount, invoice.Currency), now);
            var open = await OpenAsync(db, invoice.PropertyId, invoice.AccountId, invoice.Currency, cancel);
            if (open.FirstOrDefault(document => document.InvoiceId == invoiceId) is { } named) payment.Allocate(named, payment.Left < named.Open ? payment.Left : named.Open);
            payment.AllocateOldestFirst(open.Where(document => document.InvoiceId != invoiceId));
            db.Payments.Add(payment);
            db.Note(actor, now, nameof(Invoice), invoiceId, "payment", to: payment.Amount.ToString(), why: reference);
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync(cancel);
        }

        var bookingId = await db.Invoices.Where(invoice => invoice.Id == invoiceId).Select(invoice => invoice.BookingId).SingleAsync(cancel);
        await moves.SettleAsync(bookingId, actor, cancel);
    }

    /// <summary>The company's documents of one hotel that still ask for something. A request whose money the final invoice took over asks for nothing more.</summary>
    public static async Task<IReadOnlyList<OpenDocument>> OpenAsync(HotelDb db, int propertyId, int accountId, Currency currency, CancellationToken cancel)
    {
        var invoices = await db.Invoices.AsNoTracking().Where(invoice => invoice.PropertyId == propertyId && invoice.AccountId == accountId && invoice.CurrencyCode == currency.Code && invoice.Kind != InvoiceKind.CreditNote && invoice.Kind != InvoiceKind.ProForma).ToListAsync(cancel);
        var credited = await db.Invoices.Where(invoice => invoice.AccountId == accountId && invoice.CorrectsId != null).Select(invoice => invoice.CorrectsId!.Value).ToListAsync(cancel);
        var finals = invoices.Where(invoice => invoice.Kind == InvoiceKind.Final && !credited.Contains(invoice.Id)).Select(invoice => invoice.BookingId).ToHashSet();
        var ids = invoices.ConvertAll(invoice => invoice.Id);
        var settled = (await db.Set<Allocation>().AsNoTracking().Where(allocation => ids.Contains(allocation.InvoiceId)).ToListAsync(cancel)).ToLookup(allocation => allocation.InvoiceId);
        return
        [
            .. invoices.Where(invoice => invoice.Kind != InvoiceKind.DepositRequest || !finals.Contains(invoice.BookingId))
                .Select(invoice => new OpenDocument(invoice.Id, invoice.DueOn, invoice.IssuedOn, invoice.Due - settled[invoice.Id].Sum(currency, allocation => allocation.Amount),
                    invoice.Kind is InvoiceKind.Deposit or InvoiceKind.DepositRequest))
                .Where(document => document.Open.MinorUnits > 0),
        ];
    }
}
