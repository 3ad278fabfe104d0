using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Rooms;

namespace HotelCorporate.Domain.Agreements;

/// <summary>How far the prices of an agreement are over somebody's limits.</summary>
/// <param name="ToApprove">What is over, in whole sentences; empty when nothing is.</param>
/// <param name="Discount">The highest discount among it, as a fraction; 1 where nobody can tell.</param>
public sealed record AgreementExcess(IReadOnlyList<Sentence> ToApprove, decimal Discount, bool IsUnderFloor);

/// <summary>Holds the prices of an agreement against list, floor and BAR. Pure.</summary>
public static class AgreementPricing
{
    /// <param name="bars">The nights of the term for which BAR is loaded.</param>
    /// <exception cref="HouseRuleException">A package or a room type is not the hotel's, or a price is below the protected components.</exception>
    public static AgreementExcess Excess(
        AgreementTerms terms, IReadOnlyCollection<Package> packages, IReadOnlyCollection<RoomType> types, IReadOnlyCollection<BarRate> bars, PricingLimits limits)
    {
        var over = new List<Sentence>();
        var (discount, isUnderFloor) = (0m, false);
        foreach (var price in terms.Packages.SelectMany(agreed => Prices(agreed, packages, limits)).Where(price => price.ToApprove.Count > 0))
        {
            over.AddRange(price.ToApprove);
            (discount, isUnderFloor) = (Math.Max(discount, price.Discount), isUnderFloor || price.IsUnderFloor);
        }

        if (terms.HireOff > limits.MaximumDiscount)
        {
            over.Add($"Room hire is {Sentence.Percent(terms.HireOff)} off, over your limit of {Sentence.Percent(limits.MaximumDiscount.Value)}.");
            discount = Math.Max(discount, terms.HireOff);
        }

        if (terms.FoodAndBeverageOff > limits.MaximumDiscount)
        {
            over.Add($"Food and beverage are {Sentence.Percent(terms.FoodAndBeverageOff)} off, over your limit of {Sentence.Percent(limits.MaximumDiscount.Value)}.");
            discount = Math.Max(discount, terms.FoodAndBeverageOff);
        }

        foreach (var rate in terms.Rates.Where(rate => rate.Occupancy != Occupancy.ExtraPerson))
        {
            var type = types.FirstOrDefault(type => type.Id == rate.RoomTypeId) ?? throw new HouseRuleException("A rate is agreed for a room type that the hotel does not have. Change the terms.");
            if (OffBar(terms, rate, bars) is not { } off)
            {
                if (limits.MaximumDiscount is null) continue;
                over.Add($"{type.Name}, {rate.Occupancy}: no BAR is loaded for these nights, so nobody can tell what the rate takes off.");
                discount = 1;
            }
            else if (off > limits.MaximumDiscount)
            {
                over.Add($"{type.Name}, {rate.Occupancy}: {Sentence.Percent(off)} below BAR on average, over your limit of {Sentence.Percent(limits.MaximumDiscount.Value)}.");
                discount = Math.Max(discount, off);
            }
        }

        return new AgreementExcess([.. over.Distinct()], discount, isUnderFloor);
    }

    /// <summary>The price for the smallest party and from each step on: the list price differs, the agreed one may not.</summary>
    private static IEnumerable<PackagePrice> Prices(AgreedPackage agreed, IReadOnlyCollection<Package> packages, PricingLimits limits)
    {
        var package = packages.FirstOrDefault(package => package.Id == agreed.PackageId) ?? throw new HouseRuleException("A price is agreed for a package that the hotel does not sell. Change the terms.");
        int[] parties = [package.MinimumDelegates, .. package.Steps.Select(step => step.FromDelegates).Where(from => from > package.MinimumDelegates && from <= package.MaximumDelegates)];
        return parties.Select(party => PackagePricing.Price(package, agreed.ToNegotiated(package.Currency), party, limits))
            .Select(price => price with { ToApprove = [.. price.ToApprove.Select(what => (Sentence)$"{package.Name}: {what}")] });
    }

    /// <summary>What the rate takes off BAR over the nights of its season, the best tier reached; null when nobody can tell.</summary>
    private static decimal? OffBar(AgreementTerms terms, AgreedRate rate, IReadOnlyCollection<BarRate> bars)
    {
        var nights = bars.Where(bar => bar.RoomTypeId == rate.RoomTypeId && terms.SeasonOn(bar.Night)?.Name == rate.Season).Select(bar => bar.Amount.Amount).ToList();
        if (nights.Sum() <= 0) return rate is { OffBar: { } off, Ceiling: null } && terms.Tiers.Count == 0 ? off : null;
        return 1 - (nights.Sum(bar => Lowest(terms, rate, bar)) / nights.Sum());
    }

    private static decimal Lowest(AgreementTerms terms, AgreedRate rate, decimal bar)
    {
        var price = rate.Amount ?? bar * (1 - rate.OffBar!.Value);
        var lowest = terms.Tiers.Select((tier, i) => rate.TierAmounts?.ElementAtOrDefault(i) ?? price * (1 - tier.Off)).Append(price).Min();
        if (rate.Ceiling < lowest) lowest = rate.Ceiling.Value;
        return terms.LowerOfBar && bar < lowest ? bar : lowest;
    }
}
