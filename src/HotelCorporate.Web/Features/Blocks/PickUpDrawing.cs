using System.Globalization;
using HotelCorporate.Domain.Rooms;
using NodaTime;

namespace HotelCorporate.Web.Features.Blocks;

/// <summary>The pick-up curve in points of a drawing: steps of what was taken, the plan, the cut-off and today. Looks are classes (see blocks.css).</summary>
public sealed class PickUpDrawing
{
    public const decimal Width = 760;
    public const decimal Height = 280;
    private const decimal Left = 48;
    private const decimal Right = 16;
    private const decimal Top = 28;
    private const decimal Bottom = 36;

    private static readonly decimal[] RoundSteps = [1, 1.5m, 2, 2.5m, 3, 4, 5, 6, 8, 10];

    private readonly LocalDate _first;
    private readonly int _days;
    private readonly decimal _most;

    /// <param name="block">It has nights, and was made before the first.</param>
    public PickUpDrawing(RoomBlock block, LocalDate today)
    {
        Days = block.Curve(today);
        (_first, _days) = (Days[0].On, Math.Max(1, Period.DaysBetween(Days[0].On, Days[^1].On)));
        _most = Step(Math.Max(block.Agreed, block.PickedUp)) * 4;
        (Agreed, CutOffOn, Today, Last) = (block.Agreed, block.CutOffOn, today, Days[^1].On);
        Plan = string.Join(' ', Enumerable.Range(0, 61).Select(i => _first.PlusDays(_days * i / 60)).Distinct().Select(day => $"{Point(X(day))},{Point(Y(block.Expected(day)))}"));
        Taken = Steps([.. Days.Where(day => day.PickedUp is not null)]);
    }

    public IReadOnlyList<CurveDay> Days { get; }

    public int Agreed { get; }

    public LocalDate? CutOffOn { get; }

    public LocalDate Today { get; }

    public LocalDate First => _first;

    public LocalDate Last { get; }

    /// <summary>Points of the plan's line.</summary>
    public string Plan { get; }

    /// <summary>The path of what was taken.</summary>
    public string Taken { get; }

    public decimal Floor => Height - Bottom;

    public decimal Ceiling => Top;

    public decimal Start => Left;

    public decimal End => Width - Right;

    /// <summary>Numbers on the left, each with its height.</summary>
    public IEnumerable<(decimal Rooms, decimal Y)> Marks => Enumerable.Range(0, 5).Select(i => _most * i / 4).Select(rooms => (rooms, Y(rooms)));

    public bool Shows(LocalDate day) => day >= _first && day <= Last;

    public decimal X(LocalDate day) => Left + ((Width - Left - Right) * Period.DaysBetween(_first, day) / _days);

    public decimal Y(decimal rooms) => Floor - ((Floor - Top) * rooms / _most);

    /// <summary>A number as SVG reads it in every language.</summary>
    public static string Point(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private string Steps(IReadOnlyList<CurveDay> days)
    {
        var path = $"M{Point(X(days[0].On))} {Point(Y(days[0].PickedUp!.Value))}";
        foreach (var day in days.Skip(1)) path += $" H{Point(X(day.On))} V{Point(Y(day.PickedUp!.Value))}";
        return path;
    }

    /// <summary>A quarter of the height in a round number.</summary>
    private static decimal Step(int rooms)
    {
        decimal ten = 1;
        while (ten * 40 < rooms) ten *= 10;
        return RoundSteps.First(step => step * ten * 4 >= rooms) * ten;
    }
}
