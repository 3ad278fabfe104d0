using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Jobs;

/// <summary>What the clock does to bookings: options that are over lapse, events that start begin.</summary>
public sealed partial class DueBookings(HotelDb db, BookingMoves moves, IClock clock, ILogger<DueBookings> log)
{
    /// <returns>How many bookings moved.</returns>
    public async Task<int> MoveAsync(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var moved = 0;
        foreach (var property in await db.Properties.AsNoTracking().ToListAsync(cancel))
        {
            var today = property.Today(now);
            var tentative = await db.Bookings.AsNoTracking()
                .Where(booking => booking.PropertyId == property.Id && booking.Status == BookingStatus.Tentative && booking.OptionOn < today)
                .OrderBy(booking => booking.OptionOn).ThenBy(booking => booking.Id).ToListAsync(cancel);
            foreach (var booking in tentative.Where(booking => booking.HasLapsed(today, now)))
                moved += await TryAsync(booking.Id, () => moves.LapseAsync(booking.Id, cancel));

            var accepted = await db.Bookings.AsNoTracking()
                .Where(booking => booking.PropertyId == property.Id && booking.AcceptedBy != null && booking.Status == BookingStatus.Tentative).Select(booking => booking.Id).ToListAsync(cancel);
            foreach (var id in accepted) await TryAsync(id, () => moves.SettleAsync(id, Actor.Clock, cancel));

            var starting = await db.Bookings.AsNoTracking()
                .Where(booking => booking.PropertyId == property.Id && booking.Status == BookingStatus.Definite
                    && booking.Functions.Any(function => !function.IsCancelled && function.OccupiedFrom <= now))
                .Include(booking => booking.Functions).ToListAsync(cancel);
            foreach (var booking in starting.Where(booking => booking.HasBegun(now)))
                moved += await TryAsync(booking.Id, () => moves.BeginAsync(booking.Id, Actor.Clock, cancel));
        }

        return moved;
    }

    private async Task<int> TryAsync(int bookingId, Func<Task> move)
    {
        try
        {
            await move();
            return 1;
        }
        catch (Exception refusal) when (refusal is HouseRuleException or RoomTakenException)
        {
            // Somebody was faster: prolonged, lost or begun by hand.
            LogRefused(bookingId, refusal.Message);
            db.ChangeTracker.Clear();
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Booking {BookingId} was not moved by the clock: {Reason}")]
    private partial void LogRefused(int bookingId, string reason);
}
