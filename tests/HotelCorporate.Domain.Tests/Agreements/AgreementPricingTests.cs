using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Agreements;

/// <summary>What of an agreement is over the limits of whoever offers it.</summary>
public sealed class AgreementPricingTests
{
    private static readonly LocalDate First = new(2027, 1, 1);
    private static readonly RoomType Standard = new() { PropertyId = 1, Code = "STD", Name = "Standard", Physical = 10 };
    private static readonly PricingLimits Seller = new(0.30m, 0.10m);

    private static AgreementTerms Terms { get; } = new()
    {
        PropertyIds = [1], ValidFrom = First, ValidTo = First.PlusDays(9), CurrencyCode = "EUR", Seasons = [new("All year", First, First.PlusDays(9))],
    };

    [Theory]
    [InlineData(63, 0, false)]
    [InlineData(62, 1, false)]
    [InlineData(30, 2, true)]
    public void A_package_price_is_held_against_list_and_floor(int price, int over, bool isUnderFloor)
    {
        var excess = Excess(Terms with { Packages = [new AgreedPackage(0, price)] });
        Assert.Equal((over, isUnderFloor), (excess.ToApprove.Count, excess.IsUnderFloor));
    }

    [Fact]
    public void The_hire_of_a_room_given_away_is_over_a_sellers_limit()
    {
        Assert.Equal(1, Excess(Terms with { HireOff = 1 }).Discount);
        Assert.Empty(Excess(Terms with { HireOff = 0.10m }).ToApprove);
        Assert.Empty(Excess(Terms with { HireOff = 1 }, PricingLimits.None).ToApprove);
    }

    [Theory]
    [InlineData(90, null, null, false)]
    [InlineData(89, null, null, true)]
    [InlineData(null, 10, null, false)]
    [InlineData(null, 11, null, true)]
    [InlineData(null, 5, 50, true)]
    public void A_rate_is_held_against_bar_over_its_season(int? amount, int? offBar, int? ceiling, bool isOver)
    {
        var terms = Terms with { Rates = [new AgreedRate("All year", 0, Occupancy.Single, amount, offBar / 100m, ceiling)] };
        Assert.Equal(isOver, Excess(terms).ToApprove.Count > 0);
        Assert.Empty(Excess(terms, PricingLimits.None).ToApprove);
    }

    [Fact]
    public void The_cheapest_tier_counts()
    {
        var terms = Terms with { Rates = [new AgreedRate("All year", 0, Occupancy.Single, 95m, TierAmounts: [null, 60m])], Tiers = [new Tier(10, 0.01m), new Tier(20)] };
        Assert.Equal(0.40m, Excess(terms).Discount);
    }

    [Fact]
    public void A_rate_for_nights_without_bar_is_for_whoever_has_no_limit()
    {
        var terms = Terms with { Rates = [new AgreedRate("All year", 0, Occupancy.Double, 99m)] };
        Assert.Equal(1, AgreementPricing.Excess(terms, [], [Standard], [], Seller).Discount);
        Assert.Empty(AgreementPricing.Excess(terms, [], [Standard], [], PricingLimits.None).ToApprove);
    }

    [Fact]
    public void A_foreign_package_is_refused() =>
        Assert.Throws<HouseRuleException>(() => Excess(Terms with { Packages = [new AgreedPackage(77, 60m)] }));

    private static AgreementExcess Excess(AgreementTerms terms, PricingLimits? limits = null)
    {
        var day = new Package(1, "DDR", "Day delegate rate", PackageKind.FullDay, Currency.Of("EUR"), new LocalDate(2020, 1, 1))
            .With(new Component("Lunch", RevenueClass.Food, Money.Of(70, Currency.Of("EUR")), 1, Money.Of(24, Currency.Of("EUR"))));
        var bars = Enumerable.Range(0, 10).Select(i => new BarRate { RoomTypeId = 0, Night = First.PlusDays(i), Amount = Money.Of(i % 2 == 0 ? 80 : 120, Currency.Of("EUR")) }).ToList();
        return AgreementPricing.Excess(terms, [day], [Standard], bars, limits ?? Seller);
    }
}
