using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Web.Documents;

/// <summary>All that an invoice's workbook and PDF say; the sums are those kept with the invoice.</summary>
public sealed record InvoiceSheet
{
    public required HotelSheet Hotel { get; init; }

    public required ClientSheet Client { get; init; }

    /// <summary>What it is, in words: "Invoice", "Deposit invoice", "Deposit request", "Credit note", "Pro-forma", "Cancellation fee".</summary>
    public required string Kind { get; init; }

    public required string Number { get; init; }

    public required LocalDate IssuedOn { get; init; }

    public LocalDate? DueOn { get; init; }

    /// <summary>First and last day of supply.</summary>
    public LocalDate? SuppliedFrom { get; init; }

    public LocalDate? SuppliedUntil { get; init; }

    public string BookingReference { get; init; } = "";

    public string EventName { get; init; } = "";

    public string PurchaseOrder { get; init; } = "";

    /// <summary>The number of the document that a credit note corrects.</summary>
    public string Corrects { get; init; } = "";

    /// <summary>"en" or "sq".</summary>
    public string Language { get; init; } = "en";

    public required Currency Currency { get; init; }

    public required TaxMode TaxMode { get; init; }

    public IReadOnlyList<PricedRow> Lines { get; init; } = [];

    public IReadOnlyList<ChargeRow> Allowances { get; init; } = [];

    public IReadOnlyList<ChargeRow> Charges { get; init; } = [];

    public IReadOnlyList<TaxSheetRow> Taxes { get; init; } = [];

    public required TotalsSheet Totals { get; init; }

    public IReadOnlyList<DepositRow> Deposits { get; init; } = [];

    public IReadOnlyList<PaymentRow> Payments { get; init; } = [];

    public IReadOnlyList<ReconciliationRow> Reconciliation { get; init; } = [];

    public string Note { get; init; } = "";
}
