using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Catalogue;

public sealed class HirePricesTests
{
    private static readonly Currency Eur = Currency.Eur;
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    [Theory]
    [InlineData(9, 10, "80")] // one hour
    [InlineData(9, 12, "240")] // three hours: dearer as a half day
    [InlineData(9, 13, "250")] // four hours would be 320
    [InlineData(9, 14, "250")] // five hours still are a half day
    [InlineData(9, 15, "400")] // six are a day
    [InlineData(0, 24, "400")]
    public void The_cheapest_that_fits_is_taken(int from, int hours, string amount)
    {
        var answer = Oxford().For(Tuesday.At(new LocalTime(from, 0)), Tuesday.AtMidnight().PlusHours(hours));
        Assert.Equal(Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), answer.Amount);
        Assert.Equal(answer.Amount!.Value.Amount, answer.Steps[^1].Amount);
    }

    [Fact]
    public void A_begun_hour_counts_and_a_minute_over_the_half_day_is_a_day()
    {
        Assert.Equal(Of(160m), Oxford().For(Tuesday.At(new(9, 0)), Tuesday.At(new(10, 1))).Amount);
        Assert.Equal(Of(400m), Oxford().For(Tuesday.At(new(9, 0)), Tuesday.At(new(14, 1))).Amount);
        Assert.Equal(Of(250m), (Oxford() with { HalfDayHours = 6 }).For(Tuesday.At(new(9, 0)), Tuesday.At(new(15, 0))).Amount);
    }

    [Fact]
    public void Several_days_are_added_up_and_an_evening_past_midnight_is_one()
    {
        var two = Oxford().For(Tuesday.At(new(9, 0)), Tuesday.PlusDays(1).At(new(17, 0)));
        Assert.Equal(Of(800m), two.Amount);
        Assert.Contains("2 days together", two.Steps[^1].Text.ToString(), StringComparison.Ordinal);
        Assert.Equal(Of(250m), Oxford().For(Tuesday.At(new(20, 0)), Tuesday.PlusDays(1).At(new(1, 0))).Amount);
    }

    [Fact]
    public void Named_weekdays_have_their_own_prices_and_a_price_holds_in_its_days_only()
    {
        var saturday = new HirePrice(1, 1, Eur, new(WeekDays.Saturday | WeekDays.Sunday, null, null, null, null, Of(900m)));
        var prices = Oxford() with { Rows = [.. Oxford().Rows, saturday] };
        Assert.Equal(Of(900m), prices.For(new LocalDate(2026, 11, 28).At(new(9, 0)), new LocalDate(2026, 11, 28).At(new(10, 0))).Amount);
        Assert.Equal(Of(80m), prices.For(Tuesday.At(new(9, 0)), Tuesday.At(new(10, 0))).Amount);
        var early = prices.For(new LocalDate(2025, 12, 30).At(new(9, 0)), new LocalDate(2025, 12, 30).At(new(10, 0)));
        Assert.Null(early.Amount);
        Assert.Contains("no hire price", early.WhyNot!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_only_a_half_day_is_priced_a_day_is_not_hired_and_an_end_before_the_beginning_is_refused()
    {
        var half = new HirePrices("Chopin", [new(1, 2, Eur, new(WeekDays.None, null, null, null, Of(100m), null))]);
        Assert.NotNull(half.For(Tuesday.At(new(9, 0)), Tuesday.At(new(17, 0))).WhyNot);
        Assert.NotNull(half.For(Tuesday.At(new(9, 0)), Tuesday.At(new(9, 0))).WhyNot);
    }

    [Fact]
    public void Two_rows_never_price_one_day()
    {
        HirePrice Row(WeekDays days, LocalDate? from = null, LocalDate? to = null) => new(1, 1, Eur, new(days, from, to, null, null, Of(1m)));
        Assert.Throws<HouseRuleException>(() => HirePrices.RefuseCollisions([Row(WeekDays.None), Row(WeekDays.None, Tuesday)]));
        Assert.Throws<HouseRuleException>(() => HirePrices.RefuseCollisions([Row(WeekDays.Monday | WeekDays.Friday), Row(WeekDays.Friday)]));
        HirePrices.RefuseCollisions([Row(WeekDays.None, null, Tuesday.PlusDays(-1)), Row(WeekDays.None, Tuesday), Row(WeekDays.Friday), Row(WeekDays.Sunday)]);
        Assert.Throws<HouseRuleException>(() => new HirePrice(1, 1, Eur, new(WeekDays.None, null, null, null, null, null)));
        Assert.Throws<HouseRuleException>(() => Row(WeekDays.None, Tuesday, Tuesday.PlusDays(-1)));
        Assert.Throws<HouseRuleException>(() => new HirePrice(1, 1, Eur, new(WeekDays.None, null, null, Of(-1m), null, null)));
    }

    [Fact]
    public void A_rise_ends_the_old_row_the_day_before()
    {
        var row = Oxford().Rows[0];
        var next = row.Raise(new PriceRise(10m, new(2027, 1, 1), 1m, Tuesday))!;
        Assert.Equal((new LocalDate(2026, 12, 31), Of(400m)), (row.ValidTo!.Value, row.Day!.Value));
        Assert.Equal((new LocalDate(2027, 1, 1), Of(440m), Of(88m)), (next.ValidFrom!.Value, next.Day!.Value, next.Hour!.Value));
        Assert.False(row.Collides(next));
        Assert.Null(next.Raise(new PriceRise(-50m, new(2027, 1, 1), 1m, Tuesday)));
        Assert.Equal(Of(220m), next.Day!.Value);
    }

    [Fact]
    public void Within_a_day_more_hours_never_cost_less_and_never_more_than_the_day() =>
        Gen.Select(Gen.Int[0, 23 * 60], Gen.Int[1, 24 * 60], Gen.Int[1, 24 * 60], Gen.Long[1, 50_000], Gen.Long[1, 200_000], Gen.Long[1, 300_000], Gen.Int[1, 12])
            .Sample((start, one, other, hour, half, more, longest) =>
            {
                var day = half + more;
                var prices = new HirePrices("Any", [new(1, 1, Eur, new(WeekDays.None, null, null, new(hour, Eur), new(half, Eur), new(day, Eur)))], longest);
                var from = Tuesday.AtMidnight().PlusMinutes(start);
                var (less, many) = (prices.For(from, from.PlusMinutes(Math.Min(one, other))).Amount!.Value, prices.For(from, from.PlusMinutes(Math.Max(one, other))).Amount!.Value);
                return less <= many && many.MinorUnits <= day;
            });

    private static HirePrices Oxford() => new("Oxford", [new(1, 1, Eur, new(WeekDays.None, new(2026, 1, 1), null, Of(80m), Of(250m), Of(400m)))]);

    private static Money Of(decimal amount) => Money.Of(amount, Eur);
}
