using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <content>The bedrooms of a booking that moves to other days.</content>
public sealed partial class BlockDesk
{
    /// <summary>Moves the block by some days, within the caller's transaction, which saves. It takes the hotel's bedrooms after the caller has taken its rooms.</summary>
    /// <returns>The nights that the house has too few rooms in: then the caller undoes all of it.</returns>
    public async Task<IReadOnlyList<Sentence>> MoveByAsync(Booking booking, int days, Property property, CancellationToken cancel)
    {
        if (await db.Blocks.AsSplitQuery().Include(block => block.Nights).Include(block => block.Guests).SingleOrDefaultAsync(block => block.BookingId == booking.Id, cancel) is not { Arrival: { } arrival } block) return [];
        await db.LockBedroomsAsync(property.Id, cancel);
        var (inTheWay, types) = (new List<Sentence>(), await TypesAsync(property.Id, cancel));
        if (booking.Holds)
        {
            var stand = await house.StandAsync([.. types.Keys], arrival.PlusDays(days), block.Departure!.Value.PlusDays(days), cancel, exceptBooking: booking.Id);
            foreach (var night in block.Nights.OrderBy(night => night.Night).ThenBy(night => night.RoomTypeId))
            {
                var (needed, free) = (night.Held, stand(types[night.RoomTypeId], night.Night.PlusDays(days)).Free);
                if (needed > free) inTheWay.Add($"Bedrooms: {needed} {types[night.RoomTypeId].Name} on {night.Night.PlusDays(days)}, {free} are free.");
            }
        }

        block.MoveBy(days, property.CutOffDays, property.Today(clock.GetCurrentInstant()));
        return inTheWay;
    }
}
