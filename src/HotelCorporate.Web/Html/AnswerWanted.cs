using Microsoft.Net.Http.Headers;

namespace HotelCorporate.Web.Html;

/// <summary>Whether a person's browser or another program asks.</summary>
public static class AnswerWanted
{
    /// <summary>JSON is named in Accept, and HTML is not wanted as much.</summary>
    public static bool PrefersJson(this HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().Accept;
        return Weight("application/json", "application/problem+json") > Weight("text/html", "application/xhtml+xml");

        double Weight(params string[] types) => wanted.Where(type => types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            .Select(type => type.Quality ?? 1).DefaultIfEmpty(0).Max();
    }
}
