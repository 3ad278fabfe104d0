using System.Security.Claims;
using HotelCorporate.Domain;
using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HotelCorporate.Web.Html;

/// <summary>What every page shares: antiforgery on each write, and one way to show a refusal.</summary>
[AutoValidateAntiforgeryToken]
public abstract class HotelController : Controller
{
    /// <summary>The signed-in person, for the journal.</summary>
    protected Actor Me => new(
        int.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null, User.Identity?.Name ?? "client");

    /// <summary>Does what may be refused by a rule of the house; a refusal becomes an error on the form and gives null.</summary>
    protected T? Attempt<T>(Func<T> act, string field = "") where T : class
    {
        try
        {
            return act();
        }
        catch (HouseRuleException refusal)
        {
            ModelState.AddModelError(field, refusal.Message);
            return null;
        }
    }

    /// <inheritdoc cref="Attempt{T}"/>
    protected bool Attempt(Action act, string field = "")
    {
        try
        {
            act();
            return true;
        }
        catch (HouseRuleException refusal)
        {
            ModelState.AddModelError(field, refusal.Message);
            return false;
        }
    }

    /// <summary>A program that asks for JSON gets a refusal as problem+json, with the errors by field; people get the page.</summary>
    public override void OnActionExecuted(ActionExecutedContext context)
    {
        if (context.Result is ViewResult && Response.StatusCode is >= 400 and < 500 && Request.PrefersJson())
            context.Result = ValidationProblem(statusCode: Response.StatusCode, title: "Refused");
        base.OnActionExecuted(context);
    }

    /// <summary>422: the same page again with what was typed and what is wrong.</summary>
    protected ViewResult Refused(object page, string? view = null)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return view is null ? View(page) : View(view, page);
    }

    /// <summary>Says on the next page what was done.</summary>
    protected void Say(string message) => TempData["said"] = message;
}
