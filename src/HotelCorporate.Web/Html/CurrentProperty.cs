using System.Security.Claims;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Html;

/// <summary>The hotel that the signed-in person works in: chosen in the top bar, kept in a cookie, the first one otherwise.</summary>
public sealed class CurrentProperty(HotelDb db, IHttpContextAccessor http)
{
    public const string Cookie = "property";

    private Property? _property;

    /// <summary>The one hotel that the signed-in person works for; null when it is the whole chain.</summary>
    public int? Own() =>
        int.TryParse(http.HttpContext?.User.FindFirstValue(PersonClaims.Property), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    public async Task<Property> GetAsync(CancellationToken cancel)
    {
        if (_property is not null) return _property;
        var chosen = http.HttpContext?.Request.Cookies[Cookie];
        if (Own() is { } own) return _property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == own, cancel);
        return _property =
            await db.Properties.AsNoTracking().SingleOrDefaultAsync(property => property.Code == chosen, cancel)
            ?? await db.Properties.AsNoTracking().OrderBy(property => property.Id).FirstAsync(cancel);
    }
}
