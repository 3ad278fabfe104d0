using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Records money that came in for a document; what is over goes to the company's oldest open ones, then stays as its credit. A booking that waited for it goes on.</summary>
public sealed class PaymentRecording(HotelDb db, BookingMoves moves, DeadlineDesk deadlines, IClock clock)
{
    public async Task RecordAsync(int invoiceId, LocalDate receivedOn, PaymentMethod method, string reference, decimal amount, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using (var turn = await db.BeginWriteAsync(cancel))
        {
            var invoice = await db.Invoices.AsNoTracking().SingleAsync(invoice => invoice.Id == invoiceId, cancel);
            var property = await DeskQueries.PropertyAsync(db, invoice.PropertyId, cancel);
            await db.LockInvoicingAsync(property.Code, cancel);
            if (receivedOn > property.Today(now)) throw new HouseRuleException("Money is recorded on the day on which it came in, not before.");
            var company = await db.Bookings.Where(booking => booking.Id == invoice.BookingId).Select(booking => booking.AccountId).SingleAsync(cancel); // the one that it is now: companies are merged
            var payment = new Payment(invoice.PropertyId, company, invoice.BookingId, receivedOn, method, reference, Money.Of(amount, invoice.Currency), now);
            var open = await OpenAsync(db, invoice.PropertyId, company, invoice.Currency, cancel);
            if (open.FirstOrDefault(document => document.InvoiceId == invoiceId) is { } named) payment.Allocate(named, payment.Left < named.Open ? payment.Left : named.Open);
            payment.AllocateOldestFirst(open.Where(document => document.InvoiceId != invoiceId));
            db.Payments.Add(payment);
            db.Note(actor, now, nameof(Invoice), invoiceId, "payment", to: $"{payment.Amount}", why: reference);
            await db.SaveChangesAsync(cancel);
            var settled = payment.Allocations.Select(allocation => allocation.InvoiceId).ToList();
            foreach (var id in await db.Invoices.Where(paid => settled.Contains(paid.Id)).Select(paid => paid.BookingId).Distinct().ToListAsync(cancel)) await deadlines.FollowAsync(id, cancel);
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync(cancel);
        }

        var bookingId = await db.Invoices.Where(invoice => invoice.Id == invoiceId).Select(invoice => invoice.BookingId).SingleAsync(cancel);
        await moves.SettleAsync(bookingId, actor, cancel);
    }

    /// <summary>The company's documents of one hotel that still ask for something.</summary>
    public static async Task<IReadOnlyList<OpenDocument>> OpenAsync(HotelDb db, int propertyId, int accountId, Currency currency, CancellationToken cancel) =>
        (await db.Invoices.Where(invoice => invoice.PropertyId == propertyId && db.Bookings.Any(booking => booking.Id == invoice.BookingId && booking.AccountId == accountId)).StillOpen(db, currency)
            .Select(found => new { found.Invoice.Id, found.Invoice.DueOn, found.Invoice.IssuedOn, found.Invoice.Kind, found.MinorUnits }).ToListAsync(cancel))
        .ConvertAll(found => new OpenDocument(found.Id, found.DueOn, found.IssuedOn, new Money(found.MinorUnits, currency), found.Kind is InvoiceKind.Deposit or InvoiceKind.DepositRequest));
}
