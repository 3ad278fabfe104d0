using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Loyalty;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>A programme with points and tiers, and companies that take part; the demo's final invoices earn as any.</summary>
internal static class LoyaltyDemo
{
    public static async Task FillAsync(HotelDb db, IReadOnlyList<Account> accounts, LocalDate today, Instant now, CancellationToken cancel)
    {
        RevenueClass[] house = [RevenueClass.RoomHire, RevenueClass.Food, RevenueClass.Beverage, RevenueClass.Av];
        db.LoyaltyProgrammes.Add(new LoyaltyProgramme(Currency.Eur, new LoyaltyRules
        {
            Name = "Corporate Circle", PointsPerUnit = 1, PointWorth = 0.02m, LeastPoints = 1_000, MaximumShare = 0.2m, MonthsValid = 24, EarnsOn = house, SpentOn = house,
            Tiers = [new("Silver", 10_000m, 1.25m), new("Gold", 50_000m, 1.5m, 0.05m)],
        }));
        foreach (var (account, points) in accounts.Take(4).Zip([12_400, 3_150, 900, 26_000]))
        {
            var member = new LoyaltyMember(account.Id, today.PlusMonths(-10));
            db.LoyaltyMembers.Add(member);
            db.LoyaltyEntries.Add(member.Book(new LoyaltyEntry(account.Id, LoyaltyEntryKind.Adjusted, points, today.PlusMonths(-10), now, "Brought over from the old cards")));
        }

        await db.SaveChangesAsync(cancel);
    }
}
