using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What each company brought in the 12 months before a day, by the contracts that it signed.</summary>
public sealed class AccountYears(HotelDb db)
{
    private static readonly AccountYear Nothing = new(0, 0, 0, 0);

    /// <summary>The segment of each company that ever booked, or whose segment a manager pinned; the others are <see cref="Segment.Potential"/>. Four statements, however many companies there are.</summary>
    public async Task<IReadOnlyDictionary<int, Segment>> SegmentsAsync(LocalDate today, CancellationToken cancel)
    {
        var segments = (await AllAsync(today, cancel)).ToDictionary(account => account.Key, account => Segments.Of(account.Value).Segment);
        foreach (var pin in await db.Accounts.Where(account => account.PinnedSegment != null).Select(account => new { account.Id, Segment = account.PinnedSegment!.Value }).ToListAsync(cancel)) segments[pin.Id] = pin.Segment;
        return segments;
    }

    /// <summary>What a company brought, what it and all that belongs to it brought, and the part of the companies with revenue that brought no more than it; none when it brought none.</summary>
    public async Task<(AccountYear Own, AccountYear Group, decimal? Percentile)> StandingAsync(int accountId, IReadOnlyCollection<int> group, LocalDate today, CancellationToken cancel)
    {
        var all = await AllAsync(today, cancel);
        var own = all.GetValueOrDefault(accountId, Nothing);
        var shares = all.Values.Select(year => year.RevenueShare).Where(share => share > 0).ToList();
        var together = group.Select(id => all.GetValueOrDefault(id, Nothing)).Aggregate(Nothing, (sum, year) => new(sum.RevenueShare + year.RevenueShare, sum.Bookings + year.Bookings, sum.RoomNights + year.RoomNights, sum.BookingsBefore + year.BookingsBefore));
        return (own, together, own.RevenueShare > 0 ? (decimal)shares.Count(share => share <= own.RevenueShare) / shares.Count : null);
    }

    public async Task<AccountYear> OfAsync(int accountId, LocalDate today, CancellationToken cancel) =>
        (await AllAsync(today, cancel)).GetValueOrDefault(accountId, Nothing);

    private async Task<Dictionary<int, AccountYear>> AllAsync(LocalDate today, CancellationToken cancel)
    {
        var since = today.PlusMonths(-12);
        var counts = await Booked().GroupBy(booking => booking.AccountId)
            .Select(group => new { AccountId = group.Key, Year = group.Count(booking => booking.FirstOn >= since), Before = group.Count(booking => booking.FirstOn < since) }).ToListAsync(cancel);
        var contracts =
            from booking in Booked()
            join quote in db.Quotes.AsNoTracking() on booking.Id equals quote.BookingId // a second "from" becomes a CROSS JOIN, whose order SQLite keeps: every contract for every booking
            where booking.FirstOn >= since && quote.Status == QuoteStatus.Accepted
                && !db.Quotes.Any(later => later.BookingId == booking.Id && later.Status == QuoteStatus.Accepted && later.Revision > quote.Revision)
            select new { booking.AccountId, QuoteId = quote.Id, quote.CurrencyCode, quote.Net.MinorUnits };
        var nets = await contracts.GroupBy(contract => new { contract.AccountId, contract.CurrencyCode })
            .Select(group => new { group.Key.AccountId, group.Key.CurrencyCode, Net = group.Sum(contract => contract.MinorUnits) }).ToListAsync(cancel);
        var nights = (await (
            from line in db.Set<QuoteLine>().AsNoTracking()
            where line.RoomTypeId > 0
            join contract in contracts on EF.Property<int>(line, "QuoteId") equals contract.QuoteId
            select new { contract.AccountId, line.Quantity }).ToListAsync(cancel)).GroupBy(line => line.AccountId).ToDictionary(lines => lines.Key, lines => (int)lines.Sum(line => line.Quantity));
        // Each currency is a market of its own; the largest share counts.
        var markets = nets.GroupBy(net => net.CurrencyCode).ToDictionary(market => market.Key, market => Math.Max(1, market.Sum(net => net.Net)));
        var shares = nets.GroupBy(net => net.AccountId).ToDictionary(own => own.Key, own => own.Max(net => (decimal)net.Net / markets[net.CurrencyCode]));
        return counts.ToDictionary(count => count.AccountId, count => new AccountYear(shares.GetValueOrDefault(count.AccountId), count.Year, nights.GetValueOrDefault(count.AccountId), count.Before));
    }

    private IQueryable<Booking> Booked() => db.Bookings.IgnoreQueryFilters().AsNoTracking() // an account is the chain's
        .Where(booking => booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual || booking.Status == BookingStatus.Closed);
}
