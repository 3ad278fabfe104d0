using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Seeing;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <content>What becomes of a client's acceptance: definite when every guard passes; otherwise recorded, and waiting.</content>
public sealed partial class BookingMoves
{
    /// <summary>Records a client's acceptance of a sent version. Every guard passes: definite. Otherwise tentative, accepted and waiting.</summary>
    /// <exception cref="HouseRuleException">The offer is not open, or something is missing.</exception>
    public async Task AcceptOfferAsync(int quoteId, Acceptance taken, Actor actor, CancellationToken cancel)
    {
        var offer = await db.Quotes.AsNoTracking().SingleAsync(quote => quote.Id == quoteId, cancel);
        await AgainAsync("accept", offer.BookingId, () => TryAcceptOfferAsync(offer, taken, actor, cancel));
    }

    /// <summary>Makes an accepted booking definite if nothing is awaited any more: after a payment, a waiver, or when a room came free.</summary>
    /// <returns>Whether it is definite now.</returns>
    public Task<bool> SettleAsync(int bookingId, Actor actor, CancellationToken cancel) => AgainAsync("settle", bookingId, async () =>
    {
        var rooms = await RoomsAroundAsync(bookingId, cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockAtomsAsync(rooms.AtomIds, cancel);
        var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.Status == BookingStatus.Definite)
        {
            if (!await SettleAmendmentAsync(booking, actor, cancel)) return false;
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync(cancel);
            return booking.WaitsFor is null;
        }

        if (booking.AcceptedBy is null || !booking.May(BookingStatus.Definite)) return false;
        await LockGuardsAsync(booking, cancel);
        if (await AwaitedAsync(booking, rooms, cancel) is { Count: > 0 } awaited)
        {
            var isNews = NoteWaiting(booking, awaited, actor);
            if (!await AskForCreditAsync(booking, cancel) && !isNews) return false;
            await db.SaveChangesAsync(cancel);
            await turn.CommitAsync(cancel);
            return false;
        }

        await ConfirmAcceptedAsync(booking, rooms, actor, cancel);
        await deadlines.FollowAsync(booking, await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel), cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;
    });

