using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Web.Documents;

/// <summary>All that the quote's PDF and its mail say.</summary>
public sealed record QuoteSheet
{
    public required HotelSheet Hotel { get; init; }

    public required ClientSheet Client { get; init; }

    public required string Number { get; init; }

    /// <summary>Which version of the offer, from 1.</summary>
    public int Version { get; init; } = 1;

    public required string Title { get; init; }

    /// <summary>Which alternative of the version it is, in words; empty when it is the only one.</summary>
    public string Alternative { get; init; } = "";

    /// <summary>The other alternatives of the version, in their order.</summary>
    public IReadOnlyList<QuoteSheet> Others { get; init; } = [];

    public required LocalDate DatedOn { get; init; }

    public required LocalDate ValidUntil { get; init; }

    /// <summary>"en" or "sq".</summary>
    public string Language { get; init; } = "en";

    public required Currency Currency { get; init; }

    public required TaxMode TaxMode { get; init; }

    public IReadOnlyList<ProgrammeRow> Programme { get; init; } = [];

    public IReadOnlyList<PackageSheet> Packages { get; init; } = [];

    public IReadOnlyList<BedroomRow> Bedrooms { get; init; } = [];

    public IReadOnlyList<PricedRow> Lines { get; init; } = [];

    public IReadOnlyList<ChargeRow> Services { get; init; } = [];

    public IReadOnlyList<TaxSheetRow> Taxes { get; init; } = [];

    public required TotalsSheet Totals { get; init; }

    /// <summary>All-in, with service and tax.</summary>
    public Money? PerPerson { get; init; }

    public IReadOnlyList<DepositRow> Deposits { get; init; } = [];

    public IReadOnlyList<DeadlineRow> Deadlines { get; init; } = [];

    public IReadOnlyList<CancellationRow> Cancellation { get; init; } = [];

    /// <summary>What bedrooms that stay unused cost, sentence by sentence.</summary>
    public IReadOnlyList<string> UnusedBedrooms { get; init; } = [];

    /// <summary>Waivers of hire and the least spend, sentence by sentence.</summary>
    public IReadOnlyList<string> SpendRules { get; init; } = [];

    /// <summary>People that the price per person is counted over.</summary>
    public int Persons { get; init; } = 1;

    public IReadOnlyList<string> NotIncluded { get; init; } = [];

    public ContactSheet? Seller { get; init; }

    /// <summary>The client's own address of this offer.</summary>
    public string Link { get; init; } = "";
}
