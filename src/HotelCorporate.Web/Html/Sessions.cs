using HotelCorporate.Web.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Html;

/// <summary>Gives each sign-in a name, so that signing out ends it on every node, and not only in the browser that asked.</summary>
internal static class Sessions
{
    private const string Item = "session";

    private static readonly ReadyQuery<Func<HotelDb, Guid, Task<bool>>> IsEnded = new(() => EF.CompileAsyncQuery((HotelDb db, Guid id) => db.EndedSessions.Any(ended => ended.Id == id)));

    public static Task Name(CookieSigningInContext signing)
    {
        signing.Properties.Items.TryAdd(Item, Guid.NewGuid().ToString("N"));
        return Task.CompletedTask;
    }

    /// <summary>Refuses a session that was signed out, then a person whose password, role or lock changed.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<HotelDb>();
        if (IdOf(context.Properties) is not { } id || await IsEnded.On(db)(db, id))
        {
            context.RejectPrincipal();
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    /// <summary>Ends the session of this request with the next save.</summary>
    public static async Task EndAsync(HttpContext http, HotelDb db, Instant now)
    {
        var ticket = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (IdOf(ticket.Properties) is { } id && !await db.EndedSessions.AnyAsync(ended => ended.Id == id)) db.EndedSessions.Add(new EndedSession(id, now));
        // A cookie lives ten hours: what ended a day ago opens nothing anyway.
        var old = now - Duration.FromDays(1);
        await db.EndedSessions.Where(ended => ended.At < old).ExecuteDeleteAsync();
    }

    private static Guid? IdOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(Item, out var text) == true && Guid.TryParse(text, out var id) ? id : null;
}
