using HotelCorporate.Domain.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
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

    public override async Task LockBookingsAsync(IReadOnlyCollection<int> bookingIds, CancellationToken cancel)
    {
        var ids = bookingIds.Order().ToArray();
        await Database.ExecuteSqlAsync($"""SELECT "Id" FROM "Bookings" WHERE "Id" = ANY({ids}) ORDER BY "Id" FOR NO KEY UPDATE""", cancel);
    }

    public override async Task<WriteTurn> BeginWriteAsync(CancellationToken cancel) =>
        new(await Database.BeginTransactionAsync(cancel), queue: null);

    /// <summary>A lock of the server's on a connection of its own: gone with the connection, however the node ends.</summary>
    public override async Task<IAsyncDisposable?> TakeJobAsync(string job, CancellationToken cancel)
    {
        var connection = await ApartAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended(@job, 0))", connection) { Parameters = { new("job", "HotelCorporate " + job) } };
            if (await command.ExecuteScalarAsync(cancel) is true) return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public override async Task<IAsyncDisposable> TakeStartAsync(CancellationToken cancel)
    {
        await CreateAsync(cancel);
        var connection = await ApartAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended('HotelCorporate start', 0))", connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override bool ShouldStartAgain(Exception failure) =>
        (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    public override bool IsGuardRefusal(DbUpdateException refusal) =>
        refusal.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.RaiseException };

    public override async Task CreateGuardsAsync(CancellationToken cancel)
    {
        foreach (var guard in PostgresGuards.All.Concat(PostgresSearch.All))
            await Database.ExecuteSqlRawAsync(guard, cancel);
    }

    public override IQueryable<T> Holding<T>(GramWish wish) => Set<T>().FromSqlRaw(PostgresSearch.Select(Model.FindEntityType(typeof(T))!.GetTableName()!, wish), PostgresSearch.Pieces(wish));

    private async Task CreateAsync(CancellationToken cancel)
    {
        var server = this.GetService<IRelationalDatabaseCreator>();
        if (await server.ExistsAsync(cancel)) return;
        try
        {
            await server.CreateAsync(cancel);
        }
        catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node made it at the same moment.
        }
    }

    private async Task<NpgsqlConnection> ApartAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Address) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
