using System.Text.Json;
using System.Text.Json.Serialization;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Quotes;

/// <summary>How a line depends on what the party spends on food and beverage.</summary>
public enum SpendRuleKind
{
    /// <summary>The room is free once the spend reaches the threshold; otherwise its list price.</summary>
    HireWaived,

    /// <summary>The room costs what the spend lacks to the threshold.</summary>
    HireByMinimumSpend,

    /// <summary>What the spend lacks to the threshold is charged as food and beverage, with its service and tax.</summary>
    MinimumWithServiceAndTax,

    /// <summary>What the spend lacks to the threshold is charged as room hire.</summary>
    MinimumAsHire,
}

/// <summary>A line's price that follows the spend on food and beverage (domain section 6). What qualifies, and whether net or gross, stands on the line.</summary>
/// <param name="Threshold">In the offer's currency.</param>
/// <param name="IsGross">The spend is counted with service and tax; otherwise before both.</param>
/// <param name="List">Of <see cref="SpendRuleKind.HireWaived"/>: the hire when the spend stays below.</param>
public sealed record SpendRule(SpendRuleKind Kind, decimal Threshold, bool IsGross = false, decimal List = 0)
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <exception cref="HouseRuleException">The threshold is not between 0 and 10,000,000.</exception>
    public SpendRule Check() => Threshold is > 0 and <= 10_000_000 ? this : throw new HouseRuleException("A least spend is above 0 and at most 10,000,000.");

    /// <summary>What is still to go until the threshold is reached; never below nothing.</summary>
    public Money Missing(Money spent) => RoomHire.MinimumSpend(Money.Of(Threshold, spent.Currency), spent);

    /// <summary>What the line costs at such a spend: as the offer states prices, net or with service and tax inside.</summary>
    /// <param name="mode">That of the offer.</param>
    /// <param name="taxRate">That of the line.</param>
    /// <param name="services">Those on the line.</param>
    public Money Price(Money spent, TaxMode mode, decimal taxRate, IReadOnlyList<ServiceShare> services)
    {
        if (Kind == SpendRuleKind.HireWaived) return RoomHire.Waived(Money.Of(List, spent.Currency), spent, Money.Of(Threshold, spent.Currency));
        var missing = Missing(spent);
        if (IsGross == (mode == TaxMode.Inclusive)) return missing; // counted as the line is stated
        return mode == TaxMode.Inclusive
            ? missing * ((1 + taxRate) * (1 + services.Sum(share => share.Rate)))
            : Money.Of(missing.Amount / (1 + services.Sum(share => share.Rate) + (taxRate * (1 + services.Where(share => share.IsTaxable).Sum(share => share.Rate)))), spent.Currency);
    }

    /// <summary>In words for the client: what has to be spent, and how it is counted.</summary>
    public Sentence InWords(Currency currency)
    {
        var least = Money.Of(Threshold, currency);
        Sentence counted = IsGross ? "with service and tax" : "before service and tax";
        if (Kind == SpendRuleKind.HireWaived) return $"The room is free once food and beverage come to {least} {counted}; otherwise it costs {Money.Of(List, currency)}.";
        if (Kind == SpendRuleKind.HireByMinimumSpend) return $"The room costs what food and beverage lack to {least} {counted}.";
        if (Kind == SpendRuleKind.MinimumAsHire) return $"At least {least} is spent on food and beverage {counted}; what is missing is charged as room hire.";
        return $"At least {least} is spent on food and beverage {counted}; what is missing is charged with service and tax.";
    }

    /// <summary>The form in which a line keeps it.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options);

    public static SpendRule? Read(string text) => text.Length == 0 ? null : JsonSerializer.Deserialize<SpendRule>(text, Options);
}
