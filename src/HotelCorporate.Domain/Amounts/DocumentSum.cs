namespace HotelCorporate.Domain.Amounts;

/// <summary>One rounded line of a document, as its tax mode states it. A negative amount is an allowance.</summary>
/// <param name="Services">The service charges of its revenue class; none when null.</param>
public sealed record SumLine(Money Amount, string TaxCategory, decimal TaxRate, IReadOnlyList<ServiceShare>? Services = null)
{
    /// <summary>What one of the line's charges comes to, rounded: Amount x s; inside the amount when prices hold the tax: G x s / (1 + all rates).</summary>
    public Money ServiceOf(TaxMode mode, ServiceShare share) => Money.Of(
        Amount.Amount * share.Rate / (mode == TaxMode.Exclusive ? 1 : 1 + (Services ?? []).Sum(other => other.Rate)), Amount.Currency);

    internal Money Service(TaxMode mode, Func<ServiceShare, bool> which) => (Services ?? []).Where(which).Sum(Amount.Currency, share => ServiceOf(mode, share));
}

/// <summary>The tax of one category and rate.</summary>
public sealed record TaxGroup(string Category, decimal Rate, Money Net, Money Tax);

/// <summary>What a named service charge comes to on the whole document.</summary>
public sealed record ServiceSum(string Name, Money Amount);

/// <summary>A document's sums: quote and invoice come to the same cent because both are added up here.</summary>
/// <param name="Lines">The lines as stated: net, or gross when prices hold the tax.</param>
/// <param name="Services">Service charges by name; inside the lines when prices hold the tax.</param>
public sealed record DocumentSum(Money Lines, IReadOnlyList<ServiceSum> Services, Money Net, Money Tax, Money Gross, Money Prepaid, IReadOnlyList<TaxGroup> Taxes)
{
    public Money Due => Gross - Prepaid;

    public Money Service => Services.Sum(Lines.Currency, service => service.Amount);

    public static DocumentSum Of(TaxMode mode, Currency currency, IReadOnlyCollection<SumLine> lines, Money? prepaid = null)
    {
        var groups = lines
            .GroupBy(line => (line.TaxCategory, line.TaxRate))
            .OrderBy(group => group.Key.TaxRate).ThenBy(group => group.Key.TaxCategory, StringComparer.Ordinal)
            .Select(group => (group.Key, Taxed: Taxed(mode, currency, group)))
            .Select(group => mode == TaxMode.Exclusive
                ? new TaxGroup(group.Key.TaxCategory, group.Key.TaxRate, group.Taxed, group.Taxed * group.Key.TaxRate)
                : Inside(group.Key.TaxCategory, group.Key.TaxRate, group.Taxed))
            .ToArray();
        var untaxed = lines.Sum(currency, line => line.Service(mode, share => !share.IsTaxable));
        var net = groups.Sum(currency, group => group.Net) + untaxed;
        var tax = groups.Sum(currency, group => group.Tax);
        return new DocumentSum(
            lines.Sum(currency, line => line.Amount), ByName(mode, currency, lines), net, tax, net + tax, prepaid ?? Money.Zero(currency), groups);
    }

    /// <summary>Tax inside a gross amount: G x r / (1 + r), rounded once.</summary>
    private static TaxGroup Inside(string category, decimal rate, Money gross)
    {
        var tax = Money.Of(gross.Amount * rate / (1 + rate), gross.Currency);
        return new TaxGroup(category, rate, gross - tax, tax);
    }

    private static ServiceSum[] ByName(TaxMode mode, Currency currency, IEnumerable<SumLine> lines) =>
    [
        .. lines.SelectMany(line => (line.Services ?? []).Select(share => (share.Name, Amount: line.ServiceOf(mode, share))))
            .GroupBy(service => service.Name, StringComparer.Ordinal)
            .Select(group => new ServiceSum(group.Key, group.Sum(currency, service => service.Amount))),
    ];

    /// <summary>What tax is due on, or taken out of: the lines with the taxable service put on, or without the untaxed service that is inside.</summary>
    private static Money Taxed(TaxMode mode, Currency currency, IEnumerable<SumLine> lines) => lines.Sum(currency, line => mode == TaxMode.Exclusive
        ? line.Amount + line.Service(mode, share => share.IsTaxable)
        : line.Amount - line.Service(mode, share => !share.IsTaxable));
}
