using CsCheck;
using HotelCorporate.Domain.Plans;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Plans;

/// <summary>A small hotel, what is taken in it, and an event: small enough to look at every plan.</summary>
public sealed record AnyEvent(IReadOnlyList<Space> Spaces, IReadOnlyList<SpaceNeighbour> Neighbours, IReadOnlyList<TakenTime> Taken, EventWish Wish)
{
    public static readonly LocalDate First = new(2027, 3, 9);

    private static readonly SetupStyle[] Styles = [SetupStyle.Theatre, SetupStyle.Classroom];

    private static readonly Gen<Capacity[]> Capacities =
        Gen.Select(Gen.Int[1, 10], Gen.Int[0, 60], Gen.Int[0, 20], Gen.Bool).Array[2].Select(figures => figures
            .Select((figure, i) => (figure.Item4, new Capacity(Styles[i], figure.Item1, figure.Item1 + figure.Item2, figure.Item1 + figure.Item2 + figure.Item3)))
            .Where((offered, i) => i == 0 || offered.Item1).Select(offered => offered.Item2).ToArray());

    private static readonly Gen<(Capacity[] Capacities, bool Daylight, bool Upstairs, int Lanes, int BackUp)> Room = Gen.Select(Capacities, Gen.Bool, Gen.Bool, Gen.Int[0, 5], Gen.Int[0, 7]).Select((takes, light, up, lanes, other) => (takes, light, up, lanes == 0 ? 2 : 1, other));

    private static readonly Gen<WishedFunction> Function = Gen.Select(Gen.Int[0, 1], Gen.Int[8, 18], Gen.Int[1, 4], Gen.Int[1, 60], Gen.Int[0, 1], Gen.Select(Gen.Int[0, 7], Gen.Bool, Gen.Int[0, 3])).Select((day, from, hours, people, style, use) =>
        new WishedFunction("Function", day, new LocalTime(from, 0), new LocalTime(from + hours, 0), people, Styles[style], new SetupTimes(45, 30), IsExclusive: use.Item1 == 0, KeepsSpace: use.Item2, HasBackUp: use.Item3 == 0));

