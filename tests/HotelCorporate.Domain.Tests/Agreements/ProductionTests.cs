using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Agreements;

public sealed class ProductionTests
{
    [Fact]
    public void Of_700_committed_410_by_the_end_of_september_are_78_percent_and_run_to_548()
    {
        var production = Production.Of(700, 410, new(2026, 1, 1), new(2026, 12, 31), new(2026, 9, 30));
        Assert.Equal(new Production(523.6m, 78, 548, ProductionLight.Red), production);
    }

    [Theory]
    [InlineData(95, ProductionLight.Green)]
    [InlineData(94, ProductionLight.Amber)]
    [InlineData(80, ProductionLight.Amber)]
    [InlineData(79, ProductionLight.Red)]
    public void The_light_follows_the_percent(int produced, ProductionLight light) =>
        Assert.Equal(light, Production.Of(100, produced, new(2026, 1, 1), new(2026, 12, 31), new(2026, 12, 31)).Light);

    [Fact]
    public void Two_hundred_and_ten_nights_at_120_give_1680_back()
    {
        (int, Money)[] columns = [(0, Eur(120m)), (200, Eur(112m)), (500, Eur(105m))];
        Assert.Equal(1_680m, Production.Rebate(210, Eur(120m), columns).Amount);
        Assert.Equal(0m, Production.Rebate(199, Eur(120m), columns).Amount);
    }

    [Fact]
    public void The_average_rate_weighs_the_nights() =>
        Assert.Equal(116m, Production.AverageRate([(Eur(120m), 10), (Eur(112m), 10)], Currency.Eur).Amount);

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);
}
