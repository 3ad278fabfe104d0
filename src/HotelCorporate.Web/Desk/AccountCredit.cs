using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>What companies would owe, in every hotel of the chain: exposure by domain section 4.</summary>
public sealed class AccountCredit(HotelDb db)
{
    /// <summary>All of them together, in one currency.</summary>
    /// <param name="with">A booking that counts as if it were definite.</param>
    public async Task<CreditExposure> OfAsync(IReadOnlyCollection<int> accounts, Currency currency, CancellationToken cancel, int? with = null) =>
        (await EachAsync(accounts, currency, cancel, with)).Values.Aggregate(CreditExposure.Nothing(currency), (sum, one) => sum + one);

    /// <summary>Each of them, in one currency: the same statements for many companies as for one.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public async Task<IReadOnlyDictionary<int, CreditExposure>> EachAsync(IReadOnlyCollection<int> accounts, Currency currency, CancellationToken cancel, int? with = null)
    {
        var contracts = await ContractsAsync(accounts, currency, with, cancel);
        var running = await RunningAsync(contracts, cancel);
        var ids = contracts.ConvertAll(contract => contract.BookingId);
        var open = await db.Invoices.IgnoreQueryFilters().Where(invoice => invoice.Kind != InvoiceKind.Deposit && invoice.Kind != InvoiceKind.DepositRequest)
            .StillOpen(db, currency).Join(db.Bookings, found => found.Invoice.BookingId, booking => booking.Id, (found, booking) => new { booking.AccountId, found.MinorUnits }).Where(found => accounts.Contains(found.AccountId)).ToListAsync(cancel);
        var held = await db.Payments.IgnoreQueryFilters().AsNoTracking().Where(payment => ids.Contains(payment.BookingId) && payment.Amount.Currency == currency).Select(payment => new { payment.BookingId, payment.Amount.MinorUnits }).ToListAsync(cancel);
        return accounts.Distinct().ToDictionary(account => account, account =>
        {
            var own = contracts.FindAll(contract => contract.AccountId == account);
            return new CreditExposure(
                new Money(open.Where(found => found.AccountId == account).Sum(found => found.MinorUnits), currency),
                own.Where(IsActual).Sum(currency, contract => running.GetValueOrDefault(contract.QuoteId, contract.Gross)), own.Where(contract => !IsActual(contract)).Sum(currency, contract => contract.Gross),
                new Money(held.Where(payment => own.Exists(contract => contract.BookingId == payment.BookingId)).Sum(payment => payment.MinorUnits), currency));
        });
    }

    /// <summary>Which currencies these companies have bookings in: each is a sum of its own.</summary>
    public async Task<IReadOnlyList<Currency>> CurrenciesAsync(IReadOnlyCollection<int> accounts, CancellationToken cancel) =>
        (await db.Bookings.IgnoreQueryFilters().Where(booking => accounts.Contains(booking.AccountId)).Join(db.Properties, booking => booking.PropertyId, property => property.Id, (_, property) => property.CurrencyCode).Distinct().OrderBy(code => code).ToListAsync(cancel))
        .ConvertAll(Currency.Of);

    private static bool IsActual(Contract contract) => contract.Status == BookingStatus.Actual;

    /// <summary>The last accepted version of each definite or running booking that has no final invoice.</summary>
    private async Task<List<Contract>> ContractsAsync(IReadOnlyCollection<int> accounts, Currency currency, int? with, CancellationToken cancel)
    {
        var accepted = await (
            from booking in db.Bookings.IgnoreQueryFilters().AsNoTracking()
            join quote in db.Quotes.AsNoTracking() on booking.Id equals quote.BookingId
            where accounts.Contains(booking.AccountId) && quote.Status == QuoteStatus.Accepted && quote.CurrencyCode == currency.Code
                && (booking.Id == with || ((booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual)
                    && !db.Invoices.Any(invoice => invoice.BookingId == booking.Id && invoice.Kind == InvoiceKind.Final)))
            select new { booking.AccountId, quote.BookingId, QuoteId = quote.Id, quote.Revision, booking.Status, quote.Gross }).ToListAsync(cancel);
        return [.. accepted.GroupBy(row => row.BookingId).Select(versions => versions.MaxBy(row => row.Revision)!).Select(row => new Contract(row.AccountId, row.BookingId, row.QuoteId, row.Status, row.Gross))];
    }

    /// <summary>What events that run come to by who is charged: the guarantee, or those who came if they are more.</summary>
    private async Task<Dictionary<int, Money>> RunningAsync(List<Contract> contracts, CancellationToken cancel)
    {
        var quotes = contracts.Where(IsActual).Select(contract => contract.QuoteId).ToList();
        if (quotes.Count == 0) return [];
        var bookings = contracts.Where(IsActual).Select(contract => contract.BookingId).ToList();
        var people = (await db.Functions.IgnoreQueryFilters().AsNoTracking().Where(function => bookings.Contains(function.BookingId)).ToListAsync(cancel)).ToDictionary(function => function.Id, function => function.IsCancelled ? 0 : function.Charged);
        return (await db.Quotes.AsNoTracking().Include(quote => quote.Lines).Where(quote => quotes.Contains(quote.Id)).ToListAsync(cancel)).ToDictionary(quote => quote.Id, quote => quote.GrossWith(people));
    }

    private sealed record Contract(int AccountId, int BookingId, int QuoteId, BookingStatus Status, Money Gross);
}
