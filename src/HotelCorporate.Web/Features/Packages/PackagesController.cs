using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Packages;

/// <summary>What the hotel sells per delegate.</summary>
[Authorize(Policy = Policies.Events)]
[Route("packages")]
public sealed class PackagesController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var all = await db.PackagesWhole(property.Id).AsNoTracking().OrderBy(package => package.Id).ToListAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        return View(new PackageListPage(all.FindAll(package => !package.IsRetired && !(package.ValidTo < today)), all.FindAll(package => package.IsRetired || package.ValidTo < today), property.CurrencyCode, today));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel) => await db.PackagePageAsync(id, clock.GetCurrentInstant(), cancel) is { } page ? View(page) : NotFound();
}

/// <summary>The packages of a hotel.</summary>
/// <param name="Before">Retired ones, and those whose days are over.</param>
public sealed record PackageListPage(IReadOnlyList<Package> Sold, IReadOnlyList<Package> Before, string Currency, LocalDate Today);

/// <summary>All that the package's page shows.</summary>
/// <param name="Others">Those that a price rise made of it, or that it was made of.</param>
public sealed record PackagePage(Package Package, CatalogueNames Names, IReadOnlyList<Package> Others, LocalDate Today);

/// <summary>A package as it is being typed.</summary>
/// <param name="Package">None for a new one.</param>
/// <param name="Items">What of the catalogue it may be made of.</param>
public sealed record PackageFormPage(PackageForm Form, Package? Package, CatalogueChoices Choices, IReadOnlyList<CatalogueItem> Items);

/// <summary>What the page of a package reads.</summary>
internal static class PackageReading
{
    public static async Task<PackagePage?> PackagePageAsync(this HotelDb db, int id, Instant now, CancellationToken cancel)
    {
        if (await db.Packages.Where(package => package.Id == id).Select(package => (int?)package.PropertyId).SingleOrDefaultAsync(cancel) is not { } propertyId) return null;
        var property = await DeskQueries.PropertyAsync(db, propertyId, cancel);
        var all = await db.PackagesWhole(propertyId).AsNoTracking().OrderBy(package => package.ValidFrom).ToListAsync(cancel);
        var package = all.Single(package => package.Id == id);
        return new PackagePage(package, (await db.ChoicesAsync(property, cancel)).Names, all.FindAll(other => other.Line == package.Line && other.Id != id), property.Today(now));
    }
}
