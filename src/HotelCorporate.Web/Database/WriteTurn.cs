using Microsoft.EntityFrameworkCore.Storage;

namespace HotelCorporate.Web.Database;

/// <summary>A write transaction, and the place in the line of writers that it gives up at its end.</summary>
/// <param name="committed">Called once it is there for everybody.</param>
public sealed class WriteTurn(IDbContextTransaction transaction, SemaphoreSlim? queue, Action? committed = null) : IAsyncDisposable
{
    public async Task CommitAsync(CancellationToken cancel)
    {
        await transaction.CommitAsync(cancel);
        committed?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        queue?.Release();
    }
}
