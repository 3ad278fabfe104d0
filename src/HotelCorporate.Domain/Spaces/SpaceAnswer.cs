namespace HotelCorporate.Domain.Spaces;

/// <summary>One space, asked whether it fits: it does when nothing is in the way.</summary>
/// <param name="Warns">It is free, but fewer than the minimum or more than sit comfortably: to be chosen with a reason.</param>
public sealed record SpaceAnswer(
    Space Space, Capacity? Capacity, bool Warns, IReadOnlyList<SpaceObstacle> Obstacles, IReadOnlyList<SpaceRepair> Repairs)
{
    public bool Fits => Obstacles.Count == 0;
}
