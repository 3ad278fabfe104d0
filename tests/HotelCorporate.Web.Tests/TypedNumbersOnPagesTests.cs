using System.Net;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class TypedNumbersOnSqlite(SqliteSite site) : TypedNumbersOnPagesTests(site), IClassFixture<SqliteSite>;

public sealed class TypedNumbersOnPostgres(PostgresSite site) : TypedNumbersOnPagesTests(site), IClassFixture<PostgresSite>;

/// <summary>Who works in Albanian opens a form, changes nothing, saves, and nothing is changed or refused.</summary>
public abstract class TypedNumbersOnPagesTests(HotelSiteFixture site)
{
    [Fact]
    public async Task Settings_and_limits_are_saved_unchanged_in_albanian()
    {
        var admin = await InAlbanianAsync("admin@demo.example");
        await site.InDatabaseAsync(async db =>
        {
            var hotel = await db.Properties.SingleAsync(property => property.Code == "TIA");
            hotel.MinimumMargin = 0.2925m;
            return await db.SaveChangesAsync();
        });
        Assert.Equal("29,25", (await admin.PageAsync("/settings/hotel")).QuerySelector("[name=MinimumMargin]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/settings/hotel", "/settings/hotel")).StatusCode);
        Assert.Equal(0.2925m, await site.InDatabaseAsync(db => db.Properties.Where(property => property.Code == "TIA").Select(property => property.MinimumMargin).SingleAsync()));

        await site.InDatabaseAsync(async db =>
        {
            var sales = await db.RoleLimits.SingleAsync(limits => limits.Role == "Sales");
            sales.Set(0.075m, sales.MayPriceUnderFloor, sales.MayApproveCredit, sales.MayForceSpace);
            return await db.SaveChangesAsync();
        });
        var before = await LimitsAsync();
        foreach (var form in (await admin.PageAsync("/limits")).Forms.Where(form => form.GetAttribute("action")!.StartsWith("/limits/", StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/limits", form.GetAttribute("action")!)).StatusCode);
        Assert.Equal(before, await LimitsAsync());
    }

    [Fact]
    public async Task A_charge_and_an_agreement_are_saved_unchanged_in_albanian_and_a_comma_is_read()
    {
        var admin = await InAlbanianAsync("admin@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/taxes/charges/new", new() { ["Name"] = "Shërbim", ["Rate"] = "9,25", ["Classes"] = "Food", ["IsTaxable"] = "true" }, "/taxes")).StatusCode);
        var charge = await ChargeAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/taxes", $"/taxes/charges/{charge.Id}")).StatusCode);
        Assert.Equal((0.0925m, true), (charge.Rate, (await ChargeAsync()).IsTaxable));
        Assert.Equal(0.0925m, (await ChargeAsync()).Rate);

        var id = await site.InDatabaseAsync(async db =>
        {
            var known = await db.Agreements.OrderBy(found => found.Id).FirstAsync();
            var terms = known.Terms with { HireOff = 0.125m, Rates = [.. known.Terms.Rates.Select(rate => rate.OffBar is null ? rate with { Amount = 95.50m } : rate with { OffBar = 0.1275m })] };
            var draft = Agreement.Draft(known.AccountId, "Typed", terms);
            db.Agreements.Add(draft);
            await db.SaveChangesAsync();
            return draft.Id;
        });
        var sales = await InAlbanianAsync("sales@demo.example");
        var before = await TermsAsync(id);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync($"/agreements/{id}/edit", $"/agreements/{id}/edit")).StatusCode);
        Assert.Equal(before, await TermsAsync(id));
    }

    [Fact]
    public async Task A_quote_is_priced_with_points_and_commas_and_a_number_that_means_two_is_asked_again()
    {
        var sales = await InAlbanianAsync("sales@demo.example");
        var booking = await site.InDatabaseAsync(db => db.Bookings.Where(found => found.Name == "Board retreat").OrderBy(found => found.Id).Select(found => found.Id).FirstAsync());
        var page = $"/bookings/{booking}/quotes/new";
        using var priced = await sales.SendShownAsync(page, page, new() { ["Functions[0].PackageId"] = "", ["Functions[1].PackageId"] = "", ["Functions[0].Hire"] = "1.234,50", ["Functions[1].Hire"] = "99,5", ["Extras[0].Description"] = "Lule", ["Extras[0].Quantity"] = "2,5", ["Extras[0].Price"] = "9.25" });
        Assert.Equal(HttpStatusCode.Redirect, priced.StatusCode);
        var units = await site.InDatabaseAsync(async db => (await db.Quotes.Include(quote => quote.Lines).Where(quote => quote.BookingId == booking).OrderByDescending(quote => quote.Id).FirstAsync()).Lines.Select(line => (line.Unit.Amount, line.Quantity)).ToList());
        Assert.Contains((9.25m, 2.5m), units);
        Assert.Equal(2, units.Count(unit => unit.Amount is 1234.50m or 99.5m or 1111.05m or 89.55m)); // an agreement may take 10 % off hire

        using var asked = await sales.SendShownAsync(page, page, new() { ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = "1.234" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var again = await HotelBrowser.ParseAsync(asked);
        Assert.Equal("1.234", again.QuerySelector("[name='Functions[0].Hire']")!.GetAttribute("value"));
        Assert.Contains("dy mënyra", again.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HotelBrowser> InAlbanianAsync(string email)
    {
        var person = await site.SignedInAsync(email);
        Assert.Equal(HttpStatusCode.Redirect, (await person.SendShownAsync("/me", "/me", new() { ["Culture"] = "sq-AL" })).StatusCode);
        Assert.Equal("sq", (await person.PageAsync("/me")).DocumentElement.GetAttribute("lang"));
        return person;
    }

    private Task<ServiceCharge> ChargeAsync() => site.InDatabaseAsync(db => db.ServiceCharges.AsNoTracking().SingleAsync(charge => charge.Name == "Shërbim"));

    private Task<string> LimitsAsync() => site.InDatabaseAsync(async db => string.Join('\n', (await db.RoleLimits.AsNoTracking().OrderBy(limits => limits.Role).ToListAsync()).Select(limits =>
        FormattableString.Invariant($"{limits.Role} {limits.MaximumDiscount:0.####} {limits.MayPriceUnderFloor} {limits.MayApproveCredit} {limits.MayForceSpace}"))));

    private Task<string> TermsAsync(int id) => site.InDatabaseAsync(async db =>
    {
        var terms = (await db.Agreements.AsNoTracking().SingleAsync(agreement => agreement.Id == id)).Terms;
        return FormattableString.Invariant($"{terms.HireOff:0.####} {terms.AttritionAllowance:0.####} {string.Join(';', terms.Rates.Select(rate => FormattableString.Invariant($"{rate.RoomTypeId} {rate.Occupancy} {rate.Amount:0.##} {rate.OffBar:0.####} {rate.Ceiling:0.##}")))} {string.Join(';', terms.Packages.Select(package => FormattableString.Invariant($"{package.PackageId} {package.Price:0.##}")))}");
    });
}
