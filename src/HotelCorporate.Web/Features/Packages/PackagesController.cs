using HotelCorporate.Domain.Packages;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Packages;

/// <summary>What the hotel sells per delegate.</summary>
[Authorize(Policy = Policies.Events)]
[Route("packages")]
public sealed class PackagesController(HotelDb db, CurrentProperty hotel) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        return View(await db.Packages.AsNoTracking().AsSplitQuery().Include(package => package.Components).Include(package => package.Steps)
            .Where(package => package.PropertyId == property.Id).OrderBy(package => package.Id).ToListAsync(cancel));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel)
    {
        var package = await db.Packages.AsNoTracking().AsSplitQuery().Include(package => package.Components).Include(package => package.Steps)
            .SingleOrDefaultAsync(package => package.Id == id, cancel);
        if (package is null) return NotFound();
        var codes = await db.TaxCodes.AsNoTracking().Where(code => code.PropertyId == package.PropertyId)
            .ToDictionaryAsync(code => code.Id, code => code.Name, cancel);
        return View(new PackagePage(package, codes));
    }
}

/// <summary>All that the package's page shows.</summary>
public sealed record PackagePage(Package Package, IReadOnlyDictionary<int, string> TaxNames);
