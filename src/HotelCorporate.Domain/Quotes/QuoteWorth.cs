using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;

namespace HotelCorporate.Domain.Quotes;

/// <summary>What an offer earns the house: for the seller beside the form, never for the client.</summary>
/// <param name="Net">Of all lines, before service and tax.</param>
/// <param name="Cost">Net cost of all lines, and what the event costs the house beside them.</param>
/// <param name="ByClass">Net by revenue class, the largest first.</param>
/// <param name="BreakEven">The smallest number of people at which nothing is lost, everything else as it is; none when no number is enough. 0: it earns without a single guest.</param>
public sealed record QuoteWorth(DocumentSum Sum, Money Net, Money Cost, IReadOnlyList<(RevenueClass Class, Money Net)> ByClass, Money PerPerson, int? BreakEven)
{
    /// <summary>What is left of the net after costs.</summary>
    public Money Margin => Net - Cost;

    /// <summary>As a fraction of the net; 0 when nothing is earned.</summary>
    public decimal MarginRate => Net.IsZero ? 0 : Margin.Amount / Net.Amount;

    /// <param name="persons">People that the price per person is counted over.</param>
    /// <param name="fixedCost">What the event costs the house beside its lines: staff, a hired stage.</param>
    public static QuoteWorth Of(IReadOnlyList<QuoteLine> lines, TaxMode mode, Currency currency, int persons, Money fixedCost)
    {
        SumLine[] sums = [.. lines.Select(line => line.ToSum())];
        var sum = DocumentSum.Of(mode, currency, sums);
        var nets = LineNets.Of(mode, currency, sums);
        var priced = lines.Zip(nets, (line, net) => (Line: line, Net: net)).ToList();
        var cost = lines.Sum(currency, line => line.Cost) + fixedCost;
        return new QuoteWorth(
            sum, nets.Sum(currency), cost,
            [.. priced.GroupBy(pair => pair.Line.RevenueClass).Select(group => (group.Key, group.Sum(currency, pair => pair.Net))).OrderByDescending(pair => pair.Item2.MinorUnits)],
            Money.Of(sum.Gross.Amount / Math.Max(1, persons), currency),
            BreakEvenOf(priced.ConvertAll(pair => (pair.Line.PerPerson, pair.Net - pair.Line.Cost)), Math.Max(1, persons), fixedCost));
    }

    /// <summary>The part of a revenue class in the net, as a fraction; 0 when nothing is earned.</summary>
    public decimal ShareOf(Money net) => Net.IsZero ? 0 : net.Amount / Net.Amount;

    private static int? BreakEvenOf(List<(bool PerPerson, Money Earned)> lines, int persons, Money fixedCost)
    {
        var flat = lines.Where(line => !line.PerPerson).Sum(line => line.Earned.Amount) - fixedCost.Amount;
        var each = lines.Where(line => line.PerPerson).Sum(line => line.Earned.Amount) / persons;
        if (flat >= 0) return each >= 0 || flat + (each * persons) >= 0 ? 0 : null;
        return each > 0 ? (int)Math.Min(int.MaxValue, decimal.Ceiling(-flat / each)) : null;
    }
}
