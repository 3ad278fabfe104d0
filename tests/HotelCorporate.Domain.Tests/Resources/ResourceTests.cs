using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using NodaTime;
using static HotelCorporate.Domain.Tests.Resources.House;

namespace HotelCorporate.Domain.Tests.Resources;

/// <summary>Stock, kits, needs and hire (domain section 7).</summary>
public sealed class ResourceTests
{
    private static readonly Resource Projector = Thing(1, "Projector", 3), Screen = Thing(2, "Screen", 3), Microphone = Thing(3, "Microphone", 5);
    private static readonly Resource Set = Kit(4, "Conference set", (1, 1), (2, 1), (3, 2));
    private static readonly ResourceCatalogue All = new([Projector, Screen, Microphone, Set]);

    [Fact]
    public void A_kit_counts_its_parts()
    {
        var (morning, noon) = (Planned(1, "9:00", "12:00"), Planned(2, "11:00", "15:00"));
        var book = Book([morning, noon], Need(morning, Set, 2), Need(noon, Set, 1));
        Assert.Equal((3, 6, 5), Worst(book.LoadOf(Projector), book.LoadOf(Microphone)));
        var shortage = Assert.Single(book.Shortages());
        Assert.Equal((Microphone, Span("10:30", "12:30"), 6L, 5L), (shortage.Resource, shortage.Time, shortage.Needed, shortage.There));
        Assert.Equal([1, 2], shortage.FunctionIds);
        Assert.Equal(0, book.FreeIn(Set, Span("9:00", "9:30"))); // one projector is left, and one microphone: no whole set

        static (long Projectors, long Needed, long There) Worst(ResourceLoad one, ResourceLoad other) => (one.Steps.Max(step => step.Needed), other.Steps.Max(step => step.Needed), other.Steps[0].There);
    }

    [Fact]
    public void What_only_touches_does_not_compete()
    {
        var (early, late) = (Planned(1, "9:00", "11:30"), Planned(2, "12:30", "15:00"));
        Assert.Empty(Book([early, late], Need(early, Projector, 3), Need(late, Projector, 3)).Shortages());
    }

