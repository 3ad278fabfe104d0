using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>What shows that a word was not kept, as it was known when it was found.</summary>
/// <param name="Stays">Stays that were priced otherwise than agreed.</param>
/// <param name="Facts">Whatever else there is to say, a line each.</param>
public sealed record BreachEvidence(IReadOnlyList<StayEvidence> Stays, IReadOnlyList<Sentence> Facts)
{
    public static BreachEvidence None { get; } = new([], []);

    public static BreachEvidence Of(params IReadOnlyList<Sentence> facts) => new([], facts);

    public bool Equals(BreachEvidence? other) => other is not null && Stays.SequenceEqual(other.Stays) && Facts.SequenceEqual(other.Facts);

    public override int GetHashCode() => HashCode.Combine(Stays.Count, Facts.Count);
}

/// <summary>A stay with what was paid and what was agreed, for one room and all its nights.</summary>
/// <param name="PricedOn">The day whose tiers count: booked on, else the arrival.</param>
public sealed record StayEvidence(
    int StayId, string Company, LocalDate Arrival, int Nights, int Rooms, string RoomType, Occupancy Occupancy, int People, LocalDate PricedOn, decimal Paid, decimal Agreed, IReadOnlyList<NightEvidence> ByNight)
{
    /// <summary>Over all rooms; below zero: less was paid than agreed.</summary>
    public decimal Difference => (Paid - Agreed) * Rooms;

    public bool Equals(StayEvidence? other) => other is not null && (StayId, Arrival, Nights, Rooms, RoomType, People, PricedOn, Paid, Agreed) == (other.StayId, other.Arrival, other.Nights, other.Rooms, other.RoomType, other.People, other.PricedOn, other.Paid, other.Agreed);

    public override int GetHashCode() => HashCode.Combine(StayId, Paid, Agreed);
}

/// <summary>What a night was agreed at, and the steps to it.</summary>
public sealed record NightEvidence(LocalDate Night, decimal Agreed, IReadOnlyList<PriceStep> Steps);
