using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Plans;

/// <summary>A space that is free for a function and takes its people.</summary>
/// <param name="Space">Its place in <see cref="PlanHouse.Spaces"/>.</param>
/// <param name="Cost">In seats, by <see cref="PlanCost"/>, without moves.</param>
public readonly record struct PlanOption(int Space, int Cost);

/// <summary>Two sessions of a 24-hour hold: in one space, and with no other session of the hold between them there, the space is the first one's until the second begins.</summary>
/// <param name="Kept">From the first one's set-up to the second one's start.</param>
/// <param name="Closed">The spaces, by their places in <see cref="PlanHouse.Spaces"/>, in which somebody else is then.</param>
public sealed record PlanJoint(int Session, int Next, Occupation Kept, IReadOnlySet<int> Closed);

/// <summary>An event on given days: which spaces are open to each function, and which functions may not share one. A plan picks one option for each function.</summary>
public sealed class PlanProblem
{
    private readonly bool[,] _meet;
    private readonly bool[,] _joins;

    internal PlanProblem(EventWish wish, PlanHouse house, IReadOnlyList<Occupation> occupations, IReadOnlyList<IReadOnlyList<PlanOption>> options)
    {
        (Wish, House, Occupations, Options) = (wish, house, occupations, options);
        _meet = new bool[occupations.Count, occupations.Count];
        _joins = new bool[occupations.Count, occupations.Count];
        for (var i = 0; i < occupations.Count; i++)
            for (var j = 0; j < occupations.Count; j++) _meet[i, j] = i != j && occupations[i].Overlaps(occupations[j]);
    }

    public EventWish Wish { get; }

    public PlanHouse House { get; }

    /// <summary>From set-up to cleared, of each function.</summary>
    public IReadOnlyList<Occupation> Occupations { get; }

    /// <summary>What 24-hour holds join.</summary>
    public required IReadOnlyList<PlanJoint> Joints
    {
        get;
        init
        {
            field = value;
            foreach (var joint in value) _joins[joint.Session, joint.Next] = _joins[joint.Next, joint.Session] = true;
        }
    }

    /// <summary>Of each function, the cheapest first.</summary>
    public IReadOnlyList<IReadOnlyList<PlanOption>> Options { get; }

    public int Count => Options.Count;

    /// <summary>No plan costs less: the cheapest option of each function, without a move.</summary>
    public int LeastCost => Options.Sum(options => options.Count == 0 ? 0 : options[0].Cost);

    /// <summary>Whether two functions are at the same time, set-up and clearing included: they may not share an atom.</summary>
    public bool Meet(int one, int other) => _meet[one, other];

    /// <summary>Whether a 24-hour hold joins the two when they are in one space: no minutes between them then.</summary>
    public bool Joins(int one, int other) => _joins[one, other];

    /// <summary>Whether two functions in these spaces would be in each other's way.</summary>
    public bool Collide(int one, int space, int other, int otherSpace) =>
        _meet[one, other] && Share(one, space, other, otherSpace) && !(space == otherSpace && _joins[one, other]);

    public bool Share(int one, int space, int other, int otherSpace) => House.Share(Wish.Functions[one], space, Wish.Functions[other], otherSpace);

    /// <summary>Whether going from one function to the next is counted when the space is another.</summary>
    public bool CountsMove(int function) => function > 0 && (!_meet[function - 1, function] || _joins[function - 1, function]);

    /// <summary>Whether the functions before it leave this space to a function.</summary>
    /// <param name="picks">The spaces of the functions before it; its own place is written.</param>
    public bool Fits(Span<int> picks, int function, int space)
    {
        if (Wish.SideBySide && function > 0 && !House.IsNear(picks[function - 1], space)) return false;
        for (var other = 0; other < function; other++)
            if (Collide(other, picks[other], function, space)) return false;
        picks[function] = space;
        for (var i = 0; i < Joints.Count; i++)
            if (Joints[i].Next <= function && !IsKept(picks[..(function + 1)], Joints[i])) return false;
        return true;
    }

    /// <summary>Whether the space between two sessions of a 24-hour hold is theirs, as far as the picks go.</summary>
    private bool IsKept(ReadOnlySpan<int> picks, PlanJoint joint)
    {
        var space = picks[joint.Session];
        if (picks[joint.Next] != space) return true;
        for (var between = joint.Session + 1; between < joint.Next; between++)
            if (IsSessionIn(between, picks[between], joint, space)) return true; // the joints with that one tell
        if (joint.Closed.Contains(space)) return false;
        for (var other = 0; other < picks.Length; other++)
            if (Intrudes(other, picks[other], joint, space)) return false;
        return true;
    }

    /// <summary>Whether a function is itself a session of the hold, in the hold's space.</summary>
    public bool IsSessionIn(int function, int picked, PlanJoint joint, int space) => picked == space && Wish.Functions[function].KeepsWith(Wish.Functions[joint.Session]);

    /// <summary>Whether a function would take a part of the space that is kept.</summary>
    public bool Intrudes(int function, int picked, PlanJoint joint, int space) =>
        function != joint.Session && function != joint.Next && Occupations[function].Overlaps(joint.Kept)
        && Share(joint.Session, space, function, picked) && !IsSessionIn(function, picked, joint, space);

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
