using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>What the diary reads: two statements, however much is booked.</summary>
internal static class DiaryQueries
{
    private static readonly ReadyQuery<Func<HotelDb, int, IAsyncEnumerable<RoomRow>>> Rooms = new(() => EF.CompileAsyncQuery((HotelDb db, int propertyId) =>
        from space in db.Spaces
        from taken in space.Atoms.DefaultIfEmpty()
        where space.PropertyId == propertyId
        orderby space.Position, space.Id, taken.AtomId
        select new RoomRow(space.Id, space.Name, space.Floor, space.AreaM2, taken.AtomId)));

    private static readonly ReadyQuery<Func<HotelDb, int, Instant, Instant, Instant, IAsyncEnumerable<DiaryFunction>>> Functions = new(() =>
        EF.CompileAsyncQuery((HotelDb db, int propertyId, Instant earliest, Instant opens, Instant closes) =>
            from space in db.Spaces
            join function in db.Functions on space.Id equals function.SpaceId
            join booking in db.Bookings on function.BookingId equals booking.Id
            join account in db.Accounts on booking.AccountId equals account.Id
            where space.PropertyId == propertyId && function.OccupiedFrom > earliest && function.OccupiedFrom < closes && function.OccupiedUntil > opens
                && !function.IsCancelled && booking.Status != BookingStatus.Lost && booking.Status != BookingStatus.TurnedDown && booking.Status != BookingStatus.Cancelled
            select new DiaryFunction(
                function.Id, space.Id, function.Name, function.Style, function.Start, function.End, function.OccupiedFrom, function.OccupiedUntil,
                function.Guaranteed ?? function.Expected, function.IsFirm, function.QueuedAs,
                booking.Id, booking.Reference, booking.Name, account.TradeName, booking.Status, booking.OptionOn, booking.Version)));

    /// <summary>The hotel's rooms in the order of its list.</summary>
    public static async Task<List<DiaryRoom>> RoomsAsync(HotelDb db, int propertyId, CancellationToken cancel) =>
        [.. (await Rooms.On(db)(db, propertyId).ToListAsync(cancel)).GroupBy(row => row.Id)
            .Select(rows => new DiaryRoom(rows.Key, rows.First().Name, rows.First().Floor, rows.First().AreaM2, [.. rows.Select(row => row.AtomId).OfType<int>()]))];

    /// <summary>What stands in its rooms between two moments; the earlier one is looked back from by the longest function.</summary>
    public static async Task<List<DiaryFunction>> FunctionsAsync(HotelDb db, int propertyId, Instant opens, Instant closes, CancellationToken cancel) =>
        await Functions.On(db)(db, propertyId, opens - Function.Longest, opens, closes).ToListAsync(cancel);

    private sealed record RoomRow(int Id, string Name, string Floor, decimal? AreaM2, int? AtomId);
}
