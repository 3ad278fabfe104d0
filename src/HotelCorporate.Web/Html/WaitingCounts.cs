using System.Collections.Concurrent;
using NodaTime;

namespace HotelCorporate.Web.Html;

/// <summary>
/// How much waited for each person when the journal stood where it did. Whatever changes that number is written with a row of the journal, on every node:
/// while no row is newer, the number is still right.
/// </summary>
public sealed class WaitingCounts
{
    private readonly ConcurrentDictionary<int, (Stand At, int Count)> _known = [];

    public int? Of(int person, Stand now) => _known.TryGetValue(person, out var known) && known.At == now ? known.Count : null;

    public void Keep(int person, Stand at, int count) => _known[person] = (at, count);

    /// <summary>What the number depends on: the day, how far the person has read, and the newest row.</summary>
    public readonly record struct Stand(LocalDate Today, long ReadUpTo, long? Newest);
}
