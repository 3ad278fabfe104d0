using HotelCorporate.Domain.Imports;

namespace HotelCorporate.Domain.Spaces;

/// <summary>Lays a capacity chart over a hotel's spaces, row by row: rooms of their own first, then what is joined of them. A row that is refused changes nothing. The same chart a second time changes nothing.</summary>
public static class ChartImport
{
    public static IReadOnlyList<ChartOutcome> Apply(IReadOnlyList<ChartRow> rows, HotelLayout layout)
    {
        var next = layout.NextPosition;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var placed = rows.Select((row, i) => (Row: row, Place: next + i, IsFirst: row.Name.Length == 0 || names.Add(row.Name))).ToList();
        return
        [
            .. placed.OrderBy(place => place.Row.Rooms.Count > 1)
                .Select(place => place.IsFirst ? Apply(place.Row, layout, place.Place) : Refused(place.Row, "room", "The chart names this space twice. Keep one of the rows."))
                .OrderBy(outcome => outcome.Row.Number),
        ];
    }

    private static ChartOutcome Apply(ChartRow row, HotelLayout layout, int position)
    {
        if (row.Refusals.Count > 0) return new(row, RowVerdict.Refused, null, [], row.Refusals);
        var stands = layout.Named(row.Name);
        if (stands is { IsRetired: true }) return Refused(row, "room", "This space is not sold any more. Sell it again first, or leave the row out.");
        var unknown = row.Rooms.Count > 1 ? row.Rooms.Where(name => layout.AtomNamed(name) is null).ToList() : [];
        if (unknown.Count > 0) return Refused(row, "atoms", $"There is no room {string.Join(", ", unknown)}, and no good row of the chart makes it.");
        var before = stands is null ? null : SpaceRecord.Of(stands);
        try
        {
            var space = stands is null ? Make(row, layout, position) : Change(stands, row, layout);
            foreach (var (style, figure) in row.Figures) Set(space, style, figure);
            var changes = before?.ChangesTo(SpaceRecord.Of(space)) ?? [];
            return new(row, before is null ? RowVerdict.Made : changes.Count > 0 ? RowVerdict.Changed : RowVerdict.Unchanged, space, changes, []);
        }
        catch (HouseRuleException refusal)
        {
            return Refused(row, ColumnOf(refusal.Field), refusal.Sentence);
        }
    }

    private static Space Make(ChartRow row, HotelLayout layout, int position)
    {
        var space = layout.Add(row.Over(new SpaceFacts(row.Name) { Position = position }));
        try
        {
            Compose(space, row, layout);
            return space;
        }
        catch (HouseRuleException)
        {
            layout.Drop(space);
            throw;
        }
    }

    private static Space Change(Space space, ChartRow row, HotelLayout layout)
    {
        var (stood, backUp) = (SpaceFacts.Of(space), space.BackUpSpaceId);
        layout.Describe(space, row.Over(stood));
        try
        {
            Compose(space, row, layout);
            return space;
        }
        catch (HouseRuleException)
        {
            layout.Describe(space, stood);
            space.BackUpSpaceId = backUp;
            throw;
        }
    }

    /// <summary>A chart that is silent about the rooms leaves them as they are; a new space is then a room of its own.</summary>
    private static void Compose(Space space, ChartRow row, HotelLayout layout)
    {
        if (row.Rooms.Count > 1) layout.Join(space, [.. row.Rooms.Select(name => layout.AtomNamed(name)!).Distinct()]);
        else if (row.Rooms is [var own]) layout.StandAlone(space, layout.AtomNamed(own)?.Lanes ?? 1, own);
        else if (space.Atoms.Count == 0) layout.StandAlone(space, layout.AtomNamed(space.Name)?.Lanes ?? 1);
    }

    /// <summary>A chart states the most allowed: where that is the same, what the house calls comfortable stays.</summary>
    private static void Set(Space space, SetupStyle style, int? figure)
    {
        if (figure is null) space.Withdraw(style);
        else if (space.In(style)?.Legal != figure) space.Offer(Capacity.OfChart(style, figure.Value));
    }

    private static ChartOutcome Refused(ChartRow row, string column, Sentence why) => new(row, RowVerdict.Refused, null, [], [new RowRefusal(column, why)]);

    private static string ColumnOf(string field) => field switch
    {
        nameof(Space.Name) => "room",
        nameof(Space.Floor) => "floor",
        nameof(Space.Access) => "access",
        nameof(Space.AreaM2) => "area",
        nameof(Space.HeightM) => "height",
        nameof(Space.LengthM) or nameof(Space.WidthM) => "dimensions",
        nameof(Space.IsOutdoor) => "outdoor",
        _ => "atoms",
    };
}
