using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Plans;

/// <summary>A space that is free for a function and takes its people.</summary>
/// <param name="Space">Its place in <see cref="PlanHouse.Spaces"/>.</param>
/// <param name="Cost">In seats, by <see cref="PlanCost"/>, without moves.</param>
public readonly record struct PlanOption(int Space, int Cost);

/// <summary>An event on given days: which spaces are open to each function, and which functions may not share one. A plan picks one option for each function.</summary>
public sealed class PlanProblem
{
    private readonly bool[,] _meet;

    internal PlanProblem(EventWish wish, PlanHouse house, IReadOnlyList<Occupation> occupations, IReadOnlyList<IReadOnlyList<PlanOption>> options)
    {
        (Wish, House, Occupations, Options) = (wish, house, occupations, options);
        _meet = new bool[occupations.Count, occupations.Count];
        for (var i = 0; i < occupations.Count; i++)
            for (var j = 0; j < occupations.Count; j++) _meet[i, j] = i != j && occupations[i].Overlaps(occupations[j]);
    }

    public EventWish Wish { get; }

    public PlanHouse House { get; }

    /// <summary>From set-up to cleared, of each function.</summary>
    public IReadOnlyList<Occupation> Occupations { get; }

    /// <summary>Of each function, the cheapest first.</summary>
    public IReadOnlyList<IReadOnlyList<PlanOption>> Options { get; }

    public int Count => Options.Count;

    /// <summary>No plan costs less: the cheapest option of each function, without a move.</summary>
    public int LeastCost => Options.Sum(options => options.Count == 0 ? 0 : options[0].Cost);

    /// <summary>Whether two functions are at the same time, set-up and clearing included: they may not share an atom.</summary>
    public bool Meet(int one, int other) => _meet[one, other];

    /// <summary>Whether going from one function to the next is counted when the space is another.</summary>
    public bool CountsMove(int function) => function > 0 && !_meet[function - 1, function];

    /// <summary>Whether the functions before it leave this space to a function.</summary>
    /// <param name="picks">The spaces of the functions before it.</param>
    public bool Fits(ReadOnlySpan<int> picks, int function, int space)
    {
        if (Wish.SideBySide && function > 0 && !House.IsNear(picks[function - 1], space)) return false;
        for (var other = 0; other < function; other++)
            if (_meet[other, function] && House.Share(picks[other], space)) return false;
        return true;
    }

    /// <summary>The groups of spaces within which a plan must stay: each space alone, each floor, or the whole house.</summary>
    public IEnumerable<Func<int, bool>> Groups()
    {
        if (Wish.OneSpace) return Options[0].Select(option => (Func<int, bool>)(space => space == option.Space));
        if (Wish.SameFloor) return House.Floors.Select(floor => (Func<int, bool>)(space => House.Spaces[space].Floor == floor));
        return [_ => true];
    }

    /// <summary>The plan with these spaces, by their places in <see cref="PlanHouse.Spaces"/>.</summary>
    public EventPlan Plan(IReadOnlyList<int> picks)
    {
        var planned = new List<PlannedFunction>(Count);
        var cost = 0;
        for (var i = 0; i < Count; i++)
        {
            var (function, space) = (Wish.Functions[i], House.Spaces[picks[i]]);
            var capacity = space.In(function.Style)!;
            var moves = CountsMove(i) && picks[i] != picks[i - 1];
            cost += PlanCost.Of(capacity, function.People) + (moves ? PlanCost.Move : 0);
            planned.Add(new PlannedFunction(function, space, capacity, PlanCost.SpareSeats(capacity, function.People), PlanCost.Warns(capacity, function.People), moves));
        }

        return new EventPlan(planned, cost);
    }
}
