using System.Net;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Catalogue;

public sealed class CatalogueOnSqlite(SqliteSite site) : CatalogueTests(site), IClassFixture<SqliteSite>;

public sealed class CatalogueOnPostgres(PostgresSite site) : CatalogueTests(site), IClassFixture<PostgresSite>;

/// <summary>What the house sells by itself: made, changed, copied, retired, and the hire of its spaces (domain sections 2 and 6).</summary>
public abstract class CatalogueTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_thing_is_made_with_seasons_dated_prices_and_languages_and_each_change_has_its_history()
    {
        var (manager, tax) = (await site.SignedInAsync("manager@demo.example"), await TaxAsync());
        using var made = await manager.SendShownAsync("/catalogue/new", "/catalogue/new", new(Gong(tax))
        {
            ["Seasons[0].From"] = "2027-06-01", ["Seasons[0].To"] = "2027-08-31", ["Seasons[0].Price"] = "45", ["DatedPrices[0].From"] = "2027-01-01", ["DatedPrices[0].Price"] = "42", ["Texts[sq].Name"] = "Gong",
        });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var address = made.Headers.Location!.OriginalString;
        var item = await ItemAsync("GONG");
        Assert.Equal([40m, 42m, 45m], new LocalDate[] { new(2026, 12, 31), new(2027, 1, 1), new(2027, 6, 1) }.Select(day => item.PriceOn(day).Amount));
        Assert.Equal("Gong", item.NameIn("sq"));

        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(address + "/edit", address + "/edit", new() { ["Price"] = "41.50", ["FunctionStyle"] = "Reception", ["FunctionMinutes"] = "30" })).StatusCode);
        var words = (await manager.PageAsync(address)).Words();
        foreach (var says in new[] { "41.50", "change price", "40.00 EUR", "Reception, 30 min", "Jun 2027" }) Assert.Contains(says, words, StringComparison.Ordinal);
        var noted = await NotedAsync(item.Id);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(address + "/edit", address + "/edit")).StatusCode); // nothing typed, nothing noted
        Assert.Equal(noted, await NotedAsync(item.Id));

        using var copied = await manager.SendShownAsync($"/catalogue/new?from={item.Id}", "/catalogue/new", new() { ["Code"] = "GONG-2" });
        Assert.Equal(HttpStatusCode.Redirect, copied.StatusCode);
        Assert.Equal(item.Seasons, (await ItemAsync("GONG-2")).Seasons);

        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(address + "/retire", [], address)).StatusCode);
        Assert.DoesNotContain("GONG ", (await manager.PageAsync("/catalogue?search=gong")).Words() + " ", StringComparison.Ordinal);
        Assert.Contains("GONG ", (await manager.PageAsync("/catalogue?retired=true&search=gong")).Words() + " ", StringComparison.Ordinal);
        Assert.Contains("Gongs", (await manager.PageAsync(address)).Words(), StringComparison.Ordinal); // it still shows
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync(address + "/retire", [], address)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync(address + "/restore", [], address)).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var (manager, tax) = (await site.SignedInAsync("manager@demo.example"), await TaxAsync());
        foreach (var (field, typed, says) in new[]
        {
            ("TaxCodeId", "", "nothing is sold without"), ("RevenueClass", "", "kind of sale"), ("Price", "-1", "between 0"), ("Price", "", "Type the price"), ("Price", "9999999999999999", "between 0"), ("NetCost", "-1", "cost"), ("Code", "", "code"),
            ("Code", "LUNCH", "already"), ("MinimumNumber", "0", "least number"), ("FunctionMinutes", "0", "minutes"), ("ValidTo", "2020-01-01", "later last day"), ("Seasons[0].Price", "7", "Type the day"), ("ServedAt", "noonish", "time"),
        })
        {
            var fields = new Dictionary<string, string>(Gong(tax)) { ["Code"] = "NONE", ["ValidFrom"] = "2026-12-01", [field] = typed };
            if (field == "FunctionMinutes") fields["FunctionStyle"] = "Banquet";
            using var refused = await manager.SendShownAsync("/catalogue/new", "/catalogue/new", fields);
            Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity, $"{field} {typed} answered {(int)refused.StatusCode}.");
            var page = await HotelBrowser.ParseAsync(refused);
            Assert.True(page.Words().Contains(says, StringComparison.OrdinalIgnoreCase), $"{field} {typed}: {page.QuerySelector("[role=alert]")?.TextContent}");
            Assert.Equal("Gongs", page.QuerySelector("[name=Name]")!.GetAttribute("value"));
        }

        Assert.False(await site.InDatabaseAsync(db => db.CatalogueItems.AnyAsync(item => item.Code == "NONE")));
    }

    [Fact]
    public async Task A_menu_says_what_is_in_each_dish_and_which_the_kitchen_has_not_told()
    {
        var (manager, tax) = (await site.SignedInAsync("manager@demo.example"), await TaxAsync());
        using var made = await manager.SendShownAsync("/catalogue/new", "/catalogue/new", new(Gong(tax)) { ["Code"] = "MENU-T", ["Name"] = "Tasting menu", ["Kind"] = "Menu", ["RevenueClass"] = "Food", ["Basis"] = "PerPerson", ["NetCost"] = "" });
        var address = made.Headers.Location!.OriginalString;
        var dishes = address + "/dishes/edit";
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(dishes, dishes, new()
        {
            ["Dishes[0].Name"] = "Omelette", ["Dishes[0].Cost"] = "2.40", ["Dishes[0].Allergens"] = "Eggs", ["Dishes[0].Marks"] = "Vegetarian", ["Dishes[0].Names[sq]"] = "Om\u00ebl\u00ebt\u00eb", ["Dishes[1].Name"] = "Mystery", ["Dishes[1].Cost"] = "1", ["Dishes[1].Course"] = "Dessert",
        })).StatusCode);
        var menu = await ItemAsync("MENU-T");
        Assert.Equal((3.40m, true), (menu.NetCost.Amount, menu.Dishes[1].Allergens is null));
        Assert.Equal([Allergen.Eggs], menu.Dishes[0].Allergens);
        var words = (await manager.PageAsync(address)).Words();
        foreach (var says in new[] { "Eggs", "not known yet", "Om\u00ebl\u00ebt\u00eb", "3.40" }) Assert.Contains(says, words, StringComparison.Ordinal);
        Assert.Contains("dishes without allergens: 1", (await manager.PageAsync("/catalogue?kind=Menu")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(dishes, dishes)).StatusCode);
        Assert.Equal(menu.Dishes.Select(dish => dish.Name), (await ItemAsync("MENU-T")).Dishes.Select(dish => dish.Name));

        using var refused = await manager.SendShownAsync(dishes, dishes, new() { ["Dishes[0].Marks"] = "Vegan", ["Dishes[2].Name"] = "Third" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("Omelette is marked Vegan and contains Eggs", page.Words(), StringComparison.Ordinal);
        Assert.Equal("Third", page.QuerySelector("[name='Dishes[2].Name']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/catalogue/{(await ItemAsync("LUNCH")).Id}/dishes/edit")).StatusCode);
    }

    [Fact]
    public async Task Hire_prices_of_a_space_are_typed_and_shown_where_the_space_is_and_two_for_one_day_are_refused()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var space = await site.InDatabaseAsync(db => db.Spaces.Where(found => found.Name == "Chopin" && db.Properties.Any(hotel => hotel.Id == found.PropertyId && hotel.Code == "TIA")).Select(found => found.Id).SingleAsync());
        var page = $"/catalogue/hire/{space}/edit";
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(page, page, new() { ["Rows[0].Hour"] = "", ["Rows[0].HalfDay"] = "110", ["Rows[0].Day"] = "190.50", ["Rows[1].Day"] = "240", ["Rows[1].Weekdays"] = "Sunday" })).StatusCode);
        var prices = await HireAsync(space);
        Assert.Equal((2, 240m), (prices.Rows.Count, prices.For(new(2027, 1, 3, 9, 0), new(2027, 1, 3, 12, 0)).Amount!.Value.Amount));
        Assert.Equal(190.50m, prices.For(new(2027, 1, 4, 9, 0), new(2027, 1, 4, 17, 0)).Amount!.Value.Amount);
        foreach (var shown in new[] { $"/spaces/{space}", "/catalogue/hire" }) Assert.Contains("190.50", (await manager.PageAsync(shown)).Words(), StringComparison.Ordinal);

        using var refused = await manager.SendShownAsync(page, page, new() { ["Rows[2].Day"] = "99", ["Rows[2].Weekdays"] = "Sunday" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("prices for the same days", again.Words(), StringComparison.Ordinal);
        Assert.Equal("99", again.QuerySelector("[name='Rows[2].Day']")!.GetAttribute("value"));
        foreach (var (field, typed) in new[] { ("Rows[0].Day", "-1"), ("Rows[0].Day", "much"), ("Rows[0].To", "2020-01-01") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.SendShownAsync(page, page, new() { [field] = typed, ["Rows[0].From"] = "2026-01-01" })).StatusCode);
        Assert.Equal(2, (await HireAsync(space)).Rows.Count);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync(page, page, new() { ["Rows[1].Day"] = "" })).StatusCode);
        Assert.Single((await HireAsync(space)).Rows);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.SendShownAsync("/catalogue/hire", "/catalogue/hire/half-day", new() { ["hours"] = "0" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync("/catalogue/hire", "/catalogue/hire/half-day", new() { ["hours"] = "6" })).StatusCode);
        Assert.Equal(6, await site.InDatabaseAsync(db => db.Properties.Where(hotel => hotel.Code == "TIA").Select(hotel => hotel.HalfDayHours).SingleAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync("/catalogue/hire", "/catalogue/hire/half-day", new() { ["hours"] = "5" })).StatusCode);
    }

    [Fact]
    public async Task Hire_prices_that_somebody_else_changed_are_not_written_over_unseen()
    {
        var (one, other) = (await site.SignedInAsync("manager@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var space = await site.InDatabaseAsync(db => db.Spaces.Where(found => found.Name == "Raphael" && db.Properties.Any(hotel => hotel.Id == found.PropertyId && hotel.Code == "TIA")).Select(found => found.Id).SingleAsync());
        var page = $"/catalogue/hire/{space}/edit";
        var opened = await one.PageAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, (await other.SendShownAsync(page, page, new() { ["Rows[0].Day"] = "222" })).StatusCode);
        using var stale = await one.SendAsync(opened, page, ("Rows[0].Day", "333"), ("Rows[1].Day", "444"), ("Rows[1].Weekdays", "Friday"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        var shown = await HotelBrowser.ParseAsync(stale);
        Assert.Contains("Somebody changed it while you typed", shown.Words(), StringComparison.Ordinal);
        Assert.Equal(("333", "444"), (shown.QuerySelector("[name='Rows[0].Day']")!.GetAttribute("value"), shown.QuerySelector("[name='Rows[1].Day']")!.GetAttribute("value")));
        Assert.Equal(222m, Assert.Single((await HireAsync(space)).Rows).Day!.Value.Amount);
        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(shown, page)).StatusCode); // seen now
        Assert.Equal([333m, 444m], (await HireAsync(space)).Rows.OrderBy(row => row.Id).Select(row => row.Day!.Value.Amount));

        // Also where there was no row before, and where one was taken out.
        var empty = await one.PageAsync(page);
        Assert.Equal(HttpStatusCode.Redirect, (await other.SendShownAsync(page, page, new() { ["Rows[1].Day"] = "" })).StatusCode);
        using var late = await one.SendAsync(empty, page, ("Rows[1].Day", "555"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task What_hire_prices_and_packages_say_against_each_other_is_shown()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var space = await site.InDatabaseAsync(db => db.Spaces.Where(found => found.Name == "Michelangelo" && db.Properties.Any(hotel => hotel.Id == found.PropertyId && hotel.Code == "TIA")).Select(found => found.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync($"/catalogue/hire/{space}/edit", $"/catalogue/hire/{space}/edit", new() { ["Rows[0].HalfDay"] = "150", ["Rows[0].Day"] = "140" })).StatusCode);
        await site.InDatabaseAsync(async db => // as two people at once, or an older version, may have left it
        {
            var row = await db.HirePrices.AsNoTracking().SingleAsync(price => price.SpaceId == space);
            db.HirePrices.Add(new HirePrice(row.PropertyId, space, row.Currency, row.Facts with { Day = Domain.Amounts.Money.Of(180m, row.Currency) }));
            return await db.SaveChangesAsync();
        });
        var lunch = await ItemAsync("LUNCH");
        await manager.PostAsync($"/catalogue/{lunch.Id}/retire", [], $"/catalogue/{lunch.Id}");
        foreach (var address in new[] { "/catalogue", "/catalogue/hire" })
        {
            var words = (await manager.PageAsync(address)).Words();
            Assert.Contains("Michelangelo costs 140.00 EUR and 180.00 EUR for the same days", words, StringComparison.Ordinal);
            Assert.Contains("less than", words, StringComparison.Ordinal);
        }

        Assert.Contains("DDR is sold with Lunch, which is retired in the catalogue", (await manager.PageAsync("/catalogue")).Words(), StringComparison.Ordinal);
        await manager.PostAsync($"/catalogue/{lunch.Id}/restore", [], $"/catalogue/{lunch.Id}");
    }

    private static Dictionary<string, string> Gong(int tax) => new(StringComparer.Ordinal)
    {
        ["Code"] = "GONG", ["Name"] = "Gongs", ["Kind"] = "Extra", ["RevenueClass"] = "Other", ["Basis"] = "PerPiece", ["Price"] = "40", ["NetCost"] = "12.5", ["TaxCodeId"] = $"{tax}",
    };

    private Task<int> TaxAsync() => site.InDatabaseAsync(db => db.TaxCodes.Where(code => code.Code == "STD" && db.Properties.Any(hotel => hotel.Id == code.PropertyId && hotel.Code == "TIA")).Select(code => code.Id).SingleAsync());

    private Task<CatalogueItem> ItemAsync(string code) => site.InDatabaseAsync(db => db.CatalogueItems.AsNoTracking().SingleAsync(item => item.Code == code && db.Properties.Any(hotel => hotel.Id == item.PropertyId && hotel.Code == "TIA")));

    private Task<int> NotedAsync(int id) => site.InDatabaseAsync(db => db.Journal.CountAsync(entry => entry.Subject == nameof(CatalogueItem) && entry.SubjectId == id));

    private Task<HirePrices> HireAsync(int space) => site.InDatabaseAsync(async db => new HirePrices("Chopin", await db.HirePrices.AsNoTracking().Where(price => price.SpaceId == space).ToListAsync()));
}
