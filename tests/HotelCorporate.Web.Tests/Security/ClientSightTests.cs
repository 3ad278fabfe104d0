using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Security;

/// <summary>What a client sees of the hotel's own knowledge.</summary>
public sealed class ClientSightTests
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task What_a_company_owes_and_how_far_it_is_trusted_stays_in_the_house(string kind)
    {
        using var site = new GuardedSite(GuardedSite.On(kind), "Development", ("Proxies", "10.0.0.5"));
        var sales = await site.SignedInAsync("sales@demo.example");
        var booking = await OfferedAsync(site, sales);
        var link = await FactsAsync(site, booking, MailKind.QuoteSent);
        var client = site.BrowserFrom("10.0.0.5");
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        var offer = link.Link[link.Link.IndexOf("/offers/", StringComparison.Ordinal)..];

        using var accepted = await client.PostAsync(offer + "/accept", new() { ["name"] = "A. Client", ["purchaseOrder"] = "PO 7" }, offer);

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var page = (await client.PageAsync(offer)).Body!.TextContent;
        var letter = string.Join("; ", (await FactsAsync(site, booking, MailKind.AcceptedWaiting)).WaitingFor);
        foreach (var seen in new[] { page, letter })
        {
            Assert.Contains("our approval of the terms of payment", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("credit", seen, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("owe", seen, StringComparison.Ordinal);
        }

        Assert.Contains("its credit limit is 1.00 EUR", (await sales.PageAsync($"/bookings/{booking}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("203.0.113.7", (await site.InDatabaseAsync(db => db.Quotes.AsNoTracking().SingleAsync(quote => quote.BookingId == booking))).Acceptance!.Address);
    }

    /// <summary>A booking with a sent offer, of a company that is trusted with one euro.</summary>
    private static async Task<int> OfferedAsync(GuardedSite site, HotelBrowser sales)
    {
        var (company, space) = await site.InDatabaseAsync(async db => (
            await db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync(), await db.Spaces.Where(found => found.Name == "Balmoral").Select(found => found.Id).SingleAsync()));
        await site.InDatabaseAsync(db => db.Accounts.Where(account => account.Id == company).ExecuteUpdateAsync(set => set.SetProperty(account => account.CreditLimit, (long?)1).SetProperty(account => account.Language, "en")));
        using var made = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = "Trusted with little", ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = "2028-05-09", ["Functions[0].From"] = "9",
            ["Functions[0].Until"] = "17", ["Functions[0].SpaceId"] = $"{space}", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "30",
        });
        var booking = made.Headers.Location!.OriginalString;
        var form = await sales.PageAsync(booking + "/quotes/new");
        using var quoted = await sales.PostAsync(booking + "/quotes/new", new()
        {
            ["Functions[0].FunctionId"] = form.QuerySelector("[name='Functions[0].FunctionId']")!.GetAttribute("value")!, ["Functions[0].Hire"] = "500", ["ValidUntil"] = "2026-12-10",
        });
        var quote = quoted.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(quote + "/send", [], quote)).StatusCode);
        return int.Parse(booking.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<MailFacts> FactsAsync(GuardedSite site, int booking, MailKind kind) =>
        MailFactsJson.Read(await site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.BookingId == booking && mail.Kind == kind).Select(mail => mail.Facts).FirstAsync()));
}
