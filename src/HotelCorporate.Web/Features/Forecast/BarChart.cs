using System.Globalization;

namespace HotelCorporate.Web.Features.Forecast;

/// <summary>What a chart draws in one colour and pattern.</summary>
/// <param name="Look">The class of its colour and pattern (see forecast.css and _ChartPatterns.cshtml).</param>
/// <param name="Column">Series of the same column stand on one another; others beside.</param>
/// <param name="IsMark">A line across the columns instead of a bar.</param>
/// <param name="Values">One for each category; none: nothing is drawn.</param>
public sealed record ChartSeries(string Name, string Look, int Column, IReadOnlyList<decimal?> Values, bool IsMark = false);

/// <summary>Bars in points of a drawing, with a scale. The page's security policy allows no style on an element, so looks are classes.</summary>
public sealed class BarChart
{
    private const decimal Left = 64;
    private const decimal Top = 8;
    private const decimal Foot = 28;
    private const decimal Gap = 0.22m;

    private readonly ChartScale _scale;
    private readonly decimal _wide;
    private readonly int _columns;

    /// <param name="write">How a value is said, for the title of its bar.</param>
    public BarChart(string id, string title, string description, IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series, Func<decimal, string> write)
    {
        (Id, Title, Description, Categories, Series) = (id, title, description, categories, series);
        _columns = 1 + series.Where(one => !one.IsMark).Select(one => one.Column).DefaultIfEmpty().Max();
        _wide = (Width - Left) / Math.Max(1, categories.Count);
        var highest = Enumerable.Range(0, categories.Count).SelectMany(i => series.Select(one => one.IsMark ? one.Values[i] ?? 0 : series.Where(other => !other.IsMark && other.Column == one.Column).Sum(other => other.Values[i] ?? 0))).DefaultIfEmpty().Max();
        _scale = new ChartScale(highest, Height - Top - Foot);
        Bars = [.. Enumerable.Range(0, categories.Count).SelectMany(i => BarsOf(i, write))];
        Marks = [.. series.Where(one => one.IsMark).SelectMany(one => Enumerable.Range(0, categories.Count).Where(i => one.Values[i] is not null)
            .Select(i => new Mark(one.Look, Start(i), Start(i) + (_wide * (1 - Gap)), Y(one.Values[i]!.Value), $"{Categories[i]}, {one.Name}: {write(one.Values[i]!.Value)}")))];
    }

    public static decimal Width => 860;

    public static decimal Height => 260;

    public static decimal Base => Height - Foot;

    /// <summary>Its own on the page.</summary>
    public string Id { get; }

    public string Title { get; }

    public string Description { get; }

    public IReadOnlyList<string> Categories { get; }

    public IReadOnlyList<ChartSeries> Series { get; }

    public IReadOnlyList<Bar> Bars { get; }

    public IReadOnlyList<Mark> Marks { get; }

    /// <summary>The lines of the scale, from 0 up.</summary>
    public IEnumerable<(decimal Y, decimal Value)> Lines => _scale.Steps.Select(value => (Y(value), value));

    public decimal MiddleOf(int category) => Left + (_wide * category) + (_wide / 2);

    /// <summary>A number as SVG reads it in every language.</summary>
    public static string Point(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private IEnumerable<Bar> BarsOf(int category, Func<decimal, string> write)
    {
        var column = _wide * (1 - Gap) / _columns;
        foreach (var stack in Series.Where(one => !one.IsMark).GroupBy(one => one.Column))
        {
            var stands = 0m;
            foreach (var one in stack)
            {
                if (one.Values[category] is not { } value || value <= 0) continue;
                var top = Y(stands + value);
                yield return new Bar(one.Look, Start(category) + (column * stack.Key), top, column - 1, Y(stands) - top, $"{Categories[category]}, {one.Name}: {write(value)}");
                stands += value;
            }
        }
    }

    private decimal Start(int category) => Left + (_wide * category) + (_wide * Gap / 2);

    private decimal Y(decimal value) => Base - _scale.Height(value);

    /// <param name="Says">What the bar stands for, in words.</param>
    public sealed record Bar(string Look, decimal X, decimal Y, decimal Wide, decimal High, string Says);

    /// <param name="Says">What the line stands for, in words.</param>
    public sealed record Mark(string Look, decimal From, decimal To, decimal Y, string Says);
}
