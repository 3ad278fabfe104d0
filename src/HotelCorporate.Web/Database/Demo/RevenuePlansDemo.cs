using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Properties;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>What the demo hotels mean to earn this year and the next: conferences in spring and autumn, little in August.</summary>
internal static class RevenuePlansDemo
{
    /// <summary>Month by month, in hundredths of a usual month.</summary>
    private static readonly int[] Seasons = [60, 80, 110, 120, 130, 125, 70, 35, 130, 140, 125, 75];

    private static readonly Dictionary<RevenueClass, int> UsualMonth = new()
    {
        [RevenueClass.Rooms] = 9_000, [RevenueClass.RoomHire] = 6_000, [RevenueClass.Food] = 11_000, [RevenueClass.Beverage] = 3_500, [RevenueClass.Av] = 2_000, [RevenueClass.Other] = 500,
    };

    public static void Fill(HotelDb db, IReadOnlyList<Property> properties, Instant now)
    {
        foreach (var property in properties)
        {
            var today = property.Today(now);
            foreach (var (year, segment, percent) in new (int, Segment?, int)[] { (today.Year, null, 100), (today.Year, Segment.Key, 40), (today.Year + 1, null, 106) })
            {
                var plan = RevenuePlan.Open(property.Id, year, segment, property.Currency, today);
                foreach (var (revenueClass, usual) in UsualMonth)
                    for (var month = 1; month <= 12; month++) plan.Set(month, revenueClass, Money.Of(usual * Seasons[month - 1] / 100 * percent / 100, property.Currency));
                db.RevenuePlans.Add(plan);
            }
        }
    }
}
