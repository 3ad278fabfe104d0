namespace HotelCorporate.Web.Features.Forecast;

/// <summary>A scale from 0 to a round figure at or above the highest value, in four or five equal steps.</summary>
/// <param name="high">Points of the drawing from 0 to the top.</param>
internal sealed class ChartScale(decimal highest, decimal high)
{
    private static readonly decimal[] RoundFigures = [1, 2, 5, 10];

    private readonly decimal _step = Round(highest / 4);

    /// <summary>0, then step by step to the top.</summary>
    public IReadOnlyList<decimal> Steps
    {
        get
        {
            var count = highest <= 0 ? 4 : (int)Math.Ceiling(highest / _step);
            return [.. Enumerable.Range(0, count + 1).Select(i => i * _step)];
        }
    }

    public decimal Height(decimal value) => value / Steps[^1] * high;

    /// <summary>1, 2 or 5 times a power of ten, at or above.</summary>
    private static decimal Round(decimal step)
    {
        if (step <= 0.25m) return 1;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)step)));
        return RoundFigures.Select(times => times * power).First(round => round >= step);
    }
}
