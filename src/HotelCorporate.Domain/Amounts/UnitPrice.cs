namespace HotelCorporate.Domain.Amounts;

/// <summary>A price for one unit: up to six decimals, with its currency. Becomes <see cref="Money"/> only when multiplied.</summary>
public readonly record struct UnitPrice
{
    /// <exception cref="HouseRuleException">More than six decimals.</exception>
    public UnitPrice(decimal amount, Currency currency)
    {
        if (decimal.Round(amount, 6) != amount) throw new HouseRuleException("A unit price has six decimals at most.");
        Amount = amount;
        Currency = currency;
    }

    public decimal Amount { get; }

    public Currency Currency { get; }

    /// <summary>Price times quantity (up to three decimals), rounded once, half away from zero: 9.5 x 124.75 is 1,185.13.</summary>
    public Money Times(decimal quantity) => Money.Of(Amount * quantity, Currency);
}
