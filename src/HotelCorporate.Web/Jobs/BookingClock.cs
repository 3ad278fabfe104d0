using System.Diagnostics;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;

namespace HotelCorporate.Web.Jobs;

/// <summary>Looks every minute whether the clock has moved a booking on.</summary>
internal sealed partial class BookingClock(IServiceScopeFactory scopes, IConfiguration settings, ILogger<BookingClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(0.2, settings.GetValue("Jobs:EverySeconds", 60.0))));
        while (await minute.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await using var turn = await scope.ServiceProvider.GetRequiredService<HotelDb>().TakeJobAsync(nameof(BookingClock), stoppingToken);
                if (turn is null) continue; // another node does it
                var began = Stopwatch.GetTimestamp();
                await scope.ServiceProvider.GetRequiredService<DueBookings>().MoveAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DueDeadlines>().MoveAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DueBlocks>().ReleaseAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DueAgreements>().ProposeAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DueScorecards>().SendAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DueCompliance>().CheckAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DueQuoteAudit>().RunAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<LoyaltyDesk>().LapseAsync(stoppingToken);
                var took = Stopwatch.GetElapsedTime(began);
                LogRound(took);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The next minute tries again; one bad minute must not end the clock.
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The bookings' clock looked round in {Took}.")]
    private partial void LogRound(TimeSpan took);

    [LoggerMessage(Level = LogLevel.Error, Message = "The bookings' clock failed; it tries again in a minute.")]
    private partial void LogFailed(Exception failure);
}
