using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Reads what a company's score counts: its own contracts, documents and bookings, in every hotel of the chain.</summary>
public sealed class AccountScores(HotelDb db)
{
    /// <param name="percentile">Of its revenue among the companies, as <see cref="AccountYears.StandingAsync"/> tells it.</param>
    public async Task<AccountFigures> OfAsync(Account account, decimal? percentile, LocalDate today, CancellationToken cancel)
    {
        var since = today.PlusMonths(-12);
        var revenue = await RevenueAsync(account.Id, today.PlusMonths(-24), cancel);
        var now = revenue.FindAll(part => part.FirstOn >= since);
        var before = revenue.Where(part => part.FirstOn < since).Sum(part => part.MinorUnits);
        return new(
            percentile, ClassMargins.Of([.. now.Select(part => (part.Class, part.MinorUnits))]), await PaidOnTimeAsync(account.Id, today, cancel), await KeptAsync(account.Id, today.PlusMonths(-24), cancel),
            before > 0 ? decimal.Round((decimal)now.Sum(part => part.MinorUnits) / before, 4) : null, account.Judgement);
    }

    private IQueryable<Booking> Of(int accountId) => db.Bookings.IgnoreQueryFilters().AsNoTracking().Where(booking => booking.AccountId == accountId); // an account is the chain's

    private async Task<List<Revenue>> RevenueAsync(int accountId, LocalDate since, CancellationToken cancel) => await (
        from booking in Of(accountId)
        join quote in db.Quotes.AsNoTracking() on booking.Id equals quote.BookingId
        join net in db.Set<QuoteNet>().AsNoTracking() on quote.Id equals EF.Property<int>(net, "QuoteId")
        where (booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual || booking.Status == BookingStatus.Closed) && booking.FirstOn >= since && quote.Status == QuoteStatus.Accepted
            && !db.Quotes.Any(later => later.BookingId == booking.Id && later.Status == QuoteStatus.Accepted && later.Revision > quote.Revision)
        select new Revenue(booking.FirstOn!.Value, net.RevenueClass, net.MinorUnits)).ToListAsync(cancel);

    /// <summary>Of the documents that are settled or whose day is over: the part that was settled by its day.</summary>
    private async Task<decimal?> PaidOnTimeAsync(int accountId, LocalDate today, CancellationToken cancel)
    {
        var (since, own) = (today.PlusMonths(-24), Of(accountId));
        var documents = await db.Invoices.IgnoreQueryFilters().AsNoTracking()
            .Where(invoice => own.Any(booking => booking.Id == invoice.BookingId) && invoice.IssuedOn >= since && invoice.Due.MinorUnits > 0
                && invoice.Kind != InvoiceKind.CreditNote && invoice.Kind != InvoiceKind.ProForma && !db.Invoices.Any(credit => credit.CorrectsId == invoice.Id))
            .Select(invoice => new { invoice.Id, invoice.DueOn, invoice.Due.MinorUnits }).ToListAsync(cancel);
        if (documents.Count == 0) return null;
        var ids = documents.ConvertAll(document => document.Id);
        var paid = (await db.Payments.IgnoreQueryFilters().AsNoTracking().SelectMany(payment => payment.Allocations, (payment, part) => new { payment.ReceivedOn, part.InvoiceId, part.Amount.MinorUnits })
            .Where(part => ids.Contains(part.InvoiceId)).ToListAsync(cancel)).ToLookup(part => part.InvoiceId);
        var judged = documents.Where(document => document.DueOn < today || paid[document.Id].Sum(part => part.MinorUnits) >= document.MinorUnits).ToList();
        return judged.Count == 0 ? null : (decimal)judged.Count(document => paid[document.Id].Where(part => part.ReceivedOn <= document.DueOn).Sum(part => part.MinorUnits) >= document.MinorUnits) / judged.Count;
    }

    private async Task<decimal?> KeptAsync(int accountId, LocalDate since, CancellationToken cancel)
    {
        var counts = await Of(accountId).Where(booking => booking.FirstOn >= since).GroupBy(booking => booking.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var kept = counts.Where(count => count.Key is BookingStatus.Definite or BookingStatus.Actual or BookingStatus.Closed).Sum(count => count.Count);
        var cancelled = counts.Where(count => count.Key == BookingStatus.Cancelled).Sum(count => count.Count);
        return kept + cancelled == 0 ? null : (decimal)kept / (kept + cancelled);
    }

    private sealed record Revenue(LocalDate FirstOn, Domain.Amounts.RevenueClass Class, long MinorUnits);
}
