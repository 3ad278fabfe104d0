using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <summary>Rooms of a type that a block is to keep for a night.</summary>
/// <param name="Rate">Typed over the rate that the agreements give; none: theirs.</param>
public sealed record KeptNight(int RoomTypeId, LocalDate Night, Occupancy Occupancy, int Rooms, decimal? Rate);

/// <summary>What was refused, and of which of the nights; none when it is about all of them.</summary>
public sealed record KeepingRefusal(KeptNight? Night, HouseRuleException Why);

/// <summary>Keeps bedrooms for bookings: from the page, by an accepted offer, and back to the house by the clock. Whoever takes more rooms does so one at a time in a hotel.</summary>
public sealed partial class BlockDesk(HotelDb db, HouseRooms house, AgreementsInForce agreements, DecisionRights rights, DeadlineDesk deadlines, IClock clock)
{
    /// <summary>Keeps so many rooms in these nights, all or none. More than the house has: refused without a reason; with one it is forced by whoever may, and waits for them otherwise.</summary>
    /// <param name="rateReason">Why a rate is typed over.</param>
    /// <returns>What stands against it; empty when it is done.</returns>
    public async Task<IReadOnlyList<KeepingRefusal>> KeepAsync(int bookingId, IReadOnlyList<KeptNight> nights, string? rateReason, string? reason, Actor actor, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == bookingId, cancel);
        if (booking.Status is BookingStatus.Lost or BookingStatus.TurnedDown or BookingStatus.Cancelled or BookingStatus.Closed) return [new(null, new HouseRuleException($"This booking is {booking.Status}: it keeps no bedrooms."))];
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var (now, types) = (clock.GetCurrentInstant(), await TypesAsync(property.Id, cancel));
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockBedroomsAsync(property.Id, cancel);
        var block = await OpenAsync(booking, property, cancel);
        var before = block.Held;
        var whenShort = string.IsNullOrWhiteSpace(reason) ? WhenShort.Refuse : await MayForceAsync(property, actor, cancel) ? WhenShort.Force : WhenShort.Ask;
        var free = await house.StandAsync([.. types.Keys], nights.Min(night => night.Night), nights.Max(night => night.Night), cancel, bookingId);
        var (refusals, forced, stay) = (new List<KeepingRefusal>(), new List<Sentence>(), EventNights.Of(booking.Functions));
        foreach (var night in nights)
        {
            if (!types.TryGetValue(night.RoomTypeId, out var type)) refusals.Add(new(night, new HouseRuleException("This hotel has no such room type. Choose another.")));
            else Try(night, () => Keep(block, type, night, free(type, night.Night).Free, whenShort, stay, forced));
        }

