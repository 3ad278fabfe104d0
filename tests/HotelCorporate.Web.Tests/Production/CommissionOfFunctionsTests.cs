using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Spaces;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Production;

public sealed class CommissionOfFunctionsOnSqlite(SqliteSite site) : CommissionOfFunctionsTests(site), IClassFixture<SqliteSite>;

public sealed class CommissionOfFunctionsOnPostgres(PostgresSite site) : CommissionOfFunctionsTests(site), IClassFixture<PostgresSite>;

/// <summary>An agency's event from the inquiry to the bank: its commission is there once the money is, and never of what was not paid or did not take place.</summary>
public abstract class CommissionOfFunctionsTests(HotelSiteFixture site)
{
    private static readonly string[] Nothing = [];

    [Fact]
    public async Task Functions_earn_on_the_day_on_which_the_last_of_their_money_comes_and_a_credit_note_takes_it_back()
    {
        var agency = await AgencyAsync();
        var (sales, finance) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("finance@demo.example"));
        var paid = await ContractAsync(sales, finance, agency, "Paid congress", 10, "1200");
        var unpaid = await ContractAsync(sales, finance, agency, "Unpaid congress", 13, "900");
        var cancelled = await ContractAsync(sales, finance, agency, "Cancelled congress", 17, "800");
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync($"/bookings/{cancelled}/cancellation", $"/bookings/{cancelled}/cancel", new() { ["reason"] = "The client withdrew", ["noticeOn"] = "2026-11-24" })).StatusCode);
        site.Clock.Advance(Duration.FromHours(6));
        var (invoice, other) = (await InvoicedAsync(sales, finance, paid), await InvoicedAsync(sales, finance, unpaid));
        Assert.Equal(Nothing, await LinesAsync(finance, agency));

        await PayAsync(finance, invoice, "100", "2026-11-24");
        Assert.Equal(Nothing, await LinesAsync(finance, agency)); // a part of it earns nothing yet
        site.Clock.Advance(Duration.FromDays(2));
        await PayAsync(finance, invoice, await OpenAsync(invoice, 100m), "2026-11-26");
        var net = await site.InDatabaseAsync(async db => (await db.Invoices.Include(found => found.Lines).Include(found => found.Taxes).SingleAsync(found => found.Id == invoice)).LineNets().Sum(line => line.Amount));
        var earned = decimal.Round(net * 0.08m, 2, MidpointRounding.AwayFromZero);
        var line = Assert.Single(await LinesAsync(finance, agency));
        foreach (var says in new[] { "Thu 26 Nov 2026", "Paid congress", "Functions", Amount(net), Amount(earned) }) Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.Equal(Nothing, await LinesAsync(finance, agency, "2026-11-24", "2026-11-25"));
        Assert.Equal(Nothing, await LinesAsync(finance, await site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync())));

        // What is given back is taken back; a note on what nobody paid gives nothing and takes nothing.
        foreach (var document in new[] { invoice, other })
            Assert.Equal(HttpStatusCode.Redirect, (await finance.SendShownAsync($"/invoices/{document}", $"/invoices/{document}/credit", new() { ["reason"] = "Given back" })).StatusCode);
        var lines = await LinesAsync(finance, agency);
        Assert.Equal(2, lines.Length);
        Assert.Single(lines, row => row.Contains(Amount(-earned), StringComparison.Ordinal) || row.Contains(Amount(-earned).Replace('-', '\u2212'), StringComparison.Ordinal));
        Assert.DoesNotContain(lines, row => row.Contains("Unpaid congress", StringComparison.Ordinal) || row.Contains("Cancelled congress", StringComparison.Ordinal));
        site.Clock.Advance(-Duration.FromDays(2) - Duration.FromHours(6));

        string Amount(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
    }

    private Task<int> AgencyAsync() => site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Voyage d'Affaires").Select(account => account.Id).SingleAsync());

    /// <summary>A meeting of today with an accepted offer and its deposit: definite.</summary>
    private async Task<int> ContractAsync(HotelBrowser sales, HotelBrowser finance, int agency, string name, int hour, string hire)
    {
        var space = await site.InDatabaseAsync(db => db.Spaces.Where(found => found.Name == "Balmoral" && db.Properties.Any(property => property.Id == found.PropertyId && property.Code == "TIA")).Select(found => found.Id).SingleAsync());
        using var asked = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{agency}", ["Name"] = name, ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = "2026-11-24", ["Functions[0].From"] = $"{hour}", ["Functions[0].Until"] = $"{hour + 1}", ["Functions[0].SpaceId"] = $"{space}",
            ["Functions[0].Style"] = nameof(SetupStyle.Theatre), ["Functions[0].People"] = "30",
        });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var booking = int.Parse(asked.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
        var offer = $"/bookings/{booking}/quotes/new";
        using var saved = await sales.SendShownAsync(offer, offer, new() { ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = hire });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var quote = saved.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(quote + "/send", [], quote)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/accept", new() { ["name"] = "Claire Dubois", ["acceptedOn"] = "2026-11-24" }, $"/bookings/{booking}")).StatusCode);
        using var deposit = await finance.PostAsync($"/bookings/{booking}/invoices/deposit", new() { ["position"] = "1" }, $"/bookings/{booking}");
        Assert.Equal(HttpStatusCode.Redirect, deposit.StatusCode);
        var request = int.Parse(deposit.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
        await PayAsync(finance, request, await OpenAsync(request), "2026-11-24");
        Assert.Equal(BookingStatus.Definite, await site.InDatabaseAsync(db => db.Bookings.Where(found => found.Id == booking).Select(found => found.Status).SingleAsync()));
        return booking;
    }

    private async Task<int> InvoicedAsync(HotelBrowser sales, HotelBrowser finance, int booking)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/begin", [], $"/bookings/{booking}")).StatusCode);
        var function = await site.InDatabaseAsync(db => db.Functions.Where(found => found.BookingId == booking).Select(found => found.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/numbers/{function}", new() { ["actual"] = "30" }, $"/bookings/{booking}")).StatusCode);
        using var issued = await finance.PostAsync($"/bookings/{booking}/invoices/final", [], $"/bookings/{booking}/invoices/final");
        Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
        return int.Parse(issued.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private async Task<string> OpenAsync(int invoice, decimal paid = 0) => (await site.InDatabaseAsync(async db => (await db.Invoices.SingleAsync(found => found.Id == invoice)).Due.Amount - paid)).ToString(CultureInfo.InvariantCulture);

    private static async Task PayAsync(HotelBrowser finance, int invoice, string amount, string on)
    {
        using var paid = await finance.SendShownAsync($"/invoices/{invoice}", $"/invoices/{invoice}/payments", new() { ["amount"] = amount, ["receivedOn"] = on, ["reference"] = "Bank" });
        Assert.Equal(HttpStatusCode.Redirect, paid.StatusCode);
    }

    /// <summary>The lines of functions of the statement.</summary>
    private static async Task<string[]> LinesAsync(HotelBrowser finance, int agency, string from = "2026-11-24", string to = "2026-11-30")
    {
        IHtmlDocument page = await finance.PageAsync($"/production/{agency}/commission?from={from}&to={to}");
        return [.. page.QuerySelectorAll("tbody tr").Where(row => row.Children[2].TextContent != "Nights").Select(row => row.TextContent)];
    }
}
