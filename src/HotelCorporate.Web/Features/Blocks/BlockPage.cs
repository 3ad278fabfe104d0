using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Blocks;

/// <summary>All that the pages of a block show.</summary>
/// <param name="Block">None while nothing is kept.</param>
/// <param name="Stand">How the house stands without this block.</param>
public sealed record BlockPage(
    Booking Booking, string Client, Currency Currency, int CutOffDays, LocalDate Today, IReadOnlyList<RoomType> Types, RoomBlock? Block, Func<RoomType, LocalDate, HouseStand> Stand, bool IsAsked)
{
    public EventNights? Stay { get; } = EventNights.Of(Booking.Functions);

    /// <summary>Night by night, and in a night type by type.</summary>
    public IReadOnlyList<BlockNight> Nights { get; } = [.. (Block?.Nights ?? []).OrderBy(night => night.Night).ThenBy(night => night.RoomTypeId)];

    public bool Lives => Booking.Status is not (BookingStatus.Lost or BookingStatus.TurnedDown or BookingStatus.Cancelled or BookingStatus.Closed);

    public RoomType Type(int id) => Types.First(type => type.Id == id);

    public string TypeName(int id) => Types.FirstOrDefault(type => type.Id == id)?.Name ?? "";

    public bool IsShoulder(LocalDate night) => Stay?.IsShoulder(night) == true;

    /// <summary>Whether the house has too few rooms for what is kept, asked for or agreed in the night.</summary>
    public bool IsShort(BlockNight night) => Needed(night) > Stand(Type(night.RoomTypeId), night.Night).Free;

    public int Needed(BlockNight night) => Math.Max(night.Asked ?? 0, Block?.Status == BlockStatus.Open ? Math.Max(night.Agreed, night.Held) : night.Held);

    /// <exception cref="HouseRuleException">The booking has ended.</exception>
    public void RefuseUnlessItLives()
    {
        if (!Lives) throw new HouseRuleException($"This booking is {Booking.Status}: it keeps no bedrooms.");
    }

    /// <summary>One read for all pages of the block; null when there is no such booking.</summary>
    public static async Task<BlockPage?> ReadAsync(HotelDb db, HouseRooms house, int bookingId, Instant now, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == bookingId, cancel);
        if (booking is null) return null;
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var types = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel);
        var block = await db.Blocks.AsNoTracking().AsSplitQuery().Include(block => block.Nights).Include(block => block.Reductions).Include(block => block.Guests).Include(block => block.Pace)
            .SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel);
        var today = property.Today(now);
        var first = block?.Arrival ?? today;
        return new BlockPage(
            booking, await db.Accounts.Where(account => account.Id == booking.AccountId).Select(account => account.TradeName).SingleAsync(cancel), property.Currency, property.CutOffDays, today, types, block,
            await house.StandAsync([.. types.Select(type => type.Id)], first, block?.Departure ?? first, cancel, bookingId), block?.Nights.Any(night => night.Asked is not null) == true);
    }
}
