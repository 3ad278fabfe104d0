using CsCheck;
using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Tests;

public sealed class MoneyTests
{
    private static readonly Currency Eur = Currency.Eur;

    [Fact]
    public void A_package_price_is_split_over_its_components_to_the_cent()
    {
        var parts = Money.Of(55.00m, Eur).Split([18.00m, 4.50m, 22.00m, 4.50m, 6.00m, 5.00m]);

        Assert.Equal([16.50m, 4.13m, 20.17m, 4.12m, 5.50m, 4.58m], parts.Select(part => part.Amount));
    }

    [Fact]
    public void Splitting_loses_no_cent() =>
        Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Decimal[0m, 10_000m].Array[1, 12])
            .Sample((units, weights) =>
            {
                var money = new Money(units, Eur);
                var parts = money.Split(weights);
                return parts.Sum(Eur) == money && parts.All(part => Math.Sign(part.MinorUnits) != -Math.Sign(units) || units == 0);
            });

    [Theory]
    [InlineData("EUR", 100)]
    [InlineData("JPY", 1)]
    [InlineData("KWD", 1000)]
    public void A_currency_knows_its_minor_unit(string code, int units) => Assert.Equal(units, Currency.Of(code).UnitsPerWhole);

    [Fact]
    public void Half_a_cent_goes_away_from_zero_for_credits_too()
    {
        Assert.Equal(0.01m, Money.Of(0.005m, Eur).Amount);
        Assert.Equal(-0.01m, Money.Of(-0.005m, Eur).Amount);
    }

    [Fact]
    public void Two_currencies_do_not_add() =>
        Assert.Throws<InvalidOperationException>(() => Money.Of(1, Eur) + Money.Of(1, Currency.Usd));

    [Fact]
    public void Nine_and_a_half_hours_at_124_75_are_1185_13() =>
        Assert.Equal(1185.13m, new UnitPrice(124.75m, Eur).Times(9.5m).Amount);
}
