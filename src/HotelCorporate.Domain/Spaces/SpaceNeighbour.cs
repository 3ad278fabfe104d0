namespace HotelCorporate.Domain.Spaces;

/// <summary>Two spaces that share a wall or a door: a loud function in one is heard in the other, and two functions of one event may stand side by side in them.</summary>
/// <param name="SpaceId">The lower id of the two.</param>
/// <param name="OtherId">The higher id of the two.</param>
public sealed record SpaceNeighbour(int SpaceId, int OtherId)
{
    /// <summary>The pair in its one order, whichever is named first.</summary>
    /// <exception cref="HouseRuleException">A space is no neighbour of itself.</exception>
    public static SpaceNeighbour Of(int one, int other) => one == other
        ? throw new HouseRuleException("A space is no neighbour of itself.")
        : new(Math.Min(one, other), Math.Max(one, other));
}
