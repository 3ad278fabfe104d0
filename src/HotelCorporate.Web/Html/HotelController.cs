using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HotelCorporate.Web.Html;

/// <summary>What every page shares: antiforgery on each write, and one way to show a refusal.</summary>
[AutoValidateAntiforgeryToken]
public abstract class HotelController : Controller
{
    /// <summary>The signed-in person, for the journal.</summary>
    protected Actor Me => User.UserId() is { } id ? Actor.Staff(id) : Actor.Client;

    /// <summary>What people of the house and their clients see is kept by no browser and no proxy, a download as little as a page.</summary>
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        Response.Headers.CacheControl = "no-cache, no-store"; // the words that antiforgery would set: it warns of others
        base.OnActionExecuting(context);
    }

    /// <summary>Does what may be refused by a rule of the house; a refusal becomes an error on the form and gives null.</summary>
    protected T? Attempt<T>(Func<T> act, string field = "") where T : class
    {
        try
        {
            return act();
        }
        catch (HouseRuleException refusal)
        {
            Refuse(field, refusal);
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
            Refuse(field, refusal);
            return false;
        }
    }

    /// <summary>Puts the refusal beside its field: the one that it names itself, otherwise the given one.</summary>
    protected void Refuse(string field, HouseRuleException refusal) => Refuse(refusal.Field.Length > 0 ? refusal.Field : field, refusal.Sentence);

    /// <summary>Puts a sentence about what is wrong beside a field, in the reader's language. One without a gap may also go to ModelState as it is.</summary>
    protected void Refuse(string field, Sentence why) => ModelState.AddModelError(field, Words.Here.Say(why));

    /// <summary>Says so when somebody changed the record since its form was opened. What was typed stays, and the next save puts it over theirs.</summary>
    /// <param name="opened">The version that the form began with; none asks for no check.</param>
    /// <returns>The version that the form is of from now on; it stands in the field Opened.</returns>
    protected int? RefuseStale(int? opened, int version)
    {
        if (opened is null || opened == version) return opened;
        ModelState.Remove("Opened");
        ModelState.AddModelError("", "Somebody changed it while you typed. Look at it in another window, then save again to put yours over it.");
        return version;
    }

    /// <inheritdoc cref="RefuseStale(int?, int)"/>
    protected string? RefuseStale(string? opened, string version)
    {
        RefuseStale(opened is null ? null : 0, opened == version ? 0 : 1);
        return opened is null ? null : version;
    }

    /// <summary>Whether a change of a person was done; what stood against it becomes an error on the form.</summary>
    protected bool Done(IdentityResult result, string field = "")
    {
        foreach (var error in result.Errors) ModelState.AddModelError(field, error.Description);
        return result.Succeeded;
    }

    /// <summary>Errors are shown in the reader's language. A program that asks for JSON gets a refusal as problem+json, with the errors by field; people get the page.</summary>
    public override void OnActionExecuted(ActionExecutedContext context)
    {
        Translate();
        if (context.Result is ViewResult && Response.StatusCode is >= 400 and < 500 && Request.PrefersJson())
            context.Result = ValidationProblem(statusCode: Response.StatusCode, title: Words.Here["Refused"]);
        base.OnActionExecuted(context);
    }

    /// <summary>The bytes of a file of rows that was sent; null when there is none or it is too large, said at the field.</summary>
    protected async Task<byte[]?> ReadTableAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length is 0 or > TableFile.Largest)
        {
            ModelState.AddModelError("file", "Choose a CSV or XLSX file of 1 MB at most.");
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    /// <summary>The file of rows that was sent; without one, that of the page which comes back with its form. Null when it is none, said at the field.</summary>
    /// <param name="sheets">What the sheet of a workbook may be called; without one of them it is the first.</param>
    protected async Task<TableFile?> TableAsync(IFormFile? file, string? again, CancellationToken cancel, params IReadOnlyList<string> sheets)
    {
        if (file is null && again is { Length: > 0 }) return Attempt(() => TableFile.Parse(again), "file");
        return await ReadTableAsync(file, cancel) is { } bytes ? Attempt(() => TableFile.Read(bytes, CultureInfo.CurrentCulture, sheets), "file") : null;
    }

    /// <summary>422: the page that asks for a file once more, with what is wrong with the one that was sent.</summary>
    protected ViewResult RefusedFile(string view)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view);
    }

    /// <param name="name">As it is saved, with its ending.</param>
    protected FileContentResult Excel(byte[] content, string name) => File(content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);

    /// <summary>422: the same page again with what was typed and what is wrong.</summary>
    protected ViewResult Refused(object page, string? view = null)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return view is null ? View(page) : View(view, page);
    }

    /// <summary>Says on the next page what was done.</summary>
    protected void Say(Sentence message) => TempData["said"] = Words.Here.Say(message);

    /// <summary>Fixed English texts, of the code and of the framework, become the reader's; what is translated already is no key any more.</summary>
    private void Translate()
    {
        foreach (var entry in ModelState.Values)
        {
            for (var i = 0; i < entry.Errors.Count; i++)
                if (entry.Errors[i].ErrorMessage is { Length: > 0 } english && Words.Here[english] is var own && own != english) entry.Errors[i] = new ModelError(own);
        }
    }
}
