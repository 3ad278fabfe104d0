using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Tests.Spaces;

/// <summary>What a space may be made of, and what it may not become.</summary>
public sealed class HotelLayoutTests
{
    [Fact]
    public void A_combination_is_made_of_any_rooms_and_has_figures_of_its_own()
    {
        var layout = Layout("A", "B", "C");
        var all = Joined(layout, "A+B+C", "A", "B", "C");
        Assert.Equal(2, Joined(layout, "A+B", "A", "B").Atoms.Count);
        all.OfferOnly([new Capacity(SetupStyle.Theatre, 50, 90, 100)]);
        Assert.Equal(100, all.In(SetupStyle.Theatre)!.Legal);
        Assert.Null(layout.Named("A+B")!.In(SetupStyle.Theatre));
    }

    [Fact]
    public void Two_spaces_are_not_made_of_the_same_rooms_unless_one_is_no_longer_sold()
    {
        var layout = Layout("A", "B");
        var first = Joined(layout, "A+B", "A", "B");
        var second = layout.Add(new SpaceFacts("Twin"));
        Assert.Contains("A+B is made of the same", Assert.Throws<HouseRuleException>(() => layout.Join(second, layout.Atoms.ToList())).Message, StringComparison.Ordinal);
        layout.Retire(first);
        layout.Join(second, layout.Atoms.ToList());
        Assert.Throws<HouseRuleException>(() => layout.Sell(first));
    }

    [Fact]
    public void One_room_is_no_combination_and_a_name_is_given_once()
    {
        var layout = Layout("A", "B");
        var space = layout.Add(new SpaceFacts("A+B"));
        Assert.Equal("Atoms", Assert.Throws<HouseRuleException>(() => layout.Join(space, [layout.Atoms[0]])).Field);
        Assert.Equal("Name", Assert.Throws<HouseRuleException>(() => layout.Add(new SpaceFacts("a "))).Field);
        Assert.Equal("Name", Assert.Throws<HouseRuleException>(() => layout.Describe(space, new SpaceFacts("B"))).Field);
    }

    [Fact]
    public void A_room_of_its_own_is_renamed_with_its_space()
    {
        var layout = Layout("A");
        layout.Describe(layout.Named("A")!, new SpaceFacts("Aurora"));
        Assert.Equal("Aurora", layout.Atoms[0].Name);
    }

    [Fact]
    public void What_a_space_is_made_of_stays_while_something_stands_on_it()
    {
        var free = Layout("A", "B", "C");
        var standing = new Standing(new HashSet<int> { 0 }, new HashSet<int> { 0 }, new HashSet<int>()); // nothing here has a number yet, so all are meant
        var whole = Joined(free, "A+B", "A", "B");
        var held = new HotelLayout(1, free.Spaces, free.Atoms, standing);
        Assert.Contains("Bookings or closures stand on A+B", Assert.Throws<HouseRuleException>(() => held.Join(whole, held.Atoms.ToList())).Message, StringComparison.Ordinal);
        Assert.Equal("Lanes", Assert.Throws<HouseRuleException>(() => held.StandAlone(held.Named("A")!, 3)).Field);
        held.Join(whole, [held.AtomNamed("A")!, held.AtomNamed("B")!]); // as it is
        Assert.Equal(2, whole.Atoms.Count);
    }

    [Theory]
    [InlineData("", null, null, null, "Name")]
    [InlineData("A", 0.0, null, null, "AreaM2")]
    [InlineData("A", 10.0, 4.0, null, "WidthM")]
    [InlineData("A", 10.0, null, -1.0, "WidthM")]
    public void An_impossible_fact_is_named(string name, double? area, double? length, double? width, string field)
    {
        var facts = new SpaceFacts(name) { AreaM2 = (decimal?)area, LengthM = (decimal?)length, WidthM = (decimal?)width };
        Assert.Equal(field, Assert.Throws<HouseRuleException>(facts.Checked).Field);
    }

    [Fact]
    public void Only_an_outdoor_space_has_a_back_up_and_an_indoor_one_at_that()
    {
        var layout = Layout("Hall");
        var terrace = layout.Add(new SpaceFacts("Terrace") { IsOutdoor = true });
        layout.StandAlone(terrace, 1);
        Number(layout.Named("Hall")!, 7);
        layout.BackUp(terrace, 7);
        Assert.Contains("back-up room of Terrace", Assert.Throws<HouseRuleException>(() => layout.Retire(layout.Named("Hall")!)).Message, StringComparison.Ordinal);
        Assert.Equal("IsOutdoor", Assert.Throws<HouseRuleException>(() => layout.Describe(layout.Named("Hall")!, new SpaceFacts("Hall") { IsOutdoor = true })).Field);
        Assert.Throws<HouseRuleException>(() => layout.BackUp(layout.Named("Hall")!, 7));
        layout.Describe(terrace, new SpaceFacts("Terrace"));
        Assert.Null(terrace.BackUpSpaceId);
    }

    [Theory]
    [InlineData(10, null, 30, "Comfortable")]
    [InlineData(0, 5, 30, "Minimum")]
    [InlineData(10, 5, 30, "Comfortable")]
    [InlineData(10, 20, 15, "Legal")]
    public void Figures_go_up_and_none_is_missing(int? minimum, int? comfortable, int? legal, string field) =>
        Assert.Equal(field, Assert.Throws<HouseRuleException>(() => Capacity.Typed(SetupStyle.Banquet, minimum, comfortable, legal)).Field);

    [Fact]
    public void A_figure_above_what_the_area_takes_is_known()
    {
        Assert.True(new Capacity(SetupStyle.Theatre, 1, 40, 48).IsAbove(51.3m)); // 46 by area
        Assert.False(new Capacity(SetupStyle.Theatre, 1, 40, 46).IsAbove(51.3m));
        Assert.False(new Capacity(SetupStyle.Theatre, 1, 40, 48).IsAbove(null));
        Assert.False(new Capacity(SetupStyle.Exhibition, 1, 40, 4800).IsAbove(51.3m));
    }

    [Fact]
    public void A_record_tells_what_changed_and_a_decimal_nought_is_no_change()
    {
        var layout = Layout("A");
        var before = SpaceRecord.Of(layout.Named("A")!);
        layout.Describe(layout.Named("A")!, new SpaceFacts("A") { AreaM2 = 51.30m, Floor = "2" });
        var after = SpaceRecord.Of(layout.Named("A")!);
        Assert.Equal(["floor", "area in m\u00b2"], before.ChangesTo(after).Select(change => change.Fact.ToString()));
        layout.Named("A")!.AreaM2 = 51.3m;
        Assert.Equal(after.Mark, SpaceRecord.Of(layout.Named("A")!).Mark);
        Assert.NotEqual(before.Mark, after.Mark);
    }

    internal static HotelLayout Layout(params string[] rooms)
    {
        var layout = new HotelLayout(1, [], [], Standing.Nothing);
        foreach (var room in rooms) layout.StandAlone(layout.Add(new SpaceFacts(room)), 1);
        return layout;
    }

    internal static Space Joined(HotelLayout layout, string name, params string[] rooms)
    {
        var space = layout.Add(new SpaceFacts(name));
        layout.Join(space, [.. rooms.Select(room => layout.AtomNamed(room)!)]);
        return space;
    }

    private static void Number(Space space, int id) => typeof(Space).GetProperty(nameof(Space.Id))!.SetValue(space, id);
}
