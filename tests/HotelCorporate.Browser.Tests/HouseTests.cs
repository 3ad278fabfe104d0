using Microsoft.Playwright;
using MimeKit;

namespace HotelCorporate.Browser.Tests;

/// <summary>The house's own side as people do it: settings, a new colleague, a second factor, an approval, a deputy.</summary>
public sealed class HouseTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task An_administrator_sets_the_house_up_a_colleague_joins_and_a_deputy_decides()
    {
        var admin = await site.WindowAsync(signIn: "admin@demo.example");

        // Settings: a mistake is said at its field, then they are saved with their history.
        await admin.GotoAsync("/settings");
        await BrowserSite.ReadableAsync(admin);
        await admin.GetByRole(AriaRole.Link, new() { Name = "Hotel Name, address" }).ClickAsync();
        await admin.GetByLabel("IBAN").FillAsync("AL00 1234");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Save settings" }).ClickAsync();
        await Assertions.Expect(admin.Locator("#Iban-wrong")).ToContainTextAsync("check digits");
        await admin.GetByLabel("IBAN").FillAsync("AL47 2121 1009 0000 0002 3569 8741");
        await admin.GetByLabel("Days an option runs").FillAsync("9");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Save settings" }).ClickAsync();
        await Assertions.Expect(admin.GetByText("The settings are saved.")).ToBeVisibleAsync();
        await Assertions.Expect(admin.GetByText("change days an option runs (7 \u2192 9)")).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(admin);
        foreach (var address in new[] { "/limits", "/taxes", "/holidays", "/series", "/journal" })
        {
            await admin.GotoAsync(address);
            await BrowserSite.ReadableAsync(admin);
        }

        // An invitation leaves by mail; the colleague chooses a password behind its link.
        await admin.GotoAsync("/users");
        await admin.GetByLabel("Name", new() { Exact = true }).FillAsync("Drita Basha");
        await admin.GetByLabel("E-mail").FillAsync("drita@demo.example");
        await admin.Locator("#Role").SelectOptionAsync("Sales");
        await admin.Locator("#PropertyId").SelectOptionAsync("0");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Assertions.Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Drita Basha" })).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(admin);
        await site.SendAsync();
        var drita = await site.WindowAsync(width: 390);
        await drita.GotoAsync(LinkIn(site.Mails.Last(mail => mail.To.Mailboxes.Any(mailbox => mailbox.Address == "drita@demo.example"))));
        await drita.GetByLabel("Password", new() { Exact = true }).FillAsync("Drita-sells-2026");
        await drita.GetByLabel("The same again").FillAsync("Drita-sells-2026");
        await drita.GetByRole(AriaRole.Button, new() { Name = "Save the password" }).ClickAsync();
        await Assertions.Expect(drita.GetByText("Your password is set.")).ToBeVisibleAsync();
        await EnterAsync(drita);
        await drita.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");

        // The second factor: the app's key, its code, recovery codes; the next sign-in asks for one.
        await drita.GotoAsync("/second-factor");
        await BrowserSite.ReadableAsync(drita);
        var key = (await drita.Locator("code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await drita.GetByLabel("Code").FillAsync(CodeOf(key));
        await drita.GetByRole(AriaRole.Button, new() { Name = "Turn the second factor on" }).ClickAsync();
        await Assertions.Expect(drita.Locator(".recovery li")).ToHaveCountAsync(10);
        var recovery = await drita.Locator(".recovery code").First.InnerTextAsync();
        var again = await site.WindowAsync();
        await again.GotoAsync("/sign-in");
        await EnterAsync(again);
        await again.GetByLabel("Code").FillAsync("000000");
        await again.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(again.Locator("#Code-wrong")).ToContainTextAsync("This code is not right");
        await again.GetByLabel("Code").FillAsync(recovery);
        await again.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await again.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");

        // A price over her limits waits; the manager is away, and the deputy decides.
        await again.GotoAsync("/bookings/1/quotes/new");
        await again.GetByLabel("Room hire").First.FillAsync("900");
        await again.GetByLabel("Off hire and extras, %").FillAsync("18");
        await again.GetByLabel("Why the discount").FillAsync("Four events a year");
        await again.GetByRole(AriaRole.Button, new() { Name = "Save the offer" }).ClickAsync();
        await again.GetByLabel("Why it should be approved").FillAsync("They leave for the hotel across the street otherwise");
        await again.GetByRole(AriaRole.Button, new() { Name = "Save the offer" }).ClickAsync();
        await Assertions.Expect(again.GetByText("Waits for an approval")).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(again);

        var manager = await site.WindowAsync(signIn: "manager@demo.example");
        await manager.GotoAsync("/me");
        await manager.GetByLabel("Deputy", new() { Exact = true }).SelectOptionAsync("Ana Novak");
        await manager.GetByRole(AriaRole.Button, new() { Name = "Name a deputy" }).ClickAsync();
        await Assertions.Expect(manager.GetByText("Ana Novak").First).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(manager);

        var deputy = await site.WindowAsync(width: 390, signIn: "events@demo.example");
        await deputy.GotoAsync("/inbox");
        await Assertions.Expect(deputy.GetByText("As deputy of Marco Bellini too")).ToBeVisibleAsync();
        await Assertions.Expect(deputy.GetByText("They leave for the hotel across the street otherwise").First).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(deputy);
        var own = deputy.Locator("form[action*='approve']").Last; // below what waited before
        await own.GetByLabel("Answer").FillAsync("Once, for this year");
        await own.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(deputy.GetByText("Approved. Who asked is told.")).ToBeVisibleAsync();

        await again.GotoAsync("/inbox");
        await Assertions.Expect(again.GetByText("Once, for this year")).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(again);
        await site.SendAsync();
        Assert.Contains(site.Mails, mail => (mail.Subject ?? "").StartsWith("Approved:", StringComparison.Ordinal) && mail.To.Mailboxes.Any(mailbox => mailbox.Address == "drita@demo.example"));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(2560)]
    public async Task No_page_of_the_house_is_wider_than_the_window(int width)
    {
        var admin = await site.WindowAsync(width, signIn: "admin@demo.example");
        foreach (var address in new[] { "/inbox", "/settings", "/settings/hotel", "/settings/new-hotel", "/users", "/users/1", "/limits", "/taxes", "/holidays", "/series", "/journal", "/me", "/second-factor", "/password" })
        {
            await admin.GotoAsync(address);
            Assert.True(await admin.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{address} is wider than {width}");
            if (Environment.GetEnvironmentVariable("HOTEL_SCREENSHOTS") is { Length: > 0 } folder) await admin.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{width}{address.Replace('/', '-')}.png"), FullPage = true });
        }
    }

    private static async Task EnterAsync(IPage page)
    {
        await page.GetByLabel("E-mail").FillAsync("drita@demo.example");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("Drita-sells-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private string CodeOf(string key) => new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(key)).ComputeTotp(site.Clock.GetCurrentInstant().ToDateTimeUtc());

    private static string LinkIn(MimeMessage mail)
    {
        var at = mail.TextBody!.IndexOf("/password/", StringComparison.Ordinal);
        return new string([.. mail.TextBody[at..].TakeWhile(letter => !char.IsWhiteSpace(letter))]);
    }
}
