using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>What the house sells by itself, and what packages are made of.</summary>
public sealed partial class CatalogueItem
{
    private CatalogueItem() => (Code, Name, Description, Note) = ("", "", "", "");

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    /// <summary>Its own in the hotel.</summary>
    public string Code { get; private set; }

    public CatalogueKind Kind { get; private set; }

    /// <summary>As the house calls it; clients whose language has no text of its own read this too.</summary>
    public string Name { get; private set; }

    public string Description { get; private set; }

    public IReadOnlyList<ClientText> Texts { get; private set; } = [];

    public RevenueClass RevenueClass { get; private set; }

    /// <summary>What one of it is.</summary>
    public ComponentBasis Basis { get; private set; }

    /// <summary>The list price of one, with or without tax as the hotel prices.</summary>
    public Money Price { get; private set; }

    /// <summary>What one costs the house, before tax.</summary>
    public Money NetCost { get; private set; }

    public int TaxCodeId { get; private set; }

    /// <summary>The least that is sold at once.</summary>
    public int MinimumNumber { get; private set; } = 1;

    public LocalTime? ServedAt { get; private set; }

    public SetupStyle? FunctionStyle { get; private set; }

    public int? FunctionMinutes { get; private set; }

    public int? FunctionSpaceId { get; private set; }

    /// <summary>What of the house's stock one of it is: it is planned for the function that it is sold for. Of equipment only.</summary>
    public int? ResourceId { get; private set; }

    /// <summary>It keeps its price whatever discount is given.</summary>
    public bool IsProtected { get; private set; }

    public LocalDate? ValidFrom { get; private set; }

    /// <summary>The last day.</summary>
    public LocalDate? ValidTo { get; private set; }

    public IReadOnlyList<PriceSeason> Seasons { get; private set; } = [];

    public IReadOnlyList<DatedPrice> DatedPrices { get; private set; } = [];

    /// <summary>Of a menu.</summary>
    public IReadOnlyList<Dish> Dishes { get; private set; } = [];

    public StatedTax PriceTax { get; private set; }

    public string Note { get; private set; }

    /// <summary>No longer offered: what was sold with it stays as it was sold.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    public Currency Currency => Price.Currency;

    public bool SpawnsFunction => FunctionStyle is not null;

    /// <summary>The function that comes with it; none when it makes none.</summary>
    public SpawnedFunction? Spawns => FunctionStyle is { } style ? new(style, FunctionMinutes ?? 0, FunctionSpaceId) : null;

    public PriceCalendar Prices => new(Price, Seasons, DatedPrices);

    public string NameIn(string language) => Texts.NameIn(language, Name);

    public string DescriptionIn(string language) => Texts.DescriptionIn(language, Description);

    /// <summary>The price of one on that day: a season's before a dated one, that before the list price. Whether it is sold then says <see cref="WhyNotOn"/>.</summary>
    public Money PriceOn(LocalDate day) => Prices.On(day);

    /// <summary>Why it is not sold on that day; null when it is.</summary>
    public Sentence? WhyNotOn(LocalDate day)
    {
        if (IsRetired) return $"{Name} is no longer sold. Choose another.";
        if (day < ValidFrom) return $"{Name} is sold from {ValidFrom.Value} on. Choose a later day or another one.";
        if (day > ValidTo) return $"{Name} was sold until {ValidTo.Value}. Choose another one.";
        return null;
    }
}
