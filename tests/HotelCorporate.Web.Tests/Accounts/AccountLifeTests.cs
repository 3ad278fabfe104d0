using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using HotelCorporate.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Accounts;

public sealed class AccountLivesOnSqlite(SqliteSite site) : AccountLifeTests(site), IClassFixture<SqliteSite>;

public sealed class AccountLivesOnPostgres(PostgresSite site) : AccountLifeTests(site), IClassFixture<PostgresSite>;

/// <summary>What is known of a company, from its people to its files.</summary>
public abstract class AccountLifeTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_company_that_may_be_here_is_shown_with_what_it_shares()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "Zeta Works GmbH", ["Country"] = "AT", ["VatNumber"] = "ATU87654321", ["ContactName"] = "Z", ["ContactEmail"] = "z@zeta.example", ["ContactPhone"] = "01 777 8899" });
        foreach (var (fields, shares) in new[]
        {
            (new Dictionary<string, string> { ["VatNumber"] = "U87654321", ["Country"] = "AT" }, "VAT number"), (new Dictionary<string, string> { ["ContactName"] = "A", ["ContactEmail"] = "a@ZETA.example" }, "zeta.example"),
            (new Dictionary<string, string> { ["ContactName"] = "A", ["ContactPhone"] = "+43 1 7778899" }, "+4317778899"),
        })
        {
            fields["LegalName"] = "Wholly other name";
            using var answer = await sales.PostAsync("/accounts/new", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var text = (await HotelBrowser.ParseAsync(answer)).QuerySelector("main")!.TextContent;
            Assert.Contains("Zeta Works GmbH", text, StringComparison.Ordinal);
            Assert.Contains(shares, text, StringComparison.Ordinal);
        }

        await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "Free mail one", ["ContactName"] = "A", ["ContactEmail"] = "a@gmail.com" });
        using var free = await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "Free mail two", ["ContactName"] = "B", ["ContactEmail"] = "b@gmail.com" });
        Assert.Equal(HttpStatusCode.Redirect, free.StatusCode);
        using var wrong = await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "Wrong number", ["Country"] = "DE", ["VatNumber"] = "DE12" });
        Assert.Contains("is-invalid", (await HotelBrowser.ParseAsync(wrong)).QuerySelector("#VatNumber")!.ClassName!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_added_changed_and_leaves()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var account = await CompanyAsync(sales, "Contacts Company");
        var page = $"/accounts/{account}/contacts";
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page + "/new", new() { ["Name"] = "Vera Nolan", ["Email"] = "vera@contacts.example", ["Part"] = "DecisionMaker", ["Phone"] = "+44 20 7946 0991", ["WantsInvites"] = "true" }, page)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(page + "/new", new() { ["Name"] = "", ["Email"] = "no address" }, page)).StatusCode);
        var id = await site.InDatabaseAsync(db => db.Set<Contact>().Where(contact => contact.AccountId == account).Select(contact => contact.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"{page}/{id}/edit", new() { ["Name"] = "Vera Nolan-Smith", ["Email"] = "vera@contacts.example", ["Part"] = "Influencer", ["Language"] = "sq" })).StatusCode);
        var kept = await site.InDatabaseAsync(db => db.Set<Contact>().SingleAsync(contact => contact.Id == id));
        Assert.Equal(("Vera Nolan-Smith", ContactPart.Influencer, "sq", false), (kept.Name, kept.Part, kept.Language, kept.WantsInvites));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"{page}/{id}/left", [], page)).StatusCode);
        Assert.Contains("left on", (await sales.PageAsync(page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Vera", (await sales.PageAsync($"/accounts/{account}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sales.PostAsync($"/accounts/1/contacts/{id}/left", [], page)).StatusCode); // of another company
    }

    [Fact]
    public async Task One_timeline_has_everything_newest_first_and_older_pages()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var account = await site.InDatabaseAsync(db => db.Accounts.Where(found => found.TradeName == "Alba Bank").Select(found => found.Id).SingleAsync());
        var page = $"/accounts/{account}/timeline";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(page, new() { ["Kind"] = "Call", ["Text"] = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(page, new() { ["Kind"] = "Call", ["Text"] = "Later", ["On"] = "2027-01-01" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page, new() { ["Kind"] = "Complaint", ["Text"] = "The soup <b>was</b> cold", ["FollowUp"] = "Call the chef", ["FollowUpOn"] = "2026-11-25" })).StatusCode);
        var shown = (await sales.PageAsync(page)).QuerySelector("main")!;
        foreach (var kind in new[] { "Complaint", "Booking", "Offer", "Invoice" }) Assert.Contains(kind, shown.TextContent, StringComparison.Ordinal);
        Assert.Contains("The soup <b>was</b> cold", shown.TextContent, StringComparison.Ordinal);
        Assert.Equal("Complaint", shown.QuerySelector(".entry .badge")!.TextContent);
        Assert.Contains("Call the chef", (await sales.PageAsync("/inbox")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await site.InDatabaseAsync(async db =>
        {
            var now = site.Clock.GetCurrentInstant();
            for (var i = 0; i < 120; i++) db.Activities.Add(new Activity(ActivityKind.Visit, account, null, null, $"Visit {i}", null, now - NodaTime.Duration.FromDays(500 + i), now));
            return await db.SaveChangesAsync();
        });
        var visits = new List<string>();
        for (var number = 1; number <= 3; number++) visits.AddRange((await sales.PageAsync($"{page}?kind=Visit&page={number}")).QuerySelectorAll(".entry .logged").Select(entry => entry.TextContent.Trim()));
        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"Visit {i}"), visits.Where(text => text.StartsWith("Visit ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_is_watched_becomes_a_task_and_a_segment_is_pinned_by_a_manager_with_a_reason()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var account = await CompanyAsync(sales, "Watched Company");
        var page = $"/accounts/{account}/trust";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(page + "/reliability", new() { ["Reliability"] = "Watch", ["Evidence"] = "Paid late", ["NextCheckOn"] = "" }, page)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page + "/reliability", new() { ["Reliability"] = "Watch", ["Evidence"] = "Paid late", ["NextCheckOn"] = "2026-11-27" }, page)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page + "/reliability", new() { ["Reliability"] = "Watch", ["Evidence"] = "Paid late", ["NextCheckOn"] = "2026-11-26" }, page)).StatusCode);
        var tasks = await site.InDatabaseAsync(db => db.Tasks.Where(task => task.AccountId == account && task.DoneAt == null).ToListAsync());
        Assert.Equal(new NodaTime.LocalDate(2026, 11, 26), Assert.Single(tasks).DueOn);
        Assert.Contains("Watched Company", (await sales.PageAsync("/inbox")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await sales.PostAsync(page + "/pin", new() { ["segment"] = "Key", ["pinReason"] = "x" }, page)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync(page + "/pin", new() { ["segment"] = "Key", ["pinReason"] = "" }, page)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(page + "/pin", new() { ["segment"] = "Key", ["pinReason"] = "The group decides in spring" }, page)).StatusCode);
        Assert.Contains("The group decides in spring", (await sales.PageAsync($"/accounts/{account}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(page + "/credit", new() { ["CreditLimit"] = "900" }, page)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(page + "/credit", new() { ["CreditLimit"] = "900", ["CreditDays"] = "20", ["Guarantee"] = "Card", ["CreditReviewOn"] = "2027-02-01" }, page)).StatusCode);
        var text = (await sales.PageAsync(page)).QuerySelector("main")!.TextContent;
        Assert.Contains("approved by Marco Bellini", text, StringComparison.Ordinal);
        Assert.Contains("left of the limit of 900.00", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_no_circle()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (top, below) = (await CompanyAsync(sales, "Top Group"), await CompanyAsync(sales, "Below Group"));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/accounts/{below}/edit", new() { ["LegalName"] = "Below Group", ["ParentId"] = Text(top), ["Tags"] = "Daughter, daughter" })).StatusCode);
        using var circle = await sales.PostAsync($"/accounts/{top}/edit", new() { ["LegalName"] = "Top Group", ["ParentId"] = Text(below) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, circle.StatusCode);
        Assert.Contains("Below Group", (await sales.PageAsync($"/accounts/{top}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Below Group", (await sales.PageAsync("/accounts?tag=daughter")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_kept_by_what_it_is_and_handed_out_as_a_download()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var account = await CompanyAsync(sales, "Files Company");
        var page = $"/accounts/{account}/documents";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(sales, page, "contract.pdf", "<html><script>alert(1)</script>"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(sales, page, "empty.pdf", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(sales, page, "../contract.exe", "%PDF-1.7 something"u8.ToArray())).StatusCode);
        var id = await site.InDatabaseAsync(db => db.AccountDocuments.Where(document => document.AccountId == account).Select(document => document.Id).SingleAsync());
        using var file = await sales.GetAsync($"{page}/{id}");
        Assert.Equal(("application/pdf", "attachment", "contract.pdf"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.NotFound, (await sales.GetAsync($"/accounts/1/documents/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"{page}/{id}/remove", [], page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sales.GetAsync($"{page}/{id}")).StatusCode);
    }

    [Fact]
    public async Task Needs_are_kept()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var page = $"/accounts/{await CompanyAsync(sales, "Needs Company")}/needs";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(page, new() { ["What"] = new string('x', 501) })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(page, new() { ["What"] = "Congresses", ["Objections"] = "Parking: shuttle" })).StatusCode);
        Assert.Contains("Parking: shuttle", (await sales.PageAsync(page)).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    private static async Task<int> CompanyAsync(HotelBrowser sales, string name)
    {
        using var made = await sales.PostAsync("/accounts/new", new() { ["LegalName"] = name });
        return int.Parse(made.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task<HttpResponseMessage> SendAsync(HotelBrowser browser, string page, string name, byte[] bytes)
    {
        var form = (await browser.PageAsync(page)).Forms.First(form => form.Action.EndsWith("/new", StringComparison.Ordinal));
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Add(file, "file", name);
        return await browser.Http.PostAsync(new Uri(page + "/new", UriKind.Relative), content);
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
