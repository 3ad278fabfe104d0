using System.Collections.Concurrent;
using System.Globalization;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Web.Database;

/// <summary>Lets open diaries know that their hotel's bookings or rooms changed, and sellers that a client opened or answered an offer: every such change writes a line of the journal, and that line is the news. One of these a node.</summary>
public sealed class HotelNews
{
    /// <summary>What a line of the journal is about when somebody may want to look again after it.</summary>
    internal static readonly string[] Subjects = [nameof(Booking), nameof(Space), nameof(Quote)];

    /// <summary>Shorter than what a proxy lets a silent answer wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly ConcurrentDictionary<int, News> _hotels = new();

    /// <summary>The hotels that these lines tell of.</summary>
    internal static IEnumerable<int> Told(IEnumerable<JournalEntry> lines) =>
        lines.Where(line => Subjects.Contains(line.Subject)).Select(line => line.PropertyId).OfType<int>();

    /// <summary>Another node, or this one started again, counts anew: what was seen there says nothing here.</summary>
    private readonly string _node = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Where the hotel's news stand, for whoever asks later what came after.</summary>
    public string Seen(int propertyId) => Mark(_hotels.GetValueOrDefault(propertyId)?.Count ?? 0);

    public void Publish(int propertyId) => _hotels.AddOrUpdate(propertyId, _ => new News(1), (_, last) => last.Next());

    /// <summary>This node was deaf for a while: whatever is open looks again.</summary>
    public void PublishAll()
    {
        foreach (var property in _hotels.Keys) Publish(property);
    }

    /// <summary>Waits until there is news after what was seen, and gives where they stand then; at once when it was seen at another node. Without news a page that asks is answered after a while, and when the site goes away.</summary>
    /// <returns>None when there is no news.</returns>
    public async Task<string?> AskedAsync(int propertyId, string seen, CancellationToken stopping, CancellationToken cancel)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping);
        wait.CancelAfter(Patience);
        try
        {
            return await AfterAsync(propertyId, seen, wait.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<string> AfterAsync(int propertyId, string seen, CancellationToken cancel)
    {
        if (seen.Split('-') is not [var node, var count] || node != _node || !long.TryParse(count, CultureInfo.InvariantCulture, out var last)) return Seen(propertyId);
        while (true)
        {
            var now = _hotels.GetOrAdd(propertyId, _ => new News(0));
            if (now.Count > last) return Mark(now.Count);
            await now.Changed.WaitAsync(cancel);
        }
    }

    private string Mark(long count) => string.Create(CultureInfo.InvariantCulture, $"{_node}-{count}");

    private sealed class News(long count)
    {
        private readonly TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Count => count;

        public Task Changed => _changed.Task;

        public News Next()
        {
            _changed.TrySetResult();
            return new News(count + 1);
        }
    }
}
