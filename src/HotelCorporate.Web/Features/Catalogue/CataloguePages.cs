using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>What of the catalogue is shown.</summary>
public sealed record CatalogueFilter
{
    public CatalogueKind? Kind { get; init; }

    public bool Retired { get; init; }

    public string? Search { get; init; }

    /// <summary>The address of the same list with another filter.</summary>
    public string At(string path = "/catalogue") => Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(path, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["kind"] = Kind?.ToString(), ["retired"] = Retired ? "true" : null, ["search"] = string.IsNullOrWhiteSpace(Search) ? null : Search,
    });
}

/// <summary>The catalogue of a hotel.</summary>
/// <param name="Counts">How many there are of each kind, retired ones left out.</param>
/// <param name="Findings">What in it does not fit together.</param>
public sealed record CataloguePage(
    CatalogueFilter Filter, IReadOnlyList<CatalogueItem> Items, IReadOnlyDictionary<CatalogueKind, int> Counts, int Retired, IReadOnlyList<CatalogueFinding> Findings,
    CatalogueNames Names, Property Property, LocalDate Today);

/// <summary>One thing of the catalogue.</summary>
public sealed record CatalogueItemPage(CatalogueItem Item, CatalogueNames Names, Property Property, LocalDate Today, IReadOnlyList<(int Id, string Code, string Name)> Packages);

/// <summary>A thing of the catalogue as it is being typed.</summary>
/// <param name="Item">None for a new one.</param>
public sealed record CatalogueFormPage(CatalogueForm Form, CatalogueItem? Item, CatalogueChoices Choices);

/// <summary>The dishes of a menu as they are being typed.</summary>
public sealed record DishesPage(DishesForm Form, CatalogueItem Item, IReadOnlyList<string> Languages);

/// <summary>The hire prices of a hotel, space by space.</summary>
public sealed record HirePage(IReadOnlyList<HirePage.Row> Rows, Property Property, LocalDate Today, string? HalfDayTyped = null)
{
    /// <summary>What in the prices does not fit together.</summary>
    public IReadOnlyList<CatalogueFinding> Findings { get; init; } = [];

    public sealed record Row(Space Space, IReadOnlyList<HirePrice> Prices);
}

/// <summary>The hire prices of one space as they are being typed.</summary>
public sealed record HireFormPage(HireForm Form, Space Space, Property Property);
