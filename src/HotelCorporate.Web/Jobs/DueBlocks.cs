using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Jobs;

/// <summary>What the clock does to bedrooms: the day after the cut-off the unsold ones return to the house. A block that breaks stands in the way of no other.</summary>
public sealed partial class DueBlocks(HotelDb db, BlockDesk blocks, IClock clock, ILogger<DueBlocks> log)
{
    public async Task ReleaseAsync(CancellationToken cancel)
    {
        var broken = 0;
        using var round = Telemetry.Begin("job", Telemetry.Jobs, Telemetry.Tag("job", "blocks"));
        foreach (var property in await db.Properties.AsNoTracking().ToListAsync(cancel))
        {
            var today = property.Today(clock.GetCurrentInstant());
            var due = await (
                from block in db.Blocks
                join booking in db.Bookings on block.BookingId equals booking.Id
                where block.PropertyId == property.Id && block.Status == BlockStatus.Open && block.CutOffOn < today
                    && (booking.Status == BookingStatus.Tentative || booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual)
                orderby block.Id
                select block.Id).ToListAsync(cancel);
            foreach (var id in due)
            {
                try
                {
                    await blocks.CutOffAsync(id, today, cancel);
                }
                catch (Exception failure) when (!cancel.IsCancellationRequested)
                {
                    // Somebody was faster, or it breaks: the next minute tries again.
                    broken++;
                    LogBroken(id, failure.GetType().Name, failure.StackTrace);
                }

                db.ChangeTracker.Clear();
            }
        }

        round.Outcome = broken > 0 ? "partly" : "done";
    }

    /// <summary>Without the failure's message: it may hold a name.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "Block {BlockId} could not be given back by the clock: {Kind}\n{Where}")]
    private partial void LogBroken(int blockId, string kind, string? where);
}
