using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Forecasts;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Forecasts;

public sealed class RevenuePlanTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);

    [Fact]
    public void A_plan_says_what_changed_once()
    {
        var plan = Of(null);

        Assert.True(plan.Set(5, RevenueClass.Food, Euros(1000)));
        Assert.False(plan.Set(5, RevenueClass.Food, Euros(1000)));
        Assert.True(plan.Set(5, RevenueClass.Food, null));
        Assert.Null(plan.Of(5, RevenueClass.Food));
        Assert.Equal(2, plan.Version);
    }

    [Theory]
    [InlineData(2021, true)]
    [InlineData(2031, true)]
    [InlineData(2020, false)]
    [InlineData(2032, false)]
    [InlineData(int.MinValue, false)]
    [InlineData(int.MaxValue, false)]
    public void A_year_far_off_is_not_planned(int year, bool isPlanned)
    {
        if (isPlanned) Assert.Equal(year, RevenuePlan.Open(1, year, null, Currency.Eur, Today).Year);
        else Assert.Throws<HouseRuleException>(() => RevenuePlan.Open(1, year, null, Currency.Eur, Today));
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("1000000000.01")]
    [InlineData("0.001")]
    public void A_cell_is_a_plain_amount_of_the_currency(string typed) =>
        Assert.Throws<HouseRuleException>(() => RevenuePlan.Amount(decimal.Parse(typed, System.Globalization.CultureInfo.InvariantCulture), Currency.Eur));

    [Fact]
    public void The_houses_own_plan_goes_before_those_of_its_segments()
    {
        var (house, key, regular) = (Of(null), Of(Segment.Key), Of(Segment.Regular));
        house.Set(1, RevenueClass.Rooms, Euros(100));
        key.Set(1, RevenueClass.Rooms, Euros(70));
        key.Set(2, RevenueClass.Rooms, Euros(40));
        regular.Set(2, RevenueClass.Rooms, Euros(50));
        var year = new PlannedYear(Currency.Eur, [house, key, regular]);

        Assert.Equal(Euros(100), year.Of(1));
        Assert.Equal(Euros(90), year.Of(2, RevenueClass.Rooms));
        Assert.Equal(Euros(190), year.Of());
        Assert.Equal(Euros(110), year.Of(segment: Segment.Key));
        Assert.Null(year.Of(3));
        Assert.Null(year.Of(segment: Segment.Dormant));
    }

    [Fact]
    public void A_plan_in_another_currency_does_not_count()
    {
        var plan = Of(null);
        plan.Set(1, RevenueClass.Food, Euros(5));
        Assert.Null(new PlannedYear(Currency.Usd, [plan]).Of());
        plan.StartIn(Currency.Usd);
        Assert.Empty(plan.Cells);
    }

    private static RevenuePlan Of(Segment? segment) => RevenuePlan.Open(1, 2027, segment, Currency.Eur, Today);

    private static Money Euros(int amount) => Money.Of(amount, Currency.Eur);
}
