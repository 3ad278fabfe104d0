using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Rooms;

/// <summary>One night and room type of a block: what was contracted less agreed reductions, and what was used. Never what the cut-off left.</summary>
public sealed record BlockUse(int Contracted, int Used, Money Rate);

/// <summary>What a client owes for bedrooms that it contracted and did not use (domain section 9). The basis is printed with the figure.</summary>
public static class Attrition
{
    /// <summary>floor(contracted x (1 - allowance)): at 20 %, 50 rooms commit 40.</summary>
    /// <param name="allowance">A fraction.</param>
    public static int Commit(int contracted, decimal allowance) => (int)decimal.Floor(contracted * (1 - allowance));

    /// <summary>Each night and type for itself: the rooms missing below its commitment, at its own rate, times the damage rate; rounded per night.</summary>
    public static Money PerNight(IReadOnlyCollection<BlockUse> block, decimal allowance, decimal damage, Currency currency) =>
        block.Sum(currency, night => night.Rate * (Math.Max(0, Commit(night.Contracted, allowance) - night.Used) * damage));

    /// <summary>All nights together: the rooms missing below the sum of commitments, at the block's average rate, times the damage rate; rounded once.</summary>
    public static Money Cumulative(IReadOnlyCollection<BlockUse> block, decimal allowance, decimal damage, Currency currency)
    {
        var contracted = block.Sum(night => night.Contracted);
        if (contracted == 0) return Money.Zero(currency);
        var missing = Math.Max(0, block.Sum(night => Commit(night.Contracted, allowance)) - block.Sum(night => night.Used));
        var average = block.Sum(night => night.Rate.Amount * night.Contracted) / contracted;
        return Money.Of(missing * average * damage, currency);
    }

    /// <summary>Rooms free of charge: one for each so many nights, begun ones count: 210 nights at 1 per 40 are 6.</summary>
    public static int Complimentary(int nights, int oneFor) =>
        oneFor < 1 ? throw new HouseRuleException("Say for how many nights one room is free: 1 or more.") : (nights + oneFor - 1) / oneFor;
}
