using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>
/// Moves a booking from status to status, from a page, a signed link or the clock: lock the rooms, check, save the change with its
/// holds and its journal row, commit. What a move frees goes to those who wait, in their order, in the same transaction.
/// </summary>
public sealed partial class BookingMoves(HotelDb db, BookingLetters letters, QuoteDesk quotes, DepositGuard deposits, CreditGuard credit, BlockDesk blocks, LoyaltyDesk loyalty, DeadlineDesk deadlines, SignedLinks links, IClock clock)
{
    private const int Tries = 5;

    /// <summary>Puts the booking on option: firm where the room is free, in line where it is not.</summary>
    public Task<Booking> OptionAsync(int bookingId, LocalDate optionOn, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "option", why: null, (booking, today, place) => booking.Option(optionOn, today, place), everyRoomMustBeFree: false, cancel, async (booking, token) =>
        {
            await RefuseWithoutBedroomsAsync(booking, token);
            await letters.HeldAsync(booking, token);
        }, StatusAndOption);

    /// <summary>Makes the booking definite.</summary>
    /// <exception cref="RoomTakenException">A room is firmly held by another booking.</exception>
    /// <exception cref="HouseRuleException">Nobody accepted, or a part of the deposit that is due at signing is not there.</exception>
    public async Task<Booking> ConfirmAsync(int bookingId, Actor actor, CancellationToken cancel)
    {
        await AskWhenOverAsync(bookingId, cancel);
        return await MoveAsync(bookingId, actor, "confirm", why: null, (booking, _, place) => booking.Confirm(place), everyRoomMustBeFree: true, cancel, async (booking, token) =>
        {
            await blocks.KeepAgreedAsync(booking.Id, token);
            await letters.ConfirmedAsync(booking, token);
        }, guard: RefuseUnlessMetAsync);
    }

    /// <summary>Makes an accepted booking definite though it waits in line or the bedrooms are blocked: what stands in its way is displaced, if it is only an option, and goes to the head of the line; bedrooms go below zero.</summary>
    /// <param name="mayDisplace">Otherwise only the bedrooms are forced.</param>
    /// <param name="within">What else belongs to the same save.</param>
    /// <exception cref="RoomTakenException">A room is held by a booking that is definite.</exception>
    /// <exception cref="HouseRuleException">Nobody accepted, or something else is awaited.</exception>
    public Task ForceAsync(int bookingId, string reason, bool mayDisplace, Actor actor, CancellationToken cancel, Func<CancellationToken, Task>? within = null) => AgainAsync("force", bookingId, async () =>
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why: the reason stays with the booking.");
        var rooms = await RoomsAroundAsync(bookingId, cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockAtomsAsync(rooms.AtomIds, cancel);
        var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        await LockGuardsAsync(booking, cancel);
        if (await MoneyAsync(booking, cancel) is [var awaited, ..]) throw new HouseRuleException($"The booking still waits for {awaited.ForTheHouse}. Settle that first.");
        if (await blocks.ShortAsync(bookingId, cancel) is { Count: > 0 } lacking)
        {
            await blocks.ForceKeepingAsync(bookingId, cancel);
            db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), bookingId, "force bedrooms", to: Sentence.Join("; ", InTheHouse(lacking)), why: reason);
        }