    /// <summary>What an accepted booking still waits for; of a definite one, the bedrooms that an amendment added and the house lacks.</summary>
    public async Task<IReadOnlyList<Awaited>> WaitsForAsync(int bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.Status == BookingStatus.Definite) return booking.WaitsFor is null ? [] : await blocks.ShortAsync(bookingId, cancel);
        return booking.AcceptedBy is null || !booking.May(BookingStatus.Definite) ? [] : await AwaitedAsync(booking, await RoomsAroundAsync(bookingId, cancel), cancel);
    }

    private async Task<Booking> TryAcceptOfferAsync(Quote offer, Acceptance taken, Actor actor, CancellationToken cancel)
    {
        var (rooms, turn, booking, property) = await OpenForAsync(offer.BookingId, offer.Programme.Select(planned => planned.SpaceId).OfType<int>(), cancel);
        await using var _ = turn;
        var quote = await db.Quotes.Include(quote => quote.Lines).SingleAsync(quote => quote.Id == offer.Id, cancel);
        var needsOrder = await db.Accounts.Where(account => account.Id == booking.AccountId).Select(account => account.RequiresPurchaseOrder).SingleAsync(cancel);
        var now = clock.GetCurrentInstant();
        var today = property.Today(now);

        await LockGuardsAsync(booking, cancel);
        quote.Accept(taken, needsOrder, today);
        foreach (var other in await db.Quotes.Where(other => other.BookingId == booking.Id && other.Id != quote.Id && other.Status == QuoteStatus.Sent).ToListAsync(cancel)) other.Supersede();
        booking.Accept(taken.Name, taken.On, taken.PurchaseOrder);
        await loyalty.FollowAsync(booking, quote, actor, cancel);
        if (quote.IsMain) await BringAsync(booking, quote, property, rooms, actor, cancel);
        else await ReplaceFunctionsAsync(booking, quote, property, rooms, actor, cancel);
        db.Note(actor, now, nameof(Quote), quote.Id, "accept", nameof(QuoteStatus.Sent), nameof(QuoteStatus.Accepted), taken.PurchaseOrder);
        db.Note(actor, now, nameof(Booking), booking.Id, "accept quote", to: $"{quote.Number} version {quote.Revision}");
        if (await db.DepositPlans.SingleOrDefaultAsync(plan => plan.BookingId == booking.Id, cancel) is not { } plan) db.DepositPlans.Add(new DepositPlan(booking.Id, quote.DepositSchedule));
        else if (plan.ScheduleText != quote.Deposits) plan.Agree(quote.DepositSchedule);
        await blocks.ContractAsync(booking, quote, property, actor, cancel);
        await db.NeedWhatWasSoldAsync(booking, quote, property, actor, now, cancel);
        await EndChallengesAsync(booking, ChallengeOutcome.Signed, cancel);
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
                    booking.Option(today.PlusDays(property.WaitingDays), today, await NextPlaceAsync(rooms, cancel));
                    await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree: false, cancel);
                }
                else if (booking.Status == BookingStatus.Tentative)
                {
                    booking.KeepOptionUntil(today.PlusDays(property.WaitingDays));
                }

                var waits = InTheHouse(awaited);
                booking.WaitFor(waits);
                db.Note(actor, now, nameof(Booking), booking.Id, "accepted, waiting", from.ToString(), booking.Status.ToString(), Sentence.Join("; ", waits));
                await AskForCreditAsync(booking, cancel);
                quotes.Awaited(await quotes.FileAsync(quote, booking, cancel), [.. awaited.Select(guard => guard.ForTheClient)]);
            }
        }
        else if (booking.Status == BookingStatus.Definite)
        {
            // An amendment: from now on this version is the contract, and the client has it in writing.
            db.Note(actor, now, nameof(Booking), booking.Id, "amend", to: $"{quote.Number} version {quote.Revision}");
            var lacking = await blocks.ShortAsync(booking.Id, cancel);
            if (lacking.Count > 0)
            {
                NoteWaiting(booking, lacking, actor);
                await TellAsync(booking, $"The client accepted version {quote.Revision}, and the house lacks {lacking[0].ForTheHouse}: find them, or let a manager force it.", cancel);
                quotes.Awaited(await quotes.FileAsync(quote, booking, cancel), [.. lacking.Select(guard => guard.ForTheClient)]);
            }
            else
            {
                booking.WaitFor([]);
                quotes.Confirmed(await quotes.FileAsync(quote, booking, cancel));
            }
        }

        await deadlines.FollowAsync(booking, property, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return booking;
    }

    /// <summary>Once the house has the bedrooms that an amendment added, they are kept and the client has it in writing.</summary>
    /// <returns>Whether anything is new.</returns>
    private async Task<bool> SettleAmendmentAsync(Booking booking, Actor actor, CancellationToken cancel)
    {
        if (booking.WaitsFor is null) return false;
        await db.LockBedroomsAsync(booking.PropertyId, cancel);
        if (await blocks.ShortAsync(booking.Id, cancel) is { Count: > 0 } lacking) return NoteWaiting(booking, [.. lacking], actor);
        NoteWaiting(booking, [], actor);
        await blocks.KeepAgreedAsync(booking.Id, cancel);
        var contract = (await DeskQueries.ContractAsync(db, booking.Id, cancel))!;
        quotes.Confirmed(await quotes.FileAsync(contract, booking, cancel));
        return true;
    }

    /// <summary>Keeps what is still awaited, so that lists of many bookings need not work it out.</summary>
    private bool NoteWaiting(Booking booking, IReadOnlyList<Awaited> awaited, Actor actor)
    {
        var before = booking.WaitsFor;
        if (!booking.WaitFor(InTheHouse(awaited))) return false;
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "waits for", before, booking.WaitsFor);
        return true;
    }

    private static Sentence[] InTheHouse(IEnumerable<Awaited> awaited) => [.. awaited.Select(guard => guard.ForTheHouse)];

    private async Task ConfirmAcceptedAsync(Booking booking, Rooms rooms, Actor actor, CancellationToken cancel, Sentence? why = null)
    {
        var from = booking.Status;
        booking.Confirm(await NextPlaceAsync(rooms, cancel));
        await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree: true, cancel);
        await blocks.KeepAgreedAsync(booking.Id, cancel);
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "confirm", from.ToString(), booking.Status.ToString(), why);
        await DropRequestsAsync(booking, actor, cancel);
        await EndChallengesAsync(booking, ChallengeOutcome.Signed, cancel);
        await TellWaitingAsync(booking, rooms, cancel);
        await letters.ConfirmedAsync(booking, cancel);
    }

    private async Task<long> HeadOfLineAsync(Rooms rooms, CancellationToken cancel) =>
        (await db.Functions.Where(function => rooms.SpaceIds.Contains(function.SpaceId!.Value)).MinAsync(function => function.QueuedAs, cancel) ?? 0) - 1;

    private async Task<long> NextPlaceAsync(Rooms rooms, CancellationToken cancel) => 1 + await DeskQueries.LastPlaceAsync(db, rooms.SpaceIds, cancel);

    /// <summary>Does the move, traced and counted. When two writers met, one of them starts again.</summary>
    private async Task<T> AgainAsync<T>(string move, int bookingId, Func<Task<T>> act)
    {
        links.GetReady();
        using var work = Telemetry.Begin("booking move", Telemetry.Bookings, Telemetry.Tag("move", move));
        work.About("booking", bookingId);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var given = await act();
                work.Outcome = given is false ? "waiting" : "done";
                return given;
            }
            catch (Exception failure) when (attempt < Tries && (failure is DbUpdateConcurrencyException || db.ShouldStartAgain(failure)))
            {
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateException refusal) when (db.IsGuardRefusal(refusal))
            {
                work.Outcome = "refused";
                throw RoomTakenException.Meanwhile(refusal);
            }
            catch (Exception refusal) when (refusal is HouseRuleException or RoomTakenException)
            {
                work.Outcome = "refused";
                throw;
            }
        }
    }
}
