using BenchmarkDotNet.Attributes;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Benchmarks;

/// <summary>The pure rules on one core, with the full steps kept.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private static readonly LocalDate Day = new(2027, 3, 9);
    private readonly Package _package = EightComponents();
    private readonly QuoteRequest _asked = new()
    {
        ValidUntil = Day, Minimum = new SpendRule(SpendRuleKind.MinimumWithServiceAndTax, 60_000m),
        Functions = [.. Enumerable.Range(1, 25).Select(key => new FunctionAsked(new PlannedFunction(key, key, "Session", 1, SetupStyle.Theatre, Day.PlusDays(key).At(new LocalTime(9, 0)), Day.PlusDays(key).At(new LocalTime(17, 0)), 40)) { PackageId = 0 })],
    };

    private readonly QuoteBasis _basis = new()
    {
        Currency = Currency.Eur, TaxMode = TaxMode.Inclusive, Packages = [EightComponents()], RoomTypes = [], Limits = new PricingLimits(0.30m, 0.10m), TaxCodes = [Standard()],
        Services = [new ServiceCharge(1, "Service", 0.1m, isTaxable: true, RevenueClass.Food)],
    };

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

    /// <summary>Three alternatives of 25 functions with the package each: 200 lines, with hire waivers and a least spend, priced and added up, all steps kept.</summary>
    [Benchmark]
    public Money Three_alternatives_of_two_hundred_lines()
    {
        var sum = Money.Zero(Currency.Eur);
        for (var alternative = 1; alternative <= 3; alternative++)
        {
            var priced = QuotePricing.Price(_asked, _basis);
            sum += new Quote(1, "Q-1", 1, TaxMode.Inclusive, Currency.Eur, 40, Day, priced.Lines) { Alternative = alternative }.Gross;
        }

        return sum;
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

    private static TaxCode Standard()
    {
        var code = new TaxCode(1, "STD", "Standard", "S", 0.20m, new LocalDate(2020, 1, 1)).For(Enum.GetValues<RevenueClass>());
        typeof(TaxCode).GetProperty(nameof(TaxCode.Id))!.SetValue(code, 1); // as if it had been read
        return code;
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
