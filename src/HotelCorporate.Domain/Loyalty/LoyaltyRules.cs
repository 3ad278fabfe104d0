using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Loyalty;

/// <summary>What a programme gives for revenue, and how far it may be spent. Read and written whole.</summary>
public sealed record LoyaltyRules
{
    public const int MostTiers = 6;
    public const int MostPoints = 100_000_000;

    /// <summary>As clients read it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether points are earned and spent now, and tiers hold. Points that exist stay.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Points for one unit of net revenue: 1 gives 1,000 points for 1,000.00. 0: the programme has tiers alone.</summary>
    public decimal PointsPerUnit { get; init; } = 1;

    /// <summary>What a point is worth when it is spent, in the programme's currency.</summary>
    public decimal PointWorth { get; init; } = 0.02m;

    /// <summary>The fewest points that are spent at once.</summary>
    public int LeastPoints { get; init; }

    /// <summary>The largest part of what may be paid with points in one offer, as a fraction above 0.</summary>
    public decimal MaximumShare { get; init; } = 0.2m;

    /// <summary>Months after which points that were not spent lapse, the oldest first; none: never.</summary>
    public int? MonthsValid { get; init; } = 24;

    /// <summary>Revenue that earns points and counts for tiers: net, before service and tax, as invoiced at last.</summary>
    public IReadOnlyList<RevenueClass> EarnsOn { get; init; } = [];

    /// <summary>What points pay for.</summary>
    public IReadOnlyList<RevenueClass> SpentOn { get; init; } = [];

    /// <summary>By revenue, the smallest first.</summary>
    public IReadOnlyList<LoyaltyTier> Tiers { get; init; } = [];

    /// <summary>The tier of what a company brought in the last twelve months; none below the first.</summary>
    public LoyaltyTier? TierAt(Money revenue) => Tiers.LastOrDefault(tier => revenue.Amount >= tier.From);

    /// <summary>The tier above that one; none above the last.</summary>
    public LoyaltyTier? NextAfter(Money revenue) => Tiers.FirstOrDefault(tier => revenue.Amount < tier.From);

    /// <summary>Points for such a revenue, rounded down; nothing for what is given back.</summary>
    public int PointsFor(Money revenue, LoyaltyTier? tier) =>
        revenue.MinorUnits <= 0 ? 0 : (int)Math.Min(MostPoints, decimal.Floor(revenue.Amount * PointsPerUnit * (tier?.Factor ?? 1)));

    /// <summary>What so many points take off, rounded down to the minor unit.</summary>
    public Money Worth(int points, Currency currency) => new((long)decimal.Floor(points * PointWorth * currency.UnitsPerWhole), currency);

    /// <summary>The most points whose worth is not above an amount.</summary>
    public int PointsWithin(Money amount) => PointWorth == 0 || amount.MinorUnits <= 0 ? 0 : (int)Math.Min(MostPoints, decimal.Floor(amount.Amount / PointWorth));

    /// <exception cref="HouseRuleException">Something of it is outside its range; names the field.</exception>
    public LoyaltyRules Check()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 60) throw Wrong(nameof(Name), "Give the programme a name of 60 characters at most.");
        if (PointsPerUnit is < 0 or > 1000) throw Wrong(nameof(PointsPerUnit), "Points for one unit of revenue are between 0 and 1,000.");
        if (PointWorth is < 0 or > 1000 || (PointWorth == 0 && PointsPerUnit > 0)) throw Wrong(nameof(PointWorth), "A point is worth more than 0 and at most 1,000.");
        if (PointsPerUnit * PointWorth * Tiers.Select(tier => tier.Factor).Append(1).Max() > 0.5m) throw Wrong(nameof(PointWorth), "This gives back more than half of the revenue. Lower the points or their worth.");
        if (LeastPoints is < 0 or > MostPoints) throw Wrong(nameof(LeastPoints), "The fewest points are between 0 and 100,000,000.");
        if (MaximumShare is <= 0 or > 1) throw Wrong(nameof(MaximumShare), "The part that points may pay is above 0 and at most 100 %.");
        if (MonthsValid is < 1 or > 120) throw Wrong(nameof(MonthsValid), "Points lapse after 1 to 120 months; empty: never.");
        if (EarnsOn.Count == 0) throw Wrong(nameof(EarnsOn), "Say which revenue counts: one kind at least.");
        if (SpentOn.Count == 0 && PointsPerUnit > 0) throw Wrong(nameof(SpentOn), "Say what points pay for: one kind at least.");
        if (Tiers.Count > MostTiers) throw Wrong(nameof(Tiers), $"A programme has {MostTiers} tiers at most.");
        for (var i = 0; i < Tiers.Count; i++)
        {
            var tier = Tiers[i].Check($"Tiers[{i}]");
            if (i > 0 && tier.From <= Tiers[i - 1].From) throw Wrong($"Tiers[{i}].From", $"{tier.Name} begins above {Tiers[i - 1].Name}: type a larger revenue.");
        }

        if (PointsPerUnit == 0 && Tiers.Count == 0) throw Wrong(nameof(PointsPerUnit), "Give points, or a tier: the programme gives nothing otherwise.");
        return this;
    }

    internal static HouseRuleException Wrong(string field, Sentence why) => new(why) { Field = field };
}

/// <summary>What a company gets that brought so much in twelve months.</summary>
/// <param name="From">Net revenue from which on it holds, in the programme's currency.</param>
/// <param name="Factor">Times the points that are earned.</param>
/// <param name="HireOff">A fraction off room hire; an agreement that gives more holds instead: they do not add up.</param>
public sealed record LoyaltyTier(string Name, decimal From, decimal Factor = 1, decimal HireOff = 0)
{
    internal LoyaltyTier Check(string field)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 40) throw LoyaltyRules.Wrong(field + ".Name", "Give the tier a name of 40 characters at most.");
        if (From is < 0 or > 1_000_000_000) throw LoyaltyRules.Wrong(field + ".From", "The revenue of a tier is between 0 and 1,000,000,000.");
        if (Factor is < 1 or > 10) throw LoyaltyRules.Wrong(field + ".Factor", "Points are multiplied by 1 to 10.");
        if (HireOff is < 0 or > 0.5m) throw LoyaltyRules.Wrong(field + ".HireOff", "A tier gives 0 to 50 % off hire.");
        return this;
    }
}