    private static readonly Gen<(int Atom, int Day, int From, int Hours, bool Option)> Hold = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1], Gen.Int[6, 20], Gen.Int[1, 5], Gen.Bool);

    /// <param name="most">Functions at most.</param>
    public static Gen<AnyEvent> Of(int most) => Gen.Select(Room.Array[2, 5], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4]).Array[0, 5], Hold.Array[0, 12], Function.Array[1, most], Gen.Int[0, 15]).Select(Make);

    public EventPlanning Planning(DateTimeZone? zone = null) =>
        new(Wish, new PlanHouse(Spaces, Neighbours), new FreeTimes(Taken.Select(hold => new TakenLane(hold.AtomId, hold.Lane, hold.From, hold.Until))), zone ?? DateTimeZone.Utc);

    public PlanProblem Problem() => Planning().At(First);

    /// <summary>What each plan costs that keeps every rule, by looking at all of them with nothing that the search uses.</summary>
    public IReadOnlyList<int> EveryCost(EventWish? wish = null)
    {
        wish ??= Wish;
        var functions = wish.Functions;
        IEnumerable<Space[]> picks = [[]];
        for (var i = 0; i < functions.Count; i++) picks = picks.SelectMany(before => Spaces, (before, space) => (Space[])[.. before, space]);
        return [.. picks.Where(pick => IsAllowed(wish, pick)).Select(pick => Cost(wish, pick)).Order()];
    }

    public bool IsAllowed(EventWish wish, IReadOnlyList<Space> pick)
    {
        for (var i = 0; i < pick.Count; i++)
        {
            var (function, space) = (wish.Functions[i], pick[i]);
            if (space.IsRetired || space.In(function.Style) is not { } capacity || function.People > capacity.Legal || (wish.Daylight && !space.HasDaylight)) return false;
            if (!AreFree(function, space, Time(function))) return false;
            for (var j = 0; j < i; j++)
                if (Time(function).Overlaps(Time(wish.Functions[j])) && Shares(function, space, wish.Functions[j], pick[j]) && !(space == pick[j] && AreJoined(wish.Functions[j], function))) return false;
            if (wish.SideBySide && i > 0 && !Shares(space, pick[i - 1]) && !Neighbours.Contains(Pair(space, pick[i - 1]))) return false;
        }

        return IsKept(wish, pick) && (!wish.OneSpace || pick.Distinct().Count() == 1) && (!wish.SameFloor || pick.Select(space => space.Floor).Distinct(StringComparer.Ordinal).Count() == 1);
    }

    /// <summary>Between two sessions of a 24-hour hold that are in one space, one after the other, it is nobody else's: neither another booking's nor another function's of the event.</summary>
    private bool IsKept(EventWish wish, IReadOnlyList<Space> pick)
    {
        foreach (var hold in wish.Functions.Select((function, i) => (Function: function, Space: pick[i])).Where(session => session.Function.KeepsSpace).GroupBy(session => (session.Space, session.Function.Style)))
        {
            foreach (var (session, next) in hold.Zip(hold.Skip(1)).Where(pair => AreJoined(pair.First.Function, pair.Second.Function)))
            {
                var kept = Time(session.Function) with { Until = Wall(next.Function.StartOn(First)) };
                if (!AreFree(session.Function, session.Space, kept)) return false;
                for (var i = 0; i < pick.Count; i++)
                    if (!hold.Any(own => ReferenceEquals(own.Function, wish.Functions[i])) && Time(wish.Functions[i]).Overlaps(kept) && Shares(session.Function, session.Space, wish.Functions[i], pick[i])) return false;
            }
        }

        return true;
    }

    /// <summary>Whether a 24-hour hold joins them, were they in one space.</summary>
    private static bool AreJoined(WishedFunction one, WishedFunction next) => one.KeepsSpace && next.KeepsSpace && one.Style == next.Style
        && (Wall(next.StartOn(First)) - Wall(one.EndOn(First))).TotalHours is >= 0 and <= 24;

    private bool AreFree(WishedFunction function, Space space, Occupation time)
    {
        foreach (var atom in AtomsOf(function, space))
        {
            var lanes = Taken.Where(hold => hold.AtomId == atom.AtomId && hold.From < time.Until && hold.Until > time.From).Select(hold => hold.Lane).Distinct().Count();
            if (function.IsExclusive ? lanes > 0 : lanes >= atom.Atom.Lanes) return false;
        }

        return true;
    }

    /// <summary>Of its space, and of the back-up room that is held with it.</summary>
    public IEnumerable<SpaceAtom> AtomsOf(WishedFunction function, Space space) =>
        function.HasBackUp && space.BackUpSpaceId is { } id ? space.Atoms.Concat(Spaces.Single(other => other.Id == id).Atoms) : space.Atoms;

    private bool Shares(WishedFunction one, Space space, WishedFunction other, Space theirs) =>
        AtomsOf(one, space).Any(atom => AtomsOf(other, theirs).Any(taken => taken.AtomId == atom.AtomId));

    private static int Cost(EventWish wish, Space[] pick)
    {
        var cost = 0;
        for (var i = 0; i < pick.Length; i++)
        {
            var (people, capacity) = (wish.Functions[i].People, pick[i].In(wish.Functions[i].Style)!);
            cost += people < capacity.Comfortable ? capacity.Comfortable - people : 0;
            if (people < capacity.Minimum || people > capacity.Comfortable) cost += 100;
            if (i > 0 && pick[i] != pick[i - 1] && (!Time(wish.Functions[i]).Overlaps(Time(wish.Functions[i - 1])) || AreJoined(wish.Functions[i - 1], wish.Functions[i]))) cost += 25;
        }

        return cost;
    }

    private static Occupation Time(WishedFunction function) => new(
        function.StartOn(First).PlusMinutes(-function.Times.SetUpMinutes).InUtc().ToInstant(), function.EndOn(First).PlusMinutes(function.Times.TearDownMinutes).InUtc().ToInstant());

    private static Instant Wall(LocalDateTime time) => time.InUtc().ToInstant();

    private static bool Shares(Space one, Space other) => one.Atoms.Any(atom => other.Atoms.Any(theirs => theirs.AtomId == atom.AtomId));

    private static SpaceNeighbour Pair(Space one, Space other) => new(Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id));

    private static AnyEvent Make(
        (Capacity[] Capacities, bool Daylight, bool Upstairs, int Lanes, int BackUp)[] rooms, (int One, int Other)[] pairs, (int Atom, int Day, int From, int Hours, bool Option)[] holds, WishedFunction[] functions, int rules)
    {
        var atoms = rooms.Select((room, i) => Numbered(new Atom { PropertyId = 1, Name = $"Room {i + 1}", Lanes = room.Lanes }, i + 1)).ToArray();
        var spaces = rooms.Select((room, i) => Space($"Room {i + 1}", i + 1, room.Upstairs, room.Daylight, room.Capacities, atoms[i])).ToList();
        spaces.Add(Space("Hall", 10, false, true, [.. rooms[0].Capacities.Select(figure => figure with { Comfortable = figure.Comfortable + 20, Legal = figure.Legal + 30 })], atoms[0], atoms[1]));
        for (var i = 0; i < rooms.Length; i++) if (rooms[i].BackUp < rooms.Length && rooms[i].BackUp != i) spaces[i].BackUpSpaceId = rooms[i].BackUp + 1;
        if (rules % 2 == 1) spaces[0].IsRetired = rules == 3;
        var taken = holds.Where(hold => hold.Atom < atoms.Length).Select((hold, i) =>
        {
            var from = (First.PlusDays(hold.Day) + new LocalTime(hold.From, 0)).InUtc().ToInstant();
            var until = from + Duration.FromHours(hold.Hours);
            return new TakenTime(hold.Atom + 1, i % 2, from - Duration.FromMinutes(30), until + Duration.FromMinutes(30), from, until, i % 4 == 3 ? null : i, $"HC-{i}", hold.Option && i % 4 != 3 ? First.PlusDays(-3) : null);
        }).Select(hold => hold.Lane < atoms[hold.AtomId - 1].Lanes ? hold : hold with { Lane = 0 }).ToList();
        var wish = EventWish.Of([.. functions.Select((function, i) => function with { Name = $"Function {i + 1}", Position = i })]) with
        {
            OneSpace = rules is 4 or 5, SameFloor = rules is 6 or 7 or 8, Daylight = rules is 9, SideBySide = rules is 10 or 11 or 8,
        };
        return new AnyEvent(spaces, [.. pairs.Where(pair => pair.One != pair.Other && pair.One < rooms.Length && pair.Other < rooms.Length).Select(pair => SpaceNeighbour.Of(pair.One + 1, pair.Other + 1)).Distinct()], taken, wish);
    }

    private static Space Space(string name, int id, bool upstairs, bool daylight, Capacity[] capacities, params Atom[] atoms)
    {
        var space = Numbered(new Space { PropertyId = 1, Name = name, Floor = upstairs ? "Upstairs" : "Downstairs", HasDaylight = daylight, Position = id }, id);
        foreach (var capacity in capacities) space.Offer(capacity);
        foreach (var atom in atoms)
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
