using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>All that decides which dates a booking keeps.</summary>
/// <param name="OfferValidUntil">That of the offer that is out; none when none is.</param>
/// <param name="MenuChoiceOn">By the contract.</param>
/// <param name="GuaranteeUntil">By the contract, on the hotel's wall.</param>
/// <param name="SignedSheetOn">By the hotel's rule.</param>
/// <param name="OpenDeposits">The unpaid parts with their days.</param>
/// <param name="Block">The dates of its bedrooms; none without a block that still holds.</param>
public sealed record DeadlineFacts(
    LocalDate? OfferValidUntil, LocalDate? MenuChoiceOn, LocalDateTime? GuaranteeUntil, LocalDate? SignedSheetOn, IReadOnlyList<(int Part, LocalDate On)> OpenDeposits, BlockDates? Block);

/// <summary>The dates of a room block.</summary>
public sealed record BlockDates(LocalDate? CutOffOn, LocalDate? RoomingListOn, IReadOnlyList<LocalDate> ReviewsOn);

/// <summary>Which dates a booking keeps as things stand (domain section 8). Pure: whoever changes a booking asks again, and nobody has to remember.</summary>
public static class BookingDeadlines
{
    public static IReadOnlyList<DeadlineWish> Of(Booking booking, DeadlineFacts facts)
    {
        var wanted = new List<DeadlineWish>();
        if (booking.HasEnded || booking.Status == BookingStatus.Closed) return wanted;
        var isOpen = booking.May(BookingStatus.Definite);
        if (isOpen && facts.OfferValidUntil is { } valid) wanted.Add(new(DeadlineKind.QuoteValid, 0, valid));
        if (booking is { Status: BookingStatus.Tentative, OptionOn: { } option }) wanted.Add(new(DeadlineKind.Option, 0, option));
        if (booking.AcceptedBy is not null) wanted.AddRange(facts.OpenDeposits.Select(deposit => new DeadlineWish(DeadlineKind.Deposit, deposit.Part, deposit.On)));
        if (facts.Block is { } block && booking.Status is BookingStatus.Tentative or BookingStatus.Definite)
        {
            if (block.CutOffOn is { } cutOff) wanted.Add(new(DeadlineKind.CutOff, 0, cutOff));
            if (block.RoomingListOn is { } names) wanted.Add(new(DeadlineKind.RoomingList, 0, names));
            wanted.AddRange(block.ReviewsOn.Select((on, i) => new DeadlineWish(DeadlineKind.BlockReview, i + 1, on)));
        }

        if (booking.Status != BookingStatus.Definite) return wanted;
        if (facts.MenuChoiceOn is { } menu) wanted.Add(new(DeadlineKind.MenuChoice, 0, menu));
        if (facts.GuaranteeUntil is { } guarantee && booking.Functions.Any(function => function is { IsCancelled: false, Guaranteed: null }))
            wanted.Add(new(DeadlineKind.Guarantee, 0, guarantee.Date, guarantee.TimeOfDay));
        if (facts.SignedSheetOn is { } sheet) wanted.Add(new(DeadlineKind.SignedSheet, 0, sheet));
        return wanted;
    }

    /// <summary>Brings the kept rows in line with what is wanted: new ones are made, moved ones move, the rest closes.</summary>
    /// <param name="add">Takes a new row.</param>
    /// <returns>The rows that changed.</returns>
    public static IReadOnlyList<Deadline> Follow(Booking booking, DeadlineFacts facts, IReadOnlyCollection<Deadline> rows, DeadlineClock clock, Instant now, Action<Deadline> add)
    {
        var wanted = Of(booking, facts).ToDictionary(wish => (wish.Kind, wish.Part));
        var changed = new List<Deadline>();
        foreach (var row in rows)
        {
            if (wanted.Remove((row.Kind, row.Part), out var wish))
            {
                if (row.Follow(wish, clock, now)) changed.Add(row);
            }
            else if (row.IsOpen && !(row is { Kind: DeadlineKind.Decision, IsByHand: true } && booking.May(BookingStatus.Definite)))
            {
                row.Finish(by: null, now);
                changed.Add(row);
            }
        }

        foreach (var wish in wanted.Values)
        {
            var row = new Deadline(booking, wish, clock, now);
            add(row);
            changed.Add(row);
        }

        return changed;
    }
}
