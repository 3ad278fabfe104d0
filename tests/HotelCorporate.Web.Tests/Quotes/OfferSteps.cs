using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Tests.Quotes;

/// <summary>An offer from the inquiry to the client's acceptance, as people make it.</summary>
internal static class OfferSteps
{
    /// <summary>An inquiry of a company that has agreed nothing; its address.</summary>
    public static async Task<string> InquiryAsync(this HotelSiteFixture site, HotelBrowser sales, string name, LocalDate day, int people = 30, string space = "Balmoral", string style = "Theatre", string from = "9", string until = "17")
    {
        var company = $"{name} {Guid.NewGuid():N}";
        using var opened = await sales.PostAsync("/accounts/new", new() { ["LegalName"] = company, ["Language"] = "en", ["ContactName"] = "Ann Client", ["ContactEmail"] = $"ann@{company[^12..]}.example" });
        using var asked = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = opened.Headers.Location!.OriginalString.Split('/')[^1], ["Name"] = name, ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = LocalDatePattern.Iso.Format(day), ["Functions[0].From"] = from,
            ["Functions[0].Until"] = until, ["Functions[0].SpaceId"] = $"{await site.SpaceAsync(space)}", ["Functions[0].Style"] = style, ["Functions[0].People"] = people.ToString(CultureInfo.InvariantCulture),
        });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return asked.Headers.Location!.OriginalString;
    }

    /// <summary>A draft of the booking; its address.</summary>
    public static async Task<string> PricedAsync(this HotelBrowser sales, string booking, Dictionary<string, string> typed)
    {
        using var saved = await sales.SendShownAsync(booking + "/quotes/new", booking + "/quotes/new", typed);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, $"{saved.StatusCode}: {(saved.StatusCode == HttpStatusCode.UnprocessableEntity ? (await HotelBrowser.ParseAsync(saved)).QuerySelector("[role=alert]")?.TextContent : "")}");
        return saved.Headers.Location!.OriginalString;
    }

    /// <summary>Sends a draft; the client's link.</summary>
    public static async Task<string> SentAsync(this HotelBrowser sales, string draft)
    {
        using var sent = await sales.PostAsync(draft + "/send", [], draft);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var link = (await sales.PageAsync(draft)).QuerySelector("a[href*='/offers/']")!.GetAttribute("href")!;
        return link[link.IndexOf("/offers/", StringComparison.Ordinal)..];
    }

    /// <summary>The client takes what the page shows, or one of its alternatives.</summary>
    public static async Task<HttpResponseMessage> AcceptedAsync(this HotelSiteFixture site, string link, int alternative = 0)
    {
        var client = site.Browser();
        var page = await client.PageAsync(link);
        var seen = page.QuerySelectorAll("[name=seen]").Select(choice => choice.GetAttribute("value")!).ToList();
        return await client.PostAsync(link + "/accept", new() { ["name"] = "Ann Client", ["seen"] = seen[alternative] }, link);
    }

    /// <summary>What waits for a manager of this booking is approved.</summary>
    public static async Task ApproveAsync(this HotelSiteFixture site, int booking)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        foreach (var asked in await site.InDatabaseAsync(db => db.Approvals.Where(asked => asked.BookingId == booking && asked.Status == ApprovalStatus.Open).Select(asked => asked.Id).ToListAsync()))
        {
            using var approved = await manager.PostAsync($"/inbox/approvals/{asked}/approve", new() { ["answer"] = "Fine" }, "/inbox");
            Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        }
    }

    /// <summary>Nothing is due at signing, so that an acceptance alone makes a booking definite.</summary>
    public static Task WithoutDepositsAsync(this HotelSiteFixture site) => site.InDatabaseAsync(db => db.Properties.ExecuteUpdateAsync(set => set.SetProperty(hotel => hotel.Deposits, "")));

    public static int IdOf(string address) => int.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);

    public static Task<int> SpaceAsync(this HotelSiteFixture site, string name) => site.InTiranaAsync(async (db, hotel) => await db.Spaces.Where(space => space.Name == name && space.PropertyId == hotel).Select(space => space.Id).SingleAsync());

    public static Task<int> ItemAsync(this HotelSiteFixture site, string code) => site.InTiranaAsync(async (db, hotel) => await db.CatalogueItems.Where(item => item.Code == code && item.PropertyId == hotel).Select(item => item.Id).SingleAsync());

    public static Task<int> TaxAsync(this HotelSiteFixture site, string code = "STD") => site.InTiranaAsync(async (db, hotel) => await db.TaxCodes.Where(tax => tax.Code == code && tax.PropertyId == hotel).Select(tax => tax.Id).SingleAsync());

    public static Task<int> PackageAsync(this HotelSiteFixture site, string code) => site.InTiranaAsync(async (db, hotel) => await db.Packages.Where(package => package.Code == code && package.PropertyId == hotel).Select(package => package.Id).SingleAsync());

    public static Task<T> InTiranaAsync<T>(this HotelSiteFixture site, Func<Database.HotelDb, int, Task<T>> read) =>
        site.InDatabaseAsync(async db => await read(db, await db.Properties.Where(hotel => hotel.Code == "TIA").Select(hotel => hotel.Id).SingleAsync()));

    public static Task<Quote> QuoteAsync(this HotelSiteFixture site, string address) => site.InDatabaseAsync(db => db.Quotes.AsNoTracking().Include(quote => quote.Lines).SingleAsync(quote => quote.Id == IdOf(address)));

    public static Task<Booking> ReadAsync(this HotelSiteFixture site, string address) => site.InDatabaseAsync(db => db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == IdOf(address)));
}
