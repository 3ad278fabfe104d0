namespace HotelCorporate.Domain.Amounts;

/// <summary>What each line of a document comes to before service and tax.</summary>
public static class LineNets
{
    /// <summary>One amount a line, in their order. Where prices hold the tax, the line is taken without its service, the tax of each (category, rate) comes out once, rounded, and what is left is split over the group's lines: the parts sum to it.</summary>
    public static IReadOnlyList<Money> Of(TaxMode mode, Currency currency, IReadOnlyList<SumLine> lines)
    {
        if (mode == TaxMode.Exclusive) return [.. lines.Select(line => line.Amount)];
        var nets = new Money[lines.Count];
        foreach (var group in Enumerable.Range(0, lines.Count).GroupBy(i => (lines[i].TaxCategory, lines[i].TaxRate)))
        {
            int[] at = [.. group];
            Money[] bare = [.. at.Select(i => lines[i].Amount - lines[i].Service(mode, _ => true))];
            var gross = bare.Sum(currency);
            var net = gross - Money.Of(gross.Amount * group.Key.TaxRate / (1 + group.Key.TaxRate), currency);
            foreach (var (i, part) in at.Zip(Share(net, bare, group.Key.TaxRate))) nets[i] = part;
        }

        return nets;
    }

    /// <summary>The net of a group shared over its lines by what each comes to with tax: the parts sum to it. In a group of both signs each line is taken by itself, and what rounding leaves goes to the largest.</summary>
    internal static IReadOnlyList<Money> Share(Money net, IReadOnlyList<Money> gross, decimal rate)
    {
        if (gross.All(amount => amount.MinorUnits >= 0) || gross.All(amount => amount.MinorUnits <= 0)) return net.Split([.. gross.Select(amount => Math.Abs(amount.Amount))]);
        Money[] parts = [.. gross.Select(amount => Money.Of(amount.Amount / (1 + rate), amount.Currency))];
        var largest = Enumerable.Range(0, parts.Length).MaxBy(i => Math.Abs(gross[i].MinorUnits));
        parts[largest] += net - parts.Sum(net.Currency);
        return parts;
    }
}
