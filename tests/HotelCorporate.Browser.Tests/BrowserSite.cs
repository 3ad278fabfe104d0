using Deque.AxeCore.Playwright;
using HotelCorporate.Web.Mail;
using HotelCorporate.Web.Tests;
using HotelCorporate.Web.Tests.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;

namespace HotelCorporate.Browser.Tests;

/// <summary>The whole site on a real port, a real mail server, and Chromium.</summary>
public sealed class BrowserSite : HotelSiteFixture, IAsyncLifetime
{
    private readonly SmtpServer _mails = new();
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public string Address { get; private set; } = "";

    public IReadOnlyList<MimeMessage> Mails => _mails.Taken;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(15_000);
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.ToString().TrimEnd('/');
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window of its own: other cookies, another person.</summary>
    public async Task<IPage> WindowAsync(int width = 1280, string? signIn = null, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _chromium!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, Locale = "en-GB", AcceptDownloads = true });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        if (signIn is null) return page;
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(signIn);
        await page.GetByLabel("Password").FillAsync("Demo-hotel-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>No barrier that axe calls serious or critical.</summary>
    public static async Task ReadableAsync(IPage page)
    {
        var found = (await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").ToList();
        Assert.True(found.Count == 0, page.Url + ": " + string.Join("; ", found.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Take(4).Select(node => node.Html))}")));
    }

    /// <summary>Lets the outbox be emptied now.</summary>
    public Task<int> SendAsync() => Services.GetRequiredService<MailSender>().SendDueAsync(CancellationToken.None);

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _playwright?.Dispose();
        await DisposeAsync();
    }

    protected override void Choose(IWebHostBuilder builder) =>
        _mails.Use(builder.UseSetting("Database:Provider", "Sqlite").UseSetting("Database:File", DemoTemplate.Still.CopyTo(Path.Combine(Folder, "hotel.db"))));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _mails.Dispose();
    }
}
