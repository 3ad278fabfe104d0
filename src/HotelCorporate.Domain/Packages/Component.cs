using HotelCorporate.Domain.Amounts;
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

    /// <summary>A protected component keeps its list amount whatever discount the package gets.</summary>
    public bool IsProtected { get; private set; }
}