        if (refusals.Count == 0) await PriceAsync(block, booking, property, types, nights, rateReason, Try, cancel);
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refusals;
        }

        block.FollowArrival(property.CutOffDays, property.Today(now));
        db.Note(actor, now, nameof(Booking), bookingId, "keep bedrooms", $"{before} room nights", $"{block.Held} room nights", reason);
        if (whenShort == WhenShort.Ask && forced.Count > 0) await AskAsync(booking, reason!, forced, actor, cancel);
        if (whenShort == WhenShort.Force && forced.Count > 0) db.Note(actor, now, nameof(Booking), bookingId, "force bedrooms", to: Sentence.Join("; ", forced), why: reason);
        await deadlines.FollowAsync(bookingId, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return [];

        void Try(KeptNight? night, Action act)
        {
            try
            {
                act();
            }
            catch (HouseRuleException refusal)
            {
                refusals.Add(new(night, refusal));
            }
        }
    }

    /// <summary>Somebody who may lets the block have what it asks for.</summary>
    /// <param name="within">What else belongs to the same save.</param>
    public async Task ForceAsync(int bookingId, string reason, Actor actor, Func<CancellationToken, Task> within, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == bookingId, cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockBedroomsAsync(booking.PropertyId, cancel);
        var block = await db.Blocks.Include(block => block.Nights).SingleAsync(block => block.BookingId == bookingId, cancel);
        var before = block.Held;
        block.Force();
        db.Note(actor, clock.GetCurrentInstant(), nameof(Booking), bookingId, "force bedrooms", $"{before} room nights", $"{block.Held} room nights", reason);
        await within(cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
    }

    /// <summary>Whether the block waits for somebody who may let it have more than there is.</summary>
    public Task<bool> AsksAsync(int bookingId, CancellationToken cancel) =>
        db.Blocks.AnyAsync(block => block.BookingId == bookingId && block.Nights.Any(night => night.Asked != null), cancel);

    /// <summary>Nobody lets it: it keeps what it has. The caller saves.</summary>
    public async Task ForgetAsync(int bookingId, CancellationToken cancel) =>
        (await db.Blocks.Include(block => block.Nights).SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel))?.Forget();

    /// <summary>The booking's block, and a new one when it has none.</summary>
    private async Task<RoomBlock> OpenAsync(Booking booking, Property property, CancellationToken cancel)
    {
        if (await db.Blocks.Include(block => block.Nights).SingleOrDefaultAsync(block => block.BookingId == booking.Id, cancel) is { } known) return known;
        var today = property.Today(clock.GetCurrentInstant());
        var agreement = await agreements.ForAsync(booking.AccountId, property, EventNights.Of(booking.Functions)?.First ?? today, cancel);
        var block = new RoomBlock(property.Id, booking.Id, today, agreement?.Terms.AttritionAllowance ?? 0);
        db.Blocks.Add(block);
        return block;
    }

    private static void Keep(RoomBlock block, RoomType type, KeptNight night, int free, WhenShort whenShort, EventNights? stay, List<Sentence> forced)
    {
        var line = block.Keep(type, night.Night, night.Occupancy, night.Rooms, free, whenShort, stay);
        if (line.Asked == night.Rooms || (line.ForcedUpTo == night.Rooms && night.Rooms > free)) forced.Add($"{night.Rooms} {type.Name} on {night.Night}, {free} are free");
    }

    /// <summary>Rates of the contract stand; others are those of the agreements, unless somebody types another with a reason.</summary>
    private async Task PriceAsync(
        RoomBlock block, Booking booking, Property property, Dictionary<int, RoomType> types, IReadOnlyList<KeptNight> nights, string? reason,
        Action<KeptNight?, Action> attempt, CancellationToken cancel)
    {
        if (block.Arrival is not { } arrival) return;
        var today = property.Today(clock.GetCurrentInstant());
        foreach (var priced in nights.Where(night => block.Of(night.RoomTypeId, night.Night) is { } line && (!block.IsContracted || line.Contracted == 0)).GroupBy(night => (night.RoomTypeId, night.Occupancy)))
        {
            var offered = (await agreements.StayAsync(booking.AccountId, types[priced.Key.RoomTypeId], priced.Key.Occupancy, arrival, Period.DaysBetween(arrival, block.Departure!.Value), today, cancel, booking.Id, whateverIsFree: true))
                .ToDictionary(night => night.Night, night => night.Rate);
            foreach (var night in priced)
            {
                var line = block.Of(night.RoomTypeId, night.Night)!;
                var isKept = line.RateReason.Length > 0 && line.Rate.Amount == night.Rate;
                if (!isKept) attempt(night, () => block.Price(line, offered[night.Night], night.Rate, reason, property.Currency));
            }
        }
    }

    private async Task AskAsync(Booking booking, string reason, List<Sentence> forced, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        foreach (var older in await db.Approvals.Where(asked => asked.BookingId == booking.Id && asked.Kind == ApprovalKind.Bedrooms && asked.Status == ApprovalStatus.Open).ToListAsync(cancel)) older.Drop(now);
        db.Approvals.Add(new Approval(ApprovalKind.Bedrooms, booking.PropertyId, booking.Id, actor.UserId, now, reason, $"{booking.Reference} keeps more bedrooms than there are: {Sentence.Join("; ", forced)}"));
        db.Note(actor, now, nameof(Booking), booking.Id, "ask for bedrooms", to: Sentence.Join("; ", forced), why: reason);
    }

    private async Task<bool> MayForceAsync(Property property, Actor actor, CancellationToken cancel) =>
        (await rights.OfAsync(actor.UserId ?? 0, property.Id, property.Today(clock.GetCurrentInstant()), cancel)).Limits.Any(limits => limits.MayForceSpace);

    private Task<Dictionary<int, RoomType>> TypesAsync(int propertyId, CancellationToken cancel) =>
        db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == propertyId).ToDictionaryAsync(type => type.Id, cancel);
}
