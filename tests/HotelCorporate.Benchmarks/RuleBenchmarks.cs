using BenchmarkDotNet.Attributes;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Benchmarks;

/// <summary>The pure rules on one core, with the full steps kept.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private static readonly LocalDate Day = new(2027, 3, 9);
    private readonly Package _package = EightComponents();
    private readonly List<Agreement> _versions = [.. Enumerable.Range(1, 12).Select(Version)];

    /// <summary>A package of 8 components for 40 delegates and 2 extras, summed with tax.</summary>
    [Benchmark]
    public Money A_quote_of_a_package_and_two_extras()
    {
        var price = PackagePricing.Price(_package, null, 40, Day, new PricingLimits(0.30m, 0.10m));
        List<QuoteLine> lines = [.. price.Parts.Select(part => new QuoteLine("Day", part.Component.Name, Day, part.Component.RevenueClass, part.Quantity, new UnitPrice(part.Unit.Amount, Currency.Eur), "S", 0.20m, price.Steps))];
        lines.Add(new QuoteLine("Extras", "Flowers", Day, RevenueClass.Other, 4, new UnitPrice(35m, Currency.Eur), "S", 0.20m, [new("Price typed by the seller", 35m)]));
        lines.Add(new QuoteLine("Extras", "Interpreter", Day, RevenueClass.Other, 8, new UnitPrice(80m, Currency.Eur), "S", 0.20m, [new("Price typed by the seller", 80m)], 0.05m, "Volume"));
        return new Quote(1, "Q-1", 1, TaxMode.Inclusive, Currency.Eur, 40, Day, lines).Gross;
    }

    /// <summary>Thirty nights of one room against twelve agreements: half of them are for longer stays and are passed over, the next one is off BAR with a tier, a ceiling, a blackout, and the lower of it and BAR; some nights are closed.</summary>
    [Benchmark]
    public int A_stay_of_thirty_nights_with_twelve_versions()
    {
        var bar = Money.Of(140.55m, Currency.Eur);
        var stay = RateForAStay.Price(
            new StayQuestion([2, 1], 1, 1, Occupancy.Single, Day, 30, Day.PlusDays(-30)), Currency.Eur, night => new NightFacts(bar, night.Day % 7 == 0, 20), _versions, _ => 250);
        return stay.Nights.Sum(night => night.Rate.Steps.Count);
    }

    private static Package EightComponents()
    {
        var package = new Package(1, "DDR", "Day delegate rate", PackageKind.FullDay, Currency.Eur, new LocalDate(2020, 1, 1));
        foreach (var (name, revenue, amount) in new[]
        {
            ("Meeting room", RevenueClass.RoomHire, 15m), ("Screen", RevenueClass.Av, 5m), ("Morning break", RevenueClass.Food, 10m), ("Lunch", RevenueClass.Food, 20m),
            ("Afternoon break", RevenueClass.Food, 10m), ("Water", RevenueClass.Beverage, 3m), ("Paper and pens", RevenueClass.Other, 2m), ("Golf", RevenueClass.Other, 5m),
        })
            package.With(new Component(name, revenue, Money.Of(amount, Currency.Eur), 1, Money.Of(amount / 3, Currency.Eur)));
        return package;
    }

    private static Agreement Version(int n)
    {
        var terms = new AgreementTerms
        {
            PropertyIds = [1], ValidFrom = new LocalDate(2027, 1, 1), ValidTo = new LocalDate(2027, 12, 31), CurrencyCode = "EUR",
            Seasons = [new("Low", new LocalDate(2027, 1, 1), new LocalDate(2027, 3, 20)), new("High", new LocalDate(2027, 3, 21), new LocalDate(2027, 12, 31))],
            Rates = [new("Low", 1, Occupancy.Single, OffBar: 0.1225m, Ceiling: 120m), new("High", 1, Occupancy.Single, OffBar: 0.0825m, Ceiling: 125m)],
            Tiers = [new(100, 0.03m), new(200, 0.055m)], LowerOfBar = true, LastRoomAvailability = true, MinimumStay = n > 6 ? 31 : 1,
            Blackouts = [new("Fair", new LocalDate(2027, 3, 29), new LocalDate(2027, 3, 31))],
        };
        var agreement = Agreement.Draft(1, $"Company, version {n}", terms);
        agreement.Offer();
        agreement.Accept("A. Client", Instant.FromUtc(2026, 1, n, 9, 0));
        return agreement;
    }
}
