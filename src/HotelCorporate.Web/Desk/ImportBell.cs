namespace HotelCorporate.Web.Desk;

/// <summary>Wakes this node's background work as soon as a file is to be brought in; other nodes look by the clock.</summary>
public sealed class ImportBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    public void Ring() => _rung.Release();

    /// <summary>Until it rings, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        while (await _rung.WaitAsync(longest, cancel) && _rung.CurrentCount > 0) { } // once for all that rang meanwhile
    }

    public void Dispose() => _rung.Dispose();
}
