using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HotelCorporate.Web.Features.Error;

/// <summary>What a person sees when a page cannot be shown: what happened and what to do.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
[ReadsNoForm]
public sealed class ErrorController : Controller // shows what failed whatever the verb was: it takes no antiforgery token
{
    [Route("/error/{code:int}")]
    public IActionResult Index(int code)
    {
        var status = code is >= 400 and < 600 ? code : StatusCodes.Status500InternalServerError;
        if (Request.PrefersJson()) return Problem(statusCode: status, title: Words.Here[Title(status)]);
        Response.StatusCode = status;
        return View(code);
    }

    /// <summary>The same for people and for programs.</summary>
    public static string Title(int code) => code switch
    {
        400 => "The form was not accepted",
        401 => "Sign in first",
        403 => "This page is not for your role",
        404 => "There is nothing at this address",
        409 => "Somebody else was first",
        410 => "This link does not open",
        413 => "This file is too large",
        429 => "Too many tries",
        503 => "The house is busy",
        _ => "The page could not be made",
    };
}

/// <summary>What was sent is not read again: it may be what could not be read.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsNoFormAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
