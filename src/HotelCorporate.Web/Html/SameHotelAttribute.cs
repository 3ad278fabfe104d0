using HotelCorporate.Web.Documents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HotelCorporate.Web.Html;

/// <summary>
/// Refuses (409) a form that was opened for another hotel than the one chosen now, as after a switch in another window:
/// the page comes back with what was typed, still for the hotel it was opened for, and nothing is stored.
/// The action looks at the model state before it writes.
/// </summary>
public sealed class SameHotelAttribute() : TypeFilterAttribute(typeof(SameHotel))
{
    /// <summary>The hidden field with the hotel's code that each posted form carries (see <see cref="FormTokenTagHelper"/>).</summary>
    public const string Field = "form-hotel";

    private sealed class SameHotel(CurrentProperty hotel) : IAsyncActionFilter
    {
        public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            var (request, cancel) = (context.HttpContext.Request, context.HttpContext.RequestAborted);
            var code = request.HasFormContentType ? request.Form[Field].ToString() : "";
            var chosen = await hotel.ChosenAsync(cancel);
            if (code.Length == 0 || code == chosen.Code)
            {
                await next();
                return;
            }

            if (await hotel.TakeAsync(code, cancel) is not { } meant)
            {
                context.Result = new NotFoundResult();
                return;
            }

            context.ModelState.AddModelError("", Words.Here.Say($"This form was opened for {meant.Name}, and you have switched to {chosen.Name} since. Nothing is saved. Switch back to {meant.Name} in another window, then press the button here again."));
            if ((await next()).Result is ViewResult) context.HttpContext.Response.StatusCode = StatusCodes.Status409Conflict;
        }
    }
}
