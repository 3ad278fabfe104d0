using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Catalogue;

public sealed class PriceListsOnSqlite(SqliteSite site) : PriceListTests(site), IClassFixture<SqliteSite>;

public sealed class PriceListsOnPostgres(PostgresSite site) : PriceListTests(site), IClassFixture<PostgresSite>;

/// <summary>Price lists that are brought in and out: two published ones with their contradictions, and our own export.</summary>
public abstract class PriceListTests(HotelSiteFixture site)
{
    private const string Preview = "/catalogue/import/preview";

    [Fact]
    public async Task Our_own_export_brought_in_again_changes_nothing_in_any_language()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        foreach (var culture in new[] { "en-GB", "sq-AL" })
        {
            await manager.SendShownAsync("/me", "/me", new() { ["Culture"] = culture });
            using var file = await manager.GetAsync("/catalogue/export.xlsx");
            using var looked = await manager.UploadAsync("/catalogue/import", Preview, await file.Content.ReadAsByteArrayAsync());
            var page = await HotelBrowser.ParseAsync(looked);
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
            var rows = page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelector(".verdict")!.ClassName + " " + row.TextContent).ToList();
            Assert.True(rows.Count > 60, $"Only {rows.Count} rows: {page.Words()}");
            Assert.All(rows, row => Assert.StartsWith("verdict verdict-Unchanged", row, StringComparison.Ordinal));
        }

        await manager.SendShownAsync("/me", "/me", new() { ["Culture"] = "en-GB" });
    }

    [Fact]
    public async Task Hire_prices_go_out_and_come_in_in_the_readers_language()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        await manager.SendShownAsync("/me", "/me", new() { ["Culture"] = "sq-AL" });
        using var file = await manager.GetAsync("/catalogue/hire/export.xlsx");
        await using var content = await file.Content.ReadAsStreamAsync();
        using (var book = new ClosedXML.Excel.XLWorkbook(content))
        {
            var sheet = book.Worksheet(1);
            Assert.Equal("Emri", sheet.Cell(1, 2).GetString());
            Assert.Contains("Gjysm\u00eb dite", sheet.Column(3).CellsUsed().Select(cell => cell.GetString()));
        }

        using var looked = await manager.UploadAsync("/catalogue/import", Preview, await file.Content.ReadAsByteArrayAsync());
        var page = await HotelBrowser.ParseAsync(looked);
        Assert.True(page.QuerySelectorAll("tbody .verdict-Unchanged").Length > 20);
        Assert.Empty(page.QuerySelectorAll("tbody .verdict-Made, tbody .verdict-Changed, tbody .verdict-Refused"));

        using var typed = await manager.UploadAsync("/catalogue/import", Preview, Encoding.UTF8.GetBytes("Emri;Nj\u00ebsia;\u00c7mimi\nTrinity gjysm\u00eb dite;;111\nTrinity;dit\u00eb;177\nTrinity or\u00eb;;33\n"));
        var words = await HotelBrowser.ParseAsync(typed);
        Assert.Equal(3, words.QuerySelectorAll("tbody .verdict-Changed").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(words, "/catalogue/import")).StatusCode);
        var trinity = await site.InDatabaseAsync(db => db.HirePrices.AsNoTracking().SingleAsync(price => db.Spaces.Any(space => space.Id == price.SpaceId && space.Name == "Trinity")));
        Assert.Equal((33m, 111m, 177m), (trinity.Hour!.Value.Amount, trinity.HalfDay!.Value.Amount, trinity.Day!.Value.Amount));
        await manager.SendShownAsync("/me", "/me", new() { ["Culture"] = "en-GB" });
    }

    [Fact]
    public async Task Dishes_go_out_and_come_in_with_allergens_marks_and_costs()
    {
        var (manager, address) = (await site.SignedInAsync("manager@demo.example"), "/catalogue/dishes/import");
        foreach (var culture in new[] { "en-GB", "sq-AL" })
        {
            await manager.SendShownAsync("/me", "/me", new() { ["Culture"] = culture });
            using var file = await manager.GetAsync("/catalogue/export.xlsx");
            using var same = await manager.UploadAsync(address, address + "/preview", await file.Content.ReadAsByteArrayAsync());
            var unchanged = await HotelBrowser.ParseAsync(same);
            Assert.True(unchanged.QuerySelectorAll("tbody .verdict-Unchanged").Length > 15, unchanged.Words());
            Assert.Empty(unchanged.QuerySelectorAll("tbody .verdict-Made, tbody .verdict-Changed, tbody .verdict-Refused"));
        }

        await manager.SendShownAsync("/me", "/me", new() { ["Culture"] = "en-GB" });
        const string list = """
            Menu,Dish,Course,Cost,Allergens,Marks,Name in sq
            MENU-GARDEN,Pastry of the day,,2.50,"Gluten, Milk",Vegetarian,
            Garden menu,Lemon sorbet,Dessert,1.10,none,"Vegan, Gluten free",Sorbet limoni
            MENU-GARDEN,Stuffed peppers with rice and herbs,,,,,
            MENU-GARDEN,Omelette,Main,2,Eggs,Vegan,
            MENU-GARDEN,Mystery stew,Main,1.005,?,,
            MENU-GARDEN,Hot pot,Main,-1,?,,
            MENU-GARDEN,Lemon sorbet,Dessert,1.20,none,,
            MENU-GARDEN,Cold cuts,Main,1,Ham,,
            LUNCH,Soup,Soup,1,none,,
            MENU-NONE,Soup,Soup,1,none,,
            """;
        using var looked = await manager.UploadAsync(address, address + "/preview", Encoding.UTF8.GetBytes(list));
        var page = await HotelBrowser.ParseAsync(looked);
        Assert.Equal(["2 Changed", "3 Made", "4 As it is", "5 Left out", "6 Left out", "7 Left out", "8 Left out", "9 Left out", "10 Left out", "11 Left out"], page.Verdicts());
        foreach (var says in new[] { "Omelette is marked Vegan and contains Eggs", "more decimals", "between 0 and 100,000", "names this twice", "Ham is not known here", "Lunch is no menu", "no menu MENU-NONE", "allergens not known" }) Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.Equal(3, (await MenuAsync()).Dishes.Count);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(page, address)).StatusCode);

        var menu = await MenuAsync();
        var (pastry, sorbet) = (menu.Dishes.Single(dish => dish.Name == "Pastry of the day"), menu.Dishes.Single(dish => dish.Name == "Lemon sorbet"));
        Assert.Equal([Allergen.Gluten, Allergen.Milk], pastry.Allergens!);
        Assert.Equal([DietaryMark.Vegetarian], pastry.Marks);
        Assert.Equal((2.50m, Course.Dessert, 1.10m, Course.Dessert), (pastry.Cost, pastry.Course, sorbet.Cost, sorbet.Course));
        Assert.Empty(sorbet.Allergens!);
        Assert.Equal([DietaryMark.Vegan, DietaryMark.GlutenFree], sorbet.Marks);
        Assert.Equal("Sorbet limoni", sorbet.Texts.NameIn("sq", ""));
        Assert.Equal(1.40m + 3.90m + 2.50m + 1.10m, menu.NetCost.Amount);
        Assert.Equal(2, await site.InDatabaseAsync(db => db.Journal.CountAsync(entry => entry.Subject == nameof(CatalogueItem) && entry.SubjectId == menu.Id && entry.Why != null)));
        using var again = await manager.SendAsync(page, address, ("form-token", Guid.NewGuid().ToString("N")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode); // it would change nothing now: shown again

        Task<CatalogueItem> MenuAsync() => site.InDatabaseAsync(db => db.CatalogueItems.AsNoTracking().SingleAsync(item => item.Code == "MENU-GARDEN" && db.Properties.Any(hotel => hotel.Id == item.PropertyId && hotel.Code == "TIA")));
    }

    [Fact]
    public async Task A_row_without_tax_code_below_zero_or_of_an_unknown_kind_is_left_out_with_the_reason_and_the_good_ones_go_in()
    {
        const string list = """
            Code,Item,Revenue,Unit,Price,Tax code
            HARP,Harpist,Other,hour,120.00,STD
            TUBA,Tuba player,Other,hour,110.00,
            FLUTE,Flautist,Other,hour,-5,STD
            LUTE,Lutenist,Music,hour,100,STD
            OBOE,Oboist,Other,hour,100,NONE
            HORN,Hornist,Other,minute,100,STD
            HARP,Harpist again,Other,hour,121.00,STD
            BELL,Bell,Other,piece,1.005,STD
            """;
        var manager = await site.SignedInAsync("manager@demo.example");
        using var looked = await manager.UploadAsync("/catalogue/import", Preview, Encoding.UTF8.GetBytes(list));
        var page = await HotelBrowser.ParseAsync(looked);
        Assert.Equal(["2 Made", "3 Left out", "4 Left out", "5 Left out", "6 Left out", "7 Left out", "8 Left out", "9 Left out"], page.Verdicts());
        foreach (var says in new[] { "Tuba player has no tax code", "-5 is below zero", "Music is no kind of sale", "no tax code NONE", "minute is no unit", "names this twice", "more decimals" }) Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.False(await site.InDatabaseAsync(db => db.CatalogueItems.AnyAsync(item => item.Code == "HARP")));

        var tax = await TaxAsync("TIA");
        using var chosen = await manager.SendAsync(page, Preview, ("Choices[TaxCode]", $"{tax}"));
        var again = await HotelBrowser.ParseAsync(chosen);
        Assert.Equal(["2 Made", "3 Made"], again.Verdicts().Take(2));
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(again, "/catalogue/import")).StatusCode);
        Assert.Equal((120m, 110m), (await PriceAsync("HARP"), await PriceAsync("TUBA")));
        using var stale = await manager.SendAsync(again, "/catalogue/import", ("form-token", Guid.NewGuid().ToString("N")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode); // it would now change nothing: shown again

        Task<decimal> PriceAsync(string code) => site.InDatabaseAsync(async db => (await db.CatalogueItems.AsNoTracking().SingleAsync(item => item.Code == code)).Price.Amount);
    }

    [Fact]
    public async Task The_list_of_an_english_house_is_loaded_and_what_contradicts_itself_is_shown()
    {
        var hotel = await OpenAsync("CHW", "GBP", TaxMode.Exclusive, "Ramsden Room", "Cavendish Room", "Orangery");
        var manager = await InAsync(hotel);
        var page = await LookAsync(manager, "D", hotel);
        foreach (var says in new[]
        {
            "Orangery full day (with Cavendish / with Ramsden) has two prices, 100.00 / 110.00", "Whether tax is in the price is not said of Ramsden Room half day, Ramsden Room full day, Cavendish Room half day and 5 more",
            "Tea or coffee costs 1.75 GBP a piece and Orange juice the same for each person", "Minimum booking payment per day counts the tax in", "Room hire waiver costs nothing on a condition, 30 or more dining", "Orangery half day (with Ramsden) holds on a condition, with Ramsden",
            "100.00 / 110.00 is more than one price",
        }) Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.Equal(7, page.QuerySelectorAll(".verdict-Made").Length - 1); // the head counts too
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(page, "/catalogue/import")).StatusCode);

        var hire = await site.InDatabaseAsync(async db => (await db.Spaces.AsNoTracking().Where(space => space.PropertyId == hotel.Id).ToListAsync(), await db.HirePrices.AsNoTracking().Where(price => price.PropertyId == hotel.Id).ToListAsync()));
        HirePrices Of(string name) => new(name, [.. hire.Item2.Where(price => price.SpaceId == hire.Item1.Single(space => space.Name == name).Id)]);
        Assert.Equal((70m, 140m, 280m), (Cost("Ramsden Room", 4), Cost("Ramsden Room", 8), Cost("Ramsden Room", 32)));
        Assert.Equal((50m, 100m), (Cost("Cavendish Room", 5), Cost("Cavendish Room", 6)));
        Assert.NotNull(Of("Orangery").For(new(2027, 3, 1, 9, 0), new(2027, 3, 1, 17, 0)).WhyNot); // two prices are none
        var tea = await site.InDatabaseAsync(db => db.CatalogueItems.AsNoTracking().SingleAsync(item => item.PropertyId == hotel.Id && item.Name == "Tea or coffee"));
        Assert.Equal((ComponentBasis.PerPiece, 1.75m, StatedTax.Unknown, "per cup"), (tea.Basis, tea.Price.Amount, tea.PriceTax, tea.Note));
        Assert.Contains("What does not fit together", (await manager.PageAsync("/catalogue")).Words(), StringComparison.Ordinal);

        var same = await LookAsync(manager, "D", hotel);
        Assert.Empty(same.QuerySelectorAll("tbody .verdict-Made, tbody .verdict-Changed"));

        decimal Cost(string name, int hours) => Of(name).For(new(2027, 3, 1, 9, 0), new LocalDateTime(2027, 3, 1, 9, 0).PlusHours(hours)).Amount!.Value.Amount;
    }

    [Fact]
    public async Task The_list_of_a_conference_centre_is_loaded_and_a_second_buffet_for_nearly_nothing_is_shown()
    {
        var hotel = await OpenAsync("GSI", "EUR", TaxMode.Inclusive, "Room 30-40 m2", "Room 50-70 m2");
        var manager = await InAsync(hotel);
        var page = await LookAsync(manager, "F", hotel);
        foreach (var says in new[]
        {
            "The second one adds 1.00 EUR to Half-day package Standard, and 14.50 EUR to All-day package Standard", "The second one adds 1.00 EUR to Half-day package Comfort", "All-day package Standard; lunch or evening buffet: 2018; groups of 10 or more. The least number of 10 stands in words only",
        }) Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.Equal(15, page.QuerySelectorAll("tbody .verdict-Made").Length);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(page, "/catalogue/import")).StatusCode);
        var items = await site.InDatabaseAsync(db => db.CatalogueItems.AsNoTracking().Where(item => item.PropertyId == hotel.Id).ToListAsync());
        Assert.Equal((13, 42.50m, 36m), (items.Count, Price("All-day package Standard; lunch or evening buffet"), Price("Half-day package Standard; both buffets")));
        Assert.All(items, item => Assert.Equal((ComponentBasis.PerPerson, StatedTax.Included), (item.Basis, item.PriceTax)));
        var hire = await site.InDatabaseAsync(db => db.HirePrices.AsNoTracking().Where(price => price.PropertyId == hotel.Id).OrderBy(price => price.Id).ToListAsync());
        Assert.Equal([120m, 200m], hire.Select(price => price.Day!.Value.Amount));

        decimal Price(string name) => items.Single(item => item.Name == name).Price.Amount;
    }

    /// <summary>The rows of one source, with the tax code and kind of sale that the lists do not name.</summary>
    private async Task<IHtmlDocument> LookAsync(HotelBrowser manager, string source, Property hotel)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "price_lists.csv"));
        using var looked = await manager.UploadAsync("/catalogue/import", Preview, Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((line, i) => i == 0 || line.StartsWith(source + ",", StringComparison.Ordinal)))));
        using var chosen = await manager.SendAsync(await HotelBrowser.ParseAsync(looked), Preview, ("Choices[TaxCode]", $"{await TaxAsync(hotel.Code)}"), ("Choices[RevenueClass]", "Food"));
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        return await HotelBrowser.ParseAsync(chosen);
    }

    private Task<int> TaxAsync(string hotel) => site.InDatabaseAsync(db => db.TaxCodes.Where(code => code.Code == "STD" && db.Properties.Any(found => found.Id == code.PropertyId && found.Code == hotel)).Select(code => code.Id).SingleAsync());

    private async Task<HotelBrowser> InAsync(Property hotel)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        await manager.PostAsync("/property", new() { ["code"] = hotel.Code }, "/");
        return manager;
    }

    private Task<Property> OpenAsync(string code, string currency, TaxMode mode, params string[] spaces) => site.InDatabaseAsync(async db =>
    {
        var hotel = new Property { Code = code, Name = $"House {code}", LegalName = $"House {code}", Street = "1 Road", City = "Town", Country = "GB", Email = "house@house.example", TimeZoneId = "Europe/London", CurrencyCode = currency, TaxMode = mode };
        db.Properties.Add(hotel);
        await db.SaveChangesAsync();
        db.TaxCodes.Add(new TaxCode(hotel.Id, "STD", "Standard", "S", 0.2m, new(2020, 1, 1)));
        db.Spaces.AddRange(spaces.Select(name => new Space { PropertyId = hotel.Id, Name = name }));
        await db.SaveChangesAsync();
        return hotel;
    });
}
