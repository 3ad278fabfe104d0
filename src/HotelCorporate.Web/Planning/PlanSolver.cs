using System.Globalization;
using Google.OrTools.Sat;
using HotelCorporate.Domain.Plans;
using NodaTime;

namespace HotelCorporate.Web.Planning;

/// <summary>Chooses the spaces of an event of many functions by constraint programming (CP-SAT): the same plans at the same costs as <see cref="PlanSearch"/>, which looks at each of them.</summary>
public static class PlanSolver
{
    /// <param name="within">For all plans together; what is proven by then is what the answer says.</param>
    public static PlanAnswer Best(PlanProblem problem, int count, Duration within)
    {
        if (problem.Options.Any(options => options.Count == 0)) return new PlanAnswer([], PlanProof.None);
        var began = TimeProvider.System.GetTimestamp();
        var model = new PlanModel(problem);
        var answer = new PlanAnswer([], PlanProof.Unknown);
        for (var plans = new List<EventPlan>(); plans.Count < count;)
        {
            var left = within.TotalSeconds - TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            if (left <= 0) break;
            var solver = new CpSolver { StringParameters = string.Create(CultureInfo.InvariantCulture, $"max_time_in_seconds:{left:0.000},num_workers:1,random_seed:1") };
            var status = solver.Solve(model.Model);
            var isFirst = plans.Count == 0;
            if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
                return isFirst ? new PlanAnswer([], status == CpSolverStatus.Infeasible ? PlanProof.None : PlanProof.Unknown) : answer;
            var picks = model.Picks(solver);
            plans.Add(problem.Plan(picks));
            answer = isFirst
                ? new PlanAnswer([.. plans], status == CpSolverStatus.Optimal ? PlanProof.Best : PlanProof.Found, (int)Math.Ceiling(solver.BestObjectiveBound - 1e-6))
                : answer with { Plans = [.. plans] };
            model.Forbid(picks);
        }

        return answer;
    }

    /// <summary>A yes or no for each function and each of its spaces, and for each move.</summary>
    private sealed class PlanModel
    {
        private readonly PlanProblem _problem;
        private readonly Dictionary<int, BoolVar>[] _in;

        public PlanModel(PlanProblem problem)
        {
            _problem = problem;
            _in = [.. problem.Options.Select((options, function) => options.ToDictionary(option => option.Space, option => Model.NewBoolVar($"f{function} s{option.Space}")))];
            foreach (var spaces in _in) Model.AddExactlyOne(spaces.Values);
            ShareNoAtom();
            KeepSpaces();
            StayTogether();
            var (terms, costs) = (new List<BoolVar>(), new List<int>());
            for (var function = 0; function < problem.Count; function++)
            {
                terms.AddRange(problem.Options[function].Select(option => _in[function][option.Space]));
                costs.AddRange(problem.Options[function].Select(option => option.Cost));
                if (!problem.CountsMove(function)) continue;
                terms.Add(Move(function));
                costs.Add(PlanCost.Move);
            }

            Model.Minimize(LinearExpr.WeightedSum(terms, costs));
        }

        public CpModel Model { get; } = new();

        public int[] Picks(CpSolver solver) => [.. _in.Select(spaces => spaces.First(space => solver.BooleanValue(space.Value)).Key)];

        /// <summary>The next plan is another one.</summary>
        public void Forbid(int[] picks) => Model.AddBoolOr(picks.Select((space, function) => _in[function][space].Not()));

        /// <summary>Of the functions that are there at the moment when one of them begins, one at most takes each atom.</summary>
        private void ShareNoAtom()
        {
            for (var last = 0; last < _problem.Count; last++)
            {
                var at = _problem.Occupations[last].From;
                var there = Enumerable.Range(0, _problem.Count).Where(other => _problem.Occupations[other].From <= at && _problem.Occupations[other].Until > at).ToList();
                if (there.Count < 2) continue;
                if (there.Exists(one => there.Exists(other => _problem.Joins(one, other)))) ShareNothing(there);
                else
                    foreach (var takers in there.SelectMany(function => _in[function].SelectMany(space => _problem.House.AtomsOf(_problem.Wish.Functions[function], space.Key).Select(atom => (atom.AtomId, space.Value)))).GroupBy(taker => taker.AtomId, taker => taker.Value))
                        Model.AddAtMostOne(takers);
            }
        }

        /// <summary>The same pair by pair, where sessions of a 24-hour hold may be in one space.</summary>
        private void ShareNothing(List<int> there)
        {
            foreach (var one in there)
            foreach (var other in there.Where(other => other > one))
            foreach (var (space, chosen) in _in[one])
            foreach (var (otherSpace, theirs) in _in[other])
                if (_problem.Collide(one, space, other, otherSpace)) Model.AddBoolOr([chosen.Not(), theirs.Not()]);
        }

        /// <summary>Between two sessions of a 24-hour hold in one space nobody else is there.</summary>
        private void KeepSpaces()
        {
            foreach (var joint in _problem.Joints)
            foreach (var (space, chosen) in _in[joint.Session])
            {
                if (!_in[joint.Next].TryGetValue(space, out var next)) continue;
                List<ILiteral> unless = [chosen.Not(), next.Not()];
                for (var between = joint.Session + 1; between < joint.Next; between++)
                    if (_in[between].TryGetValue(space, out var session) && _problem.IsSessionIn(between, space, joint, space)) unless.Add(session);
                if (joint.Closed.Contains(space)) Model.AddBoolOr(unless);
                for (var other = 0; other < _problem.Count; other++)
                    foreach (var (taken, theirs) in _in[other])
                        if (_problem.Intrudes(other, taken, joint, space)) Model.AddBoolOr([.. unless, theirs.Not()]);
            }
        }

        private void StayTogether()
        {
            if (_problem.Wish.OneSpace) OneOf(space => space);
            if (_problem.Wish.SameFloor) OneOf(space => _problem.House.Floors.TakeWhile(floor => floor != _problem.House.Spaces[space].Floor).Count());
            for (var function = 1; _problem.Wish.SideBySide && function < _problem.Count; function++)
                foreach (var (space, chosen) in _in[function])
                    Model.AddBoolOr(_in[function - 1].Where(before => _problem.House.IsNear(before.Key, space)).Select(before => (ILiteral)before.Value).Append(chosen.Not()));
        }

        /// <summary>All functions are within one group of spaces.</summary>
        private void OneOf(Func<int, int> group)
        {
            var groups = _in.SelectMany(spaces => spaces.Keys).Select(group).Distinct().ToDictionary(key => key, key => Model.NewBoolVar($"g{key}"));
            Model.AddExactlyOne(groups.Values);
            foreach (var (space, chosen) in _in.SelectMany(spaces => spaces)) Model.AddImplication(chosen, groups[group(space)]);
        }

        /// <summary>True when the function is in a space in which the one before it is not.</summary>
        private BoolVar Move(int function)
        {
            var moves = Model.NewBoolVar($"m{function}");
            foreach (var (space, chosen) in _in[function])
                Model.AddBoolOr(_in[function - 1].TryGetValue(space, out var before) ? [chosen.Not(), before, moves] : [chosen.Not(), moves]);
            return moves;
        }
    }
}
