using Microsoft.EntityFrameworkCore.Storage;

namespace HotelCorporate.Web.Database;

/// <summary>A write transaction, and the place in the line of writers that it gives up at its end.</summary>
public sealed class WriteTurn(IDbContextTransaction transaction, SemaphoreSlim? queue) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancel) => transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        queue?.Release();
    }
}