        var displaced = mayDisplace ? await DisplaceAsync(booking, rooms, reason, actor, cancel) : [];
        if (within is not null) await within(cancel); // before what is asked for in vain is dropped
        await ConfirmAcceptedAsync(booking, rooms, actor, cancel, reason);
        await deadlines.FollowAsync(booking, await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel), cancel);
        await db.SaveChangesAsync(cancel);
        if (displaced.Count > 0) await PromoteAsync(booking, rooms, actor, cancel);
        await db.SaveChangesAsync(cancel);
        foreach (var (loser, functions) in displaced) await letters.DisplacedAsync(loser, functions, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;
    });

    /// <summary>The place in line of each function that waits: 2 and up; 1 for one that holds its room.</summary>
    public async Task<IReadOnlyDictionary<int, int>> RanksAsync(Booking booking, CancellationToken cancel)
    {
        var ranks = booking.Functions.Where(function => function.IsFirm).ToDictionary(function => function.Id, _ => 1);
        var waiting = booking.Functions.Where(function => function.IsWaiting).ToList();
        if (waiting.Count == 0) return ranks;

        var rooms = await RoomsAroundAsync(booking.Id, cancel);
        var others = await OthersWaitingAsync(booking.Id, rooms, cancel);
        foreach (var function in waiting) ranks[function.Id] = 2 + others.Count(other => other.QueuedAs < function.QueuedAs && Meet(function, other, rooms));

        return ranks;
    }

    /// <summary>The waiting functions of other bookings in these rooms.</summary>
    private Task<List<Function>> OthersWaitingAsync(int bookingId, Rooms rooms, CancellationToken cancel) => db.Functions.AsNoTracking()
        .Where(other => other.BookingId != bookingId && !other.IsFirm && !other.IsCancelled && other.QueuedAs != null && rooms.SpaceIds.Contains(other.SpaceId!.Value)).ToListAsync(cancel);

    /// <summary>Whether two functions want an atom at the same time.</summary>
    private static bool Meet(Function one, Function other, Rooms rooms) =>
        one.Occupation.Overlaps(other.Occupation) && rooms.Of(one).Any(atom => rooms.Of(other).Any(wanted => wanted.Id == atom.Id));

    public Task<Booking> GiveBackAsync(int bookingId, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "give back", why: null, (booking, _, _) => booking.GiveBack(), everyRoomMustBeFree: false, cancel);

    public Task<Booking> BeginAsync(int bookingId, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "begin", why: null, (booking, _, _) => booking.Begin(clock.GetCurrentInstant()), everyRoomMustBeFree: false, cancel);

    public async Task<Booking> CloseAsync(int bookingId, Actor actor, CancellationToken cancel)
    {
        var isInvoiced = await db.Invoices.AnyAsync(invoice => invoice.BookingId == bookingId && invoice.Kind == InvoiceKind.Final && !db.Invoices.Any(credit => credit.CorrectsId == invoice.Id), cancel);
        return await MoveAsync(bookingId, actor, "close", why: null, (booking, _, _) => booking.Close(isInvoiced), everyRoomMustBeFree: false, cancel);
    }

    /// <param name="says">What the journal says of the booking before and after; its status when it is not named.</param>
    private Task<Booking> MoveAsync(
        int bookingId, Actor actor, string action, Sentence? why, Action<Booking, LocalDate, long> move, bool everyRoomMustBeFree, CancellationToken cancel,
        Func<Booking, CancellationToken, Task>? letter = null, Func<Booking, Sentence>? says = null, Func<Booking, CancellationToken, Task>? guard = null) =>
        AgainAsync(action, bookingId, () => TryMoveAsync(bookingId, actor, action, why, move, everyRoomMustBeFree, letter, says ?? (booking => booking.Status.ToString()), guard, cancel));

    private async Task<Booking> TryMoveAsync(
        int bookingId, Actor actor, string action, Sentence? why, Action<Booking, LocalDate, long> move, bool everyRoomMustBeFree,
        Func<Booking, CancellationToken, Task>? letter, Func<Booking, Sentence> says, Func<Booking, CancellationToken, Task>? guard, CancellationToken cancel)
    {
        var rooms = await RoomsAroundAsync(bookingId, cancel);
        if (everyRoomMustBeFree) await RefuseTakenAsync(bookingId, rooms, cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockAtomsAsync(rooms.AtomIds, cancel);

        var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        if (guard is not null) await guard(booking, cancel);
        var (was, from) = (booking.Status, says(booking));
        move(booking, property.Today(clock.GetCurrentInstant()), await NextPlaceAsync(rooms, cancel));
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, action, from, says(booking), why);

        if (booking.Status != was && (IsWithdrawn(was) || IsWithdrawn(booking.Status)))
            await loyalty.FollowAsync(booking, IsWithdrawn(booking.Status) || booking.AcceptedBy is null ? null : await DeskQueries.ContractAsync(db, booking.Id, cancel), actor, cancel);
        if (booking.Status != was && booking.Status is (BookingStatus.Definite or BookingStatus.Quoted)) await DropRequestsAsync(booking, actor, cancel);
        if (booking.Holds) await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree, cancel);
        else await FreeRoomsAsync(booking, rooms, actor, cancel);
        if (letter is not null) await letter(booking, cancel);
        if (!booking.HasEnded) await deadlines.FollowAsync(booking, property, cancel);

        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return booking;
    }

    private static bool IsWithdrawn(BookingStatus status) => status is BookingStatus.Lost or BookingStatus.TurnedDown or BookingStatus.Cancelled;

    private static Sentence StatusAndOption(Booking booking)
    {
        if (booking.OptionOn is { } until) return $"{booking.Status} until {until}";
        return booking.Status.ToString();
    }

    /// <summary>Who comes after somebody else has the room need not stand in line for its lock to be told so.</summary>
    private async Task RefuseTakenAsync(int bookingId, Rooms rooms, CancellationToken cancel)
    {
        var asked = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        foreach (var function in asked.Functions.Where(function => function is { IsFirm: false, IsCancelled: false, SpaceId: not null }))
        {
            var firm = await FirmAsync(rooms.Of(function), function.Occupation, cancel);
            if (Lanes.Free(rooms.Of(function), function.Occupation, firm, function.IsExclusive) is null && firm.Exists(hold => hold.BookingId != bookingId))
                throw new RoomTakenException(await InTheWayAsync(function, firm, asked, cancel));
        }
    }

    private Task TakeRoomsAsync(Booking booking, Rooms rooms, bool everyRoomMustBeFree, CancellationToken cancel) => TakeRoomsAsync(booking, rooms, _ => everyRoomMustBeFree, cancel);

    /// <param name="mustBeFree">Whether the function may not wait in line.</param>
    private async Task TakeRoomsAsync(Booking booking, Rooms rooms, Predicate<Function> mustBeFree, CancellationToken cancel)
    {
        var open = booking.Functions.Where(function => function is { IsFirm: false, IsCancelled: false }).OrderBy(function => function.OccupiedFrom).ToList();
        var around = await FirmAroundAsync(open, rooms, cancel);
        foreach (var function in open)
        {
            var atoms = rooms.Of(function);
            List<Hold> firm = [.. around.Where(hold => atoms.Any(atom => atom.Id == hold.AtomId)), .. TakenNow(atoms)];
            var free = Lanes.Free(rooms.Of(function), function.Occupation, firm, function.IsExclusive);
            if (free is not null) Hold(booking, function, free);
            else if (firm.Where(hold => hold.Occupation.Overlaps(function.Occupation)).All(hold => hold.BookingId == booking.Id))
                throw new HouseRuleException($"{function.Name} needs a room that another function of this booking has at that time, set-up and tear-down included. Move one of them.");
            else if (mustBeFree(function)) throw new RoomTakenException(await InTheWayAsync(function, firm, booking, cancel));
        }
    }

    private async Task FreeRoomsAsync(Booking booking, Rooms rooms, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (IsWithdrawn(booking.Status)) await DropAsync(booking, now, cancel);
        var freed = await db.Holds.Where(hold => hold.BookingId == booking.Id).ExecuteDeleteAsync(cancel);
        await EndChallengesAsync(booking, booking is { HasEnded: true, LostFor: LostReason.OptionExpired } ? ChallengeOutcome.Lapsed : ChallengeOutcome.Withdrawn, cancel);
        if (freed > 0) await PromoteAsync(booking, rooms, actor, cancel);
    }

    /// <summary>Its tasks and requests are no longer needed.</summary>
    private async Task DropAsync(Booking booking, Instant now, CancellationToken cancel)
    {
        foreach (var task in await db.Tasks.Where(task => task.BookingId == booking.Id && task.DoneAt == null).ToListAsync(cancel)) task.Finish(by: null, now);
        foreach (var asked in await db.Approvals.Where(asked => asked.BookingId == booking.Id && asked.Status == ApprovalStatus.Open).ToListAsync(cancel)) asked.Drop(now);
    }

    /// <summary>A booking that is definite, or that gave its option back, needs nobody's leave to go definite; a price that was asked for may still be sent.</summary>
    private async Task DropRequestsAsync(Booking booking, Actor actor, CancellationToken cancel)
    {
        foreach (var asked in await db.Approvals.Where(asked => asked.BookingId == booking.Id && asked.Status == ApprovalStatus.Open && asked.Kind != ApprovalKind.Price).ToListAsync(cancel))
            if (asked.Status == ApprovalStatus.Open) // not the one that this very save decides
            {
                asked.Drop(clock.GetCurrentInstant());
                db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, $"drop request {asked.Kind}", nameof(ApprovalStatus.Open), nameof(ApprovalStatus.Dropped));
            }
    }

    /// <summary>Gives what a booking freed to those who wait, in their order.</summary>
    private Task PromoteAsync(Booking booking, Rooms rooms, Actor actor, CancellationToken cancel) =>
        PromoteAsync(booking.PropertyId, booking.Id, rooms, function => $"{booking.Reference} gave up its hold of {function.Name}", actor, cancel);

    /// <param name="by">The booking that gave it up, which is not tried itself; none when a closure was lifted.</param>
    private async Task PromoteAsync(int propertyId, int? by, Rooms rooms, Func<Function, Sentence> why, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var waiting = await db.Bookings
            .Where(other => other.Status == BookingStatus.Tentative && other.PropertyId == propertyId && other.Id != by)
            .SelectMany(other => other.Functions)
            .Where(function => !function.IsFirm && !function.IsCancelled && function.QueuedAs != null && rooms.SpaceIds.Contains(function.SpaceId!.Value))
            .OrderBy(function => function.QueuedAs).ThenBy(function => function.Id)
            .ToListAsync(cancel);
        if (waiting.Count == 0) return;

        var (from, until) = (waiting.Min(function => function.OccupiedFrom), waiting.Max(function => function.OccupiedUntil));
        var firm = await DeskQueries.HoldsAsync(db, rooms.Atoms, new Occupation(from, until), cancel);
        var promoted = WaitingLine.Promote(waiting, rooms.Of, firm);
        db.Holds.AddRange(firm.Where(hold => hold.Id == 0));
        foreach (var function in promoted)
            db.Note(actor, now, nameof(Booking), function.BookingId, "promote", "Waiting", "Firm", why(function));

        var firmNow = promoted.Select(function => function.BookingId).ToHashSet();
        var property = await DeskQueries.PropertyAsync(db, propertyId, cancel);
        var office = await db.OfficeAsync(property, cancel);
        foreach (var other in await db.Bookings.Include(other => other.Functions).Where(other => firmNow.Contains(other.Id)).ToListAsync(cancel))
        {
            other.Promoted(now, office, property.PromotionHours);
            if (other.Functions.Any(function => function.IsWaiting)) continue;
            await letters.PromotedAsync(other, cancel);
            await EndChallengesAsync(other, ChallengeOutcome.Withdrawn, cancel);
            if (await blocks.ShortAsync(other.Id, cancel) is [var lacking, ..])
                await TellAsync(other, $"{other.Reference} has its spaces now, and the house lacks {lacking.ForTheHouse}: keep fewer, or let a manager force it.", cancel);
        }
    }

    /// <summary>Takes the holds of the options that stand in the way.</summary>
    private async Task<Dictionary<Booking, List<Function>>> DisplaceAsync(Booking booking, Rooms rooms, string reason, Actor actor, CancellationToken cancel)
    {
        var displaced = new HashSet<int>();
        var losers = new Dictionary<Booking, List<Function>>();
        foreach (var function in booking.Functions.Where(function => function is { IsFirm: false, IsCancelled: false, SpaceId: not null }))
        {
            var firm = await FirmAsync(rooms.Of(function), function.Occupation, cancel);
            if (Lanes.Free(rooms.Of(function), function.Occupation, firm, function.IsExclusive) is not null) continue;
            foreach (var hold in firm.Where(hold => hold.BookingId != booking.Id).DistinctBy(hold => hold.FunctionId))
            {
                var other = await db.Bookings.Include(other => other.Functions).SingleOrDefaultAsync(other => other.Id == hold.BookingId, cancel);
                if (other is not { Status: BookingStatus.Tentative } || hold.FunctionId is not { } displacedId) throw new RoomTakenException(await InTheWayAsync(function, [hold], booking, cancel));
                other.Displace(displacedId, await HeadOfLineAsync(rooms, cancel) - displaced.Count);
                db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), other.Id, "displace", "Firm", "Waiting", $"{booking.Reference}: {reason}");
                if (!displaced.Add(displacedId)) continue;
                if (!losers.TryGetValue(other, out var lost)) losers[other] = lost = [];
                lost.Add(other.Functions.Single(function => function.Id == displacedId));
            }
        }

        await db.Holds.Where(hold => hold.FunctionId != null && displaced.Contains(hold.FunctionId.Value)).ExecuteDeleteAsync(cancel);
        return losers;
    }

    private void Hold(Booking booking, Function function, IReadOnlyList<(Atom Atom, int Lane)> free)
    {
        function.Promote();
        AddHolds(booking.Id, function, free);
    }

    private void AddHolds(int bookingId, Function function, IReadOnlyList<(Atom Atom, int Lane)> free)
    {
        foreach (var (atom, lane) in free)
            db.Holds.Add(new Hold(bookingId, function.Id, atom.Id, lane, function.OccupiedFrom, function.OccupiedUntil));
    }

    /// <summary>The firm holds of these atoms that overlap: those that are stored, and those that this very save will store.</summary>
    private async Task<List<Hold>> FirmAsync(IReadOnlyList<Atom> atoms, Occupation wanted, CancellationToken cancel) =>
        [.. await DeskQueries.HoldsAsync(db, atoms, wanted, cancel), .. TakenNow(atoms)];

    private IEnumerable<Hold> TakenNow(IReadOnlyList<Atom> atoms) => db.Holds.Local.Where(hold => hold.Id <= 0 && atoms.Any(atom => atom.Id == hold.AtomId));

    /// <summary>The stored holds of the rooms of several functions, from the first to the last: one statement.</summary>
    private async Task<List<Hold>> FirmAroundAsync(List<Function> functions, Rooms rooms, CancellationToken cancel) => functions.Count == 0 ? [] : await DeskQueries.HoldsAsync(
        db, functions.SelectMany(rooms.Of).DistinctBy(atom => atom.Id), new Occupation(functions.Min(function => function.OccupiedFrom), functions.Max(function => function.OccupiedUntil)), cancel);

    private async Task<Sentence> InTheWayAsync(Function function, List<Hold> firm, Booking own, CancellationToken cancel)
    {
        var hold = firm.Where(hold => hold.Occupation.Overlaps(function.Occupation)).OrderBy(hold => hold.BookingId == own.Id).ThenBy(hold => hold.From).First();
        var atom = await db.Atoms.AsNoTracking().SingleAsync(atom => atom.Id == hold.AtomId, cancel);
        var property = await DeskQueries.PropertyAsync(db, own.PropertyId, cancel);
        if (hold.ClosureId is { } closureId)
        {
            var closure = await db.Closures.AsNoTracking().SingleAsync(closure => closure.Id == closureId, cancel);
            return $"{function.Name}: {atom.Name} is closed until {closure.End} ({closure.Reason}). Choose another room or time.";
        }

        var other = await db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == hold.BookingId, cancel);
        return $"{function.Name}: {atom.Name} is held by {other.Reference} until {hold.Until.InZone(property.Zone).LocalDateTime}, clearing included. Choose another room or time, or wait in line with an option.";
    }

    /// <summary>The rooms of the booking's functions, with every room that shares an atom with them, however far the chain of combinations goes.</summary>
    /// <param name="wanted">Rooms that its functions are to go to.</param>
    private async Task<Rooms> RoomsAroundAsync(int bookingId, CancellationToken cancel, params IEnumerable<int> wanted)
    {
        var booking = await db.Bookings.AsNoTracking().Where(booking => booking.Id == bookingId)
            .Select(booking => new { booking.PropertyId, Spaces = booking.Functions.Where(function => function.SpaceId != null).Select(function => function.SpaceId!.Value).ToList() })
            .SingleOrDefaultAsync(cancel) ?? throw new HouseRuleException("This booking is no longer there.");
        return await RoomsAroundAsync(booking.PropertyId, [.. booking.Spaces, .. wanted], cancel);
    }

    private async Task<Rooms> RoomsAroundAsync(int propertyId, IReadOnlyCollection<int> wanted, CancellationToken cancel) =>
        Rooms.Around(wanted, await DeskQueries.RoomsAsync(db, propertyId, cancel));
}
