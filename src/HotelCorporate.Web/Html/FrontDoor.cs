using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace HotelCorporate.Web.Html;

/// <summary>Who is at the door, and over which line: a proxy that the house names is believed, and nothing is shown over a line that others can read.</summary>
internal static class FrontDoor
{
    private static readonly Action<ILogger, IPAddress?, Exception?> NotNamed = LoggerMessage.Define<IPAddress?>(
        LogLevel.Warning, default, "A proxy at {Address} says for whom it asks, and is not believed: the setting Proxies does not name it.");

    /// <summary>Takes the client's address and scheme from the headers of those proxies that the setting <c>Proxies</c> names: addresses and networks, with commas between.</summary>
    /// <exception cref="InvalidOperationException">What is set is no address and no network.</exception>
    public static void UseNamedProxies(this WebApplication app)
    {
        var names = (app.Configuration["Proxies"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0) return; // nobody is believed
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var proxy)) options.KnownProxies.Add(proxy);
            else if (System.Net.IPNetwork.TryParse(name, out var network)) options.KnownIPNetworks.Add(network);
            else throw new InvalidOperationException($"Proxies names \"{name}\", which is no address such as 10.0.0.5 and no network such as 10.0.0.0/24.");
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>Leads who comes over plain http to https, unless the house runs over plain http; those who ask how it is may ask as they like.</summary>
    public static void UseSafeLine(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<SiteAddress>();
        if (site.TakesHttp) return;
        app.UseHsts();
        app.Use((http, next) =>
        {
            if (http.Request.IsHttps || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)) return next(http);
            var proxied = http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("X-Forwarded-Proto");
            if (proxied) NotNamed(app.Logger, http.Connection.RemoteIpAddress, null);
            if (site.Outside is { } outside && !proxied) return LeadAsync(http, outside);
            return !proxied && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) ? next(http) : ExplainAsync(http, proxied);
        });
    }

    /// <summary>The address that counts as one visitor: of IPv6 the half that a provider gives to a house.</summary>
    public static string Visitor(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static Task LeadAsync(HttpContext http, Uri outside)
    {
        http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        http.Response.Headers.Location = outside.GetLeftPart(UriPartial.Authority) + http.Request.PathBase + http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();
        return Task.CompletedTask;
    }

    private static Task ExplainAsync(HttpContext http, bool proxied)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync(proxied
            ? "A proxy stands before this site, and the site does not know it. Name its address in the setting Proxies, and start the site again."
            : "This site opens over https, and over plain http on its own computer only. Set Site:Address to the address that people open it by: with https://, or with http:// in a house that runs over plain http within its own walls. Then start it again.");
    }
}
