using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Packages;

/// <summary>Hire that depends on what the party spends. What qualifies, and whether net or gross, is said on the line.</summary>
public static class RoomHire
{
    /// <summary>Nothing once the qualifying spend reaches the threshold, else the list price.</summary>
    public static Money Waived(Money list, Money qualifyingSpend, Money threshold) =>
        qualifyingSpend >= threshold ? Money.Zero(list.Currency) : list;

    /// <summary>What is missing to the minimum spend of the room; never below nothing.</summary>
    public static Money MinimumSpend(Money minimum, Money qualifyingSpend) =>
        qualifyingSpend >= minimum ? Money.Zero(minimum.Currency) : minimum - qualifyingSpend;
}
