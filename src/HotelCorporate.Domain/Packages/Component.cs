using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Packages;

/// <summary>One thing inside a package: the meeting room, a coffee break, the bedroom.</summary>
public sealed class Component
{
    private Component() => Name = "";

    public Component(
        string name, RevenueClass revenueClass, Money list, int taxCodeId, Money? netCost = null, bool isProtected = false,
        ComponentBasis basis = ComponentBasis.PerPersonPerDay)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new HouseRuleException("Give the component a name, such as Morning coffee break.");
        if (name.Length > 120) throw new HouseRuleException("A component's name has 120 characters at most.");
        if (list.IsNegative) throw new HouseRuleException($"The list amount of {name} is below zero. Give zero or more.");
        var cost = netCost ?? Money.Zero(list.Currency);
        if (cost.IsNegative) throw new HouseRuleException($"The net cost of {name} is below zero. Give zero or more.");
        Name = name.Trim();
        RevenueClass = revenueClass;
        List = list;
        NetCost = cost;
        TaxCodeId = taxCodeId;
        IsProtected = isProtected;
        Basis = basis;
    }

    public int Id { get; private set; }

    public string Name { get; private set; }

    public RevenueClass RevenueClass { get; private set; }

    public ComponentBasis Basis { get; private set; }

    /// <summary>What it adds to the package's list price, per unit of the package.</summary>
    public Money List { get; private set; }

    /// <summary>What it costs the house, before tax.</summary>
    public Money NetCost { get; private set; }

    /// <summary>The tax code of this thing; a package has none of its own.</summary>
    public int TaxCodeId { get; private set; }

    /// <summary>When it is served, if it has an hour.</summary>
    public LocalTime? ServedAt { get; init; }

    /// <summary>Whether it becomes a function of its own in the programme (a dinner does, a bottle of water does not).</summary>
    public bool SpawnsFunction { get; init; }

    /// <summary>How that function is set; none where nobody has said.</summary>
    public SetupStyle? FunctionStyle { get; init; }

    /// <summary>How long it lasts.</summary>
    public int? FunctionMinutes { get; init; }

    /// <summary>Where it is; none: where the party already is.</summary>
    public int? FunctionSpaceId { get; init; }

    /// <summary>What of the catalogue it was made from. It is a copy: a later change there does not touch it.</summary>
    public int? CatalogueItemId { get; init; }

    /// <summary>A protected component keeps its list amount whatever discount the package gets.</summary>
    public bool IsProtected { get; private set; }

    /// <summary>The function that comes with it, when it is known how it is set.</summary>
    public SpawnedFunction? Spawns => SpawnsFunction && FunctionStyle is { } style ? new(style, FunctionMinutes ?? 0, FunctionSpaceId) : null;

    /// <summary>The same at another list amount.</summary>
    internal Component At(Money list) => new(Name, RevenueClass, list, TaxCodeId, NetCost, IsProtected, Basis)
    {
        ServedAt = ServedAt, SpawnsFunction = SpawnsFunction, FunctionStyle = FunctionStyle, FunctionMinutes = FunctionMinutes, FunctionSpaceId = FunctionSpaceId, CatalogueItemId = CatalogueItemId,
    };
}
