using System.Diagnostics;

namespace HotelCorporate.Web.Html;

/// <summary>Takes the same time whether an address is known or not, so that nobody learns it with a stopwatch.</summary>
internal static class Evenly
{
    /// <summary>More than a letter and its save take.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(300);

    public static async Task DoAsync(Func<Task> act, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        if (Least - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } rest) await Task.Delay(rest, cancel);
    }
}
