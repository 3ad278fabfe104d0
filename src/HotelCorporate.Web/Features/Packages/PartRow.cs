using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Html;
using NodaTime;

namespace HotelCorporate.Web.Features.Packages;

/// <summary>A component of a package as it is typed. In a row without an amount, what is left empty comes from the thing of the catalogue that was chosen.</summary>
public sealed class PartRow
{
    public int? ItemId { get; set; }

    public string? Name { get; set; }

    public RevenueClass? RevenueClass { get; set; }

    public ComponentBasis? Basis { get; set; }

    public decimal? Amount { get; set; }

    public decimal? NetCost { get; set; }

    public int? TaxCodeId { get; set; }

    public LocalTime? ServedAt { get; set; }

    public bool IsProtected { get; set; }

    public bool SpawnsFunction { get; set; }

    public SetupStyle? FunctionStyle { get; set; }

    public int? FunctionMinutes { get; set; }

    public int? FunctionSpaceId { get; set; }

    /// <summary>The row goes out of the package.</summary>
    public bool TakeOut { get; set; }

    public bool IsEmpty => ItemId is null && string.IsNullOrWhiteSpace(Name) && Amount is null;

    /// <param name="i">Which row it is: a refusal is shown beside its field.</param>
    /// <param name="day">Of the catalogue's price.</param>
    /// <exception cref="HouseRuleException">It names nothing of the hotel's catalogue, or lacks what the catalogue does not give.</exception>
    public Component ToComponent(int i, Currency currency, IReadOnlyList<CatalogueItem> items, LocalDate day)
    {
        var item = ItemId is { } id ? items.FirstOrDefault(item => item.Id == id) ?? throw Missing(i, nameof(ItemId), "Choose something of this hotel's catalogue.") : null;
        var name = string.IsNullOrWhiteSpace(Name) ? item?.Name ?? throw Missing(i, nameof(Name), "Give the component a name, such as Morning coffee break.") : Name.Trim();
        var amount = TypedAmount.Of(Amount, currency) ?? item?.PriceOn(day) ?? throw Missing(i, nameof(Amount), $"Type what {name} adds to the price.");
        var revenueClass = RevenueClass ?? item?.RevenueClass ?? throw Missing(i, nameof(RevenueClass), $"Say which kind of sale {name} is.");
        var taxCode = TaxCodeId ?? item?.TaxCodeId ?? throw Missing(i, nameof(TaxCodeId), $"{name} has no tax code. Choose how it is taxed: nothing is sold without.");
        var fresh = Amount is null ? item : null; // a row that was opened with its amount says all of itself
        var style = FunctionStyle ?? fresh?.FunctionStyle;
        var spawns = SpawnsFunction || style is not null;
        if (SpawnsFunction && style is null) throw Missing(i, nameof(FunctionStyle), $"Say how the function of {name} is set.");
        try
        {
            return new Component(name, revenueClass, amount, taxCode, TypedAmount.Of(NetCost, currency) ?? item?.NetCost, IsProtected || fresh?.IsProtected == true, Basis ?? item?.Basis ?? ComponentBasis.PerPersonPerDay)
            {
                ServedAt = ServedAt ?? fresh?.ServedAt, CatalogueItemId = item?.Id, SpawnsFunction = spawns, FunctionStyle = style,
                FunctionMinutes = spawns ? FunctionMinutes ?? fresh?.FunctionMinutes ?? 60 : null, FunctionSpaceId = spawns ? FunctionSpaceId ?? fresh?.FunctionSpaceId : null,
            };
        }
        catch (HouseRuleException refusal)
        {
            throw Missing(i, nameof(Amount), refusal.Sentence);
        }
    }

    public static PartRow Of(Component component) => new()
    {
        ItemId = component.CatalogueItemId, Name = component.Name, RevenueClass = component.RevenueClass, Basis = component.Basis, Amount = component.List.Amount, NetCost = component.NetCost.Amount, TaxCodeId = component.TaxCodeId,
        ServedAt = component.ServedAt, IsProtected = component.IsProtected, SpawnsFunction = component.SpawnsFunction, FunctionStyle = component.FunctionStyle, FunctionMinutes = component.FunctionMinutes, FunctionSpaceId = component.FunctionSpaceId,
    };

    private static HouseRuleException Missing(int i, string field, Sentence why) => new(why) { Field = $"Parts[{i}].{field}" };
}
