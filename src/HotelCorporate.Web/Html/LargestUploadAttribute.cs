using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HotelCorporate.Web.Html;

/// <summary>
/// How large a file this form takes. A larger one is read to its end and thrown away, so that the browser hears the answer (413):
/// it shows none while it is still sending. Nobody who may not open the page gets so far.
/// </summary>
/// <param name="bytes">Of the file; the rest of the form has a little room of its own.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LargestUploadAttribute(int bytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const int Room = 100_000;
    private const long MostRead = 1_000_000_000;

    public int Bytes => bytes;

    /// <summary>Before the form is read for its antiforgery token.</summary>
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var (http, largest) = (context.HttpContext, (long)bytes + Room);
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var isTooLarge = http.Request.ContentLength > largest;
        if (limit is { IsReadOnly: false }) limit.MaxRequestBodySize = isTooLarge ? MostRead : largest;
        if (!isTooLarge)
        {
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = largest }));
            return;
        }

        if (http.Request.ContentLength <= MostRead) await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
