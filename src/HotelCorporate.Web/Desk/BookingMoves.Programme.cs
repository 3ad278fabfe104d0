using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <content>What is done in the diary: functions moved, stretched, added and told how to use their room. All of one call, or nothing.</content>
public sealed partial class BookingMoves
{
    /// <summary>Moves functions of one booking together. One that held its room must find the new one free; what they leave goes to those who wait.</summary>
    /// <param name="version">The booking's version that the person saw; none asks for no check.</param>
    /// <param name="mayWait">An option may stand in line for a room that is taken.</param>
    /// <param name="reason">Why fewer or more people than a room is meant for go into it.</param>
    /// <returns>Where they were: the moves that undo this one.</returns>
    /// <exception cref="HouseRuleException">The booking was changed meanwhile, has ended, or a rule of the house is against it.</exception>
    /// <exception cref="RoomTakenException">Another booking or a closure has the room.</exception>
    public Task<IReadOnlyList<FunctionMove>> RearrangeAsync(
        int bookingId, int? version, IReadOnlyList<FunctionMove> wanted, bool mayWait, string? reason, Actor actor, CancellationToken cancel) => AgainAsync("rearrange", bookingId, async () =>
    {
        var (rooms, turn, booking, property) = await OpenForAsync(bookingId, wanted.Select(move => move.SpaceId), cancel);
        await using var _ = turn;
        if (version is { } seen && booking.Version != seen) throw new HouseRuleException("Somebody changed this booking a moment ago. Look at it again, then move it.");
        var ids = wanted.Select(move => move.FunctionId).ToHashSet();
        IReadOnlyList<FunctionMove> undo = [.. booking.Functions.Where(function => ids.Contains(function.Id) && function.SpaceId is not null)
            .Select(function => new FunctionMove(function.Id, function.SpaceId!.Value, function.Start, function.End, function.Style, new SetupTimes(function.SetUpMinutes, function.TearDownMinutes), function.Use))];
        var names = await RefuseUnlessTheyFitAsync(booking, wanted, reason, cancel);
        var was = booking.Functions.ToDictionary(function => function.Id, function => (function.IsFirm, Place: Where(function, names)));
        var changed = booking.Rearrange(wanted, property.TimesFor, await NextPlaceAsync(rooms, cancel), property.Zone, clock.GetCurrentInstant());
        var asked = booking.Functions.Where(function => ids.Contains(function.Id)).ToList();
        if (reason is { Length: > 0 }) asked.ForEach(function => function.Explain(reason));
        await RetakeAsync(booking, changed, rooms, function => was[function.Id].IsFirm && !(mayWait && booking.Status == BookingStatus.Tentative), actor, cancel);
        foreach (var function in asked)
            db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "move", was[function.Id].Place, Where(function, names), reason);
        if (booking.Status is BookingStatus.Definite or BookingStatus.Actual) await letters.MovedAsync(booking, ids, cancel);
        await deadlines.FollowAsync(booking, property, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return undo;
    });

    /// <summary>Puts functions of a booking that holds nothing yet into rooms, and the booking on option, together: firm where a room is free, in line where it is not.</summary>
    /// <inheritdoc cref="RearrangeAsync"/>
    public Task<Booking> OptionInAsync(int bookingId, int? version, IReadOnlyList<FunctionMove> wanted, LocalDate optionOn, string? reason, Actor actor, CancellationToken cancel) => AgainAsync("option", bookingId, async () =>
    {
        var (rooms, turn, booking, property) = await OpenForAsync(bookingId, wanted.Select(move => move.SpaceId), cancel);
        await using var _ = turn;
        if (version is { } seen && booking.Version != seen) throw new HouseRuleException("Somebody changed this booking a moment ago. Look at it again, then move it.");
        var names = await RefuseUnlessTheyFitAsync(booking, wanted, reason, cancel);
        var (now, place) = (clock.GetCurrentInstant(), await NextPlaceAsync(rooms, cancel));
        var (from, was) = (StatusAndOption(booking), booking.Functions.ToDictionary(function => function.Id, function => Where(function, names)));
        booking.Rearrange(wanted, property.TimesFor, place, property.Zone, now);
        booking.Option(optionOn, property.Today(now), place);
        foreach (var move in wanted)
        {
            var function = booking.Functions.First(function => function.Id == move.FunctionId);
            if (reason is { Length: > 0 }) function.Explain(reason);
            db.Note(actor, now, nameof(Booking), booking.Id, "move", was[function.Id], Where(function, names), reason);
        }

        db.Note(actor, now, nameof(Booking), booking.Id, "option", from, StatusAndOption(booking));
        await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree: false, cancel);
        await letters.HeldAsync(booking, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return booking;
    });

