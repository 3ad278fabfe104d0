using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>How the bedrooms of a hotel stand (domain section 7): physical less out of order, less sold in the hotel's own system, less what the blocks of bookings keep that are definite, or tentative with nothing waiting.</summary>
public sealed class HouseRooms(HotelDb db)
{
    /// <summary>Each type in each night, both days in: two statements however many there are.</summary>
    /// <param name="exceptBooking">Whose block does not count.</param>
    public async Task<Func<RoomType, LocalDate, HouseStand>> StandAsync(IReadOnlyCollection<int> typeIds, LocalDate first, LocalDate last, CancellationToken cancel, int? exceptBooking = null)
    {
        var house = await db.HouseNights.AsNoTracking().Where(night => typeIds.Contains(night.RoomTypeId) && night.Night >= first && night.Night <= last)
            .ToDictionaryAsync(night => (night.RoomTypeId, night.Night), night => night.Facts, cancel);
        var blocked = await (
            from block in db.Blocks
            join booking in db.Bookings on block.BookingId equals booking.Id
            where booking.Id != exceptBooking && (booking.Status == BookingStatus.Definite || booking.Status == BookingStatus.Actual
                || (booking.Status == BookingStatus.Tentative && !booking.Functions.Any(function => function.QueuedAs != null && !function.IsFirm)))
            from night in block.Nights
            where typeIds.Contains(night.RoomTypeId) && night.Night >= first && night.Night <= last
            group night.Held by new { night.RoomTypeId, night.Night } into kept
            select new { kept.Key.RoomTypeId, kept.Key.Night, Rooms = kept.Sum() }).ToDictionaryAsync(row => (row.RoomTypeId, row.Night), row => row.Rooms, cancel);
        return (type, night) =>
        {
            var facts = house.GetValueOrDefault((type.Id, night)) ?? new HouseFacts(type.Physical, 0, 0);
            return new HouseStand(facts.Physical, facts.OutOfOrder, facts.Sold, blocked.GetValueOrDefault((type.Id, night)));
        };
    }
}
