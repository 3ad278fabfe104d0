using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <content>How a booking ends before its event, and how an administrator opens it again.</content>
public sealed partial class Booking
{
    /// <summary>Letters that the words on an ending, or the name of a competitor, have at most.</summary>
    public const int LongestWords = 500;

    /// <summary>Why it was lost or turned down; none while it was not.</summary>
    public LostReason? LostFor { get; private set; }

    /// <summary>The house that the client chose.</summary>
    public string? Competitor { get; private set; }

    /// <summary>What was said when it ended.</summary>
    public string? EndComment { get; private set; }

    /// <summary>The hotel's day on which it was lost or turned down, or that of the written notice that cancelled it.</summary>
    public LocalDate? EndedOn { get; private set; }

    public bool HasEnded => Status is BookingStatus.Lost or BookingStatus.TurnedDown or BookingStatus.Cancelled;

    /// <summary>The client refuses before it is definite.</summary>
    /// <exception cref="HouseRuleException">No reason, or the booking may not be lost any more.</exception>
    public void Lose(BookingEnd end)
    {
        MoveToEnd(BookingStatus.Lost, end);
        LostFor = end.Reason;
        Competitor = string.IsNullOrWhiteSpace(end.Competitor) ? null : end.Competitor.Trim();
    }

    /// <summary>The hotel refuses before it is definite.</summary>
    /// <exception cref="HouseRuleException">No reason, or the booking may not be turned down any more.</exception>
    public void TurnDown(BookingEnd end)
    {
        MoveToEnd(BookingStatus.TurnedDown, end);
        LostFor = end.Reason;
    }

    /// <summary>The client withdraws a contract by written notice.</summary>
    /// <exception cref="HouseRuleException">No reason, or the booking is not definite.</exception>
    public void Cancel(BookingEnd end) => MoveToEnd(BookingStatus.Cancelled, end);

    private void MoveToEnd(BookingStatus status, BookingEnd end)
    {
        end.RefuseUnlessSaid();
        MoveTo(status);
        (EndComment, EndedOn) = (end.Comment.Trim(), end.On);
        Release();
    }
}

/// <summary>Why and when a booking ends before its event.</summary>
/// <param name="On">The hotel's day; for a cancellation that of the written notice.</param>
/// <param name="Comment">Needed where the reason is <see cref="LostReason.Other"/>.</param>
/// <param name="Competitor">The house that was chosen, when it is known.</param>
public sealed record BookingEnd(LocalDate On, string Comment, LostReason Reason = LostReason.Other, string? Competitor = null)
{
    internal void RefuseUnlessSaid()
    {
        if (Reason == LostReason.Other && string.IsNullOrWhiteSpace(Comment)) throw new HouseRuleException("Say why: the reason stays with the booking.") { Field = "reason" };
        if (Comment.Length > Booking.LongestWords) throw new HouseRuleException($"The reason has {Booking.LongestWords} characters at most.") { Field = "reason" };
        if (Competitor is { Length: > 120 }) throw new HouseRuleException("The name of the house has 120 characters at most.") { Field = "competitor" };
    }
}
