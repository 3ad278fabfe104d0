using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <content>How many people: expected, guaranteed, actual; entered by the house or sent by the client (domain section 8).</content>
public sealed partial class BookingMoves
{
    /// <summary>Enters numbers of people; once the deadline of the contract is over, the guaranteed one only goes up. What fewer people cost by the contract is kept.</summary>
    /// <param name="sure">A guarantee far off the contract was looked at twice.</param>
    public Task<Booking> CountAsync(int bookingId, int functionId, int? guaranteed, int? actual, bool sure, Actor actor, CancellationToken cancel) =>
        CountAsync(bookingId, "count", functionId, guaranteed, actual, noticeOn: null, sure, actor, cancel);

    /// <summary>What the client sees before it sends a number: the price as it is, as it would be, and what taking less costs.</summary>
    /// <exception cref="HouseRuleException">No contract, a number out of range, or lower than before after the deadline.</exception>
    public async Task<SentNumber> PreviewNumberAsync(int bookingId, int functionId, int people, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.Status != BookingStatus.Definite) throw new HouseRuleException($"This booking is {booking.Status}: it takes no numbers. Ask the hotel.");
        var function = booking.Functions.FirstOrDefault(function => function.Id == functionId && !function.IsCancelled) ?? throw new HouseRuleException("This function is no longer there.");
        var was = function.Guaranteed ?? function.Expected;
        Numbers.Guarantee(people, was, await quotes.GuaranteeIsOverAsync(bookingId, cancel));
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var contract = (await DeskQueries.ContractAsync(db, bookingId, cancel))!;
        var all = booking.Functions.Where(other => !other.IsCancelled).ToDictionary(other => other.Id, other => other.Guaranteed ?? other.Expected);
        var before = contract.GrossWith(all);
        all[functionId] = people;
        var cost = ReductionCost.Of(contract, functionId, people, property.ReductionTolerance, property.Today(clock.GetCurrentInstant()), booking.FirstOn!.Value);
        return new SentNumber(booking.PropertyId, bookingId, functionId, was, people, before, contract.GrossWith(all), cost.Fee, clock.GetCurrentInstant());
    }

    /// <summary>Keeps a number that the client sent until the house answers; its earlier one for the same function is overtaken.</summary>
    public Task<SentNumber> SendNumberAsync(int bookingId, int functionId, int people, CancellationToken cancel) => AgainAsync("send number", bookingId, async () =>
    {
        var sent = await PreviewNumberAsync(bookingId, functionId, people, cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        var now = clock.GetCurrentInstant();
        foreach (var older in await db.SentNumbers.Where(older => older.FunctionId == functionId && older.Status == SentNumberStatus.Open).ToListAsync(cancel)) older.Overtake(now);
        db.SentNumbers.Add(sent);
        var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        var name = booking.Functions.Single(function => function.Id == functionId).Name;
        db.Note(Actor.Client, now, nameof(Booking), bookingId, "send number", $"{name}: {sent.Was}", $"{name}: {people}");
        await TellAsync(booking, $"The client sent {people} people for {name}: accept or answer.", cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return sent;
    });

    /// <summary>The number that the client sent is guaranteed; the client is told. What taking less costs goes by the day on which it was sent, not on which somebody read it.</summary>
    public async Task AcceptNumberAsync(int bookingId, int sentId, Actor actor, CancellationToken cancel)
    {
        var sent = await SentAsync(bookingId, sentId, cancel);
        var property = await DeskQueries.PropertyAsync(db, sent.PropertyId, cancel);
        await CountAsync(bookingId, "accept number", sent.FunctionId, sent.People, actual: null, property.Today(sent.SentAt), sure: true, actor, cancel, async (booking, token) =>
        {
            var tracked = await db.SentNumbers.SingleAsync(one => one.Id == sentId, token);
            tracked.Accept(actor.UserId, clock.GetCurrentInstant());
            await letters.NumberAnsweredAsync(booking, tracked, token);
        });
    }

    /// <summary>The number stays as it was; the client is told why.</summary>
    public Task<bool> AnswerNumberAsync(int bookingId, int sentId, string answer, Actor actor, CancellationToken cancel) => AgainAsync("answer number", bookingId, async () =>
    {
        await using var turn = await db.BeginWriteAsync(cancel);
        await SentAsync(bookingId, sentId, cancel);
        var sent = await db.SentNumbers.SingleAsync(one => one.Id == sentId, cancel);
        var now = clock.GetCurrentInstant();
        sent.Reply(answer, actor.UserId, now);
        var booking = await db.Bookings.Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        db.Note(actor, now, nameof(Booking), bookingId, "answer number", to: $"{sent.People}", why: Sentence.Typed(answer.Trim()));
        await letters.NumberAnsweredAsync(booking, sent, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return true;
    });

    private async Task<SentNumber> SentAsync(int bookingId, int sentId, CancellationToken cancel) =>
        await db.SentNumbers.AsNoTracking().SingleOrDefaultAsync(sent => sent.Id == sentId && sent.BookingId == bookingId, cancel) ?? throw new HouseRuleException("This number is no longer there.");

    /// <param name="noticeOn">The day by which taking less is counted; none: today.</param>
    /// <param name="within">What else belongs to the same save.</param>
    private async Task<Booking> CountAsync(
        int bookingId, string verb, int functionId, int? guaranteed, int? actual, LocalDate? noticeOn, bool sure, Actor actor, CancellationToken cancel, Func<Booking, CancellationToken, Task>? within = null)
    {
        var isOver = guaranteed is not null && await quotes.GuaranteeIsOverAsync(bookingId, cancel);
        (int Was, ReductionCost? Cost) less = default;
        return await MoveAsync(bookingId, actor, verb, why: null, (booking, _, _) => booking.Count(functionId, guaranteed, actual, isOver), everyRoomMustBeFree: false, cancel,
            async (booking, token) =>
            {
                if (guaranteed is { } people && less.Cost is { } cost && Of(booking) is { } function) await ReduceAsync(booking, function, less.Was, people, cost, token);
                if (within is not null) await within(booking, token);
            },
            booking => Of(booking) is { } function ? People(function) : "",
            async (booking, token) =>
            {
                if (guaranteed is not { } people || Of(booking) is not { } function) return;
                var cost = await ReductionAsync(booking, functionId, people, await DeskQueries.PropertyAsync(db, booking.PropertyId, token), token, noticeOn);
                if (!sure && cost is { Contracted: > 0 } && Numbers.IsFarFrom(cost.Contracted, people))
                    throw new HouseRuleException($"{people} is more than 10 % off the {cost.Contracted} of the contract. Tick that you are sure, and save again.") { Field = "guaranteed" };
                less = (function.Guaranteed ?? function.Expected, cost);
            });

        Function? Of(Booking booking) => booking.Functions.FirstOrDefault(function => function.Id == functionId);
    }

    /// <summary>A number that goes down further costs what it costs in all, less what was kept for it before.</summary>
    private async Task ReduceAsync(Booking booking, Function function, int from, int to, ReductionCost cost, CancellationToken cancel)
    {
        if (cost.Fee.IsZero || to >= from) return;
        var before = await db.Reductions.Where(reduction => reduction.FunctionId == function.Id).SumAsync(reduction => reduction.FeeUnits, cancel);
        if (cost.Fee.MinorUnits <= before) return;
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        db.Reductions.Add(new Reduction(booking.PropertyId, booking.Id, function.Id, property.Today(clock.GetCurrentInstant()), from, to, cost.Fee.MinorUnits - before) { Basis = cost.Basis });
    }

    private static Sentence People(Function function)
    {
        var (guaranteed, actual) = (function.Guaranteed?.ToString(CultureInfo.InvariantCulture) ?? "-", function.Actual?.ToString(CultureInfo.InvariantCulture) ?? "-");
        return $"{function.Name}: guaranteed {guaranteed}, actual {actual}";
    }
}
