using System.Globalization;
using System.Net;
using ClosedXML.Excel;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class ServiceChargesOnSqlite(SqliteSite site) : ServiceChargeTests(site), IClassFixture<SqliteSite>;

public sealed class ServiceChargesOnPostgres(PostgresSite site) : ServiceChargeTests(site), IClassFixture<PostgresSite>;

/// <summary>Charges and tax codes of the settings, through an offer, to its invoice.</summary>
public abstract class ServiceChargeTests(HotelSiteFixture site)
{
    /// <summary>1,000.00 of hire, 24 % service with tax and 5 % gratuity without, 9.25 % tax: 1,000.00 + 240.00 + 50.00 + 114.70 = 1,404.70.</summary>
    [Fact]
    public async Task Two_charges_and_a_code_of_the_settings_are_in_the_offer_and_in_its_invoice_by_name()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/settings/hotel", "/settings/hotel", new() { ["TaxMode"] = "Exclusive", ["Deposits"] = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/taxes", "/taxes/new", new() { ["code"] = "CITY", ["name"] = "City", ["category"] = "S", ["rate"] = "9.25", ["from"] = "2026-01-01" })).StatusCode);
        var city = await site.InDatabaseAsync(db => db.TaxCodes.SingleAsync(code => code.Code == "CITY"));
        Assert.Empty(city.Classes);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/taxes", "/taxes/kinds", new() { ["codes[RoomHire]"] = city.Id.ToString(CultureInfo.InvariantCulture) })).StatusCode);
        await ChargeAsync(admin, "Service", "24", isTaxable: true);
        await ChargeAsync(admin, "Gratuity", "5", isTaxable: false);
        var kinds = await site.InDatabaseAsync(db => db.TaxCodes.Where(code => code.PropertyId == city.PropertyId).ToDictionaryAsync(code => code.Code, code => code.Classes));
        Assert.Equal([RevenueClass.RoomHire], kinds["CITY"]);
        Assert.DoesNotContain(RevenueClass.RoomHire, kinds["STD"]);
        Assert.Contains(RevenueClass.Food, kinds["STD"]);

        var (sales, booking) = await InquiryAsync();
        var page = $"/bookings/{booking}/quotes/new";
        var saved = await sales.SendShownAsync(page, page, new() { ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = "1000" });
        var quote = saved.Headers.Location!.OriginalString;
        var offer = (await sales.PageAsync(quote)).QuerySelector("main")!.TextContent;
        foreach (var said in new[] { "Service 24 %", "Gratuity 5 %", "240.00", "50.00", "114.70", "1,404.70" }) Assert.Contains(said, offer, StringComparison.Ordinal);
        await sales.PostAsync(quote + "/send", [], quote);
        await sales.PostAsync($"/bookings/{booking}/accept", new() { ["name"] = "Ann Client", ["acceptedOn"] = "2026-11-24" }, $"/bookings/{booking}");

        // What is sent or invoiced keeps its charges, whatever becomes of them.
        var gratuity = await site.InDatabaseAsync(db => db.ServiceCharges.Where(charge => charge.Name == "Gratuity").Select(charge => charge.Id).SingleAsync());
        await admin.PostAsync($"/taxes/charges/{gratuity}/remove", [], "/taxes");

        site.Clock.Advance(Duration.FromHours(3));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/begin", [], $"/bookings/{booking}")).StatusCode);
        var function = await site.InDatabaseAsync(db => db.Functions.Where(found => found.BookingId == booking).Select(found => found.Id).SingleAsync());
        await sales.PostAsync($"/bookings/{booking}/numbers/{function}", new() { ["actual"] = "30" }, $"/bookings/{booking}");
        var finance = await site.SignedInAsync("finance@demo.example");
        var issued = await finance.PostAsync($"/bookings/{booking}/invoices/final", [], $"/bookings/{booking}/invoices/final");
        var invoice = await site.InDatabaseAsync(db => db.Invoices.SingleAsync(found => found.BookingId == booking && found.Kind == InvoiceKind.Final));
        Assert.Equal((290m, 114.70m, 1_404.70m), (invoice.Service.Amount, invoice.Tax.Amount, invoice.Gross.Amount));
        var document = issued.Headers.Location!.OriginalString;
        var shown = (await finance.PageAsync(document)).QuerySelector("main")!.TextContent;
        Assert.Contains("Service", shown, StringComparison.Ordinal);
        Assert.Contains("Gratuity", shown, StringComparison.Ordinal);

        using var excel = await finance.GetAsync(document + "/xlsx");
        using var book = new XLWorkbook(new MemoryStream(await excel.Content.ReadAsByteArrayAsync()));
        Assert.Equal(1_404.70, Convert.ToDouble(book.NamedRange("TotalWithTax").Ranges.First().FirstCell().CachedValue, CultureInfo.InvariantCulture), 6);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(await (await finance.GetAsync(document + "/pdf")).Content.ReadAsByteArrayAsync());
        var paper = string.Join(' ', pdf.GetPages().SelectMany(found => found.GetWords()).Select(word => word.Text));
        Assert.Contains("Gratuity 50.00 EUR", paper, StringComparison.Ordinal);
        Assert.Contains("Service 240.00 EUR", paper, StringComparison.Ordinal);
        site.Clock.Advance(Duration.FromHours(-3));
    }

    [Fact]
    public async Task A_charge_on_bedrooms_is_on_the_bedrooms()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await admin.SendShownAsync("/taxes", "/taxes/charges/new", new() { ["Name"] = "Resort fee", ["Rate"] = "3", ["Classes"] = nameof(RevenueClass.Rooms), ["IsTaxable"] = "true" });
        var (sales, booking) = await InquiryAsync();
        var page = $"/bookings/{booking}/quotes/new";
        var saved = await sales.SendShownAsync(page, page, new() { ["Functions[0].PackageId"] = "", ["Bedrooms[0].Rooms"] = "2", ["Bedrooms[0].Nights"] = "1", ["Bedrooms[0].Arrival"] = "2026-11-26" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Resort fee 3 %", (await sales.PageAsync(saved.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await site.InDatabaseAsync(db => db.ServiceCharges.Where(charge => charge.Name == "Resort fee").ExecuteDeleteAsync());
    }

    private static async Task ChargeAsync(HotelBrowser admin, string name, string rate, bool isTaxable)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["Name"] = name, ["Rate"] = rate, ["Classes"] = nameof(RevenueClass.RoomHire) };
        if (isTaxable) typed["IsTaxable"] = "true";
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/taxes", "/taxes/charges/new", typed)).StatusCode);
    }

    /// <summary>Today at ten, in a room that nobody has.</summary>
    private async Task<(HotelBrowser Sales, int Booking)> InquiryAsync()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var name = $"Charges {Guid.NewGuid():N}";
        var opened = await sales.PostAsync("/accounts/new", new() { ["LegalName"] = name, ["Language"] = "en", ["ContactName"] = "Ann Client", ["ContactEmail"] = $"ann@{name[^12..]}.example" });
        var space = await FreeSpaceAsync();
        var answer = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = opened.Headers.Location!.OriginalString.Split('/')[^1], ["Name"] = name, ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = "2026-11-24", ["Functions[0].From"] = "10",
            ["Functions[0].Until"] = "11", ["Functions[0].SpaceId"] = $"{space}", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "30",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (sales, int.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture));
    }

    private Task<int> FreeSpaceAsync() => site.InDatabaseAsync(async db =>
    {
        var (from, until) = (Instant.FromUtc(2026, 11, 24, 6, 0), Instant.FromUtc(2026, 11, 24, 14, 0));
        var taken = await db.Holds.Where(hold => hold.From < until && hold.Until > from).Select(hold => hold.AtomId).ToListAsync();
        return await db.Spaces.Where(space => db.Properties.Any(hotel => hotel.Id == space.PropertyId && hotel.Code == "TIA") && !space.Atoms.Any(atom => taken.Contains(atom.AtomId)) && space.Capacities.Any(capacity => capacity.Style == Domain.Spaces.SetupStyle.Theatre && capacity.Legal >= 30))
            .OrderBy(space => space.Position).Select(space => space.Id).FirstAsync();
    });
}
