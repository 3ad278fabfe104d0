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

    public override bool IsGuardRefusal(DbUpdateException refusal) =>
        refusal.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.RaiseException };

    public override async Task CreateGuardsAsync(CancellationToken cancel)
    {
        foreach (var guard in PostgresGuards.All)
            await Database.ExecuteSqlRawAsync(guard, cancel);
    }
}
