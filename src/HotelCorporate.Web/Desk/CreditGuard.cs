using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>Whether a company stays within its credit limit when a booking goes definite: a guard of domain section 8.</summary>
public sealed class CreditGuard(HotelDb db)
{
    /// <summary>What is awaited, in whole words; null when nothing is. Exposure: open receivables and definite value not invoiced, less payments held.</summary>
    public async Task<string?> AwaitedAsync(Booking booking, CancellationToken cancel)
    {
        var limit = await db.Accounts.Where(account => account.Id == booking.AccountId).Select(account => account.CreditLimit).SingleAsync(cancel);
        if (limit is null || booking.CreditApprovedBy is not null) return null;
        var contracts = await db.Quotes.AsNoTracking()
            .Join(db.Bookings, quote => quote.BookingId, other => other.Id, (quote, other) => new { quote, other })
            .Where(row => row.quote.Status == QuoteStatus.Accepted && row.other.AccountId == booking.AccountId && row.other.PropertyId == booking.PropertyId
                && (row.other.Id == booking.Id || ((row.other.Status == BookingStatus.Definite || row.other.Status == BookingStatus.Actual)
                    && !db.Invoices.Any(invoice => invoice.BookingId == row.other.Id && invoice.Kind == InvoiceKind.Final))))
            .Select(row => row.quote).ToListAsync(cancel);
        if (contracts.Count == 0) return null;
        var currency = contracts[0].Currency;
        var ids = contracts.ConvertAll(contract => contract.BookingId);
        var receivable = (await PaymentRecording.OpenAsync(db, booking.PropertyId, booking.AccountId, currency, cancel)).Where(document => !document.IsDeposit).Sum(currency, document => document.Open);
        var held = (await db.Payments.AsNoTracking().Where(payment => ids.Contains(payment.BookingId)).ToListAsync(cancel)).Where(payment => payment.Amount.Currency == currency).Sum(currency, payment => payment.Amount);
        var exposure = receivable + contracts.Where(contract => contract.Currency == currency).Sum(currency, contract => contract.Gross) - held;
        var most = Money.Of(limit.Value, currency);
        return exposure > most ? $"a manager's approval: the company would owe {exposure}, its credit limit is {most}" : null;
    }
}
