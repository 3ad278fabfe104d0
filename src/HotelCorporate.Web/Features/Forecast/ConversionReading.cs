using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>What became of the inquiries of a year, month by month, of each seller's, segment's and source's, and how long it took.</summary>
/// <param name="Sellers">The busiest first; id 0 and no name for those without one.</param>
public sealed record ConversionPage(
    ForecastFilter Filter, Funnel All, IReadOnlyList<(int Month, Funnel Funnel)> Months, IReadOnlyList<(int Id, string Seller, Funnel Funnel)> Sellers,
    IReadOnlyList<(Segment Segment, Funnel Funnel)> Segments, IReadOnlyList<(AccountSource Source, Funnel Funnel)> Sources, LeadTimes ToDefinite, LeadTimes ToEvent);

/// <summary>What was not won in a year, by reason and by the house that was chosen instead.</summary>
/// <param name="Reasons">The largest first.</param>
public sealed record LostPage(ForecastFilter Filter, IReadOnlyList<LostPage.Row> Reasons, IReadOnlyList<LostPage.Row> Competitors, IReadOnlyList<Inquiry> Bookings, Money Total)
{
    /// <param name="Name">A reason, "Cancelled" for contracts that were withdrawn, or a house.</param>
    public sealed record Row(string Name, int Count, Money Value);
}

/// <summary>Adds up how inquiries went on and how they ended.</summary>
public static class ConversionReading
{
    public static async Task<ConversionPage> PageAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate today, CancellationToken cancel)
    {
        var rows = (await Inquiries.AskedAsync(db, accounts, property, filter, today, cancel)).Where(row => row.IsIn(filter)).ToList();
        var sellers = await db.Users.AsNoTracking().ToDictionaryAsync(user => user.Id, user => user.Name, cancel);
        return new ConversionPage(
            filter, Of(rows),
            [.. rows.GroupBy(row => row.Path.InquiredOn.Month).OrderBy(month => month.Key).Select(month => (month.Key, Of(month)))],
            [.. rows.GroupBy(row => row.SellerId).OrderByDescending(seller => seller.Count()).Select(seller => (seller.Key, sellers.GetValueOrDefault(seller.Key, ""), Of(seller)))],
            [.. rows.GroupBy(row => row.Segment).OrderByDescending(segment => segment.Key).Select(segment => (segment.Key, Of(segment)))],
            [.. rows.GroupBy(row => row.Source).OrderBy(source => source.Key).Select(source => (source.Key, Of(source)))],
            LeadTimes.Of(rows.Select(row => row.Path.DaysToDefinite).OfType<int>()), LeadTimes.Of(rows.Select(row => row.Path.DaysToEvent).OfType<int>()));

        Funnel Of(IEnumerable<Inquiry> some) => Funnel.Of(property.Currency, [.. some.Select(row => row.Path)]);
    }

    public static async Task<LostPage> LostAsync(HotelDb db, AccountYears accounts, Property property, ForecastFilter filter, LocalDate today, CancellationToken cancel)
    {
        var rows = (await Inquiries.EndedAsync(db, accounts, property, filter, today, cancel)).Where(row => row.IsIn(filter)).OrderByDescending(row => row.EndedOn).ThenBy(row => row.Id).ToList();
        return new LostPage(filter, By(row => row.Reason), By(row => row.Competitor), rows, rows.Sum(property.Currency, row => row.Path.Value));

        List<LostPage.Row> By(Func<Inquiry, string?> name) =>
        [
            .. rows.Where(row => name(row) is not null).GroupBy(row => name(row)!, StringComparer.OrdinalIgnoreCase)
                .Select(group => new LostPage.Row(group.Key, group.Count(), group.Sum(property.Currency, row => row.Path.Value))).OrderByDescending(row => row.Value).ThenByDescending(row => row.Count),
        ];
    }
}
