using NodaTime;

namespace HotelCorporate.Domain.Rooms;

/// <summary>A night on which a room type is closed for sale: only agreements with last room availability still open it.</summary>
public sealed class ClosedNight
{
    /// <summary>Letters of the reason at most.</summary>
    public const int LongestReason = 120;

    /// <summary>Nights that are closed in one go at most.</summary>
    public const int MostNights = 400;

    private ClosedNight() => Reason = "";

    private ClosedNight(int roomTypeId, LocalDate night, string reason) => (RoomTypeId, Night, Reason) = (roomTypeId, night, reason);

    public int RoomTypeId { get; private set; }

    public LocalDate Night { get; private set; }

    /// <summary>Why; may be empty.</summary>
    public string Reason { get; private set; }

    /// <summary>Both nights are in.</summary>
    /// <exception cref="HouseRuleException">The last night is before the first, they are too many, or the reason is too long.</exception>
    public static IReadOnlyList<ClosedNight> Close(int roomTypeId, LocalDate first, LocalDate last, string? reason)
    {
        Check(first, last);
        if (reason?.Trim().Length > LongestReason) throw new HouseRuleException($"The reason has {LongestReason} characters at most.") { Field = "Reason" };
        return [.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(day => new ClosedNight(roomTypeId, first.PlusDays(day), reason?.Trim() ?? ""))];
    }

    /// <exception cref="HouseRuleException">As for <see cref="Close"/>.</exception>
    public static void Check(LocalDate first, LocalDate last)
    {
        if (last < first) throw new HouseRuleException("The last night is before the first. Give a later one.") { Field = "To" };
        if (Period.DaysBetween(first, last) >= MostNights) throw new HouseRuleException($"{MostNights} nights at most are closed or opened in one go.") { Field = "To" };
    }
}
