using System.Net;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Forecasts;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Forecast;

public sealed class RevenuePlansOnSqlite(SqliteSite site) : RevenuePlanPageTests(site), IClassFixture<SqliteSite>;

public sealed class RevenuePlansOnPostgres(PostgresSite site) : RevenuePlanPageTests(site), IClassFixture<PostgresSite>;

/// <summary>A manager plans in a grid: typed, or pasted from a spreadsheet.</summary>
public abstract class RevenuePlanPageTests(HotelSiteFixture site)
{
    [Fact]
    public async Task What_is_typed_is_saved_journaled_and_held_against_the_forecast()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var saved = await SaveAsync(manager, "year=2028", new() { ["Months[0].Rooms"] = "12,500.50", ["Months[11].Av"] = "300" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var plan = await PlanAsync(2028, null);
        Assert.Equal((1_250_050L, 30_000L, 2), (plan!.Of(1, RevenueClass.Rooms)!.Value.MinorUnits, plan.Of(12, RevenueClass.Av)!.Value.MinorUnits, plan.Cells.Count));
        var page = await manager.PageAsync("/forecast/plan?year=2028");
        Assert.Equal("12500.5", Cell(page, "Months[0].Rooms").Value);
        Assert.Contains("2028-01, Rooms", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("12,800.50", (await manager.PageAsync("/forecast?year=2028")).QuerySelector("tfoot")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await site.InDatabaseAsync(db => db.Journal.CountAsync(entry => entry.Subject == "RevenuePlan" && entry.Action.Contains("2028-"))));

        using var again = await SaveAsync(manager, "year=2028", new() { ["Months[0].Rooms"] = "", ["Months[11].Av"] = "300" });
        Assert.Single((await PlanAsync(2028, null))!.Cells);
    }

    [Fact]
    public async Task A_bad_cell_is_told_of_at_the_cell_and_nothing_typed_is_lost()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var refused = await SaveAsync(manager, "year=2029", new() { ["Months[2].Food"] = "lots", ["Months[3].Food"] = "-5", ["Months[4].Food"] = "7000", ["Months[5].Other"] = "0.001" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        foreach (var (name, typed, says) in new[] { ("Months[2].Food", "lots", "Type a number"), ("Months[3].Food", "-5", "0 or more"), ("Months[5].Other", "0.001", "2 decimals") })
        {
            Assert.Equal(typed, Cell(page, name).Value);
            Assert.Contains(says, page.GetElementById(Cell(page, name).GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(("7000", null), (Cell(page, "Months[4].Food").Value, Cell(page, "Months[4].Food").GetAttribute("aria-describedby")));
        Assert.Null(await PlanAsync(2029, null));
    }

    [Fact]
    public async Task A_block_from_a_spreadsheet_fills_the_grid_from_its_first_cell()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var refused = await SaveAsync(manager, "year=2030&segment=Key", new() { ["Months[1].Rooms"] = "9", ["Months[2].Rooms"] = "3", ["Block"] = "100\t200\r\n1 500\tmany\r\n" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Equal(["100", "200", "1 500", "many", "3"], new[] { "Months[0].Rooms", "Months[0].RoomHire", "Months[1].Rooms", "Months[1].RoomHire", "Months[2].Rooms" }.Select(name => Cell(page, name).Value));
        Assert.Contains("Type a number", page.GetElementById(Cell(page, "Months[1].RoomHire").GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);

        using var saved = await SaveAsync(manager, "year=2030&segment=Key", new() { ["Months[2].Rooms"] = "3", ["Block"] = "100\t200\r\n1 500\t\r\n" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var plan = (await PlanAsync(2030, Segment.Key))!;
        Assert.Equal([10_000L, 20_000L, 150_000L, 300L], plan.Cells.OrderBy(cell => cell.Month).ThenBy(cell => cell.RevenueClass).Select(cell => cell.MinorUnits));
    }

    [Fact]
    public async Task A_block_that_has_no_room_in_the_grid_is_refused_and_kept()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var refused = await SaveAsync(manager, "year=2031", new() { ["Block"] = "1\t2\t3\t4\t5\t6\t21" });
        var page = await HotelBrowser.ParseAsync(refused);

        Assert.Contains("1 rows and 7 columns", page.QuerySelector("#Block-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1\t2\t3\t4\t5\t6\t21", ((IHtmlTextAreaElement)page.QuerySelector("#Block")!).Value);
        Assert.Null(await PlanAsync(2031, null));
    }

    [Fact]
    public async Task A_stale_page_does_not_write_over_a_newer_plan()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var stale = (await manager.PageAsync("/forecast/plan?year=2025")).FormTo("/forecast/plan");
        (await SaveAsync(manager, "year=2025", new() { ["Months[0].Food"] = "10" })).Dispose();
        using var content = new FormUrlEncodedContent(stale.Elements.OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Name == "Months[0].Food" ? "99" : input.Value)));
        using var refused = await manager.Http.PostAsync(new Uri("/forecast/plan", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("99", Cell(await HotelBrowser.ParseAsync(refused), "Months[0].Food").Value);
        Assert.Equal(1_000, (await PlanAsync(2025, null))!.Of(1, RevenueClass.Food)!.Value.MinorUnits);
    }

    [Theory]
    [InlineData("2099")]
    [InlineData("-1")]
    [InlineData("1000000000000")]
    public async Task A_year_far_off_is_not_planned(string year)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var shown = await manager.GetAsync($"/forecast/plan?year={year}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.StatusCode);
        using var refused = await SaveAsync(manager, "year=2026", new() { ["Year"] = year, ["Version"] = "0" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task A_seller_reads_the_plan_and_writes_nothing()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var page = await sales.PageAsync("/forecast/plan?year=2026");
        Assert.True(page.QuerySelector("fieldset")!.HasAttribute("disabled"));
        Assert.Null(page.QuerySelector("[name=Block]"));
        using var refused = await SaveAsync(sales, "year=2026", new() { ["Months[0].Food"] = "1" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static async Task<HttpResponseMessage> SaveAsync(HotelBrowser browser, string query, Dictionary<string, string> typed)
    {
        var form = (await browser.PageAsync($"/forecast/plan?{query}")).FormTo("/forecast/plan");
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(input => !typed.ContainsKey(input.Name ?? "")).Select(input => KeyValuePair.Create(input.Name!, input.Value)).Concat(typed);
        using var content = new FormUrlEncodedContent(fields);
        return await browser.Http.PostAsync(new Uri("/forecast/plan", UriKind.Relative), content);
    }

    private static IHtmlInputElement Cell(IHtmlDocument page, string name) => (IHtmlInputElement)page.GetElementsByName(name)[0];

    private Task<RevenuePlan?> PlanAsync(int year, Segment? segment) => site.InDatabaseAsync(db =>
        db.RevenuePlans.AsNoTracking().Include(plan => plan.Cells).SingleOrDefaultAsync(plan => plan.Year == year && plan.Part == RevenuePlan.PartOf(segment) && db.Properties.Any(property => property.Id == plan.PropertyId && property.Code == "TIA")));
}
