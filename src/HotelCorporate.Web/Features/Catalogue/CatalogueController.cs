using System.Globalization;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>What the house sells by itself, and what its packages are made of.</summary>
[Authorize(Policy = Policies.Events)]
[Route("catalogue")]
public sealed class CatalogueController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CatalogueFilter filter, CancellationToken cancel) => View(await PageAsync(filter, cancel));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel) => await db.ItemPageAsync(id, clock.GetCurrentInstant(), cancel) is { } page ? View(page) : NotFound();

    /// <summary>What the list shows; the hire prices with it where it is not narrowed to a kind. The file can be brought in again.</summary>
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Export(CatalogueFilter filter, CancellationToken cancel)
    {
        var page = await PageAsync(filter, cancel);
        var hire = filter.Kind is null && !filter.Retired ? await db.HirePrices.AsNoTracking().Where(price => price.PropertyId == page.Property.Id).OrderBy(price => price.Id).ToListAsync(cancel) : [];
        return Excel(TableWorkbook.Write(CatalogueSheets.Of(page, hire), $"{page.Property.Name}"), $"catalogue-{page.Property.Code}.xlsx");
    }

    private async Task<CataloguePage> PageAsync(CatalogueFilter filter, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var all = await db.CatalogueItems.AsNoTracking().Where(item => item.PropertyId == property.Id).ToListAsync(cancel);
        var sold = all.FindAll(item => !item.IsRetired);
        var shown = all.Where(item => item.IsRetired == filter.Retired && (filter.Kind is null || item.Kind == filter.Kind) && Says(item, filter.Search));
        var (names, today) = ((await db.ChoicesAsync(property, cancel)).Names, property.Today(clock.GetCurrentInstant()));
        return new CataloguePage(
            filter, [.. shown.OrderBy(item => item.Kind).ThenBy(item => item.Name, StringComparer.CurrentCulture)], sold.CountBy(item => item.Kind).ToDictionary(), all.Count - sold.Count,
            await db.FindingsAsync(all, property, names, today, cancel), names, property, today);
    }

    /// <summary>Every word that is looked for, whatever its accents.</summary>
    private static bool Says(CatalogueItem item, string? search)
    {
        var text = $"{item.Code} {item.Name} {item.Description} {string.Join(' ', item.Texts.Select(text => text.Name))} {string.Join(' ', item.Dishes.Select(dish => dish.Name))}";
        return (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}
