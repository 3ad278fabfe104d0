using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>How much of a block is expected to be taken by when: "60:10; 30:50; 0:100" is 10 % sixty days before arrival, half thirty days before, all on the day; in between it grows evenly.</summary>
public sealed partial record PickUpPlan
{
    private readonly IReadOnlyList<(int DaysBefore, decimal Share)> _points;

    private PickUpPlan(IReadOnlyList<(int DaysBefore, decimal Share)> points) => _points = points;

    /// <summary>Nobody typed one: it grows evenly.</summary>
    public bool IsStraight => _points.Count == 0;

    /// <exception cref="HouseRuleException">It is not understood, or a later day has less than an earlier one.</exception>
    public static PickUpPlan Parse(string text)
    {
        var points = text.Split(';', '\n').Select(part => part.Trim()).Where(part => part.Length > 0).Select(Point).OrderByDescending(point => point.DaysBefore).ToList();
        if (points.Count > 20) throw Refused("A plan has twenty points at most.");
        if (points.Zip(points.Skip(1)).Any(pair => pair.First.DaysBefore == pair.Second.DaysBefore || pair.First.Share > pair.Second.Share))
            throw Refused("A plan names each day once, and never falls on the way to the arrival.");
        return new(points);
    }

    /// <summary>The share that is expected by that day, a fraction.</summary>
    /// <param name="from">The day on which the block was made: nothing is taken before.</param>
    /// <param name="until">The day by which all is taken when the plan is straight: the cut-off, or the arrival.</param>
    public decimal By(LocalDate day, LocalDate from, LocalDate until, LocalDate arrival)
    {
        if (IsStraight) return Between(Days(from, day), 0, 0, Days(from, until), 1);
        var before = Days(day, arrival);
        if (before >= _points[0].DaysBefore) return Between(Days(from, day), 0, 0, Days(from, arrival) - _points[0].DaysBefore, _points[0].Share);
        for (var i = 1; i < _points.Count; i++)
            if (before >= _points[i].DaysBefore) return Between(-before, -_points[i - 1].DaysBefore, _points[i - 1].Share, -_points[i].DaysBefore, _points[i].Share);
        return _points[^1].Share;
    }

    public bool Equals(PickUpPlan? other) => other is not null && _points.SequenceEqual(other._points);

    public override int GetHashCode() => _points.Count;

    public override string ToString() => string.Join("; ", _points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.DaysBefore}:{point.Share * 100:0.##}")));

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    private static decimal Between(int day, int first, decimal low, int last, decimal high) =>
        day >= last ? high : day <= first ? low : low + ((high - low) * (day - first) / (last - first));

    private static (int DaysBefore, decimal Share) Point(string text)
    {
        var match = Parts().Match(text);
        if (!match.Success || decimal.Parse(match.Groups["percent"].ValueSpan, CultureInfo.InvariantCulture) is var percent && percent > 100)
            throw Refused($"\"{(text.Length > 40 ? text[..40] : text)}\" is not understood. Write days before the arrival and percent, such as 30:50; 0:100.");
        return (int.Parse(match.Groups["days"].ValueSpan, CultureInfo.InvariantCulture), percent / 100);
    }

    private static HouseRuleException Refused(Sentence why) => new(why) { Field = nameof(RoomBlock.PlanText) };

    [GeneratedRegex(@"^(?<days>\d{1,4})\s*:\s*(?<percent>\d{1,3}(\.\d{1,2})?)\s*%?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Parts();
}
