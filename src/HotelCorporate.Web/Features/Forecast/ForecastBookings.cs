using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>The bookings behind a figure: they add up to it.</summary>
/// <param name="Count">All of them, not those of this page.</param>
/// <param name="Total">Of all of them.</param>
public sealed record ForecastBookingsPage(ForecastFilter Filter, IReadOnlyList<ForecastBookingsPage.Row> Rows, int Count, Money Total)
{
    public const int PageSize = 50;

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public sealed record Row
    {
        public required int Id { get; init; }

        public required string Reference { get; init; }

        public required string Name { get; init; }

        public required string Account { get; init; }

        public required BookingStatus Status { get; init; }

        public required LocalDate? FirstOn { get; init; }

        /// <summary>Of the months and the revenue class that are looked at, in minor units.</summary>
        public required long Net { get; init; }
    }
}

/// <summary>Reads them by the same filter as the forecast.</summary>
public static class ForecastBookings
{
    public static async Task<ForecastBookingsPage> ReadAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate today, CancellationToken cancel)
    {
        var rows = await RowsAsync(db, accounts, property, filter, today, cancel);
        var page = await rows.OrderBy(row => row.FirstOn).ThenBy(row => row.Id).Skip((filter.Page!.Value - 1) * ForecastBookingsPage.PageSize).Take(ForecastBookingsPage.PageSize).ToListAsync(cancel);
        return new ForecastBookingsPage(filter, page, await rows.CountAsync(cancel), new Money(await rows.SumAsync(row => row.Net, cancel), property.Currency));
    }

    private static async Task<IQueryable<ForecastBookingsPage.Row>> RowsAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate today, CancellationToken cancel)
    {
        var (isOther, companies) = await CompaniesAsync(accounts, filter.Segment, today, cancel);
        var accountsOf = db.Accounts.AsNoTracking().Where(account => (filter.Source == null || account.Source == filter.Source) && (filter.Segment == null || companies.Contains(account.Id) != isOther));
        if (filter.Unpriced)
        {
            return ForecastQueries.Unpriced(db, property, filter.From(), filter.End()).Join(accountsOf, booking => booking.AccountId, account => account.Id, (booking, account) =>
                new ForecastBookingsPage.Row { Id = booking.Id, Reference = booking.Reference, Name = booking.Name, Account = account.TradeName, Status = booking.Status, FirstOn = booking.FirstOn, Net = 0 });
        }

        var priced = filter.On is { } day ? ForecastQueries.OnTheBooks(db, property, filter.From(), filter.End(), day) : ForecastQueries.Priced(db, property, filter.From(), filter.End());
        if (filter is { Status: { } status, On: null }) priced = priced.Where(row => row.Status == status);
        if (filter is { Booked: true, On: null }) priced = priced.Where(row => row.Status == BookingStatus.Definite || row.Status == BookingStatus.Actual || row.Status == BookingStatus.Closed);
        if (filter.Revenue is { } revenue) priced = priced.Where(row => row.RevenueClass == revenue);
        return
            from row in priced
            join account in accountsOf on row.AccountId equals account.Id
            join booking in db.Bookings.AsNoTracking() on row.BookingId equals booking.Id
            group row.MinorUnits by new { booking.Id, booking.Reference, booking.Name, account.TradeName, booking.Status, booking.FirstOn } into net
            select new ForecastBookingsPage.Row
            {
                Id = net.Key.Id, Reference = net.Key.Reference, Name = net.Key.Name, Account = net.Key.TradeName, Status = net.Key.Status, FirstOn = net.Key.FirstOn, Net = net.Sum(),
            };
    }

    /// <summary>The companies of a segment; of the one that a company has without a booking, those of all others, turned round.</summary>
    internal static async Task<(bool IsOther, List<int> Ids)> CompaniesAsync(AccountYears accounts, Segment? segment, LocalDate today, CancellationToken cancel)
    {
        if (segment is null) return (false, []);
        var known = await accounts.SegmentsAsync(today, cancel);
        return segment == Segment.Potential
            ? (true, [.. known.Where(account => account.Value != Segment.Potential).Select(account => account.Key)])
            : (false, [.. known.Where(account => account.Value == segment).Select(account => account.Key)]);
    }
}
