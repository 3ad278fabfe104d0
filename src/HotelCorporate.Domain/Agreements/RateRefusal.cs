using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>A night that a company asked for and was not given: kept as evidence for both sides (domain section 5).</summary>
public sealed class RateRefusal
{
    /// <summary>Letters that a reason typed by a person has at most.</summary>
    public const int LongestReason = 200;

    private RateRefusal() => Reason = "";

    /// <param name="asked">Its first account is the one that asked.</param>
    /// <param name="answer">What the rate engine said.</param>
    /// <param name="freeRooms">Rooms of the type that were free.</param>
    /// <param name="reason">Why it was refused though the engine would have given it; none: the engine's own reason.</param>
    /// <exception cref="HouseRuleException">The engine gave the night, and nobody says why it was refused; or the reason is too long.</exception>
    public RateRefusal(RateQuestion asked, RateAnswer answer, int freeRooms, string? reason, int? refusedById, Instant refusedAt)
    {
        if (answer.Unavailable is null && string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why the night was refused though a room could be had.") { Field = "Reason" };
        if (reason?.Trim().Length > LongestReason) throw new HouseRuleException($"The reason has {LongestReason} characters at most.") { Field = "Reason" };
        (AccountId, PropertyId, RoomTypeId, Occupancy) = (asked.Accounts[0], asked.PropertyId, asked.RoomTypeId, asked.Occupancy);
        (Night, Arrival, Nights, AskedOn) = (asked.Night, asked.Arrival, asked.Nights, asked.PricedOn);
        Reason = answer.Unavailable ?? Sentence.Typed(reason!.Trim());
        (AgreementId, IsLastRoom, FreeRooms, RefusedById, RefusedAt) = (answer.AgreementId, answer.IsLastRoom, freeRooms, refusedById, refusedAt);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int AccountId { get; private set; }

    /// <summary>The agreement that would have given the rate; none: BAR.</summary>
    public int? AgreementId { get; private set; }

    public int RoomTypeId { get; private set; }

    public Occupancy Occupancy { get; private set; }

    public LocalDate Night { get; private set; }

    public LocalDate Arrival { get; private set; }

    public int Nights { get; private set; }

    /// <summary>The hotel's day on which it was asked for; one row a day for the same night.</summary>
    public LocalDate AskedOn { get; private set; }

    public Sentence Reason { get; private set; }

    /// <summary>The agreement has last room availability.</summary>
    public bool IsLastRoom { get; private set; }

    public int FreeRooms { get; private set; }

    public int? RefusedById { get; private set; }

    public Instant RefusedAt { get; private set; }

    /// <summary>Last room availability was agreed and a room of the type was free: the hotel broke its word.</summary>
    public bool IsHousesBreach => IsLastRoom && FreeRooms > 0;
}
