using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Html;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Packages;

public sealed class WorkbenchOnSqlite(SqliteSite site) : WorkbenchTests(site), IClassFixture<SqliteSite>;

public sealed class WorkbenchOnPostgres(PostgresSite site) : WorkbenchTests(site), IClassFixture<PostgresSite>;

/// <summary>A package that is being negotiated (domain section 6): what the page shows is what the rules say, and an offer begins with it.</summary>
public abstract class WorkbenchTests(HotelSiteFixture site)
{
    private const string Day = "2027-03-16";

    [Fact]
    public async Task The_day_package_of_70_comes_to_what_the_rules_say()
    {
        var page = await PageAsync("?Date=2027-03-16&People=40");
        var (quote, worth) = await PricedAsync(asked => asked);

        Assert.Equal(70m * 40, quote.Lines.Sum(line => line.Amount.Amount));
        Assert.Equal(Show(worth.Sum.Gross) + " EUR", page.QuerySelector(".worth-total strong")!.TextContent);
        Assert.Contains($"{Show(worth.PerPerson)} EUR a person of 40", page.QuerySelector(".worth-total")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Show(worth.Margin), page.QuerySelector("[data-margin]")!.TextContent);
        Assert.Equal("from the first guest on", page.QuerySelector("[data-break-even]")!.TextContent);
        Assert.Equal(worth.ByClass.Select(part => Show(part.Net)), page.QuerySelectorAll("[data-split] td:last-child").Select(cell => cell.TextContent));
        Assert.Equal(worth.ByClass.Count, page.QuerySelectorAll(".split rect").Length);
        Assert.Equal("Floor 40.97: 29.03 above it", page.QuerySelector("[data-floor]")!.TextContent); // 23.90 / 0.7 x 1.2: prices hold the tax, the margin is of the net
        foreach (var tax in worth.Sum.Taxes) Assert.Contains(Show(tax.Tax), page.QuerySelector("#worth")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["70.00", "15.00", "5.00", "10.00", "20.00", "10.00", "10.00", "2,800.00"], StepsOf(page).Where(step => step.Text != "Shared over the others in proportion to their list amounts").Select(step => step.Amount));
        Assert.Empty(page.QuerySelectorAll(".alert"));
    }

    [Fact]
    public async Task A_negotiated_price_is_split_as_the_rules_split_it()
    {
        var page = await PageAsync("?Date=2027-03-16&People=40&Price=62.50&TakenOut=Golf&Added[0].Name=Yoga&Added[0].RevenueClass=Other&Added[0].Amount=8&Added[0].Cost=3&Added[0].IsProtected=true&Added[1].Name=Brunch&Added[1].RevenueClass=Food&Added[1].Amount=22&Added[1].Cost=9&Added[1].InsteadOf=Lunch");
        var (quote, worth) = await PricedAsync(asked => asked with
        {
            Price = 62.50m, TakenOut = ["Golf", "Lunch"], Added = [new("Yoga", RevenueClass.Other, 8m, 3m, IsProtected: true), new("Brunch", RevenueClass.Food, 22m, 9m)],
        });

        Assert.Equal(Show(worth.Sum.Gross) + " EUR", page.QuerySelector(".worth-total strong")!.TextContent);
        Assert.Equal(2_500m, quote.Lines.Sum(line => line.Amount.Amount));
        var steps = StepsOf(page);
        Assert.All(quote.Lines, line => Assert.Contains(steps, step => step.Text.StartsWith(line.Description.ToString(), StringComparison.Ordinal) && step.Amount == Show(new Money((long)(line.Unit.Amount * 100), Currency.Eur))));
        Assert.Contains(steps, step => step is { Text: "Yoga (protected)", Amount: "8.00" });
        Assert.Equal(["Golf"], page.QuerySelectorAll<IHtmlInputElement>("[name=TakenOut]").Where(box => box.IsChecked).Select(box => box.Value));
        Assert.Equal("Lunch", page.QuerySelector<IHtmlSelectElement>("[name='Added[1].InsteadOf']")!.Value);
        Assert.NotNull(page.QuerySelector("[name='Added[2].Name']")); // room for one more
    }

