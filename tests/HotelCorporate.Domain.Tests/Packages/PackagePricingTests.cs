using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Packages;

public sealed class PackagePricingTests
{
    private static readonly Currency Eur = Currency.Eur;
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    [Fact]
    public void A_day_package_is_70()
    {
        var price = PackagePricing.Price(Day(), null, 40, Tuesday);

        Assert.Equal(Of(70m), price.Unit);
        Assert.Equal([15m, 5m, 10m, 20m, 10m, 10m], price.Parts.Select(part => part.Unit.Amount));
        Assert.Equal(Of(2_800m), price.Total);
        Assert.Equal(price.Total.Amount, price.Steps[^1].Amount);
    }

    [Theory]
    [InlineData("2026-11-26", "2026-11-26")] // a Thursday
    [InlineData("2026-11-28", "2026-11-30")] // a Saturday: Monday
    [InlineData("2020-01-01", "2026-01-01")] // not before it is sold
    [InlineData("2026-12-28", "2026-12-28")]
    public void It_is_worked_out_for_the_next_working_day_on_which_it_is_sold(string from, string next) =>
        Assert.Equal(Parse(next), new Package(1, "DDR", "Day", PackageKind.FullDay, Eur, new(2026, 1, 1), new(2026, 12, 31)).NextSoldOn(Parse(from)));

    [Fact]
    public void One_that_is_sold_at_weekends_alone_or_no_more_has_another_day_or_none()
    {
        var weekend = new Package(1, "WE", "Weekend", PackageKind.FullDay, Eur, new(2026, 1, 1)).NotOn(IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday);
        Assert.Equal(new LocalDate(2026, 11, 28), weekend.NextSoldOn(Tuesday));
        Assert.Null(new Package(1, "OLD", "Old", PackageKind.FullDay, Eur, new(2020, 1, 1), new(2020, 12, 31)).NextSoldOn(Tuesday));
    }

    [Fact]
    public void A_24_hour_package_is_220()
    {
        var package = Stay();
        Assert.Equal(Of(220m), package.ListPrice);
        Assert.Equal(Of(220m), PackagePricing.Price(package, null, 10, Tuesday).Unit);
    }

    [Fact]
    public void A_60_package_sold_at_55_is_allocated_to_the_cent()
    {
        var package = Of("DDR", [18.00m, 4.50m, 22.00m, 4.50m, 6.00m, 5.00m]);
        var price = PackagePricing.Price(package, new NegotiatedPackage(1, Eur).At(Of(55m)), 1, Tuesday);

        Assert.Equal([16.50m, 4.13m, 20.17m, 4.12m, 5.50m, 4.58m], price.Parts.Select(part => part.Unit.Amount));
    }

    [Fact]
    public void A_dinner_inside_a_package_costs_its_allocation_and_not_the_menus_list_price()
    {
        var menu = new Package(1, "MENU", "Gala menu", PackageKind.Menu, Eur, new(2026, 1, 1)).With(new Component("Menu", RevenueClass.Food, Of(36.95m), 1));
        var package = new Package(1, "EVE", "Evening", PackageKind.HalfDay, Eur, new(2026, 1, 1))
            .With(new Component($"{menu.Name}, food", RevenueClass.Food, Of(25m), 1) { SpawnsFunction = true })
            .With(new Component($"{menu.Name}, drinks", RevenueClass.Beverage, Of(10m), 1));

        var price = PackagePricing.Price(package, null, 50, Tuesday);

        Assert.Equal([1_250m, 500m], price.Parts.Select(part => part.Amount.Amount));
        Assert.Equal(Of(1_750m), price.Total);
    }

    [Fact]
    public void A_protected_component_keeps_its_list_amount()
    {
        var package = new Package(1, "DDR", "Day", PackageKind.FullDay, Eur, new(2026, 1, 1))
            .With(new Component("Lunch", RevenueClass.Food, Of(30m), 1, isProtected: true))
            .With(new Component("Room", RevenueClass.RoomHire, Of(30m), 1))
            .With(new Component("Break", RevenueClass.Food, Of(10m), 1));

        var price = PackagePricing.Price(package, new NegotiatedPackage(1, Eur).PercentOff(0.1m), 3, Tuesday);

        Assert.Equal([30m, 24.75m, 8.25m], price.Parts.Select(part => part.Unit.Amount));
        Assert.Equal(Of(189m), price.Total);
    }

