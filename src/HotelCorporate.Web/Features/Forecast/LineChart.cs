namespace HotelCorporate.Web.Features.Forecast;

/// <summary>Curves in points of a drawing: what stood on the books so many days before. They run in steps: between two points nothing is known.</summary>
public sealed class LineChart
{
    private const decimal Left = 64;
    private const decimal Right = 12;
    private const decimal Top = 8;
    private const decimal Foot = 40;

    private readonly ChartScale _scale;
    private readonly IReadOnlyList<int> _days;

    /// <param name="days">Days before, falling: the left end first.</param>
    public LineChart(string id, string title, string description, IReadOnlyList<int> days, IReadOnlyList<ChartSeries> series)
    {
        (Id, Title, Description, _days, Series) = (id, title, description, days, series);
        _scale = new ChartScale(series.SelectMany(one => one.Values).Select(value => value ?? 0).DefaultIfEmpty().Max(), BarChart.Height - Top - Foot);
    }

    public static decimal Base => BarChart.Height - Foot;

    /// <summary>Its own on the page.</summary>
    public string Id { get; }

    public string Title { get; }

    public string Description { get; }

    public IReadOnlyList<ChartSeries> Series { get; }

    /// <summary>The lines of the scale, from 0 up.</summary>
    public IEnumerable<(decimal Y, decimal Value)> Lines => _scale.Steps.Select(value => (Y(value), value));

    /// <summary>Where days are written below.</summary>
    public IEnumerable<(decimal X, int Days)> Ticks => _days.Where(day => day % 91 == 0 || day is 28).Select(day => (X(day), day));

    /// <summary>The path of a curve; it ends where its values do.</summary>
    public string Path(ChartSeries series)
    {
        var points = _days.Zip(series.Values).Where(point => point.Second is not null).Select(point => (X: BarChart.Point(X(point.First)), Y: BarChart.Point(Y(point.Second!.Value)))).ToList();
        return points.Count == 0 ? "" : $"M{points[0].X} {points[0].Y}" + string.Concat(points.Skip(1).Select(point => $"H{point.X}V{point.Y}"));
    }

    /// <summary>Where a curve's name is written: beside its last point.</summary>
    public (decimal X, decimal Y)? EndOf(ChartSeries series) =>
        _days.Zip(series.Values).Where(point => point.Second is not null).Select(point => ((decimal X, decimal Y)?)(X(point.First), Y(point.Second!.Value))).LastOrDefault();

    private decimal X(int days) => Left + ((decimal)(_days[0] - days) / (_days[0] - _days[^1]) * (BarChart.Width - Left - Right));

    private decimal Y(decimal value) => Base - _scale.Height(value);
}
