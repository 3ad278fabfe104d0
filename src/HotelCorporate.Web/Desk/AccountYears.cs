using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>What each company brought in the 12 months before a day, by the contracts that it signed.</summary>
public sealed class AccountYears(HotelDb db)
{
    private static readonly AccountYear Nothing = new(0, 0, 0, 0);

    /// <summary>The segment of each company, by rule or as a manager pinned it. Three statements, however many companies there are; none reads what is older than a year.</summary>
    public async Task<IReadOnlyDictionary<int, Segment>> SegmentsAsync(LocalDate today, CancellationToken cancel)
    {
        var segments = (await ReadAsync(db.Accounts, today, isExact: false, cancel)).Years.ToDictionary(account => account.Key, account => Segments.Of(account.Value).Segment);
        foreach (var pin in await db.Accounts.Where(account => account.PinnedSegment != null).Select(account => new { account.Id, Segment = account.PinnedSegment!.Value }).ToListAsync(cancel)) segments[pin.Id] = pin.Segment;
        return segments;
    }

    /// <summary>What a company brought, what it and all that belongs to it brought, and the part of the companies with revenue that brought no more than it; none when it brought none.</summary>
    public async Task<(AccountYear Own, AccountYear Group, decimal? Percentile)> StandingAsync(int accountId, IReadOnlyCollection<int> group, LocalDate today, CancellationToken cancel)
    {
        var (years, shares) = await ReadAsync(db.Accounts.Where(account => group.Contains(account.Id)), today, isExact: true, cancel);
        var own = years.GetValueOrDefault(accountId, Nothing);
        var together = years.Values.Aggregate(Nothing, (sum, year) => new(sum.RevenueShare + year.RevenueShare, sum.Bookings + year.Bookings, sum.RoomNights + year.RoomNights, sum.BookingsBefore + year.BookingsBefore));
        return (own, together, own.RevenueShare > 0 ? (decimal)shares.Count(share => share <= own.RevenueShare) / shares.Count : null);
    }

    public async Task<AccountYear> OfAsync(int accountId, LocalDate today, CancellationToken cancel) =>
        (await ReadAsync(db.Accounts.Where(account => account.Id == accountId), today, isExact: true, cancel)).Years.GetValueOrDefault(accountId, Nothing);

    /// <summary>The years of the wanted companies, and what part of its market each company with revenue brought.</summary>
    /// <param name="isExact">How many bookings were before is counted; otherwise it is 1 where there were any.</param>
    private async Task<(Dictionary<int, AccountYear> Years, IReadOnlyList<decimal> Shares)> ReadAsync(IQueryable<Account> wanted, LocalDate today, bool isExact, CancellationToken cancel)
    {
        var since = today.PlusMonths(-12);
        var booked = db.Bookings.Where(booking => booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual || booking.Status == BookingStatus.Closed);
        var counts = await wanted.IgnoreQueryFilters().AsNoTracking() // an account is the chain's
            .Select(account => new
            {
                account.Id,
                Year = booked.Count(booking => booking.AccountId == account.Id && booking.FirstOn >= since),
                Before = isExact ? booked.Count(booking => booking.AccountId == account.Id && booking.FirstOn < since) : booked.Any(booking => booking.AccountId == account.Id && booking.FirstOn < since) ? 1 : 0,
            }).ToListAsync(cancel);
        var brought = await db.BookingNets.IgnoreQueryFilters().AsNoTracking()
            .Where(net => net.FirstOn >= since && (net.Status == BookingStatus.Definite || net.Status == BookingStatus.Actual || net.Status == BookingStatus.Closed))
            .GroupBy(net => new { net.AccountId, net.CurrencyCode })
            .Select(group => new { group.Key.AccountId, group.Key.CurrencyCode, Net = group.Sum(net => net.MinorUnits), Nights = group.Sum(net => net.RoomNights) }).ToListAsync(cancel);
        // Each currency is a market of its own; the largest share counts.
        var markets = brought.GroupBy(own => own.CurrencyCode).ToDictionary(market => market.Key, market => Math.Max(1, market.Sum(own => own.Net)));
        var shares = brought.GroupBy(own => own.AccountId).ToDictionary(own => own.Key, own => (Share: own.Max(part => (decimal)part.Net / markets[part.CurrencyCode]), Nights: own.Sum(part => part.Nights)));
        return (counts.ToDictionary(count => count.Id, count =>
        {
            var (share, nights) = shares.GetValueOrDefault(count.Id);
            return new AccountYear(share, count.Year, nights, count.Before);
        }), [.. shares.Values.Select(own => own.Share).Where(share => share > 0)]);
    }
}
