namespace HotelCorporate.Domain.Amounts;

/// <summary>One rounded line of a document, as its tax mode states it. A negative amount is an allowance.</summary>
/// <param name="ServiceRate">The service charge of its revenue class, a fraction.</param>
/// <param name="ServiceTaxable">Whether tax is due on that service too.</param>
public sealed record SumLine(Money Amount, string TaxCategory, decimal TaxRate, decimal ServiceRate = 0, bool ServiceTaxable = true);

/// <summary>The tax of one category and rate.</summary>
public sealed record TaxGroup(string Category, decimal Rate, Money Net, Money Tax);

/// <summary>A document's sums: quote and invoice come to the same cent because both are added up here.</summary>
/// <param name="Lines">The lines as stated: net, or gross when prices hold the tax.</param>
/// <param name="Service">Service charges; inside the lines when prices hold the tax.</param>
public sealed record DocumentSum(Money Lines, Money Service, Money Net, Money Tax, Money Gross, Money Prepaid, IReadOnlyList<TaxGroup> Taxes)
{
    public Money Due => Gross - Prepaid;

    public static DocumentSum Of(TaxMode mode, Currency currency, IReadOnlyCollection<SumLine> lines, Money? prepaid = null)
    {
        var groups = lines
            .GroupBy(line => (line.TaxCategory, line.TaxRate))
            .OrderBy(group => group.Key.TaxRate).ThenBy(group => group.Key.TaxCategory, StringComparer.Ordinal)
            .Select(group => (group.Key, Taxed: Taxed(mode, currency, group), Untaxed: Untaxed(mode, currency, group)))
            .Select(group => mode == TaxMode.Exclusive
                ? new TaxGroup(group.Key.TaxCategory, group.Key.TaxRate, group.Taxed, group.Taxed * group.Key.TaxRate)
                : Inside(group.Key.TaxCategory, group.Key.TaxRate, group.Taxed))
            .ToArray();
        var untaxed = Untaxed(mode, currency, lines);
        var net = groups.Sum(currency, group => group.Net) + untaxed;
        var tax = groups.Sum(currency, group => group.Tax);
        return new DocumentSum(
            lines.Sum(currency, line => line.Amount), lines.Sum(currency, line => ServiceOf(mode, line)), net, tax, net + tax, prepaid ?? Money.Zero(currency), groups);
    }

    /// <summary>Tax inside a gross amount: G x r / (1 + r), rounded once.</summary>
    private static TaxGroup Inside(string category, decimal rate, Money gross)
    {
        var tax = Money.Of(gross.Amount * rate / (1 + rate), gross.Currency);
        return new TaxGroup(category, rate, gross - tax, tax);
    }

    private static Money ServiceOf(TaxMode mode, SumLine line) =>
        mode == TaxMode.Exclusive
            ? line.Amount * line.ServiceRate
            : Money.Of(line.Amount.Amount * line.ServiceRate / (1 + line.ServiceRate), line.Amount.Currency);

    private static Money Taxed(TaxMode mode, Currency currency, IEnumerable<SumLine> lines) =>
        lines.Sum(currency, line => mode == TaxMode.Exclusive
            ? line.ServiceTaxable ? line.Amount + ServiceOf(mode, line) : line.Amount
            : line.ServiceTaxable ? line.Amount : line.Amount - ServiceOf(mode, line));

    private static Money Untaxed(TaxMode mode, Currency currency, IEnumerable<SumLine> lines) =>
        lines.Where(line => !line.ServiceTaxable).Sum(currency, line => ServiceOf(mode, line));
}
