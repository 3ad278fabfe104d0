using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HotelCorporate.Web.Database;

/// <summary>What a chain moves to: several nodes on one server.</summary>
public sealed class PostgresHotelDb(DbContextOptions<PostgresHotelDb> options) : HotelDb(options)
{
    public override async Task LockAtomsAsync(IReadOnlyCollection<int> atomIds, CancellationToken cancel)
    {
        var ids = atomIds.Order().ToArray();
        await Database.ExecuteSqlAsync($"""SELECT "Id" FROM "Atoms" WHERE "Id" = ANY({ids}) ORDER BY "Id" FOR NO KEY UPDATE""", cancel);
    }

    public override async Task<WriteTurn> BeginWriteAsync(CancellationToken cancel) =>
        new(await Database.BeginTransactionAsync(cancel), queue: null);

    public override bool ShouldStartAgain(Exception failure) =>
        (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    public override bool IsGuardRefusal(DbUpdateException refusal) =>
        refusal.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.RaiseException };

    public override async Task CreateGuardsAsync(CancellationToken cancel)
    {
        foreach (var guard in PostgresGuards.All)
            await Database.ExecuteSqlRawAsync(guard, cancel);
    }
}
