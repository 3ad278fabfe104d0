using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>Reads all that a booking's page shows.</summary>
public sealed class BookingReading(HotelDb db, BookingMoves moves, BlockDesk blocks, DepositGuard deposits, IClock clock)
{
    /// <summary>Null when there is no such booking.</summary>
    public async Task<BookingPage?> ReadAsync(int id, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions.OrderBy(function => function.OccupiedFrom)).SingleOrDefaultAsync(booking => booking.Id == id, cancel);
        if (booking is null) return null;
        var account = (await DeskQueries.AccountAsync(db, booking.AccountId, cancel))!;
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var names = await DeskQueries.SpaceNamesAsync(db, booking.Functions.Select(function => function.SpaceId), cancel);
        var now = clock.GetCurrentInstant();
        var quotes = await db.Quotes.AsNoTracking().Where(quote => quote.BookingId == id).OrderByDescending(quote => quote.Revision).ToListAsync(cancel);
        var contract = quotes.Exists(quote => quote.Status == QuoteStatus.Accepted) ? await DeskQueries.ContractAsync(db, id, cancel) : null;
        var tasks = await db.Tasks.AsNoTracking().Where(task => task.BookingId == id).OrderBy(task => task.DueOn).ToListAsync(cancel);
        return new BookingPage(
            booking, account, property, names, await moves.RanksAsync(booking, cancel), property.Today(now), now,
            quotes, await moves.WaitsForAsync(id, cancel), await deposits.StateAsync(id, cancel),
            await db.Invoices.AsNoTracking().Where(invoice => invoice.BookingId == id).OrderBy(invoice => invoice.Id).ToListAsync(cancel),
            contract is not null && booking.Status == BookingStatus.Definite ? Exposure.Of(contract, booking, contract.ValidUntil) : null,
            tasks.FindAll(task => task is not Deadline && task.IsOpen), await db.Approvals.AsNoTracking().Where(asked => asked.BookingId == id).OrderBy(asked => asked.Id).ToListAsync(cancel),
            booking.AcceptedBy is not null && booking.May(BookingStatus.Definite) && (await blocks.ShortAsync(id, cancel)).Count > 0)
        {
            Noises = await NoisyNeighbours.OfAsync(db, booking, names, property, cancel),
            Deadlines = [.. tasks.OfType<Deadline>().OrderBy(deadline => deadline.DueAt)],
            Challenges = await ChallengesAsync(id, cancel),
            SentNumbers = await db.SentNumbers.AsNoTracking().Where(sent => sent.BookingId == id).OrderByDescending(sent => sent.Id).ToListAsync(cancel),
            Reductions = await db.Reductions.AsNoTracking().Where(reduction => reduction.BookingId == id).OrderBy(reduction => reduction.Id).ToListAsync(cancel),
            Contracted = contract is null ? new Dictionary<int, int>() : Contracted(contract),
            Less = contract is null || booking.Status != BookingStatus.Definite || booking.FirstOn is not { } first ? new Dictionary<int, ReductionCost>()
                : booking.Functions.Where(function => !function.IsCancelled).ToDictionary(function => function.Id, function => ReductionCost.Of(contract, function.Id, 0, property.ReductionTolerance, property.Today(now), first)),
            Series = booking.SeriesId is not { } series ? [] : await db.Bookings.AsNoTracking().Where(other => other.SeriesId == series).OrderBy(other => other.SeriesPosition)
                .Select(other => new BookingPage.SeriesRow(other.Id, other.Reference, other.Status, other.SeriesPosition, other.Functions.Min(function => (LocalDateTime?)function.Start))).ToListAsync(cancel),
        };
    }

    /// <summary>People in the contract, by function.</summary>
    public static IReadOnlyDictionary<int, int> Contracted(Quote contract) =>
        contract.Lines.Where(line => line is { PerPerson: true, FunctionId: not null }).GroupBy(line => line.FunctionId!.Value).ToDictionary(lines => lines.Key, lines => (int)lines.Max(line => line.Quantity));

    private async Task<List<BookingPage.ChallengeRow>> ChallengesAsync(int id, CancellationToken cancel) => await (
        from challenge in db.Challenges.AsNoTracking()
        where challenge.BookingId == id || challenge.ByBookingId == id
        join other in db.Bookings on challenge.BookingId == id ? challenge.ByBookingId : challenge.BookingId equals other.Id
        orderby challenge.Id descending
        select new BookingPage.ChallengeRow(challenge, other.Id, other.Reference, challenge.BookingId == id)).ToListAsync(cancel);
}
