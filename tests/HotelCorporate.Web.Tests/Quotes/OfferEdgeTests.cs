using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Quotes;

public sealed class OfferEdgesOnSqlite(SqliteSite site) : OfferEdgeTests(site), IClassFixture<SqliteSite>;

public sealed class OfferEdgesOnPostgres(PostgresSite site) : OfferEdgeTests(site), IClassFixture<PostgresSite>;

/// <summary>What nobody should type, sell, open or accept, and does.</summary>
public abstract class OfferEdgeTests(HotelSiteFixture site)
{
    [Theory]
    [InlineData("0")]
    [InlineData("1000000")]
    [InlineData("500")] // Balmoral takes 70
    public async Task Nobody_or_more_than_fit_are_no_party(string people)
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (booking, draft) = await DraftAsync(sales, "Impossible party", new LocalDate(2027, 3, 2));
        using var asked = await sales.SendShownAsync(draft + "/alternative", draft + "/alternative", new() { ["Functions[0].People"] = people, ["Functions[0].Date"] = "2027-03-09", ["AlternativeName"] = "Kept" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = await HotelBrowser.ParseAsync(asked);
        Assert.NotEmpty(page.QuerySelectorAll(".is-invalid"));
        Assert.Equal((people, "Kept"), (page.QuerySelector("[name='Functions[0].People']")!.GetAttribute("value"), page.QuerySelector("[name=AlternativeName]")!.GetAttribute("value")));
        using var inquiry = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{(await site.ReadAsync(booking)).AccountId}", ["Name"] = "Impossible", ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = "2027-03-02", ["Functions[0].From"] = "9", ["Functions[0].Until"] = "17",
            ["Functions[0].SpaceId"] = $"{await site.SpaceAsync("Balmoral")}", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = people,
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, inquiry.StatusCode);
        Assert.Equal(people, (await HotelBrowser.ParseAsync(inquiry)).QuerySelector("[name='Functions[0].People']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_room_of_another_hotel_is_no_room_of_an_alternative()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (_, draft) = await DraftAsync(sales, "Far away", new LocalDate(2027, 3, 5));
        var foreign = await site.InDatabaseAsync(db => db.Spaces.Where(space => db.Properties.Any(hotel => hotel.Id == space.PropertyId && hotel.Code == "NYC")).Select(space => space.Id).FirstAsync());
        using var refused = await sales.SendShownAsync(draft + "/alternative", draft + "/alternative", new() { ["Functions[0].SpaceId"] = $"{foreign}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("This hotel has no such room", (await HotelBrowser.ParseAsync(refused)).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Functions[0].Price", "-1", "between 0 and 1,000,000")]
    [InlineData("Functions[0].Price", "1000001", "between 0 and 1,000,000")]
    [InlineData("Functions[0].Price", "much", "number")]
    [InlineData("Functions[0].Discount", "101", "between 0 and 100 %")]
    [InlineData("Functions[0].Hire", "-5", "between 0 and 1,000,000")]
    [InlineData("Discount", "100.5", "between 0 and 100 %")]
    [InlineData("Extras[0].Price", "-0.01", "between 0 and 1,000,000")]
    [InlineData("Extras[0].Quantity", "0", "above zero")]
    [InlineData("Minimum", "-20000", "above 0")]
    [InlineData("ValidUntil", "2026-11-23", "is over")]
    public async Task A_wrong_number_is_told_at_its_field_and_nothing_typed_is_lost(string field, string typed, string says)
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var booking = await site.InquiryAsync(sales, "Wrong number", new LocalDate(2027, 3, 16));
        var (form, package) = (booking + "/quotes/new", await site.PackageAsync("DDR"));
        using var refused = await sales.SendShownAsync(form, form, new(new Dictionary<string, string>
        {
            ["Functions[0].PackageId"] = $"{package}", ["Extras[0].Description"] = "Flowers", ["Extras[0].Quantity"] = "2", ["Extras[0].Price"] = "30", ["DiscountReason"] = "A good client", ["Remarks"] = "Kept as typed", ["ApprovalReason"] = "They come each year",
        }) { [field] = typed });
        Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity, $"{field} {typed} answered {(int)refused.StatusCode}");
        var page = await HotelBrowser.ParseAsync(refused);
        Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.True(page.QuerySelector($"[name='{field}']")!.ClassList.Contains("is-invalid") || field == "Extras[0].Quantity", $"{field} is not marked");
        Assert.Equal(typed, page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
        Assert.Equal("Kept as typed", page.QuerySelector("[name=Remarks]")!.TextContent);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Quotes.CountAsync(quote => quote.BookingId == OfferSteps.IdOf(booking))));
    }

