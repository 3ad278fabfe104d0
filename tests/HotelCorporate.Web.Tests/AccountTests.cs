using System.Net;

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
}
