using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Spaces;
using NodaTime;

namespace HotelCorporate.Domain.Tests.Catalogue;

public sealed class CatalogueItemTests
{
    private static readonly Currency Eur = Currency.Eur;
    private static readonly LocalDate Today = new(2026, 11, 24);

    [Fact]
    public void A_season_comes_before_a_dated_price_and_that_before_the_list_price()
    {
        var item = CatalogueItem.Add(1, Lunch() with { Seasons = [new(new(2027, 6, 1), new(2027, 8, 31), 26m)], DatedPrices = [new(new(2027, 1, 1), 22m), new(new(2028, 1, 1), 24m)] });
        Assert.Equal([20m, 20m, 22m, 22m, 26m, 26m, 22m, 24m], new LocalDate[]
        {
            Today, new(2026, 12, 31), new(2027, 1, 1), new(2027, 5, 31), new(2027, 6, 1), new(2027, 8, 31), new(2027, 9, 1), new(2028, 2, 1),
        }.Select(day => item.PriceOn(day).Amount));
    }

    [Theory]
    [InlineData("Code", "")]
    [InlineData("Name", "")]
    [InlineData("Price", "-0.01")]
    [InlineData("NetCost", "-1")]
    [InlineData("TaxCodeId", "")]
    [InlineData("RevenueClass", "")]
    [InlineData("MinimumNumber", "0")]
    [InlineData("ValidTo", "2026-01-01")]
    [InlineData("FunctionMinutes", "0")]
    public void What_contradicts_itself_is_refused_at_its_field(string field, string typed)
    {
        var facts = Lunch() with { ValidFrom = new(2026, 6, 1) };
        var wrong = field switch
        {
            "Code" => facts with { Code = typed },
            "Name" => facts with { Name = typed },
            "Price" => facts with { Price = Of(-0.01m) },
            "NetCost" => facts with { NetCost = Of(-1m) },
            "TaxCodeId" => facts with { TaxCodeId = null },
            "RevenueClass" => facts with { RevenueClass = null },
            "MinimumNumber" => facts with { MinimumNumber = 0 },
            "ValidTo" => facts with { ValidTo = new(2026, 1, 1) },
            _ => facts with { Spawns = new SpawnedFunction(SetupStyle.Banquet, 0) },
        };
        Assert.Equal(field, Assert.Throws<HouseRuleException>(() => CatalogueItem.Add(1, wrong)).Field);
    }

    [Fact]
    public void Seasons_never_overlap_and_no_day_has_two_dated_prices()
    {
        var facts = Lunch() with { Seasons = [new(new(2027, 6, 1), new(2027, 8, 31), 26m), new(new(2027, 8, 31), new(2027, 9, 30), 25m)] };
        Assert.Equal("Seasons", Assert.Throws<HouseRuleException>(() => CatalogueItem.Add(1, facts)).Field);
        Assert.Equal("DatedPrices", Assert.Throws<HouseRuleException>(() => CatalogueItem.Add(1, Lunch() with { DatedPrices = [new(Today, 1m), new(Today, 2m)] })).Field);
        Assert.Equal("Seasons", Assert.Throws<HouseRuleException>(() => CatalogueItem.Add(1, Lunch() with { Seasons = [new(Today, Today.PlusDays(-1), 2m)] })).Field);
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var item = CatalogueItem.Add(1, Lunch());
        Assert.Throws<HouseRuleException>(() => item.Describe(item.ToFacts() with { Name = "Dinner", MinimumNumber = -1 }));
        Assert.Equal(("Lunch", 1), (item.Name, item.Version));
    }

    [Fact]
    public void It_is_not_sold_outside_its_days_nor_when_it_is_retired()
    {
        var item = CatalogueItem.Add(1, Lunch() with { ValidFrom = new(2027, 1, 1), ValidTo = new(2027, 12, 31) });
        Assert.NotNull(item.WhyNotOn(Today));
        Assert.Null(item.WhyNotOn(new(2027, 12, 31)));
        Assert.NotNull(item.WhyNotOn(new(2028, 1, 1)));
        item.Retire();
        Assert.Contains("no longer sold", item.WhyNotOn(new(2027, 5, 5))!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Of(20m), item.PriceOn(new(2027, 5, 5)));
        Assert.Throws<HouseRuleException>(item.Retire);
        item.Restore();
        Assert.Null(item.WhyNotOn(new(2027, 5, 5)));
    }

    [Fact]
    public void A_client_reads_its_own_language_and_otherwise_the_houses()
    {
        var item = CatalogueItem.Add(1, Lunch() with { Texts = [new("sq", "Dreka"), new("de", "", "Drei G\u00e4nge"), new("it", "  ")] });
        Assert.Equal(("Dreka", "Lunch", "Lunch"), (item.NameIn("sq"), item.NameIn("de"), item.NameIn("fr")));
        Assert.Equal(("Drei G\u00e4nge", "Two courses"), (item.DescriptionIn("de"), item.DescriptionIn("sq")));
        Assert.Equal(["de", "sq"], item.Texts.Select(text => text.Language));
    }

