using System.Globalization;
using System.Security.Claims;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Languages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace HotelCorporate.Web.Html;

/// <summary>Puts the person's language and hotel into the sign-in, so that no page asks the database for them.</summary>
public sealed class PersonClaims(UserManager<HotelUser> users, RoleManager<IdentityRole<int>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<HotelUser, IdentityRole<int>>(users, roles, options)
{
    public const string Culture = "culture";

    /// <summary>The culture of the signed-in person; null leaves it to the browser.</summary>
    public static Task<ProviderCultureResult?> CultureOfAsync(HttpContext http) =>
        Task.FromResult(http.User.FindFirstValue(Culture) is { } culture ? new ProviderCultureResult(culture) : null);

    /// <summary>The first way of writing that the browser asks for and the house has: "sq" alone is enough.</summary>
    public static Task<ProviderCultureResult?> CultureOfBrowserAsync(HttpContext http) =>
        Task.FromResult(Language.Best(http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wanted => wanted.Quality ?? 1).Select(wanted => wanted.Value.ToString())) is { } culture
            ? new ProviderCultureResult(culture) : null);

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(HotelUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Culture, user.Language));
        if (user.PropertyId is { } property) identity.AddClaim(new Claim(Person.PropertyClaim, property.ToString(CultureInfo.InvariantCulture)));
        return identity;
    }
}
