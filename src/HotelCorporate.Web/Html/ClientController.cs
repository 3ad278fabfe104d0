using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;

namespace HotelCorporate.Web.Html;

/// <summary>A client's own page, opened by the signed link in its mails, without a password.</summary>
/// <param name="purpose">What its tokens open.</param>
[AllowAnonymous]
[ClientLanguage]
[EnableRateLimiting(RateLimits.Links)]
public abstract class ClientController(SignedLinks links, string purpose) : HotelController
{
    /// <summary>No search engine keeps the page.</summary>
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        base.OnActionExecuting(context);
    }

    /// <summary>The document that the token opens; null when its time is over, or it is none.</summary>
    protected int? Opened(string token) => links.Open(purpose, token) is { IsExpired: false } link ? link.Id : null;

    /// <summary>410: the link was cut off, changed on the way, or its time is over.</summary>
    protected ViewResult Gone(string token)
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("~/Features/Offers/Gone.cshtml", links.Open(purpose, token) is { IsExpired: true }
            ? "The time of this link is over. Ask the hotel for a new one."
            : "The address is not complete, or was changed on the way. Open the link in the e-mail once more, or copy it whole.");
    }
}
