using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <content>Options while they run: prolonged, given back by the client, challenged by one who is ready to sign, over.</content>
public sealed partial class BookingMoves
{
    /// <summary>The house lets an option run to another day.</summary>
    public Task<Booking> ProlongAsync(int bookingId, LocalDate until, string reason, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "prolong", Sentence.Typed(reason.Trim()), (booking, today, _) => booking.Prolong(until, today), everyRoomMustBeFree: false, cancel, letters.HeldAsync, StatusAndOption);

    /// <summary>The client prolongs its own option by its link, where nobody waits for its rooms.</summary>
    public Task<Booking> ExtendAsync(int bookingId, CancellationToken cancel)
    {
        (int Days, int Most, bool IsAwaited) allowed = default;
        return MoveAsync(bookingId, Actor.Client, "prolong", why: null, (booking, today, _) => booking.Extend(allowed.Days, allowed.Most, allowed.IsAwaited, today), everyRoomMustBeFree: false, cancel,
            letters.HeldAsync, StatusAndOption, guard: async (booking, token) =>
            {
                var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, token);
                allowed = (property.ExtensionDays, property.ExtensionDays == 0 ? 0 : property.MostExtensions, await IsAwaitedAsync(booking, token));
            });
    }

    /// <summary>The client gives its option back by its link; the offer stays, and the seller is told.</summary>
    public Task<Booking> ReleaseAsync(int bookingId, string? reason, CancellationToken cancel) =>
        MoveAsync(bookingId, Actor.Client, "give back", Sentence.Typed((reason ?? "").Trim()), (booking, _, _) => booking.GiveBack(), everyRoomMustBeFree: false, cancel, async (booking, token) =>
        {
            await letters.ReleasedAsync(booking, token);
            await TellAsync(booking, "The client gave the option back: ask what became of the event.", token);
        });

    /// <summary>A waiting client is ready to sign: whoever holds its rooms signs within some working hours or loses them.</summary>
    /// <param name="hours">None: as the hotel's settings say.</param>
    /// <exception cref="HouseRuleException">It does not wait, or what is in its way is no option that can be challenged.</exception>
    public Task<bool> ChallengeAsync(int bookingId, int? hours, Actor actor, CancellationToken cancel) => AgainAsync("challenge", bookingId, async () =>
    {
        var (rooms, turn, booking, property) = await OpenForAsync(bookingId, [], cancel);
        await using var _ = turn;
        if (booking.Status != BookingStatus.Tentative) throw new HouseRuleException($"This booking is {booking.Status}. Only an option that waits in line can challenge the one before it.");
        if (!booking.Functions.Any(function => function.IsWaiting)) throw new HouseRuleException("It holds all of its rooms: there is nobody to challenge.");
        var (now, office) = (clock.GetCurrentInstant(), await db.OfficeAsync(property, cancel));
        var challenged = new HashSet<int>();
        foreach (var function in booking.Functions.Where(function => function.IsWaiting))
        {
            var firm = await FirmAsync(rooms.Of(function), function.Occupation, cancel);
            foreach (var hold in firm.Where(hold => hold.BookingId != booking.Id && hold.Occupation.Overlaps(function.Occupation)))
            {
                if (hold.BookingId is not { } holderId) throw new RoomTakenException(await InTheWayAsync(function, [hold], booking, cancel));
                if (!challenged.Add(holderId)) continue;
                var holder = await db.Bookings.Include(other => other.Functions).SingleAsync(other => other.Id == holderId, cancel);
                var given = hours ?? property.ChallengeHours;
                holder.Challenged(now, office, given);
                db.Challenges.Add(new Challenge(booking.PropertyId, holderId, booking.Id, given, now, holder.ChallengeEndsAt!.Value, actor.UserId));
                db.Note(actor, now, nameof(Booking), holderId, "challenge", to: $"{holder.ChallengeEndsAt!.Value.InZone(property.Zone).LocalDateTime}", why: booking.Reference);
                db.Note(actor, now, nameof(Booking), booking.Id, "challenge", to: holder.Reference);
                await letters.ChallengedAsync(holder, cancel);
            }
        }

        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;
    });

    /// <summary>Ends an option whose time is over; those that wait for its rooms are promoted in the same transaction, and its client is told what else is free.</summary>
    /// <exception cref="HouseRuleException">It was prolonged in the meantime.</exception>
    public Task<Booking> LapseAsync(int bookingId, CancellationToken cancel) =>
        MoveAsync(
            bookingId, Actor.Clock, "lapse", "option expired",
            (booking, today, _) => booking.Lapse(today, clock.GetCurrentInstant()), everyRoomMustBeFree: false, cancel, async (booking, token) =>
            {
                await db.SaveChangesAsync(token); // what it gave up is taken by others before the free spaces are looked for
                await letters.LapsedAsync(booking, token);
            });

    /// <summary>Whether another booking stands in line for a room that this one holds.</summary>
    public async Task<bool> IsAwaitedAsync(Booking booking, CancellationToken cancel)
    {
        var firm = booking.Functions.Where(function => function.IsFirm).ToList();
        if (firm.Count == 0) return false;
        var rooms = await RoomsAroundAsync(booking.Id, cancel);
        var waiting = await OthersWaitingAsync(booking.Id, rooms, cancel);
        return waiting.Exists(other => firm.Exists(function => Meet(function, other, rooms)));
    }

    /// <summary>The holder signed, or gave up; or the one that challenged needs it no more. The other side is told, or freed of it.</summary>
    private async Task EndChallengesAsync(Booking booking, ChallengeOutcome outcome, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        foreach (var challenge in await db.Challenges.Where(challenge => challenge.Outcome == ChallengeOutcome.Open && (challenge.BookingId == booking.Id || challenge.ByBookingId == booking.Id)).ToListAsync(cancel))
        {
            var isHolder = challenge.BookingId == booking.Id;
            challenge.End(isHolder ? outcome : ChallengeOutcome.Withdrawn, now);
            var other = await db.Bookings.SingleAsync(other => other.Id == (isHolder ? challenge.ByBookingId : challenge.BookingId), cancel);
            if (!isHolder) other.Unchallenge();
            else if (outcome == ChallengeOutcome.Signed) await TellAsync(other, $"{booking.Reference} signed in time and keeps its rooms: find others for {other.Reference}, or lose it.", cancel);
            db.Note(Actor.Clock, now, nameof(Booking), other.Id, $"challenge ended: {challenge.Outcome}", why: booking.Reference);
        }
    }

    /// <summary>Those that wait behind a booking that became definite: their sellers find other rooms, or lose them.</summary>
    private async Task TellWaitingAsync(Booking booking, Rooms rooms, CancellationToken cancel)
    {
        var firm = booking.Functions.Where(function => function.IsFirm).ToList();
        var waiting = await OthersWaitingAsync(booking.Id, rooms, cancel);
        foreach (var behind in waiting.Where(other => firm.Exists(function => Meet(function, other, rooms))).GroupBy(other => other.BookingId))
        {
            var other = await db.Bookings.AsNoTracking().SingleAsync(other => other.Id == behind.Key, cancel);
            await TellAsync(other, $"{booking.Reference} is definite: find another room for {behind.First().Name}, or lose it.", cancel);
        }
    }

    /// <summary>A task for the booking's seller, due today.</summary>
    private async Task TellAsync(Booking booking, Sentence what, CancellationToken cancel)
    {
        var (now, property) = (clock.GetCurrentInstant(), await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel));
        db.Tasks.Add(new DeskTask(booking.PropertyId, booking.Id, what, property.Today(now), booking.OwnerId, now));
    }
}
