using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database.Demo;

/// <summary>Agreements in every state: with seasons, tiers and blackouts, one in its second round with objections, one without last room availability and nights that are closed, one of an agency for two hotels. Invented figures.</summary>
internal static class AgreementsDemo
{
    private static readonly (string Name, decimal Factor)[] HalfYears = [("Low season", 0.92m), ("High season", 1.10m)];

    public static async Task FillAsync(HotelDb db, IReadOnlyList<Property> hotels, IReadOnlyList<Account> accounts, Instant now, CancellationToken cancel)
    {
        foreach (var hotel in hotels)
        {
            var today = hotel.Today(now);
            var types = await db.RoomTypes.Where(type => type.PropertyId == hotel.Id).OrderBy(type => type.Id).ToListAsync(cancel);
            var day = await db.Packages.SingleAsync(package => package.PropertyId == hotel.Id && package.Code == "DDR", cancel);
            var first = hotel.Code == "TIA" ? 0 : 6;
            Add(accounts[first], today.PlusDays(-150), today.PlusDays(420), agreement => Accepted(agreement));
            Add(accounts[first + 1], today.PlusDays(-320), today.PlusDays(44), agreement =>
            {
                agreement.Change(agreement.Name, Seasonal(agreement.Terms, types));
                Accepted(agreement);
            });
            Add(accounts[first + 2], today.PlusDays(-500), today.PlusDays(-136), agreement => Accepted(agreement));
            Add(accounts[first + 2], today.PlusDays(10), today.PlusDays(374), agreement => agreement.Offer());
            Add(accounts[first + 3], today.PlusDays(10), today.PlusDays(374), agreement => Talk(agreement, now));
            Add(accounts[first + 4], today.PlusDays(30), today.PlusDays(394), _ => { });
            Add(accounts[first + 5], today.PlusDays(-200), today.PlusDays(164), agreement =>
            {
                Accepted(agreement);
                agreement.Terminate(today.PlusDays(-20));
            });
            if (hotel.Code == "TIA")
            {
                Add(accounts[10], today.PlusDays(-60), today.PlusDays(304), agreement =>
                {
                    agreement.Change(agreement.Name, agreement.Terms with { LastRoomAvailability = false, Weekdays = [IsoDayOfWeek.Sunday, IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday], MaximumStay = 14 });
                    Accepted(agreement);
                });
                foreach (var type in types.Take(2)) db.ClosedNights.AddRange(ClosedNight.Close(type.Id, today.PlusDays(20), today.PlusDays(24), "Trade fair"));
            }

            await db.SaveChangesAsync(cancel);

            void Add(Account account, LocalDate from, LocalDate to, Action<Agreement> bring)
            {
                var agreement = Agreement.Draft(account.Id, $"{account.TradeName} {from.Year}/{to.Year % 100:00}", Terms(hotel, types, day, from, to));
                bring(agreement);
                db.Agreements.Add(agreement);
            }
        }

        void Accepted(Agreement agreement)
        {
            agreement.Offer();
            agreement.Accept(accounts.First(account => account.Id == agreement.AccountId).Contacts is [var signed, ..] ? signed.Name : "The managing director", now - Duration.FromDays(160));
        }
    }

