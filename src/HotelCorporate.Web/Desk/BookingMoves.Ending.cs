using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using NodaTime;

namespace HotelCorporate.Web.Desk;

/// <content>How a booking ends before its event.</content>
public sealed partial class BookingMoves
{
    /// <summary>The client chose not to come; what it held goes to those who wait.</summary>
    public Task<Booking> LoseAsync(int bookingId, LostReason reason, string comment, string? competitor, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "lose", Said(reason, comment, competitor), (booking, today, _) => booking.Lose(new BookingEnd(today, comment, reason, competitor)), everyRoomMustBeFree: false, cancel);

    /// <summary>The hotel refused; what it held goes to those who wait.</summary>
    public Task<Booking> TurnDownAsync(int bookingId, LostReason reason, string comment, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "turn down", Said(reason, comment, null), (booking, today, _) => booking.TurnDown(new BookingEnd(today, comment, reason)), everyRoomMustBeFree: false, cancel);

    /// <summary>The client withdraws the contract.</summary>
    /// <param name="noticeOn">The day of the written notice; none: today.</param>
    public Task<Booking> CancelAsync(int bookingId, LocalDate? noticeOn, string reason, Actor actor, CancellationToken cancel) =>
        MoveAsync(bookingId, actor, "cancel", reason, (booking, today, _) => booking.Cancel(new BookingEnd(noticeOn ?? today, reason)), everyRoomMustBeFree: false, cancel,
            async (booking, token) => await letters.CancelledAsync(booking, reason, booking.EndedOn!.Value, token));

    /// <summary>Ends an option whose time is over; those that wait for its rooms are promoted in the same transaction.</summary>
    /// <exception cref="HouseRuleException">It was prolonged in the meantime.</exception>
    public Task<Booking> LapseAsync(int bookingId, CancellationToken cancel) =>
        MoveAsync(
            bookingId, Actor.Clock, "lapse", "option expired",
            (booking, today, _) => booking.Lapse(today, clock.GetCurrentInstant()), everyRoomMustBeFree: false, cancel);

    private static Sentence Said(LostReason reason, string comment, string? competitor)
    {
        List<Sentence> all = reason == LostReason.Other ? [] : [reason.ToString()];
        if (!string.IsNullOrWhiteSpace(competitor)) all.Add(Sentence.Typed(competitor.Trim()));
        if (!string.IsNullOrWhiteSpace(comment)) all.Add(Sentence.Typed(comment.Trim()));
        return Sentence.Join("; ", all);
    }
}
