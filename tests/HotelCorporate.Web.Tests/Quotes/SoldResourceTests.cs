using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Quotes;

public sealed class SoldResourcesOnSqlite(SqliteSite site) : SoldResourceTests(site), IClassFixture<SqliteSite>;

public sealed class SoldResourcesOnPostgres(PostgresSite site) : SoldResourceTests(site), IClassFixture<PostgresSite>;

/// <summary>Equipment of the catalogue that is one of the house's resources: told in the offer while it is short, planned once the client accepts (domain sections 6 and 7).</summary>
public abstract class SoldResourceTests(HotelSiteFixture site)
{
    [Fact]
    public async Task What_is_sold_for_a_function_is_needed_by_it_once_the_client_accepts_and_told_while_it_is_short()
    {
        await site.WithoutDepositsAsync();
        var (sales, day) = (await site.SignedInAsync("sales@demo.example"), new LocalDate(2027, 9, 7));
        var (item, lamp) = await LampAsync(3);
        var first = await site.InquiryAsync(sales, "Well lit meeting", day);
        var draft = await sales.PricedAsync(first, Sold(item, 2));
        Assert.DoesNotContain("Lava lamps", (await sales.PageAsync(draft)).QuerySelectorAll(".alert").Select(alert => alert.TextContent).Aggregate("", string.Concat), StringComparison.Ordinal);
        using (var accepted = await site.AcceptedAsync(await sales.SentAsync(draft))) Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var booking = await site.ReadAsync(first);
        Assert.Equal(BookingStatus.Definite, booking.Status);
        Assert.Equal([(booking.Functions.Single().Id, 2)], await NeedsAsync(booking, lamp));
        Assert.Contains("Lava lamps", (await sales.PageAsync(first + "/resources")).Words(), StringComparison.Ordinal);

        // One is left of three on that day.
        var second = await site.InquiryAsync(sales, "Dim meeting", day, space: "Oxford");
        using (var typed = await sales.SendShownAsync(second + "/quotes/new", second + "/quotes/new", new(Sold(item, 2)) { ["Discount"] = "101" }))
            Assert.Contains("Plenary is sold 2 Lava lamps, and 1 are free then", (await HotelBrowser.ParseAsync(typed)).QuerySelector("#worth")!.TextContent, StringComparison.Ordinal);
        var scarce = await sales.PricedAsync(second, Sold(item, 2));
        Assert.Contains("2 Lava lamps, and 1 are free then", (await sales.PageAsync(scarce)).Words(), StringComparison.Ordinal);
        using (var accepted = await site.AcceptedAsync(await sales.SentAsync(scarce))) Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Contains("Lava lamps", (await sales.PageAsync($"/resources/shortages?from=2027-09-07&until=2027-09-07")).Words(), StringComparison.Ordinal);

        // The next version sells one more: one more is needed, not all of them again.
        var amended = await sales.PricedAsync(first, new() { ["Extras[0].Quantity"] = "3" });
        using (var accepted = await site.AcceptedAsync(await sales.SentAsync(amended))) Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(3, (await NeedsAsync(booking, lamp)).Sum(need => need.Quantity));
    }

    [Fact]
    public async Task Of_an_alternative_it_is_needed_by_the_new_function_and_a_thing_of_the_event_by_none()
    {
        await site.WithoutDepositsAsync();
        var (sales, day) = (await site.SignedInAsync("sales@demo.example"), new LocalDate(2027, 9, 14));
        var (item, lamp) = await LampAsync(3);
        var address = await site.InquiryAsync(sales, "Lamps in either week", day);
        var draft = await sales.PricedAsync(address, new(Sold(item, 1)) { ["Extras[0].For"] = "" });
        using var added = await sales.SendShownAsync(draft + "/alternative", draft + "/alternative", new() { ["Functions[0].Date"] = "2027-09-21", ["Extras[0].For"] = "1", ["Extras[0].Quantity"] = "2" });
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using (var accepted = await site.AcceptedAsync(await sales.SentAsync(draft), 1)) Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var booking = await site.ReadAsync(address);
        Assert.Equal([(booking.Functions.Single(function => !function.IsCancelled).Id, 2)], await NeedsAsync(booking, lamp));
    }

    [Fact]
    public async Task Only_equipment_names_a_resource_and_only_one_of_this_hotel()
    {
        var (manager, (_, lamp)) = (await site.SignedInAsync("manager@demo.example"), await LampAsync(3));
        var foreign = await site.InDatabaseAsync(db => db.Resources.Where(resource => db.Properties.Any(hotel => hotel.Id == resource.PropertyId && hotel.Code == "NYC")).Select(resource => resource.Id).FirstAsync());
        foreach (var (kind, resource) in new[] { ("Extra", lamp), ("Equipment", foreign) })
        {
            using var refused = await manager.SendShownAsync("/catalogue/new", "/catalogue/new", await TypedAsync("NOLAMP", kind, resource));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("is-invalid", (await HotelBrowser.ParseAsync(refused)).QuerySelector("[name=ResourceId]")!.ClassName!, StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, string> Sold(int item, int quantity) => new(StringComparer.Ordinal)
    {
        ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = "400", ["Extras[0].ItemId"] = item.ToString(CultureInfo.InvariantCulture), ["Extras[0].For"] = "1", ["Extras[0].Quantity"] = quantity.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A resource of so many pieces, and the thing of the catalogue that it is sold as.</summary>
    private async Task<(int Item, int Resource)> LampAsync(int stock)
    {
        if (await site.InDatabaseAsync(db => db.Resources.Where(resource => resource.Name == "Lava lamps").Select(resource => resource.Id).SingleOrDefaultAsync()) is var known and > 0) return (await site.ItemAsync("LAMP"), known);
        var resource = await site.InTiranaAsync(async (db, hotel) =>
        {
            var made = Resource.Add(hotel, new ResourceFacts("Lava lamps", ResourceKind.Equipment, stock, Money.Of(5m, Currency.Eur), Money.Of(9m, Currency.Eur), [], new Dictionary<Domain.Spaces.SetupStyle, int>()));
            db.Resources.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        using var saved = await (await site.SignedInAsync("manager@demo.example")).SendShownAsync("/catalogue/new", "/catalogue/new", await TypedAsync("LAMP", "Equipment", resource));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        return (await site.ItemAsync("LAMP"), resource);
    }

    private async Task<Dictionary<string, string>> TypedAsync(string code, string kind, int resource) => new(StringComparer.Ordinal)
    {
        ["Code"] = code, ["Name"] = "Lava lamp", ["Kind"] = kind, ["RevenueClass"] = "Av", ["Basis"] = "PerPiece", ["Price"] = "25", ["NetCost"] = "4", ["TaxCodeId"] = $"{await site.TaxAsync()}", ["ResourceId"] = $"{resource}",
    };

    private Task<List<(int Function, int Quantity)>> NeedsAsync(Booking booking, int resource) => site.InDatabaseAsync(async db =>
    {
        var own = booking.Functions.Select(function => function.Id).ToList();
        return (await db.ResourceNeeds.AsNoTracking().Where(need => own.Contains(need.FunctionId) && need.ResourceId == resource).ToListAsync()).ConvertAll(need => (need.FunctionId, need.Quantity));
    });
}
