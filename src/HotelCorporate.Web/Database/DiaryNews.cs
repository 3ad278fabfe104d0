using System.Collections.Concurrent;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Journal;
using HotelCorporate.Domain.Spaces;

namespace HotelCorporate.Web.Database;

/// <summary>Lets open diaries know that their hotel's bookings or rooms changed: every such change writes a line of the journal, and that line is the news. One of these a node.</summary>
public sealed class DiaryNews
{
    /// <summary>What a line of the journal is about when a diary may look different after it.</summary>
    internal static readonly string[] Subjects = [nameof(Booking), nameof(Space)];

    private readonly ConcurrentDictionary<int, News> _hotels = new();

    /// <summary>The hotels that these lines tell of.</summary>
    internal static IEnumerable<int> Told(IEnumerable<JournalEntry> lines) =>
        lines.Where(line => Subjects.Contains(line.Subject)).Select(line => line.PropertyId).OfType<int>();

    /// <summary>How often the hotel changed since this node started.</summary>
    public long Of(int propertyId) => _hotels.GetValueOrDefault(propertyId)?.Count ?? 0;

    public void Publish(int propertyId) => _hotels.AddOrUpdate(propertyId, _ => new News(1), (_, last) => last.Next());

    /// <summary>This node was deaf for a while: whatever is open looks again.</summary>
    public void PublishAll()
    {
        foreach (var property in _hotels.Keys) Publish(property);
    }

    /// <summary>Waits until the hotel changed more often than that; gives how often it did.</summary>
    public async Task<long> AfterAsync(int propertyId, long seen, CancellationToken cancel)
    {
        while (true)
        {
            var now = _hotels.GetOrAdd(propertyId, _ => new News(0));
            if (now.Count > seen) return now.Count;
            await now.Changed.WaitAsync(cancel);
        }
    }

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
