using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>One price that becomes another.</summary>
public sealed record PriceChange(Sentence What, Money Was, Money Now)
{
    public Money Difference => Now - Was;
}

/// <summary>Prices that rise by a percentage from a day on; a negative one lowers them.</summary>
public sealed record PriceRise
{
    /// <summary>What a new price is a multiple of.</summary>
    public static IReadOnlyList<decimal> Roundings { get; } = [0.01m, 0.10m, 0.50m, 1.00m];

    /// <param name="percent">5 is 5 %; -5 lowers.</param>
    /// <exception cref="HouseRuleException">Zero, beyond -90 to 200 %, a rounding that is not offered, or a day that is over.</exception>
    public PriceRise(decimal percent, LocalDate from, decimal rounding, LocalDate today)
    {
        if (percent is 0 or < -90 or > 200) throw new HouseRuleException("A price rise is between -90 and 200 %, and not 0.") { Field = nameof(Percent) };
        if (from < today) throw new HouseRuleException($"Prices cannot rise from {from} on: that day is over. Choose today or a later one.") { Field = nameof(From) };
        if (from > today.PlusYears(10)) throw new HouseRuleException("That day is more than ten years ahead. Choose an earlier one.") { Field = nameof(From) };
        if (!Roundings.Contains(rounding)) throw new HouseRuleException("Prices are rounded to 0.01, 0.10, 0.50 or 1.00.") { Field = nameof(Rounding) };
        (Percent, From, Rounding) = (percent, from, rounding);
    }

    public decimal Percent { get; }

    /// <summary>The first day of the new prices.</summary>
    public LocalDate From { get; }

    public decimal Rounding { get; }

    /// <summary>To the next multiple of the rounding, half of it away from zero: 70.00 and 3.5 % to 0.50 is 72.50.</summary>
    public Money Apply(Money was) =>
        Money.Of(decimal.Round(was.Amount * (1 + (Percent / 100)) / Rounding, MidpointRounding.AwayFromZero) * Rounding, was.Currency);
}
