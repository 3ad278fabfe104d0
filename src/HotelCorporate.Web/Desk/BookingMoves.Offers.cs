using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <content>What becomes of a client's acceptance: definite when every guard passes; otherwise recorded, and waiting.</content>
public sealed partial class BookingMoves
{
    /// <summary>Days that the option of an accepted offer stands at least while it waits.</summary>
    private const int WaitingDays = 7;

    /// <summary>Records a client's acceptance of a sent version. Every guard passes: definite. Otherwise tentative, accepted and waiting.</summary>
    /// <exception cref="Domain.HouseRuleException">The offer is not open, or something is missing.</exception>
    public Task AcceptOfferAsync(int quoteId, Acceptance taken, Actor actor, CancellationToken cancel) =>
        AgainAsync(() => TryAcceptOfferAsync(quoteId, taken, actor, cancel));

    /// <summary>Makes an accepted booking definite if nothing is awaited any more: after a payment, a waiver, or when a room came free.</summary>
    /// <returns>Whether it is definite now.</returns>
    public Task<bool> SettleAsync(int bookingId, Actor actor, CancellationToken cancel) => AgainAsync(async () =>
    {
        var rooms = await RoomsAroundAsync(bookingId, cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockAtomsAsync(rooms.AtomIds, cancel);
        var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.AcceptedBy is null || !booking.May(BookingStatus.Definite) || (await AwaitedAsync(booking, rooms, cancel)).Count > 0) return false;
        await ConfirmAcceptedAsync(booking, rooms, actor, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;
    });

    /// <summary>What an accepted booking still waits for, in whole words; nothing once it is definite.</summary>
    public async Task<IReadOnlyList<string>> WaitsForAsync(int bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        return booking.AcceptedBy is null || !booking.May(BookingStatus.Definite) ? [] : await AwaitedAsync(booking, await RoomsAroundAsync(bookingId, cancel), cancel);
    }

    private async Task<bool> TryAcceptOfferAsync(int quoteId, Acceptance taken, Actor actor, CancellationToken cancel)
    {
        var bookingId = await db.Quotes.Where(quote => quote.Id == quoteId).Select(quote => quote.BookingId).SingleAsync(cancel);
        var rooms = await RoomsAroundAsync(bookingId, cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockAtomsAsync(rooms.AtomIds, cancel);

        var quote = await db.Quotes.Include(quote => quote.Lines).SingleAsync(quote => quote.Id == quoteId, cancel);
        var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == booking.PropertyId, cancel);
        var needsOrder = await db.Accounts.Where(account => account.Id == booking.AccountId).Select(account => account.RequiresPurchaseOrder).SingleAsync(cancel);
        var now = clock.GetCurrentInstant();
        var today = property.Today(now);

        quote.Accept(taken, needsOrder, today);
        booking.Accept(taken.Name, taken.On, taken.PurchaseOrder);
        db.Note(actor, now, nameof(Quote), quote.Id, "accept", nameof(QuoteStatus.Sent), nameof(QuoteStatus.Accepted), taken.PurchaseOrder);
        db.Note(actor, now, nameof(Booking), booking.Id, $"accept {quote.Number} version {quote.Revision}", to: taken.Name);
        if (await db.DepositPlans.SingleOrDefaultAsync(plan => plan.BookingId == booking.Id, cancel) is not { } plan) db.DepositPlans.Add(new DepositPlan(booking.Id, quote.DepositSchedule));
        else if (plan.ScheduleText != quote.Deposits) plan.Agree(quote.DepositSchedule);
        await db.SaveChangesAsync(cancel);
        if (booking.May(BookingStatus.Definite))
        {
            var awaited = await AwaitedAsync(booking, rooms, cancel);
            if (awaited.Count == 0)
            {
                await ConfirmAcceptedAsync(booking, rooms, actor, cancel);
            }
            else
            {
                var from = booking.Status;
                if (booking.Status != BookingStatus.Tentative && booking.Functions.All(function => function.SpaceId is not null || function.IsCancelled))
                {
                    booking.Option(today.PlusDays(WaitingDays), today, await NextPlaceAsync(rooms, cancel));
                    await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree: false, cancel);
                }
                else if (booking.Status == BookingStatus.Tentative)
                {
                    booking.KeepOptionUntil(today.PlusDays(WaitingDays));
                }

                db.Note(actor, now, nameof(Booking), booking.Id, "accepted, waiting", from.ToString(), booking.Status.ToString(), string.Join("; ", awaited));
                quotes.Awaited(await quotes.FileAsync(quote, booking, cancel), awaited);
            }
        }

        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;
    }

