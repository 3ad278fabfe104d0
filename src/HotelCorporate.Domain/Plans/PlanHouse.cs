using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Plans;

/// <summary>The spaces of a hotel that are sold, with what they share: what does not change from one day to the next.</summary>
public sealed class PlanHouse
{
    private readonly bool[,] _share;
    private readonly bool[,] _near;

    public PlanHouse(IReadOnlyCollection<Space> spaces, IEnumerable<SpaceNeighbour> neighbours)
    {
        Spaces = [.. spaces.Where(space => !space.IsRetired).OrderBy(space => space.Position).ThenBy(space => space.Id)];
        var next = neighbours.Select(pair => (pair.SpaceId, pair.OtherId)).ToHashSet();
        var all = spaces.ToDictionary(space => space.Id);
        Takes = [.. Spaces.Select(space => space.Atoms), .. Spaces.Select(space => space.AtomsWith(space.BackUpSpaceId is { } id ? all.GetValueOrDefault(id) : null))];
        _share = new bool[Takes.Count, Takes.Count];
        _near = new bool[Spaces.Count, Spaces.Count];
        for (var i = 0; i < Takes.Count; i++)
            for (var j = 0; j < Takes.Count; j++) _share[i, j] = Takes[i].Any(atom => Takes[j].Any(theirs => theirs.AtomId == atom.AtomId));
        for (var i = 0; i < Spaces.Count; i++)
            for (var j = 0; j < Spaces.Count; j++) _near[i, j] = i == j || _share[i, j] || next.Contains((Math.Min(Spaces[i].Id, Spaces[j].Id), Math.Max(Spaces[i].Id, Spaces[j].Id)));
        Floors = [.. Spaces.Select(space => space.Floor).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>In the order in which the hotel lists them.</summary>
    public IReadOnlyList<Space> Spaces { get; }

    public IReadOnlyList<string> Floors { get; }

    /// <summary>The atoms that each space takes, then those that it takes with its back-up room.</summary>
    private IReadOnlyList<IReadOnlyList<SpaceAtom>> Takes { get; }

    /// <summary>What a function takes in a space, by its place in <see cref="Spaces"/>.</summary>
    public IReadOnlyList<SpaceAtom> AtomsOf(WishedFunction function, int space) => Takes[Place(function, space)];

    /// <summary>Whether two functions, in these spaces by their places in <see cref="Spaces"/>, take an atom in common.</summary>
    public bool Share(WishedFunction one, int space, WishedFunction other, int otherSpace) => space == otherSpace || _share[Place(one, space), Place(other, otherSpace)];

    /// <summary>Whether two spaces, by their places in <see cref="Spaces"/>, are one, share an atom, or are neighbours.</summary>
    public bool IsNear(int one, int other) => _near[one, other];

    private int Place(WishedFunction function, int space) => function.HasBackUp ? Spaces.Count + space : space;
}
