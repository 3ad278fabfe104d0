using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Packages;

/// <summary>How a party that ate and drank less than it promised makes up for it.</summary>
public enum ShortfallCharge
{
    /// <summary>As food and beverage: with service and tax.</summary>
    WithServiceAndTax,

    /// <summary>As extra room hire: no service, the tax of room hire.</summary>
    AsRoomHire,
}

/// <summary>A shortfall in money: net, service, tax.</summary>
public sealed record Shortfall(Money Net, Money Service, Money Tax)
{
    public Money Total => Net + Service + Tax;
}

/// <summary>A least spend on food and beverage, counted before service and tax.</summary>
public static class FoodAndBeverageMinimum
{
    /// <param name="spent">Food and beverage, before service and tax.</param>
    /// <param name="serviceRate">A fraction; counts only when charged with service and tax.</param>
    /// <param name="serviceTaxable">Whether tax is due on the service too.</param>
    /// <param name="taxRate">That of food and beverage, or of room hire when charged as hire.</param>
    public static Shortfall Charge(Money minimum, Money spent, ShortfallCharge how, decimal serviceRate, bool serviceTaxable, decimal taxRate)
    {
        var zero = Money.Zero(minimum.Currency);
        var missing = minimum - spent;
        if (missing <= zero) return new Shortfall(zero, zero, zero);
        if (how == ShortfallCharge.AsRoomHire) return new Shortfall(missing, zero, missing * taxRate);
        var service = missing * serviceRate;
        return new Shortfall(missing, service, (serviceTaxable ? missing + service : missing) * taxRate);
    }
}
