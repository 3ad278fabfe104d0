using System.Globalization;
using System.Text.RegularExpressions;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;

namespace HotelCorporate.Web.Features.Spaces;

/// <summary>What a chart says, and which of its columns nobody here knows.</summary>
public sealed record Chart(IReadOnlyList<ChartRow> Rows, IReadOnlyList<string> Ignored);

/// <summary>Reads the columns of a capacity chart: square metres or square feet, metres or feet, one figure for each style.</summary>
/// <param name="culture">Of whoever brings it in: it decides what 1,234 is.</param>
public sealed partial class ChartReading(CultureInfo culture)
{
    private const decimal MetresInFoot = 0.3048m;
    private const decimal SquareMetresInSquareFoot = 0.09290304m;

    private static readonly string[] Room = ["room", "space", "name"];

    private static readonly Dictionary<string, SetupStyle> Styles = Enum.GetValues<SetupStyle>().ToDictionary(style => Key(Capitals().Replace(style.ToString(), "_$0")), StringComparer.Ordinal);

    private static readonly string[] Known =
    [
        .. Room, "atoms", "floor", "area_m2", "area_m", "area_sqft", "dim_m", "dim_ft", "height_m", "height_ft", "daylight", "outdoor", "access",
    ];

    private readonly List<RowRefusal> _refusals = [];
    private Dictionary<string, string> _cells = [];

    /// <exception cref="HouseRuleException">There is no line below the head, or no column with the spaces' names.</exception>
    public Chart Read(TableFile table)
    {
        var head = table.Lines.TakeWhile(line => line.All(cell => cell.Length == 0)).Count();
        if (head == table.Lines.Count) throw new HouseRuleException("The chart is empty.");
        var columns = table.Lines[head].Select(Key).ToList();
        if (!columns.Exists(column => Room.Contains(column, StringComparer.Ordinal))) throw new HouseRuleException("The chart has no column with the names of the spaces. Call it room.");
        var rows = new List<ChartRow>();
        for (var i = head + 1; i < table.Lines.Count; i++)
        {
            if (table.Lines[i].All(cell => cell.Length == 0)) continue;
            _cells = columns.Zip(table.Lines[i]).Where(pair => pair.First.Length > 0).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => IsDash(pair.Second) ? "" : pair.Second, StringComparer.Ordinal);
            _refusals.Clear();
            rows.Add(Row(i + 1, columns));
        }

        if (rows.Count == 0) throw new HouseRuleException("The chart has no line below its head.");
        return new Chart(rows, [.. table.Lines[head].Where(name => name.Length > 0 && !Known.Contains(Key(name), StringComparer.Ordinal) && !Styles.ContainsKey(Key(name)))]);
    }

    private ChartRow Row(int number, List<string> columns)
    {
        var name = Cell(Room) ?? "";
        if (name.Length == 0) _refusals.Add(new("room", "The row names no space."));
        var figures = Styles.Where(style => columns.Contains(style.Key)).ToDictionary(style => style.Value, style => Figure(style.Key));
        var (length, width) = Dimensions("dim_m") is { } metres ? metres : Dimensions("dim_ft") is { } feet ? (InMetres(feet.Item1), InMetres(feet.Item2)) : (null, null);
        var facts = new ChartRow(number, name, (Cell("atoms") ?? "").Split([';', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), figures, [])
        {
            Floor = Cell("floor"), Access = Cell("access"), LengthM = length, WidthM = width, HasDaylight = YesNo("daylight"), IsOutdoor = YesNo("outdoor"),
            AreaM2 = Number("area_m2") ?? Number("area_m") ?? (Number("area_sqft") is { } square ? decimal.Round(square * SquareMetresInSquareFoot, 1) : null),
            HeightM = Number("height_m") ?? InMetres(Number("height_ft")),
        };
        return facts with { Refusals = [.. _refusals] };
    }

    private string? Cell(params string[] columns) => columns.Select(column => _cells.GetValueOrDefault(column, "")).FirstOrDefault(cell => cell.Length > 0);

    private decimal? Number(string column) => Cell(column) is { } text ? Number(column, text) : null;

    private decimal? Number(string column, string text)
    {
        var (number, wrong) = DecimalBinders.Read(text, culture);
        if (wrong is not null) _refusals.Add(new(column, $"{text}: {wrong}"));
        else if (number is <= 0 or > 1_000_000) _refusals.Add(new(column, $"{text}: a measure is above 0."));
        else return number;
        return null;
    }

    private int? Figure(string column)
    {
        if (Number(column) is not { } number) return null;
        if (number == decimal.Truncate(number) && number <= Numbers.Most) return (int)number;
        _refusals.Add(new(column, $"{number} is no number of people."));
        return null;
    }

    private (decimal?, decimal?)? Dimensions(string column)
    {
        if (Cell(column) is not { } text) return null;
        if (text.Split(['x', 'X', '\u00d7', '*'], StringSplitOptions.TrimEntries) is [{ Length: > 0 } length, { Length: > 0 } width]) return (Number(column, length), Number(column, width));
        _refusals.Add(new(column, $"{text}: write length and width as in 24x18."));
        return null;
    }

    private bool? YesNo(string column)
    {
        if (Cell(column) is not { } text) return null;
        if (text.ToUpperInvariant() is "YES" or "Y" or "TRUE" or "1" or "X" or "PO") return true;
        if (text.ToUpperInvariant() is "NO" or "N" or "FALSE" or "0" or "JO") return false;
        _refusals.Add(new(column, $"{text}: write yes or no."));
        return null;
    }

    private static decimal? InMetres(decimal? feet) => feet is { } known ? decimal.Round(known * MetresInFoot, 2, MidpointRounding.AwayFromZero) : null;

    private static bool IsDash(string cell) => cell is "-" or "\u2013" or "\u2014" or "n/a" or "N/A";

    /// <summary>"U-shape" and "u_shape" are one.</summary>
    private static string Key(string column) => NoLetters().Replace(column.ToLowerInvariant(), "_").Trim('_');

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NoLetters();

    [GeneratedRegex("(?<=.)[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capitals();
}
