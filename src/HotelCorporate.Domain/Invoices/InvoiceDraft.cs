using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Invoices;

/// <summary>All that a document will say, before it has a number and a date.</summary>
public sealed record InvoiceDraft
{
    public required InvoiceKind Kind { get; init; }

    public required int PropertyId { get; init; }

    public required int AccountId { get; init; }

    public required int BookingId { get; init; }

    public required InvoiceParty Seller { get; init; }

    public required InvoiceParty Buyer { get; init; }

    public required Currency Currency { get; init; }

    public required TaxMode TaxMode { get; init; }

    public required IReadOnlyList<InvoiceLine> Lines { get; init; }

    public string BookingReference { get; init; } = "";

    public string EventName { get; init; } = "";

    public string PurchaseOrder { get; init; } = "";

    /// <summary>The accepted offer and its version.</summary>
    public string Contract { get; init; } = "";

    public LocalDate? SuppliedFrom { get; init; }

    public LocalDate? SuppliedUntil { get; init; }

    /// <summary>What was paid on deposit requests before.</summary>
    public Money? Prepaid { get; init; }

    /// <summary>Days to pay from the day of issue.</summary>
    public int TermsDays { get; init; } = 14;

    /// <summary>Overrides the terms.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>What it corrects.</summary>
    public Invoice? Corrects { get; init; }

    public string Note { get; init; } = "";

    /// <summary>The language in which the client reads it.</summary>
    public string Language { get; init; } = "en";
}
