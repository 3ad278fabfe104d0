using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Rooms;

namespace HotelCorporate.Domain.Tests.Rooms;

/// <summary>The sums of domain section 9.</summary>
public sealed class AttritionTests
{
    private static readonly Money Rate = Money.Of(150m, Currency.Eur);
    private static readonly BlockUse[] Block = [new(20, 10, Rate), new(50, 45, Rate), new(20, 14, Rate)];

    [Fact]
    public void A_block_commits_16_40_16() => Assert.Equal([16, 40, 16], Block.Select(night => Attrition.Commit(night.Contracted, 0.20m)));

    [Fact]
    public void Night_by_night_eight_rooms_are_missing_for_900() => Assert.Equal(900m, Attrition.PerNight(Block, 0.20m, 0.75m, Currency.Eur).Amount);

    [Fact]
    public void All_together_three_rooms_are_missing_for_337_50() => Assert.Equal(337.50m, Attrition.Cumulative(Block, 0.20m, 0.75m, Currency.Eur).Amount);

    [Fact]
    public void A_block_that_is_full_owes_nothing() =>
        Assert.Equal(0m, Attrition.Cumulative([new(20, 20, Rate)], 0.20m, 0.75m, Currency.Eur).Amount + Attrition.PerNight([new(20, 20, Rate)], 0.20m, 0.75m, Currency.Eur).Amount);

    [Theory]
    [InlineData(210, 6)]
    [InlineData(200, 5)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void One_room_in_forty_is_free_rounded_up(int nights, int free) => Assert.Equal(free, Attrition.Complimentary(nights, 40));
}
