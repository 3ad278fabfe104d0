using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Bookings;

public sealed class CancellationLadderTests
{
    private static readonly LocalDate FirstDay = new(2027, 6, 1);

    private static readonly CancellationLadder Ladder = CancellationLadder.Of(
    [
        new(180, 365, 0.10m), new(136, 179, 0.25m), new(91, 135, 0.50m), new(46, 90, 0.75m), new(0, 45, 1.00m),
    ]);

    [Theory]
    [InlineData(100, 20_000)]
    [InlineData(365, 4_000)]
    [InlineData(180, 4_000)]
    [InlineData(179, 10_000)]
    [InlineData(136, 10_000)]
    [InlineData(135, 20_000)]
    [InlineData(91, 20_000)]
    [InlineData(90, 30_000)]
    [InlineData(46, 30_000)]
    [InlineData(45, 40_000)]
    [InlineData(0, 40_000)]
    public void Cancelling_costs_what_the_band_says(int daysBefore, int fee) =>
        Assert.Equal(Eur(fee), Ladder.FeeOn(FirstDay.PlusDays(-daysBefore), FirstDay, Eur(40_000)));

    [Fact]
    public void Beyond_the_last_band_cancelling_is_free() =>
        Assert.Equal(Eur(0), Ladder.FeeOn(FirstDay.PlusDays(-366), FirstDay, Eur(40_000)));

    [Fact]
    public void Notice_after_the_first_day_counts_as_no_days() =>
        Assert.Equal(Eur(40_000), Ladder.FeeOn(FirstDay.PlusDays(2), FirstDay, Eur(40_000)));

    [Fact]
    public void A_base_of_shares_by_class_is_charged_by_the_band_less_what_is_paid()
    {
        var contracted = CancellationBase.Of(
            [(RevenueClass.Rooms, Eur(12_000)), (RevenueClass.RoomHire, Eur(3_000)), (RevenueClass.Food, Eur(7_000)), (RevenueClass.Beverage, Eur(3_000))],
            new Dictionary<RevenueClass, decimal>
            {
                [RevenueClass.Rooms] = 0.90m, [RevenueClass.RoomHire] = 0.90m, [RevenueClass.Food] = 0.65m, [RevenueClass.Beverage] = 0.65m,
            },
            Currency.Eur);
        Assert.Equal(Eur(20_000), contracted);

        var fee = Ladder.FeeOn(FirstDay.PlusDays(-100), FirstDay, contracted);
        Assert.Equal(Eur(10_000), fee);
        Assert.Equal(Eur(6_000), fee - Eur(4_000));
    }

    [Theory]
    [InlineData("0-45:100; 47-90:75", "46")]
    [InlineData("1-45:100", "0 to 0")]
    [InlineData("0-45:100; 45-90:75", "Two bands")]
    [InlineData("45-0:100", "ends before it starts")]
    [InlineData("0-45:101", "between 0 and 100")]
    [InlineData("soon:all", "is not a band")]
    public void A_ladder_with_a_hole_an_overlap_or_nonsense_is_refused(string bands, string says)
    {
        var refusal = Assert.Throws<HouseRuleException>(() => CancellationLadder.Parse(bands));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ladder_is_written_and_read_again() => Assert.Equal(Ladder, CancellationLadder.Parse(Ladder.ToString()));

    [Fact]
    public void It_says_from_which_day_cancelling_costs_more()
    {
        Assert.Equal(FirstDay.PlusDays(-90), Ladder.DearerFrom(FirstDay.PlusDays(-100), FirstDay));
        Assert.Equal(FirstDay.PlusDays(-365), Ladder.DearerFrom(FirstDay.PlusDays(-400), FirstDay));
        Assert.Null(Ladder.DearerFrom(FirstDay.PlusDays(-10), FirstDay));
    }

    [Fact]
    public void A_reduction_is_free_up_to_the_tolerance_and_follows_the_band_beyond_it()
    {
        var notice = FirstDay.PlusDays(-100);
        Assert.Equal(Eur(0), Ladder.ReductionFeeOn(notice, FirstDay, contracted: 100, now: 90, Eur(70)));
        Assert.Equal(Eur(350), Ladder.ReductionFeeOn(notice, FirstDay, contracted: 100, now: 80, Eur(70)));
    }

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);
}
