namespace HotelCorporate.Domain.Spaces;

/// <summary>A room as a plan draws it, in metres from the upper left corner.</summary>
/// <param name="SpaceId">The space that is drawn: a combination whose rooms are not sold alone is drawn whole.</param>
/// <param name="IsMeasured">Drawn from its length and width; otherwise as a square of its area.</param>
public sealed record PlanRoom(int SpaceId, string Name, decimal? AreaM2, decimal X, decimal Y, decimal Across, decimal Down, bool IsMeasured, bool IsOutdoor)
{
    public decimal Right => X + Across;

    public decimal Bottom => Y + Down;
}

/// <summary>Rooms drawn to scale: those that are sold joined side by side. It tells sizes, not where in the house they lie. Pure.</summary>
public sealed record FloorPlan(IReadOnlyList<PlanRoom> Rooms)
{
    private const decimal Gap = 3;

    public decimal Across => Rooms.Max(room => room.Right);

    public decimal Down => Rooms.Max(room => room.Bottom);

    /// <summary>One space: its rooms side by side. None when nothing was measured.</summary>
    public static FloorPlan? OfSpace(Space space, IReadOnlyList<Space> all)
    {
        var row = Joined(space, all);
        return row.Count == 0 ? null : new FloorPlan(row);
    }

    /// <summary>A whole floor: each room once, those that can be joined together, in rows of like length. None when nothing was measured.</summary>
    public static FloorPlan? OfFloor(IReadOnlyList<Space> floor, IReadOnlyList<Space> all)
    {
        var drawn = new HashSet<Atom>();
        var groups = new List<List<PlanRoom>>();
        foreach (var space in floor.OrderByDescending(space => space.Atoms.Count).ThenBy(space => space.Position))
        {
            if (space.Atoms.Any(taken => drawn.Contains(taken.Atom)) || Joined(space, all) is not { Count: > 0 } row) continue;
            drawn.UnionWith(space.Atoms.Select(taken => taken.Atom));
            groups.Add(row);
        }

        return groups.Count == 0 ? null : new FloorPlan(InRows(groups));
    }

    private static List<PlanRoom> InRows(List<List<PlanRoom>> groups)
    {
        var area = groups.Sum(group => End(group) * Depth(group));
        var longest = Math.Max(groups.Max(End), (decimal)Math.Sqrt((double)area * 2.6));
        var (x, y, deep) = (0m, 0m, 0m);
        var placed = new List<PlanRoom>();
        foreach (var group in groups)
        {
            if (x > 0 && x + End(group) > longest) (x, y, deep) = (0, y + deep + Gap, 0);
            placed.AddRange(group.Select(room => room with { X = room.X + x, Y = room.Y + y }));
            (x, deep) = (x + End(group) + Gap, Math.Max(deep, Depth(group)));
        }

        return placed;
    }

    private static List<PlanRoom> Joined(Space space, IReadOnlyList<Space> all)
    {
        if (!space.IsCombination) return Whole(space) is { } alone ? [alone] : [];
        var parts = space.Atoms.Select(taken => all.FirstOrDefault(other => !other.IsRetired && other.Atoms is [var only] && only.Atom == taken.Atom)).ToList();
        var rooms = parts.Select(part => part is null ? null : Whole(part)).ToList();
        if (rooms.Contains(null)) return Whole(space) is { } whole ? [whole] : [];
        var turned = IsJoinedAlongWidth(space, rooms);
        var (x, row) = (0m, new List<PlanRoom>());
        foreach (var room in rooms)
        {
            var placed = room! with { X = x, Across = turned ? room.Down : room.Across, Down = turned ? room.Across : room.Down };
            row.Add(placed);
            x = placed.Right;
        }

        return row;
    }

    /// <summary>The whole is as long as its rooms together, or as wide: whichever is nearer tells on which side they meet.</summary>
    private static bool IsJoinedAlongWidth(Space space, List<PlanRoom?> rooms)
    {
        if (space is not { LengthM: { } length, WidthM: { } width }) return false;
        return Off(rooms.Sum(room => room!.Down)) < Off(rooms.Sum(room => room!.Across));

        decimal Off(decimal together) => Math.Min(Math.Abs(together - length), Math.Abs(together - width));
    }

    private static PlanRoom? Whole(Space space)
    {
        if (space is { LengthM: { } length, WidthM: { } width }) return new PlanRoom(space.Id, space.Name, space.AreaM2, 0, 0, length, width, IsMeasured: true, space.IsOutdoor);
        if (space.AreaM2 is not { } area) return null;
        var side = decimal.Round((decimal)Math.Sqrt((double)area), 2);
        return new PlanRoom(space.Id, space.Name, area, 0, 0, side, side, IsMeasured: false, space.IsOutdoor);
    }

    private static decimal End(List<PlanRoom> group) => group.Max(room => room.Right);

    private static decimal Depth(List<PlanRoom> group) => group.Max(room => room.Bottom);
}
