using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Packages;

/// <summary>What a package costs a party: the price of one, its parts, how many are charged, and how it came about.</summary>
/// <param name="FallsBackToHire">The party is below the minimum and the package is then not sold: hire the room instead; there are no parts.</param>
/// <param name="ToApprove">Why somebody with higher limits must agree first; empty when the seller may.</param>
public sealed record PackagePrice(
    Money Unit, Money List, int Charged, IReadOnlyList<PackagePart> Parts, bool FallsBackToHire, IReadOnlyList<Sentence> ToApprove, IReadOnlyList<PriceStep> Steps)
{
    /// <summary>The unit price leaves less than the minimum margin that was asked for.</summary>
    public bool IsUnderFloor { get; init; }

    /// <summary>The part of the unit price that is before service and tax, as a fraction: 1 where prices are stated so.</summary>
    public decimal NetPart { get; init; } = 1;

    /// <summary>The lowest unit price, as prices are stated, that leaves the margin after net cost; none of a package that is not sold to so few.</summary>
    public Money? FloorAt(decimal minimumMargin) => FallsBackToHire ? null : PackagePricing.Floor(Parts.Sum(Unit.Currency, part => part.Component.NetCost), minimumMargin, NetPart);

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

    /// <summary>The part of a component's stated price that is net: the margin is what stays of that.</summary>
    public Func<Component, decimal> NetShare { get; init; } = _ => 1;

    /// <summary>Limits of a house that states its prices so: with tax and service inside, 1 / ((1 + rate) x (1 + all service)) of a component is net.</summary>
    /// <param name="on">The day whose rates hold. A component whose code is not among these is taken as net: it cannot be sold anyhow.</param>
    public PricingLimits Of(TaxMode mode, IReadOnlyCollection<TaxCode> codes, IReadOnlyCollection<ServiceCharge> services, LocalDate on) => mode == TaxMode.Exclusive ? this : this with
    {
        NetShare = component => codes.FirstOrDefault(code => code.Id == component.TaxCodeId) is { } code
            ? 1 / ((1 + code.RateOn(on)) * (1 + services.Where(charge => charge.PropertyId == code.PropertyId && charge.Covers(component.RevenueClass)).Sum(charge => charge.Rate))) : 1,
    };
}
