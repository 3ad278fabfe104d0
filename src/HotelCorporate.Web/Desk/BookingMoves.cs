using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Desk;

/// <summary>
/// Moves a booking from status to status, from a page, a signed link or the clock: lock the rooms, check, save the change with its
/// holds and its journal row, commit. What a move frees goes to those who wait, in their order, in the same transaction.
/// </summary>
public sealed partial class BookingMoves(HotelDb db, BookingLetters letters, QuoteDesk quotes, DepositGuard deposits, CreditGuard credit, AgreementsInForce agreements, SignedLinks links, IClock clock)
{
    private const int Tries = 5;

    /// <summary>Puts the booking on option: firm where the room is free, in line where it is not.</summary>
    public Task<Booking> OptionAsync(int bookingId, LocalDate optionOn, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "option", why: null, (booking, today, place) => booking.Option(optionOn, today, place), everyRoomMustBeFree: false, cancel, letters.HeldAsync);

    /// <summary>Makes the booking definite.</summary>
    /// <exception cref="RoomTakenException">A room is firmly held by another booking.</exception>
    /// <exception cref="HouseRuleException">Nobody accepted, or a part of the deposit that is due at signing is not there.</exception>
    public async Task<Booking> ConfirmAsync(int bookingId, Actor actor, CancellationToken cancel)
    {
        var asked = await db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == bookingId, cancel);
        if (await GuardsAsync(asked, cancel) is [var awaited, ..])
            throw new HouseRuleException($"The booking still waits for {awaited}. Settle that, or let a manager waive it.");
        return await MoveAsync(bookingId, actor, "confirm", why: null, (booking, _, place) => booking.Confirm(place), everyRoomMustBeFree: true, cancel, letters.ConfirmedAsync);
    }

    public Task<Booking> CountAsync(int bookingId, int functionId, int? guaranteed, int? actual, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "count", $"guaranteed {guaranteed}, actual {actual}", (booking, _, _) => booking.Count(functionId, guaranteed, actual), everyRoomMustBeFree: false, cancel);

    /// <summary>The place in line of each function that waits: 2 and up; 1 for one that holds its room.</summary>
    public async Task<IReadOnlyDictionary<int, int>> RanksAsync(Booking booking, CancellationToken cancel)
    {
        var ranks = booking.Functions.Where(function => function.IsFirm).ToDictionary(function => function.Id, _ => 1);
        var waiting = booking.Functions.Where(function => function.IsWaiting).ToList();
        if (waiting.Count == 0) return ranks;

        var rooms = await RoomsAroundAsync(booking.Id, cancel);
        var earlier = await db.Functions.AsNoTracking()
            .Where(other => other.BookingId != booking.Id && !other.IsFirm && !other.IsCancelled && other.QueuedAs != null && rooms.SpaceIds.Contains(other.SpaceId!.Value))
            .ToListAsync(cancel);
        foreach (var function in waiting)
        {
            var atoms = rooms.Of(function).Select(atom => atom.Id).ToHashSet();
            ranks[function.Id] = 2 + earlier.Count(other =>
                other.QueuedAs < function.QueuedAs && other.Occupation.Overlaps(function.Occupation) && rooms.Of(other).Exists(atom => atoms.Contains(atom.Id)));
        }

        return ranks;
    }

    public Task<Booking> GiveBackAsync(int bookingId, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "give back", why: null, (booking, _, _) => booking.GiveBack(), everyRoomMustBeFree: false, cancel);

    public Task<Booking> LoseAsync(int bookingId, string reason, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "lose", reason, (booking, _, _) => booking.Lose(reason), everyRoomMustBeFree: false, cancel);

    public Task<Booking> TurnDownAsync(int bookingId, string reason, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "turn down", reason, (booking, _, _) => booking.TurnDown(reason), everyRoomMustBeFree: false, cancel);

    public Task<Booking> CancelAsync(int bookingId, string reason, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "cancel", reason, (booking, _, _) => booking.Cancel(reason), everyRoomMustBeFree: false, cancel,
            async (booking, token) => await letters.CancelledAsync(booking, reason, await TodayAsync(booking, token), token));

    public Task<Booking> BeginAsync(int bookingId, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "begin", why: null, (booking, _, _) => booking.Begin(clock.GetCurrentInstant()), everyRoomMustBeFree: false, cancel);

    public async Task<Booking> CloseAsync(int bookingId, Actor actor, CancellationToken cancel)
    {
        var isInvoiced = await db.Invoices.AnyAsync(invoice => invoice.BookingId == bookingId && invoice.Kind == InvoiceKind.Final && !db.Invoices.Any(credit => credit.CorrectsId == invoice.Id), cancel);
        return await MoveAsync(bookingId, actor, "close", why: null, (booking, _, _) => booking.Close(isInvoiced), everyRoomMustBeFree: false, cancel);
    }

    private Task<Booking> MoveAsync(
        int bookingId, Actor actor, string action, string? why, Action<Booking, LocalDate, long> move, bool everyRoomMustBeFree, CancellationToken cancel,
        Func<Booking, CancellationToken, Task>? letter = null) =>
        AgainAsync(() => TryMoveAsync(bookingId, actor, action, why, move, everyRoomMustBeFree, cancel, letter));

    private async Task<Booking> TryMoveAsync(
        int bookingId, Actor actor, string action, string? why, Action<Booking, LocalDate, long> move, bool everyRoomMustBeFree, CancellationToken cancel,
        Func<Booking, CancellationToken, Task>? letter = null)
    {
        var rooms = await RoomsAroundAsync(bookingId, cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockAtomsAsync(rooms.AtomIds, cancel);

        var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == booking.PropertyId, cancel);
        var from = booking.Status;
        move(booking, property.Today(clock.GetCurrentInstant()), await NextPlaceAsync(rooms, cancel));
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, action, from.ToString(), booking.Status.ToString(), why);

        if (booking.Holds) await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree, cancel);
        else await FreeRoomsAsync(booking, rooms, actor, cancel);
        if (letter is not null) await letter(booking, cancel);

        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return booking;
    }

    private async Task<LocalDate> TodayAsync(Booking booking, CancellationToken cancel) =>
        (await db.Properties.AsNoTracking().SingleAsync(property => property.Id == booking.PropertyId, cancel)).Today(clock.GetCurrentInstant());

    private async Task TakeRoomsAsync(Booking booking, Rooms rooms, bool everyRoomMustBeFree, CancellationToken cancel)
    {
        foreach (var function in booking.Functions.Where(function => function is { IsFirm: false, IsCancelled: false }).OrderBy(function => function.OccupiedFrom))
        {
            var firm = await FirmAsync(rooms.Of(function), function.Occupation, cancel);
            var free = Lanes.Free(rooms.Of(function), function.Occupation, firm);
            if (free is not null) Hold(booking, function, free);
            else if (firm.Where(hold => new Occupation(hold.From, hold.Until).Overlaps(function.Occupation)).All(hold => hold.BookingId == booking.Id))
                throw new HouseRuleException($"{function.Name} needs a room that another function of this booking has at that time, set-up and tear-down included. Move one of them.");
            else if (everyRoomMustBeFree) throw new RoomTakenException(await InTheWayAsync(function, firm, booking, cancel));
        }
    }

    private async Task FreeRoomsAsync(Booking booking, Rooms rooms, Actor actor, CancellationToken cancel)
    {
        var freed = await db.Holds.Where(hold => hold.BookingId == booking.Id).ExecuteDeleteAsync(cancel);
        if (freed == 0) return;

        var now = clock.GetCurrentInstant();
        var waiting = await db.Bookings
            .Where(other => other.Status == BookingStatus.Tentative && other.PropertyId == booking.PropertyId && other.Id != booking.Id)
            .SelectMany(other => other.Functions)
            .Where(function => !function.IsFirm && !function.IsCancelled && function.QueuedAs != null && rooms.SpaceIds.Contains(function.SpaceId!.Value))
            .OrderBy(function => function.QueuedAs).ThenBy(function => function.Id)
            .ToListAsync(cancel);
        if (waiting.Count == 0) return;

        var (from, until) = (waiting.Min(function => function.OccupiedFrom), waiting.Max(function => function.OccupiedUntil));
        var firm = await db.Holds.AsNoTracking()
            .Where(hold => rooms.AtomIds.Contains(hold.AtomId) && hold.From < until && hold.Until > from)
            .ToListAsync(cancel);
        var promoted = WaitingLine.Promote(waiting, rooms.Of, firm);
        db.Holds.AddRange(firm.Where(hold => hold.Id == 0));
        foreach (var function in promoted)
            db.Note(actor, now, nameof(Booking), function.BookingId, "promote", "waiting", "firm", $"{booking.Reference} gave up its hold of {function.Name}");

        var firmNow = promoted.Select(function => function.BookingId).ToHashSet();
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == booking.PropertyId, cancel);
        var office = new WorkingHours(property.OfficeOpens, property.OfficeCloses, property.Zone);
        foreach (var other in await db.Bookings.Include(other => other.Functions).Where(other => firmNow.Contains(other.Id)).ToListAsync(cancel))
            other.Promoted(now, office);
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
    private async Task<List<Hold>> FirmAsync(IReadOnlyList<Atom> atoms, Occupation wanted, CancellationToken cancel)
    {
        var ids = atoms.Select(atom => atom.Id).ToList();
        var stored = await db.Holds.AsNoTracking()
            .Where(hold => ids.Contains(hold.AtomId) && hold.From < wanted.Until && hold.Until > wanted.From)
            .ToListAsync(cancel);
        return [.. stored, .. db.Holds.Local.Where(hold => hold.Id <= 0 && ids.Contains(hold.AtomId))];
    }

    private async Task<string> InTheWayAsync(Function function, List<Hold> firm, Booking own, CancellationToken cancel)
    {
        var hold = firm.OrderBy(hold => hold.BookingId == own.Id).ThenBy(hold => hold.From).First();
        var other = await db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == hold.BookingId, cancel);
        var atom = await db.Atoms.AsNoTracking().SingleAsync(atom => atom.Id == hold.AtomId, cancel);
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == other.PropertyId, cancel);
        var until = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu HH':'mm").Format(hold.Until.InZone(property.Zone).LocalDateTime);
        return $"{function.Name}: {atom.Name} is held by {other.Reference} until {until}, clearing included. Choose another room or time, or wait in line with an option.";
    }

    /// <summary>The rooms of the booking's functions, with every room that shares an atom with them, however far the chain of combinations goes.</summary>
    private async Task<Rooms> RoomsAroundAsync(int bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Where(booking => booking.Id == bookingId)
            .Select(booking => new { booking.PropertyId, Spaces = booking.Functions.Where(function => function.SpaceId != null).Select(function => function.SpaceId!.Value).ToList() })
            .SingleOrDefaultAsync(cancel) ?? throw new HouseRuleException("This booking is no longer there.");
        var spaces = await db.Spaces.AsNoTracking().Where(space => space.PropertyId == booking.PropertyId)
            .Include(space => space.Atoms).ThenInclude(atom => atom.Atom).ToListAsync(cancel);
        return Rooms.Around(booking.Spaces, spaces);
    }

    private sealed record Rooms(Dictionary<int, List<Atom>> BySpace)
    {
        public List<int> SpaceIds => [.. BySpace.Keys];

        public List<int> AtomIds => [.. BySpace.Values.SelectMany(atoms => atoms).Select(atom => atom.Id).Distinct().Order()];

        public List<Atom> Of(Function function) => BySpace[function.SpaceId!.Value];

        public static Rooms Around(IReadOnlyCollection<int> wanted, List<Space> spaces)
        {
            var inside = spaces.Where(space => wanted.Contains(space.Id)).ToList();
            for (var before = -1; before != inside.Count;)
            {
                before = inside.Count;
                var atoms = inside.SelectMany(space => space.Atoms).Select(atom => atom.AtomId).ToHashSet();
                inside = [.. spaces.Where(space => space.Atoms.Any(atom => atoms.Contains(atom.AtomId)))];
            }

            return new Rooms(inside.ToDictionary(space => space.Id, space => space.Atoms.Select(atom => atom.Atom).OrderBy(atom => atom.Id).ToList()));
        }
    }
}
