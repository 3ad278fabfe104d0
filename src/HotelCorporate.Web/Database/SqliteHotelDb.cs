using System.Collections.Concurrent;
using HotelCorporate.Domain.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database;

/// <summary>The embedded default. Dates and local times are fixed-width text, so that the order of the text is the order of time; instants are ticks.</summary>
public sealed class SqliteHotelDb(DbContextOptions<SqliteHotelDb> options) : HotelDb(options)
{
    private readonly HashSet<int> _changed = [];

    /// <summary>One line of writers per file.</summary>
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new(StringComparer.Ordinal);

    /// <summary>A write transaction on SQLite is the only one (BEGIN IMMEDIATE): there is nothing more to lock.</summary>
    public override Task LockAtomsAsync(IReadOnlyCollection<int> atomIds, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc cref="LockAtomsAsync"/>
    public override Task LockBookingsAsync(IReadOnlyCollection<int> bookingIds, CancellationToken cancel) => Task.CompletedTask;

    public override async Task<WriteTurn> BeginWriteAsync(CancellationToken cancel)
    {
        var queue = Queues.GetOrAdd(Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1));
        await queue.WaitAsync(cancel);
        try
        {
            _changed.Clear(); // a turn that was given up tells nothing
            return new WriteTurn(await Database.BeginTransactionAsync(cancel), queue, () => Tell(_changed));
        }
        catch
        {
            queue.Release();
            throw;
        }
    }

    /// <summary>A save without a transaction of its own stands in the line of writers too: SQLite's own wait is a nap of up to a tenth of a second.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null || !ChangeTracker.HasChanges()) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await using var turn = await BeginWriteAsync(cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return saved;
    }

    private protected override void Written(IEnumerable<int> propertyIds) => _changed.UnionWith(propertyIds);

    /// <summary>A SQLite file has one node.</summary>
    public override Task<IAsyncDisposable?> TakeJobAsync(string job, CancellationToken cancel) => Task.FromResult<IAsyncDisposable?>(new OnlyNode());

    /// <summary>Nobody else starts on this file: a lock of migrations that stands there is of a start that was killed, and would be waited for without end. A refused restore may have left the shared log.</summary>
    public override async Task<IAsyncDisposable> TakeStartAsync(CancellationToken cancel)
    {
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
        if ((await Database.SqlQuery<int>($"SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(cancel)).Count > 0)
            await Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
        return new OnlyNode();
    }

    public override bool ShouldStartAgain(Exception failure) => false;

    public override bool IsGuardRefusal(DbUpdateException refusal) =>
        refusal.InnerException is SqliteException { SqliteExtendedErrorCode: 1811 };

    public override async Task CreateGuardsAsync(CancellationToken cancel)
    {
        foreach (var guard in SqliteGuards.All.Concat(SqliteSearch.All))
            await Database.ExecuteSqlRawAsync(guard, cancel);
    }

    public override IQueryable<T> Holding<T>(GramWish wish) => Set<T>().FromSqlRaw(SqliteSearch.Select(Model.FindEntityType(typeof(T))!.GetTableName()!), SqliteSearch.Match(wish));

    private sealed class OnlyNode : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateText>().HaveMaxLength(10);
        configurationBuilder.Properties<LocalTime>().HaveConversion<LocalTimeText>().HaveMaxLength(8);
        configurationBuilder.Properties<LocalDateTime>().HaveConversion<LocalDateTimeText>().HaveMaxLength(19);
        configurationBuilder.Properties<Instant>().HaveConversion<InstantTicks>();
    }
}
