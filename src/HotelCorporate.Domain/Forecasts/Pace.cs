using NodaTime;

namespace HotelCorporate.Domain.Forecasts;

/// <summary>Something came onto the books on a day, or went off them.</summary>
/// <param name="Amount">Negative when it went.</param>
public readonly record struct PaceMove(LocalDate On, decimal Amount);

/// <summary>A version of a contract, as far as it falls into the month that is looked at.</summary>
/// <param name="Amount">0 when the version has nothing in that month.</param>
public readonly record struct ContractVersion(int Revision, LocalDate AcceptedOn, decimal Amount);

/// <summary>How the books filled: what stood on them so many days before a day. Pure: no clock, no database.</summary>
public static class Pace
{
    /// <summary>The days before a month begins at which its curve is drawn: a year before, week by week, into the month (below 0) until it is over.</summary>
    public static IReadOnlyList<int> Weeks { get; } = [.. Enumerable.Range(0, 58).Select(week => 364 - (week * 7)).Where(days => days >= -28), -31];

    /// <summary>What stood on the books at the end of each day <c>anchor - n</c>: the sum of all that moved on that day or before.</summary>
    /// <param name="anchor">The day that is counted back from: the first of a month, or a day of arrival.</param>
    /// <param name="daysBefore">Below 0: after the anchor.</param>
    /// <returns>One sum for each number of days, in their order.</returns>
    public static IReadOnlyList<decimal> Curve(LocalDate anchor, IEnumerable<PaceMove> moves, IReadOnlyList<int> daysBefore)
    {
        var ordered = moves.OrderBy(move => move.On).ToArray();
        var days = Array.ConvertAll(ordered, move => move.On);
        var sums = new decimal[ordered.Length + 1];
        for (var i = 0; i < ordered.Length; i++) sums[i + 1] = sums[i] + ordered[i].Amount;
        return [.. daysBefore.Select(before => sums[Until(days, anchor.PlusDays(-before))])];
    }

    /// <summary>What one booking put on the books and took off again. It is on them from the day on which it became definite, with the version accepted last by then; a later version moves the difference; cancelled, it goes wholly.</summary>
    public static IEnumerable<PaceMove> Of(LocalDate definiteOn, IEnumerable<ContractVersion> accepted, LocalDate? cancelledOn)
    {
        var stands = 0m;
        foreach (var day in accepted.Select(version => version with { AcceptedOn = LocalDate.Max(version.AcceptedOn, definiteOn) }).GroupBy(version => version.AcceptedOn).OrderBy(group => group.Key))
        {
            var last = day.MaxBy(version => version.Revision).Amount;
            if (last != stands) yield return new PaceMove(day.Key, last - stands);
            stands = last;
        }

        if (cancelledOn is { } gone && stands != 0) yield return new PaceMove(LocalDate.Max(gone, definiteOn), -stands);
    }

    /// <summary>How many of the sorted days are that day or before.</summary>
    private static int Until(LocalDate[] days, LocalDate last)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle] <= last) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
