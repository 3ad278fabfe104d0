using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Invoices;

/// <summary>The tax of one category and rate, as it was issued.</summary>
public sealed class InvoiceTax
{
    private InvoiceTax() => Category = "";

    internal InvoiceTax(TaxGroup group) => (Category, Rate, Net, Tax) = (group.Category, group.Rate, group.Net, group.Tax);

    public int Id { get; private set; }

    public string Category { get; private set; }

    public decimal Rate { get; private set; }

    public Money Net { get; private set; }

    public Money Tax { get; private set; }
}
