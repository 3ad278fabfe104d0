using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HotelCorporate.Web.Features.Error;

/// <summary>What a person sees when a page cannot be shown: what happened and what to do.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorController : Controller // shows what failed whatever the verb was: it takes no antiforgery token
{
    [Route("/error/{code:int}")]
    public IActionResult Index(int code)
    {
        var status = code is >= 400 and < 600 ? code : StatusCodes.Status500InternalServerError;
        if (Request.PrefersJson()) return Problem(statusCode: status);
        Response.StatusCode = status;
        return View(code);
    }
}
