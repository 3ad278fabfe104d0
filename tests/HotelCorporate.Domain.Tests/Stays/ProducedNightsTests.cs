using CsCheck;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Stays;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Stays;

/// <summary>What a company brought: nights in their own months, averages, and what tiers pay back (domain section 5).</summary>
public sealed class ProducedNightsTests
{
    private static readonly LocalDate First = new(2026, 1, 1);

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    [Fact]
    public void A_stay_over_the_end_of_a_month_counts_in_both()
    {
        var months = ProducedNights.ByMonth([new(new(2026, 1, 30), 4, 2, Eur(100m))], 2026, Currency.Eur);
        Assert.Equal([4, 4, 0], months.Take(3).Select(month => month.RoomNights));
        Assert.Equal(Eur(400m), months[1].Revenue);
    }

    [Fact]
    public void The_average_rate_is_weighed_by_nights() =>
        Assert.Equal(Eur(106.67m), ProducedNights.Of([new(First, 2, 1, Eur(100m)), new(First, 1, 1, Eur(120m))], First, new(2026, 12, 31), Currency.Eur).AverageRate);

    [Fact]
    public void The_example_of_the_law_pays_1680_back()
    {
        var terms = Terms([new(200), new(500)], [112m, 105m]);
        StayedNights[] stays = [new(new(2026, 3, 1), 200, 1, Eur(120m), "STD", 1), new(new(2026, 10, 1), 10, 1, Eur(120m), "std", 1)];
        Assert.Equal(Eur(1_680m), AgreementRebate.Of(terms, stays, terms.ValidFrom, terms.ValidTo, code => code.Equals("STD", StringComparison.OrdinalIgnoreCase) ? 7 : null));
        Assert.Equal(Eur(0m), AgreementRebate.Of(terms, stays[..1], terms.ValidFrom, new(2026, 6, 30), _ => 7)); // 122 nights: no tier is reached
        Assert.Equal(Eur(0m), AgreementRebate.Of(terms with { TierEffect = TierEffect.FromNowOn }, stays, terms.ValidFrom, terms.ValidTo, _ => 7));
    }

    [Fact]
    public void A_tier_without_a_column_pays_its_percentage_back() =>
        Assert.Equal(Eur(120m), AgreementRebate.Of(Terms([new(10, 0.10m)], null), [new(First, 10, 1, Eur(120m), "elsewhere")], First, new(2026, 12, 31), _ => null));

    [Fact]
    public void Months_of_a_year_sum_to_the_year() => Gen.Select(Gen.Int[0, 364], Gen.Int[1, 40], Gen.Int[1, 5], Gen.Int[1, 30_000]).Array[0, 20].Sample(stays =>
    {
        StayedNights[] all = [.. stays.Select(stay => new StayedNights(First.PlusDays(stay.Item1), stay.Item2, stay.Item3, new Money(stay.Item4, Currency.Eur)))];
        var (year, months) = (ProducedNights.Of(all, First, new(2026, 12, 31), Currency.Eur), ProducedNights.ByMonth(all, 2026, Currency.Eur));
        Assert.Equal((year.RoomNights, year.Revenue), (months.Sum(month => month.RoomNights), months.Sum(Currency.Eur, month => month.Revenue)));
    });

    private static AgreementTerms Terms(IReadOnlyList<Tier> tiers, IReadOnlyList<decimal?>? columns) => new()
    {
        PropertyIds = [1], ValidFrom = First, ValidTo = new(2026, 12, 31), CurrencyCode = "EUR", Seasons = [new("Year", First, new(2026, 12, 31))],
        Rates = [new("Year", 7, Occupancy.Single, 120m, TierAmounts: columns)], Tiers = tiers, TierEffect = TierEffect.RebateForThePeriod,
    };
}
