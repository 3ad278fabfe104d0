using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Html;

/// <summary>The hotel that the signed-in person works in: chosen in the top bar, kept in a cookie, the first one otherwise.</summary>
public sealed class CurrentProperty(HotelDb db, IHttpContextAccessor http)
{
    public const string Cookie = "property";

    private Property? _property;

    public async Task<Property> GetAsync(CancellationToken cancel)
    {
        if (_property is not null) return _property;
        var chosen = http.HttpContext?.Request.Cookies[Cookie];
        return _property =
            await db.Properties.AsNoTracking().SingleOrDefaultAsync(property => property.Code == chosen, cancel)
            ?? await db.Properties.AsNoTracking().OrderBy(property => property.Id).FirstAsync(cancel);
    }
}
