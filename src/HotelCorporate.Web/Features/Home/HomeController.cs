using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Home;

[Authorize(Policy = Policies.Staff)]
public sealed class HomeController(HotelDb db) : HotelController
{
    [HttpGet("/")]
    public IActionResult Index() => View();

    /// <summary>Works in another hotel from now on.</summary>
    [HttpPost("/property")]
    public async Task<IActionResult> Switch(string code, CancellationToken cancel)
    {
        if (!await db.Properties.AnyAsync(property => property.Code == code, cancel)) return NotFound();
        Response.Cookies.Append(CurrentProperty.Cookie, code, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
        });
        return RedirectToAction(nameof(Index));
    }
}
