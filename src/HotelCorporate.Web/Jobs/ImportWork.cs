using HotelCorporate.Domain.Imports;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Jobs;

/// <summary>Brings in the files that wait, one node at a time: at once when it is told, and by the clock what another node left when it ended.</summary>
internal sealed partial class ImportWork(IServiceScopeFactory scopes, ImportBell bell, IConfiguration settings, ILogger<ImportWork> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(Math.Max(0.2, settings.GetValue("Jobs:EverySeconds", 60.0)));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.WaitAsync(pause, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<HotelDb>();
                if (!await db.AccountImports.AnyAsync(import => import.Status == ImportStatus.Running, stoppingToken)) continue;
                await using var turn = await db.TakeJobAsync(nameof(ImportWork), stoppingToken);
                if (turn is not null) await WorkAsync(db, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure); // the database may be away: the next round tries again
            }
        }
    }

    /// <summary>A file that fails is tried again in the next round; the others do not wait for it.</summary>
    private async Task WorkAsync(HotelDb db, CancellationToken cancel)
    {
        var tried = new List<int>();
        while (await db.AccountImports.Where(import => import.Status == ImportStatus.Running && !tried.Contains(import.Id)).OrderBy(import => import.Id).Select(import => (int?)import.Id).FirstOrDefaultAsync(cancel) is { } id)
        {
            tried.Add(id);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<AccountLoading>().RunAsync(id, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogUnfinished(failure, id);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The work on imports failed; it tries again in a minute.")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} of accounts stopped; it goes on in a minute.")]
    private partial void LogUnfinished(Exception failure, int importId);
}
