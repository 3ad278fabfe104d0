using System.Text.RegularExpressions;
using HotelCorporate.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MimeKit;

namespace HotelCorporate.Browser.Tests;

/// <summary>A company comes in with its stays, gets an agreement in three rounds, and its next stay is priced by it.</summary>
public sealed partial class AgreementTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_company_that_stayed_gets_an_agreement_in_three_rounds_and_its_scorecard()
    {
        var (sales, manager) = (await site.WindowAsync(signIn: "sales@demo.example"), await site.WindowAsync(signIn: "manager@demo.example"));

        // The stays of a real year come in, and their companies with them.
        await manager.GotoAsync("/production/imports");
        await manager.GetByLabel("File of the hotel's own system").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "hotel_rates_corporate_and_groups.csv"));
        await manager.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
        await Assertions.Expect(manager.GetByText("Make accounts of the 166 companies")).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(manager);
        await manager.GetByRole(AriaRole.Button, new() { Name = "Bring in 2683 rows" }).ClickAsync();
        await Assertions.Expect(manager.GetByText("The stays are in: 2,683 made")).ToBeVisibleAsync();
        await manager.GotoAsync("/production?year=2017");
        await manager.GetByRole(AriaRole.Link, new() { Name = "Lindauer LLC" }).ClickAsync();
        await Assertions.Expect(manager.GetByRole(AriaRole.Heading, new() { Name = "Scorecard of Lindauer LLC" })).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(manager);
        var scorecard = manager.Url;
        await manager.Locator("p.facts").GetByRole(AriaRole.Link, new() { Name = "Lindauer LLC" }).ClickAsync();
        var account = new Uri(manager.Url).AbsolutePath;
        await manager.GotoAsync(account + "/contacts");
        await manager.GetByLabel("Name", new() { Exact = true }).FillAsync("Lea Lind");
        await manager.GetByLabel("E-mail").FillAsync("lea@lindauer.example");
        await manager.GetByRole(AriaRole.Button, new() { Name = "Add contact" }).ClickAsync();
        await Assertions.Expect(manager.GetByText("lea@lindauer.example").First).ToBeVisibleAsync();

        // An agreement of two seasons, with a tier and a blackout, cheaper than sales may promise: a manager lets it go.
        await sales.GotoAsync(account);
        await sales.GetByRole(AriaRole.Link, new() { Name = "New agreement" }).ClickAsync();
        await FillAsync(sales, ("Name", "Lindauer 2027"), ("ValidFrom", "2027-01-01"), ("ValidTo", "2027-12-31"), ("CommittedNights", "120"));
        await RowAsync(sales, "Seasons[1].Name", "One more season");
        await FillAsync(sales, ("Seasons[0].Name", "Low"), ("Seasons[0].From", "2027-01-01"), ("Seasons[0].To", "2027-06-30"), ("Seasons[1].Name", "High"), ("Seasons[1].From", "2027-07-01"), ("Seasons[1].To", "2027-12-31"));
        await RowAsync(sales, "Tiers[0].MinimumNights", "One more tier");
        await FillAsync(sales, ("Tiers[0].MinimumNights", "100"), ("Tiers[0].Off", "10"));
        await sales.Locator("[name=TierBasis]").SelectOptionAsync("Promised");
        await sales.Locator("[name=TierEffect]").SelectOptionAsync("FromNowOn");
        await sales.GetByRole(AriaRole.Button, new() { Name = "One more blackout" }).ClickAsync();
        await FillAsync(sales, ("Blackouts[0].Name", "Trade fair"), ("Blackouts[0].From", "2027-07-02"), ("Blackouts[0].To", "2027-07-04"), ("Blackouts[0].Rate", "150"));
        await sales.GetByLabel("Standard, Single, Low").FillAsync("85");
        await sales.GetByLabel("Standard, Single, High").FillAsync("98");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Save the agreement" }).ClickAsync();
        await sales.GetByLabel("Why it should be approved").FillAsync("They stayed all year");
        await sales.GetByRole(AriaRole.Button, new() { Name = "Ask for approval" }).ClickAsync();
        await Assertions.Expect(sales.GetByText("Waits for an approval")).ToBeVisibleAsync();
        var agreement = new Uri(sales.Url).AbsolutePath;
        await manager.GotoAsync("/inbox");
        await manager.Locator(".card, .list-group-item, form").Filter(new() { Has = manager.Locator($"a[href='{agreement}']") }).Last.GetByRole(AriaRole.Button, new() { Name = "Approve" }).First.ClickAsync();
        await manager.GotoAsync(agreement);
        await Assertions.Expect(manager.Locator(".status-agreement-Offered").First).ToBeVisibleAsync();

        // Three rounds: each says what was asked and how it was met.
        foreach (var (low, wish) in new[] { ("84", "84 in low season"), ("82", "82, the Adria asks it"), ("80", "80 and we sign") })
        {
            await manager.GetByText("They ask for something else").ClickAsync();
            await manager.GetByLabel("What the company asks").FillAsync(wish);
            await manager.GetByLabel("Objection 1").FillAsync("The Adria is cheaper");
            await manager.GetByRole(AriaRole.Button, new() { Name = "Next round" }).ClickAsync();
            await manager.GetByRole(AriaRole.Link, new() { Name = "Change the terms" }).ClickAsync();
            await manager.GetByLabel("Standard, Single, Low").FillAsync(low);
            await manager.GetByRole(AriaRole.Button, new() { Name = "Save the agreement" }).ClickAsync();
            await manager.GetByLabel("What we offer in this round").FillAsync($"{low} it is");
            await manager.GetByRole(AriaRole.Button, new() { Name = "Offer it" }).ClickAsync();
            await Assertions.Expect(manager.Locator(".status-agreement-Offered").First).ToBeVisibleAsync();
        }

        await Assertions.Expect(manager.GetByText("Single, Low, Standard: 82.00 EUR -> 80.00 EUR").First).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(manager);
        await manager.GetByRole(AriaRole.Button, new() { Name = "Send the link" }).ClickAsync();
        await site.SendAsync();

        // The client accepts by the link of its mail, on a telephone.
        var client = await site.WindowAsync(width: 390);
        await client.GotoAsync(LinkIn(site.Mails.Last(mail => mail.To.Mailboxes.Any(box => box.Address == "lea@lindauer.example"))));
        await BrowserSite.ReadableAsync(client);
        await client.GetByLabel("Your name").FillAsync("Lea Lind");
        await client.GetByRole(AriaRole.Button, new() { Name = "Accept the agreement" }).ClickAsync();
        await Assertions.Expect(client.GetByText("Accepted.")).ToBeVisibleAsync();

        // What would Lindauer pay? Two nights of the low season and one of the high one at the tier's tenth off, and one of the fair: 72.00, 72.00, 88.20 and 150.00.
        await sales.GotoAsync("/rates");
        await sales.GetByLabel("Company").FillAsync("Lindauer LLC");
        await FillAsync(sales, ("Arrival", "2027-06-29"), ("Nights", "4"));
        await sales.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Assertions.Expect(sales.GetByText("382.20 EUR").First).ToBeVisibleAsync();
        Assert.Equal(["72.00", "72.00", "88.20", "150.00"], await sales.Locator(".stay-table tbody td:nth-child(2)").AllInnerTextsAsync());
        await BrowserSite.ReadableAsync(sales);

        // And its scorecard goes out.
        await manager.GotoAsync(scorecard);
        await manager.GetByRole(AriaRole.Button, new() { Name = "Mail it to Lea Lind" }).ClickAsync();
        await Assertions.Expect(manager.GetByText("The scorecard is on its way.")).ToBeVisibleAsync();
        await site.SendAsync();
        var card = site.Mails.Last(mail => mail.To.Mailboxes.Any(box => box.Address == "lea@lindauer.example"));
        Assert.Equal("Your stays with us in 2017", card.Subject);
        Assert.Contains(card.Attachments.OfType<MimePart>(), part => part.FileName!.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Outbox.CountAsync(mail => mail.Kind == MailKind.Scorecard && mail.Status == MailStatus.Sent)));
    }

    private static async Task FillAsync(IPage page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) await page.Locator($"[name='{name}']").FillAsync(value);
    }

    /// <summary>Asks for another row until there is one of that name.</summary>
    private static async Task RowAsync(IPage page, string name, string more)
    {
        while (await page.Locator($"[name='{name}']").CountAsync() == 0) await page.GetByRole(AriaRole.Button, new() { Name = more }).ClickAsync();
    }

    private static string LinkIn(MimeMessage mail) => Link().Match(mail.TextBody!).Value;

    [GeneratedRegex(@"/agreement-offers/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
