using System.Globalization;
using System.Text;
using HotelCorporate.Domain.Resources;
using NodaTime;

namespace HotelCorporate.Web.Features.Resources;

/// <summary>The use of a resource over time in points of a drawing: a stepped area, the line of what is there, and what is above it apart. Looks are classes (see resources.css).</summary>
public sealed class UseDrawing
{
    public const int Width = 760;
    public const int Height = 200;
    public const int Left = 44;
    public const int Top = 12;
    public const int Bottom = 172;

    private readonly decimal _top;
    private readonly UseSpan _span;

    public UseDrawing(ResourceLoad load, UseSpan span)
    {
        _span = span;
        var steps = Filled(load).ToList();
        Highest = Math.Max(1, steps.Max(step => Math.Max(step.Needed, step.There)));
        _top = Highest * 1.1m;
        Used = Area(steps, step => Math.Min(step.Needed, step.There));
        Missing = string.Concat(steps.Where(step => step.Missing > 0).Select(step => $"M{X(step.Time.From)} {Y(step.There)}V{Y(step.Needed)}H{X(step.Time.Until)}V{Y(step.There)}Z"));
        There = string.Concat(steps.Select((step, i) => i == 0 ? $"M{X(step.Time.From)} {Y(step.There)}H{X(step.Time.Until)}" : $"V{Y(step.There)}H{X(step.Time.Until)}"));
        Days = [.. span.Columns.Where((_, i) => !span.IsDay || i % 3 == 0).Select(column => (column.From, X(column.From)))];
    }

    /// <summary>The most that is needed or there.</summary>
    public long Highest { get; }

    public string Used { get; }

    public string Missing { get; }

    public string There { get; }

    /// <summary>Where each day begins; in a day each third hour.</summary>
    public IReadOnlyList<(Instant At, string X)> Days { get; }

    public string Y(long pieces) => Point(Bottom - ((Bottom - Top) * pieces / _top));

    private string X(Instant at) => Point(Left + ((Width - Left - 8) * (decimal)((at - _span.Time.From) / (_span.Time.Until - _span.Time.From))));

    private string Area(List<LoadStep> steps, Func<LoadStep, long> height)
    {
        var path = new StringBuilder($"M{X(_span.Time.From)} {Bottom}");
        foreach (var step in steps) path.Append('V').Append(Y(height(step))).Append('H').Append(X(step.Time.Until));
        return path.Append('V').Append(Bottom).Append('Z').ToString();
    }

    /// <summary>The steps of the span, and the stock alone where there are none.</summary>
    private IEnumerable<LoadStep> Filled(ResourceLoad load)
    {
        var (at, stock) = (_span.Time.From, load.Resource.Stock);
        foreach (var step in load.Steps.Where(step => step.Time.Overlaps(_span.Time)))
        {
            var time = new Domain.Spaces.Occupation(Instant.Max(step.Time.From, _span.Time.From), Instant.Min(step.Time.Until, _span.Time.Until));
            if (at < time.From) yield return new LoadStep(new(at, time.From), 0, stock);
            yield return step with { Time = time };
            at = time.Until;
        }

        if (at < _span.Time.Until) yield return new LoadStep(new(at, _span.Time.Until), 0, stock);
    }

    private static string Point(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