    [Fact]
    public void A_menu_costs_what_its_dishes_cost_until_somebody_types_a_cost()
    {
        var menu = CatalogueItem.Add(1, Lunch() with { Kind = CatalogueKind.Menu, NetCost = null });
        menu.Serve([Dish("Soup", Course.Starter, 2.10m), Dish("Trout", Course.Main, 7.40m, Allergen.Fish)]);
        Assert.Equal(Of(9.50m), menu.NetCost);
        menu.Describe(menu.ToFacts() with { NetCost = Of(11m) });
        menu.Serve([Dish("Soup", Course.Starter, 3m)]);
        Assert.Equal((Of(11m), Of(3m)), (menu.NetCost, menu.DishCost));
        Assert.Throws<HouseRuleException>(() => CatalogueItem.Add(1, Lunch()).Serve([]));
    }

    [Fact]
    public void A_dish_is_not_promised_to_be_free_of_what_is_in_it()
    {
        var menu = CatalogueItem.Add(1, Lunch() with { Kind = CatalogueKind.Menu });
        var refusal = Assert.Throws<HouseRuleException>(() => menu.Serve([Dish("Omelette", Course.Main, 1m, Allergen.Eggs) with { Marks = [DietaryMark.Vegan] }]));
        Assert.Contains("Eggs", refusal.Message, StringComparison.Ordinal);
        menu.Serve([Dish("Omelette", Course.Main, 1m, Allergen.Eggs) with { Marks = [DietaryMark.Vegetarian] }, new("Surprise", Course.Dessert, 1m, null, [DietaryMark.Vegan], [])]);
        Assert.Null(menu.Dishes[1].Allergens);
        Assert.Throws<HouseRuleException>(() => menu.Serve([Dish("Soup", Course.Starter, 1m), Dish("soup", Course.Main, 1m)]));
    }

    [Fact]
    public void A_rise_leaves_the_old_price_until_the_day_before_and_parts_a_season()
    {
        var item = CatalogueItem.Add(1, Lunch() with { Seasons = [new(new(2026, 12, 20), new(2027, 1, 10), 30m)], DatedPrices = [new(new(2027, 6, 1), 22m)] });
        item.Raise(new PriceRise(5m, new(2027, 1, 1), 0.50m, Today));
        Assert.Equal([20m, 30m, 31.50m, 31.50m, 21m, 23m], new LocalDate[] { Today, new(2026, 12, 31), new(2027, 1, 1), new(2027, 1, 10), new(2027, 1, 11), new(2027, 6, 1) }.Select(day => item.PriceOn(day).Amount));
    }

    [Theory]
    [InlineData("70.00", "3.5", "0.50", "72.50")]
    [InlineData("70.00", "3.5", "0.01", "72.45")]
    [InlineData("1.25", "2", "0.10", "1.30")]
    [InlineData("10.00", "-5", "1.00", "10.00")] // 9.50: half away from zero
    [InlineData("10.00", "-6", "1.00", "9.00")]
    public void A_risen_price_is_a_multiple_of_the_rounding(string was, string percent, string rounding, string now) =>
        Assert.Equal(Of(Read(now)), new PriceRise(Read(percent), Today, Read(rounding), Today).Apply(Of(Read(was))));

    [Fact]
    public void No_price_rises_in_the_past_by_nothing_or_to_an_unheard_of_rounding()
    {
        Assert.Equal("From", Assert.Throws<HouseRuleException>(() => new PriceRise(5m, Today.PlusDays(-1), 0.01m, Today)).Field);
        Assert.Equal("Percent", Assert.Throws<HouseRuleException>(() => new PriceRise(0m, Today, 0.01m, Today)).Field);
        Assert.Equal("Percent", Assert.Throws<HouseRuleException>(() => new PriceRise(-100m, Today, 0.01m, Today)).Field);
        Assert.Equal("Rounding", Assert.Throws<HouseRuleException>(() => new PriceRise(5m, Today, 0.03m, Today)).Field);
    }

    [Fact]
    public void Whatever_rises_no_price_before_the_day_changes_and_the_preview_says_what_comes() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[1, 60], Gen.Int[0, 400], Gen.Int[-50, 80], Gen.Int[0, 400]).Sample((start, length, day, percent, dated) =>
        {
            if (percent == 0) return true;
            var item = CatalogueItem.Add(1, Lunch() with { Seasons = [new(Today.PlusDays(start), Today.PlusDays(start + length), 30m)], DatedPrices = [new(Today.PlusDays(dated), 21.35m)] });
            var before = Enumerable.Range(0, 500).Select(i => item.PriceOn(Today.PlusDays(i))).ToList();
            var rise = new PriceRise(percent, Today.PlusDays(day), 0.10m, Today);
            var changes = item.Prices.Changes(rise);
            item.Raise(rise);
            var after = Enumerable.Range(0, 500).Select(i => item.PriceOn(Today.PlusDays(i))).ToList();
            return Enumerable.Range(0, 500).All(i => after[i] == (i < day ? before[i] : rise.Apply(before[i]))) && changes.All(change => change.Now == rise.Apply(change.Was));
        });

    private static CatalogueFacts Lunch() => new(CatalogueKind.Component, "LUNCH", "Lunch", RevenueClass.Food, ComponentBasis.PerPerson, Of(20m), 1) { Description = "Two courses" };

    private static Dish Dish(string name, Course course, decimal cost, params Allergen[] allergens) => new(name, course, cost, allergens, [], []);

    private static Money Of(decimal amount) => Money.Of(amount, Eur);

    private static decimal Read(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
