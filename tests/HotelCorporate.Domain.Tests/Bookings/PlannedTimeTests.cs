using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Bookings;

public sealed class PlannedTimeTests
{
    private static readonly DateTimeZone Tirana = DateTimeZoneProviders.Tzdb["Europe/Tirane"];

    [Fact]
    public void A_time_that_the_clock_skips_is_refused_with_the_reason()
    {
        var refusal = Assert.Throws<HouseRuleException>(() => PlannedTime.Resolve(new LocalDateTime(2027, 3, 28, 2, 30), Tirana));
        Assert.Contains("does not exist", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("02:00 to 03:00", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_comes_twice_is_refused_until_somebody_says_which()
    {
        var twice = new LocalDateTime(2026, 10, 25, 2, 30);
        Assert.Contains("comes twice", Assert.Throws<HouseRuleException>(() => PlannedTime.Resolve(twice, Tirana)).Message, StringComparison.Ordinal);
        Assert.Equal(Duration.FromHours(1), PlannedTime.Resolve(twice, Tirana, second: true) - PlannedTime.Resolve(twice, Tirana, second: false));
    }

    [Theory]
    [InlineData(2026, 10, 25, 9)]
    [InlineData(2027, 3, 28, 7)]
    [InlineData(2027, 3, 27, 8)]
    public void A_night_over_the_clock_change_has_its_true_length(int year, int month, int day, int hours)
    {
        var morning = new LocalDateTime(year, month, day, 6, 0);
        var night = Function.Plan("Night", 1, SetupStyle.Banquet, morning.PlusHours(-8), morning, 40, Tirana, new SetupTimes(0, 0));
        Assert.Equal(Duration.FromHours(hours), night.OccupiedUntil - night.OccupiedFrom);
    }

    [Fact]
    public void Set_up_and_tear_down_are_real_minutes_over_the_clock_change()
    {
        var early = Function.Plan("Early", 1, SetupStyle.Exhibition, new LocalDateTime(2027, 3, 28, 4, 0), new LocalDateTime(2027, 3, 28, 10, 0), 40, Tirana);
        Assert.Equal(Instant.FromUtc(2027, 3, 27, 23, 0), early.OccupiedFrom);
        Assert.Equal(Instant.FromUtc(2027, 3, 28, 10, 0), early.OccupiedUntil);
    }

    [Fact]
    public void Dates_past_2038_are_as_good_as_others() =>
        Assert.Equal(Instant.FromUtc(2041, 7, 1, 7, 0), PlannedTime.Resolve(new LocalDateTime(2041, 7, 1, 9, 0), Tirana));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000)]
    public void An_impossible_number_of_delegates_is_refused(int people) =>
        Assert.Throws<HouseRuleException>(() => Function.Plan(
            "Meeting", 1, SetupStyle.Theatre, new LocalDateTime(2027, 1, 5, 9, 0), new LocalDateTime(2027, 1, 5, 17, 0), people, Tirana));

    [Theory]
    [InlineData(17, 9)]
    [InlineData(9, 9)]
    public void An_end_that_is_not_after_the_start_is_refused(int from, int to) =>
        Assert.Throws<HouseRuleException>(() => Function.Plan(
            "Meeting", 1, SetupStyle.Theatre, new LocalDateTime(2027, 1, 5, from, 0), new LocalDateTime(2027, 1, 5, to, 0), 40, Tirana));
}
