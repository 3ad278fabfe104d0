using HotelCorporate.Domain.Plans;
using NodaTime;

namespace HotelCorporate.Web.Planning;

/// <summary>Finds the best plans of an event on given days: a handful of functions by looking at each plan, more by CP-SAT.</summary>
public static class Planner
{
    /// <summary>Up to so many functions every plan is looked at.</summary>
    public const int Handful = 5;

    /// <summary>Plans that are shown beside each other.</summary>
    private const int Shown = 3;

    /// <summary>Some hundredths of a second; whatever asks for more goes to the solver.</summary>
    private const int Steps = 500_000;

    private static readonly Duration TimeLimit = Duration.FromSeconds(1);

    public static PlanAnswer Best(PlanProblem problem)
    {
        if (problem.Count > Handful) return PlanSolver.Best(problem, Shown, TimeLimit);
        var looked = PlanSearch.Best(problem, Shown, Steps);
        return looked.Proof is PlanProof.Best or PlanProof.None ? looked : PlanSolver.Best(problem, Shown, TimeLimit);
    }
}
