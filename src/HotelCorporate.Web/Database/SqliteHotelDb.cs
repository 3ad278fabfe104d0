using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Database;

/// <summary>The embedded default. Times are fixed-width text, so that the order of the text is the order of time.</summary>
public sealed class SqliteHotelDb(DbContextOptions<SqliteHotelDb> options) : HotelDb(options)
{
    /// <summary>One line of writers per file.</summary>
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new(StringComparer.Ordinal);

    /// <summary>A write transaction on SQLite is the only one (BEGIN IMMEDIATE): there is nothing more to lock.</summary>
    public override Task LockAtomsAsync(IReadOnlyCollection<int> atomIds, CancellationToken cancel) => Task.CompletedTask;

    public override async Task<WriteTurn> BeginWriteAsync(CancellationToken cancel)
    {
        var queue = Queues.GetOrAdd(Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1));
        await queue.WaitAsync(cancel);
        try
        {
            return new WriteTurn(await Database.BeginTransactionAsync(cancel), queue);
        }
        catch
        {
            queue.Release();
            throw;
        }
    }

    public override bool ShouldStartAgain(Exception failure) => false;

    public override bool IsGuardRefusal(DbUpdateException refusal) =>
        refusal.InnerException is SqliteException { SqliteExtendedErrorCode: 1811 };

    public override async Task CreateGuardsAsync(CancellationToken cancel)
    {
        foreach (var guard in SqliteGuards.All)
            await Database.ExecuteSqlRawAsync(guard, cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateText>().HaveMaxLength(10);
        configurationBuilder.Properties<LocalTime>().HaveConversion<LocalTimeText>().HaveMaxLength(8);
        configurationBuilder.Properties<LocalDateTime>().HaveConversion<LocalDateTimeText>().HaveMaxLength(19);
        configurationBuilder.Properties<Instant>().HaveConversion<InstantText>().HaveMaxLength(28);
    }
}