    [Fact]
    public async Task Below_the_floor_it_says_which_approval_it_needs_and_who_may_give_it()
    {
        var page = await PageAsync("?Date=2027-03-16&People=40&Price=40.96");
        var warning = page.QuerySelector("#worth .alert-warning")!.TextContent;
        foreach (var says in new[] { "Needs an approval", "40.96 EUR is under the floor of 40.97 EUR that leaves a margin of 30 %.", "is over your limit of", "May be approved by" }) Assert.Contains(says, warning, StringComparison.Ordinal);
        Assert.Equal("Floor 40.97: 0.01 below it", page.QuerySelector("[data-floor]")!.TextContent);
        Assert.DoesNotContain("under the floor", (await PageAsync("?Date=2027-03-16&People=40&Price=40.97")).QuerySelector("#worth")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("People", "0", "one delegate at least")]
    [InlineData("People", "", "how many people are expected")]
    [InlineData("People", "1000000", "400 delegates at most")]
    [InlineData("Date", "1990-01-02", "is sold from")]
    [InlineData("Date", "", "Type the day")]
    [InlineData("Date", "soon", "Type a date")]
    [InlineData("Price", "-1", "between 0 and 1,000,000")]
    [InlineData("Price", "much", "Type a number")]
    [InlineData("Discount", "101", "between 0 and 100 %")]
    [InlineData("Discount", "-1", "between 0 and 100 %")]
    [InlineData("Price", "7.99", "below the 8.00 EUR of the components that are protected")]
    [InlineData("Discount", "95", "below the 8.00 EUR of the components that are protected")]
    [InlineData("Added[0].Amount", "-1", "what the component adds")]
    [InlineData("Added[0].Cost", "-1", "between 0 and 1,000,000")]
    [InlineData("Added[0].Name", "", "Give the component a name")]
    [InlineData("CompanyId", "Nobody of that name", "No company here is called")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(string field, string typed, string says)
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Date"] = Day, ["People"] = "40", ["Price"] = field == "Discount" ? "" : "66", ["Discount"] = "", ["TakenOut"] = "Golf", ["Added[0].Name"] = "Yoga", ["Added[0].RevenueClass"] = "Other", ["Added[0].Amount"] = "8", ["Added[0].Cost"] = "3", ["Added[0].IsProtected"] = "true", [field] = typed,
        };
        var asked = "?" + string.Join('&', fields.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var address = await AddressAsync();
        using var refused = await sales.GetAsync(address + asked);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        var wrong = page.QuerySelector($"[name='{field}']")!;
        Assert.True(wrong.ClassList.Contains("is-invalid"), page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains(says, wrong.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent, StringComparison.Ordinal);
        foreach (var (name, value) in fields.Where(pair => pair.Key is not ("TakenOut" or "Added[0].IsProtected"))) Assert.Equal(value, Typed(page.QuerySelector($"[name='{name}']")!));
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name=TakenOut][value=Golf]")!.IsChecked);
        Assert.True(page.QuerySelector<IHtmlInputElement>("[name='Added[0].IsProtected']")!.IsChecked);

        // While it is typed the panel says the same, and where.
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address + asked, UriKind.Relative)) { Headers = { { "X-Part", "worth" } } };
        using var part = await sales.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, part.StatusCode);
        Assert.Contains(says, (await HotelBrowser.ParseAsync(part)).QuerySelector($"[data-field='{field}']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Between_two_steps_the_lower_one_that_is_reached_gives_the_price()
    {
        var gala = await PackageAsync("GALA");
        foreach (var (people, unit) in new[] { (99, "65.00"), (100, "61.00"), (150, "61.00") })
            Assert.Contains($"{unit} EUR a delegate", (await PageAsync($"?Date=2027-03-16&People={people}", gala)).QuerySelector("#worth")!.TextContent, StringComparison.Ordinal);
        var sales = await site.SignedInAsync("sales@demo.example");
        using var few = await sales.GetAsync($"/packages/{gala.Id}/workbench?Date=2027-03-16&People=19");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, few.StatusCode);
        Assert.Contains("hires the room instead", (await HotelBrowser.ParseAsync(few)).QuerySelector("[name=People]")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_company_its_agreement_holds_until_something_else_is_typed()
    {
        var page = await PageAsync("?Date=2027-03-16&People=40&CompanyId=Alba+Bank");
        Assert.Contains("62.00 EUR a delegate, list 70.00", page.QuerySelector("#worth")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("62.00 EUR agreed", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("66.00 EUR a delegate", (await PageAsync("?Date=2027-03-16&People=40&CompanyId=Alba+Bank&Price=66")).QuerySelector("#worth")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_begins_with_a_working_day_to_come_and_a_usual_party()
    {
        var page = await PageAsync("");
        Assert.Equal(("2026-11-25", "20"), (Typed(page.QuerySelector("[name=Date]")!), Typed(page.QuerySelector("[name=People]")!)));
        var package = await PackageAsync("DDR");
        var link = $"a[href='/packages/{package.Id}/workbench']";
        Assert.NotNull((await (await site.SignedInAsync("sales@demo.example")).PageAsync($"/packages/{package.Id}")).QuerySelector(link));
        Assert.Null((await (await site.SignedInAsync("events@demo.example")).PageAsync($"/packages/{package.Id}")).QuerySelector(link));
    }

    [Fact]
    public async Task What_was_worked_out_goes_into_a_new_offer_of_a_booking_that_is_being_sold()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (booking, function) = await InquiryAsync(sales);
        var (address, before) = (await AddressAsync(), await CountAsync());
        const string worked = "Date=2027-03-16&People=30&CompanyId=Alba+Bank&Price=66,5&Discount=2&TakenOut=Golf&Added[0].Name=Yoga&Added[0].RevenueClass=Other&Added[0].Amount=8&Added[0].Cost=3&Added[0].IsProtected=true&Added[1].Name=Brunch&Added[1].RevenueClass=Food&Added[1].Amount=22&Added[1].InsteadOf=Lunch";
        Assert.Contains(booking, (await sales.PageAsync($"{address}?{worked}")).QuerySelector("[name=FunctionId]")!.TextContent, StringComparison.Ordinal);

        using var unsure = await sales.GetAsync($"{address}/offer?{worked}&FunctionId=");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        Assert.Contains("is-invalid", (await HotelBrowser.ParseAsync(unsure)).QuerySelector("[name=FunctionId]")!.ClassName, StringComparison.Ordinal);
        using var led = await sales.GetAsync($"{address}/offer?{worked}&FunctionId={function}");
        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        var form = await sales.PageAsync(led.Headers.Location!.OriginalString);

        Assert.Equal((await PackageAsync("DDR")).Id.ToString(CultureInfo.InvariantCulture), Typed(form.QuerySelector("[name='Functions[0].PackageId']")!));
        Assert.Equal(("66.5", "2"), (Typed(form.QuerySelector("[name='Functions[0].Price']")!), Typed(form.QuerySelector("[name='Functions[0].Discount']")!)));
        Assert.Equal(["Golf", "Lunch"], form.QuerySelectorAll<IHtmlInputElement>("[name='Functions[0].TakenOut']").Where(box => box.IsChecked).Select(box => box.Value).Order(StringComparer.Ordinal));
        Assert.Equal(("Yoga", "8", "3"), (Typed(form.QuerySelector("[name='Functions[0].Added[0].Name']")!), Typed(form.QuerySelector("[name='Functions[0].Added[0].Amount']")!), Typed(form.QuerySelector("[name='Functions[0].Added[0].Cost']")!)));
        Assert.True(form.QuerySelector<IHtmlInputElement>("[name='Functions[0].Added[0].IsProtected']")!.IsChecked);
        Assert.Equal("Brunch", Typed(form.QuerySelector("[name='Functions[0].Added[1].Name']")!));
        Assert.Equal(before, await CountAsync());

        using var saved = await sales.SendShownAsync(led.Headers.Location.OriginalString, form.QuerySelector("form[data-priced]")!.GetAttribute("action")!);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var kept = await site.InDatabaseAsync(db => db.Quotes.AsNoTracking().Include(quote => quote.Lines).OrderByDescending(quote => quote.Id).FirstAsync());
        Assert.Equal(Money.Of(66.5m * 0.98m, Currency.Eur).Amount * 30, kept.Lines.Sum(line => line.Amount.Amount));
        Assert.True(kept.Request!.Functions[0].Added[0].IsProtected);

        Task<int> CountAsync() => site.InDatabaseAsync(db => db.Quotes.CountAsync());
    }

    [Fact]
    public async Task While_somebody_types_no_price_list_is_read_that_the_form_does_not_name()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (_, function) = await InquiryAsync(sales);
        var booking = await site.InDatabaseAsync(db => db.Functions.Where(found => found.Id == function).Select(found => found.BookingId).SingleAsync());
        var form = (await sales.PageAsync($"/bookings/{booking}/quotes/new")).QuerySelector<IHtmlFormElement>("form[data-priced]")!;
        var token = form.Elements.OfType<IHtmlInputElement>().First(input => input.Name == "__RequestVerificationToken");
        using var typed = new HttpRequestMessage(HttpMethod.Post, new Uri($"/bookings/{booking}/quotes/price", UriKind.Relative)) { Content = new FormUrlEncodedContent(Forms.AsShown(form).Append(KeyValuePair.Create(token.Name!, token.Value))) };
        using var worked = new HttpRequestMessage(HttpMethod.Get, new Uri(await AddressAsync() + "?People=30", UriKind.Relative));
        foreach (var asked in new[] { typed, worked })
        {
            asked.Headers.Add("X-Part", "worth");
            site.Statements.Take();
            using var answer = await sales.Http.SendAsync(asked);
            var statements = site.Statements.Take();
            Assert.NotNull((await HotelBrowser.ParseAsync(answer)).QuerySelector(".worth-total"));
            Assert.InRange(statements.Count, 1, 20);
            Assert.DoesNotContain(statements, statement => statement.Contains("FROM \"CatalogueItems\"", StringComparison.Ordinal) || statement.Contains("FROM \"HirePrices\"", StringComparison.Ordinal) || statement.Contains("FROM \"RoomTypes\"", StringComparison.Ordinal));
        }
    }

    /// <summary>The same with the rules alone, from what the hotel has stored.</summary>
    private async Task<(Quote Quote, QuoteWorth Worth)> PricedAsync(Func<FunctionAsked, FunctionAsked> vary)
    {
        var (package, hotel) = (await PackageAsync("DDR"), await site.InDatabaseAsync(db => db.Properties.SingleAsync(hotel => hotel.Code == "TIA")));
        var basis = new QuoteBasis
        {
            Currency = Currency.Eur, TaxMode = hotel.TaxMode, Packages = [package], RoomTypes = [], TaxCodes = await site.InDatabaseAsync(db => db.TaxCodes.Include(code => code.Rates).Where(code => code.PropertyId == hotel.Id).ToListAsync()),
            Services = await site.InDatabaseAsync(db => db.ServiceCharges.Where(charge => charge.PropertyId == hotel.Id).ToListAsync()),
        };
        var day = new LocalDate(2027, 3, 16);
        var asked = vary(new FunctionAsked(new PlannedFunction(1, null, "Day", null, SetupStyle.Theatre, day + new LocalTime(9, 0), day + new LocalTime(17, 0), 40)) { PackageId = package.Id });
        var quote = new Quote(1, "Q", 1, hotel.TaxMode, Currency.Eur, 40, day, QuotePricing.Price(new QuoteRequest { ValidUntil = day, Functions = [asked] }, basis).Lines);
        return (quote, QuoteWorth.Of(quote.Lines, quote.TaxMode, quote.Currency, 40, Money.Zero(Currency.Eur)));
    }

    private static async Task<(string Booking, int Function)> AsBookedAsync(HotelSiteFixture site, string address)
    {
        var id = int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
        return await site.InDatabaseAsync(async db => (await db.Bookings.Where(booking => booking.Id == id).Select(booking => booking.Reference).SingleAsync(), await db.Functions.Where(function => function.BookingId == id).Select(function => function.Id).SingleAsync()));
    }

    private async Task<(string Booking, int Function)> InquiryAsync(HotelBrowser sales)
    {
        var company = await site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync());
        using var made = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = "Worked out", ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = Day, ["Functions[0].From"] = "9", ["Functions[0].Until"] = "17", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "30",
        });
        return await AsBookedAsync(site, made.Headers.Location!.OriginalString);
    }

    private async Task<IHtmlDocument> PageAsync(string asked, Package? package = null) =>
        await (await site.SignedInAsync("sales@demo.example")).PageAsync((package is null ? await AddressAsync() : $"/packages/{package.Id}/workbench") + asked);

    private async Task<string> AddressAsync() => $"/packages/{(await PackageAsync("DDR")).Id}/workbench";

    private Task<Package> PackageAsync(string code) => site.InDatabaseAsync(db => db.Packages.AsNoTracking().AsSplitQuery().Include(package => package.Components).Include(package => package.Steps).SingleAsync(package => package.Code == code && db.Properties.Any(hotel => hotel.Id == package.PropertyId && hotel.Code == "TIA")));

    private static List<(string Text, string Amount)> StepsOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("#worth .price-steps li").Select(step => (step.FirstElementChild!.TextContent, step.LastElementChild!.TextContent))];

    private static string Typed(AngleSharp.Dom.IElement field) => field switch { IHtmlSelectElement list => list.Value ?? "", IHtmlInputElement input => input.Value, _ => field.TextContent };

    private static string Show(Money money) => money.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
