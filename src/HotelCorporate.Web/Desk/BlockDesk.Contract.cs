using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <content>What an accepted offer does to the block, in the transaction of the acceptance.</content>
public sealed partial class BlockDesk
{
    /// <summary>Bedrooms that the house does not have for this booking; empty when there are enough, or a manager let it go below zero.</summary>
    public async Task<IReadOnlyList<Awaited>> ShortAsync(int bookingId, CancellationToken cancel)
    {
        var block = await db.Blocks.AsNoTracking().Include(block => block.Nights).SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel);
        if (block?.Arrival is not { } arrival) return [];
        var types = await TypesAsync(block.PropertyId, cancel);
        var stand = await house.StandAsync([.. block.Nights.Select(night => night.RoomTypeId).Distinct()], arrival, block.Departure!.Value, cancel, exceptBooking: bookingId);
        var lacking = new List<Awaited>();
        foreach (var night in block.Nights.OrderBy(night => night.Night).ThenBy(night => night.RoomTypeId))
        {
            var (type, needed) = (types[night.RoomTypeId], block.Status == BlockStatus.Released ? night.Held : Math.Max(night.Agreed, night.Held));
            var free = stand(type, night.Night).Free;
            if (needed > Math.Max(free, night.ForcedUpTo)) lacking.Add(new(AwaitedKind.Bedrooms, $"bedrooms: {needed} {type.Name} on {night.Night}, {free} are free", $"bedrooms: {needed} {type.Name} on {night.Night}"));
        }

        return lacking;
    }

    /// <summary>An accepted version with bedrooms is the block's contract, whatever was typed or accepted before. The caller holds the hotel's bedrooms and saves.</summary>
    public async Task ContractAsync(Booking booking, Quote quote, Property property, Actor actor, CancellationToken cancel)
    {
        var nights = quote.Bedrooms();
        if (nights.Count == 0 && !await db.Blocks.AnyAsync(block => block.BookingId == booking.Id && block.IsContracted, cancel)) return;
        var today = property.Today(clock.GetCurrentInstant());
        var block = await OpenAsync(booking, property, cancel);
        var (before, types) = (block.Agreed, await TypesAsync(property.Id, cancel));
        List<LocalDate> days = [.. nights.Select(night => night.Night), .. block.Nights.Select(night => night.Night)];
        var stand = await house.StandAsync([.. types.Keys], days.Min(), days.Max(), cancel, exceptBooking: booking.Id);
        block.Contract(nights, BlockTerms.Parse(quote.BedroomTerms), (type, night) => stand(types[type], night).Free, today);
        block.FollowArrival(property.CutOffDays, today);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "contract bedrooms", $"{before} room nights", $"{block.Agreed} room nights", $"{quote.Number} version {quote.Revision}");
    }

    /// <summary>The booking is definite: its block keeps all that is agreed. The caller saves.</summary>
    public async Task KeepAgreedAsync(int bookingId, CancellationToken cancel) => (await TrackedAsync(bookingId, cancel))?.KeepAgreed();

    /// <summary>A manager forces the booking: its block keeps all that is agreed, whatever is free. The caller saves.</summary>
    public async Task ForceKeepingAsync(int bookingId, CancellationToken cancel) => (await TrackedAsync(bookingId, cancel))?.Force();

    private Task<RoomBlock?> TrackedAsync(int bookingId, CancellationToken cancel) =>
        db.Blocks.Include(block => block.Nights).SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel);
}
