using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Domain.Plans;

/// <summary>The spaces of a hotel that are sold, with what they share: what does not change from one day to the next.</summary>
public sealed class PlanHouse
{
    private readonly bool[,] _share;
    private readonly bool[,] _near;

    public PlanHouse(IEnumerable<Space> spaces, IEnumerable<SpaceNeighbour> neighbours)
    {
        Spaces = [.. spaces.Where(space => !space.IsRetired).OrderBy(space => space.Position).ThenBy(space => space.Id)];
        var next = neighbours.Select(pair => (pair.SpaceId, pair.OtherId)).ToHashSet();
        _share = new bool[Spaces.Count, Spaces.Count];
        _near = new bool[Spaces.Count, Spaces.Count];
        for (var i = 0; i < Spaces.Count; i++)
        for (var j = 0; j < Spaces.Count; j++)
        {
            var (one, other) = (Spaces[i], Spaces[j]);
            _share[i, j] = i == j || one.Atoms.Any(atom => other.Atoms.Any(theirs => theirs.AtomId == atom.AtomId));
            _near[i, j] = _share[i, j] || next.Contains((Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id)));
        }

        Floors = [.. Spaces.Select(space => space.Floor).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>In the order in which the hotel lists them.</summary>
    public IReadOnlyList<Space> Spaces { get; }

    public IReadOnlyList<string> Floors { get; }

    /// <summary>Whether two spaces, by their places in <see cref="Spaces"/>, have an atom in common.</summary>
    public bool Share(int one, int other) => _share[one, other];

    /// <summary>Whether two spaces, by their places in <see cref="Spaces"/>, are one, share an atom, or are neighbours.</summary>
    public bool IsNear(int one, int other) => _near[one, other];
}
