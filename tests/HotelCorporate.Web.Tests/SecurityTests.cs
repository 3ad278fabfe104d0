using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HotelCorporate.Web.Tests;

public sealed class SecurityOnSqlite(SqliteSite site) : SecurityTests(site), IClassFixture<SqliteSite>;

public sealed class SecurityOnPostgres(PostgresSite site) : SecurityTests(site), IClassFixture<PostgresSite>;

/// <summary>Walks every address of the site: who may open it, what protects its forms, and what its pages carry.</summary>
public abstract partial class SecurityTests(HotelSiteFixture site)
{
    /// <summary>All that opens without a sign-in; every other address needs one.</summary>
    private static readonly string[] Open =
        ["/health/live", "/health/ready", "/sign-in", "/error/{code:int}", "/first-administrator/{token}", "/offers/{token}", "/agreement-offers/{token}", "/events/{token}", "/calendars/{token}", "/sign-in/code", "/password", "/password/{token}", "/logos/{id:int}", "/{**path:file}"]; // the last finds a style or picture while one works on it

    private static readonly string[] OpenFolders = ["css/", "js/", "lib/", "img/", "fonts/"];

    [Fact]
    public void Every_address_needs_a_role_but_those_on_the_short_list()
    {
        foreach (var endpoint in Endpoints())
        {
            var rules = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
            if (IsOpen(endpoint)) continue;
            Assert.True(endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null, $"{Path(endpoint)} opens for everybody and is not on the list.");
            Assert.True(rules.Count > 0 && rules.All(rule => !string.IsNullOrEmpty(rule.Policy)), $"{Path(endpoint)} names no policy.");
        }
    }

