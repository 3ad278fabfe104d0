using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>How a month filled, week by week, against the same month last year.</summary>
/// <param name="Days">Before the month begins, falling: <see cref="Pace.Weeks"/> and today.</param>
/// <param name="This">What stood on the books on each of those days; none for days to come.</param>
/// <param name="Before">The same of last year.</param>
public sealed record PacePage(ForecastFilter Filter, LocalDate Today, Currency Currency, IReadOnlyList<int> Days, IReadOnlyList<decimal?> This, IReadOnlyList<decimal?> Before)
{
    private static readonly int[] Rows = [364, 273, 182, 91, 63, 42, 28, 21, 14, 7, 0, -31];

    public LocalDate First => Filter.From();

    /// <summary>How far away the month is today.</summary>
    public int DaysNow => Period.DaysBetween(Today, First);

    /// <summary>The days of the table; the chart has all of them.</summary>
    public IEnumerable<int> Shown => Days.Where(days => Rows.Contains(days) || days == DaysNow);

    public Money? At(IReadOnlyList<decimal?> curve, int daysBefore) =>
        curve[Days.TakeWhile(days => days != daysBefore).Count()] is { } amount ? Money.Of(amount, Currency) : null;
}

/// <summary>Reads what moved on and off the books of a month.</summary>
public static class PaceReading
{
    public static async Task<PacePage> PageAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate today, CancellationToken cancel)
    {
        var first = filter.From();
        var now = Period.DaysBetween(today, first);
        IReadOnlyList<int> days = now < Pace.Weeks[0] && now > Pace.Weeks[^1] ? [.. Pace.Weeks.Append(now).Distinct().OrderDescending()] : Pace.Weeks;
        return new PacePage(filter, today, property.Currency, days, await CurveAsync(first), await CurveAsync(first.PlusYears(-1)));

        async Task<IReadOnlyList<decimal?>> CurveAsync(LocalDate month)
        {
            var curve = Pace.Curve(month, await MovesAsync(db, accounts, property, filter, month, today, cancel), days);
            return [.. days.Zip(curve).Select(point => month.PlusDays(-point.First) <= today ? point.Second : (decimal?)null)];
        }
    }

    private static async Task<List<PaceMove>> MovesAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate month, LocalDate today, CancellationToken cancel)
    {
        var (isOther, companies) = await ForecastBookings.CompaniesAsync(accounts, filter.Segment, today, cancel);
        var nets = db.Set<QuoteNet>().AsNoTracking().Where(net => net.Month == month && (filter.Revenue == null || net.RevenueClass == filter.Revenue));
        var accepted = ForecastQueries.Accepted(db, property.CurrencyCode, LocalDate.MaxIsoValue);
        var touched = nets.Join(accepted, net => EF.Property<int>(net, "QuoteId"), quote => quote.Id, (net, quote) => quote.BookingId).Distinct();
        var versions = await (
            from booking in db.Bookings.AsNoTracking()
            where touched.Contains(booking.Id) && booking.PropertyId == property.Id && booking.DefiniteAt != null
                && (filter.Source == null || db.Accounts.Any(account => account.Id == booking.AccountId && account.Source == filter.Source))
                && (filter.Segment == null || companies.Contains(booking.AccountId) != isOther)
            join quote in accepted on booking.Id equals quote.BookingId
            select new
            {
                booking.Id, booking.DefiniteAt, booking.Status, booking.EndedOn, quote.Revision, quote.Acceptance!.On,
                Net = nets.Where(net => EF.Property<int>(net, "QuoteId") == quote.Id).Sum(net => net.MinorUnits),
            }).ToListAsync(cancel);
        return
        [
            .. versions.GroupBy(version => version.Id).SelectMany(booking => Pace.Of(
                booking.First().DefiniteAt!.Value.InZone(property.Zone).Date,
                booking.Select(version => new ContractVersion(version.Revision, version.On, new Money(version.Net, property.Currency).Amount)),
                booking.First() is { Status: BookingStatus.Cancelled, EndedOn: { } gone } ? gone : null)),
        ];
    }
}
