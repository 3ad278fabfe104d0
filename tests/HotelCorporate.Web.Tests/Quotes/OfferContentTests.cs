using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Tests.Blocks;
using HotelCorporate.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Quotes;

public sealed class OfferContentOnSqlite(SqliteSite site) : OfferContentTests(site), IClassFixture<SqliteSite>;

public sealed class OfferContentOnPostgres(PostgresSite site) : OfferContentTests(site), IClassFixture<PostgresSite>;

/// <summary>What an offer is put together from: templates, the hire price list, the catalogue.</summary>
public abstract class OfferContentTests(HotelSiteFixture site)
{
    [Fact]
    public async Task An_offer_is_kept_as_a_template_and_another_booking_of_the_kind_begins_with_it()
    {
        var (sales, package) = (await site.SignedInAsync("sales@demo.example"), await site.PackageAsync("DDR"));
        var first = await site.InquiryAsync(sales, "Board meeting in spring", new LocalDate(2027, 4, 6));
        var draft = await sales.PricedAsync(first, new()
        {
            ["Functions[0].PackageId"] = $"{package}", ["Functions[0].TakenOut"] = "Golf", ["Extras[0].Description"] = "Table flowers by hand", ["Extras[0].Quantity"] = "4", ["Extras[0].Price"] = "31.5", ["Remarks"] = "Parking is not included.", ["Minimum"] = "900",
        });
        var keep = (await sales.PageAsync(draft)).FormTo("/quotes/templates");
        Assert.NotNull(keep);
        using var nameless = await sales.SendShownAsync(draft, "/quotes/templates", new() { ["name"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        using var kept = await sales.SendShownAsync(draft, "/quotes/templates", new() { ["name"] = "Board meeting" });
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using var twice = await sales.SendShownAsync(draft, "/quotes/templates", new() { ["name"] = "Board meeting" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        var listed = (await sales.PageAsync("/quotes/templates")).Words();
        foreach (var says in new[] { "Board meeting", "Day delegate rate", "Table flowers by hand" }) Assert.Contains(says, listed, StringComparison.Ordinal);

        var second = await site.InquiryAsync(sales, "Board meeting in autumn", new LocalDate(2027, 10, 5), people: 22);
        var begin = (await sales.PageAsync(second + "/quotes/new")).QuerySelectorAll("a").Single(link => link.TextContent == "Board meeting").GetAttribute("href")!;
        using var saved = await sales.SendShownAsync(begin, second + "/quotes/new");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var quote = await site.QuoteAsync(saved.Headers.Location!.OriginalString);
        Assert.Equal("Parking is not included.", quote.Remarks);
        Assert.DoesNotContain(quote.Lines, line => line.Description.ToString() == "Golf");
        Assert.All(quote.Lines.Where(line => line.PackageId == package), line => Assert.Equal((22m, new LocalDate(2027, 10, 5)), (line.Quantity, line.On)));
        Assert.Equal(60m, quote.Lines.Where(line => line.PackageId == package).Sum(line => line.Unit.Amount));
        Assert.Equal((4m, 126m), quote.Lines.Where(line => line.Description.ToString() == "Table flowers by hand").Select(line => (line.Quantity, line.Amount.Amount)).Single());
        Assert.Equal(900m, quote.FoodAndBeverageMinimum!.Value.Rule.Threshold);

        using var removed = await sales.PostAsync($"/quotes/templates/{await site.InDatabaseAsync(db => db.QuoteTemplates.Where(template => template.Name == "Board meeting").Select(template => template.Id).SingleAsync())}/remove", [], "/quotes/templates");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.DoesNotContain((await sales.PageAsync(second + "/quotes/new")).QuerySelectorAll("a"), link => link.TextContent == "Board meeting");
        Assert.Equal(quote.Gross, (await site.QuoteAsync(saved.Headers.Location!.OriginalString)).Gross);
    }

    [Fact]
    public async Task Hire_comes_from_the_price_list_and_a_space_without_a_price_is_refused_with_the_way_out()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (balmoral, trinity) = (await site.SpaceAsync("Balmoral"), await site.SpaceAsync("Trinity"));
        await site.InDatabaseAsync(db => db.HirePrices.Where(price => price.SpaceId == trinity).ExecuteDeleteAsync());
        var rows = await site.InDatabaseAsync(db => db.HirePrices.AsNoTracking().Where(price => price.SpaceId == balmoral).ToListAsync());
        foreach (var (from, until, day) in new[] { ("9", "17", 13), ("9", "13", 14), ("9", "11", 15), ("9", "17", 17) }) // a day, a half day, two hours, a Saturday
        {
            var on = new LocalDate(2027, 4, day);
            var booking = await site.InquiryAsync(sales, $"Hired from {from} to {until}", on, from: from, until: until);
            var quote = await site.QuoteAsync(await sales.PricedAsync(booking, new() { ["Functions[0].PackageId"] = "", ["Functions[0].HireByList"] = "true" }));
            var expected = new HirePrices("Balmoral", rows).For(on.At(new LocalTime(9, 0)), on.At(new LocalTime(int.Parse(until, CultureInfo.InvariantCulture), 0))).Amount!.Value;
            var line = Assert.Single(quote.Lines);
            Assert.Equal((QuoteLineRole.Hire, expected), (line.Role, line.Amount));
            Assert.Contains(line.Steps, step => step.Text.ToString().StartsWith("Balmoral on", StringComparison.Ordinal));
        }

        var other = await site.InquiryAsync(sales, "Hired without a price", new LocalDate(2027, 4, 20), space: "Trinity");
        using var refused = await sales.SendShownAsync(other + "/quotes/new", other + "/quotes/new", new() { ["Functions[0].PackageId"] = "", ["Functions[0].HireByList"] = "true", ["Remarks"] = "Kept" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("The price list has no hire of this space. Type it, or enter it in the list.", page.QuerySelector("[name='Functions[0].Hire']")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Kept", page.QuerySelector("[name=Remarks]")!.TextContent);
        Assert.Equal(425m, Assert.Single((await site.QuoteAsync(await sales.PricedAsync(other, new() { ["Functions[0].PackageId"] = "", ["Functions[0].HireByList"] = "true", ["Functions[0].Hire"] = "425" }))).Lines).Amount.Amount);
    }

    /// <summary>Offers of made-up amounts, so that halves of a cent, discounts and both ways to state tax come together.</summary>
    [Theory]
    [InlineData(3, TaxMode.Inclusive)]
    [InlineData(11, TaxMode.Exclusive)]
    [InlineData(29, TaxMode.Inclusive)]
    public async Task Page_paper_and_workbook_of_each_alternative_come_to_the_sum_of_its_lines(int seed, TaxMode mode)
    {
        await site.InDatabaseAsync(db => db.Properties.Where(hotel => hotel.Code == "TIA").ExecuteUpdateAsync(set => set.SetProperty(hotel => hotel.TaxMode, mode)));
        var (sales, package) = (await site.SignedInAsync("sales@demo.example"), await site.PackageAsync("DDR"));
        var booking = await site.InquiryAsync(sales, $"Made up {seed}", new LocalDate(2027, 11, 2).PlusDays(seed), Some(1, 15, 70));
        var draft = await sales.PricedAsync(booking, new()
        {
            ["Functions[0].PackageId"] = $"{package}", ["Functions[0].Price"] = Amount(2, 6_500, 7_000), ["Functions[0].Hire"] = Amount(3, 100, 90_000), ["Discount"] = $"{Some(4, 1, 10)}", ["DiscountReason"] = "Volume",
            ["Extras[0].Description"] = "Flowers", ["Extras[0].Quantity"] = $"{Some(5, 1, 40)}.5", ["Extras[0].Price"] = Amount(6, 1, 9_999), ["Extras[1].Description"] = "Cake", ["Extras[1].RevenueClass"] = "Food", ["Extras[1].Price"] = Amount(7, 1, 999), ["Extras[1].For"] = "1", ["Extras[1].PerPerson"] = "true",
            ["Minimum"] = $"{Some(8, 1_000, 9_000)}", ["ApprovalReason"] = "They come each year",
        });
        using var added = await sales.SendShownAsync(draft + "/alternative", draft + "/alternative", new() { ["Functions[0].Date"] = "2027-12-14", ["Functions[0].People"] = $"{Some(9, 10, 60)}", ["Extras[0].Price"] = Amount(10, 1, 9_999), ["Discount"] = "", ["ApprovalReason"] = "They come each year" });
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        await site.ApproveAsync(OfferSteps.IdOf(booking));
        var link = await sales.SentAsync(draft);
        await site.InDatabaseAsync(db => db.Properties.Where(hotel => hotel.Code == "TIA").ExecuteUpdateAsync(set => set.SetProperty(hotel => hotel.TaxMode, TaxMode.Inclusive)));

        var quotes = new[] { await site.QuoteAsync(draft), await site.QuoteAsync(added.Headers.Location!.OriginalString) };
        Assert.All(quotes, quote =>
        {
            Assert.Equal(quote.Gross, quote.Sum().Gross);
            Assert.Equal(mode == TaxMode.Inclusive ? quote.Gross : quote.Net, quote.Lines.Aggregate(Money.Zero(Currency.Eur), (sum, line) => sum + line.Amount));
        });
        var client = site.Browser();
        var page = (await client.PageAsync(link)).QuerySelectorAll("[data-total]").Select(total => decimal.Parse(total.TextContent.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture));
        var paper = PdfTests.TextOf(await client.Http.GetByteArrayAsync(new Uri(link + "/offer.pdf", UriKind.Relative)), "offer");
        Assert.Equal(quotes.Select(quote => quote.Gross.Amount), page);
        Assert.All(quotes, quote => Assert.Contains(quote.Gross.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture), paper, StringComparison.Ordinal));
        Assert.Equal(quotes.Select(quote => quote.Gross.Amount), WorkbookTests.QuoteTotals(await client.Http.GetByteArrayAsync(new Uri(link + "/offer.xlsx", UriKind.Relative))));

        int Some(int which, int least, int most) => least + (((seed * 7_919) + (which * 104_729)) % (most - least + 1));

        string Amount(int which, int least, int most) => (Some(which, least, most) / 100m).ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Things_of_the_catalogue_are_sold_as_extras_at_their_price_and_least_number()
    {
        var (sales, day) = (await site.SignedInAsync("sales@demo.example"), new LocalDate(2027, 7, 13));
        var (soft, menu, projector, booth) = (await site.ItemAsync("BEV-SOFT"), await site.ItemAsync("MENU-WORK"), await site.ItemAsync("PROJECTOR"), await site.ItemAsync("BOOTH"));
        var booking = await site.InquiryAsync(sales, "Small workshop", day, people: 8, space: "Oxford", style: "Boardroom");
        var form = booking + "/quotes/new";
        var draft = await sales.PricedAsync(booking, new()
        {
            ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = "300",
            ["Extras[0].ItemId"] = $"{soft}", ["Extras[0].For"] = "1", ["Extras[0].PerPerson"] = "true", ["Extras[1].ItemId"] = $"{menu}", ["Extras[1].Quantity"] = "12", ["Extras[2].ItemId"] = $"{projector}", ["Extras[2].Quantity"] = "2", ["Extras[2].For"] = "1",
        });
        var quote = await site.QuoteAsync(draft);
        var lines = quote.Lines.ToDictionary(line => line.Description.ToString());
        Assert.Equal((10m, 12m, 120m, RevenueClass.Beverage), Of("Soft drinks, two hours")); // eight people, ten are charged at least
        Assert.Equal((12m, 22m, 264m, RevenueClass.Food), Of("Working lunch"));
        Assert.Equal((2m, 80m, 160m, RevenueClass.Av), Of("Projector, 6,000 lumen"));
        Assert.Equal(300m + 120m + 264m + 160m, quote.Gross.Amount); // the house prices with tax
        Assert.Equal(10m * 3.10m, lines["Soft drinks, two hours"].Cost.Amount);
        Assert.Contains(lines["Soft drinks, two hours"].Steps, step => step.Text.ToString() == "At least 10 are sold: 10 are charged");
        var client = (await site.Browser().PageAsync(await sales.SentAsync(draft))).Words();
        foreach (var says in new[] { "Soft drinks, two hours", "Working lunch", "Projector, 6,000 lumen", "844.00" }) Assert.Contains(says, client, StringComparison.Ordinal);

        // What is retired by the time of the next version is named at its row; what was sent stays.
        await (await site.SignedInAsync("manager@demo.example")).PostAsync($"/catalogue/{projector}/retire", [], $"/catalogue/{projector}");
        using var refused = await sales.SendShownAsync(form, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Projector, 6,000 lumen is no longer sold", (await HotelBrowser.ParseAsync(refused)).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync(form, form, new() { ["Extras[2].ItemId"] = $"{booth}", ["Extras[2].Quantity"] = "1" })).StatusCode);
        Assert.Contains("Projector, 6,000 lumen", (await sales.PageAsync(draft)).Words(), StringComparison.Ordinal);

        (decimal, decimal, decimal, RevenueClass) Of(string name) => lines[name] is var line ? (line.Quantity, line.Unit.Amount, line.Amount.Amount, line.RevenueClass) : default;
    }
}
