using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Plans;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Plans;

/// <summary>What a plan is, by example.</summary>
public sealed class PlanTests
{
    private static readonly LocalDate Tuesday = new(2027, 3, 9);

    [Fact]
    public void The_smallest_space_that_seats_them_comes_first_and_staying_is_worth_25_seats()
    {
        // A plenary of 50 and, after it, a seminar of 30: the room of 60 for both leaves 10 + 30 seats, changing to the room of 31 leaves 10 + 1 and costs a move.
        var answer = Best([Room("Large", 1, 60), Room("Small", 2, 31)], Function("Plenary", 9, 12, 50), Function("Seminar", 14, 16, 30));
        Assert.Equal([["Large", "Small"], ["Large", "Large"]], answer.Plans.Select(plan => plan.Functions.Select(function => function.Space.Name)));
        Assert.Equal([36, 40], answer.Plans.Select(plan => plan.Cost));
        Assert.Equal((1, 11), (answer.Plans[0].Moves, answer.Plans[0].SpareSeats));
    }

    [Fact]
    public void Two_at_the_same_time_take_no_part_of_each_other()
    {
        var (one, other) = (Room("One", 1, 40), Room("Other", 2, 40));
        var hall = Room("Hall", 3, 90, one.Atoms[0].Atom, other.Atoms[0].Atom);
        var wish = EventWish.Of([Function("Plenary", 9, 12, 80), Function("Crèche", 11, 12, 20)]);
        Assert.Equal(PlanProof.None, PlanSearch.Best(Planning(wish, [one, other, hall]).At(Tuesday), 1, 1000).Proof);

        var refusal = new PlanWhyNot(Planning(wish, [one, other, hall]), [one, other, hall], [], SetupTimes.For).Explain(Tuesday)!;
        Assert.Empty(refusal.Homeless);
        Assert.Equal(["Plenary", "Crèche"], refusal.Together.Select(crowded => crowded.Function.Name));
        Assert.Equal(["Hall"], refusal.Together[0].Spaces.Select(space => space.Name));
        Assert.Contains(refusal.Repairs, repair => repair is PlanRepair.Shift { Minutes: 135, ThenAllFits: true }); // 12:00 and 30 minutes of clearing, 45 of set-up
    }

    [Fact]
    public void A_24_hour_hold_needs_its_space_in_the_night_too_and_no_minutes_between_two_sessions()
    {
        var (one, other) = (Room("One", 1, 30), Room("Other", 2, 34));
        TakenTime[] party = [new(1, 0, At(20, 0), At(23, 0), At(20, 0), At(23, 0), 142, "HC-2026-0142", null)];
        var wish = EventWish.Of([Function("Day one", 9, 17, 30) with { KeepsSpace = true }, Function("Day two", 9, 17, 30) with { Day = 1, KeepsSpace = true }]);
        Assert.Equal(["Other", "Other"], Spaces(PlanSearch.Best(Planning(wish, [one, other], party).At(Tuesday), 1, 1000).Plans[0]));

        // Nobody is there in the night: the first room, in which also two sessions that follow each other need no clearing.
        var halves = EventWish.Of([Function("Morning", 9, 12, 30) with { KeepsSpace = true }, Function("Afternoon", 12, 17, 30) with { KeepsSpace = true }, Function("Day two", 9, 17, 30) with { Day = 1, KeepsSpace = true }]);
        Assert.Equal(["One", "One", "One"], Spaces(PlanSearch.Best(Planning(halves, [one, other]).At(Tuesday), 1, 1000).Plans[0]));
        var loose = EventWish.Of([.. halves.Functions.Select(function => function with { KeepsSpace = false })]);
        Assert.Equal(["Other", "One", "One"], Spaces(PlanSearch.Best(Planning(loose, [one, other]).At(Tuesday), 1, 1000).Plans[0]));
    }

