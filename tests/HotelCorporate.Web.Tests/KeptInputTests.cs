using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests;

public sealed class KeptInputOnSqlite(SqliteSite site) : KeptInputTests(site), IClassFixture<SqliteSite>;

public sealed class KeptInputOnPostgres(PostgresSite site) : KeptInputTests(site), IClassFixture<PostgresSite>;

/// <summary>What is refused is shown again as it was typed, with what is wrong beside it, and in no other form of the page.</summary>
public abstract class KeptInputTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_refused_rate_stands_in_its_own_row_with_its_error()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var ids = await site.InDatabaseAsync(db => db.TaxCodes.Where(code => db.Properties.Any(hotel => hotel.Id == code.PropertyId && hotel.Code == "TIA")).OrderBy(code => code.Code).Select(code => code.Id).ToListAsync());
        var page = await RefusedAsync(admin, "/taxes", $"/taxes/{ids[1]}/rates", new() { ["rate"] = "120", ["from"] = "2029-05-06" });
        var row = page.FormTo($"/taxes/{ids[1]}/rates");
        Assert.Equal(("120", "2029-05-06"), (Value(row, "rate"), Value(row, "from")));
        Assert.Contains("between 0 and 100", row.QuerySelector(".invalid-feedback")!.TextContent, StringComparison.Ordinal);
        foreach (var other in new[] { $"/taxes/{ids[0]}/rates", "/taxes/new" })
        {
            Assert.Equal("", Value(page.FormTo(other), "rate"));
            Assert.Null(page.FormTo(other).QuerySelector(".is-invalid"));
        }
    }

    [Fact]
    public async Task A_rate_for_days_that_are_over_is_asked_for_once_more()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var id = await site.InDatabaseAsync(db => db.TaxCodes.Where(code => code.Code == "STD").OrderBy(code => code.Id).Select(code => code.Id).FirstAsync());
        var page = await RefusedAsync(admin, "/taxes", $"/taxes/{id}/rates", new() { ["rate"] = "21", ["from"] = "2020-01-01" });
        Assert.Contains("20 % holds on that day now", page.FormTo($"/taxes/{id}/rates").QuerySelector(".invalid-feedback")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("[name=sure]"));
        Assert.Equal(0.20m, await RateAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/taxes/{id}/rates", new() { ["rate"] = "21", ["from"] = "2020-01-01", ["sure"] = "true" }, "/taxes")).StatusCode);
        Assert.Equal(0.21m, await RateAsync());

        Task<decimal> RateAsync() => site.InDatabaseAsync(async db => (await db.TaxCodes.Include(code => code.Rates).SingleAsync(code => code.Id == id)).RateOn(new(2026, 1, 1)));
    }

    [Fact]
    public async Task A_refused_code_keeps_its_category_and_a_refused_charge_its_ticks()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var code = (await RefusedAsync(admin, "/taxes", "/taxes/new", new() { ["code"] = "EX", ["name"] = "Exempt", ["category"] = "E", ["rate"] = "20", ["from"] = "2027-01-01" })).FormTo("/taxes/new");
        Assert.Equal(("E", "EX", "20"), (Value(code, "category"), Value(code, "code"), Value(code, "rate")));
        Assert.NotNull(code.Closest("details[open]"));

        var charge = (await RefusedAsync(admin, "/taxes", "/taxes/charges/new", new() { ["Name"] = "", ["Rate"] = "12,5", ["Classes"] = "Beverage", ["IsTaxable"] = "true" })).FormTo("/taxes/charges/new");
        Assert.Equal("12,5", Value(charge, "Rate"));
        Assert.Equal(["Beverage"], Ticked(charge, "Classes"));
        Assert.Equal(["true"], Ticked(charge, "IsTaxable"));

        await admin.PostAsync("/taxes/charges/new", new() { ["Name"] = "Kept", ["Rate"] = "5", ["Classes"] = "Food" }, "/taxes");
        var id = await site.InDatabaseAsync(db => db.ServiceCharges.Where(found => found.Name == "Kept").Select(found => found.Id).SingleAsync());
        var changed = (await RefusedAsync(admin, "/taxes", $"/taxes/charges/{id}", new() { ["Name"] = "Other", ["Rate"] = "500", ["Classes"] = "Av" })).FormTo($"/taxes/charges/{id}");
        Assert.Equal(("Other", "500"), (Value(changed, "Name"), Value(changed, "Rate")));
        Assert.Equal(["Av"], Ticked(changed, "Classes"));
    }

    [Fact]
    public async Task Refused_limits_stand_as_typed_also_when_somebody_else_was_first()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var form = (await RefusedAsync(admin, "/limits", "/limits/Finance", new() { ["MaximumDiscount"] = "101", ["MayForceSpace"] = "true" })).FormTo("/limits/Finance");
        Assert.Equal("101", Value(form, "MaximumDiscount"));
        Assert.Equal(["true"], Ticked(form, "MayForceSpace"));
        var stale = await RefusedAsync(admin, "/limits", "/limits/Finance", new() { ["MaximumDiscount"] = "33", ["Version"] = "77" });
        Assert.Equal("33", Value(stale.FormTo("/limits/Finance"), "MaximumDiscount"));
        Assert.NotEqual("33", Value(stale.FormTo("/limits/Sales"), "MaximumDiscount"));
    }

    [Fact]
    public async Task A_refused_series_number_deputy_and_role_stand_as_chosen()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var series = await RefusedAsync(admin, "/series", "/series?kind=CancellationFee", new() { ["last"] = "-7" });
        Assert.Equal("-7", Value(series.FormTo("/series?kind=CancellationFee"), "last"));
        Assert.NotNull(series.FormTo("/series?kind=CancellationFee").QuerySelector(".invalid-feedback"));

        var people = await site.InDatabaseAsync(db => db.Users.ToDictionaryAsync(user => user.Email!, user => user.Id.ToString(CultureInfo.InvariantCulture)));
        var deputy = (await RefusedAsync(admin, "/me", "/me/deputies", new() { ["DeputyId"] = people["finance@demo.example"], ["From"] = "2027-01-09", ["Until"] = "2027-01-01" })).FormTo("/me/deputies");
        Assert.Equal((people["finance@demo.example"], "2027-01-01"), (Value(deputy, "DeputyId"), Value(deputy, "Until")));

        var self = $"/users/{people["admin@demo.example"]}";
        var role = (await RefusedAsync(admin, self, self + "/role", new() { ["role"] = Role.Finance })).FormTo(self + "/role");
        Assert.Equal(Role.Finance, Value(role, "role"));
        Assert.Contains("yourself", role.QuerySelector(".invalid-feedback")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reasons_and_names_typed_on_a_bookings_page_stay()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var id = await site.InDatabaseAsync(db => db.Bookings.Where(found => found.Name == "Board retreat").OrderBy(found => found.Id).Select(found => found.Id).FirstAsync());
        var (page, accept) = ($"/bookings/{id}", $"/bookings/{id}/accept");
        var refused = await RefusedAsync(sales, page, accept, new() { ["name"] = "", ["purchaseOrder"] = "PO 9" });
        Assert.Equal("PO 9", Value(refused.FormTo(accept), "purchaseOrder"));

        var lose = (await RefusedAsync(sales, page, page + "/lose", new() { ["reason"] = " " })).FormTo(page + "/lose");
        Assert.NotNull(lose.Closest("details[open]"));
        Assert.Null((await sales.PageAsync(page)).FormTo(page + "/lose").Closest("details[open]"));

        var manager = await site.SignedInAsync("manager@demo.example");
        var approval = await site.InDatabaseAsync(async db =>
        {
            var asked = new Approval(ApprovalKind.Credit, (await db.Bookings.SingleAsync(booking => booking.Id == id)).PropertyId, id, null, site.Clock.GetCurrentInstant(), "Why", "What");
            db.Approvals.Add(asked);
            await db.SaveChangesAsync();
            return asked.Id;
        });
        var answer = new string('x', Approval.LongestText + 1);
        var inbox = await RefusedAsync(manager, "/inbox", $"/inbox/approvals/{approval}/approve", new() { ["answer"] = answer });
        Assert.Equal(answer, Value(inbox.FormTo($"/inbox/approvals/{approval}/approve"), "answer"));
    }

    [Theory]
    [InlineData("/holidays", "/holidays/new")]
    [InlineData("/second-factor", "/second-factor/on")]
    [InlineData("/password", "/password")]
    public async Task Each_form_sums_up_what_is_wrong(string page, string address)
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var refused = await RefusedAsync(admin, page, address, page == "/holidays" ? new() { ["on"] = "someday", ["name"] = "Kept" } : page == "/password" ? new() { ["Email"] = "nobody" } : new() { ["code"] = "12" });
        Assert.NotNull(refused.QuerySelector(".alert-danger"));
        if (page == "/holidays") Assert.Equal("Kept", Value(refused.FormTo(address), "name"));
    }

    private static async Task<IHtmlDocument> RefusedAsync(HotelBrowser browser, string page, string address, Dictionary<string, string> typed)
    {
        using var answer = await browser.SendShownAsync(page, address, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return await HotelBrowser.ParseAsync(answer);
    }

    private static string Value(IHtmlFormElement form, string name) => form.Elements.First(element => element.GetAttribute("name") == name) switch
    {
        IHtmlSelectElement list => list.Value ?? "", IHtmlInputElement input => input.Value, IHtmlTextAreaElement text => text.Value, _ => "",
    };

    private static IEnumerable<string> Ticked(IHtmlFormElement form, string name) => form.Elements.OfType<IHtmlInputElement>().Where(box => box.Name == name && box.IsChecked).Select(box => box.Value);
}
