using System.Net;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests;

public sealed class HotelOfAFormOnSqlite(SqliteSite site) : HotelOfAFormTests(site), IClassFixture<SqliteSite>;

public sealed class HotelOfAFormOnPostgres(PostgresSite site) : HotelOfAFormTests(site), IClassFixture<PostgresSite>;

/// <summary>A form belongs to the hotel that it was opened for, whatever is chosen in another window since.</summary>
public abstract class HotelOfAFormTests(HotelSiteFixture site)
{
    public static TheoryData<string, string, string, string> Forms { get; } = new()
    {
        { "/settings/hotel", "/settings/hotel", "Phone", "+355 4 999" },
        { "/taxes/new", "/taxes", "name", "Reduced rate" },
        { "/taxes/charges/new", "/taxes", "Name", "House charge" },
        { "/holidays/new", "/holidays", "name", "Founders' day" },
        { "/resources/new", "/resources/new", "Name", "Gongs" },
        { "/catalogue/new", "/catalogue/new", "Name", "Saxophone" },
        { "/catalogue/hire/half-day", "/catalogue/hire", "hours", "7" },
        { "/series?kind=CancellationFee", "/series", "last", "77" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task After_a_switch_in_another_window_it_is_refused_with_what_was_typed_and_saved_after_switching_back(string address, string page, string field, string typed)
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await admin.PostAsync("/property", new() { ["code"] = "TIA" }, "/");
        var fields = await FieldsAsync(admin, page, address);
        fields[field] = typed;
        foreach (var (name, value) in new Dictionary<string, string> { ["code"] = "RED", ["category"] = "S", ["rate"] = "10", ["from"] = "2028-01-01", ["Rate"] = "5", ["Classes"] = "Food", ["on"] = "2029-03-03", ["kind"] = "CancellationFee", ["Stock"] = "2", ["Code"] = "SAX", ["Price"] = "120", ["RevenueClass"] = "Other", ["TaxCodeId"] = "1", ["hours"] = "7" })
            if (page != "/settings/hotel" && (name != "kind" || page == "/series")) fields[name] = value;
        await admin.PostAsync("/property", new() { ["code"] = "NYC" }, "/");
        var before = await StateAsync();

        using var refused = await Tests.Forms.SendAsync(admin, address, fields);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(before, await StateAsync());
        var shown = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("opened for Hotel Skanderbeg Tirana, and you have switched to Hotel Barrymore New York since", shown.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var form = shown.Forms.First(form => form.Action.EndsWith(address, StringComparison.Ordinal) && form.QuerySelector($"[name={field}][value='{typed.Replace("'", "\\'", StringComparison.Ordinal)}']") is not null);
        Assert.Equal("TIA", form.QuerySelector("[name=form-hotel]")!.GetAttribute("value"));

        await admin.PostAsync("/property", new() { ["code"] = "TIA" }, "/");
        fields["form-token"] = Guid.NewGuid().ToString("N");
        using var saved = await Tests.Forms.SendAsync(admin, address, fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.NotEqual(before, await StateAsync());
    }

    [Fact]
    public async Task A_form_for_a_hotel_that_one_does_not_work_for_is_not_there()
    {
        var admin = await site.JoinedAsync("ny-settings@demo.example", "Administrator", "NYC");
        var fields = await FieldsAsync(admin, "/holidays", "/holidays/new");
        (fields["form-hotel"], fields["on"], fields["name"]) = ("TIA", "2029-04-04", "Day");
        using var answer = await Tests.Forms.SendAsync(admin, "/holidays/new", fields);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_a_hotels_own_administrator_may_not_do_is_not_offered()
    {
        var (own, chain) = (await site.JoinedAsync("ny-house@demo.example", "Administrator", "NYC"), await site.SignedInAsync("admin@demo.example"));
        foreach (var (page, what) in new[] { ("/settings", "a[href='/settings/new-hotel']"), ("/limits", "form[action='/limits/Sales'] button"), ("/users", "#PropertyId option[value='0']") })
        {
            Assert.NotNull((await chain.PageAsync(page)).QuerySelector(what));
            Assert.Null((await own.PageAsync(page)).QuerySelector(what));
        }
    }

    /// <summary>All that these forms could change.</summary>
    private Task<string> StateAsync() => site.InDatabaseAsync(async db =>
    {
        var counters = await db.Set<Counter>().Where(counter => counter.Name.StartsWith("FEE-")).OrderBy(counter => counter.Name).ToListAsync();
        return $"{string.Join(',', await db.Properties.OrderBy(property => property.Id).Select(property => property.Phone).ToListAsync())} {await db.TaxCodes.CountAsync()} {await db.ServiceCharges.CountAsync()} {await db.Holidays.CountAsync()} {await db.Resources.CountAsync()} {await db.CatalogueItems.CountAsync()} {string.Join(',', await db.Properties.OrderBy(property => property.Id).Select(property => property.HalfDayHours).ToListAsync())} {string.Join(',', counters.Select(counter => $"{counter.Name}{counter.Last}"))}";
    });

    private static async Task<Dictionary<string, string>> FieldsAsync(HotelBrowser admin, string page, string address)
    {
        var form = (await admin.PageAsync(page)).Forms.First(form => form.Action.EndsWith(address, StringComparison.Ordinal));
        return form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 }).DistinctBy(element => element.GetAttribute("name"))
            .ToDictionary(element => element.GetAttribute("name")!, element => element switch
            {
                AngleSharp.Html.Dom.IHtmlSelectElement list => list.Value ?? "", AngleSharp.Html.Dom.IHtmlTextAreaElement text => text.Value, AngleSharp.Html.Dom.IHtmlInputElement input => input.Value, _ => "",
            }, StringComparer.Ordinal);
    }
}
