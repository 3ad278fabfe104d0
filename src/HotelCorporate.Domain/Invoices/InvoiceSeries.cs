using System.Globalization;
using NodaTime;

namespace HotelCorporate.Domain.Invoices;

/// <summary>The gapless series of one property, kind and year of issue: INV-TIA-2026.</summary>
public sealed record InvoiceSeries(string PropertyCode, InvoiceKind Kind, int Year)
{
    public static InvoiceSeries Of(string propertyCode, InvoiceKind kind, LocalDate issuedOn) => new(propertyCode, kind, issuedOn.Year);

    public string Code => Kind switch
    {
        InvoiceKind.DepositRequest => "REQ",
        InvoiceKind.Deposit => "DEP",
        InvoiceKind.CreditNote => "CN",
        InvoiceKind.ProForma => "PF",
        InvoiceKind.CancellationFee => "FEE",
        _ => "INV",
    };

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Code}-{PropertyCode}-{Year:0000}");

    /// <summary>INV-TIA-2026-000001.</summary>
    public string Number(long next) => string.Create(CultureInfo.InvariantCulture, $"{Name}-{next:000000}");
}
