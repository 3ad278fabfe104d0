namespace HotelCorporate.Domain.Plans;

/// <summary>Looks at every plan of a handful of functions, and passes over those that cannot be better. Exact: what it calls best is.</summary>
public static class PlanSearch
{
    /// <summary>The best plans, the cheapest first.</summary>
    /// <param name="steps">After so many looks it stops, and the proof says so.</param>
    public static PlanAnswer Best(PlanProblem problem, int count, int steps)
    {
        var walk = new Walk(problem, count, steps);
        var isDone = walk.Run();
        IReadOnlyList<EventPlan> plans = [.. walk.Kept.Select(kept => problem.Plan(kept.Picks))];
        var proof = (plans.Count, isDone) switch { (0, true) => PlanProof.None, (0, false) => PlanProof.Unknown, (_, true) => PlanProof.Best, _ => PlanProof.Found };
        return new PlanAnswer(plans, proof, proof == PlanProof.Best ? plans[0].Cost : problem.LeastCost);
    }

    /// <summary>Whether there is a plan at all; null when so many looks did not tell.</summary>
    public static bool? Fits(PlanProblem problem, int steps)
    {
        if (problem.Options.Any(options => options.Count == 0) || !EachHasItsOwn(problem)) return false;
        var walk = new Walk(problem, 1, steps) { Any = true };
        var isDone = walk.Run();
        return walk.Kept.Count > 0 ? true : isDone ? false : null;
    }

    /// <summary>Whether the functions that meet one of them can at least have different spaces, those that share an atom taken for different ones, and of joined ones one: what fails here fails for certain.</summary>
    private static bool EachHasItsOwn(PlanProblem problem)
    {
        for (var last = 0; last < problem.Count; last++)
        {
            var at = problem.Occupations[last].From;
            var together = new List<int>();
            for (var other = 0; other < problem.Count; other++)
                if (problem.Occupations[other].From <= at && problem.Occupations[other].Until > at && !together.Exists(there => problem.Joins(there, other))) together.Add(other);
            if (together.Count < 2) continue;
            var owner = new Dictionary<int, int>();
            foreach (var function in together) if (!Give(problem, function, owner, [])) return false;
        }

        return true;
    }

    /// <summary>Finds a space for a function, and another one for whoever has it (Kuhn's augmenting path).</summary>
    private static bool Give(PlanProblem problem, int function, Dictionary<int, int> owner, HashSet<int> tried)
    {
        foreach (var option in problem.Options[function])
        {
            if (!tried.Add(option.Space)) continue;
            if (owner.TryGetValue(option.Space, out var other) && !Give(problem, other, owner, tried)) continue;
            owner[option.Space] = function;
            return true;
        }

        return false;
    }

    /// <summary>Depth first in the order of the functions, the cheapest option first; a branch whose least cost is no better than the worst plan that is kept is left.</summary>
    private sealed class Walk(PlanProblem problem, int count, int steps)
    {
        private readonly int[] _picks = new int[problem.Count];
        private readonly int[] _leastFrom = new int[problem.Count + 1];
        private readonly PlanOption[][] _options = new PlanOption[problem.Count][];
        private int _left = steps;

        public List<(int Cost, int[] Picks)> Kept { get; } = [];

        /// <summary>The first plan that is found is enough.</summary>
        public bool Any { get; init; }

        /// <returns>Whether every plan was looked at or ruled out.</returns>
        public bool Run()
        {
            foreach (var isInside in problem.Groups())
            {
                for (var i = problem.Count - 1; i >= 0; i--)
                {
                    _options[i] = [.. problem.Options[i].Where(option => isInside(option.Space))];
                    _leastFrom[i] = _leastFrom[i + 1] + (_options[i].Length == 0 ? 0 : _options[i][0].Cost);
                }

                if (Array.Exists(_options, options => options.Length == 0)) continue;
                Visit(0, 0);
                if (_left <= 0 || (Any && Kept.Count > 0)) break;
            }

            return _left > 0;
        }

        private void Visit(int function, int cost)
        {
            if (function == problem.Count)
            {
                Keep(cost);
                return;
            }

            foreach (var option in _options[function])
            {
                if (--_left <= 0 || (Any && Kept.Count > 0)) return;
                if (Kept.Count == count && cost + option.Cost + _leastFrom[function + 1] >= Kept[^1].Cost) return; // the options after it cost as much or more
                if (!problem.Fits(_picks, function, option.Space)) continue;
                var moved = problem.CountsMove(function) && _picks[function - 1] != option.Space ? PlanCost.Move : 0;
                if (Kept.Count == count && cost + option.Cost + moved + _leastFrom[function + 1] >= Kept[^1].Cost) continue;
                _picks[function] = option.Space;
                Visit(function + 1, cost + option.Cost + moved);
            }
        }

        private void Keep(int cost)
        {
            var at = Kept.FindIndex(kept => kept.Cost > cost);
            Kept.Insert(at < 0 ? Kept.Count : at, (cost, [.. _picks]));
            if (Kept.Count > count) Kept.RemoveAt(count);
        }
    }
}
