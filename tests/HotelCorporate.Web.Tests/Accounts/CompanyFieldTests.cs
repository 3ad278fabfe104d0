using System.Globalization;
using System.Net;
using System.Text.Json;
using HotelCorporate.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Accounts;

public sealed class CompanyFieldOnSqlite(SqliteSite site) : CompanyFieldTests(site), IClassFixture<SqliteSite>;

public sealed class CompanyFieldOnPostgres(PostgresSite site) : CompanyFieldTests(site), IClassFixture<PostgresSite>;

/// <summary>The field in which a company is chosen: offered while one types, known by its whole name or number without script, and no form reads all companies.</summary>
public abstract class CompanyFieldTests(HotelSiteFixture site)
{
    [Theory]
    [InlineData("celesi", "Çelësi & Partners")]
    [InlineData("meridn", "Meridian Pharma")]
    [InlineData("nortwhind", "Northwind Energy")]
    public async Task What_is_like_the_typed_part_is_offered(string typed, string name)
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        using var rows = JsonDocument.Parse(await sales.Http.GetStringAsync(new Uri($"/accounts/names?q={typed}", UriKind.Relative)));
        Assert.Equal(name, rows.RootElement[0].GetProperty("text").GetString());
        Assert.InRange(rows.RootElement.GetArrayLength(), 1, 8);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync("kitchen@demo.example")).GetAsync($"/accounts/names?q={typed}")).StatusCode);
    }

    [Theory]
    [InlineData("/bookings/new")]
    [InlineData("/leads/new")]
    [InlineData("/accounts/new")]
    [InlineData("/rates")]
    public async Task No_form_lists_all_companies(string address)
    {
        var page = await (await site.SignedInAsync("sales@demo.example")).PageAsync(address);
        Assert.DoesNotContain("Northwind Energy", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("input[data-companies][role=combobox]"));
    }

    [Fact]
    public async Task The_whole_name_in_any_spelling_the_number_and_the_vat_number_tell_a_company_and_it_stands_there_by_its_name()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var meant = await site.InDatabaseAsync(db => db.Accounts.AsNoTracking().SingleAsync(account => account.TradeName == "Çelësi & Partners"));
        foreach (var typed in new[] { "Çelësi & Partners", "  CELESI & partners ", meant.LegalName, Text(meant.Id), $"#{Text(meant.Id)}", meant.VatNumber }.Where(typed => typed.Length > 0))
        {
            using var made = await sales.PostAsync("/leads/new", new() { ["Title"] = "By any name", ["AccountId"] = typed, ["Probability"] = "20" });
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
            Assert.Equal("Çelësi & Partners", (await sales.PageAsync(made.Headers.Location + "/edit")).QuerySelector("#AccountId")!.GetAttribute("value"));
        }

        Assert.Equal("Çelësi & Partners", (await sales.PageAsync($"/bookings/new?accountId={meant.Id}")).QuerySelector("#AccountId")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_name_that_nobody_or_several_have_is_refused_with_who_may_be_meant_and_what_was_typed_stays()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var twins = await site.InDatabaseAsync(async db =>
        {
            List<Account> made = [Account.Open(new AccountFacts("Twin Rivers Ltd", City: "Vlorë")), Account.Open(new AccountFacts("Twin Rivers Ltd", City: "Fier")), Account.Open(new AccountFacts("Twin Rivers Old"))];
            db.Accounts.AddRange(made);
            await db.SaveChangesAsync();
            made[2].MergeInto(made[0]);
            await db.SaveChangesAsync();
            return made.ConvertAll(account => account.Id);
        });
        Dictionary<string, string> inquiry = new() { ["Name"] = "Rivers day" };
        foreach (var (typed, said) in new[]
        {
            ("Twin Rivers Ltd", $"Several companies are called Twin Rivers Ltd: Twin Rivers Ltd #{twins[0]} (Vlorë); Twin Rivers Ltd #{twins[1]} (Fier). Type the name with its number."),
            ("Twin Rivers", "No company here is called Twin Rivers. Is it one of these: Twin Rivers Ltd"), ("Northwnd Enrgy", "Is it one of these: Northwind Energy"),
            ("Xyzzy Unheard", "No company here is called Xyzzy Unheard."), ("99999999", "No company here is called 99999999."), ($"Twin Rivers Old #{twins[2]}", "No company here is called"), ("", "Choose the company that asks."),
        })
        {
            using var refused = await sales.PostAsync("/bookings/new", new(inquiry) { ["AccountId"] = typed });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var form = await HotelBrowser.ParseAsync(refused);
            Assert.Contains(said, form.QuerySelector("#AccountId-wrong")!.TextContent, StringComparison.Ordinal);
            Assert.Equal((typed, "Rivers day"), (form.QuerySelector("#AccountId")!.GetAttribute("value"), form.QuerySelector("#Name")!.GetAttribute("value")));
        }

        using var rows = JsonDocument.Parse(await sales.Http.GetStringAsync(new Uri("/accounts/names?q=twin%20rivers", UriKind.Relative)));
        var offered = rows.RootElement.EnumerateArray().Select(row => row.GetProperty("text").GetString()!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal([$"Twin Rivers Ltd #{twins[0]}", $"Twin Rivers Ltd #{twins[1]}"], offered);
        using var made = await sales.PostAsync("/bookings/new", new(inquiry) { ["AccountId"] = $"Twin Rivers Ltd #{twins[1]}" });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal(twins[1], await site.InDatabaseAsync(db => db.Bookings.Where(booking => booking.Name == "Rivers day").Select(booking => booking.AccountId).SingleAsync()));
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
