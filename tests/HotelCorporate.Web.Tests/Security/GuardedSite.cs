using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace HotelCorporate.Web.Tests.Security;

/// <summary>A site with settings of its own. A request says from which address it comes, as the line does elsewhere; a session is looked at anew at each request.</summary>
public class GuardedSite(SiteDatabase database, string environment, params (string Name, string Value)[] settings) : HotelSiteFixture
{
    private const string From = "Test-From";

    public GuardedSite(string environment, params (string Name, string Value)[] settings) : this(new SqliteDatabase(), environment, settings) { }

    public static SiteDatabase On(string kind) => kind == "PostgreSQL" ? new PostgresDatabase() : new SqliteDatabase();

    /// <summary>A browser at this address of the net, which asks for the site at that one.</summary>
    public HotelBrowser BrowserFrom(string from, string site = "https://localhost", bool keepsCookies = true)
    {
        var http = CreateClient(new() { AllowAutoRedirect = false, HandleCookies = keepsCookies, BaseAddress = new Uri(site) });
        MoveTo(http, from);
        return new HotelBrowser(http);
    }

    public static void MoveTo(HttpClient http, string from)
    {
        http.DefaultRequestHeaders.Remove(From);
        http.DefaultRequestHeaders.Add(From, from);
    }

    protected override void Choose(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        if (environment == "Development") database.Take(DemoTemplate.Still);
        foreach (var (name, value) in database.Settings) builder.UseSetting(name, value);
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter, Line>();
            services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);
        });
    }

    private sealed class Line : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers[From].FirstOrDefault() ?? "192.0.2.1");
                http.Request.Headers.Remove(From);
                return rest(http);
            });
            next(app);
        };
    }
}