    [Fact]
    public void A_price_below_the_protected_components_is_refused()
    {
        var package = new Package(1, "DDR", "Day", PackageKind.FullDay, Eur, new(2026, 1, 1))
            .With(new Component("Lunch", RevenueClass.Food, Of(30m), 1, isProtected: true))
            .With(new Component("Room", RevenueClass.RoomHire, Of(30m), 1));

        var refusal = Assert.Throws<HouseRuleException>(() => PackagePricing.Price(package, new NegotiatedPackage(1, Eur).At(Of(29.99m)), 3, Tuesday));
        Assert.Contains("30.00 EUR", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([30m, 0m], PackagePricing.Price(package, new NegotiatedPackage(1, Eur).At(Of(30m)), 3, Tuesday).Parts.Select(part => part.Unit.Amount));
    }

    [Fact]
    public void Taking_a_component_out_lowers_the_price_by_its_list_amount()
    {
        var price = PackagePricing.Price(Day(), new NegotiatedPackage(1, Eur).Without("Golf"), 40, Tuesday);
        Assert.Equal(Of(60m), price.Unit);
        Assert.Equal(5, price.Parts.Count);
    }

    [Fact]
    public void Unless_a_price_is_given()
    {
        var price = PackagePricing.Price(Day(), new NegotiatedPackage(1, Eur).Without("Golf").At(Of(65m)), 40, Tuesday);
        Assert.Equal(Of(65m), price.Unit);
        Assert.Equal(Of(65m), price.Parts.Sum(Eur, part => part.Unit));
    }

    [Fact]
    public void A_swapped_component_changes_the_price_by_the_difference() =>
        Assert.Equal(Of(75m), PackagePricing.Price(
            Day(), new NegotiatedPackage(1, Eur).Swap("Golf", new Component("Yoga", RevenueClass.Other, Of(15m), 1)), 40, Tuesday).Unit);

    [Fact]
    public void Taking_out_what_is_not_in_is_refused() =>
        Assert.Throws<HouseRuleException>(() => PackagePricing.Price(Day(), new NegotiatedPackage(1, Eur).Without("Sauna"), 40, Tuesday));

    [Fact]
    public void The_floor_of_40_at_30_percent_is_57_14() => Assert.Equal(Of(57.14m), PackagePricing.Floor(Of(40m), 0.30m));

    [Theory]
    [InlineData(TaxMode.Exclusive, 0, "57.14")]
    [InlineData(TaxMode.Inclusive, 0, "68.57")] // 57.142857 x 1.2
    [InlineData(TaxMode.Inclusive, 10, "75.43")] // x 1.1
    public void Where_prices_hold_tax_and_service_the_floor_does_too_for_the_margin_is_of_the_net(TaxMode mode, int service, string floor)
    {
        var limits = new PricingLimits(0.30m).Of(mode, [new TaxCode(1, "VAT", "VAT", "S", 0.2m, new(2020, 1, 1))], service == 0 ? [] : [new ServiceCharge(1, "Service", service / 100m, true, RevenueClass.Food)], Tuesday);
        var package = new Package(1, "BQ", "Banquet", PackageKind.Menu, Eur, new(2026, 1, 1)).With(new Component("Dinner", RevenueClass.Food, Of(100m), 0, Of(40m)));
        var least = Of(decimal.Parse(floor, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(least, PackagePricing.Price(package, null, 10, Tuesday, limits).FloorAt(0.30m));
        Assert.False(PackagePricing.Price(package, new NegotiatedPackage(1, Eur).At(least), 10, Tuesday, limits).IsUnderFloor);
        Assert.True(PackagePricing.Price(package, new NegotiatedPackage(1, Eur).At(least - new Money(1, Eur)), 10, Tuesday, limits).IsUnderFloor);
    }

    [Fact]
    public void Under_the_floor_needs_approval()
    {
        var package = new Package(1, "DDR", "Day", PackageKind.FullDay, Eur, new(2026, 1, 1)).With(new Component("All", RevenueClass.Food, Of(70m), 1, Of(40m)));
        var limits = new PricingLimits(MinimumMargin: 0.30m);

        Assert.Single(PackagePricing.Price(package, new NegotiatedPackage(1, Eur).At(Of(57.13m)), 10, Tuesday, limits).ToApprove);
        Assert.Empty(PackagePricing.Price(package, new NegotiatedPackage(1, Eur).At(Of(57.14m)), 10, Tuesday, limits).ToApprove);
    }

    [Fact]
    public void Over_the_sellers_discount_limit_needs_approval()
    {
        var limits = new PricingLimits(MaximumDiscount: 0.10m);
        Assert.Empty(PackagePricing.Price(Day(), new NegotiatedPackage(1, Eur).PercentOff(0.10m), 10, Tuesday, limits).ToApprove);
        Assert.Single(PackagePricing.Price(Day(), new NegotiatedPackage(1, Eur).PercentOff(0.11m), 10, Tuesday, limits).ToApprove);
    }

    [Fact]
    public void A_small_party_pays_for_the_minimum()
    {
        var price = PackagePricing.Price(Day().ForDelegates(10, 200), null, 7, Tuesday);
        Assert.Equal(10, price.Charged);
        Assert.Equal(Of(700m), price.Total);
    }

    [Fact]
    public void Or_hires_the_room_instead()
    {
        var price = PackagePricing.Price(Day().ForDelegates(10, 200, BelowMinimum.FallBackToHire), null, 7, Tuesday);
        Assert.True(price.FallsBackToHire);
        Assert.Empty(price.Parts);
    }

    [Fact]
    public void A_large_party_reaches_the_next_step()
    {
        var package = Day().From(50, Of(66m)).From(100, Of(60m));
        Assert.Equal([70m, 66m, 66m, 60m], new[] { 49, 50, 99, 100 }.Select(party => PackagePricing.Price(package, null, party, Tuesday).Unit.Amount));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000)]
    public void A_party_of_nobody_or_of_everybody_is_refused(int delegates) =>
        Assert.Throws<HouseRuleException>(() => PackagePricing.Price(Day(), null, delegates, Tuesday));

    [Fact]
    public void It_is_sold_on_its_days_only()
    {
        var package = Day().NotOn(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);
        Assert.NotNull(package.WhyNotOn(new LocalDate(2026, 11, 28)));
        Assert.Null(package.WhyNotOn(new LocalDate(2026, 11, 27)));
        Assert.NotNull(package.WhyNotOn(new LocalDate(2025, 12, 31)));
    }

    [Fact]
    public void Whatever_the_price_the_parts_sum_to_it_and_the_protected_keep_theirs() =>
        Gen.Select(Gen.Int[1, 50_000].Array[1, 10], Gen.Int[0, 1023], Gen.Long[0, 2_000_000], Gen.Int[1, 500])
            .Sample((lists, bits, units, delegates) =>
            {
                var package = new Package(1, "P", "Any", PackageKind.FullDay, Eur, new(2026, 1, 1));
                for (var i = 0; i < lists.Length; i++)
                    package.With(new Component($"C{i}", RevenueClass.Food, new Money(lists[i], Eur), 1, isProtected: (bits >> i & 1) == 1));
                var kept = package.Components.Where(component => component.IsProtected).Sum(Eur, component => component.List);
                var isSellable = units >= kept.MinorUnits && (units == kept.MinorUnits || package.Components.Any(component => !component.IsProtected));
                try
                {
                    var price = PackagePricing.Price(package, new NegotiatedPackage(1, Eur).At(new Money(units, Eur)), delegates, Tuesday);
                    return isSellable && price.Parts.Sum(Eur, part => part.Unit) == price.Unit
                        && price.Total == price.Unit * delegates
                        && price.Parts.All(part => !part.Unit.IsNegative && (!part.Component.IsProtected || part.Unit == part.Component.List));
                }
                catch (HouseRuleException)
                {
                    return !isSellable;
                }
            });

    [Fact]
    public void A_larger_discount_never_makes_a_package_dearer_and_something_more_never_cheaper() =>
        Gen.Select(Gen.Int[1, 50_000].Array[1, 8], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 20_000], Gen.Int[1, 400]).Sample((lists, one, other, more, delegates) =>
        {
            var package = new Package(1, "P", "Any", PackageKind.FullDay, Eur, new(2026, 1, 1));
            for (var i = 0; i < lists.Length; i++) package.With(new Component($"C{i}", RevenueClass.Food, new Money(lists[i], Eur), 1));
            Money Total(NegotiatedPackage variant) => PackagePricing.Price(package, variant, delegates, Tuesday).Total;
            NegotiatedPackage Off(int percent) => new NegotiatedPackage(1, Eur).PercentOff(percent / 100m);
            return Total(Off(Math.Max(one, other))) <= Total(Off(Math.Min(one, other)))
                && Total(Off(one)) <= Total(new NegotiatedPackage(1, Eur))
                && Total(Off(one).Plus(new Component("More", RevenueClass.Beverage, new Money(more, Eur), 1))) >= Total(Off(one));
        });

    internal static Package Day() => Of("DDR", [15m, 5m, 10m, 20m, 10m, 10m], "Meeting", "AV", "Morning break", "Lunch", "Afternoon break", "Golf");

    private static Package Stay() => Of(
        "24H", [25m, 5m, 100m, 15m, 15m, 5m, 10m, 20m, 15m, 10m],
        "Dinner", "Dinner drinks", "Bedroom", "Breakfast", "Meeting", "AV", "Morning break", "Lunch", "Afternoon break", "Golf");

    private static Package Of(string code, decimal[] amounts, params string[] names)
    {
        var package = new Package(1, code, "Day delegate rate", PackageKind.FullDay, Eur, new(2026, 1, 1));
        for (var i = 0; i < amounts.Length; i++)
            package.With(new Component(names.Length > i ? names[i] : $"Part {i}", RevenueClass.Food, Of(amounts[i]), 1));
        return package;
    }

    private static Money Of(decimal amount) => Money.Of(amount, Eur);

    private static LocalDate Parse(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
}
