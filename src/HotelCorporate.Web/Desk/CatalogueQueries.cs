using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Desk;

/// <summary>What a form about things for sale offers to choose from.</summary>
public sealed record CatalogueChoices(IReadOnlyList<TaxCode> TaxCodes, IReadOnlyList<Space> Spaces, IReadOnlyList<Resource> Resources, Property Property)
{
    public CatalogueNames Names => new(TaxCodes.ToDictionary(code => code.Id, code => code.Code), Spaces.ToDictionary(space => space.Id, space => space.Name)) { Resources = Resources.ToDictionary(resource => resource.Id, resource => resource.Name) };
}

/// <summary>What pages about things for sale read together.</summary>
internal static class CatalogueQueries
{
    public static async Task<CatalogueChoices> ChoicesAsync(this HotelDb db, Property property, CancellationToken cancel) => new(
        await db.TaxCodes.AsNoTracking().Where(code => code.PropertyId == property.Id).OrderBy(code => code.Code).ToListAsync(cancel),
        await db.SpaceListAsync(property.Id, cancel), await db.Resources.AsNoTracking().Where(resource => resource.PropertyId == property.Id).OrderBy(resource => resource.Name).ToListAsync(cancel), property);

    /// <summary>The spaces of a hotel without what they are made of.</summary>
    public static Task<List<Space>> SpaceListAsync(this HotelDb db, int propertyId, CancellationToken cancel) =>
        db.Spaces.AsNoTracking().Where(space => space.PropertyId == propertyId).OrderBy(space => space.Position).ThenBy(space => space.Id).ToListAsync(cancel);

    /// <summary>Components in the order in which they were put in: a price that is split over them has its left-over cents there, and its lines stand so.</summary>
    public static IQueryable<Package> PackagesWhole(this HotelDb db, int propertyId) =>
        db.Packages.AsSplitQuery().Include(package => package.Components.OrderBy(component => component.Id)).Include(package => package.Steps).Where(package => package.PropertyId == propertyId);
}
