using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Jobs;

/// <summary>Once a night each hotel prices its open offers and contracts anew. What was done says so in the same save, so it is done once.</summary>
public sealed partial class DueQuoteAudit(HotelDb db, QuoteAudit audit, IClock clock, ILogger<DueQuoteAudit> log)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var broken = 0;
        using var round = Telemetry.Begin("job", Telemetry.Jobs, Telemetry.Tag("job", "quote audit"));
        var done = await db.QuoteAuditRounds.AsNoTracking().ToDictionaryAsync(round => round.PropertyId, round => round.AuditedOn, cancel);
        foreach (var property in await db.Properties.AsNoTracking().OrderBy(property => property.Id).ToListAsync(cancel))
        {
            if (done.TryGetValue(property.Id, out var on) && on >= property.Today(now)) continue;
            try
            {
                await audit.RunAsync(property, Actor.Clock, cancel);
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
    [LoggerMessage(Level = LogLevel.Error, Message = "The offers of hotel {PropertyId} could not be audited by the clock: {Kind}\n{Where}")]
    private partial void LogBroken(int propertyId, string kind, string? where);
}
