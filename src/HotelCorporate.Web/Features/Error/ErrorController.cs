using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HotelCorporate.Web.Features.Error;

/// <summary>What a person sees when a page cannot be shown: what happened and what to do.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorController : HotelController
{
    [Route("/error/{code:int}")]
    public IActionResult Index(int code)
    {
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status500InternalServerError;
        return View(code);
    }

    [HttpGet("/refused")]
    public IActionResult NotAllowed()
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return View("Index", StatusCodes.Status403Forbidden);
    }
}
