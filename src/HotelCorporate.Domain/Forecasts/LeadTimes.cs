namespace HotelCorporate.Domain.Forecasts;

/// <summary>How many waited so long.</summary>
/// <param name="Until">The last day that is in; none: everything above.</param>
public sealed record LeadTimeBand(int From, int? Until, int Count);

/// <summary>Lengths of time in whole days, and how they are spread.</summary>
/// <param name="Median">The middle one; of an even number the mean of the two in the middle; 0 of none.</param>
/// <param name="Mean">0 of none.</param>
public sealed record LeadTimes(int Count, decimal Median, decimal Mean, IReadOnlyList<LeadTimeBand> Bands)
{
    private static readonly int[] Starts = [0, 8, 15, 31, 61, 91, 181, 366];

    /// <param name="days">None below 0.</param>
    public static LeadTimes Of(IEnumerable<int> days)
    {
        var ordered = days.Order().ToArray();
        var bands = Starts.Select((from, i) => i + 1 < Starts.Length
            ? new LeadTimeBand(from, Starts[i + 1] - 1, ordered.Count(length => length >= from && length < Starts[i + 1]))
            : new LeadTimeBand(from, null, ordered.Count(length => length >= from)));
        var half = ordered.Length / 2;
        var median = ordered.Length == 0 ? 0 : ordered.Length % 2 == 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2m;
        return new LeadTimes(ordered.Length, median, ordered.Length == 0 ? 0 : ordered.Sum(length => (long)length) / (decimal)ordered.Length, [.. bands]);
    }
}
