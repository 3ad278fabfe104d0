using System.Net;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests;

public sealed class AccountsOnSqlite(SqliteSite site) : AccountTests(site), IClassFixture<SqliteSite>;

public sealed class AccountsOnPostgres(PostgresSite site) : AccountTests(site), IClassFixture<PostgresSite>;

public abstract class AccountTests(HotelSiteFixture site)
{
    [Theory]
    [InlineData("celesi")]
    [InlineData("ÇELËSI")]
    [InlineData("durres")]
    public async Task A_company_is_found_without_its_accents(string typed)
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var page = await browser.PageAsync($"/accounts?search={Uri.EscapeDataString(typed)}");
        Assert.Contains("Çelësi & Partners", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_that_may_be_here_already_is_shown_before_it_is_saved()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var answer = await browser.PostAsync("/accounts/new", new() { ["LegalName"] = "MERIDIAN PHARMA Ltd." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await HotelBrowser.ParseAsync(answer);
        Assert.Contains("Meridian Pharma GmbH", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("MERIDIAN PHARMA Ltd.", page.QuerySelector("#LegalName")!.GetAttribute("value"));

        answer = await browser.PostAsync("/accounts/new", new() { ["LegalName"] = "MERIDIAN PHARMA Ltd.", ["IsAnother"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_change_that_makes_a_company_look_like_another_is_warned_of_once_before_it_is_saved()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var edit = (await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "Quiet Waters Ltd.", ["ContactName"] = "Ana", ["ContactEmail"] = "ana@quiet.example" })).Headers.Location + "/edit";
        var refused = await sales.PostAsync(edit, new() { ["LegalName"] = "NORTHWIND ENERGY Ltd.", ["City"] = "Vlorë" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var form = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("the same name but for its legal form", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("NORTHWIND ENERGY Ltd.", "Vlorë"), (form.QuerySelector("#LegalName")!.GetAttribute("value"), form.QuerySelector("#City")!.GetAttribute("value")));
        Assert.Equal("Quiet Waters Ltd.", await site.InDatabaseAsync(db => db.Accounts.Where(account => account.Contacts.Any(contact => contact.Email == "ana@quiet.example")).Select(account => account.LegalName).SingleAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(edit, new() { ["LegalName"] = "NORTHWIND ENERGY Ltd.", ["IsAnother"] = "true" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(edit, new() { ["LegalName"] = "Northwind Energy Ltd.", ["City"] = "Fier" })).StatusCode); // it was seen then
    }

    [Theory]
    [InlineData("شركة الفندق 🏨")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_strange_name_is_kept_and_shown_as_text(string name)
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var answer = await browser.PostAsync("/accounts/new", new() { ["LegalName"] = name });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await browser.PageAsync(answer.Headers.Location!.ToString());
        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(page.Scripts, script => script.Text.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_of_ten_thousand_letters_is_refused_at_its_field_and_kept_in_it()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var name = new string('x', 10_000);
        var answer = await browser.PostAsync("/accounts/new", new() { ["LegalName"] = name });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var field = (await HotelBrowser.ParseAsync(answer)).QuerySelector("#LegalName")!;
        Assert.Equal(name, field.GetAttribute("value"));
        Assert.Contains("is-invalid", field.ClassName!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_company_came_from_is_kept_shown_and_in_the_journal_and_only_a_referral_names_who_sent_it()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var sender = await site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync());
        Dictionary<string, string> typed = new() { ["LegalName"] = "Friend of the Bank Ltd.", ["Source"] = "Tender", ["ReferredById"] = $"{sender}" };
        var refused = await sales.PostAsync("/accounts/new", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var form = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("Only a referral", form.QuerySelector("#ReferredById-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Tender", $"{sender}"), (form.QuerySelector("#Source option[selected]")!.GetAttribute("value"), form.QuerySelector("#ReferredById")!.GetAttribute("value")));
        foreach (var (field, wrong) in new[] { ("Source", "Casino"), ("Source", "77"), ("ReferredById", "999999") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync("/accounts/new", new(typed) { ["Source"] = "Referral", [field] = wrong })).StatusCode);

        var account = (await sales.PostAsync("/accounts/new", typed = new(typed) { ["Source"] = "Referral" })).Headers.Location!.OriginalString;
        Assert.Equal("Alba Bank", (await sales.PageAsync(account)).QuerySelector($".facts a[href='/accounts/{sender}']")!.TextContent);
        Assert.Equal("Alba Bank", (await sales.PageAsync(account + "/edit")).QuerySelector("#ReferredById")!.GetAttribute("value"));
        using var itself = await sales.PostAsync(account + "/edit", new(typed) { ["ReferredById"] = "Friend of the Bank Ltd." });
        Assert.Contains("cannot have referred itself", (await HotelBrowser.ParseAsync(itself)).QuerySelector("#ReferredById-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(account + "/edit", new(typed) { ["Source"] = "WebForm", ["ReferredById"] = "", ["Version"] = "1" })).StatusCode);
        var shown = (await sales.PageAsync(account)).QuerySelector("main")!.TextContent;
        Assert.Contains("Source: Web form", shown, StringComparison.Ordinal);
        Assert.Contains("change who referred it", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credit_limit_is_set_by_whoever_may_approve_credit_and_by_nobody_else()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var account = (await manager.PostAsync("/accounts/new", new() { ["LegalName"] = "Credit Company Ltd.", ["CreditLimit"] = "5000" })).Headers.Location!.OriginalString;
        var edit = account + "/edit";
        var form = await sales.PageAsync(edit);
        Assert.Null(form.QuerySelector("[name=CreditLimit]"));
        Assert.Contains("5,000", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var typed in new[] { "900000", "" })
        {
            using var refused = await sales.PostAsync(edit, new() { ["LegalName"] = "Credit Company Ltd.", ["CreditLimit"] = typed });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("who may approve credit", (await HotelBrowser.ParseAsync(refused)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(edit, new() { ["LegalName"] = "Credit Company Plc." })).StatusCode);
        Assert.Equal(5000, await LimitAsync(account));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "Self-made Credit", ["CreditLimit"] = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(edit, new() { ["LegalName"] = "Credit Company Plc.", ["CreditLimit"] = "7000" })).StatusCode);
        Assert.Equal(7000, await LimitAsync(account));
        var id = int.Parse(account.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var noted = await site.InDatabaseAsync(db => db.Journal.Where(entry => entry.Subject == "Account" && entry.SubjectId == id).OrderBy(entry => entry.Id).ToListAsync());
        Assert.Equal([" to 5000", "5000 to 7000"], noted.ConvertAll(entry => entry.InEnglish()).Where(entry => entry.Action == "change CreditLimit").Select(entry => $"{entry.From} to {entry.To}"));
    }

    [Fact]
    public async Task A_stale_page_does_not_overwrite_what_a_colleague_saved()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var made = await browser.PostAsync("/accounts/new", new() { ["LegalName"] = "Stale Company Ltd." });
        var edit = made.Headers.Location + "/edit";
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(edit, new() { ["LegalName"] = "By a colleague" })).StatusCode);

        var answer = await browser.PostAsync(edit, new() { ["LegalName"] = "By me", ["Version"] = "1" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await HotelBrowser.ParseAsync(answer);
        Assert.Contains("By a colleague", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("By me", page.QuerySelector("#LegalName")!.GetAttribute("value"));
    }

    private Task<long?> LimitAsync(string account)
    {
        var id = int.Parse(account.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        return site.InDatabaseAsync(db => db.Accounts.Where(found => found.Id == id).Select(found => found.CreditLimit).SingleAsync());
    }
}
