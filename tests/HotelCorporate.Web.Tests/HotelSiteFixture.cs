using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Tests.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using NodaTime.Testing;

namespace HotelCorporate.Web.Tests;

/// <summary>The whole site with its demo hotels on a database of its own; the clock stands still until a test moves it.</summary>
public abstract class HotelSiteFixture : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hotel-site-").FullName;

    /// <summary>Tuesday, 9 in the morning in Tirana.</summary>
    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 24, 8, 0));

    /// <summary>What the pages ask of the database.</summary>
    public StatementsOfPages Statements { get; } = new();

    public string Folder => _folder;

    /// <summary>A browser of its own, signed in with a role of the demo.</summary>
    public async Task<HotelBrowser> SignedInAsync(string email)
    {
        var browser = Browser();
        var answer = await browser.PostAsync("/sign-in", new() { ["Email"] = email, ["Password"] = "Demo-hotel-2026" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>A browser of a new person whom the administrator invited.</summary>
    /// <param name="hotel">The code of the one hotel that the person works for; none for every hotel.</param>
    public async Task<HotelBrowser> JoinedAsync(string email, string role, string? hotel = null)
    {
        var id = await InDatabaseAsync(db => db.Properties.Where(property => property.Code == hotel).Select(property => property.Id).SingleOrDefaultAsync());
        var admin = await SignedInAsync("admin@demo.example");
        var invited = await admin.PostAsync("/users/new", new() { ["Name"] = email.Split('@')[0], ["Email"] = email, ["Role"] = role, ["PropertyId"] = $"{id}" }, "/users");
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        await Browser().PostAsync(await PasswordLinkAsync(email), new() { ["Password"] = "Demo-hotel-2026", ["Again"] = "Demo-hotel-2026" });
        return await SignedInAsync(email);
    }

    public HotelBrowser Browser() => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost"),
    }));

    /// <summary>The token of the last letter with a link to choose a password.</summary>
    public async Task<string> PasswordLinkAsync(string email)
    {
        var facts = await InDatabaseAsync(db => db.Outbox.Where(mail => mail.RecipientAddress == email).OrderByDescending(mail => mail.Id).Select(mail => mail.Facts).FirstAsync());
        var link = HotelCorporate.Web.Mail.MailFactsJson.Read(facts).Link;
        return link[link.IndexOf("/password/", StringComparison.Ordinal)..];
    }

    public async Task<T> InDatabaseAsync<T>(Func<HotelDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HotelDb>());
    }

    protected abstract void Choose(IWebHostBuilder builder);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        builder.UseSetting("Mail:Pickup", Path.Combine(_folder, "mails"));
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Jobs:EverySeconds", "86400"); // the house's clock moves when a test says so
        builder.UseSetting("RateLimits:Door", "100000").UseSetting("RateLimits:Links", "100000");
        Choose(builder);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IClock>(Clock));
            services.ConfigureDbContext<SqliteHotelDb>((provider, options) => options.AddInterceptors(Statements, Rule(provider)));
            services.ConfigureDbContext<PostgresHotelDb>((provider, options) => options.AddInterceptors(Statements, Rule(provider)));
        });

        static JournalRule Rule(IServiceProvider provider) => new(provider.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteSite : HotelSiteFixture
{
    protected override void Choose(IWebHostBuilder builder) =>
        builder.UseSetting("Database:Provider", "Sqlite").UseSetting("Database:File", DemoTemplate.Still.CopyTo(Path.Combine(Folder, "hotel.db")));
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresSite : HotelSiteFixture
{
    protected override void Choose(IWebHostBuilder builder) =>
        builder.UseSetting("Database:Provider", "Postgres").UseSetting("ConnectionStrings:Postgres", DemoTemplate.Still.NewDatabase());
}

/// <summary>On SQLite, with letters that go to a real mail server.</summary>
public sealed class SqliteSmtpSite : HotelSiteFixture
{
    public SmtpServer Mails { get; } = new();

    protected override void Choose(IWebHostBuilder builder) =>
        Mails.Use(builder.UseSetting("Database:Provider", "Sqlite").UseSetting("Database:File", DemoTemplate.Still.CopyTo(Path.Combine(Folder, "hotel.db"))));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) Mails.Dispose();
    }
}

/// <summary>On PostgreSQL, with letters that go to a real mail server.</summary>
public sealed class PostgresSmtpSite : HotelSiteFixture
{
    public SmtpServer Mails { get; } = new();

    protected override void Choose(IWebHostBuilder builder) =>
        Mails.Use(builder.UseSetting("Database:Provider", "Postgres").UseSetting("ConnectionStrings:Postgres", DemoTemplate.Still.NewDatabase()));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) Mails.Dispose();
    }
}

/// <summary>Asks for pages and sends forms as a browser does: with the form's antiforgery token.</summary>
public sealed class HotelBrowser(HttpClient http)
{
    private static readonly HtmlParser Parser = new();

    public HttpClient Http => http;

    public Task<HttpResponseMessage> GetAsync(string address) => http.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>A page that must be there.</summary>
    public async Task<IHtmlDocument> PageAsync(string address)
    {
        using var answer = await GetAsync(address);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}: {html[..Math.Min(html.Length, 2000)]}");
        return Parser.ParseDocument(html);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) =>
        Parser.ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Sends a form to the address, with the hidden fields of the first form on <paramref name="page"/> (the same address when not named).</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, Dictionary<string, string> fields, string? page = null)
    {
        using var shown = await GetAsync(page ?? address);
        var document = await ParseAsync(shown);
        var form = document.Forms.FirstOrDefault(form => form.Action.EndsWith(address, StringComparison.Ordinal)) ?? (document.Forms.Length > 0 ? document.Forms[0] : null);
        var sent = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var hidden in form?.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden") ?? [])
            sent[hidden.Name ?? ""] = hidden.Value;
        foreach (var (name, value) in fields) sent[name] = value;
        using var content = new FormUrlEncodedContent(sent);
        return await http.PostAsync(new Uri(address, UriKind.Relative), content);
    }
}