    [Fact]
    public async Task Between_two_steps_the_lower_one_holds_and_outside_its_days_the_package_is_refused()
    {
        var (sales, manager, tax) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"), await site.TaxAsync());
        var typed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Code"] = "STEPS", ["Name"] = "Stepped day", ["Kind"] = "FullDay", ["ValidFrom"] = "2027-01-01", ["ValidTo"] = "2027-06-30", ["MinimumDelegates"] = "5", ["MaximumDelegates"] = "60",
            ["Parts[0].Name"] = "Lunch", ["Parts[0].Amount"] = "50", ["Parts[0].RevenueClass"] = "Food", ["Steps[0].From"] = "20", ["Steps[0].Price"] = "46", ["Steps[1].From"] = "40", ["Steps[1].Price"] = "40",
        };
        using var taxless = await manager.SendShownAsync("/packages/new", "/packages/new", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taxless.StatusCode);
        Assert.Contains("tax", (await HotelBrowser.ParseAsync(taxless)).QuerySelector("[role=alert]")!.TextContent, StringComparison.OrdinalIgnoreCase);
        typed["Parts[0].TaxCodeId"] = $"{tax}";
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync("/packages/new", "/packages/new", typed)).StatusCode);
        var package = await site.PackageAsync("STEPS");
        foreach (var (people, unit) in new[] { (19, 50m), (20, 46m), (39, 46m), (40, 40m), (4, 50m) })
        {
            var booking = await site.InquiryAsync(sales, $"Party of {people}", new LocalDate(2027, 3, 23), people);
            var line = Assert.Single((await site.QuoteAsync(await sales.PricedAsync(booking, new() { ["Functions[0].PackageId"] = $"{package}" }))).Lines);
            Assert.Equal((Math.Max(5, people), unit), ((int)line.Quantity, line.Unit.Amount));
        }

        foreach (var day in new[] { new LocalDate(2027, 7, 1), new LocalDate(2026, 12, 30) })
        {
            var late = await site.InquiryAsync(sales, "Out of its days", day);
            using var refused = await sales.SendShownAsync(late + "/quotes/new", late + "/quotes/new", new() { ["Functions[0].PackageId"] = $"{package}" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("Stepped day", (await HotelBrowser.ParseAsync(refused)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_offered_stays_when_its_package_is_retired_and_can_be_accepted_as_it_was_sold()
    {
        await site.WithoutDepositsAsync();
        var (sales, manager, package) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"), await site.PackageAsync("GALA"));
        var booking = await site.InquiryAsync(sales, "Gala of old", new LocalDate(2027, 3, 30), 40, style: "Banquet", from: "19", until: "23");
        var draft = await sales.PricedAsync(booking, new() { ["Functions[0].PackageId"] = $"{package}" });
        var link = await sales.SentAsync(draft);
        var gross = (await site.QuoteAsync(draft)).Gross;
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync($"/packages/{package}/edit", $"/packages/{package}/edit", new() { ["Parts[1].TakeOut"] = "true", ["Parts[0].Amount"] = "99" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/packages/{package}/retire", [], $"/packages/{package}")).StatusCode);
        var page = (await site.Browser().PageAsync(link)).Words();
        foreach (var says in new[] { "Three courses", "Wine and water", "2,600.00" }) Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("2,600.00", (await sales.PageAsync(draft)).Words(), StringComparison.Ordinal);

        using var newer = await sales.SendShownAsync(booking + "/quotes/new", booking + "/quotes/new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, newer.StatusCode); // not offered anew
        Assert.Contains("no longer sold", (await HotelBrowser.ParseAsync(newer)).Words(), StringComparison.Ordinal);
        using var accepted = await site.AcceptedAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal((BookingStatus.Definite, gross, 2_600m), ((await site.ReadAsync(booking)).Status, (await site.QuoteAsync(draft)).Gross, gross.Amount));
    }

    [Fact]
    public async Task A_link_that_is_handed_on_opens_this_offer_alone_and_a_changed_one_nothing()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (booking, draft) = await DraftAsync(sales, "Handed on", new LocalDate(2027, 3, 4));
        var link = await sales.SentAsync(draft);
        var friend = site.Browser();
        Assert.Contains("Handed on", (await friend.PageAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { link + "/offer.pdf", link + "/offer.xlsx", link + "/programme.ics" }) Assert.Equal(HttpStatusCode.OK, (await friend.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await friend.GetAsync(link + "/certificate.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await friend.GetAsync(booking)).StatusCode); // to the sign-in
        var changed = link[..^4] + (link[^4..] == "AAAA" ? "BBBB" : "AAAA");
        using var nothing = await friend.GetAsync(changed);
        Assert.DoesNotContain("Handed on", await nothing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, nothing.StatusCode);
        using var taken = await sales.PostAsync(draft + "/revoke", [], draft);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Empty((await friend.PageAsync(link)).QuerySelectorAll("[name=seen]"));
    }

    [Fact]
    public async Task What_is_over_or_taken_already_or_replaced_is_not_accepted_and_the_attempt_is_kept()
    {
        await site.WithoutDepositsAsync();
        var sales = await site.SignedInAsync("sales@demo.example");
        var (late, lateDraft) = await DraftAsync(sales, "Too late", new LocalDate(2027, 3, 8));
        var (replaced, firstDraft) = await DraftAsync(sales, "Replaced", new LocalDate(2027, 3, 11));
        var (lateLink, firstLink) = (await sales.SentAsync(lateDraft), await sales.SentAsync(firstDraft));
        var (lateHash, firstHash) = ((await site.QuoteAsync(lateDraft)).SeenHash!, (await site.QuoteAsync(firstDraft)).SeenHash!);

        var second = await sales.PricedAsync(replaced, new() { ["Functions[0].Hire"] = "750" });
        var secondLink = await sales.SentAsync(second);
        await RefusedAsync(firstLink, firstHash, "A newer version of this offer was sent", replaced);
        using (var accepted = await site.AcceptedAsync(secondLink)) Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        await RefusedAsync(secondLink, (await site.QuoteAsync(second)).SeenHash!, "accepted already", replaced);
        Assert.Equal((BookingStatus.Definite, 1), ((await site.ReadAsync(replaced)).Status, await site.InDatabaseAsync(db => db.Quotes.CountAsync(quote => quote.BookingId == OfferSteps.IdOf(replaced) && quote.Status == QuoteStatus.Accepted))));

        site.Clock.Advance(Duration.FromDays(20));
        await RefusedAsync(lateLink, lateHash, "This offer was valid until", late);
        site.Clock.Advance(Duration.FromDays(-20));
        Assert.Null((await site.ReadAsync(late)).AcceptedBy);
    }

    private async Task RefusedAsync(string link, string hash, string says, string booking)
    {
        var before = await AttemptsAsync();
        using var refused = await site.Browser().PostAsync(link + "/accept", new() { ["name"] = "Ann Client", ["seen"] = hash }, "/sign-in"); // its own page has no form any more
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(says, (await HotelBrowser.ParseAsync(refused)).Words(), StringComparison.Ordinal);
        Assert.Equal(before + 1, await AttemptsAsync());

        Task<int> AttemptsAsync() => site.InDatabaseAsync(async db => (await db.Journal.AsNoTracking().Where(entry => entry.Subject == nameof(Booking) && entry.SubjectId == OfferSteps.IdOf(booking)).ToListAsync()).Count(entry => entry.Action.Contains("refused", StringComparison.Ordinal)));
    }

    private async Task<(string Booking, string Draft)> DraftAsync(HotelBrowser sales, string name, LocalDate day)
    {
        var booking = await site.InquiryAsync(sales, name, day);
        return (booking, await sales.PricedAsync(booking, new() { ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = "800" }));
    }
}
