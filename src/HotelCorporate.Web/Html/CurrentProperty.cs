using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Html;

/// <summary>The hotel that the signed-in person works in: chosen in the top bar among those that they may see, kept in a cookie, the first one otherwise.</summary>
public sealed class CurrentProperty(HotelDb db, IHttpContextAccessor http)
{
    public const string Cookie = "property";

    private static readonly ReadyQuery<Func<HotelDb, IAsyncEnumerable<Property>>> ByName = new(() => EF.CompileAsyncQuery((HotelDb db) => db.Properties.AsNoTracking().OrderBy(property => property.Name).AsQueryable()));

    private IReadOnlyList<Property>? _choices;
    private Property? _ofForm;

    /// <summary>Kept for a year.</summary>
    public static CookieOptions CookieOptions(HttpRequest request) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    };

    /// <summary>The hotels that the person may switch to, by name; read once a request.</summary>
    public async Task<IReadOnlyList<Property>> ChoicesAsync(CancellationToken cancel) =>
        _choices ??= await ByName.On(db)(db).ToListAsync(cancel);

    /// <summary>The hotel that this page is about: the chosen one, or that of a form which was opened for another.</summary>
    public async Task<Property> GetAsync(CancellationToken cancel) => _ofForm ?? await ChosenAsync(cancel);

    /// <summary>Lets the rest of the request speak of the hotel that a form was opened for; null when the person may not see it.</summary>
    public async Task<Property?> TakeAsync(string code, CancellationToken cancel) =>
        _ofForm = (await ChoicesAsync(cancel)).FirstOrDefault(property => property.Code == code);

    public async Task<Property> ChosenAsync(CancellationToken cancel)
    {
        var choices = await ChoicesAsync(cancel);
        var chosen = http.HttpContext?.Request.Cookies[Cookie];
        return choices.FirstOrDefault(property => property.Code == chosen) ?? choices.MinBy(property => property.Id)!;
    }
}
