using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <content>The unsold rooms go back to the house: at the cut-off, or earlier by hand; and come again.</content>
public sealed partial class BlockDesk
{
    /// <summary>The cut-off is over: gives the unsold rooms back, once, whichever node or minute it is. Nobody moves up by it.</summary>
    /// <returns>Whether it was done now.</returns>
    public async Task<bool> CutOffAsync(int blockId, LocalDate today, CancellationToken cancel)
    {
        await using var turn = await db.BeginWriteAsync(cancel);
        var block = await db.Blocks.Include(block => block.Nights).SingleOrDefaultAsync(block => block.Id == blockId && block.Status == BlockStatus.Open && block.CutOffOn < today, cancel);
        if (block is null) return false;
        Release(block, today, Actor.Clock, $"The cut-off was {block.CutOffOn!.Value}");
        await deadlines.FollowAsync(block.BookingId, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;
    }

    /// <exception cref="HouseRuleException">It was done already, or there is no reason.</exception>
    public async Task ReleaseAsync(int bookingId, string? reason, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why: the reason stays with the booking.") { Field = "Reason" };
        var block = await TrackedAsync(bookingId, cancel) ?? throw new HouseRuleException("No bedrooms are kept.");
        Release(block, (await DeskQueries.PropertyAsync(db, block.PropertyId, cancel)).Today(clock.GetCurrentInstant()), actor, reason);
        await deadlines.FollowAsync(bookingId, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <exception cref="HouseRuleException">The house has not so many any more, the new cut-off makes no sense, or there is no reason.</exception>
    public async Task TakeBackAsync(int bookingId, LocalDate cutOff, string? reason, Actor actor, CancellationToken cancel)
    {
        var known = await db.Blocks.AsNoTracking().SingleAsync(block => block.BookingId == bookingId, cancel);
        var property = await DeskQueries.PropertyAsync(db, known.PropertyId, cancel);
        var types = await TypesAsync(property.Id, cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockBedroomsAsync(property.Id, cancel);
        var block = (await TrackedAsync(bookingId, cancel))!;
        var before = block.Held;
        var stand = await house.StandAsync([.. types.Keys], block.Arrival ?? cutOff, block.Departure ?? cutOff, cancel, bookingId);
        block.TakeBack(cutOff, reason, property.Today(clock.GetCurrentInstant()), (type, night) => stand(types[type], night).Free, type => types[type].Name);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), bookingId, $"take bedrooms again until {cutOff}", $"{before} room nights", $"{block.Held} room nights", reason);
        await deadlines.FollowAsync(bookingId, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
    }

    private void Release(RoomBlock block, LocalDate today, Actor actor, Sentence why)
    {
        var before = block.Held;
        var given = block.Release(today);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), block.BookingId, $"give back {given} room nights", $"{before} room nights", $"{block.Held} room nights", why);
    }
}
