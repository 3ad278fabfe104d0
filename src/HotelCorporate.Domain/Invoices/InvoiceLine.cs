using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Domain.Invoices;

/// <summary>One line of a document: a copy, never shared with the offer that it came from.</summary>
public sealed class InvoiceLine
{
    private const decimal Millionths = 1_000_000m;

    private InvoiceLine() => (Heading, Description, TaxCategory) = ("", "", "");

    /// <param name="quantity">Negative when something is given back.</param>
    /// <param name="discountRate">A fraction off.</param>
    public InvoiceLine(
        InvoiceLineRole role, string description, decimal quantity, UnitPrice unit, string taxCategory, decimal taxRate, decimal discountRate = 0)
    {
        if (string.IsNullOrWhiteSpace(description) || description.Length > 300) throw new HouseRuleException("Say what the line is for, in 300 characters at most.");
        if (quantity is < -1_000_000 or > 1_000_000 || decimal.Round(quantity, 3) != quantity)
            throw new HouseRuleException($"The quantity of {description} is at most 1,000,000 and has three decimals at most.");
        if (Math.Abs(unit.Amount) > 100_000_000) throw new HouseRuleException($"The price of {description} is at most 100,000,000.");
        if (taxCategory is not ("S" or "Z" or "E" or "O" or "AE")) throw new HouseRuleException($"{taxCategory} is not a tax category. Use S, Z, E, O or AE.");
        Role = role;
        Heading = "";
        Description = description.Trim();
        Quantity = quantity;
        UnitMillionths = (long)(unit.Amount * Millionths);
        DiscountRate = discountRate;
        Amount = Money.Of(unit.Amount * quantity * (1 - discountRate), unit.Currency);
        Discount = unit.Times(quantity) - Amount;
        TaxCategory = taxCategory;
        TaxRate = taxRate;
    }

    public int Id { get; private set; }

    public int Position { get; internal set; }

    public InvoiceLineRole Role { get; private set; }

    /// <summary>What it belongs to: a package on a day, or a function.</summary>
    public string Heading { get; init; }

    public string Description { get; private set; }

    /// <summary>The date of supply.</summary>
    public LocalDate? On { get; init; }

    public RevenueClass RevenueClass { get; init; } = RevenueClass.Other;

    public decimal Quantity { get; private set; }

    /// <summary>The unit price in millionths of the currency, exactly.</summary>
    public long UnitMillionths { get; private set; }

    public decimal DiscountRate { get; private set; }

    public Money Discount { get; private set; }

    /// <summary>Quantity x unit price - discount, rounded once; net or gross as the document's tax mode says.</summary>
    public Money Amount { get; private set; }

    public string TaxCategory { get; private set; }

    public decimal TaxRate { get; private set; }

    /// <summary>The service charges on it, as <see cref="ServiceShare.Write"/> puts them.</summary>
    public string ServicesText { get; init; } = "";

    public IReadOnlyList<ServiceShare> Services => ServiceShare.Read(ServicesText);

    public int? FunctionId { get; init; }

    /// <summary>The quantity in the contract, when it came from one.</summary>
    public decimal? Contracted { get; init; }

    /// <summary>People guaranteed, when the line follows their number.</summary>
    public int? Guaranteed { get; init; }

    /// <summary>People who came, when the line follows their number.</summary>
    public int? Actual { get; init; }

    public UnitPrice Unit => new(UnitMillionths / Millionths, Amount.Currency);

    /// <summary>Copies a line of the contract, in the words of the document. Where it follows the number of people: max(guaranteed, actual), never under the package's minimum.</summary>
    /// <param name="unit">The unit price, when it follows what was spent; none: that of the contract.</param>
    public static InvoiceLine Of(QuoteLine line, Func<Sentence, string> say, int? charged = null, int? guaranteed = null, int? actual = null, UnitPrice? unit = null)
    {
        var follows = line.PerPerson && charged is not null;
        var quantity = follows ? Math.Max(charged!.Value, line.AtLeast) : line.Quantity;
        return new InvoiceLine(line.Role == QuoteLineRole.Reward ? InvoiceLineRole.Allowance : InvoiceLineRole.Supply, say(line.Description), quantity, unit ?? line.Unit, line.TaxCategory, line.TaxRate, line.DiscountRate)
        {
            Heading = say(line.Heading), On = line.On, RevenueClass = line.RevenueClass, ServicesText = line.ServicesText,
            FunctionId = line.FunctionId, Contracted = line.Quantity, Guaranteed = follows ? guaranteed : null, Actual = follows ? actual : null,
        };
    }

    /// <summary>The same, given back.</summary>
    public InvoiceLine Reversed() => new(Role, Description, -Quantity, Unit, TaxCategory, TaxRate, DiscountRate)
    {
        Heading = Heading, On = On, RevenueClass = RevenueClass, ServicesText = ServicesText, FunctionId = FunctionId,
        Contracted = Contracted, Guaranteed = Guaranteed, Actual = Actual,
    };

    /// <summary>As a document is added up.</summary>
    public SumLine ToSum() => new(Amount, TaxCategory, TaxRate, Services);
}
