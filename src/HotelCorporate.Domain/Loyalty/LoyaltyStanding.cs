using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Loyalty;

/// <summary>Where a company stands in the programme when an offer is priced for it.</summary>
/// <param name="Points">That this offer may spend: those it has, and those that its own booking has taken already.</param>
/// <param name="Revenue">That counted in the last twelve months.</param>
public sealed record LoyaltyStanding(LoyaltyRules Rules, int Points, Money Revenue)
{
    public LoyaltyTier? Tier => Rules.TierAt(Revenue);

    public LoyaltyTier? Next => Rules.NextAfter(Revenue);
}
