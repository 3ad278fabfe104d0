using HotelCorporate.Domain.Catalogue;
using NodaTime;

namespace HotelCorporate.Domain.Packages;

/// <summary>What is said of a package, for the journal.</summary>
public static class PackageRecord
{
    public static FactRecord Of(Package package, CatalogueNames names) => new(
    [
        ("code", FactRecord.Typed(package.Code)), ("name", FactRecord.Typed(package.Name)), ("kind", package.Kind.ToString()), ("description", FactRecord.Typed(package.Description)),
        .. CatalogueRecord.Texts(package.Texts),
        ("sold from", $"{package.ValidFrom}"), ("sold until", CatalogueRecord.Day(package.ValidTo)), ("delegates", $"{package.MinimumDelegates} - {package.MaximumDelegates}"),
        ("below the least number", package.BelowMinimum.ToString()),
        ("not sold on", FactRecord.Listed([.. Enum.GetValues<IsoDayOfWeek>().Where(package.IsClosedOn).Select(day => (Sentence)day.ToString())])),
        ("price per delegate", $"{package.ListPrice}"),
        ("steps", FactRecord.Listed([.. package.Steps.OrderBy(step => step.FromDelegates).Select(step => (Sentence)$"{step.FromDelegates}: {step.Price}")])),
        .. package.Components.Select(component => ((Sentence)$"component {component.Name}", Said(component, names))),
    ]);

    private static Sentence Said(Component component, CatalogueNames names)
    {
        List<Sentence> said = [component.RevenueClass.ToString(), component.Basis.ToString(), $"{component.List}", $"{component.NetCost}", FactRecord.Typed(names.TaxCodes.GetValueOrDefault(component.TaxCodeId))];
        if (component.ServedAt is { } at) said.Add($"{at}");
        if (component.SpawnsFunction) said.Add(component.Spawns is { } spawned ? CatalogueRecord.Spawned(spawned, names) : "its own function");
        if (component.IsProtected) said.Add("protected from discount");
        return Sentence.Join(", ", said);
    }
}
