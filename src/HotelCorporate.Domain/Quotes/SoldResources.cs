using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Resources;

namespace HotelCorporate.Domain.Quotes;

/// <summary>So many of a resource, sold for a function of an offer.</summary>
/// <param name="Key">Of the function in the offer.</param>
public readonly record struct SoldResource(int Key, int ResourceId, int Quantity);

/// <summary>What of the house's stock an offer sells for its functions: equipment of the catalogue that names its resource. Pure.</summary>
public static class SoldResources
{
    /// <summary>As many as are charged; of what is sold by the hour one.</summary>
    /// <param name="items">Of the catalogue, as they are now.</param>
    public static IReadOnlyList<SoldResource> Of(QuoteRequest asked, IReadOnlyCollection<CatalogueItem> items)
    {
        var people = asked.Functions.ToDictionary(function => function.Planned.Key, function => function.Planned.People);
        var sold =
            from extra in asked.Extras
            where extra.ItemId is not null && extra.Key is not null
            join item in items on extra.ItemId equals item.Id
            where item.ResourceId is not null && people.ContainsKey(extra.Key!.Value)
            select (Key: extra.Key!.Value, ResourceId: item.ResourceId!.Value, Pieces: Pieces(extra, item, people[extra.Key.Value]));
        return [.. sold.GroupBy(one => (one.Key, one.ResourceId)).Select(group => new SoldResource(group.Key.Key, group.Key.ResourceId, (int)Math.Min(Resource.Most, group.Sum(one => one.Pieces))))];
    }

    private static decimal Pieces(ExtraAsked extra, CatalogueItem item, int people) =>
        item.Basis == ComponentBasis.PerHour ? 1 : decimal.Ceiling(Math.Max(extra.PerPerson ? people : extra.Quantity ?? 1, item.MinimumNumber));
}
