using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Packages;

/// <summary>What a package costs a party: the price of one, its parts, how many are charged, and how it came about.</summary>
/// <param name="FallsBackToHire">The party is below the minimum and the package is then not sold: hire the room instead; there are no parts.</param>
/// <param name="ToApprove">Why somebody with higher limits must agree first; empty when the seller may.</param>
public sealed record PackagePrice(
    Money Unit, Money List, int Charged, IReadOnlyList<PackagePart> Parts, bool FallsBackToHire, IReadOnlyList<Sentence> ToApprove, IReadOnlyList<PriceStep> Steps)
{
    /// <summary>The unit price leaves less than the minimum margin that was asked for.</summary>
    public bool IsUnderFloor { get; init; }

    /// <summary>What is off the list price, as a fraction; 0 when nothing is.</summary>
    public decimal Discount => List.MinorUnits <= 0 || Unit.MinorUnits >= List.MinorUnits ? 0 : 1 - (Unit.Amount / List.Amount);

    public Money Total => Parts.Sum(Unit.Currency, part => part.Amount);
}

/// <summary>The share of one component in the price: of one unit, and of all that are charged.</summary>
public sealed record PackagePart(Component Component, Money Unit, int Quantity)
{
    public Money Amount => Unit * Quantity;
}

/// <summary>What a seller may do without asking.</summary>
/// <param name="MinimumMargin">The least part of the price that must stay after net cost: 0.30 is 30 %. None: no floor.</param>
/// <param name="MaximumDiscount">The largest fraction off list: 0.10 is 10 %. None: no limit.</param>
public sealed record PricingLimits(decimal? MinimumMargin = null, decimal? MaximumDiscount = null)
{
    public static PricingLimits None { get; } = new();
}
