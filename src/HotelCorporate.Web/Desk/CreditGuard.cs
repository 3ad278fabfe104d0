using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>What a company would owe, and the most that it may.</summary>
/// <param name="Approved">What a manager let it owe for this booking, in minor units; none when nobody did.</param>
public sealed record OverCredit(Money Exposure, Money Limit, long? Approved)
{
    /// <summary>What is awaited. What the company owes, and how far it is trusted, is for the house alone.</summary>
    public Awaited Awaited => new(
        AwaitedKind.Credit,
        Approved is { } units
            ? (Sentence)$"a manager's approval: the company would owe {Exposure}, its credit limit is {Limit}, {new Money(units, Limit.Currency)} was approved"
            : (Sentence)$"a manager's approval: the company would owe {Exposure}, its credit limit is {Limit}",
        "our approval of the terms of payment");
}

/// <summary>Whether a company stays within its credit limit when a booking goes definite: a guard of domain section 8.</summary>
public sealed class CreditGuard(HotelDb db)
{
    /// <summary>Null when the company stays within its limit, or within what a manager approved. Exposure: open receivables and definite value not invoiced, less payments held.</summary>
    public async Task<OverCredit?> OverAsync(Booking booking, CancellationToken cancel)
    {
        var limit = await db.Accounts.Where(account => account.Id == booking.AccountId).Select(account => account.CreditLimit).SingleAsync(cancel);
        if (limit is null) return null;
        var contracts = await ContractsAsync(booking, cancel);
        if (contracts.Count == 0) return null;
        var currency = contracts[0].Currency;
        var ids = contracts.ConvertAll(contract => contract.BookingId);
        var receivable = (await PaymentRecording.OpenAsync(db, booking.PropertyId, booking.AccountId, currency, cancel)).Where(document => !document.IsDeposit).Sum(currency, document => document.Open);
        var held = (await db.Payments.AsNoTracking().Where(payment => ids.Contains(payment.BookingId)).ToListAsync(cancel)).Where(payment => payment.Amount.Currency == currency).Sum(currency, payment => payment.Amount);
        var exposure = receivable + contracts.Where(contract => contract.Currency == currency).Sum(currency, contract => contract.Gross) - held;
        var most = Money.Of(limit.Value, currency);
        return exposure > most && !booking.IsCreditApproved(exposure) ? new OverCredit(exposure, most, booking.CreditApprovedUpTo) : null;
    }

    /// <summary>The last accepted version of this booking and of each definite one of the company in the hotel that has no final invoice.</summary>
    private async Task<List<Quote>> ContractsAsync(Booking booking, CancellationToken cancel)
    {
        var accepted = await db.Quotes.AsNoTracking()
            .Join(db.Bookings, quote => quote.BookingId, other => other.Id, (quote, other) => new { quote, other })
            .Where(row => row.quote.Status == QuoteStatus.Accepted && row.other.AccountId == booking.AccountId && row.other.PropertyId == booking.PropertyId
                && (row.other.Id == booking.Id || ((row.other.Status == BookingStatus.Definite || row.other.Status == BookingStatus.Actual)
                    && !db.Invoices.Any(invoice => invoice.BookingId == row.other.Id && invoice.Kind == InvoiceKind.Final))))
            .Select(row => row.quote).ToListAsync(cancel);
        return [.. accepted.GroupBy(quote => quote.BookingId).Select(versions => versions.MaxBy(version => version.Revision)!)];
    }
}
