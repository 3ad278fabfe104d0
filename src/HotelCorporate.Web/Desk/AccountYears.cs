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

    /// <summary>The segment of each company: by rule, or as a manager pinned it. Three statements, however many companies there are; none reads what is older than a year.</summary>
    public async Task<IReadOnlyDictionary<int, Segment>> SegmentsAsync(LocalDate today, CancellationToken cancel)
    {
        var segments = (await YearsAsync(db.Accounts, await BroughtAsync(today, cancel), today, isExact: false, cancel)).ToDictionary(account => account.Key, account => Segments.Of(account.Value).Segment);
        foreach (var pin in await db.Accounts.Where(account => account.PinnedSegment != null).Select(account => new { account.Id, Segment = account.PinnedSegment!.Value }).ToListAsync(cancel)) segments[pin.Id] = pin.Segment;
        return segments;
    }

    /// <summary>What a company brought, what it and all that belongs to it brought, and the part of the companies with revenue that brought no more than it; none when it brought none.</summary>
    public async Task<(AccountYear Own, AccountYear Group, decimal? Percentile)> StandingAsync(int accountId, IReadOnlyCollection<int> group, LocalDate today, CancellationToken cancel)
    {
        var brought = await BroughtAsync(today, cancel);
        var years = await YearsAsync(db.Accounts.Where(account => account.Id == accountId || group.Contains(account.Id)), brought, today, isExact: true, cancel);
        var own = years.GetValueOrDefault(accountId, Nothing);
        var shares = brought.Values.Select(part => part.Share).Where(share => share > 0).ToList();
        var together = group.Select(id => years.GetValueOrDefault(id, Nothing)).Aggregate(Nothing, (sum, year) => new(sum.RevenueShare + year.RevenueShare, sum.Bookings + year.Bookings, sum.RoomNights + year.RoomNights, sum.BookingsBefore + year.BookingsBefore));
        return (own, together, own.RevenueShare > 0 ? (decimal)shares.Count(share => share <= own.RevenueShare) / shares.Count : null);
    }

    public async Task<AccountYear> OfAsync(int accountId, LocalDate today, CancellationToken cancel) =>
        (await YearsAsync(db.Accounts.Where(account => account.Id == accountId), await BroughtAsync(today, cancel), today, isExact: true, cancel)).GetValueOrDefault(accountId, Nothing);

    /// <summary>The share of the corporate revenue of twelve months, and the room nights, of each company that brought any.</summary>
    private async Task<Dictionary<int, (decimal Share, int Nights)>> BroughtAsync(LocalDate today, CancellationToken cancel)
    {
        var since = today.PlusMonths(-12);
        var brought = await db.BookingNets.IgnoreQueryFilters().AsNoTracking() // an account is the chain's
            .Where(net => net.FirstOn >= since && (net.Status == BookingStatus.Definite || net.Status == BookingStatus.Actual || net.Status == BookingStatus.Closed))
            .GroupBy(net => new { net.AccountId, net.CurrencyCode })
            .Select(group => new { group.Key.AccountId, group.Key.CurrencyCode, Net = group.Sum(net => net.MinorUnits), Nights = group.Sum(net => net.RoomNights) }).ToListAsync(cancel);
        // Each currency is a market of its own; the largest share counts.
        var markets = brought.GroupBy(own => own.CurrencyCode).ToDictionary(market => market.Key, market => Math.Max(1, market.Sum(own => own.Net)));
        return brought.GroupBy(own => own.AccountId).ToDictionary(own => own.Key, own => (own.Max(part => (decimal)part.Net / markets[part.CurrencyCode]), own.Sum(part => part.Nights)));
    }

    /// <param name="isExact">How many bookings were before is counted; otherwise it is 1 where there were any.</param>
    private async Task<Dictionary<int, AccountYear>> YearsAsync(IQueryable<Account> wanted, Dictionary<int, (decimal Share, int Nights)> brought, LocalDate today, bool isExact, CancellationToken cancel)
    {
        var since = today.PlusMonths(-12);
        var booked = db.Bookings.Where(booking => booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual || booking.Status == BookingStatus.Closed);
        var counts = await wanted.IgnoreQueryFilters().AsNoTracking()
            .Select(account => new
            {
                account.Id,
                Year = booked.Count(booking => booking.AccountId == account.Id && booking.FirstOn >= since),
                Before = isExact ? booked.Count(booking => booking.AccountId == account.Id && booking.FirstOn < since) : booked.Any(booking => booking.AccountId == account.Id && booking.FirstOn < since) ? 1 : 0,
            }).ToListAsync(cancel);
        return counts.ToDictionary(count => count.Id, count =>
        {
            var (share, nights) = brought.GetValueOrDefault(count.Id);
            return new AccountYear(share, count.Year, nights, count.Before);
        });
    }
}
