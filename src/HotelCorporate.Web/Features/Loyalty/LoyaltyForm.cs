using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Loyalty;

namespace HotelCorporate.Web.Features.Loyalty;

/// <summary>The programme as it is typed; shares in percent. A tier without a name is passed over.</summary>
public sealed class LoyaltyForm
{
    public string? Name { get; set; }

    public bool IsOpen { get; set; }

    public decimal? PointsPerUnit { get; set; }

    public decimal? PointWorth { get; set; }

    public int? LeastPoints { get; set; }

    public decimal? MaximumShare { get; set; }

    public int? MonthsValid { get; set; }

    public IList<RevenueClass> EarnsOn { get; set; } = [];

    public IList<RevenueClass> SpentOn { get; set; } = [];

    public IList<TierRow> Tiers { get; set; } = [];

    /// <summary>The version that the form began with.</summary>
    public int? Opened { get; set; }

    public sealed class TierRow
    {
        public string? Name { get; set; }

        public decimal? From { get; set; }

        public decimal? Factor { get; set; }

        public decimal? HireOff { get; set; }
    }

    public LoyaltyRules Rules => new()
    {
        Name = Name?.Trim() ?? "", IsOpen = IsOpen, PointsPerUnit = PointsPerUnit ?? 0, PointWorth = PointWorth ?? 0, LeastPoints = LeastPoints ?? 0, MaximumShare = (MaximumShare ?? 0) / 100, MonthsValid = MonthsValid,
        EarnsOn = [.. EarnsOn.Distinct()], SpentOn = [.. SpentOn.Distinct()],
        Tiers = [.. Tiers.Where(tier => !string.IsNullOrWhiteSpace(tier.Name)).Select(tier => new LoyaltyTier(tier.Name!.Trim(), tier.From ?? 0, tier.Factor ?? 1, (tier.HireOff ?? 0) / 100))],
    };

    public static LoyaltyForm Of(LoyaltyRules rules, int? opened) => new()
    {
        Name = rules.Name, IsOpen = rules.IsOpen, PointsPerUnit = rules.PointsPerUnit, PointWorth = rules.PointWorth, LeastPoints = rules.LeastPoints, MaximumShare = rules.MaximumShare * 100, MonthsValid = rules.MonthsValid,
        EarnsOn = [.. rules.EarnsOn], SpentOn = [.. rules.SpentOn], Opened = opened,
        Tiers = [.. rules.Tiers.Select(tier => new TierRow { Name = tier.Name, From = tier.From, Factor = tier.Factor, HireOff = tier.HireOff * 100 })],
    };

    public LoyaltyForm WithRows()
    {
        while (Tiers.Count < LoyaltyRules.MostTiers && (Tiers.Count < 3 || !string.IsNullOrWhiteSpace(Tiers[^1].Name))) Tiers.Add(new());
        return this;
    }
}