    /// <summary>Adds a function to a booking that lives; once the booking holds rooms it takes its own, or waits in line on option.</summary>
    /// <exception cref="RoomTakenException">The booking is definite and the room is not free.</exception>
    public Task<Function> AddAsync(int bookingId, Function function, FunctionUse use, bool mayWait, Actor actor, CancellationToken cancel) => AgainAsync("add function", bookingId, async () =>
    {
        var (rooms, turn, booking, _) = await OpenForAsync(bookingId, function.SpaceId is { } wanted ? [wanted] : [], cancel);
        await using var __ = turn;
        var names = await DeskQueries.SpaceNamesAsync(db, [function.SpaceId], cancel);
        booking.Add(function, use, booking.Holds ? await NextPlaceAsync(rooms, cancel) : null);
        await db.SaveChangesAsync(cancel);
        if (booking.Holds) await TakeRoomsAsync(booking, rooms, other => other == function && !(mayWait && booking.Status == BookingStatus.Tentative), cancel);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "add function", to: Where(function, names));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return function;
    });

    /// <summary>The back-up rooms of functions that have begun go to those who wait.</summary>
    public Task<bool> ReleaseBackUpsAsync(int bookingId, Actor actor, CancellationToken cancel) => AgainAsync("release back-up", bookingId, async () =>
    {
        var (rooms, turn, booking, _) = await OpenForAsync(bookingId, [], cancel);
        await using var __ = turn;
        var with = booking.Functions.ToDictionary(function => function.Id, function => function.SpaceId is null ? [] : rooms.Of(function).Select(atom => atom.Id).ToList());
        var released = booking.ReleaseBackUps(clock.GetCurrentInstant());
        foreach (var function in released)
        {
            var freed = with[function.Id].Except(rooms.Of(function).Select(atom => atom.Id)).ToList();
            await db.Holds.Where(hold => hold.FunctionId == function.Id && freed.Contains(hold.AtomId)).ExecuteDeleteAsync(cancel);
            db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "release back-up", why: function.Name);
        }

        await db.SaveChangesAsync(cancel);
        if (released.Count > 0) await PromoteAsync(booking, rooms, actor, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return released.Count > 0;
    });

    /// <summary>Closes a space for a time: every lane of its atoms is taken.</summary>
    /// <exception cref="RoomTakenException">Bookings hold it then; the sentence names the first.</exception>
    public Task<Closure> CloseSpaceAsync(Closure closure, Actor actor, CancellationToken cancel) => AgainAsync("close space", 0, async () =>
    {
        var rooms = await RoomsAroundAsync(closure.PropertyId, [closure.SpaceId], cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockAtomsAsync(rooms.AtomIds, cancel);
        var atoms = rooms.OfSpace(closure.SpaceId);
        var firm = (await DeskQueries.HoldsAsync(db, atoms, closure.Occupation, cancel)).FindAll(hold => hold.Occupation.Overlaps(closure.Occupation));
        if (Lanes.Free(atoms, closure.Occupation, firm, exclusive: true) is not { } free) throw new RoomTakenException(await HeldBackAsync(closure, firm, cancel));
        if (db.Entry(closure).State == EntityState.Detached) db.Closures.Add(closure);
        await db.SaveChangesAsync(cancel);
        foreach (var (atom, lane) in free) db.Holds.Add(new Hold(null, null, atom.Id, lane, closure.From, closure.Until) { ClosureId = closure.Id });
        db.Note(actor, clock.GetCurrentInstant(), nameof(Space), closure.SpaceId, "close", to: $"{closure.Start} to {closure.End}", why: closure.Reason);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return closure;
    });

    /// <summary>Opens a closed space again; those who wait are tried.</summary>
    public Task<bool> OpenSpaceAsync(int closureId, Actor actor, CancellationToken cancel) => AgainAsync("open space", 0, async () =>
    {
        var closure = await db.Closures.AsNoTracking().SingleOrDefaultAsync(closure => closure.Id == closureId, cancel) ?? throw new HouseRuleException("This closure is no longer there.");
        var rooms = await RoomsAroundAsync(closure.PropertyId, [closure.SpaceId], cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockAtomsAsync(rooms.AtomIds, cancel);
        await db.Holds.Where(hold => hold.ClosureId == closureId).ExecuteDeleteAsync(cancel);
        if (await db.Closures.Where(stored => stored.Id == closureId).ExecuteDeleteAsync(cancel) == 0) throw new HouseRuleException("This closure is no longer there.");
        db.Note(actor, clock.GetCurrentInstant(), nameof(Space), closure.SpaceId, "open", from: $"{closure.Start} to {closure.End}", why: closure.Reason);
        await PromoteAsync(closure.PropertyId, by: null, rooms, function => $"The room of {function.Name} is open again", actor, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;
    });

    private static Sentence Where(Function function, Dictionary<int, string> names)
    {
        var room = function.SpaceId is { } id && names.TryGetValue(id, out var name) ? name : "-";
        List<Sentence> all = [$"{function.Name}: {room}, {function.Start} to {function.End}"];
        if (function.KeepsSpace) all.Add("24-hour hold");
        if (function.HasBackUp) all.Add("with its back-up room");
        if (function.IsExclusive) all.Add("shares with nobody");
        if (function.IsLoud) all.Add("loud");
        if (function.NeedsQuiet) all.Add("needs quiet");
        return Sentence.Join("; ", all);
    }

    /// <summary>Locks the rooms around a booking and those it is to go to, and reads it. The turn is the caller's to end.</summary>
    private async Task<(Rooms Rooms, WriteTurn Turn, Booking Booking, Property Property)> OpenForAsync(int bookingId, IEnumerable<int> wanted, CancellationToken cancel)
    {
        var rooms = await RoomsAroundAsync(bookingId, cancel, wanted);
        var turn = await db.BeginWriteAsync(cancel);
        try
        {
            await db.LockAtomsAsync(rooms.AtomIds, cancel);
            var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
            return (rooms, turn, booking, await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel));
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>Each room is this hotel's, is sold, and takes that many; outside of what it is meant for only with a reason.</summary>
    private async Task<Dictionary<int, string>> RefuseUnlessTheyFitAsync(Booking booking, IReadOnlyList<FunctionMove> wanted, string? reason, CancellationToken cancel)
    {
        var spaces = await DeskQueries.SpacesAsync(db, wanted.Select(move => (int?)move.SpaceId).Concat(booking.Functions.Select(function => function.SpaceId)), cancel);
        foreach (var move in wanted)
        {
            if (!spaces.TryGetValue(move.SpaceId, out var space) || space.PropertyId != booking.PropertyId || space.IsRetired) throw new HouseRuleException("This hotel has no such room. Choose another.");
            if (booking.Functions.FirstOrDefault(function => function.Id == move.FunctionId) is not { } function) throw new HouseRuleException("This function is no longer there.");
            var style = move.Style ?? function.Style;
            if (move.SpaceId == function.SpaceId && style == function.Style) continue; // it was let in before
            space.RefuseUnlessItTakes(function.Expected, style);
            if (string.IsNullOrWhiteSpace(reason)) space.RefuseUnlessComfortable(function.Expected, style);
        }

        return spaces.ToDictionary(space => space.Key, space => space.Value.Name);
    }

    /// <summary>Functions that gave up their rooms take them again where they are now; what stays free goes to those who wait.</summary>
    private async Task RetakeAsync(Booking booking, IReadOnlyList<Function> changed, Rooms rooms, Predicate<Function> mustBeFree, Actor actor, CancellationToken cancel)
    {
        if (!booking.Holds || changed.Count == 0) return;
        var ids = changed.Select(function => (int?)function.Id).ToList();
        var waited = booking.Functions.Any(function => function.IsWaiting && !ids.Contains(function.Id));
        await db.Holds.Where(hold => ids.Contains(hold.FunctionId)).ExecuteDeleteAsync(cancel);
        await TakeRoomsAsync(booking, rooms, mustBeFree, cancel);
        await db.SaveChangesAsync(cancel);
        await PromoteAsync(booking, rooms, actor, cancel);
        if (waited && !booking.Functions.Any(function => function.IsWaiting))
        {
            var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
            booking.Promoted(clock.GetCurrentInstant(), await db.OfficeAsync(property, cancel), property.PromotionHours);
        }
    }

    private async Task<Sentence> HeldBackAsync(Closure closure, List<Hold> firm, CancellationToken cancel)
    {
        var property = await DeskQueries.PropertyAsync(db, closure.PropertyId, cancel);
        var hold = firm.OrderBy(hold => hold.From).First();
        var until = hold.Until.InZone(property.Zone).LocalDateTime;
        if (hold.BookingId is not { } id) return $"It is closed until {until} already. Choose another time.";
        var booking = await db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == id, cancel);
        var count = firm.Select(other => other.BookingId).Distinct().Count();
        return $"{booking.Reference} holds it until {until}, and {count} bookings in all stand in the way. Move them first.";
    }
}
