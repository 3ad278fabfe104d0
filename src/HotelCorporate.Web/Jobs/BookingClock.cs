namespace HotelCorporate.Web.Jobs;

/// <summary>Looks every minute whether the clock has moved a booking on.</summary>
internal sealed partial class BookingClock(IServiceScopeFactory scopes, ILogger<BookingClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await minute.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<DueBookings>().MoveAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The next minute tries again; one bad minute must not end the clock.
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The bookings' clock failed; it tries again in a minute.")]
    private partial void LogFailed(Exception failure);
}
