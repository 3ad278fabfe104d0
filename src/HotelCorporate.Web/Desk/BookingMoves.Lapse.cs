using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;

namespace HotelCorporate.Web.Desk;

public sealed partial class BookingMoves
{
    /// <summary>Ends an option whose time is over; those that wait for its rooms are promoted in the same transaction.</summary>
    /// <exception cref="Domain.HouseRuleException">It was prolonged in the meantime.</exception>
    public Task<Booking> LapseAsync(int bookingId, CancellationToken cancel) =>
        MoveAsync(
            bookingId, Actor.Clock, "lapse", "option expired",
            (booking, today, _) => booking.Lapse(today, clock.GetCurrentInstant()), everyRoomMustBeFree: false, cancel);
}
