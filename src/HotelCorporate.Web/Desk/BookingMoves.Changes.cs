using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <content>Changes of a booking as a whole: copied, moved by days, one function less, opened again.</content>
public sealed partial class BookingMoves
{
    /// <summary>The same event once more, some days later, as an inquiry of its own.</summary>
    /// <param name="numbered">Called when it has its number and before all is kept.</param>
    public async Task<Booking> CopyAsync(int bookingId, int days, Actor actor, Action<Booking> numbered, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var copy = booking.CopyBy(days, actor.UserId, property.Zone, clock.GetCurrentInstant());
        await OpenAsync(copy, property, optionOn: null, actor, made =>
        {
            db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), made.Id, "copy", booking.Reference, made.Reference);
            numbered(made);
        }, cancel);
        return copy;
    }

    /// <summary>Moves the whole booking by some days, or nothing of it. Dates made by a rule are made again; those set by hand move along (domain section 3).</summary>
    /// <exception cref="BookingStaysException">With everything that is in the way.</exception>
    public async Task MoveByAsync(int bookingId, int days, string reason, Actor actor, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why: the reason stays with the booking.") { Field = "reason" };
        await AgainAsync("move by days", bookingId, async () =>
        {
            var (rooms, turn, booking, property) = await OpenForAsync(bookingId, [], cancel);
            await using var _ = turn;
            var (now, was) = (clock.GetCurrentInstant(), booking.Functions.Where(function => function.IsFirm).Select(function => function.Id).ToHashSet());
            var ids = booking.Functions.Where(function => !function.IsCancelled).Select(function => function.Id).ToHashSet();
            var from = booking.FirstOn;
            var changed = booking.Rearrange([.. booking.MovesBy(days)], property.TimesFor, await NextPlaceAsync(rooms, cancel), property.Zone, now);
            List<Sentence> inTheWay = [.. booking.Holds ? await InTheWayAsync(booking, changed, rooms, was, cancel) : [], .. await blocks.MoveByAsync(booking, days, property, cancel)];
            if (booking.Holds) inTheWay.AddRange(await ResourceQueries.NewlyShortAsync(db, booking, was, property, cancel));
            if (inTheWay.Count > 0) throw new BookingStaysException(inTheWay);

            await RetakeAsync(booking, changed, rooms, function => was.Contains(function.Id), actor, cancel);
            foreach (var row in await db.Deadlines.Where(row => row.BookingId == booking.Id).ToListAsync(cancel)) row.Shift(days, property.Deadlines, now);
            db.Note(actor, now, nameof(Booking), booking.Id, "move by days", $"{from}", $"{booking.FirstOn}", reason);
            if (booking.Status == BookingStatus.Definite) await letters.MovedAsync(booking, ids, cancel);
            await deadlines.FollowAsync(booking, property, cancel);
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync(cancel);
            return true;
        });
    }

    /// <summary>One function of many does not take place. Of a definite booking it is a reduction: what it costs is kept.</summary>
    public Task<Function> CancelFunctionAsync(int bookingId, int functionId, string reason, Actor actor, CancellationToken cancel) => AgainAsync("cancel function", bookingId, async () =>
    {
        var (rooms, turn, booking, property) = await OpenForAsync(bookingId, [], cancel);
        await using var _ = turn;
        var now = clock.GetCurrentInstant();
        var cost = await ReductionAsync(booking, functionId, people: 0, property, cancel);
        var function = booking.CancelFunction(functionId, reason, now);
        if (cost is not null) await ReduceAsync(booking, function, function.Guaranteed ?? function.Expected, 0, cost, cancel);
        await db.Holds.Where(hold => hold.FunctionId == functionId).ExecuteDeleteAsync(cancel);
        db.Note(actor, now, nameof(Booking), booking.Id, "cancel function", from: function.Name, why: Sentence.Typed(reason.Trim()));
        await db.SaveChangesAsync(cancel);
        await PromoteAsync(booking, rooms, actor, cancel);
        await letters.FunctionCancelledAsync(booking, function, reason, cost?.Fee, cancel);
        await deadlines.FollowAsync(booking, property, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return function;
    });

    /// <summary>An administrator opens an ended booking again; for a later status the verbs of that status have their own guards.</summary>
    public Task<Booking> ReopenAsync(int bookingId, string reason, Actor actor, CancellationToken cancel)
    {
        var wasQuoted = false;
        return MoveAsync(bookingId, actor, "reopen", Sentence.Typed(reason.Trim()), (booking, _, _) => booking.Reopen(wasQuoted, reason), everyRoomMustBeFree: false, cancel,
            guard: async (booking, token) => wasQuoted = await db.Quotes.AnyAsync(quote => quote.BookingId == booking.Id && quote.SentAt != null, token));
    }

    /// <summary>What taking less of a function costs by the contract today; null while nothing is contracted.</summary>
    public async Task<ReductionCost?> ReductionAsync(Booking booking, int functionId, int people, Property property, CancellationToken cancel, LocalDate? noticeOn = null)
    {
        if (booking.Status != BookingStatus.Definite || booking.FirstOn is not { } first) return null;
        var contract = await DeskQueries.ContractAsync(db, booking.Id, cancel);
        return contract is null ? null : ReductionCost.Of(contract, functionId, people, property.ReductionTolerance, noticeOn ?? property.Today(clock.GetCurrentInstant()), first);
    }

    /// <summary>What is in the way of a booking that is not stored yet, one sentence for each of its functions that could not be held.</summary>
    public async Task<IReadOnlyList<Sentence>> ObstaclesAsync(Booking planned, CancellationToken cancel)
    {
        var spaces = await DeskQueries.SpacesAsync(db, planned.Functions.Select(function => function.SpaceId), cancel);
        var placed = planned.Functions.Where(function => function.SpaceId is { } id && spaces.GetValueOrDefault(id)?.PropertyId == planned.PropertyId).ToList();
        var rooms = await RoomsAroundAsync(planned.PropertyId, [.. placed.Select(function => function.SpaceId!.Value)], cancel);
        var found = new List<Sentence>();
        foreach (var function in placed)
        {
            if (spaces[function.SpaceId!.Value].WhyNot(function.Expected, function.Style) is { } whyNot) found.Add($"{function.Name}: {whyNot}");
            var firm = await DeskQueries.HoldsAsync(db, rooms.Of(function), function.Occupation, cancel);
            if (Lanes.Free(rooms.Of(function), function.Occupation, firm, function.IsExclusive) is null) found.Add(await InTheWayAsync(function, firm, planned, cancel));
        }

        return found;
    }

    /// <summary>Every function that could not be held where it is to go, not only the first.</summary>
    private async Task<List<Sentence>> InTheWayAsync(Booking booking, IReadOnlyList<Function> changed, Rooms rooms, HashSet<int> held, CancellationToken cancel)
    {
        var found = new List<Sentence>();
        var moved = changed.Where(function => held.Contains(function.Id)).OrderBy(function => function.OccupiedFrom).ToList();
        var around = (await FirmAroundAsync(moved, rooms, cancel)).FindAll(hold => hold.BookingId != booking.Id);
        foreach (var function in moved)
        {
            var firm = around.FindAll(hold => rooms.Of(function).Any(atom => atom.Id == hold.AtomId));
            if (Lanes.Free(rooms.Of(function), function.Occupation, firm, function.IsExclusive) is null) found.Add(await InTheWayAsync(function, firm, booking, cancel));
        }

        return found;
    }

    /// <summary>Who would hold what these functions let go, as the line stands.</summary>
    public async Task<IReadOnlyList<NextInLine>> NextInLineAsync(Booking booking, IReadOnlyCollection<Function> released, CancellationToken cancel)
    {
        var firm = released.Where(function => function.IsFirm).ToList();
        if (firm.Count == 0) return [];
        var rooms = await RoomsAroundAsync(booking.Id, cancel);
        var waiting = await (
            from function in db.Functions.AsNoTracking()
            join other in db.Bookings on function.BookingId equals other.Id
            where other.Id != booking.Id && other.Status == BookingStatus.Tentative && !function.IsFirm && !function.IsCancelled && function.QueuedAs != null && rooms.SpaceIds.Contains(function.SpaceId!.Value)
            select new { function, other.Reference }).ToListAsync(cancel);
        if (waiting.Count == 0) return [];
        var ids = firm.Select(function => (int?)function.Id).ToHashSet();
        var span = new Occupation(waiting.Min(row => row.function.OccupiedFrom), waiting.Max(row => row.function.OccupiedUntil));
        var held = (await DeskQueries.HoldsAsync(db, rooms.Atoms, span, cancel)).FindAll(hold => !ids.Contains(hold.FunctionId));
        return [.. WaitingLine.Promote(waiting.Select(row => row.function), rooms.Of, held)
            .Select(function => new NextInLine(function.BookingId, waiting.First(row => row.function.Id == function.Id).Reference, function.Name, function.Start))];
    }
}

/// <summary>A waiting function that would become firm.</summary>
public sealed record NextInLine(int BookingId, string Reference, string Function, LocalDateTime Start);
