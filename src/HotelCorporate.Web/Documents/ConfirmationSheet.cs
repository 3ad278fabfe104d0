using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Web.Documents;

/// <summary>All that the confirmation's PDF, its calendar file and its mail say.</summary>
public sealed record ConfirmationSheet
{
    public required HotelSheet Hotel { get; init; }

    public required ClientSheet Client { get; init; }

    /// <summary>The booking's reference: HC-2026-0142.</summary>
    public required string Reference { get; init; }

    /// <summary>The accepted quote's number and version.</summary>
    public string Quote { get; init; } = "";

    public string PurchaseOrder { get; init; } = "";

    public required string Title { get; init; }

    /// <summary>"en" or "sq".</summary>
    public string Language { get; init; } = "en";

    public required Currency Currency { get; init; }

    public TaxMode TaxMode { get; init; }

    public IReadOnlyList<ProgrammeRow> Programme { get; init; } = [];

    public IReadOnlyList<BedroomRow> Bedrooms { get; init; } = [];

    public IReadOnlyList<PackageSheet> Packages { get; init; } = [];

    public IReadOnlyList<PricedRow> Lines { get; init; } = [];

    public IReadOnlyList<ChargeRow> Services { get; init; } = [];

    public IReadOnlyList<TaxSheetRow> Taxes { get; init; } = [];

    public required TotalsSheet Totals { get; init; }

    public Money? PerPerson { get; init; }

    public IReadOnlyList<DepositRow> Deposits { get; init; } = [];

    public IReadOnlyList<DeadlineRow> Deadlines { get; init; } = [];

    public IReadOnlyList<CancellationRow> Cancellation { get; init; } = [];

    /// <summary>What bedrooms that stay unused cost, sentence by sentence.</summary>
    public IReadOnlyList<string> UnusedBedrooms { get; init; } = [];

    public IReadOnlyList<ContactSheet> Contacts { get; init; } = [];

    public string Link { get; init; } = "";
}
