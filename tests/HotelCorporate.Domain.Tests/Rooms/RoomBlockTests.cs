using CsCheck;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Rooms;

/// <summary>A block from the first number that somebody types to the cut-off and the attrition.</summary>
public sealed class RoomBlockTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);
    private static readonly LocalDate Arrival = new(2027, 4, 12);
    private static readonly EventNights Stay = new(Arrival, Arrival.PlusDays(2));
    internal static readonly RoomType Standard = new() { PropertyId = 1, Code = "STD", Name = "Standard", Physical = 100 };

    [Fact]
    public void The_example_of_the_law_counts_against_the_contract_both_ways_and_not_against_what_the_cut_off_left()
    {
        var block = Contracted(new BlockTerms(0.20m, 0.75m, AttritionBasis.PerNight, 40), 20, 50, 20);
        block.PickUp(Standard, Arrival, 10, Today);
        block.PickUp(Standard, Arrival.PlusDays(1), 45, Today);
        block.PickUp(Standard, Arrival.PlusDays(2), 14, Today);
        Assert.Equal(21, block.Release(Arrival.PlusDays(-29)));
        Assert.Equal((69, 90), (block.Held, block.Agreed));
        Assert.Equal(900.00m, block.Attrition(AttritionBasis.PerNight, Currency.Eur).Amount);
        Assert.Equal(337.50m, block.Attrition(AttritionBasis.Cumulative, Currency.Eur).Amount);
        Assert.Equal(2, block.Complimentary); // 69 nights at one in 40
    }

    [Fact]
    public void An_agreed_reduction_lowers_what_attrition_counts_and_what_is_kept()
    {
        var block = Contracted(new BlockTerms(0.20m, 0.75m, AttritionBasis.PerNight), 20, 50, 20);
        block.Reduce(Standard, Arrival, 20, Today, "The board does not come", Today);
        Assert.Equal((70, 70), (block.Agreed, block.Held));
        Assert.Equal((40 + 16) * 150m * 0.75m, block.Attrition(AttritionBasis.PerNight, Currency.Eur).Amount);
        Assert.Equal((20, Today, "The board does not come"), (block.Reductions[0].Rooms, block.Reductions[0].On, block.Reductions[0].Reason));
        Assert.Throws<HouseRuleException>(() => block.Reduce(Standard, Arrival.PlusDays(1), 51, Today, "Too many", Today));
        Assert.Throws<HouseRuleException>(() => block.Reduce(Standard, Arrival.PlusDays(1), 1, Today, " ", Today));
    }

    [Fact]
    public void Unsold_rooms_go_back_once_and_come_again_only_while_they_are_free()
    {
        var block = Contracted(20, 50, 20);
        block.PickUp(Standard, Arrival, 5, Today);
        Assert.Equal(85, block.Release(Today));
        Assert.Throws<HouseRuleException>(() => block.Release(Today));
        Assert.Throws<HouseRuleException>(() => block.TakeBack(Arrival.PlusDays(-10), "They come after all", Today, (_, _) => 49, _ => "Standard"));
        Assert.Equal(BlockStatus.Released, block.Status);
        block.TakeBack(Arrival.PlusDays(-10), "They come after all", Today, (_, _) => 50, _ => "Standard");
        Assert.Equal((BlockStatus.Open, 90, Arrival.PlusDays(-10)), (block.Status, block.Held, block.CutOffOn));
    }

    [Fact]
    public void More_than_the_house_has_is_refused_or_waits_or_is_forced()
    {
        var block = new RoomBlock(1, 1, Today);
        var refused = Assert.Throws<HouseRuleException>(() => block.Keep(Standard, Arrival, Occupancy.Single, 12, free: 10, WhenShort.Refuse, Stay));
        Assert.Equal("Standard on 2027-04-12: 12 rooms are asked for, 10 are free. Ask for fewer, or say why the house should go below zero.", refused.Message);
        block.Keep(Standard, Arrival, Occupancy.Single, 12, free: 10, WhenShort.Ask, Stay);
        Assert.Equal((12, 0), (block.Nights[0].Asked, block.Held));
        block.Force();
        Assert.Equal((null, 12, 12), (block.Nights[0].Asked, block.Held, block.Agreed));
        block.Keep(Standard, Arrival, Occupancy.Single, 12, free: 0, WhenShort.Refuse, Stay); // what was let in once stays in
        Assert.Throws<HouseRuleException>(() => block.Keep(Standard, Arrival, Occupancy.Single, 13, free: 0, WhenShort.Refuse, Stay));
    }

    [Theory]
    [InlineData(-8, 1)]
    [InlineData(10, 1)]
    [InlineData(0, -1)]
    [InlineData(0, 2001)]
    public void Nights_outside_of_the_stay_and_senseless_numbers_are_refused(int night, int rooms) =>
        Assert.Throws<HouseRuleException>(() => new RoomBlock(1, 1, Today).Keep(Standard, Arrival.PlusDays(night), Occupancy.Single, rooms, 5000, WhenShort.Refuse, Stay));

    [Fact]
    public void A_cut_off_is_not_after_the_arrival_and_another_one_has_a_reason()
    {
        var block = Contracted(20, 50, 20);
        Assert.Throws<HouseRuleException>(() => block.Date(Arrival.PlusDays(1), null, [], null, Today));
        block.FollowArrival(30, Today);
        Assert.Equal(Arrival.PlusDays(-30), block.CutOffOn);
        Assert.Throws<HouseRuleException>(() => block.Date(Arrival.PlusDays(-20), null, [], "", Today));
        block.Date(Arrival.PlusDays(-20), Arrival.PlusDays(-14), [Arrival.PlusDays(-40), Arrival.PlusDays(-60)], "The client decides late", Today);
        block.FollowArrival(30, Today);
        Assert.Equal((Arrival.PlusDays(-20), Arrival.PlusDays(-60)), (block.CutOffOn, block.ReviewOn[0]));
        Assert.Throws<HouseRuleException>(() => block.Date(Arrival.PlusDays(-20), Arrival.PlusDays(1), [], "Late", Today));
    }

    [Theory]
    [InlineData(1.01, 0.5, null)]
    [InlineData(-0.1, 0.5, null)]
    [InlineData(0.1, 1.01, null)]
    [InlineData(0.1, 0.5, 0)]
    public void Terms_are_between_0_and_100_percent(double allowance, double damage, int? oneFreePer) =>
        Assert.Throws<HouseRuleException>(() => Contracted(1).Agree(new((decimal)allowance, (decimal)damage, AttritionBasis.PerNight, oneFreePer), ""));

    [Fact]
    public void The_last_accepted_version_is_the_contract_and_nothing_is_counted_twice()
    {
        var block = new RoomBlock(1, 1, Today);
        block.Keep(Standard, Arrival, Occupancy.Single, 20, 100, WhenShort.Refuse, Stay);
        block.Contract([Night(0, 20)], terms: null, Plenty, Today);
        Assert.Equal((20, 20), (block.Agreed, block.Held));
        block.Reduce(Standard, Arrival, 5, Today, "Fewer", Today);
        block.Contract([Night(0, 18), Night(1, 4)], terms: null, Plenty, Today);
        Assert.Equal((22, 22), (block.Agreed, block.Held));
        block.Contract([Night(1, 4)], terms: null, Plenty, Today);
        Assert.Equal((4, 4, 1), (block.Agreed, block.Held, block.Nights.Count));
    }

    [Fact]
    public void What_is_accepted_and_does_not_fit_is_kept_only_when_it_does_or_is_forced()
    {
        var block = new RoomBlock(1, 1, Today);
        block.Contract([Night(0, 8)], terms: null, (_, _) => 5, Today);
        Assert.Equal((8, 0), (block.Agreed, block.Held));
        block.KeepAgreed();
        Assert.Equal(8, block.Held);
    }

    [Fact]
    public void Once_there_is_a_contract_only_what_is_kept_changes_by_hand()
    {
        var block = Contracted(20);
        block.Keep(Standard, Arrival, Occupancy.Single, 12, 100, WhenShort.Refuse, Stay);
        Assert.Equal((20, 12), (block.Agreed, block.Held));
        block.Keep(Standard, Arrival, Occupancy.Single, 25, 100, WhenShort.Refuse, Stay);
        Assert.Equal((20, 25), (block.Agreed, block.Held));
    }

    [Fact]
    public void What_an_option_gave_back_is_kept_again_once_it_is_signed_and_what_the_cut_off_left_is_no_contract()
    {
        var block = new RoomBlock(1, 1, Today);
        block.Keep(Standard, Arrival, Occupancy.Single, 10, 100, WhenShort.Refuse, Stay);
        block.Release(Today);
        block.Keep(Standard, Arrival, Occupancy.Single, 0, 100, WhenShort.Refuse, Stay);
        Assert.Equal((10, 0), (block.Agreed, block.Held));
        block.Contract([Night(0, 10)], terms: null, Plenty, Today);
        Assert.Equal((BlockStatus.Open, 10, 10), (block.Status, block.Agreed, block.Held));
        block.Release(Today);
        block.Contract([Night(0, 12)], terms: null, Plenty, Today);
        Assert.Equal((BlockStatus.Released, 12, 2), (block.Status, block.Agreed, block.Held)); // an amendment after the cut-off brings its own rooms alone
    }

    [Fact]
    public void Whatever_happens_no_more_is_taken_than_kept_and_the_contract_stands() =>
        Gen.Select(Gen.Int[0, 30].Array[1, 5], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[-2, 40]).Array[0, 12]).Sample((rooms, deeds) =>
        {
            var block = Contracted(rooms);
            foreach (var (what, night, number) in deeds)
            {
                try
                {
                    if (what == 0) block.PickUp(Standard, Arrival.PlusDays(night), number, Today);
                    if (what == 1) block.Reduce(Standard, Arrival.PlusDays(night), number, Today, "Why", Today);
                    if (what == 2) block.Release(Today);
                    if (what == 3) block.Keep(Standard, Arrival.PlusDays(night), Occupancy.Single, number, 40, WhenShort.Refuse, null);
                    if (what == 4) block.Name(new GuestFacts($"Guest {number}", Standard.Id, Arrival.PlusDays(night), Arrival.PlusDays(night + 1)), _ => "Standard", Today);
                }
                catch (HouseRuleException)
                {
                    // Refused: nothing changed.
                }

                Assert.All(block.Nights, line => Assert.True(line.PickedUp >= 0 && line.PickedUp <= line.Held && line.Agreed >= 0 && line.Reduced <= line.Contracted));
                Assert.Equal(rooms.Sum(), block.Agreed + block.Reductions.Sum(reduction => reduction.Rooms));
            }
        });

    [Fact]
    public void What_the_contract_says_of_unused_rooms_is_changed_by_a_new_version_alone()
    {
        var terms = new BlockTerms(0.20m, 0.75m, AttritionBasis.Cumulative, 40);
        var block = Contracted(terms, 20);
        Assert.Equal((terms, terms), (block.Terms, BlockTerms.Parse(terms.ToString())));
        Assert.Throws<HouseRuleException>(() => block.Agree(terms with { Damage = 0.5m }, ""));
        block.Agree(terms, "30:50; 0:100");
        block.Contract([Night(0, 20)], terms with { Damage = 0.5m }, Plenty, Today);
        Assert.Equal((0.5m, "30:50; 0:100"), (block.Damage, block.PlanText));
    }

    [Fact]
    public void The_clause_is_said_in_words_with_its_basis_and_what_it_comes_to()
    {
        IReadOnlyList<BlockUse> block = [new(20, 0, Money.Of(150m, Currency.Eur)), new(50, 0, Money.Of(150m, Currency.Eur)), new(20, 0, Money.Of(150m, Currency.Eur))];
        Assert.Equal(
            ["20 % of the bedrooms may stay unused free of charge.", "Each further one costs 75 % of its rate, counted night by night and type by type.", $"Of 90 room nights 72 are committed; if none were used, {Money.Of(8_100m, Currency.Eur)} would be due.", "One room night in 40 is free of charge."],
            new BlockTerms(0.20m, 0.75m, AttritionBasis.PerNight, 40).InWords(block, Currency.Eur).Select(sentence => sentence.ToString()));
        Assert.Equal("No bedroom may stay unused free of charge.", BlockTerms.Allowing(0).InWords(block, Currency.Eur)[0].ToString());
    }

    internal static RoomBlock Contracted(params int[] rooms) => Contracted(BlockTerms.Allowing(0), rooms);

    private static RoomBlock Contracted(BlockTerms terms, params int[] rooms)
    {
        var block = new RoomBlock(1, 1, Today);
        block.Contract([.. rooms.Select((number, i) => Night(i, number))], terms, Plenty, Today);
        return block;
    }

    private static int Plenty(int type, LocalDate night) => 1_000;

    private static ContractedNight Night(int day, int rooms) => new(Standard.Id, Arrival.PlusDays(day), Occupancy.Single, rooms, Money.Of(150m, Currency.Eur), []);
}
