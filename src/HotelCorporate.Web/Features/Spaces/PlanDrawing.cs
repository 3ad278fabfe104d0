using System.Globalization;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>A plan in points of a drawing: rooms, labels that fit, and a scale. The page's security policy allows no style on an element, so looks are classes (see spaces.css).</summary>
public sealed class PlanDrawing
{
    private const decimal HighestPart = 0.62m;
    private const decimal LargestScale = 22;
    private const decimal Edge = 8;
    private const decimal ScaleRoom = 36;
    private const decimal LetterWidth = 6.7m;
    private const decimal LongestBar = 150;

    private static readonly int[] Bars = [50, 20, 10, 5, 2, 1];

    private readonly decimal _scale;

    /// <param name="widest">In points: as wide as the page has room for, so that letters keep their size.</param>
    public PlanDrawing(FloorPlan plan, string name, string id, int widest)
    {
        (Name, Id) = (name, id);
        _scale = Math.Min(LargestScale, Math.Min(widest / plan.Across, widest * HighestPart / plan.Down));
        Rooms = [.. plan.Rooms.Select(Draw)];
        BarMetres = Bars.FirstOrDefault(metres => metres * _scale <= LongestBar, 1);
        Width = Math.Max((plan.Across * _scale) + (2 * Edge), (BarMetres * _scale) + 80);
        Height = (plan.Down * _scale) + (2 * Edge) + ScaleRoom;
    }

    public string Name { get; }

    /// <summary>Its own on the page.</summary>
    public string Id { get; }

    public decimal Width { get; }

    public decimal Height { get; }

    public IReadOnlyList<Room> Rooms { get; }

    public int BarMetres { get; }

    public decimal BarEnd => Edge + (BarMetres * _scale);

    public decimal BarTop => Height - Edge - 6;

    public bool HasSquares => Rooms.Any(room => !room.Of.IsMeasured);

    /// <summary>A number as SVG reads it in every language.</summary>
    public static string Point(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private Room Draw(PlanRoom room)
    {
        var (wide, high) = (room.Across * _scale, room.Down * _scale);
        var isUpright = Needs(room.Name) > wide - 8 && high > wide;
        var letters = (int)(((isUpright ? high : wide) - 8) / LetterWidth);
        var label = room.Name.Length <= letters ? room.Name : letters < 3 ? "" : room.Name[..(letters - 1)].TrimEnd() + "\u2026";
        return new Room(room, Edge + (room.X * _scale), Edge + (room.Y * _scale), wide, high, label, isUpright, HasArea: !isUpright && high >= 40 && wide >= 56 && room.AreaM2 is not null);
    }

    private static decimal Needs(string text) => text.Length * LetterWidth;

    /// <summary>A rectangle with its label; no label where none fits.</summary>
    /// <param name="IsUpright">The label runs from the bottom up.</param>
    public sealed record Room(PlanRoom Of, decimal X, decimal Y, decimal Wide, decimal High, string Label, bool IsUpright, bool HasArea)
    {
        public decimal MiddleX => X + (Wide / 2);

        public decimal MiddleY => Y + (High / 2);
    }
}