    [Fact]
    public void Another_function_of_the_event_stays_out_of_what_a_24_hour_hold_keeps()
    {
        var room = Room("Room", 1, 30);
        var wish = EventWish.Of([Function("Day one", 9, 12, 30) with { KeepsSpace = true }, Function("Dinner", 19, 21, 30), Function("Day two", 9, 12, 30) with { Day = 1, KeepsSpace = true }]);
        Assert.Equal(PlanProof.None, PlanSearch.Best(Planning(wish, [room]).At(Tuesday), 1, 1000).Proof);
        Assert.Equal(3, new PlanWhyNot(Planning(wish, [room]), [room], [], SetupTimes.For).Explain(Tuesday)!.Together.Count);
    }

    [Fact]
    public void An_outdoor_space_is_planned_with_its_back_up_room()
    {
        var (garden, hall, other) = (Room("Garden", 1, 60), Room("Hall", 2, 60), Room("Other", 3, 80));
        garden.BackUpSpaceId = 2;
        TakenTime[] inTheHall = [new(2, 0, At(9, 0), At(13, 0), At(10, 0), At(12, 0), 142, "HC-2026-0142", null)];
        var wish = EventWish.Of([Function("Reception", 9, 12, 60) with { HasBackUp = true }]);
        Assert.Equal(["Other"], Spaces(PlanSearch.Best(Planning(wish, [garden, hall, other], inTheHall).At(Tuesday), 1, 1000).Plans[0]));
        var refusal = new PlanWhyNot(Planning(wish, [garden, hall], inTheHall), [garden, hall], inTheHall, SetupTimes.For).Explain(Tuesday)!;
        var held = Assert.IsType<SpaceObstacle.Held>(Assert.Single(refusal.Homeless[0].Answers.Single(answer => answer.Space == garden).Obstacles));
        Assert.Equal(("HC-2026-0142", "Hall"), (held.Reference, held.Atom));

        // Nor can the event itself have something else in the back-up room meanwhile.
        var two = EventWish.Of([Function("Reception", 9, 12, 60) with { HasBackUp = true }, Function("Meeting", 9, 12, 30)]);
        Space[] house = [garden, Room("Hall", 2, 31), Room("Other", 3, 35)];
        Assert.Equal(["Garden", "Other"], Spaces(PlanSearch.Best(Planning(two, house).At(Tuesday), 1, 1000).Plans[0]));
    }

    private static IEnumerable<string> Spaces(EventPlan plan) => plan.Functions.Select(function => function.Space.Name);

    [Fact]
    public void Any_three_weekdays_running_in_March()
    {
        var wish = EventWish.Of([Function("One", 9, 12, 20), Function("Two", 9, 12, 20) with { Day = 1 }, Function("Three", 9, 12, 20) with { Day = 2 }]);
        var first = PlanPeriod.Of(new(2027, 3, 1), new(2027, 3, 31), WeekDays.MondayToFriday).FirstDays(wish).ToList();
        Assert.Equal(new LocalDate(2027, 3, 1), first[0]); // a Monday
        Assert.Equal(new LocalDate(2027, 3, 29), first[^1]); // Monday to Wednesday, the last of March
        Assert.All(first, day => Assert.InRange(day.DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Wednesday));
        Assert.Equal(13, first.Count);
    }

    [Fact]
    public void A_closure_a_booking_and_a_legal_figure_are_told_exactly()
    {
        var (room, closed, small) = (Room("Room", 1, 60), Room("Closed", 2, 60), Room("Small", 3, 48));
        TakenTime[] taken =
        [
            new(1, 0, At(9, 0), At(14, 45), At(10, 0), At(14, 0), 142, "HC-2026-0142", new(2027, 3, 1)),
            new(2, 0, At(0, 0), At(23, 0), At(0, 0), At(23, 0), null, "Painting", null),
        ];
        var wish = EventWish.Of([Function("Seminar", 15, 17, 60)]);
        var refusal = new PlanWhyNot(Planning(wish, [room, closed, small], taken), [room, closed, small], taken, SetupTimes.For).Explain(Tuesday)!;
        var reasons = Assert.Single(refusal.Homeless).Answers.ToDictionary(answer => answer.Space.Name, answer => Assert.Single(answer.Obstacles));
        Assert.Equal(new SpaceObstacle.Buffer("HC-2026-0142", "Room", Clearing: true, 30, At(9, 0), At(14, 45)), reasons["Room"]);
        Assert.IsType<SpaceObstacle.Closed>(reasons["Closed"]);
        Assert.Equal(new SpaceObstacle.TooSmall(60, 48), reasons["Small"]);
        Assert.Contains(refusal.Repairs, repair => repair is PlanRepair.Shift { Minutes: 30, ThenAllFits: true });
        Assert.Contains(refusal.Repairs, repair => repair is PlanRepair.OptionLapses { Reference: "HC-2026-0142" });
    }

