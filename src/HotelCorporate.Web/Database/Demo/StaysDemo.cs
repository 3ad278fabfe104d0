using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Stays;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Stays of two companies of the last weeks, most as agreed and two beside it; a night that was refused though it was promised. Invented figures.</summary>
internal static class StaysDemo
{
    /// <summary>Days before today, nights, what a night cost more than agreed.</summary>
    private static readonly (int Days, int Nights, decimal More)[] Drivers = [(29, 2, 0), (26, 1, 0), (22, 3, 0), (19, 1, 14m), (15, 2, 0), (12, 1, -5m), (8, 2, 0), (5, 1, 0)];

    private static readonly (int Days, int Nights, int Rooms, string Company)[] OfTheAgency = [(29, 2, 3, "Studio Lyon"), (28, 1, 2, "Banque du Rhône"), (27, 2, 1, "Studio Lyon")];

    public static async Task FillAsync(HotelDb db, Property hotel, IReadOnlyList<Account> accounts, Instant now, CancellationToken cancel)
    {
        var today = hotel.Today(now);
        var (drivers, agency) = (accounts[10], accounts[9]);
        foreach (var (days, nights, more) in Drivers)
        {
            var monday = today.PlusDays(-days).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)); // agreed for the nights of the week
            Add(new StayFacts(drivers.LegalName, monday, nights, 1, 95m + more, "STD", 1, monday.PlusDays(-9), "CORP"), drivers.Id, $"driver-{days}");
        }

        foreach (var (days, nights, rooms, company) in OfTheAgency)
            Add(new StayFacts(company, today.PlusDays(-days), nights, rooms, 98m, "STD", rooms, today.PlusDays(-days - 3), Agent: agency.LegalName), null, $"agency-{days}");

        // Two that the file of the hotel's own system calls otherwise: compliance says so until the code has a room type.
        foreach (var days in new[] { 11, 4 })
        {
            var monday = today.PlusDays(-days).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
            Add(new StayFacts(drivers.LegalName, monday, 1, 1, 95m, "A1K", 1, monday.PlusDays(-9), "CORP"), drivers.Id, $"otherwise-{days}");
        }

        var type = await db.RoomTypes.Where(type => type.PropertyId == hotel.Id).OrderBy(type => type.Id).FirstAsync(cancel);
        var agreement = (await db.Agreements.Where(agreement => agreement.AccountId == accounts[0].Id && agreement.AcceptedAt != null).ToListAsync(cancel)).Find(agreement => agreement.Terms.PropertyIds.Contains(hotel.Id));
        if (agreement is not null)
            db.RateRefusals.Add(new RateRefusal(
                new RateQuestion([accounts[0].Id], hotel.Id, type.Id, Occupancy.Single, today.PlusDays(6), today.PlusDays(6), 1, today.PlusDays(-3)),
                new RateAnswer(Money.Of(95m, hotel.Currency), null, agreement.Id, [], IsLastRoom: true), 4, "Kept for the group of the trade fair", null, now - Duration.FromDays(3)));
        await db.SaveChangesAsync(cancel);

        void Add(StayFacts facts, int? accountId, string key) => db.Stays.Add(new Stay(hotel.Id, accountId, key, facts, hotel.Currency));
    }
}
