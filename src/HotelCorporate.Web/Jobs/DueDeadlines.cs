using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Jobs;

/// <summary>
/// What the clock does to the dates of bookings: it reminds of those that are near, and finds those missed that are over. What came due while no
/// process ran is due still, so it is done at the next round; what was done says so in the same save, so it is done once.
/// </summary>
public sealed partial class DueDeadlines(HotelDb db, BookingLetters letters, IClock clock, ILogger<DueDeadlines> log)
{
    /// <summary>Deadlines that share a save. One that breaks is tried again alone, and stands in the way of no other.</summary>
    private const int Together = 100;

    /// <summary>More are left for the next round.</summary>
    private const int Most = 5_000;

    public async Task MoveAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        using var round = Telemetry.Begin("job", Telemetry.Jobs, Telemetry.Tag("job", "deadlines"));
        var due = await db.Deadlines.AsNoTracking().Where(deadline => deadline.WakesAt <= now).OrderBy(deadline => deadline.WakesAt).ThenBy(deadline => deadline.Id).Select(deadline => deadline.Id).Take(Most).ToListAsync(cancel);
        var broken = 0;
        foreach (var some in due.Chunk(Together))
        {
            if (await TryAsync(some, cancel)) continue;
            foreach (var one in some)
                if (!await TryAsync([one], cancel)) broken++;
        }

        round.Outcome = broken > 0 ? "partly" : "done";
    }

    private async Task<bool> TryAsync(int[] ids, CancellationToken cancel)
    {
        try
        {
            await using var turn = await db.BeginWriteAsync(cancel);
            await WakeAsync(ids, cancel);
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync(cancel);
            return true;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            if (ids.Length == 1) LogBroken(ids[0], failure.GetType().Name, failure.StackTrace);
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task WakeAsync(int[] ids, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var rows = await db.Deadlines.Where(deadline => ids.Contains(deadline.Id)).OrderBy(deadline => deadline.Id).ToListAsync(cancel);
        var about = rows.Select(row => row.BookingId!.Value).Distinct().ToList();
        var bookings = await db.Bookings.Include(booking => booking.Functions).Where(booking => about.Contains(booking.Id)).ToDictionaryAsync(booking => booking.Id, cancel);
        var accounts = bookings.Values.Select(booking => booking.AccountId).Distinct().ToList();
        letters.Know(await db.Accounts.AsNoTracking().Include(account => account.Contacts).Where(account => accounts.Contains(account.Id)).ToListAsync(cancel), await db.Properties.AsNoTracking().ToListAsync(cancel));
        foreach (var row in rows)
        {
            var booking = bookings[row.BookingId!.Value];
            var wake = row.Wake(now);
            if (wake == DeadlineWake.Remind)
            {
                await letters.RemindAsync(booking, row, cancel);
                db.Note(Actor.Clock, now, nameof(Booking), booking.Id, "remind", to: row.Text, why: $"{row.DueOn}");
            }
            else if (wake == DeadlineWake.Missed)
            {
                db.Note(Actor.Clock, now, nameof(Booking), booking.Id, "deadline missed", to: row.Text, why: $"{row.DueOn}");
                await MissedAsync(booking, row, now, cancel);
            }
        }
    }

    /// <summary>No guarantee by its deadline: what is expected is guaranteed. An offer whose last day is over has expired. An option ends by its own rule; the rest is the owner's.</summary>
    private async Task MissedAsync(Booking booking, Deadline row, Instant now, CancellationToken cancel)
    {
        if (row.Kind == DeadlineKind.Guarantee)
        {
            foreach (var function in booking.GuaranteeExpected()) db.Note(Actor.Clock, now, nameof(Booking), booking.Id, "guarantee expected", to: $"{function.Name}: {function.Guaranteed}");
            row.Finish(by: null, now);
        }
        else if (row.Kind == DeadlineKind.QuoteValid)
        {
            var today = (await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel)).Today(now);
            foreach (var quote in await db.Quotes.Where(quote => quote.BookingId == booking.Id && quote.Status == QuoteStatus.Sent && quote.ValidUntil < today).ToListAsync(cancel))
            {
                quote.Expire(today);
                db.Note(Actor.Clock, now, nameof(Quote), quote.Id, "expire", nameof(QuoteStatus.Sent), nameof(QuoteStatus.Expired));
            }

            row.Finish(by: null, now);
        }
    }

    /// <summary>Without the failure's message: it may hold an address or a name.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "Deadline {DeadlineId} could not be looked at by the clock: {Kind}\n{Where}")]
    private partial void LogBroken(int deadlineId, string kind, string? where);
}
