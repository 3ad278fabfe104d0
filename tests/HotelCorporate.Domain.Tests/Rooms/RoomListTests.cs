using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Rooms;

/// <summary>Files of the client and of the hotel's own system, and the plan of the pick-up.</summary>
public sealed class RoomListTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);
    private static readonly LocalDate Arrival = new(2027, 4, 12);

    [Fact]
    public void A_guest_who_is_known_is_changed_and_not_doubled_and_the_same_list_changes_nothing()
    {
        var block = RoomBlockTests.Contracted(2, 2);
        RoomingRow[] list = [Row(2, "Ana Prifti", 0, 2), Row(3, "Ben Olsen", 0, 1)];
        Assert.Equal([RowVerdict.Made, RowVerdict.Made], Verdicts(block, list));
        Assert.Equal([RowVerdict.Unchanged, RowVerdict.Unchanged], Verdicts(block, list));
        Assert.Equal([RowVerdict.Changed], Verdicts(block, Row(2, "ANA  PRIFTI", 1, 2)));
        Assert.Equal((2, 2), (block.Guests.Count, block.PickedUp));
        block.Unname(0, Today);
    }

    [Fact]
    public void More_names_than_rooms_are_refused_by_night_and_type_and_the_rest_is_taken()
    {
        var block = RoomBlockTests.Contracted(1, 2);
        var outcomes = RoomingList.Apply([Row(2, "Ana Prifti", 0, 2), Row(3, "Ben Olsen", 0, 2), Row(4, "Cem Ak", 1, 2), Row(5, "Dea Leka", 1, 3), Row(6, "Ana Prifti", 0, 1)], block, _ => "Standard", Today);
        Assert.Equal([RowVerdict.Made, RowVerdict.Refused, RowVerdict.Made, RowVerdict.Refused, RowVerdict.Refused], outcomes.Select(outcome => outcome.Verdict));
        Assert.Equal("Standard on 2027-04-12: more names than rooms, all 1 have one.", outcomes[1].Refusals[0].Why.ToString());
        Assert.Contains("names this guest twice", outcomes[4].Refusals[0].Why.ToString(), StringComparison.Ordinal);
        Assert.Equal([1, 2], block.Nights.Select(night => night.PickedUp));
    }

    [Fact]
    public void A_stay_outside_of_the_block_is_refused()
    {
        var block = RoomBlockTests.Contracted(2);
        Assert.Equal([RowVerdict.Refused, RowVerdict.Refused], Verdicts(block, Row(2, "Ana Prifti", -1, 1), Row(3, "Ben Olsen", 1, 1)));
        Assert.Equal("2027-04-11 is outside of the stay: the block has no Standard then.", RoomingList.Apply([Row(2, "Ana Prifti", -1, 1)], block, _ => "Standard", Today)[0].Refusals[0].Why.ToString());
    }

    [Fact]
    public void Names_and_a_typed_number_are_not_added_up()
    {
        var block = RoomBlockTests.Contracted(5);
        block.PickUp(RoomBlockTests.Standard, Arrival, 3, Today);
        Assert.Equal([RowVerdict.Made], Verdicts(block, Row(2, "Ana Prifti", 0, 1)));
        Assert.Equal(3, block.PickedUp);
        Assert.Equal([(Today, 3)], block.Pace.Select(day => (day.On, day.PickedUp)));
    }

    [Fact]
    public void The_house_is_brought_in_row_by_row_and_a_second_time_changes_nothing()
    {
        var stands = new Dictionary<(int, LocalDate), HouseNight>();
        HouseRow[] rows =
        [
            new(2, RoomBlockTests.Standard, Arrival, 100, 3, 40, []), new(3, RoomBlockTests.Standard, Arrival, 100, 3, 41, []), new(4, RoomBlockTests.Standard, Arrival.PlusDays(1), 100, 101, 0, []),
            new(5, RoomBlockTests.Standard, Arrival.PlusDays(2), null, null, -1, []), new(6, RoomBlockTests.Standard, Arrival.PlusDays(3), null, null, 7, []), new(7, null, Arrival, 1, 1, 1, [new("type", "Unknown")]),
        ];
        RowVerdict[] first = [RowVerdict.Made, RowVerdict.Refused, RowVerdict.Refused, RowVerdict.Refused, RowVerdict.Made, RowVerdict.Refused];
        Assert.Equal(first, HouseImport.Apply(rows, stands).Select(outcome => outcome.Verdict));
        Assert.Equal(first.Select(verdict => verdict == RowVerdict.Made ? RowVerdict.Unchanged : verdict), HouseImport.Apply(rows, stands).Select(outcome => outcome.Verdict));
        Assert.Equal(new HouseFacts(100, 0, 7), stands[(0, Arrival.PlusDays(3))].Facts);
        Assert.Equal(-4, new HouseStand(100, 3, 41, 60).Free);
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("", 50, 0.5)]
    [InlineData("", 100, 1)]
    [InlineData("60:10; 30:50; 0:100", 80, 0.1)]
    [InlineData("60:10; 30:50; 0:100", 95, 0.3)]
    [InlineData("60:10; 30:50; 0:100", 125, 0.75)]
    [InlineData("60:10; 30:50", 139, 0.5)]
    public void A_plan_grows_evenly_between_its_points(string plan, int day, double share) =>
        Assert.Equal((decimal)share, PickUpPlan.Parse(plan).By(Arrival.PlusDays(-140 + day), Arrival.PlusDays(-140), Arrival.PlusDays(-40), Arrival));

    [Theory]
    [InlineData("60")]
    [InlineData("60:101")]
    [InlineData("60:50; 30:40")]
    [InlineData("60:50; 60:60")]
    public void A_plan_that_falls_or_is_not_understood_is_refused(string plan) => Assert.Throws<HouseRuleException>(() => PickUpPlan.Parse(plan));

    private static IEnumerable<RowVerdict> Verdicts(RoomBlock block, params RoomingRow[] rows) => RoomingList.Apply(rows, block, _ => "Standard", Today).Select(outcome => outcome.Verdict);

    private static RoomingRow Row(int number, string name, int from, int to) => new(number, name, RoomBlockTests.Standard, Arrival.PlusDays(from), Arrival.PlusDays(to), "", "", "", []);
}
