using NodaTime;

namespace HotelCorporate.Domain.Spaces;

/// <summary>
/// Finds the spaces that a function fits in, best first, and says of each other one why not and what would help. Pure.
/// Best: comfortable before tight, no move, the floor of the others, the least capacity wasted.
/// </summary>
public static class SpaceSearch
{
    private const int LongestShift = 180;
    private const int Step = 15;

    /// <summary>How far around a function its neighbours matter: the longest shift that is proposed.</summary>
    public static readonly Duration Reach = Duration.FromMinutes(LongestShift);

    /// <param name="backUp">The back-up room of the one space that is asked, when it is not among the spaces itself.</param>
    /// <param name="taken">The firm holds around the time, at least three hours before and after it.</param>
    public static IReadOnlyList<SpaceAnswer> Search(SpaceQuestion asked, IReadOnlyCollection<Space> spaces, IReadOnlyList<TakenTime> taken, Space? backUp = null)
    {
        var byAtom = taken.Where(hold => hold.BookingId != asked.OwnBookingId || asked.OwnBookingId is null).ToLookup(hold => hold.AtomId);
        var answers = spaces.Where(space => !space.IsRetired).Select(space => Ask(asked, space, asked.HasBackUp ? space.AtomsWith(BackUpOf(space)) : space.Atoms, byAtom)).ToList();
        return
        [
            .. answers.Select(answer => WithCombination(answer, answers))
                .OrderBy(answer => !answer.Fits)
                .ThenBy(answer => answer.Obstacles.Count(obstacle => obstacle is SpaceObstacle.StyleNotOffered or SpaceObstacle.TooSmall or SpaceObstacle.NoDaylight))
                .ThenBy(answer => answer.Warns)
                .ThenBy(answer => answer.Space.Id != asked.CurrentSpaceId)
                .ThenBy(answer => asked.PreferredFloor.Length > 0 && answer.Space.Floor != asked.PreferredFloor)
                .ThenBy(answer => (answer.Capacity?.Comfortable ?? 0) - asked.People is var spare && spare < 0 ? -spare : spare)
                .ThenBy(answer => answer.Space.Atoms.Count)
                .ThenBy(answer => answer.Space.Position),
        ];

        Space? BackUpOf(Space space) => space.BackUpSpaceId is { } id ? spaces.FirstOrDefault(other => other.Id == id) ?? backUp : null;
    }

    private static SpaceAnswer Ask(SpaceQuestion asked, Space space, IReadOnlyList<SpaceAtom> atoms, ILookup<int, TakenTime> taken)
    {
        var capacity = space.In(asked.Style);
        var obstacles = new List<SpaceObstacle>();
        if (capacity is null) obstacles.Add(new SpaceObstacle.StyleNotOffered(asked.Style));
        else if (asked.People > capacity.Legal) obstacles.Add(new SpaceObstacle.TooSmall(asked.People, capacity.Legal));
        var takesThem = obstacles.Count == 0;
        var isDark = asked.NeedsDaylight && !space.HasDaylight;
        if (isDark) obstacles.Add(new SpaceObstacle.NoDaylight());
        var room = takesThem && !isDark;
        var inTheWay = InTheWay(asked, atoms, taken);
        obstacles.AddRange(inTheWay.DistinctBy(hold => (hold.Taken.BookingId, hold.Taken.From)).Select(hold => Name(asked, hold.Taken, hold.Atom)));

        var repairs = new List<SpaceRepair>();
        if (room && inTheWay.Count > 0) Shift(asked, atoms, taken, repairs);
        if (!takesThem && !isDark && inTheWay.Count == 0) repairs.AddRange(OtherStyles(asked, space));
        if (room && inTheWay.Count > 0 && inTheWay.TrueForAll(hold => hold.Taken.OptionOn is not null))
            repairs.AddRange(inTheWay.DistinctBy(hold => hold.Taken.BookingId).Select(hold => new SpaceRepair.OptionLapses(hold.Taken.Reference, hold.Taken.OptionOn!.Value, hold.Taken.BookingId!.Value)));
        var warns = takesThem && (asked.People < capacity!.Minimum || asked.People > capacity.Comfortable);
        return new SpaceAnswer(space, capacity, warns, obstacles, [.. repairs.OrderBy(repair => repair.Distance)]);
    }

