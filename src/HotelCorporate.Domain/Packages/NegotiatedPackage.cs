using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Packages;

/// <summary>A package varied for one account in its agreement, or for one booking in its quote. It remembers the package it came from.</summary>
public sealed class NegotiatedPackage
{
    private readonly List<Component> _added = [];

    private NegotiatedPackage() => CurrencyCode = "";

    public NegotiatedPackage(int packageId, Currency currency)
    {
        PackageId = packageId;
        CurrencyCode = currency.Code;
    }

    public int Id { get; private set; }

    /// <summary>The package that it is a variant of.</summary>
    public int PackageId { get; private set; }

    public string CurrencyCode { get; private set; }

    /// <summary>The agreed price per delegate in minor units; none when the list price holds.</summary>
    public long? PriceMinorUnits { get; private set; }

    /// <summary>A fraction off the price: 0.10 is 10 %.</summary>
    public decimal DiscountRate { get; private set; }

    /// <summary>An amount off the price per delegate, in minor units.</summary>
    public long DiscountMinorUnits { get; private set; }

    /// <summary>Names of the components left out.</summary>
    public IList<string> TakenOut { get; private set; } = new List<string>();

    public IReadOnlyList<Component> Added => _added;

    public Currency Currency => Currency.Of(CurrencyCode);

    public Money? Price => PriceMinorUnits is { } units ? new Money(units, Currency) : null;

    public Money Discount => new(DiscountMinorUnits, Currency);

    public bool IsPlain => PriceMinorUnits is null && DiscountRate == 0 && DiscountMinorUnits == 0 && TakenOut.Count == 0 && _added.Count == 0;

    public NegotiatedPackage At(Money price)
    {
        if (price.Currency != Currency) throw new HouseRuleException($"The package is sold in {Currency}; give the price in it.");
        if (price.IsNegative) throw new HouseRuleException("A package price is not below zero.");
        PriceMinorUnits = price.MinorUnits;
        return this;
    }

    /// <param name="rate">A fraction: 0.10 is 10 %.</param>
    public NegotiatedPackage PercentOff(decimal rate)
    {
        if (rate is < 0 or > 1) throw new HouseRuleException("A discount is between 0 and 100 %.");
        if (DiscountMinorUnits != 0) throw new HouseRuleException("A package has a discount in percent or as an amount, not both.");
        DiscountRate = rate;
        return this;
    }

    public NegotiatedPackage AmountOff(Money amount)
    {
        if (amount.Currency != Currency) throw new HouseRuleException($"The package is sold in {Currency}; give the discount in it.");
        if (amount.IsNegative) throw new HouseRuleException("A discount is not below zero.");
        if (DiscountRate != 0) throw new HouseRuleException("A package has a discount in percent or as an amount, not both.");
        DiscountMinorUnits = amount.MinorUnits;
        return this;
    }

    public NegotiatedPackage Without(string component)
    {
        if (!TakenOut.Contains(component, StringComparer.OrdinalIgnoreCase)) TakenOut.Add(component);
        return this;
    }

    public NegotiatedPackage Plus(Component component)
    {
        if (component.List.Currency != Currency) throw new HouseRuleException($"The package is sold in {Currency}; price {component.Name} in it.");
        _added.Add(component);
        return this;
    }

    public NegotiatedPackage Swap(string taken, Component given) => Without(taken).Plus(given);
}