    private async Task ConfirmAcceptedAsync(Booking booking, Rooms rooms, Actor actor, CancellationToken cancel)
    {
        var from = booking.Status;
        booking.Confirm(await NextPlaceAsync(rooms, cancel));
        await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree: true, cancel);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "confirm", from.ToString(), booking.Status.ToString());
        await letters.ConfirmedAsync(booking, cancel);
    }

    /// <summary>The guards of domain section 8 that are not met.</summary>
    private async Task<List<string>> AwaitedAsync(Booking booking, Rooms rooms, CancellationToken cancel)
    {
        var awaited = await GuardsAsync(booking, cancel);
        var spaces = await db.Spaces.AsNoTracking().Where(space => space.PropertyId == booking.PropertyId).ToDictionaryAsync(space => space.Id, space => space.Name, cancel);
        foreach (var function in booking.Functions.Where(function => function is { IsFirm: false, IsCancelled: false }))
        {
            if (function.SpaceId is not { } space) awaited.Add($"a space for {function.Name}");
            else if (Lanes.Free(rooms.Of(function), function.Occupation, await FirmAsync(rooms.Of(function), function.Occupation, cancel)) is null) awaited.Add($"the space {spaces[space]} for {function.Name}");
        }

        return awaited;
    }

    /// <summary>Deposit, credit and bedrooms.</summary>
    private async Task<List<string>> GuardsAsync(Booking booking, CancellationToken cancel)
    {
        var awaited = new List<string>();
        if (await deposits.AwaitedAsync(booking.Id, cancel) is { } deposit) awaited.Add(deposit);
        if (await credit.AwaitedAsync(booking, cancel) is { } approval) awaited.Add(approval);
        var contract = await db.Quotes.AsNoTracking().Include(quote => quote.Lines).Where(quote => quote.BookingId == booking.Id && quote.Status == QuoteStatus.Accepted)
            .OrderByDescending(quote => quote.Revision).FirstOrDefaultAsync(cancel);
        foreach (var line in contract?.Lines.Where(line => line.RoomTypeId is not null) ?? [])
        {
            var type = await db.RoomTypes.AsNoTracking().SingleAsync(type => type.Id == line.RoomTypeId, cancel);
            var free = await agreements.FreeAsync(type, line.On, cancel, exceptBooking: booking.Id);
            if (free < line.Quantity) awaited.Add($"bedrooms: {line.Quantity:0} {type.Name} on {NodaTime.Text.LocalDatePattern.Iso.Format(line.On)}, {free} are free");
        }

        return awaited;
    }

    private async Task<long> NextPlaceAsync(Rooms rooms, CancellationToken cancel) =>
        1 + (await db.Functions.Where(function => rooms.SpaceIds.Contains(function.SpaceId!.Value)).MaxAsync(function => function.QueuedAs, cancel) ?? 0);

    /// <summary>Two writers met: one of them starts again.</summary>
    private async Task<T> AgainAsync<T>(Func<Task<T>> act)
    {
        links.GetReady();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act();
            }
            catch (Exception failure) when (attempt < Tries && (failure is DbUpdateConcurrencyException || db.ShouldStartAgain(failure)))
            {
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateException refusal) when (db.IsGuardRefusal(refusal))
            {
                throw new RoomTakenException("Another booking took the room a moment ago. Look at the diary and choose another room or time.", refusal);
            }
        }
    }
}