    /// <summary>A space that is too small may be a part of one that is not.</summary>
    private static SpaceAnswer WithCombination(SpaceAnswer small, List<SpaceAnswer> answers)
    {
        if (!small.Obstacles.Any(obstacle => obstacle is SpaceObstacle.TooSmall)) return small;
        var whole = answers.Where(answer => answer.Fits && answer.Space.Atoms.Count > small.Space.Atoms.Count && small.Space.Atoms.All(atom => answer.Space.Atoms.Any(part => part.AtomId == atom.AtomId)))
            .OrderBy(answer => answer.Warns).ThenBy(answer => answer.Capacity!.Comfortable).FirstOrDefault();
        return whole is null ? small : small with { Repairs = [new SpaceRepair.Combination(whole.Space.Id, whole.Space.Name, whole.Capacity!.Comfortable), .. small.Repairs] };
    }

    /// <summary>The holds of those atoms that have no lane free for the whole occupation.</summary>
    private static List<(TakenTime Taken, Atom Atom)> InTheWay(SpaceQuestion asked, IReadOnlyList<SpaceAtom> atoms, ILookup<int, TakenTime> taken)
    {
        var found = new List<(TakenTime, Atom)>();
        foreach (var atom in atoms)
        {
            var overlapping = taken[atom.AtomId].Where(hold => hold.Occupation.Overlaps(asked.Occupation)).OrderBy(hold => hold.From).ToList();
            if (overlapping.Select(hold => hold.Lane).Distinct().Count() is var used && (asked.IsExclusive ? used == 0 : used < atom.Atom.Lanes)) continue;
            found.AddRange(overlapping.Select(hold => (hold, atom.Atom)));
        }

        return found;
    }

    private static SpaceObstacle Name(SpaceQuestion asked, TakenTime hold, Atom atom)
    {
        if (hold.BookingId is null) return new SpaceObstacle.Closed(hold.Reference, atom.Name, hold.From, hold.Until);
        if (new Occupation(asked.StartsAt, asked.EndsAt).Overlaps(new Occupation(hold.StartsAt, hold.EndsAt)))
            return new SpaceObstacle.Held(hold.Reference, atom.Name, hold.From, hold.Until);
        var clearing = hold.EndsAt <= asked.StartsAt;
        var missing = clearing ? hold.Until - asked.Occupation.From : asked.Occupation.Until - hold.From;
        return new SpaceObstacle.Buffer(hold.Reference, atom.Name, clearing, (int)Math.Ceiling(missing.TotalMinutes), hold.From, hold.Until);
    }

    /// <summary>The nearest quarter of an hour, later or earlier, at which nothing is in the way.</summary>
    private static void Shift(SpaceQuestion asked, IReadOnlyList<SpaceAtom> atoms, ILookup<int, TakenTime> taken, List<SpaceRepair> repairs)
    {
        for (var minutes = Step; minutes <= LongestShift; minutes += Step)
        {
            foreach (var shift in (int[])[minutes, -minutes])
            {
                if (InTheWay(asked.ShiftedBy(Duration.FromMinutes(shift)), atoms, taken).Count > 0) continue;
                repairs.Add(new SpaceRepair.Shift(shift));
                return;
            }
        }
    }

    private static IEnumerable<SpaceRepair> OtherStyles(SpaceQuestion asked, Space space) =>
        space.Capacities.Where(other => other.Style != asked.Style && asked.People >= other.Minimum && asked.People <= other.Comfortable)
            .OrderBy(other => other.Comfortable - asked.People).Take(1).Select(other => new SpaceRepair.OtherStyle(other.Style));
}