    [Fact]
    public void A_wish_that_stands_in_the_way_is_named()
    {
        var (down, up) = (Room("Down", 1, 60), Room("Up", 2, 60));
        up.Floor = "Upstairs";
        var wish = EventWish.Of([Function("One", 9, 12, 50), Function("Two", 9, 12, 50)]) with { SameFloor = true };
        var refusal = new PlanWhyNot(Planning(wish, [down, up]), [down, up], [], SetupTimes.For).Explain(Tuesday)!;
        Assert.Contains(refusal.Repairs, repair => repair is PlanRepair.Without { Rule: PlanRule.SameFloor, ThenAllFits: true });
    }

    [Fact]
    public void A_night_on_which_the_clock_skips_the_start_is_not_offered()
    {
        var wish = EventWish.Of([Function("Late", 1, 4, 20) with { From = new(2, 30) }]);
        var night = new EventPlanning(wish, new PlanHouse([Room("Room", 1, 30)], []), new FreeTimes([]), DateTimeZoneProviders.Tzdb["Europe/Tirane"]).Window(new(2027, 3, 28));
        Assert.Equal((false, 1), (night.Fits, night.Homeless));
    }

    [Fact]
    public void What_cannot_be_planned_is_refused()
    {
        Assert.Throws<HouseRuleException>(() => EventWish.Of([]));
        Assert.Throws<HouseRuleException>(() => EventWish.Of([Function("Long", 9, 9, 20)]));
        Assert.Throws<HouseRuleException>(() => EventWish.Of([Function("Far", 9, 12, 20) with { Day = 31 }]));
        Assert.Throws<HouseRuleException>(() => PlanPeriod.Of(Tuesday, Tuesday.PlusDays(-1), WeekDays.None));
        Assert.Throws<HouseRuleException>(() => PlanPeriod.Of(Tuesday, Tuesday.PlusDays(731), WeekDays.None));
    }

    private static PlanAnswer Best(Space[] spaces, params WishedFunction[] functions) => PlanSearch.Best(Planning(EventWish.Of(functions), spaces).At(Tuesday), 2, 1000);

    private static EventPlanning Planning(EventWish wish, Space[] spaces, params TakenTime[] taken) =>
        new(wish, new PlanHouse(spaces, []), new FreeTimes(taken.Select(hold => new TakenLane(hold.AtomId, hold.Lane, hold.From, hold.Until))), DateTimeZone.Utc);

    private static WishedFunction Function(string name, int from, int until, int people) => new(name, 0, new(from, 0), new(until, 0), people, SetupStyle.Theatre, new(45, 30));

    private static Instant At(int hour, int minute) => (Tuesday + new LocalTime(hour, minute)).InUtc().ToInstant();

    private static Space Room(string name, int id, int seats, params Atom[] atoms)
    {
        var space = Numbered(new Space { PropertyId = 1, Name = name, Position = id }, id);
        space.Offer(new Capacity(SetupStyle.Theatre, 5, seats, seats));
        foreach (var atom in atoms.Length > 0 ? atoms : [Numbered(new Atom { PropertyId = 1, Name = name }, id)])
        {
            space.Occupy(atom);
            typeof(SpaceAtom).GetProperty(nameof(SpaceAtom.AtomId))!.SetValue(space.Atoms[^1], atom.Id);
        }

        return space;
    }

    private static T Numbered<T>(T made, int id)
    {
        typeof(T).GetProperty("Id")!.SetValue(made, id);
        return made;
    }
}
