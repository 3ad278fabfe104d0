using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace HotelCorporate.Web.Tests.Security;

/// <summary>Who is believed about the visitor's address and line, and what is shown over a line that others can read.</summary>
public sealed class ProxyTests
{
    private const string Address = "https://events.hotel.example";

    [Fact]
    public async Task A_proxy_that_the_house_names_is_believed()
    {
        using var site = new GuardedSite("Production", ("Site:Address", Address), ("Proxies", "10.0.0.5, 10.1.0.0/16"), ("RateLimits:Door", "2"));
        foreach (var (proxy, visitor) in new[] { ("10.0.0.5", 1), ("10.1.2.3", 2), ("::ffff:10.0.0.5", 3) })
        {
            var near = Behind(site, proxy, $"203.0.113.{visitor}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await KnockAsync(near));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await KnockAsync(near));
            Assert.Equal(HttpStatusCode.TooManyRequests, await KnockAsync(near));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await KnockAsync(Behind(site, proxy, $"198.51.100.{visitor}")));
        }
    }

    [Fact]
    public async Task Another_proxy_is_not_and_whatever_it_says_is_one_visitor()
    {
        using var site = new GuardedSite("Production", ("Site:Address", Address), ("Proxies", "10.0.0.5"), ("RateLimits:Door", "2"));
        using var plain = await Behind(site, "10.9.9.9", "203.0.113.7").GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Forbidden, plain.StatusCode);
        Assert.Contains("Proxies", await plain.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) answers.Add(await KnockAsync(Behind(site, "10.9.9.9", $"203.0.113.{i}", Address)));
        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Without_named_proxies_nobody_is_believed()
    {
        using var site = new GuardedSite("Production", ("Site:Address", Address), ("RateLimits:Door", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KnockAsync(Behind(site, "127.0.0.1", "203.0.113.1", Address)));
        Assert.Equal(HttpStatusCode.TooManyRequests, await KnockAsync(Behind(site, "127.0.0.1", "203.0.113.2", Address)));
    }

    [Fact]
    public async Task A_house_of_the_new_internet_is_one_visitor()
    {
        using var site = new GuardedSite("Production", ("Site:Address", Address), ("RateLimits:Door", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KnockAsync(site.BrowserFrom("2001:db8:1:2::1", Address, keepsCookies: false)));
        Assert.Equal(HttpStatusCode.TooManyRequests, await KnockAsync(site.BrowserFrom("2001:db8:1:2:ffff::9", Address, keepsCookies: false)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KnockAsync(site.BrowserFrom("2001:db8:1:3::1", Address, keepsCookies: false)));
    }

    [Fact]
    public async Task Who_comes_over_plain_http_is_led_to_https_whatever_host_was_named()
    {
        using var site = new GuardedSite("Production", ("Site:Address", Address));
        using var led = await site.BrowserFrom("203.0.113.7", "http://elsewhere.example").GetAsync("/bookings?search=a%20b");
        Assert.Equal(HttpStatusCode.PermanentRedirect, led.StatusCode);
        Assert.Equal(Address + "/bookings?search=a%20b", led.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await site.BrowserFrom("10.0.0.9", "http://10.0.0.1:5000").GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Over_https_cookies_are_secure_and_the_browser_is_told_to_stay()
    {
        using var site = new GuardedSite("Production", ("Site:Address", Address), ("Proxies", "10.0.0.5"));
        using var page = await Behind(site, "10.0.0.5", "203.0.113.7").GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_house_that_runs_over_plain_http_says_so_and_signs_in()
    {
        const string Inside = "http://hotel.lan:5000";
        using (var demo = new GuardedSite("Development", ("Site:Address", Inside)))
        {
            using var entered = await demo.BrowserFrom("192.168.0.20", Inside).PostAsync("/sign-in", new() { ["Email"] = "sales@demo.example", ["Password"] = "Demo-hotel-2026" });
            Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        }

        using var site = new GuardedSite("Production", ("Site:Address", Inside));
        using var page = await site.BrowserFrom("192.168.0.20", Inside).GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.False(page.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KnockAsync(site.BrowserFrom("192.168.0.20", Inside, keepsCookies: false)));
    }

    [Fact]
    public async Task A_site_without_an_address_opens_on_its_own_computer_and_says_what_to_set()
    {
        using var site = new GuardedSite("Production");
        Assert.Equal(HttpStatusCode.OK, (await site.BrowserFrom("127.0.0.1", "http://localhost:5000").GetAsync("/sign-in")).StatusCode);
        foreach (var browser in new[] { site.BrowserFrom("192.168.0.20", "http://hotel.lan:5000"), Behind(site, "127.0.0.1", "203.0.113.7") })
        {
            using var refused = await browser.GetAsync("/sign-in");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Matches("Site:Address|Proxies", await refused.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("Production", "", true)]
    [InlineData("Production", "http://localhost:5000", true)]
    [InlineData("Production", "https://127.0.0.1", true)]
    [InlineData("Production", Address, false)]
    [InlineData("Production", "http://hotel.lan:5000", false)]
    [InlineData("Development", "", false)]
    public void An_address_that_nobody_outside_can_open_is_warned_of(string environment, string address, bool warned) =>
        Assert.Equal(warned, new SiteAddress(Settings(address), new HostingEnvironment { EnvironmentName = environment }).Warning is not null);

    [Theory]
    [InlineData("events.hotel.example")]
    [InlineData("ftp://events.hotel.example")]
    public void What_is_no_address_stops_the_start(string address) =>
        Assert.Throws<InvalidOperationException>(() => new SiteAddress(Settings(address), new HostingEnvironment { EnvironmentName = "Production" }));

    private static IConfiguration Settings(string address) => new ConfigurationBuilder().AddInMemoryCollection([new("Site:Address", address)]).Build();

    /// <summary>Somebody whose request a proxy hands on over plain http, as it came over https.</summary>
    private static HotelBrowser Behind(GuardedSite site, string proxy, string visitor, string asked = "http://10.0.0.1:5000")
    {
        var browser = site.BrowserFrom(proxy, asked, keepsCookies: false);
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", visitor);
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return browser;
    }

    /// <summary>Tries a password. The cookie is carried by hand: a client behind a proxy sees https, this one sees the proxy's plain http.</summary>
    private static async Task<HttpStatusCode> KnockAsync(HotelBrowser browser)
    {
        using var page = await browser.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var token = (await HotelBrowser.ParseAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["__RequestVerificationToken"] = token, ["Email"] = "nobody@demo.example", ["Password"] = "Demo-hotel-2026" }),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("form=", StringComparison.Ordinal)).Split(';')[0]);
        using var answer = await browser.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
