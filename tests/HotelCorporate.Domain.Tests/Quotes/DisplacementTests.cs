using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Quotes;

public sealed class DisplacementTests
{
    private static readonly LocalDate Night = new(2027, 3, 16);

    [Fact]
    public void Fifty_rooms_forty_expected_and_a_group_of_twenty_keep_ten_out() => Assert.Equal(10, new DisplacedNight(Night, 50, 40, 20, Euros(100)).Displaced);

    [Fact]
    public void A_group_that_fits_beside_the_guests_keeps_nobody_out() => Assert.Equal(0, new DisplacedNight(Night, 50, 30, 20, Euros(100)).Displaced);

    [Fact]
    public void Guests_whom_the_house_could_not_take_anyway_are_not_lost_to_the_group() => Assert.Equal(20, new DisplacedNight(Night, 50, 80, 20, Euros(100)).Displaced);

    [Fact]
    public void What_the_group_brings_less_what_it_keeps_out_is_its_worth()
    {
        var displacement = new Displacement([new(Night, 50, 40, 20, Euros(120))], RoomNet: Euros(1_600), OtherContribution: Euros(500), RoomNights: 20);

        Assert.Equal(Euros(1_200), displacement.Lost);
        Assert.Equal(Euros(900), displacement.Worth);
        Assert.Equal(Euros(35), displacement.BreakEvenRate); // (1,200 - 500) / 20
    }

    [Fact]
    public void At_the_break_even_rate_nothing_is_lost_and_a_cent_less_loses() => Gen.Select(Gen.Int[1, 80], Gen.Int[0, 100], Gen.Int[1, 60], Gen.Int[50_00, 300_00], Gen.Int[0, 2_000_00]).Sample((capacity, forecast, group, rate, other) =>
    {
        var nights = new[] { new DisplacedNight(Night, capacity, forecast, group, new Money(rate, Currency.Eur)) };
        var even = new Displacement(nights, Euros(0), new Money(other, Currency.Eur), group).BreakEvenRate!.Value;
        Assert.True(new Displacement(nights, even * group, new Money(other, Currency.Eur), group).Worth.MinorUnits >= 0);
        if (even.MinorUnits > 0) Assert.True(new Displacement(nights, new Money(even.MinorUnits - 1, Currency.Eur) * group, new Money(other, Currency.Eur), group).Worth.MinorUnits < 0);
    });

    [Fact]
    public void The_same_weekday_of_the_same_month_in_the_years_before_says_how_many_are_expected()
    {
        var slept = new Dictionary<LocalDate, int> { [new(2026, 3, 3)] = 30, [new(2026, 3, 10)] = 33, [new(2026, 3, 11)] = 99, [new(2026, 4, 7)] = 99, [new(2025, 3, 4)] = 27 };

        Assert.Equal(30, Displacement.ForecastOf(Night, slept, years: 2)); // Tuesdays of March: 30, 33, 27
        Assert.Equal(0, Displacement.ForecastOf(Night, new Dictionary<LocalDate, int>(), years: 2));
    }

    private static Money Euros(decimal amount) => Money.Of(amount, Currency.Eur);
}
