using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>Reads a year's forecast: the database adds up by month, status, revenue class and company; a company's segment and source are known here.</summary>
public static class ForecastReading
{
    public static async Task<ForecastPage> PageAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate today, CancellationToken cancel)
    {
        var (year, sameDay) = (filter.Year!.Value, today.PlusYears(-1));
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year - 1, 1, 1));
        var segments = await accounts.SegmentsAsync(today, cancel);
        var sources = await db.Accounts.AsNoTracking().Where(account => account.Source != AccountSource.NotSaid).ToDictionaryAsync(account => account.Id, account => account.Source, cancel);
        var rows = await SumsAsync(ForecastQueries.Priced(db, property, last, first.PlusYears(1)), cancel);
        var then = await SumsAsync(ForecastQueries.OnTheBooks(db, property, last, first, sameDay), cancel);
        var plans = await db.RevenuePlans.AsNoTracking().Include(plan => plan.Cells).Where(plan => plan.PropertyId == property.Id && plan.Year == year).ToListAsync(cancel);
        var unpriced = await ForecastQueries.Unpriced(db, property, first, first.PlusYears(1))
            .GroupBy(booking => new { booking.FirstOn!.Value, booking.AccountId }).Select(group => new { group.Key.Value, group.Key.AccountId, Count = group.Count() }).ToListAsync(cancel);
        return new ForecastPage(
            filter, today, sameDay,
            Of(rows.FindAll(row => row.Month.Year == year)), Of(then), Of(rows.FindAll(row => row.Month.Year == year - 1)),
            new PlannedYear(property.Currency, plans),
            unpriced.Where(row => (filter.Segment is null || SegmentOf(row.AccountId) == filter.Segment) && (filter.Source is null || SourceOf(row.AccountId) == filter.Source)).GroupBy(row => row.Value.Month).ToDictionary(month => month.Key, month => month.Sum(row => row.Count)));

        Segment SegmentOf(int accountId) => segments.GetValueOrDefault(accountId, Segment.Potential);

        AccountSource SourceOf(int accountId) => sources.GetValueOrDefault(accountId, AccountSource.NotSaid);

        RevenueForecast Of(IEnumerable<Sum> sums) => new(property.Currency,
        [
            .. sums.GroupBy(sum => (sum.Month.Month, sum.Status, Segment: SegmentOf(sum.AccountId), Source: SourceOf(sum.AccountId), sum.RevenueClass))
                .Select(group => new ForecastPart(group.Key.Month, group.Key.Status, group.Key.Segment, group.Key.RevenueClass, group.Sum(sum => sum.MinorUnits), group.Key.Source)),
        ]);
    }

    private static Task<List<Sum>> SumsAsync(IQueryable<PricedNet> priced, CancellationToken cancel) =>
        priced.GroupBy(row => new { row.Month, row.AccountId, row.Status, row.RevenueClass })
            .Select(group => new Sum(group.Key.Month, group.Key.Status, group.Key.RevenueClass, group.Key.AccountId, group.Sum(row => row.MinorUnits))).ToListAsync(cancel);

    private sealed record Sum(LocalDate Month, BookingStatus Status, RevenueClass RevenueClass, int AccountId, long MinorUnits);
}
