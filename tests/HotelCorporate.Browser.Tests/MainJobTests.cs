using ClosedXML.Excel;
using Microsoft.Playwright;
using MimeKit;
using NodaTime;

namespace HotelCorporate.Browser.Tests;

/// <summary>The main job as people do it: from a new company to an invoice that finance opens in Excel.</summary>
public sealed class MainJobTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_company_asks_and_in_the_end_finance_opens_the_invoice()
    {
        var sales = await site.WindowAsync(signIn: "sales@demo.example");

        // The account: what looks like it is shown before it is saved.
        await sales.GotoAsync("/accounts/new");
        await sales.GetByLabel("Legal name").FillAsync("Alba Bank Sh.p.k.");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save account" }).ClickAsync();
        await Assertions.Expect(sales.GetByText("These look like it:")).ToBeVisibleAsync();
        await sales.GetByLabel("Legal name").FillAsync("Vjosa Industries Ltd");
        await sales.GetByLabel("Contact", new() { Exact = true }).FillAsync("Lea Prifti");
        await sales.GetByLabel("E-mail").FillAsync("lea.prifti@vjosa.example");
        await sales.Locator("[name='Language']").SelectOptionAsync("en");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save account" }).ClickAsync();
        await Assertions.Expect(sales.GetByRole(AriaRole.Heading, new() { Name = "Vjosa Industries Ltd" })).ToBeVisibleAsync();

        // Its agreement: a room rate and a day package of its own.
        await sales.GetByRole(AriaRole.Link, new() { Name = "New agreement" }).ClickAsync();
        await sales.GetByLabel("First night").First.FillAsync("2027-01-01");
        await sales.GetByLabel("Last night").First.FillAsync("2027-12-31");
        await sales.GetByLabel("Standard, Single, All year").FillAsync("110");
        await sales.GetByLabel("Day delegate rate").FillAsync("65");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save the agreement" }).ClickAsync();
        await sales.GetByRole(AriaRole.Button, new() { Name = "Offer it" }).ClickAsync();
        await sales.GetByText("Accepted on paper").ClickAsync();
        await sales.GetByLabel("Accepted by").FillAsync("Lea Prifti");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Record the acceptance" }).ClickAsync();
        await Assertions.Expect(sales.Locator(".status-agreement-Upcoming")).ToBeVisibleAsync();

        // The inquiry: two days, no room chosen yet.
        await sales.GetByRole(AriaRole.Link, new() { Name = "Vjosa Industries Ltd" }).ClickAsync();
        await sales.GetByRole(AriaRole.Link, new() { Name = "New inquiry" }).ClickAsync();
        await sales.GetByLabel("Event").FillAsync("Strategy days");
        foreach (var (i, day) in new[] { (0, "2027-03-09"), (1, "2027-03-10") })
        {
            await sales.Locator($"[name='Functions[{i}].Name']").FillAsync($"Meeting, day {i + 1}");
            await sales.Locator($"[name='Functions[{i}].Date']").FillAsync(day);
            await sales.Locator($"[name='Functions[{i}].From']").FillAsync("9");
            await sales.Locator($"[name='Functions[{i}].Until']").FillAsync("17.30");
            await sales.Locator($"[name='Functions[{i}].People']").FillAsync("20");
            await sales.Locator($"[name='Functions[{i}].Style']").SelectOptionAsync("Classroom");
        }

        await sales.GetByRole(AriaRole.Button, new() { Name = "Record the inquiry" }).ClickAsync();
        await sales.WaitForURLAsync("**/bookings/*");
        var booking = new Uri(sales.Url).AbsolutePath;

        // A space for each: those that fit, and why the others do not.
        for (var i = 0; i < 2; i++)
        {
            await sales.GetByRole(AriaRole.Link, new() { Name = "Find a space" }).Nth(i).ClickAsync();
            await Assertions.Expect(sales.GetByText("Why not the others")).ToBeVisibleAsync();
            await Assertions.Expect(sales.GetByText("Too small").First).ToBeVisibleAsync();
            await sales.GetByRole(AriaRole.Button, new() { Name = "Take this room" }).First.ClickAsync();
            await sales.WaitForURLAsync("**" + booking);
        }

        await BrowserSite.ReadableAsync(sales);
        await sales.GetByRole(AriaRole.Button, new() { Name = "Hold on option" }).ClickAsync();
        await Assertions.Expect(sales.Locator("h1 + .facts .status-Tentative")).ToBeVisibleAsync();
        await Assertions.Expect(sales.GetByText("Firm").First).ToBeVisibleAsync();

        // It stands on the diary.
        foreach (var view in new[] { "day", "week", "month" })
        {
            await sales.GotoAsync($"/diary?view={view}&date=2027-03-09");
            await Assertions.Expect(sales.Locator(".bar.st-Tentative:not(.echo)").First).ToBeVisibleAsync();
            await BrowserSite.ReadableAsync(sales);
        }

        // The price: the agreement's package and room rate, each price opens into its steps.
        await sales.GotoAsync(booking + "/quotes/new");
        await sales.Locator("[name='Bedrooms[0].Arrival']").FillAsync("2027-03-09");
        await sales.Locator("[name='Bedrooms[0].Nights']").FillAsync("2");
        await sales.Locator("[name='Bedrooms[0].Rooms']").FillAsync("5");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Show what it comes to" }).ClickAsync();
        await Assertions.Expect(sales.Locator("[data-total]")).ToHaveTextAsync("3,700.00");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save the offer" }).ClickAsync();
        await sales.GetByRole(AriaRole.Button, new() { Name = "how Lunch came about" }).First.ClickAsync();
        await Assertions.Expect(sales.Locator(":popover-open").GetByText("Agreement Vjosa Industries Ltd, version 1")).ToBeVisibleAsync();
        await sales.Keyboard.PressAsync("Escape");
        await BrowserSite.ReadableAsync(sales);
        await sales.GetByRole(AriaRole.Button, new() { Name = "Send the quote" }).ClickAsync();
        await Assertions.Expect(sales.Locator(".status-quote-Sent").First).ToBeVisibleAsync();
        await site.SendAsync();

        // The client: a link in a mail, no password.
        var link = LinkIn(site.Mails.Last(mail => To(mail, "lea.prifti@vjosa.example") && mail.TextBody!.Contains("/offers/", StringComparison.Ordinal)));
        var client = await site.WindowAsync(width: 390);
        await client.GotoAsync(link);
        await Assertions.Expect(client.GetByText("Strategy days").First).ToBeVisibleAsync();
        await Assertions.Expect(client.Locator("[data-total]")).ToHaveTextAsync("3,700.00");
        await BrowserSite.ReadableAsync(client);
        await client.GetByLabel("Your name").FillAsync("Lea Prifti");
        await client.GetByLabel("Purchase order number").FillAsync("PO 2027-18");
        await client.GetByRole(AriaRole.Button, new() { Name = "Accept the offer" }).ClickAsync();
        await Assertions.Expect(client.GetByText("the deposit of 925.00 EUR")).ToBeVisibleAsync();

        // The deposit comes in: definite by itself, and the confirmation leaves with its papers.
        var finance = await site.WindowAsync(signIn: "finance@demo.example");
        await finance.GotoAsync(booking);
        await finance.GetByRole(AriaRole.Button, new() { Name = "Ask for it" }).First.ClickAsync();
        await Assertions.Expect(finance.GetByRole(AriaRole.Heading, new() { Name = "REQ-TIA-2026-000001" })).ToBeVisibleAsync();
        await finance.GetByLabel("Reference").FillAsync("Bank 4711");
        await finance.GetByRole(AriaRole.Button, new() { Name = "Record the payment" }).ClickAsync();
        await Assertions.Expect(finance.GetByText("Settled")).ToBeVisibleAsync();
        await finance.GotoAsync(booking);
        await Assertions.Expect(finance.Locator("h1 + .facts .status-Definite")).ToBeVisibleAsync();
        await client.ReloadAsync();
        await Assertions.Expect(client.GetByText("Confirmed.")).ToBeVisibleAsync();
        await site.SendAsync();
        var confirmation = site.Mails.Last(mail => To(mail, "lea.prifti@vjosa.example") && mail.Attachments.Any(part => part.ContentType.MimeType == "text/calendar"));
        Assert.Contains(confirmation.Attachments, part => part.ContentType.MimeType == "application/pdf");

        // Guaranteed before, actual when it has begun.
        await sales.GotoAsync(booking);
        await sales.GetByLabel("Guaranteed").First.FillAsync("22");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save numbers" }).First.ClickAsync();
        site.Clock.Reset(Instant.FromUtc(2027, 3, 10, 17, 0));
        await sales.GotoAsync(booking);
        await sales.GetByRole(AriaRole.Button, new() { Name = "The event has begun" }).ClickAsync();
        foreach (var (i, came) in new[] { (0, "24"), (1, "18") })
        {
            await sales.GetByLabel("Actual").Nth(i).FillAsync(came);
            await sales.GetByRole(AriaRole.Button, new() { Name = "Save numbers" }).Nth(i).ClickAsync();
        }

        // The final invoice: 24 x 65 + 20 x 65 + 10 x 110 = 3,960.00; 925.00 came before.
        await finance.GotoAsync(booking + "/invoices/final");
        await finance.GetByRole(AriaRole.Button, new() { Name = "Issue the invoice" }).ClickAsync();
        await Assertions.Expect(finance.GetByRole(AriaRole.Heading, new() { Name = "INV-TIA-2027-000001" })).ToBeVisibleAsync();
        await Assertions.Expect(finance.Locator("[data-total]")).ToHaveTextAsync("3,960.00");
        await Assertions.Expect(finance.Locator("[data-due]")).ToHaveTextAsync("3,035.00");
        await BrowserSite.ReadableAsync(finance);

        var download = await finance.RunAndWaitForDownloadAsync(() => finance.GetByRole(AriaRole.Link, new() { Name = "Open in Excel" }).ClickAsync());
        using var book = new XLWorkbook(new MemoryStream(await File.ReadAllBytesAsync(await download.PathAsync())));
        Assert.Equal(3960.00, Convert.ToDouble(book.NamedRange("TotalWithTax").Ranges.First().FirstCell().CachedValue, System.Globalization.CultureInfo.InvariantCulture), 6);
        Assert.Equal(3035.00, Convert.ToDouble(book.NamedRange("AmountDue").Ranges.First().FirstCell().CachedValue, System.Globalization.CultureInfo.InvariantCulture), 6);
        var pdf = await finance.APIRequest.GetAsync(finance.Url + "/pdf");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(await pdf.BodyAsync(), 0, 4));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(2560)]
    public async Task No_page_is_wider_than_the_window(int width)
    {
        var admin = await site.WindowAsync(width, signIn: "admin@demo.example");
        foreach (var address in new[] { "/", "/diary", "/diary?view=day", "/diary?view=month", "/diary/search", "/bookings", "/bookings/1", "/bookings/new", "/bookings/2/quotes/new", "/bookings/2/quotes/2", "/accounts", "/accounts/1", "/accounts/new", "/agreements", "/agreements/1", "/agreements/new?accountId=1", "/packages", "/packages/1", "/invoices", "/invoices/1", "/spaces", "/spaces/1", "/mails" })
        {
            await admin.GotoAsync(address);
            Assert.True(await admin.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{address} is wider than {width}");
        }
    }

    [Fact]
    public async Task In_the_dark_the_pages_can_be_read_as_well()
    {
        var admin = await site.WindowAsync(signIn: "admin@demo.example", scheme: ColorScheme.Dark);
        foreach (var address in new[] { "/diary", "/bookings", "/bookings/1", "/bookings/2/quotes/2", "/agreements/1", "/invoices/1" })
        {
            await admin.GotoAsync(address);
            await BrowserSite.ReadableAsync(admin);
        }
    }

    private static bool To(MimeMessage mail, string address) => mail.To.Mailboxes.Any(mailbox => mailbox.Address == address);

    private static string LinkIn(MimeMessage mail)
    {
        var at = mail.TextBody!.IndexOf("/offers/", StringComparison.Ordinal);
        return new string([.. mail.TextBody[at..].TakeWhile(letter => !char.IsWhiteSpace(letter))]);
    }
}
