using System.Net;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Catalogue;

public sealed class PriceRisesOnSqlite(SqliteSite site) : PriceRiseTests(site), IClassFixture<SqliteSite>;

public sealed class PriceRisesOnPostgres(PostgresSite site) : PriceRiseTests(site), IClassFixture<PostgresSite>;

/// <summary>Prices that rise by a percentage from a day on: looked at first, then saved at once.</summary>
public abstract class PriceRiseTests(HotelSiteFixture site)
{
    private const string Page = "/catalogue/rise";

    [Fact]
    public async Task What_was_looked_at_is_saved_at_once_and_the_old_price_stays_until_the_day_before()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var looked = await manager.SendShownAsync(Page, Page + "/preview", new() { ["Percent"] = "3,5", ["From"] = "2027-02-01", ["Rounding"] = "0.50" });
        var page = await HotelBrowser.ParseAsync(looked);
        foreach (var says in new[] { "70.00 72.50 +2.50", "220.00 227.50 +7.50", "21.00 21.50 +0.50", "Oxford" }) Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.Equal(20m, (await ItemAsync("LUNCH")).PriceOn(new(2026, 12, 31)).Amount);
        Assert.Null((await PackagesAsync("DDR"))[0].ValidTo);

        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(page, Page)).StatusCode);
        var lunch = await ItemAsync("LUNCH");
        Assert.Equal([20m, 21m, 21.50m], new LocalDate[] { new(2026, 12, 31), new(2027, 1, 31), new(2027, 2, 1) }.Select(day => lunch.PriceOn(day).Amount));
        Assert.Equal(43.50m, (await ItemAsync("BEV-PREMIUM")).PriceOn(new(2027, 7, 1)).Amount); // its season too
        var days = await PackagesAsync("DDR");
        Assert.Equal([(70m, new LocalDate(2027, 1, 31)), (72.50m, null)], days.Select(package => (package.ListPrice.Amount, package.ValidTo)).ToArray());
        Assert.Equal((days[0].Id, 72.50m), (days[1].Line, days[1].Components.Sum(Currency.Eur, part => part.List).Amount));
        var hire = await site.InDatabaseAsync(db => db.HirePrices.AsNoTracking().Where(price => db.Spaces.Any(space => space.Id == price.SpaceId && space.Name == "Oxford")).OrderBy(price => price.Id).ToListAsync());
        Assert.Equal((new LocalDate(2027, 1, 31), new LocalDate(2027, 2, 1)), (hire[0].ValidTo!.Value, hire[^1].ValidFrom!.Value));
        Assert.True(hire[^1].Day > hire[0].Day);
        foreach (var shown in new[] { $"/catalogue/{lunch.Id}", $"/packages/{days[1].Id}" }) Assert.Contains("3.5 % from Mon 1 Feb 2027 on", (await manager.PageAsync(shown)).Words(), StringComparison.Ordinal);
        Assert.Contains("70.00 EUR", (await manager.PageAsync($"/packages/{days[1].Id}")).Words(), StringComparison.Ordinal); // the same in other days

        using var again = await manager.SendAsync(page, Page, ("form-token", Guid.NewGuid().ToString("N")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("changed since you looked", (await HotelBrowser.ParseAsync(again)).Words(), StringComparison.Ordinal);
        Assert.Equal(21.50m, (await ItemAsync("LUNCH")).PriceOn(new(2027, 2, 1)).Amount);
    }

    [Theory]
    [InlineData("From", "2026-11-23", "that day is over")]
    [InlineData("From", "", "first day")]
    [InlineData("Percent", "0", "not 0")]
    [InlineData("Percent", "-95", "between -90")]
    [InlineData("Percent", "some", "number")]
    [InlineData("Rounding", "0.3", "rounded to")]
    public async Task What_makes_no_sense_is_refused_with_what_was_typed(string field, string typed, string says)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var refused = await manager.SendShownAsync(Page, Page + "/preview", new(new Dictionary<string, string> { ["Percent"] = "4", ["From"] = "2027-05-01", ["Rounding"] = "1" }) { [field] = typed });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        if (field != "Rounding") Assert.Equal(typed, page.QuerySelector($"[name={field}]")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll(".rises"));
    }

    [Fact]
    public async Task Only_what_is_chosen_changes_and_a_negative_percentage_lowers()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        await manager.PostAsync("/property", new() { ["code"] = "NYC" }, "/");
        var shown = await manager.PageAsync(Page);
        var form = shown.FormTo(Page + "/preview");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Percent", "-10"), new("From", "2026-11-24"), new("Rounding", "0.01"), new("Kinds", "Equipment"), new("Kinds", "Extra"), new("Classes", "Av")]);
        using var looked = await manager.Http.PostAsync(new Uri(Page + "/preview", UriKind.Relative), content);
        var page = await HotelBrowser.ParseAsync(looked);
        Assert.Equal(5, page.QuerySelectorAll(".rises th[scope=row]").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(page, Page)).StatusCode);
        var today = new LocalDate(2026, 11, 24);
        var projector = await ItemAsync("PROJECTOR", "NYC");
        Assert.Equal((144m, 129.60m), (projector.PriceOn(today.PlusDays(-1)).Amount, projector.PriceOn(today).Amount));
        Assert.Equal(50.40m, (await ItemAsync("FLOWERS", "NYC")).PriceOn(today).Amount);
        await manager.PostAsync("/property", new() { ["code"] = "TIA" }, "/");
    }

    private Task<CatalogueItem> ItemAsync(string code, string hotel = "TIA") => site.InDatabaseAsync(db => db.CatalogueItems.AsNoTracking().SingleAsync(item => item.Code == code && db.Properties.Any(found => found.Id == item.PropertyId && found.Code == hotel)));

    private Task<List<Package>> PackagesAsync(string code) => site.InDatabaseAsync(db => db.Packages.AsNoTracking().Include(package => package.Components).Where(package => package.Code == code && db.Properties.Any(hotel => hotel.Id == package.PropertyId && hotel.Code == "TIA")).OrderBy(package => package.ValidFrom).ToListAsync());
}
