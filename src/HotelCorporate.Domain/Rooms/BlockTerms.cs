using System.Globalization;
using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Rooms;

/// <summary>What a contract says of bedrooms that stay unused, and of those that are free of charge (domain section 9).</summary>
/// <param name="Allowance">The fraction of the block that may stay unused without charge.</param>
/// <param name="Damage">The fraction of the rate that an unused room below the commitment costs.</param>
/// <param name="OneFreePer">One room night is free of charge for each so many; none: no room is free.</param>
public sealed record BlockTerms(decimal Allowance, decimal Damage, AttritionBasis Basis, int? OneFreePer = null)
{
    /// <summary>Nothing was agreed but how many may stay unused: each further room costs its rate, night by night.</summary>
    public static BlockTerms Allowing(decimal allowance) => new(allowance, 1, AttritionBasis.PerNight);

    /// <summary>Reads what <see cref="ToString"/> wrote; none where nothing is written.</summary>
    public static BlockTerms? Parse(string text) => text.Split(' ') is [var allowance, var damage, var basis, .. var rest]
        ? new(decimal.Parse(allowance, CultureInfo.InvariantCulture), decimal.Parse(damage, CultureInfo.InvariantCulture), Enum.Parse<AttritionBasis>(basis), rest is [var free] ? int.Parse(free, CultureInfo.InvariantCulture) : null)
        : null;

    /// <summary>The terms as they are stored: "0.2 0.75 PerNight 40".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Allowance:0.######} {Damage:0.######} {Basis}") + (OneFreePer is { } per ? FormattableString.Invariant($" {per}") : "");

    /// <exception cref="HouseRuleException">A figure is out of its bounds.</exception>
    public BlockTerms Check()
    {
        if (Allowance is < 0 or > 1) throw new HouseRuleException("The rooms that may stay unused are between 0 and 100 %.") { Field = nameof(Allowance) };
        if (Damage is < 0 or > 1) throw new HouseRuleException("An unused room costs between 0 and 100 % of its rate.") { Field = nameof(Damage) };
        if (OneFreePer is < 1 or > 1_000) throw new HouseRuleException("Say for how many nights one room is free: 1 to 1,000.") { Field = nameof(OneFreePer) };
        return this;
    }

    /// <summary>What unused rooms cost, by the basis of the contract.</summary>
    public Money Owed(IReadOnlyCollection<BlockUse> block, Currency currency) => Owed(Basis, block, currency);

    /// <summary>What unused rooms cost, counted one way or the other.</summary>
    public Money Owed(AttritionBasis basis, IReadOnlyCollection<BlockUse> block, Currency currency) =>
        basis == AttritionBasis.PerNight ? Attrition.PerNight(block, Allowance, Damage, currency) : Attrition.Cumulative(block, Allowance, Damage, currency);

    /// <summary>The clause in words, with what it comes to for these rooms.</summary>
    /// <param name="block">What is offered or contracted, none of it used.</param>
    public IReadOnlyList<Sentence> InWords(IReadOnlyCollection<BlockUse> block, Currency currency)
    {
        var (agreed, committed) = (block.Sum(night => night.Contracted), block.Sum(night => Attrition.Commit(night.Contracted, Allowance)));
        List<Sentence> clause =
        [
            Free(),
            Cost(),
            $"Of {agreed} room nights {committed} are committed; if none were used, {Owed(block, currency)} would be due.",
        ];
        if (OneFreePer is { } per) clause.Add($"One room night in {per} is free of charge.");
        return clause;
    }

    private Sentence Free()
    {
        if (Allowance == 0) return "No bedroom may stay unused free of charge.";
        return $"{Sentence.Percent(Allowance)} of the bedrooms may stay unused free of charge.";
    }

    private Sentence Cost()
    {
        if (Basis == AttritionBasis.PerNight) return $"Each further one costs {Sentence.Percent(Damage)} of its rate, counted night by night and type by type.";
        return $"Each further one costs {Sentence.Percent(Damage)} of the average rate, counted over all nights together.";
    }
}
