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
        MoveAsync(bookingId, actor, "cancel", reason, (booking, today, _) =>
        {
            if (noticeOn > today) throw new HouseRuleException("The notice came today or before. Choose its day.") { Field = "noticeOn" };
            if (noticeOn < booking.AcceptedOn) throw new HouseRuleException($"The contract was signed on {booking.AcceptedOn}: the notice is not older.") { Field = "noticeOn" };
            booking.Cancel(new BookingEnd(noticeOn ?? today, reason));
        }, everyRoomMustBeFree: false, cancel,
            async (booking, token) => await letters.CancelledAsync(booking, reason, booking.EndedOn!.Value, token));

    private static Sentence Said(LostReason reason, string comment, string? competitor)
    {
        List<Sentence> all = reason == LostReason.Other ? [] : [reason.ToString()];
        if (!string.IsNullOrWhiteSpace(competitor)) all.Add(Sentence.Typed(competitor.Trim()));
        if (!string.IsNullOrWhiteSpace(comment)) all.Add(Sentence.Typed(comment.Trim()));
        return Sentence.Join("; ", all);
    }
}
