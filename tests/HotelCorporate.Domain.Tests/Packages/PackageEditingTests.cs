using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Packages;

public sealed class PackageEditingTests
{
    private static readonly Currency Eur = Currency.Eur;
    private static readonly LocalDate Today = new(2026, 11, 24);
    private static readonly LocalDate NewYear = new(2027, 1, 1);

    [Fact]
    public void A_package_is_made_of_its_facts_and_the_list_price_is_their_sum()
    {
        var package = Package.Make(1, Eur, Facts() with { Steps = [(50, Of(26m)), (20, Of(28m))], ClosedWeekdays = [IsoDayOfWeek.Sunday], MinimumDelegates = 8, MaximumDelegates = 60, Texts = [new("sq", "Dita")] });
        Assert.Equal((Of(30m), "Dita", true), (package.ListPrice, package.NameIn("sq"), package.IsClosedOn(IsoDayOfWeek.Sunday)));
        Assert.Equal([20, 50], package.Steps.Select(step => step.FromDelegates));
    }

    [Fact]
    public void A_24_hour_package_brings_a_bedroom()
    {
        var refusal = Assert.Throws<HouseRuleException>(() => Package.Make(1, Eur, Facts() with { Kind = PackageKind.TwentyFourHours }));
        Assert.Contains("class Rooms", refusal.Message, StringComparison.Ordinal);
        Package.Make(1, Eur, Facts() with { Kind = PackageKind.TwentyFourHours, Components = [Part("Lunch", 20m), new Component("Bedroom", RevenueClass.Rooms, Of(100m), 2)] });
    }

    [Fact]
    public void What_contradicts_itself_is_refused_at_its_field_and_changes_nothing()
    {
        var package = Package.Make(1, Eur, Facts());
        foreach (var (field, facts) in new[]
        {
            ("Code", Facts() with { Code = "" }), ("ValidTo", Facts() with { ValidTo = new(2025, 1, 1) }), ("Components", Facts() with { Components = [] }), ("Components", Facts() with { Components = [Part("Lunch", 1m), Part("lunch", 2m)] }),
            ("Components", Facts() with { Components = [new Component("Lunch", RevenueClass.Food, Of(1m), 0)] }), ("MinimumDelegates", Facts() with { MinimumDelegates = 0 }), ("MinimumDelegates", Facts() with { MinimumDelegates = 9, MaximumDelegates = 8 }),
            ("Steps", Facts() with { Steps = [(20, Of(1m)), (20, Of(2m))] }), ("Steps", Facts() with { Steps = [(20, Of(-1m))] }), ("ClosedWeekdays", Facts() with { ClosedWeekdays = [.. Enum.GetValues<IsoDayOfWeek>()] }),
            ("FunctionMinutes", Facts() with { Components = [new Component("Dinner", RevenueClass.Food, Of(1m), 1) { SpawnsFunction = true, FunctionStyle = SetupStyle.Banquet }] }),
        })
        {
            Assert.Equal(field, Assert.Throws<HouseRuleException>(() => package.Describe(facts with { Name = "Other" })).Field);
            Assert.Equal("Day", package.Name);
        }
    }

    [Fact]
    public void A_retired_package_is_no_longer_sold()
    {
        var package = Package.Make(1, Eur, Facts());
        package.Retire();
        Assert.Contains("no longer sold", package.WhyNotOn(Today)!.ToString(), StringComparison.Ordinal);
        Assert.Throws<HouseRuleException>(() => PackagePricing.Price(package, null, 20, Today));
        Assert.Throws<HouseRuleException>(package.Retire);
    }

    [Fact]
    public void A_rise_makes_a_successor_and_ends_the_old_one_the_day_before()
    {
        var old = PackagePricingTests.Day().From(50, Of(66m));
        var next = old.Raise(new PriceRise(3.5m, NewYear, 0.50m, Today))!;
        Assert.Equal((Of(70m), new LocalDate(2026, 12, 31)), (old.ListPrice, old.ValidTo!.Value));
        Assert.Equal((Of(72.50m), NewYear, (LocalDate?)null, Of(68.50m)), (next.ListPrice, next.ValidFrom, next.ValidTo, next.ListPriceFor(50)));
        Assert.Equal([15.53m, 5.18m, 10.36m, 20.71m, 10.36m, 10.36m], next.Components.Select(component => component.List.Amount));
        Assert.NotNull(old.WhyNotOn(NewYear));
        Assert.Null(next.WhyNotOn(NewYear));
        Assert.False(old.Collides(next));
        Assert.Null(next.Raise(new PriceRise(10m, NewYear, 0.50m, Today)));
        Assert.Equal(Of(80m), next.ListPrice);
    }

    [Fact]
    public void Whatever_rises_the_components_sum_to_the_price_and_none_is_negative() =>
        Gen.Select(Gen.Int[0, 50_000].Array[1, 12], Gen.Int[-90, 200], Gen.Int[0, 3]).Sample((lists, percent, rounding) =>
        {
            if (percent == 0) return true;
            var package = Package.Make(1, Eur, Facts() with { Components = [.. lists.Select((list, i) => new Component($"C{i}", RevenueClass.Food, new Money(list, Eur), 1))] });
            var rise = new PriceRise(percent, NewYear, PriceRise.Roundings[rounding], Today);
            var changes = package.Changes(rise);
            var next = package.Raise(rise)!;
            return next.ListPrice == rise.Apply(package.ListPrice) && next.Components.Sum(Eur, component => component.List) == next.ListPrice
                && next.Components.All(component => !component.List.IsNegative) && changes[0].Now == next.ListPrice && package.ListPrice.MinorUnits == lists.Sum(list => (long)list);
        });

    [Fact]
    public void Whatever_is_in_it_the_components_sum_to_the_price() =>
        Gen.Select(Gen.Long[0, 50_000].Array[1, 12], Gen.Int[1, 300]).Sample((lists, delegates) =>
        {
            var package = Package.Make(1, Eur, Facts() with { Components = [.. lists.Select((list, i) => new Component($"C{i}", RevenueClass.Food, new Money(list, Eur), 1))] });
            var price = PackagePricing.Price(package, null, delegates, Today);
            return price.Unit.MinorUnits == lists.Sum() && price.Parts.Sum(Eur, part => part.Unit) == price.Unit && price.Parts.Sum(Eur, part => part.Amount) == price.Total;
        });

    private static PackageFacts Facts() => new("DAY", "Day", PackageKind.FullDay, new(2026, 1, 1), null, [Part("Lunch", 20m), Part("Break", 10m)]);

    private static Component Part(string name, decimal list) => new(name, RevenueClass.Food, Of(list), 1);

    private static Money Of(decimal amount) => Money.Of(amount, Eur);
}
