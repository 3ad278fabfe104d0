using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>What became of a client's acceptance: confirmed, or recorded and waiting for the named functions' rooms.</summary>
public sealed record OfferAnswer(Booking Booking, Quote Quote, IReadOnlyList<string> WaitingFor);

public sealed partial class BookingMoves
{
    /// <summary>Days that the option of an accepted offer stands at least while it waits.</summary>
    private const int WaitingDays = 7;

    /// <summary>Records a client's acceptance. Every room free: definite. Otherwise tentative, accepted and waiting.</summary>
    /// <param name="letter">Queues the letter in the same save.</param>
    /// <exception cref="HouseRuleException">The offer is not open, or something is missing.</exception>
    public async Task<OfferAnswer> AcceptOfferAsync(int quoteId, Acceptance taken, Func<OfferAnswer, Task> letter, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAcceptOfferAsync(quoteId, taken, letter, cancel);
            }
            catch (Exception failure) when (attempt < Tries && db.ShouldStartAgain(failure))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<OfferAnswer> TryAcceptOfferAsync(int quoteId, Acceptance taken, Func<OfferAnswer, Task> letter, CancellationToken cancel)
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
        var from = booking.Status;

        quote.Accept(taken, needsOrder, today);
        booking.Accept(taken.Name, taken.On, taken.PurchaseOrder);
        var waiting = new List<string>();
        if (booking.May(BookingStatus.Definite))
        {
            foreach (var function in booking.Functions.Where(function => function is { IsFirm: false, IsCancelled: false }))
            {
                var firm = await FirmAsync(rooms.Of(function), function.Occupation, cancel);
                if (Lanes.Free(rooms.Of(function), function.Occupation, firm) is null) waiting.Add(function.Name);
            }

            var place = 1 + (await db.Functions.Where(function => rooms.SpaceIds.Contains(function.SpaceId!.Value)).MaxAsync(function => function.QueuedAs, cancel) ?? 0);
            if (waiting.Count == 0) booking.Confirm(place);
            else if (booking.Status != BookingStatus.Tentative) booking.Option(today.PlusDays(WaitingDays), today, place);
            else booking.KeepOptionUntil(today.PlusDays(WaitingDays));
            await TakeRoomsAsync(booking, rooms, everyRoomMustBeFree: waiting.Count == 0, cancel);
        }

        db.Note(Actor.Client, now, nameof(Quote), quote.Id, "accept", nameof(QuoteStatus.Sent), nameof(QuoteStatus.Accepted), taken.PurchaseOrder);
        db.Note(Actor.Client, now, nameof(Booking), booking.Id, $"accept {quote.Number} version {quote.Revision}", from.ToString(), booking.Status.ToString(),
            waiting.Count == 0 ? null : "waiting for space: " + string.Join(", ", waiting));
        var answer = new OfferAnswer(booking, quote, waiting);
        await letter(answer);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return answer;
    }

    /// <summary>What an accepted booking still waits for, in whole words; nothing once it is definite.</summary>
    public async Task<IReadOnlyList<string>> WaitsForAsync(int bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.AcceptedBy is null || booking.Status is not (BookingStatus.Tentative or BookingStatus.Quoted or BookingStatus.Inquiry)) return [];
        var spaces = await db.Spaces.AsNoTracking().Where(space => space.PropertyId == booking.PropertyId).ToDictionaryAsync(space => space.Id, space => space.Name, cancel);
        return [.. booking.Functions.Where(function => function is { IsFirm: false, IsCancelled: false })
            .Select(function => function.SpaceId is { } space ? $"the space {spaces[space]} for {function.Name}" : $"a space for {function.Name}")];
    }
}
