using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>What the pages about things for sale read.</summary>
internal static class CatalogueReading
{
    /// <summary>One thing with its hotel; null when the person may not see it, or there is none.</summary>
    public static async Task<(CatalogueItem Item, Property Property)?> ItemAsync(this HotelDb db, int id, CancellationToken cancel) =>
        await db.CatalogueItems.SingleOrDefaultAsync(item => item.Id == id, cancel) is { } item ? (item, await DeskQueries.PropertyAsync(db, item.PropertyId, cancel)) : null;

    public static async Task<CatalogueItemPage?> ItemPageAsync(this HotelDb db, int id, NodaTime.Instant now, CancellationToken cancel)
    {
        if (await db.CatalogueItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancel) is not { } item) return null;
        var property = await DeskQueries.PropertyAsync(db, item.PropertyId, cancel);
        var packages = await db.Packages.AsNoTracking().Where(package => package.Components.Any(component => component.CatalogueItemId == id)).OrderBy(package => package.Code).Select(package => new { package.Id, package.Code, package.Name }).ToListAsync(cancel);
        return new CatalogueItemPage(item, (await db.ChoicesAsync(property, cancel)).Names, property, property.Today(now), packages.ConvertAll(package => (package.Id, package.Code, package.Name)));
    }

    /// <summary>The list as whoever looks for contradictions reads it: what is sold, and the hire of spaces.</summary>
    public static IReadOnlyList<CatalogueFinding> Findings(IEnumerable<CatalogueItem> items, Property property) =>
        CatalogueFindings.Of([.. items.Where(item => !item.IsRetired).Select(ListedPrice.Of)], property.TaxMode);
}
