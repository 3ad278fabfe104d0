using CsCheck;
using HotelCorporate.Domain.Plans;
using HotelCorporate.Domain.Tests.Plans;
using HotelCorporate.Web.Planning;
using NodaTime;

namespace HotelCorporate.Web.Tests.Plans;

/// <summary>The solver and a look at every plan give the same answer, on events small enough for both.</summary>
public sealed class PlanSolverTests
{
    private static readonly Duration Long = Duration.FromSeconds(60);

    [Fact]
    public void The_solver_finds_what_a_look_at_every_plan_finds() => AnyEvent.Of(4).Sample(any =>
    {
        var every = any.EveryCost();
        var answer = PlanSolver.Best(any.Problem(), 3, Long);
        Assert.Equal(every.Count == 0 ? PlanProof.None : PlanProof.Best, answer.Proof);
        Assert.Equal(every.Take(3), answer.Plans.Select(plan => plan.Cost));
        Assert.All(answer.Plans, plan => Assert.True(any.IsAllowed(any.Wish, [.. plan.Functions.Select(function => function.Space)])));
        if (every.Count > 0) Assert.Equal((0, every[0]), (answer.Gap, answer.AtLeast));
    }, iter: 300);

    [Fact]
    public void A_larger_event_costs_the_same_both_ways() => AnyEvent.Of(9).Sample(any =>
    {
        var looked = PlanSearch.Best(any.Problem(), 1, 50_000_000);
        var solved = PlanSolver.Best(any.Problem(), 1, Long);
        Assert.Equal((looked.Proof, looked.Plans.Select(plan => plan.Cost).FirstOrDefault()), (solved.Proof, solved.Plans.Select(plan => plan.Cost).FirstOrDefault()));
    }, iter: 150);

    [Fact]
    public void Without_time_it_says_that_it_does_not_know() => AnyEvent.Of(4).Sample(any =>
        Assert.True(PlanSolver.Best(any.Problem(), 3, Duration.Zero).Proof is PlanProof.Unknown or PlanProof.None), iter: 20);
}
