using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <content>The guards of going definite (domain section 8), read in the transaction of the move: two bookings together pass none of them.</content>
public sealed partial class BookingMoves
{
    /// <summary>Lets one at a time of a company go definite where its credit counts, and one of a hotel where bedrooms do; always in this order, after the rooms.</summary>
    private async Task LockGuardsAsync(Booking booking, CancellationToken cancel)
    {
        await credit.LockAsync(booking.AccountId, cancel);
        if (await db.Blocks.AnyAsync(block => block.BookingId == booking.Id, cancel) || await db.Quotes.AnyAsync(quote => quote.BookingId == booking.Id && quote.Lines.Any(line => line.RoomTypeId != null), cancel)) await db.LockBedroomsAsync(booking.PropertyId, cancel);
    }

    /// <exception cref="HouseRuleException">Deposit, credit or bedrooms are awaited.</exception>
    private async Task RefuseUnlessMetAsync(Booking booking, CancellationToken cancel)
    {
        await LockGuardsAsync(booking, cancel);
        if (await GuardsAsync(booking, cancel) is [var awaited, ..])
            throw new HouseRuleException($"The booking still waits for {awaited.ForTheHouse}. Settle that, or let a manager waive it.");
    }

    /// <summary>An option whose functions are all firm keeps its bedrooms too: the house has them, or a manager let it go below zero.</summary>
    /// <exception cref="HouseRuleException">There are not so many.</exception>
    private async Task RefuseWithoutBedroomsAsync(Booking booking, CancellationToken cancel)
    {
        if (booking.Functions.Any(function => function.IsWaiting) || !await db.Blocks.AnyAsync(block => block.BookingId == booking.Id, cancel)) return;
        await db.LockBedroomsAsync(booking.PropertyId, cancel);
        if (await blocks.ShortAsync(booking.Id, cancel) is [var awaited, ..]) throw new HouseRuleException($"The house has too few {awaited.ForTheHouse}. Keep fewer on the page of its bedrooms, or let a manager force it there.");
    }

    /// <summary>The guards that are not met.</summary>
    private async Task<List<Awaited>> AwaitedAsync(Booking booking, Rooms rooms, CancellationToken cancel)
    {
        var awaited = await GuardsAsync(booking, cancel);
        var spaces = await db.Spaces.AsNoTracking().Where(space => space.PropertyId == booking.PropertyId).ToDictionaryAsync(space => space.Id, space => space.Name, cancel);
        var open = booking.Functions.Where(function => function is { IsFirm: false, IsCancelled: false }).ToList();
        var placed = open.FindAll(function => function.SpaceId is not null);
        var firm = placed.Count == 0 ? [] : await FirmAsync(
            [.. placed.SelectMany(rooms.Of).Distinct()], new Occupation(placed.Min(function => function.OccupiedFrom), placed.Max(function => function.OccupiedUntil)), cancel);
        foreach (var function in open)
        {
            if (function.SpaceId is not { } space) awaited.Add(new(AwaitedKind.Space, $"a space for {function.Name}"));
            else if (Lanes.Free(rooms.Of(function), function.Occupation, firm, function.IsExclusive) is null) awaited.Add(new(AwaitedKind.Space, $"the space {spaces[space]} for {function.Name}"));
        }

        return awaited;
    }

    /// <summary>Deposit, credit and bedrooms.</summary>
    private async Task<List<Awaited>> GuardsAsync(Booking booking, CancellationToken cancel) =>
        [.. await MoneyAsync(booking, cancel), .. await blocks.ShortAsync(booking.Id, cancel)];

    private async Task<List<Awaited>> MoneyAsync(Booking booking, CancellationToken cancel)
    {
        var awaited = new List<Awaited>();
        if (await deposits.AwaitedAsync(booking.Id, cancel) is { } deposit) awaited.Add(deposit);
        if (await credit.OverAsync(booking, cancel) is { } over) awaited.Add(over.Awaited);
        return awaited;
    }

    /// <summary>Puts the credit of an accepted booking before whoever may approve it, when what was approved once is no longer enough.</summary>
    private Task<bool> AskWhenOverAsync(int bookingId, CancellationToken cancel) => AgainAsync("ask for credit", bookingId, async () =>
    {
        var booking = await db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.AcceptedBy is null || !booking.May(BookingStatus.Definite) || await credit.OverAsync(booking, cancel) is null) return false;
        await using var turn = await db.BeginWriteAsync(cancel);
        await credit.LockAsync(booking.AccountId, cancel);
        if (!await AskForCreditAsync(booking, cancel)) return false;
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;
    });

    /// <summary>Asks once for each amount: again when the company would owe more than was approved, or less than was refused.</summary>
    private async Task<bool> AskForCreditAsync(Booking booking, CancellationToken cancel)
    {
        if (await credit.OverAsync(booking, cancel) is not { } over) return false;
        var exposure = over.Exposure.MinorUnits;
        if (await db.Approvals.AnyAsync(asked => asked.BookingId == booking.Id && asked.Kind == ApprovalKind.Credit
            && (asked.Status == ApprovalStatus.Open || (asked.Status == ApprovalStatus.Refused && asked.Exposure <= exposure)), cancel)) return false;
        var now = clock.GetCurrentInstant();
        db.Approvals.Add(new Approval(ApprovalKind.Credit, booking.PropertyId, booking.Id, askedById: null, now, "The client accepted the offer.", $"{booking.Reference} goes definite over the credit limit: {over.Awaited.ForTheHouse}")
        {
            Exposure = exposure,
        });
        db.Note(Actor.Clock, now, nameof(Booking), booking.Id, "ask for credit", why: over.Awaited.ForTheHouse);
        return true;
    }

    /// <summary>Asks for the credit once more, after a refusal, with a reason.</summary>
    /// <exception cref="HouseRuleException">No reason, nothing to ask for, or it is asked for already.</exception>
    public async Task AskForCreditAgainAsync(int bookingId, string reason, Actor actor, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.AcceptedBy is null || !booking.May(BookingStatus.Definite) || await credit.OverAsync(booking, cancel) is not { } over)
            throw new HouseRuleException("This booking waits for no approval of credit.");
        if (await db.Approvals.AnyAsync(asked => asked.BookingId == bookingId && asked.Kind == ApprovalKind.Credit && asked.Status == ApprovalStatus.Open, cancel))
            throw new HouseRuleException("Somebody has asked for this already. It waits for an answer.");
        var (now, why) = (clock.GetCurrentInstant(), over.Awaited.ForTheHouse);
        db.Approvals.Add(new Approval(ApprovalKind.Credit, booking.PropertyId, bookingId, actor.UserId, now, reason, $"{booking.Reference} goes definite over the credit limit: {why}")
        {
            Exposure = over.Exposure.MinorUnits,
        });
        db.Note(actor, now, nameof(Booking), bookingId, "ask for credit again", to: why, why: reason);
        await db.SaveChangesAsync(cancel);
    }
}
