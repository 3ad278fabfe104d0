using System.Globalization;
using HotelCorporate.Web.Tests.Documents;
using Microsoft.Playwright;
using MimeKit;

namespace HotelCorporate.Browser.Tests;

/// <summary>A conference of two days with two alternatives: negotiated twice, once over the seller's limits, compared by the client, who takes the second.</summary>
public sealed class QuoteTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Reader = "arta.gjoka@korab.example";

    [Fact]
    public async Task Two_alternatives_are_negotiated_twice_and_the_client_takes_the_second()
    {
        var (sales, manager) = (await site.WindowAsync(signIn: "sales@demo.example"), await site.WindowAsync(signIn: "manager@demo.example"));
        var booking = await InquiryAsync(sales);

        // The first offer: a day package on both days; what it earns is told while it is typed.
        await sales.GotoAsync(booking + "/quotes/new");
        await Assertions.Expect(sales.Locator("#worth .worth-total")).ToContainTextAsync("5,600.00");
        await sales.Locator("[name='Extras[0].Description']").FillAsync("Interpreter");
        await sales.Locator("[name='Extras[0].Quantity']").FillAsync("2");
        await sales.Locator("[name='Extras[0].Price']").FillAsync("400");
        await Assertions.Expect(sales.Locator("#worth .worth-total")).ToContainTextAsync("6,400.00");
        await sales.GetByText("A least spend on food and beverage").ClickAsync();
        await sales.Locator("[name=Minimum]").FillAsync("3000");
        await Assertions.Expect(sales.Locator("#worth [data-missing]")).ToContainTextAsync("to go");
        await sales.Locator("[name=Minimum]").FillAsync("1500");
        await Assertions.Expect(sales.Locator("#worth [data-missing]")).ToContainTextAsync("is reached");
        await BrowserSite.ReadableAsync(sales);
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save the offer" }).ClickAsync();

        // Beside it: a month later, without the interpreter.
        await sales.GetByRole(AriaRole.Link, new() { Name = "Add an alternative" }).ClickAsync();
        await sales.GetByLabel("Called").FillAsync("In May");
        await sales.Locator("[name='Functions[0].Date']").FillAsync("2027-05-04");
        await sales.Locator("[name='Functions[1].Date']").FillAsync("2027-05-05");
        await sales.Locator("[name='Extras[0].Description']").FillAsync("");
        await sales.Locator("[name='Extras[0].Quantity']").FillAsync("");
        await sales.Locator("[name='Extras[0].Price']").FillAsync("");
        await Assertions.Expect(sales.Locator("#worth .worth-total")).ToContainTextAsync("5,600.00");
        await BrowserSite.ReadableAsync(sales);
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save the offer" }).ClickAsync();
        await Assertions.Expect(sales.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("B: In May");
        await SendAsync(sales);

        // The client compares and asks for less; the seller has it as a task.
        var client = await site.WindowAsync(width: 390);
        var link = LinkIn(site.Mails.Last(mail => To(mail) && mail.TextBody!.Contains("/offers/", StringComparison.Ordinal)));
        await client.GotoAsync(link);
        await Assertions.Expect(client.Locator(".compare tr.total")).ToContainTextAsync("6,400.00 EUR");
        await BrowserSite.ReadableAsync(client);
        await client.GetByLabel("Who writes").FillAsync("Arta Gjoka");
        await client.GetByLabel("What you want to say").FillAsync("Could May cost 65 a person?");
        await client.GetByText("Please change the offer").ClickAsync();
        await client.GetByRole(AriaRole.Button, new() { Name = "Send it to the hotel" }).ClickAsync();
        await Assertions.Expect(client.Locator("#comments")).ToContainTextAsync("Could May cost 65 a person?");
        await Assertions.Expect(sales.Locator("[data-client-news]")).ToContainTextAsync("The client opened the offer"); // on the page that was open all the time
        await Assertions.Expect(sales.Locator("[data-client-news]")).ToContainTextAsync("The client asks for a change of the offer");
        await sales.ReloadAsync();
        await Assertions.Expect(sales.Locator("[data-opened]")).ToContainTextAsync("Opened by the client");

        // Second version: a little off, within the limits; the alternative comes along and is changed too.
        await AgainAsync(sales, booking, first: "68", second: "66", "They come back each year");
        await SendAsync(sales);
        await client.GotoAsync(LinkIn(site.Mails.Last(mail => To(mail) && mail.TextBody!.Contains("/offers/", StringComparison.Ordinal))));
        await Assertions.Expect(client.Locator(".compare tr.total")).ToContainTextAsync("5,280.00 EUR"); // 2 x 40 x 66

        // Third: more than the seller may give. A manager says yes, then it leaves.
        await AgainAsync(sales, booking, first: "68", second: "55", "They sign today");
        await Assertions.Expect(sales.GetByText("Waits for an approval")).ToBeVisibleAsync();
        await manager.GotoAsync("/inbox");
        await manager.Locator("form[action*='approve']").Filter(new() { HasText = "Approve" }).Last.GetByRole(AriaRole.Button, new() { Name = "Approve" }).First.ClickAsync();
        await sales.ReloadAsync();
        await Assertions.Expect(sales.Locator("ins").Filter(new() { HasText = "4,400.00" }).First).ToBeVisibleAsync();
        await SendAsync(sales);

        // Every figure is the same on page, letter, paper and workbook.
        var letter = site.Mails.Last(mail => To(mail) && mail.TextBody!.Contains("/offers/", StringComparison.Ordinal));
        Assert.Contains("4,400.00", letter.TextBody, StringComparison.Ordinal);
        await client.GotoAsync(LinkIn(letter));
        var totals = await client.Locator("[data-total]").AllInnerTextsAsync();
        Assert.Equal(["6,240.00", "4,400.00"], totals);
        var paper = PdfTests.TextOf(await DownloadAsync(client, "Offer as PDF"), "alternatives");
        Assert.All(totals, total => Assert.Contains(total, paper, StringComparison.Ordinal));
        Assert.Equal(totals.Select(total => decimal.Parse(total, NumberStyles.Number, CultureInfo.InvariantCulture)), WorkbookTests.QuoteTotals(await DownloadAsync(client, "Offer as a workbook")));

        // The client takes the second: that is what is booked.
        await client.Locator("form[action$='/accept']").GetByText("B: In May").ClickAsync();
        await client.Locator("form[action$='/accept']").GetByLabel("Your name").FillAsync("Arta Gjoka");
        await client.GetByRole(AriaRole.Button, new() { Name = "Accept the offer" }).ClickAsync();
        await Assertions.Expect(client.GetByText("Certificate of acceptance")).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(client);
        Assert.Contains("4,400.00", PdfTests.TextOf(await DownloadAsync(client, "Certificate of acceptance"), "certificate"), StringComparison.Ordinal);
        await sales.GotoAsync(booking);
        await Assertions.Expect(sales.GetByText("4 May 2027").First).ToBeVisibleAsync();
    }

    /// <summary>A company and its wish for two days; 40 people, a theatre each day.</summary>
    private static async Task<string> InquiryAsync(IPage sales)
    {
        await sales.GotoAsync("/accounts/new");
        await sales.GetByLabel("Legal name").FillAsync("Korab Consulting Ltd");
        await sales.GetByLabel("Contact", new() { Exact = true }).FillAsync("Arta Gjoka");
        await sales.GetByLabel("E-mail").FillAsync(Reader);
        await sales.Locator("[name='Language']").SelectOptionAsync("en");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save account" }).ClickAsync();
        await sales.GetByRole(AriaRole.Link, new() { Name = "New inquiry" }).ClickAsync();
        await sales.GetByLabel("Event").FillAsync("Partner conference");
        foreach (var (i, day) in new[] { (0, "2027-04-06"), (1, "2027-04-07") })
        {
            await sales.Locator($"[name='Functions[{i}].Name']").FillAsync($"Conference, day {i + 1}");
            await sales.Locator($"[name='Functions[{i}].Date']").FillAsync(day);
            await sales.Locator($"[name='Functions[{i}].From']").FillAsync("9");
            await sales.Locator($"[name='Functions[{i}].Until']").FillAsync("17.30");
            await sales.Locator($"[name='Functions[{i}].People']").FillAsync("40");
            await sales.Locator($"[name='Functions[{i}].Style']").SelectOptionAsync("Theatre");
            await sales.Locator($"[name='Functions[{i}].SpaceId']").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        }

        await sales.GetByRole(AriaRole.Button, new() { Name = "Record the inquiry" }).ClickAsync();
        await sales.WaitForURLAsync("**/bookings/*");
        return new Uri(sales.Url).AbsolutePath;
    }

    /// <summary>One version more: the price of the main offer, then that of the alternative that came along.</summary>
    private static async Task AgainAsync(IPage sales, string booking, string first, string second, string why)
    {
        await sales.GotoAsync(booking + "/quotes/new");
        await PriceAsync(sales, first, why);
        await sales.Locator(".nav-tabs").GetByText("B In May").ClickAsync();
        await sales.GetByRole(AriaRole.Link, new() { Name = "Change it" }).ClickAsync();
        await PriceAsync(sales, second, why);
    }

    private static async Task PriceAsync(IPage sales, string price, string why)
    {
        foreach (var i in new[] { 0, 1 }) await sales.Locator($"[name='Functions[{i}].Price']").FillAsync(price);
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save the offer" }).ClickAsync();
        if (await sales.Locator("[name=ApprovalReason]").CountAsync() == 0) return;
        await sales.Locator("[name=ApprovalReason]").FillAsync(why);
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save the offer" }).ClickAsync();
    }

    private async Task SendAsync(IPage sales)
    {
        await sales.GetByRole(AriaRole.Button, new() { Name = "Send the quote" }).ClickAsync();
        await Assertions.Expect(sales.Locator(".status-quote-Sent").First).ToBeVisibleAsync();
        await site.SendAsync();
    }

    private static async Task<byte[]> DownloadAsync(IPage page, string link)
    {
        var address = await page.GetByRole(AriaRole.Link, new() { Name = link }).GetAttributeAsync("href");
        return await (await page.Context.APIRequest.GetAsync(address!)).BodyAsync();
    }

    private static bool To(MimeMessage mail) => mail.To.Mailboxes.Any(reader => reader.Address == Reader) && mail.TextBody is not null;

    private static string LinkIn(MimeMessage mail)
    {
        var at = mail.TextBody!.IndexOf("/offers/", StringComparison.Ordinal);
        return new string([.. mail.TextBody[at..].TakeWhile(letter => !char.IsWhiteSpace(letter))]);
    }
}
