using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Keeps the dates of a booking in line with its offers, contract, deposits and bedrooms (domain section 8). Whatever changes one of these asks here in its own transaction.</summary>
public sealed class DeadlineDesk(HotelDb db, DepositGuard deposits, IClock clock)
{
    /// <summary>The caller saves; what the facts are read from is saved already.</summary>
    public async Task FollowAsync(Booking booking, Property property, CancellationToken cancel)
    {
        List<Deadline> rows = [.. await db.Deadlines.Where(row => row.BookingId == booking.Id).ToListAsync(cancel), .. db.Deadlines.Local.Where(row => row.BookingId == booking.Id && row.Id == 0)]; // also those that this very save will store
        Follow(booking, property, await FactsAsync(booking, property, cancel), rows);
    }

    /// <summary>Of a booking that was stored a moment ago: nothing is known of it but itself.</summary>
    public void FollowFresh(Booking booking, Property property) => Follow(booking, property, new DeadlineFacts(null, null, null, null, [], null), []);

    /// <summary>Of a booking that somebody else reads and saves; nothing when it is not there.</summary>
    public async Task FollowAsync(int bookingId, CancellationToken cancel)
    {
        if (await db.Bookings.Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == bookingId, cancel) is not { } booking) return;
        await FollowAsync(booking, await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel), cancel);
    }

    private void Follow(Booking booking, Property property, DeadlineFacts facts, List<Deadline> rows) =>
        BookingDeadlines.Follow(booking, facts, rows, property.Deadlines, clock.GetCurrentInstant(), row => db.Tasks.Add(row));

    private async Task<BlockDates?> BlockAsync(int bookingId, CancellationToken cancel)
    {
        var block = db.Blocks.Local.FirstOrDefault(block => block.BookingId == bookingId) ?? await db.Blocks.AsNoTracking().SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel);
        return block is not { Status: BlockStatus.Open } ? null : new BlockDates(block.CutOffOn, block.RoomingListOn, block.ReviewOn);
    }

    private async Task<DeadlineFacts> FactsAsync(Booking booking, Property property, CancellationToken cancel)
    {
        var offers = await db.Quotes.AsNoTracking().Where(quote => quote.BookingId == booking.Id && (quote.Status == QuoteStatus.Sent || quote.Status == QuoteStatus.Accepted))
            .OrderByDescending(quote => quote.Revision).ThenBy(quote => quote.Alternative).Select(quote => new { quote.Status, quote.ValidUntil, quote.MenuChoiceOn, quote.GuaranteeUntil }).ToListAsync(cancel);
        var contract = offers.Find(offer => offer.Status == QuoteStatus.Accepted);
        var parts = booking.AcceptedBy is null || contract is null ? [] : (await deposits.StateAsync(booking.Id, cancel)).Where(state => !state.IsSettled && !state.Due.Amount.IsZero).ToList();
        return new DeadlineFacts(
            offers.Find(offer => offer.Status == QuoteStatus.Sent)?.ValidUntil, contract?.MenuChoiceOn, contract?.GuaranteeUntil,
            booking.FirstOn?.PlusDays(-property.SignedSheetDays), [.. parts.Select(state => (state.Due.Position, state.Due.DueOn))], await BlockAsync(booking.Id, cancel));
    }
}
