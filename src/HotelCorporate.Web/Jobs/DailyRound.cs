using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Jobs;

/// <summary>What each hotel does once a day. Whoever does it says so in the same save, so it is done once.</summary>
public sealed partial class DailyRound(HotelDb db, IClock clock, ILogger<DailyRound> log)
{
    /// <param name="job">As it is traced.</param>
    /// <param name="done">The last day of each hotel that it was done on.</param>
    public async Task EachHotelAsync(string job, IReadOnlyDictionary<int, LocalDate> done, Func<Property, Task> act, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var broken = 0;
        using var round = Telemetry.Begin("job", Telemetry.Jobs, Telemetry.Tag("job", job));
        foreach (var property in await db.Properties.AsNoTracking().OrderBy(property => property.Id).ToListAsync(cancel))
        {
            if (done.TryGetValue(property.Id, out var on) && on >= property.Today(now)) continue;
            try
            {
                await act(property);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // One hotel's trouble stands in the way of no other; the next minute tries again.
                broken++;
                LogBroken(job, property.Id, failure.GetType().Name, failure.StackTrace);
            }

            db.ChangeTracker.Clear();
        }

        round.Outcome = broken > 0 ? "partly" : "done";
    }

    /// <summary>Without the failure's message: it may hold a name.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "The daily {Job} of hotel {PropertyId} could not be done by the clock: {Kind}\n{Where}")]
    private partial void LogBroken(string job, int propertyId, string kind, string? where);
}
