using System.Net;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Find;

public sealed class FindOnSqlite(SqliteSite site) : FindTests(site), IClassFixture<SqliteSite>;

public sealed class FindOnPostgres(PostgresSite site) : FindTests(site), IClassFixture<PostgresSite>;

/// <summary>Anything is found from anywhere.</summary>
public abstract class FindTests(HotelSiteFixture site)
{
    [Theory]
    [InlineData("celesi", "Çelësi & Partners")]
    [InlineData("merid", "Meridian Pharma")]
    [InlineData("meridan", "Meridian Pharma")]
    [InlineData("merdiian", "Meridian Pharma")]
    [InlineData("northwnd enrgy", "Northwind Energy")]
    [InlineData("adriatico", "Istituto Adriatico")]
    [InlineData("voyage daffaires", "Voyage d'Affaires")]
    public async Task A_company_is_first_without_accents_misspelt_and_half_typed(string typed, string name) => Assert.Equal(name, (await FoundAsync("sales@demo.example", typed))[0].Title);

    [Theory]
    [InlineData("brandt", "Contact")]
    [InlineData("j.brandt@meridian.example", "Contact")]
    [InlineData("kick-off", "Booking")]
    [InlineData("HC-2026-000", "Booking")]
    [InlineData("Q-HC", "Quote")]
    [InlineData("INV-TIA", "Invoice")]
    [InlineData("setings", "Page")]
    public async Task Every_kind_is_found(string typed, string kind) => Assert.Contains(kind, (await FoundAsync("admin@demo.example", typed)).Select(row => row.Kind));

    [Fact]
    public async Task What_is_new_or_renamed_is_found_at_once_and_the_old_name_is_not()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        using var made = await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "Quetzal Trading", ["ContactName"] = "Xiomara Zapata" });
        Assert.Equal("Quetzal Trading", (await FoundAsync("sales@demo.example", "quetzl"))[0].Title);
        Assert.Equal("Xiomara Zapata", (await FoundAsync("sales@demo.example", "xiomra"))[0].Title);
        await sales.PostAsync(made.Headers.Location + "/edit", new() { ["LegalName"] = "Wombat Trading", ["TradeName"] = "" });
        Assert.DoesNotContain(await FoundAsync("sales@demo.example", "quetzal"), row => row.Title.Contains("Quetzal", StringComparison.Ordinal));
        Assert.Equal("Wombat Trading", (await FoundAsync("sales@demo.example", "wombat"))[0].Title);
    }

    [Fact]
    public async Task Nobody_finds_what_they_may_not_open()
    {
        Assert.DoesNotContain(await FoundAsync("sales@demo.example", "settings"), row => row.Address == "/settings");
        Assert.DoesNotContain(await FoundAsync("kitchen@demo.example", "meridian"), row => row.Kind != "Page");
        await site.JoinedAsync("ny-finder@demo.example", "Administrator", "NYC");
        var found = await FoundAsync("ny-finder@demo.example", "INV");
        Assert.DoesNotContain(found, row => row.Title.Contains("TIA", StringComparison.Ordinal));
        var tirana = await site.InDatabaseAsync(async db => await db.Bookings.Where(booking => db.Properties.Any(hotel => hotel.Id == booking.PropertyId && hotel.Code == "TIA")).Select(booking => "/bookings/" + booking.Id).ToListAsync());
        Assert.DoesNotContain(await FoundAsync("ny-finder@demo.example", "HC-2026"), row => tirana.Contains(row.Address));
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"; DROP TABLE")]
    [InlineData("* NEAR( AND OR NOT")]
    [InlineData("🏨 شركة")]
    [InlineData("a")]
    [InlineData("")]
    public async Task Strange_words_are_words(string typed)
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        using var answer = await browser.GetAsync("/find?q=" + Uri.EscapeDataString(typed + new string('x', 300)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await browser.PageAsync("/find?q=" + Uri.EscapeDataString(typed));
    }

    private async Task<List<(string Title, string Kind, string Address)>> FoundAsync(string email, string typed)
    {
        var page = await (await site.SignedInAsync(email)).PageAsync("/find/rows?q=" + Uri.EscapeDataString(typed));
        return [.. page.QuerySelectorAll("a.found").Select(row => (row.QuerySelector(".found-title")!.TextContent, row.QuerySelector(".found-kind")!.TextContent, row.GetAttribute("href")!))];
    }
}
