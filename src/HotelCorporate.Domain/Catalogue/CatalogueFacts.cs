using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using NodaTime;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>A thing of the catalogue as it is described.</summary>
/// <param name="RevenueClass">None while nobody has said, and then it is refused.</param>
/// <param name="TaxCodeId">The same.</param>
public sealed record CatalogueFacts(CatalogueKind Kind, string Code, string Name, RevenueClass? RevenueClass, ComponentBasis Basis, Money Price, int? TaxCodeId)
{
    /// <summary>What is in it, in words for the client.</summary>
    public string Description { get; init; } = "";

    public IReadOnlyList<ClientText> Texts { get; init; } = [];

    /// <summary>None for a menu: what its dishes cost together.</summary>
    public Money? NetCost { get; init; }

    public int MinimumNumber { get; init; } = 1;

    public LocalTime? ServedAt { get; init; }

    /// <summary>None: it makes no function of its own.</summary>
    public SpawnedFunction? Spawns { get; init; }

    /// <summary>What of the house's stock one of it is; none: nothing that is counted.</summary>
    public int? ResourceId { get; init; }

    public bool IsProtected { get; init; }

    /// <summary>None: as long as it stands in the catalogue.</summary>
    public LocalDate? ValidFrom { get; init; }

    public LocalDate? ValidTo { get; init; }

    public IReadOnlyList<PriceSeason> Seasons { get; init; } = [];

    public IReadOnlyList<DatedPrice> DatedPrices { get; init; } = [];

    public StatedTax PriceTax { get; init; }

    /// <summary>For the house alone.</summary>
    public string Note { get; init; } = "";
}
