using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Agreements in every state: the accepted ones with a negotiated room rate and a negotiated day package.</summary>
internal static class AgreementsDemo
{
    public static async Task FillAsync(HotelDb db, IReadOnlyList<Property> hotels, IReadOnlyList<Account> accounts, Instant now, CancellationToken cancel)
    {
        foreach (var hotel in hotels)
        {
            var today = hotel.Today(now);
            var types = await db.RoomTypes.Where(type => type.PropertyId == hotel.Id).OrderBy(type => type.Id).ToListAsync(cancel);
            var day = await db.Packages.SingleAsync(package => package.PropertyId == hotel.Id && package.Code == "DDR", cancel);
            var first = hotel.Code == "TIA" ? 0 : 6;
            Add(accounts[first], today.PlusDays(-150), today.PlusDays(420), agreement => Accepted(agreement));
            Add(accounts[first + 1], today.PlusDays(-320), today.PlusDays(44), agreement => Accepted(agreement));
            Add(accounts[first + 2], today.PlusDays(-500), today.PlusDays(-136), agreement => Accepted(agreement));
            Add(accounts[first + 2], today.PlusDays(10), today.PlusDays(374), agreement => agreement.Offer());
            Add(accounts[first + 3], today.PlusDays(10), today.PlusDays(374), agreement =>
            {
                agreement.Offer();
                agreement.Negotiate();
            });
            Add(accounts[first + 4], today.PlusDays(30), today.PlusDays(394), _ => { });
            Add(accounts[first + 5], today.PlusDays(-200), today.PlusDays(164), agreement =>
            {
                Accepted(agreement);
                agreement.Terminate(today.PlusDays(-20));
            });
            await db.SaveChangesAsync(cancel);

            void Accepted(Agreement agreement)
            {
                agreement.Offer();
                agreement.Accept("Signed on paper", now - Duration.FromDays(160));
            }

            void Add(Account account, LocalDate from, LocalDate to, Action<Agreement> bring)
            {
                var agreement = Agreement.Draft(account.Id, $"{account.TradeName} {from.Year}/{to.Year % 100:00}", Terms(hotel, types, day, from, to));
                bring(agreement);
                db.Agreements.Add(agreement);
            }
        }
    }

    private static AgreementTerms Terms(Property hotel, List<RoomType> types, Package day, LocalDate from, LocalDate to)
    {
        var scale = hotel.Code == "NYC" ? 2m : 1m;
        return new AgreementTerms
        {
            PropertyIds = [hotel.Id], ValidFrom = from, ValidTo = to, RateCode = $"CORP{from.Year % 100:00}", CurrencyCode = hotel.CurrencyCode,
            Seasons = [new Season("All year", from, to)],
            Rates =
            [
                new("All year", types[0].Id, Occupancy.Single, Amount: 95m * scale), new("All year", types[0].Id, Occupancy.Double, Amount: 110m * scale),
                new("All year", types[1].Id, Occupancy.Single, OffBar: 0.15m, Ceiling: 130m * scale), new("All year", types[1].Id, Occupancy.Double, OffBar: 0.12m, Ceiling: 145m * scale),
            ],
            Deposits = "50% 14 days before", LastRoomAvailability = true, LowerOfBar = true, CommittedNights = 300, PaymentDays = 30, AttritionAllowance = 0.20m, HireOff = 0.10m,
            Packages = [new AgreedPackage(day.Id, Price: 62m)],
        };
    }
}
