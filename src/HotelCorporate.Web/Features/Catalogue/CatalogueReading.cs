using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>What the pages about things for sale read.</summary>
internal static class CatalogueReading
{
    /// <summary>One thing with its hotel; null when the person may not see it, or there is none.</summary>
    public static async Task<(CatalogueItem Item, Property Property)?> ItemAsync(this HotelDb db, int id, CancellationToken cancel) =>
        await db.CatalogueItems.SingleOrDefaultAsync(item => item.Id == id, cancel) is { } item ? (item, await DeskQueries.PropertyAsync(db, item.PropertyId, cancel)) : null;

    public static async Task<CatalogueItemPage?> ItemPageAsync(this HotelDb db, int id, Instant now, CancellationToken cancel)
    {
        if (await db.CatalogueItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancel) is not { } item) return null;
        var property = await DeskQueries.PropertyAsync(db, item.PropertyId, cancel);
        var packages = await db.Packages.AsNoTracking().Where(package => package.Components.Any(component => component.CatalogueItemId == id)).OrderBy(package => package.Code).Select(package => new { package.Id, package.Code, package.Name }).ToListAsync(cancel);
        return new CatalogueItemPage(item, (await db.ChoicesAsync(property, cancel)).Names, property, property.Today(now), packages.ConvertAll(package => (package.Id, package.Code, package.Name)));
    }

    /// <summary>What contradicts itself in all that the house sells: things, the hire of spaces, packages.</summary>
    /// <param name="items">All, retired ones too.</param>
    public static async Task<IReadOnlyList<CatalogueFinding>> FindingsAsync(this HotelDb db, IReadOnlyList<CatalogueItem> items, Property property, CatalogueNames names, LocalDate today, CancellationToken cancel)
    {
        var rateOf = await db.TaxRatesAsync(property, today, cancel);
        var packages = await db.PackagesWhole(property.Id).AsNoTracking().Where(package => !package.IsRetired).OrderBy(package => package.Code).ToListAsync(cancel);
        return
        [
            .. CatalogueFindings.Of([.. items.Where(item => !item.IsRetired).Select(item => ListedPrice.Of(item) with { TaxRate = rateOf(item.TaxCodeId) })], property.TaxMode),
            .. await db.HireFindingsAsync(property, names, cancel), .. CatalogueFindings.OfPackages(packages, items, names.TaxCodes),
        ];
    }

    public static async Task<IReadOnlyList<CatalogueFinding>> HireFindingsAsync(this HotelDb db, Property property, CatalogueNames names, CancellationToken cancel) =>
        CatalogueFindings.OfHire(await db.HirePrices.AsNoTracking().Where(price => price.PropertyId == property.Id).OrderBy(price => price.Id).ToListAsync(cancel), names.Spaces);

    /// <summary>The rate of a tax code on a day; asked for none, that of hire.</summary>
    public static async Task<Func<int?, decimal?>> TaxRatesAsync(this HotelDb db, Property property, LocalDate today, CancellationToken cancel)
    {
        var codes = await db.TaxCodes.AsNoTracking().Include(code => code.Rates).Where(code => code.PropertyId == property.Id).ToListAsync(cancel);
        return id => codes.Find(code => id is null ? code.Classes.Contains(RevenueClass.RoomHire) : code.Id == id) is { } code && code.Rates.Any(rate => rate.ValidFrom <= today) ? code.RateOn(today) : null;
    }
}
