using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Jobs;

/// <summary>What the clock does to bookings: options that are over lapse, events that start begin. A booking that breaks stands in the way of no other.</summary>
public sealed partial class DueBookings(HotelDb db, BookingMoves moves, IClock clock, ILogger<DueBookings> log)
{
    public async Task MoveAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var broken = 0;
        using var round = Telemetry.Begin("job", Telemetry.Jobs, Telemetry.Tag("job", "bookings"));
        foreach (var property in await db.Properties.AsNoTracking().ToListAsync(cancel))
        {
            var today = property.Today(now);
            var lapsed = await db.Bookings
                .Where(booking => booking.PropertyId == property.Id && booking.Status == BookingStatus.Tentative
                    && (booking.ChallengeEndsAt <= now || (booking.OptionOn < today && (booking.OptionEndsAt == null || booking.OptionEndsAt <= now))))
                .OrderBy(booking => booking.OptionOn).ThenBy(booking => booking.Id).Select(booking => booking.Id).ToListAsync(cancel);
            foreach (var id in lapsed) await TryAsync(id, () => moves.LapseAsync(id, cancel));

            var accepted = await db.Bookings
                .Where(booking => booking.PropertyId == property.Id && booking.AcceptedBy != null && (booking.Status == BookingStatus.Tentative || (booking.Status == BookingStatus.Definite && booking.WaitsFor != null))).Select(booking => booking.Id).ToListAsync(cancel);
            foreach (var id in accepted) await TryAsync(id, () => moves.SettleAsync(id, Actor.Clock, cancel));

            var near = await db.Bookings
                .Where(booking => booking.PropertyId == property.Id && booking.Status == BookingStatus.Definite
                    && booking.Functions.Any(function => !function.IsCancelled && function.OccupiedFrom <= now)).Select(booking => booking.Id).ToListAsync(cancel);
            foreach (var id in near) await TryAsync(id, () => BeginAsync(id, now, cancel));

            var backedUp = await db.Bookings
                .Where(booking => booking.PropertyId == property.Id && (booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual)
                    && booking.Functions.Any(function => function.HasBackUp && !function.IsCancelled && function.StartsAt <= now)).Select(booking => booking.Id).ToListAsync(cancel);
            foreach (var id in backedUp) await TryAsync(id, () => moves.ReleaseBackUpsAsync(id, Actor.Clock, cancel));
        }

        round.Outcome = broken > 0 ? "partly" : "done";

        async Task TryAsync(int id, Func<Task> move)
        {
            try
            {
                await move();
            }
            catch (Exception refusal) when (refusal is HouseRuleException or RoomTakenException)
            {
                // Somebody was faster: prolonged, lost or begun by hand.
                LogRefused(id);
                db.ChangeTracker.Clear();
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                broken++;
                LogBroken(id, failure.GetType().Name, failure.StackTrace);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Set-up does not count: the event begins with its people.</summary>
    private async Task BeginAsync(int bookingId, Instant now, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.HasBegun(now)) await moves.BeginAsync(bookingId, Actor.Clock, cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Booking {BookingId} was not moved by the clock: somebody was faster, or a rule forbids it.")]
    private partial void LogRefused(int bookingId);

    /// <summary>Without the failure's message: it may hold an address or a name.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "Booking {BookingId} could not be moved by the clock: {Kind}\n{Where}")]
    private partial void LogBroken(int bookingId, string kind, string? where);
}
