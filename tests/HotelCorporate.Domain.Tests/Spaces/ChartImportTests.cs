using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Tests.Spaces;

/// <summary>A capacity chart laid over a hotel's spaces, and spaces drawn to scale.</summary>
public sealed class ChartImportTests
{
    [Fact]
    public void Rooms_are_made_before_what_is_joined_of_them_and_a_second_time_changes_nothing()
    {
        var layout = HotelLayoutTests.Layout();
        ChartRow[] chart = [Row(2, "Both", ["One", "Two"], 90), Row(3, "One", ["One"], 50), Row(4, "Two", [], 40)];
        Assert.All(ChartImport.Apply(chart, layout), outcome => Assert.Equal(RowVerdict.Made, outcome.Verdict));
        Assert.Equal((2, 90, 81, 30), (layout.Named("Both")!.Atoms.Count, layout.Named("Both")!.In(SetupStyle.Theatre)!.Legal, layout.Named("Both")!.In(SetupStyle.Theatre)!.Comfortable, layout.Named("Both")!.In(SetupStyle.Theatre)!.Minimum));
        Assert.Equal([0, 1, 2], new[] { "Both", "One", "Two" }.Select(name => layout.Named(name)!.Position));
        Assert.All(ChartImport.Apply(chart, layout), outcome => Assert.Equal(RowVerdict.Unchanged, outcome.Verdict));
    }

    [Fact]
    public void A_row_that_is_refused_changes_nothing_and_says_why_at_its_column()
    {
        var layout = HotelLayoutTests.Layout("One");
        ChartRow[] chart =
        [
            Row(2, "One", ["One"], 50) with { AreaM2 = -3 }, Row(3, "Both", ["One", "Tow"], 90), Row(4, "Two", ["Two"], 40), Row(5, "two", ["Two"], 40),
            Row(6, "Bad", [], 5) with { Refusals = [new RowRefusal("theatre", "5x is no number.")] },
        ];
        var outcomes = ChartImport.Apply(chart, layout);
        Assert.Equal([RowVerdict.Refused, RowVerdict.Refused, RowVerdict.Made, RowVerdict.Refused, RowVerdict.Refused], outcomes.Select(outcome => outcome.Verdict));
        Assert.Equal(["area", "atoms", "room", "theatre"], outcomes.Where(outcome => outcome.Verdict == RowVerdict.Refused).Select(outcome => Assert.Single(outcome.Refusals).Column));
        Assert.Contains("no room Tow", outcomes[1].Refusals[0].Why.ToString(), StringComparison.Ordinal);
        Assert.Null(layout.Named("Both"));
        Assert.Empty(layout.Named("One")!.Capacities);
    }

    [Fact]
    public void A_figure_that_stands_keeps_what_the_house_calls_comfortable_and_an_empty_one_withdraws_the_style()
    {
        var layout = HotelLayoutTests.Layout("One");
        layout.Named("One")!.OfferOnly([new Capacity(SetupStyle.Theatre, 5, 30, 50), new Capacity(SetupStyle.Banquet, 5, 30, 50)]);
        ChartImport.Apply([Row(2, "One", [], 50) with { Figures = new Dictionary<SetupStyle, int?> { [SetupStyle.Theatre] = 50, [SetupStyle.Banquet] = null } }], layout);
        Assert.Equal(30, Assert.Single(layout.Named("One")!.Capacities).Comfortable);
    }

    [Fact]
    public void A_chart_that_is_silent_about_rooms_leaves_a_combination_as_it_is()
    {
        var layout = HotelLayoutTests.Layout("One", "Two");
        var both = HotelLayoutTests.Joined(layout, "Both", "One", "Two");
        Assert.Equal(RowVerdict.Changed, Assert.Single(ChartImport.Apply([Row(2, "Both", [], 90)], layout)).Verdict);
        Assert.Equal(2, both.Atoms.Count);
    }

    [Fact]
    public void A_combination_is_drawn_as_its_rooms_side_by_side_along_the_wall_where_they_meet()
    {
        var layout = HotelLayoutTests.Layout("A", "B");
        layout.Describe(layout.Named("A")!, new SpaceFacts("A") { LengthM = 10, WidthM = 6 });
        layout.Describe(layout.Named("B")!, new SpaceFacts("B") { LengthM = 10, WidthM = 4 });
        var both = HotelLayoutTests.Joined(layout, "A+B", "A", "B");
        var along = FloorPlan.OfSpace(both, layout.Spaces)!;
        Assert.Equal((20, 6), (along.Across, along.Down));
        layout.Describe(both, new SpaceFacts("A+B") { LengthM = 10, WidthM = 10 });
        var turned = FloorPlan.OfSpace(both, layout.Spaces)!;
        Assert.Equal((10, 10), (turned.Across, turned.Down));
    }

    [Fact]
    public void A_floor_shows_each_room_once_and_a_room_without_measures_as_a_square_of_its_area()
    {
        var layout = HotelLayoutTests.Layout("A", "B", "C", "D");
        foreach (var name in new[] { "A", "B", "C" }) layout.Describe(layout.Named(name)!, new SpaceFacts(name) { AreaM2 = 25 });
        HotelLayoutTests.Joined(layout, "A+B", "A", "B");
        HotelLayoutTests.Joined(layout, "B+C", "B", "C");
        var plan = FloorPlan.OfFloor(layout.Spaces, layout.Spaces)!;
        Assert.Equal(["A", "B", "C"], plan.Rooms.Select(room => room.Name).Order(StringComparer.Ordinal));
        Assert.All(plan.Rooms, room => Assert.Equal((5, 5, false), (room.Across, room.Down, room.IsMeasured)));
        Assert.Null(FloorPlan.OfSpace(layout.Named("D")!, layout.Spaces));
    }

    private static ChartRow Row(int number, string name, string[] rooms, int theatre) => new(number, name, rooms, new Dictionary<SetupStyle, int?> { [SetupStyle.Theatre] = theatre }, []);
}
