using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Catalogue;

/// <summary>What a hotel calls its tax codes, spaces and resources: a record speaks of them by name.</summary>
public sealed record CatalogueNames(IReadOnlyDictionary<int, string> TaxCodes, IReadOnlyDictionary<int, string> Spaces)
{
    public IReadOnlyDictionary<int, string> Resources { get; init; } = new Dictionary<int, string>();
}

/// <summary>What is said of a thing of the catalogue, for the journal and for a file that is brought in.</summary>
public static class CatalogueRecord
{
    public static FactRecord Of(CatalogueItem item, CatalogueNames names) => new(
    [
        ("code", FactRecord.Typed(item.Code)), ("kind", item.Kind.ToString()), ("name", FactRecord.Typed(item.Name)), ("description", FactRecord.Typed(item.Description)), ("note", FactRecord.Typed(item.Note)),
        .. Texts(item.Texts),
        ("revenue class", item.RevenueClass.ToString()), ("basis", item.Basis.ToString()), ("price", $"{item.Price}"), ("net cost", $"{item.NetCost}"),
        ("tax code", FactRecord.Typed(names.TaxCodes.GetValueOrDefault(item.TaxCodeId))), ("tax in the price", item.PriceTax.ToString()), ("least number", $"{item.MinimumNumber}"),
        ("served at", item.ServedAt is { } at ? (Sentence)$"{at}" : "-"), ("function", Spawned(item.Spawns, names)), ("resource", item.ResourceId is { } resource ? FactRecord.Typed(names.Resources.GetValueOrDefault(resource)) : "-"), ("protected from discount", FactRecord.YesNo(item.IsProtected)),
        ("sold from", Day(item.ValidFrom)), ("sold until", Day(item.ValidTo)),
        ("seasons", FactRecord.Listed([.. item.Seasons.Select(season => (Sentence)$"{season.From} - {season.To}: {Money.Of(season.Price, item.Currency)}")])),
        ("dated prices", FactRecord.Listed([.. item.DatedPrices.Select(price => (Sentence)$"{price.From}: {Money.Of(price.Price, item.Currency)}")])),
        .. item.Dishes.Select(dish => ((Sentence)$"dish {dish.Name}", Said(dish, item.Currency))),
    ]);

    internal static IEnumerable<(Sentence, Sentence)> Texts(IEnumerable<ClientText> texts) =>
        texts.SelectMany(text => new (Sentence, Sentence)[] { ($"name in {text.Language}", FactRecord.Typed(text.Name)), ($"description in {text.Language}", FactRecord.Typed(text.Description)) });

    internal static Sentence Spawned(SpawnedFunction? spawned, CatalogueNames names)
    {
        if (spawned is null) return "-";
        if (spawned.SpaceId is { } id) return $"{spawned.Style}, {spawned.Minutes} min, {names.Spaces.GetValueOrDefault(id)}";
        return $"{spawned.Style}, {spawned.Minutes} min";
    }

    internal static Sentence Day(NodaTime.LocalDate? day)
    {
        if (day is not { } known) return "-";
        return $"{known}";
    }

    internal static Sentence Said(Dish dish, Currency currency)
    {
        var allergens = dish.Allergens is { } known ? FactRecord.Listed([.. known.Order().Select(allergen => (Sentence)allergen.ToString())]) : "allergens not known";
        return $"{dish.Course}, {Money.Of(dish.Cost, currency)}; {allergens}; {FactRecord.Listed([.. dish.Marks.Order().Select(mark => (Sentence)mark.ToString())])}";
    }
}
