using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Jobs;

/// <summary>Once a day each hotel looks whether companies and the house kept their word. What was done says so in the same save, so it is done once.</summary>
public sealed partial class DueCompliance(HotelDb db, ComplianceDesk compliance, IClock clock, ILogger<DueCompliance> log)
{
    public async Task CheckAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var broken = 0;
        using var round = Telemetry.Begin("job", Telemetry.Jobs, Telemetry.Tag("job", "compliance"));
        var done = await db.ComplianceRounds.AsNoTracking().ToDictionaryAsync(round => round.PropertyId, round => round.CheckedOn, cancel);
        foreach (var property in await db.Properties.AsNoTracking().OrderBy(property => property.Id).ToListAsync(cancel))
        {
            if (done.TryGetValue(property.Id, out var on) && on >= property.Today(now)) continue;
            try
            {
                await compliance.CheckAsync(property, again: false, Actor.Clock, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // One hotel's trouble stands in the way of no other; the next minute tries again.
                broken++;
                LogBroken(property.Id, failure.GetType().Name, failure.StackTrace);
            }

            db.ChangeTracker.Clear();
        }

        round.Outcome = broken > 0 ? "partly" : "done";
    }

    /// <summary>Without the failure's message: it may hold a name.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "The compliance of hotel {PropertyId} could not be checked by the clock: {Kind}\n{Where}")]
    private partial void LogBroken(int propertyId, string kind, string? where);
}