    [Fact]
    public void A_hire_lifts_a_shortage_for_the_time_of_its_need()
    {
        var (one, other) = (Planned(1, "9:00", "12:00"), Planned(2, "9:00", "12:00"));
        var need = Need(other, Set, 2);
        Assert.Equal([(Microphone, 3L), (Projector, 1L), (Screen, 1L)], Book([one, other], Need(one, Set, 2), need).Shortages().Select(shortage => (shortage.Resource, shortage.Missing)));
        need.Hire(Projector, All, 1, "Sound & Light", Money.Of(40, Eur), Money.Of(65, Eur));
        Assert.Equal([Microphone, Screen], Book([one, other], Need(one, Set, 2), need).Shortages().Select(shortage => shortage.Resource));
        Assert.Equal("Type how many are hired: 1 to 1, as many as are needed here.", Refused(() => need.Hire(Projector, All, 2, "Sound & Light", Zero, Zero)).Message); // one of two is hired already
        Refused(() => need.Hire(Projector, All, 1, " ", Zero, Zero));
        Refused(() => need.Hire(Thing(9, "Stage", 1), All, 1, "Sound & Light", Zero, Zero));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    public void An_impossible_quantity_is_refused(int quantity) =>
        Assert.Equal(nameof(ResourceNeed.Quantity), Refused(() => ResourceNeed.Of(Planned(1, "9:00", "12:00"), Projector, quantity, null, null, Zone)).Field);

    [Theory]
    [InlineData("8:00", null, "From")]
    [InlineData(null, "13:00", "Until")]
    [InlineData("12:30", null, "From")]
    [InlineData("11:00", "10:00", "Until")]
    public void A_time_outside_of_the_function_is_refused_at_its_field(string? from, string? until, string field) =>
        Assert.Equal(field, Refused(() => ResourceNeed.Of(Planned(1, "9:00", "12:00"), Projector, 1, Typed(from), Typed(until), Zone)).Field);

    [Fact]
    public void Typed_times_go_with_the_function_and_cross_midnight()
    {
        var dinner = Planned(1, "19:00", "23:30", clearing: 120);
        var need = ResourceNeed.Of(dinner, Projector, 1, At("22:00"), At("0:30"), Zone);
        Assert.Equal(new Occupation(Moment("22:00"), Moment("22:00") + Duration.FromMinutes(150)), need.TimeIn(dinner.StartsAt, dinner.Occupation));
        var later = Duration.FromDays(3);
        Assert.Equal(Moment("22:00") + later, need.TimeIn(dinner.StartsAt + later, new Occupation(dinner.OccupiedFrom + later, dinner.OccupiedUntil + later)).From);
        var shorter = new Occupation(Moment("18:30"), Moment("21:00"));
        Assert.Equal(shorter, need.TimeIn(dinner.StartsAt, shorter)); // nothing of its time is left: it counts all the while
    }

    [Fact]
    public void A_kit_contains_itself_neither_at_once_nor_through_another()
    {
        var loop = new ResourceCatalogue([Kit(1, "Stage set", (1, 1))]);
        Assert.Equal("Stage set cannot contain itself.", Refused(loop.RefuseImpossibleKits).Message);
        var through = new ResourceCatalogue([Kit(1, "A", (2, 1)), Kit(2, "B", (3, 1)), Kit(3, "C", (1, 1))]);
        Assert.Equal("A would contain itself: it is in C.", Refused(through.RefuseImpossibleKits).Message);
        var unknown = new ResourceCatalogue([Kit(1, "A", (7, 1))]);
        Refused(unknown.RefuseImpossibleKits);
        var many = new ResourceCatalogue([Projector, Kit(5, "Hundreds", (1, 1000)), Kit(6, "Thousands", (5, 101))]);
        Assert.Equal("Thousands would come to more than 100000 pieces. Put fewer into it.", Refused(many.RefuseImpossibleKits).Message);
        All.RefuseImpossibleKits();
    }

    [Fact]
    public void What_is_wrong_with_a_resource_is_said_at_its_field()
    {
        Assert.Equal("Name", Refused(() => Thing(1, " ", 1)).Field);
        Assert.Equal("Stock", Refused(() => Thing(1, "Table", -1)).Field);
        Assert.Equal("Stock", Refused(() => Thing(1, "Table", 100_001)).Field);
        Assert.Equal("Stock", Refused(() => Made(1, "Table", ResourceKind.Furniture, null)).Field);
        Assert.Equal("Parts", Refused(() => Kit(1, "Set")).Field);
        Assert.Equal("Parts", Refused(() => Kit(1, "Set", (2, 0))).Field);
        Assert.Equal("Parts", Refused(() => Kit(1, "Set", (2, 1), (2, 1))).Field);
        Assert.Equal("StyleFigures[Banquet]", Refused(() => Thing(1, "Table", 1, (SetupStyle.Banquet, 0))).Field);
    }

    [Fact]
    public void What_is_entered_counts_instead_of_what_the_style_usually_needs()
    {
        var rounds = Thing(1, "Round table", 34, (SetupStyle.Banquet, 10));
        var dinner = Planned(1, "18:00", "23:00", SetupStyle.Banquet, 181);
        Assert.Equal(19, new ResourceBook(new([rounds]), [dinner.Held()], []).LoadOf(rounds).Steps[0].Needed);
        Assert.Equal(22, new ResourceBook(new([rounds]), [dinner.Held()], [Need(dinner, rounds, 22)]).LoadOf(rounds).Steps[0].Needed);
    }

    [Fact]
    public void A_move_is_told_only_of_what_it_newly_lacks()
    {
        var (own, other) = (Planned(1, "9:00", "12:00"), Planned(2, "14:00", "17:00"));
        var moved = Planned(1, "14:00", "17:00");
        var needs = new[] { Need(own, Projector, 2), Need(other, Projector, 2) };
        var (before, after) = (new ResourceBook(All, [own.Held(), other.Held()], needs), new ResourceBook(All, [moved.Held(), other.Held()], needs));
        Assert.Equal(1, Assert.Single(after.NewSince(before, new HashSet<int> { 1 })).Missing);
        var always = new[] { Need(own, Projector, 5) };
        Assert.Empty(new ResourceBook(All, [moved.Held()], always).NewSince(new ResourceBook(All, [own.Held()], always), new HashSet<int> { 1 }));
    }

    [Fact]
    public void A_shortage_is_lifted_by_hire_or_on_the_nearest_day_with_enough()
    {
        var (one, other) = (Planned(1, "9:00", "12:00"), Planned(2, "9:00", "12:00"));
        var book = Book([one, other], Need(one, Projector, 2), Need(other, Projector, 3));
        Assert.Equal(
            [new ShortageAdvice.Hire(2), new ShortageAdvice.Move(1, 1), new ShortageAdvice.Move(2, 1)],
            ShortageAdvice.For(Assert.Single(book.Shortages()), book, Zone, Moment("6:00")));
    }

    private static ResourceBook Book(Function[] functions, params ResourceNeed[] needs) => new(All, [.. functions.Select(function => function.Held())], needs);

    private static ResourceNeed Need(Function function, Resource resource, int quantity) => ResourceNeed.Of(function, resource, quantity, null, null, Zone);

    private static LocalTime? Typed(string? time) => time is null ? null : At(time);

    private static HouseRuleException Refused(Action act) => Assert.Throws<HouseRuleException>(act);

    private static HouseRuleException Refused(Func<object> act) => Assert.Throws<HouseRuleException>(act);
}
