using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>What the diary reads: as many statements, however much is booked.</summary>
internal static class DiaryQueries
{
    private static readonly ReadyQuery<Func<HotelDb, int, int?, SetupStyle?, IAsyncEnumerable<RoomRow>>> Rooms = new(() =>
        EF.CompileAsyncQuery((HotelDb db, int propertyId, int? seats, SetupStyle? style) =>
            from space in db.Spaces
            from taken in space.Atoms.DefaultIfEmpty()
            where space.PropertyId == propertyId
            orderby space.Position, space.Id, taken.AtomId
            select new RoomRow(
                space.Id, space.Name, space.Floor, space.AreaM2, taken.AtomId, taken.Atom.Lanes, space.HasDaylight, space.IsOutdoor, space.IsRetired, space.BackUpSpaceId,
                (seats == null && style == null) || space.Capacities.Any(capacity => (style == null || capacity.Style == style) && (seats == null || capacity.Comfortable >= seats)))));

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
                booking.Id, booking.Reference, booking.Name, account.TradeName, booking.Status, booking.OptionOn, booking.Version)
            {
                AccountId = booking.AccountId, OwnerId = booking.OwnerId, IsGuaranteed = function.Guaranteed != null, KeepsSpace = function.KeepsSpace, HasBackUp = function.HasBackUp,
                IsLoud = function.IsLoud, NeedsQuiet = function.NeedsQuiet, CapacityReason = function.CapacityReason,
            }));

    private static readonly ReadyQuery<Func<HotelDb, int, Instant, Instant, IAsyncEnumerable<DiaryClosure>>> Closures = new(() =>
        EF.CompileAsyncQuery((HotelDb db, int propertyId, Instant opens, Instant closes) =>
            from closure in db.Closures
            where closure.PropertyId == propertyId && closure.Until > opens && closure.From < closes
            orderby closure.From, closure.Id
            select new DiaryClosure(closure.Id, closure.SpaceId, closure.Reason, closure.Start, closure.End, closure.From, closure.Until)));

    private static readonly ReadyQuery<Func<HotelDb, int, LocalDate, LocalDate, IAsyncEnumerable<DiaryHoliday>>> Holidays = new(() =>
        EF.CompileAsyncQuery((HotelDb db, int propertyId, LocalDate first, LocalDate end) =>
            from holiday in db.Holidays
            where holiday.PropertyId == propertyId && holiday.On >= first && holiday.On < end
            orderby holiday.On
            select new DiaryHoliday(holiday.On, holiday.Name)));

    private static readonly ReadyQuery<Func<HotelDb, List<int>, IAsyncEnumerable<FactsRow>>> Facts = new(() =>
        EF.CompileAsyncQuery((HotelDb db, List<int> bookingIds) =>
            from booking in db.Bookings
            where bookingIds.Contains(booking.Id)
            select new FactsRow(
                booking.Id,
                db.Functions.Where(function => function.BookingId == booking.Id && !function.IsCancelled).Min(function => function.Start),
                db.Quotes.Where(quote => quote.BookingId == booking.Id && quote.Status == QuoteStatus.Accepted).OrderByDescending(quote => quote.Revision).Select(quote => quote.GuaranteeUntil).FirstOrDefault(),
                db.Set<Contact>().Where(contact => contact.AccountId == booking.AccountId && contact.Phone != "").OrderByDescending(contact => contact.Part == ContactPart.OnSite).ThenBy(contact => contact.Id).Select(contact => contact.Name).FirstOrDefault(),
                db.Set<Contact>().Where(contact => contact.AccountId == booking.AccountId && contact.Phone != "").OrderByDescending(contact => contact.Part == ContactPart.OnSite).ThenBy(contact => contact.Id).Select(contact => contact.Phone).FirstOrDefault())));

    private static readonly ReadyQuery<Func<HotelDb, int, Instant, Instant, IAsyncEnumerable<DiaryHold>>> Holds = new(() =>
        EF.CompileAsyncQuery((HotelDb db, int propertyId, Instant opens, Instant closes) =>
            from atom in db.Atoms
            join hold in db.Holds on atom.Id equals hold.AtomId
            where atom.PropertyId == propertyId && hold.From < closes && hold.Until > opens
            select new DiaryHold(hold.AtomId, hold.From, hold.Until)));

    private static readonly ReadyQuery<Func<HotelDb, IAsyncEnumerable<Seller>>> Sellers = new(() => EF.CompileAsyncQuery((HotelDb db) =>
        from user in db.Users orderby user.Name select new Seller(user.Id, user.Name, user.PropertyId)));

    private static readonly ReadyQuery<Func<HotelDb, int, IAsyncEnumerable<SavedView>>> Saved = new(() => EF.CompileAsyncQuery((HotelDb db, int userId) =>
        (from saved in db.SavedViews where saved.UserId == userId && saved.Page == DiaryFilterBar.Page orderby saved.Name select saved).AsNoTracking().AsQueryable()));

    /// <summary>The hotel's rooms in the order of its list.</summary>
    public static async Task<List<DiaryRoom>> RoomsAsync(HotelDb db, int propertyId, DiaryFilter filter, CancellationToken cancel) =>
        [.. (await Rooms.On(db)(db, propertyId, filter.Seats, filter.Style).ToListAsync(cancel)).GroupBy(row => row.Id).Select(rows => rows.First() is var room
            ? new DiaryRoom(room.Id, room.Name, room.Floor, room.AreaM2, [.. rows.Where(row => row.AtomId is not null).Select(row => new DiaryAtom(row.AtomId!.Value, row.Lanes ?? 1))])
            {
                HasDaylight = room.HasDaylight, IsOutdoor = room.IsOutdoor, IsRetired = room.IsRetired, BackUpSpaceId = room.BackUpSpaceId, Seats = room.Seats,
            }
            : null!)];

    /// <summary>What stands in its rooms between two moments; the earlier one is looked back from by the longest function.</summary>
    public static async Task<List<DiaryFunction>> FunctionsAsync(HotelDb db, int propertyId, Instant opens, Instant closes, CancellationToken cancel) =>
        await Functions.On(db)(db, propertyId, opens - Function.Longest, opens, closes).ToListAsync(cancel);

    public static async Task<List<Seller>> SellersAsync(HotelDb db, CancellationToken cancel) => await Sellers.On(db)(db).ToListAsync(cancel);

    public static async Task<List<SavedView>> SavedAsync(HotelDb db, int userId, CancellationToken cancel) => await Saved.On(db)(db, userId).ToListAsync(cancel);

    public static async Task<List<DiaryClosure>> ClosuresAsync(HotelDb db, int propertyId, Instant opens, Instant closes, CancellationToken cancel) =>
        await Closures.On(db)(db, propertyId, opens, closes).ToListAsync(cancel);

    public static async Task<List<DiaryHoliday>> HolidaysAsync(HotelDb db, int propertyId, LocalDate first, LocalDate end, CancellationToken cancel) =>
        await Holidays.On(db)(db, propertyId, first, end).ToListAsync(cancel);

    public static async Task<List<FactsRow>> FactsAsync(HotelDb db, IEnumerable<DiaryFunction> functions, CancellationToken cancel) =>
        await Facts.On(db)(db, [.. functions.Select(function => function.BookingId).Distinct()]).ToListAsync(cancel);

    /// <summary>What holds the atoms between two moments, closures too; under a filter of functions only those that it shows.</summary>
    public static IAsyncEnumerable<DiaryHold> HoldsAsync(HotelDb db, int propertyId, Instant opens, Instant closes, DiaryFilter filter)
    {
        if (!filter.ConcernsFunctions) return Holds.On(db)(db, propertyId, opens, closes);
        var bookings = db.Bookings.Where(booking => booking.PropertyId == propertyId);
        if (filter.Status.Count > 0) bookings = bookings.Where(booking => filter.Status.Contains(booking.Status));
        if (filter.Owner is { } owner) bookings = bookings.Where(booking => booking.OwnerId == owner);
        if (filter.Account is { } account) bookings = bookings.Where(booking => booking.AccountId == account);
        return (from hold in db.Holds join booking in bookings on hold.BookingId equals booking.Id where hold.From < closes && hold.Until > opens select new DiaryHold(hold.AtomId, hold.From, hold.Until)).AsAsyncEnumerable();
    }

    /// <summary>Somebody of the house, and the one hotel that they work in.</summary>
    internal sealed record Seller(int Id, string Name, int? PropertyId);

    internal sealed record DiaryHoliday(LocalDate On, string Name);

    /// <summary>What a function or a closure holds of one atom, in one lane.</summary>
    internal readonly record struct DiaryHold(int AtomId, Instant From, Instant Until);

    internal sealed record FactsRow(int BookingId, LocalDateTime? FirstStart, LocalDateTime? Contract, string? Contact, string? Phone);

    private sealed record RoomRow(
        int Id, string Name, string Floor, decimal? AreaM2, int? AtomId, int? Lanes, bool HasDaylight, bool IsOutdoor, bool IsRetired, int? BackUpSpaceId, bool Seats);
}