    /// <summary>An agency's agreement for two hotels of the chain with one currency.</summary>
    public static async Task OfTwoAsync(HotelDb db, Property one, Property other, Account agency, Instant now, CancellationToken cancel)
    {
        var today = one.Today(now);
        var (from, to) = (today.PlusDays(-30), today.PlusDays(334));
        var rates = new List<AgreedRate>();
        foreach (var hotel in new[] { one, other })
            foreach (var (type, amount) in (await db.RoomTypes.Where(type => type.PropertyId == hotel.Id).OrderBy(type => type.Id).ToListAsync(cancel)).Zip([98m, 119m]))
                rates.AddRange([new("All year", type.Id, Occupancy.Single, amount), new("All year", type.Id, Occupancy.Double, amount + 14)]);
        var agreement = Agreement.Draft(agency.Id, $"{agency.TradeName} {from.Year}/{to.Year % 100:00}", new AgreementTerms
        {
            PropertyIds = [one.Id, other.Id], ValidFrom = from, ValidTo = to, RateCode = "VOYAFF", CurrencyCode = one.CurrencyCode, TaxMode = one.TaxMode, Seasons = [new("All year", from, to)], Rates = rates,
            Tiers = [new(150, 0.04m), new(400, 0.08m)], TierBasis = TierBasis.YearToDate, TierEffect = TierEffect.RebateForThePeriod, Commission = 0.08m, CommittedNights = 240, LowerOfBar = true,
            Inclusions = [new("Breakfast"), new("Parking", 12m)], Referral = "For each new company that books through the agency: one night for two in either hotel.",
        });
        agreement.Offer();
        agreement.Accept("Claire Dubois", now - Duration.FromDays(35));
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Two rounds: what was asked, held against the offer, and offered.</summary>
    private static void Talk(Agreement agreement, Instant now)
    {
        agreement.Offer();
        agreement.Negotiate("90.00 for a single, and breakfast included", [new("The Adria Palace asks 89.00", "It has no meeting rooms; ours come 10 % cheaper with the rooms")], null, now - Duration.FromDays(9));
        agreement.Change(agreement.Name, agreement.Terms with
        {
            Rates = [.. agreement.Terms.Rates.Select(rate => rate.Amount is { } amount ? rate with { Amount = amount - 2 } : rate)], Inclusions = [new("Breakfast")],
        });
        agreement.Answer("Breakfast is included, and a single costs 2 less");
        agreement.Offer();
        agreement.Negotiate("60 days to pay, and free cancellation of rooms until 18:00", [new("Head office pays once a month", "45 days can be done with 400 nights")], null, now - Duration.FromDays(2));
    }

    /// <summary>Low and high season, tiers with amounts of their own for the nights promised, a trade fair.</summary>
    private static AgreementTerms Seasonal(AgreementTerms terms, List<RoomType> types)
    {
        var (spring, autumn) = (terms.ValidFrom.PlusDays(90), terms.ValidFrom.PlusDays(210));
        return terms with
        {
            Seasons = [new("Low season", terms.ValidFrom, spring.PlusDays(-1)), new("High season", spring, autumn), new("Low season", autumn.PlusDays(1), terms.ValidTo)],
            Rates =
            [
                .. from season in HalfYears
                   from rate in terms.Rates.Where(rate => rate.RoomTypeId == types[0].Id)
                   let amount = decimal.Round(rate.Amount!.Value * season.Factor)
                   select rate with { Season = season.Name, Amount = amount, TierAmounts = [amount - 6, amount - 11] },
                .. from rate in terms.Rates.Where(rate => rate.RoomTypeId == types[1].Id)
                   from season in HalfYears
                   select rate with { Season = season.Name },
            ],
            Tiers = [new(200, 0.05m), new(500, 0.09m)], TierBasis = TierBasis.Promised, TierEffect = TierEffect.FromNowOn,
            Blackouts = [new("Trade fair", terms.ValidTo.PlusDays(-30), terms.ValidTo.PlusDays(-27), terms.Rates[1].Amount * 1.5m)],
            Inclusions = [new("Breakfast"), new("Parking", 10m)],
        };
    }

    private static AgreementTerms Terms(Property hotel, List<RoomType> types, Package day, LocalDate from, LocalDate to)
    {
        var scale = hotel.Code == "NYC" ? 2m : 1m;
        return new AgreementTerms
        {
            PropertyIds = [hotel.Id], ValidFrom = from, ValidTo = to, RateCode = $"CORP{from.Year % 100:00}", CurrencyCode = hotel.CurrencyCode, TaxMode = hotel.TaxMode,
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
