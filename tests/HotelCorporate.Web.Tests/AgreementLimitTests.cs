using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Tests;

public sealed class AgreementLimitsOnSqlite(SqliteSite site) : AgreementLimitTests(site), IClassFixture<SqliteSite>;

public sealed class AgreementLimitsOnPostgres(PostgresSite site) : AgreementLimitTests(site), IClassFixture<PostgresSite>;

/// <summary>An agreement is offered within the limits of whoever offers it, and stays with its own hotel.</summary>
public abstract class AgreementLimitTests(HotelSiteFixture site)
{
    [Fact]
    public async Task Within_the_sellers_limits_it_is_offered_at_once()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var agreement = await DraftAsync(sales, "Within", price: "66", hireOff: "10");
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(agreement + "/offer", [], agreement)).StatusCode);
        Assert.Equal(AgreementStatus.Offered, await StatusAsync(agreement));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(agreement + "/accept", new() { ["by"] = "A. Client" }, agreement)).StatusCode);
    }

    [Theory]
    [InlineData("30", "", "Day delegate rate: 30.00 EUR is under the floor")]
    [InlineData("60", "", "Day delegate rate: The discount of")]
    [InlineData("", "100", "Room hire is 100 % off")]
    public async Task Over_them_it_waits_for_a_manager_who_sees_what_would_change_and_why(string price, string hireOff, string says)
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var name = $"Over {price}{hireOff}";
        var agreement = await DraftAsync(sales, name, price, hireOff);
        Assert.Contains(says, (await sales.PageAsync(agreement)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(agreement + "/offer", [], agreement)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(agreement + "/offer", new() { ["reason"] = "They bring nine events" }, agreement)).StatusCode);
        Assert.Equal(AgreementStatus.Approval, await StatusAsync(agreement));
        foreach (var verb in new[] { "/offer", "/accept" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(agreement + verb, new() { ["reason"] = "Please", ["by"] = "A. Client" }, agreement)).StatusCode);

        var inbox = (await manager.PageAsync("/inbox")).QuerySelector("main")!;
        Assert.Contains(says, inbox.TextContent, StringComparison.Ordinal);
        Assert.Contains("They bring nine events", inbox.TextContent, StringComparison.Ordinal);
        Assert.NotNull(inbox.QuerySelector($"a[href='{agreement}']"));
        var id = await AskedAsync(agreement);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/inbox/approvals/{id}/approve", [], "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{id}/approve", new() { ["answer"] = $"Fine {name}" }, "/inbox")).StatusCode);
        Assert.Equal(AgreementStatus.Offered, await StatusAsync(agreement));
        Assert.Contains($"Fine {name}", (await sales.PageAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await site.InDatabaseAsync(db => db.Outbox.AnyAsync(mail => mail.Kind == MailKind.Decision && mail.RecipientAddress == "sales@demo.example" && mail.Facts.Contains(agreement))));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/inbox/approvals/{id}/read", [], "/inbox")).StatusCode);
    }

    [Fact]
    public async Task Refused_it_goes_back_to_draft_with_the_reason_and_can_be_changed()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var agreement = await DraftAsync(sales, "Refused", price: "40");
        await sales.PostAsync(agreement + "/offer", new() { ["reason"] = "Please" }, agreement);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(agreement + "/edit", new() { ["Name"] = "Meanwhile" })).StatusCode);
        var id = await AskedAsync(agreement);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{id}/refuse", new() { ["answer"] = "Not under cost" }, "/inbox")).StatusCode);
        Assert.Equal(AgreementStatus.Draft, await StatusAsync(agreement));
        Assert.Contains("Not under cost", (await sales.PageAsync(agreement)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not under cost", (await sales.PageAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);

        await sales.PostAsync(agreement + "/offer", new() { ["reason"] = "Once more" }, agreement);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(agreement + "/take-back", [], agreement)).StatusCode);
        Assert.Equal(AgreementStatus.Draft, await StatusAsync(agreement));
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Approvals.CountAsync(asked => asked.AgreementId == IdOf(agreement) && asked.Status == ApprovalStatus.Open)));
    }

    [Fact]
    public async Task Terms_changed_in_the_talks_are_not_accepted_before_they_are_offered()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var agreement = await DraftAsync(sales, "Talks", price: "66");
        await sales.PostAsync(agreement + "/offer", [], agreement);
        await sales.PostAsync(agreement + "/negotiate", new() { ["asked"] = "Less" }, agreement);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(agreement + "/edit", Fields(await FormAsync(sales, agreement + "/edit"), price: "1"), agreement + "/edit")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(agreement + "/accept", new() { ["by"] = "A. Client" }, agreement)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(agreement + "/offer", [], agreement)).StatusCode);
        Assert.Equal(AgreementStatus.Negotiating, await StatusAsync(agreement));
    }

    [Fact]
    public async Task An_agreement_is_changed_in_its_own_hotel_whichever_is_chosen()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var agreement = await DraftAsync(sales, "Own hotel", price: "66");
        var before = await TermsAsync(agreement);
        await sales.PostAsync("/property", new() { ["code"] = "NYC" }, "/");
        Assert.Contains("prices in EUR", (await sales.PageAsync(agreement + "/edit")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(agreement + "/edit", Fields(await FormAsync(sales, agreement + "/edit"), price: "65"), agreement + "/edit")).StatusCode);
        var after = await TermsAsync(agreement);
        Assert.Equal(before.PropertyIds, after.PropertyIds);
        Assert.Equal(("EUR", 65m), (after.CurrencyCode, after.Packages.Single().Price));
    }

    [Fact]
    public async Task Rooms_and_packages_of_another_hotel_are_refused_at_their_fields()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (type, package) = await site.InDatabaseAsync(async db =>
        {
            var other = await db.Properties.Where(property => property.Code == "NYC").Select(property => property.Id).SingleAsync();
            return (await db.RoomTypes.Where(found => found.PropertyId == other).Select(found => found.Id).FirstAsync(), await db.Packages.Where(found => found.PropertyId == other).Select(found => found.Id).FirstAsync());
        });
        var address = await NewAddressAsync();
        var fields = Fields(await FormAsync(sales, address), "Foreign", price: "50");
        (fields["Packages[0].PackageId"], fields[$"Cells[{type}-Single-0-0]"]) = (Text(package), "90");
        using var refused = await sales.PostAsync("/agreements/new", fields, address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Contains("is-invalid", page.QuerySelector("[name='Packages[0].Price']")!.ClassName, StringComparison.Ordinal);
        Assert.Contains("is-invalid", page.QuerySelector($"[name='Cells[{type}-Single-0-0]']")!.ClassName, StringComparison.Ordinal);
        Assert.Equal("50", page.QuerySelector("[name='Packages[0].Price']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_works_for_one_hotel_sees_no_agreement_of_another_on_a_companys_page()
    {
        var (sales, other) = (await site.SignedInAsync("sales@demo.example"), await site.JoinedAsync("ny-sales@demo.example", Role.Sales, "NYC"));
        await DraftAsync(sales, "Only in Tirana", price: "66");
        var account = await AccountAsync();
        Assert.Contains("Only in Tirana", (await sales.PageAsync($"/accounts/{account}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Only in Tirana", (await other.PageAsync($"/accounts/{account}")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static int IdOf(string agreement) => int.Parse(agreement.Split('/')[^1], CultureInfo.InvariantCulture);

    private Task<AgreementStatus> StatusAsync(string agreement) => site.InDatabaseAsync(db => db.Agreements.Where(found => found.Id == IdOf(agreement)).Select(found => found.Status).SingleAsync());

    private async Task<AgreementTerms> TermsAsync(string agreement) => (await site.InDatabaseAsync(db => db.Agreements.AsNoTracking().SingleAsync(found => found.Id == IdOf(agreement)))).Terms;

    private Task<int> AskedAsync(string agreement) => site.InDatabaseAsync(db => db.Approvals.Where(asked => asked.AgreementId == IdOf(agreement) && asked.Status == ApprovalStatus.Open).Select(asked => asked.Id).SingleAsync());

    private Task<int> AccountAsync() => site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Lumen Audit").Select(account => account.Id).SingleAsync());

    private async Task<string> NewAddressAsync() => $"/agreements/new?accountId={await AccountAsync()}";

    private async Task<string> DraftAsync(HotelBrowser sales, string name, string price = "", string hireOff = "")
    {
        var address = await NewAddressAsync();
        var made = await sales.PostAsync("/agreements/new", Fields(await FormAsync(sales, address), name, price, hireOff), address);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return made.Headers.Location!.OriginalString;
    }

    private static Dictionary<string, string> Fields(Dictionary<string, string> form, string? name = null, string price = "", string hireOff = "")
    {
        if (name is not null) form["Name"] = name;
        (form["ValidFrom"], form["ValidTo"], form["Packages[0].Price"], form["HireOff"]) = ("2027-01-01", "2027-06-30", price, hireOff);
        return form;
    }

    private static async Task<Dictionary<string, string>> FormAsync(HotelBrowser sales, string page)
    {
        var form = (await sales.PageAsync(page)).Forms.First(form => form.QuerySelector("[name=ValidFrom]") is not null);
        return form.Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Where(input => input.Name is { } name && !name.StartsWith("__", StringComparison.Ordinal) && name != "form-token" && (input.Type != "checkbox" || input.IsChecked))
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
    }
}
