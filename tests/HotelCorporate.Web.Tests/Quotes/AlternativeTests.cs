using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Tests.Quotes;

public sealed class AlternativesOnSqlite(SqliteSite site) : AlternativeTests(site), IClassFixture<SqliteSite>;

public sealed class AlternativesOnPostgres(PostgresSite site) : AlternativeTests(site), IClassFixture<PostgresSite>;

/// <summary>An offer with alternatives: made, sent, compared, one of them accepted; every figure the same on page, paper and workbook.</summary>
public abstract class AlternativeTests(HotelSiteFixture site)
{
    [Fact]
    public async Task The_client_takes_the_second_and_the_booking_is_what_it_says()
    {
        var (sales, booking, link) = await SentAsync("Spring meeting", new LocalDate(2027, 8, 2));
        var client = site.Browser();
        var page = await client.PageAsync(link);
        var choices = page.QuerySelectorAll("input[type=radio][name=seen]").Select(choice => choice.GetAttribute("value")!).ToList();
        Assert.Equal(2, choices.Count);
        var totals = page.QuerySelectorAll("[data-total]").Select(total => total.TextContent.Trim()).ToList();
        Assert.Equal(totals, page.QuerySelectorAll(".compare tr.total td").Select(cell => cell.TextContent.Replace("EUR", "", StringComparison.Ordinal).Trim()));
        var paper = PdfTests.TextOf(await client.Http.GetByteArrayAsync(new Uri(link + "/offer.pdf", UriKind.Relative)), "offer");
        Assert.All(totals, total => Assert.Contains(Plain(total), Plain(paper), StringComparison.Ordinal));
        var recalculated = WorkbookTests.QuoteTotals(await client.Http.GetByteArrayAsync(new Uri(link + "/offer.xlsx", UriKind.Relative)));
        Assert.Equal(totals.ConvertAll(total => decimal.Parse(Plain(total).Replace(',', '.'), CultureInfo.InvariantCulture)), recalculated);

        using var unsure = await client.PostAsync(link + "/accept", new() { ["name"] = "Arben Kola", ["purchaseOrder"] = "PO 8" }, link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        Assert.NotEmpty((await HotelBrowser.ParseAsync(unsure)).QuerySelectorAll("fieldset .text-danger"));
        using var accepted = await client.PostAsync(link + "/accept", new() { ["name"] = "Arben Kola", ["purchaseOrder"] = "PO 8", ["seen"] = choices[1] }, link);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);

        var (status, functions, quotes) = await site.InDatabaseAsync(async db => (
            await db.Bookings.Where(found => found.Id == booking).Select(found => found.Status).SingleAsync(),
            await db.Functions.AsNoTracking().Where(function => function.BookingId == booking).OrderBy(function => function.Id).ToListAsync(),
            await db.Quotes.AsNoTracking().Include(quote => quote.Lines).Where(quote => quote.BookingId == booking).OrderBy(quote => quote.Alternative).ToListAsync()));
        Assert.Equal(BookingStatus.Definite, status);
        Assert.True(functions[0].IsCancelled);
        Assert.Equal((false, true, new LocalDate(2027, 8, 9)), (functions[1].IsCancelled, functions[1].IsFirm, functions[1].Start.Date));
        Assert.Equal([QuoteStatus.Superseded, QuoteStatus.Accepted], quotes.Select(quote => quote.Status));
        Assert.All(quotes[1].Lines, line => Assert.Equal(functions[1].Id, line.FunctionId));
        Assert.Equal(quotes[1].Fingerprint(), quotes[1].Acceptance!.SeenHash);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Holds.CountAsync(hold => hold.FunctionId == functions[0].Id)));

        var certificate = PdfTests.TextOf(await client.Http.GetByteArrayAsync(new Uri(link + "/certificate.pdf", UriKind.Relative)), "certificate");
        Assert.Contains("Arben Kola", certificate, StringComparison.Ordinal);
        Assert.Contains(choices[1][..20], certificate, StringComparison.Ordinal);
        using var twice = await client.PostAsync(link + "/accept", new() { ["name"] = "Arben Kola", ["purchaseOrder"] = "PO 9", ["seen"] = choices[0] }, "/sign-in"); // its own page has no form any more
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("Accepted", (await sales.PageAsync($"/bookings/{booking}/quotes/{quotes[1].Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_client_writes_is_the_sellers_task_and_the_answer_goes_back_by_mail_and_page()
    {
        var (sales, booking, link) = await SentAsync("Autumn meeting", new LocalDate(2027, 8, 23));
        var client = site.Browser();
        using var empty = await client.PostAsync(link + "/comment", new() { ["about"] = "A-1", ["text"] = "", ["who"] = "Arben" }, link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var said = await client.PostAsync(link + "/comment", new() { ["about"] = "A-1", ["text"] = "Could this be vegan?", ["who"] = "Arben", ["change"] = "true" }, link);
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);

        var quote = await site.InDatabaseAsync(db => db.Quotes.AsNoTracking().SingleAsync(found => found.BookingId == booking && found.Alternative == 1));
        Assert.NotNull(quote.OpenedAt);
        Assert.Contains(await site.InDatabaseAsync(db => db.Tasks.AsNoTracking().Where(task => task.BookingId == booking).ToListAsync()), task => task.Text.ToString().Contains("Could this be vegan?", StringComparison.Ordinal));
        var address = $"/bookings/{booking}/quotes/{quote.Id}";
        Assert.Contains("Could this be vegan?", (await sales.PageAsync(address)).QuerySelector("#comments")!.TextContent, StringComparison.Ordinal);
        var shown = await sales.PageAsync(address);
        Assert.Contains("A good client", shown.QuerySelector("[data-approved]")!.TextContent, StringComparison.Ordinal); // who approved it, why and when
        var steps = shown.QuerySelector(".side-panel")!.TextContent;
        Assert.Contains("Approved by", steps, StringComparison.Ordinal);
        Assert.Contains("Tax of 20 % inside", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("Miratuar nga", (await client.PageAsync(link)).Body!.TextContent, StringComparison.Ordinal); // the client reads Albanian, and nothing of that
        using var answered = await sales.PostAsync(address + "/answer", new() { ["text"] = "With pleasure." }, address);
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Contains("With pleasure.", (await client.PageAsync(link)).QuerySelector("#comments")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Outbox.CountAsync(mail => mail.BookingId == booking && mail.Kind == Domain.Messages.MailKind.OfferAnswered)));
    }

    [Fact]
    public async Task A_new_version_begins_with_what_was_asked_for_and_says_what_is_other()
    {
        var (sales, booking, link) = await SentAsync("Winter meeting", new LocalDate(2027, 9, 13));
        var form = await sales.PageAsync($"/bookings/{booking}/quotes/new");
        Assert.Equal("55.00", decimal.Parse(form.QuerySelector("[name='Functions[0].Price']")!.GetAttribute("value")!, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture));
        using var saved = await sales.SendShownAsync($"/bookings/{booking}/quotes/new", $"/bookings/{booking}/quotes/new", new() { ["Functions[0].Price"] = "53", ["ApprovalReason"] = "They come each year" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var second = saved.Headers.Location!.OriginalString;
        Assert.Contains((await sales.PageAsync(second)).QuerySelectorAll("ins"), said => said.TextContent.Contains("1,590.00", StringComparison.Ordinal));
        Assert.Equal([1, 2], await site.InDatabaseAsync(db => db.Quotes.Where(quote => quote.BookingId == booking && quote.Revision == 2).OrderBy(quote => quote.Alternative).Select(quote => quote.Alternative).ToListAsync()));

        // What the new one is over the limits waits; the old link goes on until it is sent.
        using var early = await sales.PostAsync(second + "/send", [], second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.NotEmpty((await site.Browser().PageAsync(link)).QuerySelectorAll("input[name=seen]"));
        await ApproveAsync(booking);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(second + "/send", [], second)).StatusCode);
        using var late = await site.Browser().PostAsync(link + "/accept", new() { ["name"] = "Arben Kola", ["purchaseOrder"] = "PO 8", ["seen"] = (await FirstHashAsync(booking))! }, "/sign-in"); // its own page has no form any more
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.NotEmpty((await HotelBrowser.ParseAsync(late)).QuerySelectorAll(".alert-warning"));
        Assert.Null(await site.InDatabaseAsync(db => db.Bookings.Where(found => found.Id == booking).Select(found => found.AcceptedBy).SingleAsync()));
    }

    [Fact]
    public async Task A_draft_is_changed_in_its_place_and_an_alternative_taken_out_again()
    {
        var (sales, booking, draft, second) = await DraftedAsync("Summer meeting", new LocalDate(2027, 10, 4));
        using var changed = await sales.SendShownAsync(draft + "/edit", draft + "/edit", new() { ["Remarks"] = "Parking is not included." });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(draft, changed.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(second + "/take-out", [], second)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(draft + "/send", [], draft)).StatusCode);
        var quotes = await site.InDatabaseAsync(db => db.Quotes.AsNoTracking().Where(quote => quote.BookingId == booking).OrderBy(quote => quote.Alternative).ToListAsync());
        Assert.Equal([(QuoteStatus.Sent, "Parking is not included."), (QuoteStatus.Superseded, "")], quotes.Select(quote => (quote.Status, quote.Remarks)));
        Assert.Equal(HttpStatusCode.NotFound, (await sales.GetAsync(draft + "/edit")).StatusCode);
    }

    [Fact]
    public async Task An_alternative_whose_own_functions_meet_is_refused_where_it_is_typed()
    {
        var (sales, _, draft, _) = await DraftedAsync("Crowded meeting", new LocalDate(2027, 10, 25));
        using var refused = await sales.SendShownAsync(draft + "/alternative", draft + "/alternative", new()
        {
            ["Functions[1].Name"] = "Dinner", ["Functions[1].Date"] = "2027-10-25", ["Functions[1].From"] = "12", ["Functions[1].Until"] = "14", ["Functions[1].People"] = "20", ["Functions[1].SpaceId"] = await SpaceAsync("Balmoral"), ["Functions[1].Style"] = "Banquet",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Dinner", (await HotelBrowser.ParseAsync(refused)).QuerySelector("[name='Functions[1].Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_seller_is_told_what_it_comes_to_while_it_is_typed()
    {
        var (sales, booking, draft, _) = await DraftedAsync("Priced meeting", new LocalDate(2027, 11, 8));
        var form = await sales.PageAsync(draft + "/edit");
        using var asked = new HttpRequestMessage(HttpMethod.Post, new Uri($"/bookings/{booking}/quotes/price", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([.. Forms.AsShown(form.FormTo(draft + "/edit")).Where(field => field.Key != "Minimum"), KeyValuePair.Create("Minimum", "5000"), KeyValuePair.Create("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
        };
        asked.Headers.Add("X-Part", "worth");
        using var answer = await sales.Http.SendAsync(asked);
        var part = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        Assert.Contains("to go to the least spend", part, StringComparison.Ordinal);
        Assert.Contains("Margin", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nightly_audit_tells_what_an_open_offer_would_cost_today()
    {
        var (sales, booking, _) = await SentAsync("Audited meeting", new LocalDate(2027, 11, 22));
        using (var audited = await sales.PostAsync("/quotes/audit", [], "/quotes/audit")) Assert.Equal(HttpStatusCode.Redirect, audited.StatusCode);
        Assert.DoesNotContain("Audited meeting", (await sales.PageAsync("/quotes/audit")).Body!.TextContent, StringComparison.Ordinal);
        var rate = await site.InDatabaseAsync(async db =>
        {
            var code = await db.TaxCodes.Include(code => code.Rates).FirstAsync(code => db.Quotes.Where(quote => quote.BookingId == booking).SelectMany(quote => quote.Lines).Any(line => line.TaxCategory == code.Category) && code.Category == "S");
            code.From(new LocalDate(2027, 11, 20), 0.23m);
            return await db.SaveChangesAsync();
        });
        Assert.True(rate > 0);
        using (var audited = await sales.PostAsync("/quotes/audit", [], "/quotes/audit")) Assert.Equal(HttpStatusCode.Redirect, audited.StatusCode);
        var page = await sales.PageAsync("/quotes/audit");
        Assert.Contains("Audited meeting", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("23", page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        await site.InDatabaseAsync(async db => // as it was for the tests beside this one
        {
            await db.Set<Domain.Amounts.DatedRate>().Where(rate => rate.ValidFrom == new LocalDate(2027, 11, 20)).ExecuteDeleteAsync();
            return 0;
        });
    }

    /// <summary>An inquiry, priced at 55.00, with an alternative a week later at the list price; both drafts.</summary>
    private async Task<(HotelBrowser Sales, int Booking, string Draft, string Second)> DraftedAsync(string name, LocalDate day)
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var company = await site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync());
        using var inquiry = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = name, ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = LocalDatePattern.Iso.Format(day), ["Functions[0].From"] = "9",
            ["Functions[0].Until"] = "17", ["Functions[0].SpaceId"] = await SpaceAsync("Balmoral"), ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "30",
        });
        var booking = inquiry.Headers.Location!.OriginalString;
        using var saved = await sales.SendShownAsync(booking + "/quotes/new", booking + "/quotes/new", new() { ["Functions[0].Price"] = "55", ["ApprovalReason"] = "A good client" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var draft = saved.Headers.Location!.OriginalString;
        using var added = await sales.SendShownAsync(draft + "/alternative", draft + "/alternative", new()
        {
            ["AlternativeName"] = "A week later", ["Functions[0].Date"] = LocalDatePattern.Iso.Format(day.PlusDays(7)), ["Functions[0].Price"] = "",
        });
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var id = int.Parse(booking.Split('/')[^1], CultureInfo.InvariantCulture);
        await ApproveAsync(id);
        return (sales, id, draft, added.Headers.Location!.OriginalString);
    }

    private async Task<(HotelBrowser Sales, int Booking, string Link)> SentAsync(string name, LocalDate day)
    {
        var (sales, booking, draft, _) = await DraftedAsync(name, day);
        using var sent = await sales.PostAsync(draft + "/send", [], draft);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var link = (await sales.PageAsync(draft)).QuerySelector("a[href*='/offers/']")!.GetAttribute("href")!;
        return (sales, booking, link[link.IndexOf("/offers/", StringComparison.Ordinal)..]);
    }

    private async Task ApproveAsync(int booking)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        foreach (var asked in await site.InDatabaseAsync(db => db.Approvals.Where(asked => asked.BookingId == booking && asked.Status == ApprovalStatus.Open).Select(asked => asked.Id).ToListAsync()))
        {
            using var approved = await manager.PostAsync($"/inbox/approvals/{asked}/approve", new() { ["answer"] = "Fine" }, "/inbox");
            Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        }
    }

    /// <summary>As it is read in any language: without the spaces that group thousands.</summary>
    private static string Plain(string text) => new([.. text.Where(letter => !char.IsWhiteSpace(letter))]);

    private Task<string?> FirstHashAsync(int booking) => site.InDatabaseAsync(db => db.Quotes.Where(quote => quote.BookingId == booking && quote.Revision == 1 && quote.Alternative == 1).Select(quote => quote.SeenHash).SingleAsync());

    private Task<string> SpaceAsync(string name) => site.InDatabaseAsync(async db => $"{await db.Spaces.Where(space => space.Name == name).Select(space => space.Id).FirstAsync()}");
}
