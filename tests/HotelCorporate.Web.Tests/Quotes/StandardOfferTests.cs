using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests.Quotes;

public sealed class StandardOffersOnSqlite(SqliteSite site) : StandardOfferTests(site), IClassFixture<SqliteSite>;

public sealed class StandardOffersOnPostgres(PostgresSite site) : StandardOfferTests(site), IClassFixture<PostgresSite>;

/// <summary>From an inquiry to the offer that is sent: how many pages a seller opens, and how many fields they touch.</summary>
public abstract class StandardOfferTests(HotelSiteFixture site)
{
    private const int MostPages = 3;
    private const int MostInputs = 12;

    [Fact]
    public async Task A_day_package_as_the_house_sells_it_needs_no_field_at_all()
    {
        var walk = new Walk(await site.SignedInAsync("sales@demo.example"));
        await OfferAsync(walk, await InquiryAsync(), []);
        Assert.Equal((3, 0), (walk.Pages, walk.Inputs));
        Assert.Contains("2,800.00", walk.Page.QuerySelector("[data-total]")!.TextContent, StringComparison.Ordinal); // 40 x 70
    }

    [Fact]
    public async Task A_standard_offer_with_its_own_price_an_extra_a_least_spend_and_words_is_within_three_pages_and_twelve_inputs()
    {
        var walk = new Walk(await site.SignedInAsync("sales@demo.example"));
        await OfferAsync(walk, await InquiryAsync(), new()
        {
            ["Functions[0].Price"] = "68", ["Functions[0].TakenOut"] = "Golf", ["Extras[0].Description"] = "Interpreter", ["Extras[0].Quantity"] = "2", ["Extras[0].Price"] = "400", ["Extras[0].Cost"] = "300",
            ["Discount"] = "5", ["DiscountReason"] = "They come back each year", ["Minimum"] = "800", ["ValidUntil"] = "2026-12-18", ["Remarks"] = "Parking is not included.",
        });
        Assert.InRange(walk.Pages, 1, MostPages);
        Assert.InRange(walk.Inputs, 1, MostInputs);
        Assert.Contains("3,480.00", walk.Page.QuerySelector("[data-total]")!.TextContent, StringComparison.Ordinal); // 40 x 68 + 2 x 400 x 0.95
    }

    /// <summary>Booking, form, offer: each by the link or button of the page before.</summary>
    private static async Task OfferAsync(Walk walk, string booking, Dictionary<string, string> typed)
    {
        await walk.OpenAsync(booking);
        await walk.OpenAsync(walk.Page.QuerySelector($"a[href='{booking}/quotes/new']")!.GetAttribute("href")!);
        await walk.SendAsync(walk.Page.QuerySelector<IHtmlFormElement>("form[data-priced]")!, typed);
        await walk.SendAsync(walk.Page.QuerySelector<IHtmlFormElement>("form[action$='/send']")!, []);
        Assert.NotNull(walk.Page.QuerySelector(".status-quote-Sent"));
    }

    private async Task<string> InquiryAsync()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var company = await site.InDatabaseAsync(db => db.Accounts.Where(account => account.Contacts.Any(contact => contact.Email != "") && !db.Agreements.Any(agreement => agreement.AccountId == account.Id)).OrderBy(account => account.Id).Select(account => account.Id).FirstAsync());
        using var made = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = "Sales meeting", ["Functions[0].Name"] = "Meeting", ["Functions[0].Date"] = "2027-03-16", ["Functions[0].From"] = "9", ["Functions[0].Until"] = "17", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "40",
        });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return made.Headers.Location!.OriginalString;
    }

    /// <summary>Counts the pages that are opened, each address once, and the fields that are touched.</summary>
    private sealed class Walk(HotelBrowser person)
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public int Pages => _seen.Count;

        public int Inputs { get; private set; }

        public IHtmlDocument Page { get; private set; } = null!;

        public async Task OpenAsync(string address)
        {
            _seen.Add(address);
            Page = await person.PageAsync(address);
        }

        public async Task SendAsync(IHtmlFormElement form, Dictionary<string, string> typed)
        {
            foreach (var field in typed.Keys) Assert.NotNull(form.QuerySelector($"[name='{field}']")); // only what is there can be touched
            Inputs += typed.Count;
            var hidden = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Name is "__RequestVerificationToken" or "form-token").Select(input => KeyValuePair.Create(input.Name!, input.Value));
            using var content = new FormUrlEncodedContent(Forms.AsShown(form).Where(field => !typed.ContainsKey(field.Key)).Concat(typed).Concat(hidden));
            using var answer = await person.Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await HotelBrowser.ParseAsync(answer)).QuerySelector("[role=alert]")?.TextContent);
            await OpenAsync(answer.Headers.Location!.OriginalString);
        }
    }
}