    [Fact]
    public async Task Nobody_opens_anything_without_signing_in()
    {
        var browser = site.Browser();
        foreach (var endpoint in Endpoints().Where(endpoint => !IsOpen(endpoint)))
        foreach (var verb in Verbs(endpoint))
        {
            using var answer = await SendAsync(browser, verb, endpoint);
            Assert.True(
                answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal),
                $"{verb} {Path(endpoint)} answered {(int)answer.StatusCode} to a stranger.");
        }
    }

    [Fact]
    public async Task Nobody_opens_what_is_not_for_their_role()
    {
        var browser = await site.SignedInAsync("kitchen@demo.example");
        var policies = site.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var refused = 0;
        foreach (var endpoint in Endpoints().Where(endpoint => !IsOpen(endpoint)))
        {
            var policy = await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>());
            var roles = policy!.Requirements.OfType<Microsoft.AspNetCore.Authorization.Infrastructure.RolesAuthorizationRequirement>().ToList();
            Assert.True(roles.Count > 0, $"{Path(endpoint)} asks for no role.");
            if (roles.All(rule => rule.AllowedRoles.Contains(Domain.Staff.Role.Department, StringComparer.Ordinal))) continue;
            foreach (var verb in Verbs(endpoint))
            {
                using var answer = await SendAsync(browser, verb, endpoint);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{verb} {Path(endpoint)} answered {(int)answer.StatusCode} to the kitchen.");
                refused++;
            }
        }

        Assert.True(refused > 10);
    }

    [Fact]
    public void Every_form_is_checked_for_its_antiforgery_token()
    {
        foreach (var endpoint in Endpoints().Where(endpoint => Verbs(endpoint).Any(verb => verb is not ("GET" or "HEAD"))))
        {
            var action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>();
            if (action is null || action.ControllerName == "Error") continue; // the error page shows what failed, whatever the verb was
            Assert.True(typeof(HotelController).IsAssignableFrom(action.ControllerTypeInfo), $"{action.DisplayName} is no HotelController.");
            Assert.True(endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is null, $"{action.DisplayName} passes over the token.");
        }
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var browser = await site.SignedInAsync("admin@demo.example");
        foreach (var endpoint in Endpoints().Where(endpoint => Verbs(endpoint).Contains("POST") && !IsOpen(endpoint)))
        {
            using var answer = await SendAsync(browser, "POST", endpoint);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"POST {Path(endpoint)} answered {(int)answer.StatusCode} without a token.");
        }
    }

    [Fact]
    public async Task No_page_carries_script_or_style_within_it_and_nothing_is_kept_by_browsers()
    {
        var browser = await site.SignedInAsync("admin@demo.example");
        await WriteALetterAsync();
        var files = new HashSet<string>(StringComparer.Ordinal);
        Queue<string> next = new(["/"]);
        HashSet<string> seen = new(["/"], StringComparer.Ordinal);
        Dictionary<string, int> ofAKind = new(StringComparer.Ordinal);
        while (next.TryDequeue(out var address))
        {
            using var answer = await browser.GetAsync(address);
            Assert.True(answer.Headers.CacheControl?.NoStore == true, $"{address} may be kept by a browser.");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                files.Add(IsSafeFile(address, answer));
                continue;
            }

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}.");
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
            var page = await HotelBrowser.ParseAsync(answer);
            Assert.True(page.QuerySelectorAll("style, [style]").Length == 0, $"{address} carries a style: {page.QuerySelector("style, [style]")?.OuterHtml}");
            Assert.All(page.Scripts, script => Assert.True(script.Text.Length == 0 && script.Source?.StartsWith('/') == true, $"{address} carries a script."));
            Assert.True(!page.All.Any(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))), $"{address} carries a handler.");
            Assert.DoesNotContain(page.Links.OfType<IElement>(), link => link.GetAttribute("href")?.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true);

            foreach (var link in page.Links.Select(link => link.GetAttribute("href") ?? "").Where(link => link.StartsWith('/')))
            {
                var target = link.Split('#')[0];
                var kind = Digits().Replace(Values().Replace(target, "="), "0");
                if (!seen.Add(target)) continue;
                if ((ofAKind[kind] = ofAKind.GetValueOrDefault(kind) + 1) <= (kind.Contains('?', StringComparison.Ordinal) ? 1 : 2) && ofAKind.Count < 500) next.Enqueue(target);
            }
        }

        Assert.Contains("/bookings", seen);
        Assert.Contains("/settings", seen);
        Assert.Contains("/users", seen);
        Assert.Superset(new HashSet<string>([".eml", ".pdf", ".xlsx"], StringComparer.Ordinal), files);
    }

    /// <summary>Holds a room, and waits until the site has written the letter about it.</summary>
    private async Task WriteALetterAsync()
    {
        var (account, room) = await site.InDatabaseAsync(async db => (await db.Accounts.Where(account => account.Contacts.Any()).Select(account => account.Id).FirstAsync(), await db.Spaces.Where(space => space.Name == "Balmoral").Select(space => space.Id).FirstAsync()));
        var held = await (await site.SignedInAsync("sales@demo.example")).PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{account}", ["Name"] = "Letter", ["Functions[0].Name"] = "Meeting", ["Functions[0].Date"] = "2029-03-06", ["Functions[0].From"] = "9:00", ["Functions[0].Until"] = "10:00",
            ["Functions[0].SpaceId"] = $"{room}", ["Functions[0].Style"] = "Boardroom", ["Functions[0].People"] = "10", ["OptionOn"] = "2026-12-20",
        });
        Assert.Equal(HttpStatusCode.Redirect, held.StatusCode);
        await Soon.IsAsync(() => site.InDatabaseAsync(db => db.Outbox.AnyAsync(mail => mail.Kind == MailKind.OptionHeld && mail.Content != null)));
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_it_must_not_do()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        foreach (var (browser, address) in new[] { (site.Browser(), "/sign-in"), (site.Browser(), "/offers/none"), (site.Browser(), "/nowhere"), (admin, "/bookings"), (admin, "/settings") })
        {
            using var answer = await browser.GetAsync(address);
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : "";
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("DENY", Header("X-Frame-Options"));
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("same-origin", Header("Referrer-Policy"));
            Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            Assert.Equal("", Header("Server"));
        }
    }

    [Fact]
    public async Task A_stylesheet_is_kept_by_browsers()
    {
        using var answer = await site.Browser().GetAsync("/css/site.css");
        Assert.False(answer.Headers.CacheControl?.NoStore ?? false);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task Cookies_are_kept_from_scripts_from_other_sites_and_from_open_lines()
    {
        var browser = site.Browser();
        using var page = await browser.GetAsync("/sign-in");
        using var answer = await browser.PostAsync("/sign-in", new() { ["Email"] = "sales@demo.example", ["Password"] = "Demo-hotel-2026" });
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("hotel=", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("form=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("samesite=none", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_door()
    {
        var browser = site.Browser();
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync("wrong-Password-1")).StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync("Demo-hotel-2026")).StatusCode);

        Task<HttpResponseMessage> SignInAsync(string password) =>
            browser.PostAsync("/sign-in", new() { ["Email"] = "manager@demo.example", ["Password"] = password });
    }

    [Fact]
    public async Task The_way_back_after_signing_in_stays_within_the_site()
    {
        var answer = await site.Browser().PostAsync("/sign-in", new()
        {
            ["Email"] = "sales@demo.example", ["Password"] = "Demo-hotel-2026", ["ReturnUrl"] = "https://elsewhere.example/",
        });
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_program_gets_refusals_as_problem_json()
    {
        var browser = await site.SignedInAsync("kitchen@demo.example");
        browser.Http.DefaultRequestHeaders.Add("Accept", "application/json");
        await RefusedAsync("/bookings/new", HttpStatusCode.Forbidden);
        await RefusedAsync("/nowhere", HttpStatusCode.NotFound);

        var seller = await site.SignedInAsync("sales@demo.example");
        using var page = await seller.GetAsync("/accounts/new");
        var token = (await HotelBrowser.ParseAsync(page)).QuerySelector("form[action='/accounts/new'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        seller.Http.DefaultRequestHeaders.Add("Accept", "application/json");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["__RequestVerificationToken"] = token, ["LegalName"] = "" });
        using var answer = await seller.Http.PostAsync(new Uri("/accounts/new", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"LegalName\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        async Task RefusedAsync(string address, HttpStatusCode status)
        {
            using var refused = await browser.GetAsync(address);
            Assert.Equal(status, refused.StatusCode);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        }
    }

    /// <summary>The ending of a file that a browser keeps beside the page, under a name that no folder's rules can mistake.</summary>
    private static string IsSafeFile(string address, HttpResponseMessage answer)
    {
        var named = answer.Content.Headers.ContentDisposition;
        Assert.True(named?.DispositionType == "attachment", $"{address} opens within the site.");
        var name = named!.FileName?.Trim('"') ?? "";
        Assert.True(SafeName().IsMatch(name), $"{address} is called {name}.");
        return System.IO.Path.GetExtension(name);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct();

    private static string Path(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    private static bool IsOpen(RouteEndpoint endpoint)
    {
        var path = Path(endpoint);
        return Open.Any(open => path == open || open.Contains("{token}", StringComparison.Ordinal) && path.StartsWith(open + "/", StringComparison.Ordinal))
            || OpenFolders.Any(folder => path.StartsWith('/' + folder, StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Verbs(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } verbs ? verbs : ["GET", "POST"];

    private static async Task<HttpResponseMessage> SendAsync(HotelBrowser browser, string verb, RouteEndpoint endpoint)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(Gap().Replace(Path(endpoint), "1"), UriKind.Relative));
        if (verb == "POST") request.Content = new FormUrlEncodedContent([]);
        return await browser.Http.SendAsync(request);
    }

    /// <summary>A page is of one kind whatever it is asked to show.</summary>
    [GeneratedRegex("=[^&]*", RegexOptions.None, 1000)]
    private static partial Regex Values();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]*\\.[a-z]+$", RegexOptions.None, 1000)]
    private static partial Regex SafeName();

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
