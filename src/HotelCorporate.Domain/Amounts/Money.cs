using System.Globalization;

namespace HotelCorporate.Domain.Amounts;

/// <summary>An amount in one currency, held exactly, in minor units.</summary>
/// <remarks>Rounding happens only in <see cref="Of"/>: half a unit goes away from zero. Two currencies do not add.</remarks>
public readonly record struct Money(long MinorUnits, Currency Currency) : IComparable<Money>
{
    /// <summary>Rounds to the currency's minor unit, half away from zero, also for credits.</summary>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static Money Of(decimal amount, Currency currency) =>
        new(checked((long)decimal.Round(amount * currency.UnitsPerWhole, MidpointRounding.AwayFromZero)), currency);

    public static Money Zero(Currency currency) => new(0, currency);

    public decimal Amount => MinorUnits / (decimal)Currency.UnitsPerWhole;

    public bool IsZero => MinorUnits == 0;

    public bool IsNegative => MinorUnits < 0;

    public static Money operator +(Money a, Money b) => new(checked(a.MinorUnits + b.MinorUnits), Same(a, b));

    public static Money operator -(Money a, Money b) => new(checked(a.MinorUnits - b.MinorUnits), Same(a, b));

    public static Money operator -(Money a) => new(checked(-a.MinorUnits), a.Currency);

    /// <summary>The amount times a quantity or a rate, rounded once.</summary>
    public static Money operator *(Money a, decimal factor) => Of(a.Amount * factor, a.Currency);

    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other)
    {
        Same(this, other);
        return MinorUnits.CompareTo(other.MinorUnits);
    }

    /// <summary>Shares the amount out by weight; the parts always sum to it.</summary>
    /// <remarks>Each share is floored to the minor unit; the left-over units go to the largest fractions, ties to the earlier part.
    /// A negative amount is shared as its positive and turned round. All weights zero: shared evenly.</remarks>
    public IReadOnlyList<Money> Split(IReadOnlyList<decimal> weights)
    {
        if (weights.Count == 0) throw new ArgumentException("An amount cannot be split over no parts.", nameof(weights));
        if (weights.Any(weight => weight < 0)) throw new ArgumentException("Weights are not negative.", nameof(weights));
        var total = weights.Sum();
        if (total == 0) return Split([.. weights.Select(_ => 1m)]);

        var whole = Math.Abs(MinorUnits);
        var exact = weights.Select(weight => whole * weight / total).ToArray();
        var units = exact.Select(share => (long)decimal.Floor(share)).ToArray();
        var left = whole - units.Sum();
        foreach (var part in Enumerable.Range(0, units.Length).OrderByDescending(i => exact[i] - units[i]).ThenBy(i => i).Take((int)left))
            units[part]++;

        var sign = Math.Sign(MinorUnits);
        var currency = Currency;
        return [.. units.Select(unit => new Money(sign * unit, currency))];
    }

    /// <summary>The amount and its currency, the same in every culture: "1,354.70 EUR". For people's own format see the site's money tag.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount.ToString("N" + Currency.Digits, CultureInfo.InvariantCulture)} {Currency.Code}");

    private static Currency Same(Money a, Money b) =>
        a.Currency == b.Currency
            ? a.Currency
            : throw new InvalidOperationException($"{a.Currency} and {b.Currency} do not add: convert one of them first.");
}
