using System.Globalization;
using System.Security.Claims;

namespace HotelCorporate.Web.Database;

/// <summary>Reads what the sign-in says of a person.</summary>
public static class Person
{
    public const string PropertyClaim = "property";

    /// <summary>The one hotel that the person works for; null when it is the whole chain, or nobody is signed in.</summary>
    public static int? OwnProperty(this ClaimsPrincipal person) =>
        int.TryParse(person.FindFirstValue(PropertyClaim), CultureInfo.InvariantCulture, out var id) ? id : null;

    public static int? UserId(this ClaimsPrincipal person) =>
        int.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;
}
