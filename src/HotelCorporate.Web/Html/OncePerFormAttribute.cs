using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Html;

/// <summary>
/// Makes a second submit of the same form do nothing more: one booking, one invoice, one mail.
/// The form's token is stored in the same save as the change; whoever comes second is led where the first one went.
/// </summary>
public sealed class OncePerFormAttribute() : TypeFilterAttribute(typeof(OncePerForm))
{
    /// <summary>The hidden field that each posted form carries (see <see cref="FormTokenTagHelper"/>).</summary>
    public const string Field = "form-token";

    private sealed class OncePerForm(HotelDb db, IClock clock) : IAsyncActionFilter
    {
        private static readonly ReadyQuery<Func<HotelDb, Guid, Task<SubmittedForm?>>> Submitted = new(() => EF.CompileAsyncQuery((HotelDb db, Guid token) => db.SubmittedForms.AsNoTracking().SingleOrDefault(form => form.Id == token)));

        public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            var request = context.HttpContext.Request;
            if (!request.HasFormContentType || !Guid.TryParse(request.Form[Field], out var token))
            {
                await next();
                return;
            }

            if (await LocationOfAsync(token) is { } location)
            {
                context.Result = new LocalRedirectResult(location);
                return;
            }

            var submitted = new SubmittedForm { Id = token, At = clock.GetCurrentInstant() };
            db.SubmittedForms.Add(submitted);
            var done = await next();
            if (done.Exception is DbUpdateException && await LocationOfAsync(token) is { } first)
            {
                done.ExceptionHandled = true;
                done.Result = new LocalRedirectResult(first);
            }
            else if (submitted.Location is null && done.Exception is null && done.Result is RedirectToActionResult or LocalRedirectResult)
            {
                var led = Led(context, done.Result);
                await db.SubmittedForms.Where(form => form.Id == token).ExecuteUpdateAsync(set => set.SetProperty(form => form.Location, led));
            }
        }

        private static string Led(ActionExecutingContext context, IActionResult result)
        {
            var url = ((Controller)context.Controller).Url;
            return result switch
            {
                LocalRedirectResult local => local.Url,
                RedirectToActionResult action => url.Action(action.ActionName, action.ControllerName, action.RouteValues) ?? "/",
                _ => "/",
            };
        }

        /// <summary>Null when no such form was saved; the front page in the moment between the save and the note of where it led.</summary>
        private async Task<string?> LocationOfAsync(Guid token)
        {
            var form = await Submitted.On(db)(db, token);
            return form is null ? null : form.Location ?? "/";
        }
    }
}
