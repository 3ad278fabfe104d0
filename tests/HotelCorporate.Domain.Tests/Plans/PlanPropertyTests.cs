using CsCheck;
using HotelCorporate.Domain.Plans;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Plans;

/// <summary>Random small events against a plain look at every plan.</summary>
public sealed class PlanPropertyTests
{
    private const int Enough = 10_000_000;

    [Fact]
    public void The_plans_are_the_best_of_all_there_are() => AnyEvent.Of(4).Sample(any =>
    {
        var every = any.EveryCost();
        var answer = PlanSearch.Best(any.Problem(), 3, Enough);
        Assert.Equal(every.Count == 0 ? PlanProof.None : PlanProof.Best, answer.Proof);
        Assert.Equal(every.Take(3), answer.Plans.Select(plan => plan.Cost));
    }, iter: 2000);

    [Fact]
    public void No_plan_breaks_a_rule_and_its_figures_add_up() => AnyEvent.Of(4).Sample(any =>
    {
        foreach (var plan in PlanSearch.Best(any.Problem(), 3, Enough).Plans)
        {
            Assert.True(any.IsAllowed(any.Wish, [.. plan.Functions.Select(function => function.Space)]));
            Assert.Equal(plan.Cost, plan.SpareSeats + (plan.Moves * PlanCost.Move) + (plan.Functions.Count(function => function.Warns) * PlanCost.Warning));
        }
    }, iter: 1000);

    [Fact]
    public void A_day_fits_exactly_when_there_is_a_plan() => AnyEvent.Of(5).Sample(any =>
        Assert.Equal(any.EveryCost().Count > 0, any.Planning().Window(AnyEvent.First).Fits), iter: 1000);

    [Fact]
    public void Stopped_early_it_claims_nothing() => AnyEvent.Of(4).Sample(any =>
    {
        var answer = PlanSearch.Best(any.Problem(), 3, 6);
        var every = any.EveryCost();
        if (answer.Proof == PlanProof.Best) Assert.Equal(every[0], answer.Plans[0].Cost);
        if (answer.Proof == PlanProof.None) Assert.Empty(every);
        if (answer.Proof == PlanProof.Found) Assert.True(answer.AtLeast <= every[0]);
    }, iter: 1000);

    [Fact]
    public void Every_reason_is_true_and_every_repair_works() => AnyEvent.Of(4).Sample(any =>
    {
        var refusal = new PlanWhyNot(any.Planning(), any.Spaces, any.Taken, SetupTimes.For).Explain(AnyEvent.First);
        Assert.Equal(any.EveryCost().Count == 0, refusal is not null);
        if (refusal is null) return;
        foreach (var lost in refusal.Homeless)
        {
            Assert.Empty(any.EveryCost(any.Wish.Only([lost.Function])));
            Assert.All(lost.Answers, answer => Assert.NotEmpty(answer.Obstacles));
            foreach (var answer in lost.Answers) Assert.All(answer.Obstacles, obstacle => Assert.True(IsTrue(any, lost.Function, answer.Space, obstacle), $"{obstacle}"));
        }

        if (refusal.Homeless.Count == 0)
        {
            var core = refusal.Together.Select(crowded => crowded.Function).ToList();
            Assert.NotEmpty(core);
            Assert.Empty(any.EveryCost(any.Wish.Only(core)));
            if (core.Count > 1) Assert.All(core, one => Assert.NotEmpty(any.EveryCost(any.Wish.Only([.. core.Where(other => other != one)]))));
        }

        foreach (var repair in refusal.Repairs.Where(repair => repair.ThenAllFits && repair is not PlanRepair.OptionLapses)) Assert.NotEmpty(any.EveryCost(Repaired(any.Wish, repair)));
        foreach (var lapses in refusal.Repairs.OfType<PlanRepair.OptionLapses>())
            Assert.Equal(lapses.ThenAllFits, (any with { Taken = [.. any.Taken.Where(hold => hold.BookingId != lapses.BookingId)] }).EveryCost().Count > 0);
        foreach (var shift in refusal.Repairs.OfType<PlanRepair.Shift>())
            Assert.NotEmpty(any.EveryCost(any.Wish.Only([shift.Function]).With(shift.Function, shift.Function.ShiftedBy(shift.Minutes)!)));
    }, iter: 1500);

    private static EventWish Repaired(EventWish wish, PlanRepair repair) => repair switch
    {
        PlanRepair.Shift shift => wish.With(shift.Function, shift.Function.ShiftedBy(shift.Minutes)!),
        PlanRepair.OtherStyle other => wish.With(other.Function, other.Function with { Style = other.Style, Times = SetupTimes.For(other.Style) }),
        PlanRepair.Without { Rule: PlanRule.OneSpace } => wish with { OneSpace = false },
        PlanRepair.Without { Rule: PlanRule.SameFloor } => wish with { SameFloor = false },
        PlanRepair.Without { Rule: PlanRule.Daylight } => wish with { Daylight = false },
        PlanRepair.Without => wish with { SideBySide = false },
        _ => throw new InvalidOperationException($"{repair} does not say that all fits."),
    };

    private static bool IsTrue(AnyEvent any, WishedFunction function, Space space, SpaceObstacle obstacle)
    {
        var (starts, ends) = (At(function.StartOn(AnyEvent.First)), At(function.EndOn(AnyEvent.First)));
        var (from, until) = (starts - Duration.FromMinutes(function.Times.SetUpMinutes), ends + Duration.FromMinutes(function.Times.TearDownMinutes));
        return obstacle switch
        {
            SpaceObstacle.StyleNotOffered not => space.In(not.Style) is null && not.Style == function.Style,
            SpaceObstacle.TooSmall small => small.People == function.People && space.In(function.Style)!.Legal == small.Legal && small.People > small.Legal,
            SpaceObstacle.NoDaylight => any.Wish.Daylight && !space.HasDaylight,
            SpaceObstacle.Closed closed => Holds(closed.Why, closed.From, closed.Until).BookingId is null,
            SpaceObstacle.Held held => Holds(held.Reference, held.From, held.Until) is var hold && hold.StartsAt < ends && hold.EndsAt > starts,
            SpaceObstacle.Buffer buffer => Holds(buffer.Reference, buffer.From, buffer.Until) is var hold && (buffer.Clearing ? hold.EndsAt <= starts : hold.StartsAt >= ends)
                && buffer.MissingMinutes == (buffer.Clearing ? hold.Until - from : until - hold.From).TotalMinutes,
            _ => false,
        };

        TakenTime Holds(string reference, Instant since, Instant till) => any.Taken.First(hold =>
            hold.Reference == reference && hold.From == since && hold.Until == till && since < until && till > from && any.AtomsOf(function, space).Any(atom => atom.AtomId == hold.AtomId));

        static Instant At(LocalDateTime wall) => wall.InUtc().ToInstant();
    }
}
