using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Logos;

/// <summary>The hotels' logos, for whoever has a page or a letter that shows one. A logo never changes: a new one has another number.</summary>
[AllowAnonymous]
[Route("logos/{id:int}")]
public sealed class LogosController(HotelDb db) : Html.HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int id, CancellationToken cancel)
    {
        if (await db.Logos.Where(logo => logo.Id == id).Select(logo => logo.Png).SingleOrDefaultAsync(cancel) is not { } png) return NotFound();
        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return File(png, "image/png");
    }
}
