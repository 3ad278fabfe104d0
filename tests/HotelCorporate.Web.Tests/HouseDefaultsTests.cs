using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Desk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class HouseDefaultsOnSqlite(SqliteSite site) : HouseDefaultsTests(site), IClassFixture<SqliteSite>;

public sealed class HouseDefaultsOnPostgres(PostgresSite site) : HouseDefaultsTests(site), IClassFixture<PostgresSite>;

/// <summary>Each default of the house is changed in the settings, and the next offer, option, invoice or task follows it.</summary>
public abstract class HouseDefaultsTests(HotelSiteFixture site)
{
    [Fact]
    public async Task An_offer_is_valid_and_an_option_runs_so_many_days()
    {
        await SetAsync(("QuoteValidDays", "21"), ("OptionDays", "9"));
        var (sales, booking) = await InquiryAsync(new LocalDate(2027, 9, 1));
        Assert.Equal("2026-12-15", (await sales.PageAsync($"/bookings/{booking}/quotes/new")).QuerySelector("[name=ValidUntil]")!.GetAttribute("value"));
        Assert.Equal("2026-12-03", (await sales.PageAsync($"/bookings/{booking}")).QuerySelector("[name=optionOn]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_accepted_offer_waits_so_many_days_for_its_deposit()
    {
        await SetAsync(("WaitingDays", "12"), ("Deposits", "30% at signing; 20% 10 days before"));
        var (sales, booking) = await InquiryAsync(new LocalDate(2027, 9, 2));
        var quote = await SentAsync(sales, booking);
        var terms = (await sales.PageAsync($"/bookings/{booking}/quotes/{quote}")).QuerySelector("main")!.TextContent;
        Assert.Contains("300.00 EUR", terms, StringComparison.Ordinal);
        Assert.Contains("200.00 EUR", terms, StringComparison.Ordinal);
        await AcceptAsync(sales, booking);
        Assert.Equal((BookingStatus.Tentative, (LocalDate?)new LocalDate(2026, 12, 6)), await site.InDatabaseAsync(async db => await db.Bookings.Where(found => found.Id == booking).Select(found => new ValueTuple<BookingStatus, LocalDate?>(found.Status, found.OptionOn)).SingleAsync()));
    }

    [Fact]
    public async Task Cancelling_costs_what_the_house_says()
    {
        await SetAsync(("Cancellation", "0-400:40"), ("Deposits", ""));
        var (sales, booking) = await InquiryAsync(new LocalDate(2027, 9, 3));
        await SentAsync(sales, booking);
        await AcceptAsync(sales, booking);
        var page = (await sales.PageAsync($"/bookings/{booking}")).QuerySelector("main")!.TextContent;
        Assert.Contains("Today it costs 333.33 EUR", page, StringComparison.Ordinal); // 40 % of 1,000.00 less 20 % tax inside
    }

    [Fact]
    public async Task Office_hours_days_and_holidays_say_until_when_a_promoted_client_may_sign()
    {
        await SetAsync(("PromotionHours", "3"), ("OfficeOpens", "10"), ("OfficeCloses", "12"));
        Assert.Equal(Local(2026, 11, 25, 11), await PromotedUntilAsync(new LocalDate(2027, 9, 6)));

        var admin = await site.SignedInAsync("admin@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/holidays/new", new() { ["on"] = "2026-11-25", ["name"] = "House day" }, "/holidays")).StatusCode);
        Assert.Equal(Local(2026, 11, 26, 11), await PromotedUntilAsync(new LocalDate(2027, 9, 7)));

        await SetAsync(("OfficeDays[Thursday]", "false"));
        Assert.Equal(Local(2026, 11, 27, 11), await PromotedUntilAsync(new LocalDate(2027, 9, 8)));
        await SetAsync(("OfficeDays[Thursday]", "true"), ("OfficeOpens", "9"), ("OfficeCloses", "17"), ("PromotionHours", "16"));
        await site.InDatabaseAsync(db => db.Holidays.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task An_invoice_is_due_after_so_many_days()
    {
        await SetAsync(("PaymentDays", "45"), ("Deposits", ""), ("GuaranteeDays", "0"));
        var (sales, booking) = await InquiryAsync(new LocalDate(2026, 11, 24), from: "10", until: "11");
        await SentAsync(sales, booking);
        await AcceptAsync(sales, booking);
        site.Clock.Advance(Duration.FromHours(2));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/begin", [], $"/bookings/{booking}")).StatusCode);
        var function = await site.InDatabaseAsync(db => db.Functions.Where(found => found.BookingId == booking).Select(found => found.Id).SingleAsync());
        await sales.PostAsync($"/bookings/{booking}/numbers/{function}", new() { ["actual"] = "30" }, $"/bookings/{booking}");
        var finance = await site.SignedInAsync("finance@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await finance.PostAsync($"/bookings/{booking}/invoices/final", [], $"/bookings/{booking}/invoices/final")).StatusCode);
        site.Clock.Advance(Duration.FromHours(-2));
        Assert.Equal(new LocalDate(2027, 1, 8), await site.InDatabaseAsync(db => db.Invoices.Where(found => found.BookingId == booking && found.Kind == InvoiceKind.Final).Select(found => found.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task Set_up_takes_the_minutes_of_the_house_in_a_new_function_and_in_the_search()
    {
        await SetAsync(("Styles[Theatre].SetUp", "20"), ("Styles[Theatre].TearDown", "10"));
        var (_, booking) = await InquiryAsync(new LocalDate(2027, 9, 9));
        var function = await site.InDatabaseAsync(db => db.Functions.AsNoTracking().SingleAsync(found => found.BookingId == booking));
        Assert.Equal((20, 10), (function.SetUpMinutes, function.TearDownMinutes));
        await SetAsync(("Styles[Theatre].SetUp", "45"), ("Styles[Theatre].TearDown", "30"));
        Assert.Equal("", await site.InDatabaseAsync(db => db.Properties.Where(property => property.Code == "TIA").Select(property => property.StyleMinutes).SingleAsync()));
    }

    [Fact]
    public async Task An_agreement_is_called_expiring_so_many_days_before_its_end()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        await SetAsync(("ExpiringDays", "10"));
        var before = (await sales.PageAsync("/agreements?label=Expiring")).QuerySelectorAll("tbody tr").Length;
        await SetAsync(("ExpiringDays", "60"));
        Assert.Equal(before + 1, (await sales.PageAsync("/agreements?label=Expiring")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task What_was_sent_keeps_its_dates_whatever_the_settings_say_since()
    {
        await SetAsync(("MenuChoiceDays", "14"), ("GuaranteeDays", "3"), ("GuaranteeTime", "10"), ("Deposits", ""));
        var (sales, booking) = await InquiryAsync(new LocalDate(2027, 9, 10));
        var quote = await SentAsync(sales, booking);
        var link = await LinkAsync(booking);
        var before = await OfferAsync();
        Assert.Contains("Fri 27 Aug 2027", before, StringComparison.Ordinal);
        Assert.Contains("Tue 7 Sep", before, StringComparison.Ordinal);
        var sheet = await SheetAsync(quote);

        await SetAsync(("MenuChoiceDays", "30"), ("GuaranteeDays", "5"));
        var admin = await site.SignedInAsync("admin@demo.example");
        await admin.PostAsync("/holidays/new", new() { ["on"] = "2027-09-08", ["name"] = "New holiday" }, "/holidays");
        site.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(before, await OfferAsync());
        Assert.Equal(sheet, await SheetAsync(quote));
        site.Clock.Advance(Duration.FromDays(-1));

        await SentAsync(sales, booking); // the next version follows the settings
        link = await LinkAsync(booking);
        Assert.Contains("Wed 11 Aug 2027", await OfferAsync(), StringComparison.Ordinal);
        await SetAsync(("MenuChoiceDays", "14"), ("GuaranteeDays", "3"));
        await site.InDatabaseAsync(db => db.Holidays.ExecuteDeleteAsync());

        async Task<string> OfferAsync() => (await site.Browser().PageAsync(link)).QuerySelector("main")!.TextContent;
    }

    [Fact]
    public async Task The_final_number_goes_down_until_its_deadline_and_only_up_afterwards()
    {
        await SetAsync(("GuaranteeDays", "3"), ("GuaranteeTime", "10"), ("Deposits", ""));
        var (sales, booking) = await InquiryAsync(new LocalDate(2026, 11, 27)); // three business days before is today
        await SentAsync(sales, booking);
        await AcceptAsync(sales, booking);
        var function = await site.InDatabaseAsync(db => db.Functions.Where(found => found.BookingId == booking).Select(found => found.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, await GuaranteeAsync("25"));
        await SetAsync(("GuaranteeDays", "1")); // the contract keeps its own
        site.Clock.Advance(Duration.FromHours(2));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await GuaranteeAsync("24"));
        Assert.Equal(HttpStatusCode.Redirect, await GuaranteeAsync("28"));
        site.Clock.Advance(Duration.FromHours(-2));
        await SetAsync(("GuaranteeDays", "3"));
        Assert.Equal(28, await site.InDatabaseAsync(db => db.Functions.Where(found => found.Id == function).Select(found => found.Guaranteed).SingleAsync()));

        async Task<HttpStatusCode> GuaranteeAsync(string people) =>
            (await sales.PostAsync($"/bookings/{booking}/numbers/{function}", new() { ["guaranteed"] = people }, $"/bookings/{booking}")).StatusCode;
    }

    private static Instant Local(int year, int month, int day, int hour) => new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Tirane"]).ToInstant();

    /// <summary>Saves the hotel's settings as they stand, but for these.</summary>
    private async Task SetAsync(params (string Name, string Value)[] fields)
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/settings/hotel", "/settings/hotel", fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal))).StatusCode);
    }

    /// <summary>An inquiry of a company without an agreement, for Balmoral.</summary>
    private async Task<(HotelBrowser Sales, int Booking)> InquiryAsync(LocalDate day, string from = "9", string until = "17")
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var company = await site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "House defaults").Select(account => (int?)account.Id).SingleOrDefaultAsync());
        if (company is null)
        {
            var opened = await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "House defaults Ltd", ["TradeName"] = "House defaults", ["Language"] = "en", ["ContactName"] = "Ann Client", ["ContactEmail"] = "ann@defaults.example" });
            company = int.Parse(opened.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
        }

        var space = await site.InDatabaseAsync(db => db.Spaces.Where(found => found.Name == "Balmoral").Select(found => found.Id).SingleAsync());
        var answer = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = $"Defaults {day.Month}/{day.Day}", ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = NodaTime.Text.LocalDatePattern.Iso.Format(day), ["Functions[0].From"] = from,
            ["Functions[0].Until"] = until, ["Functions[0].SpaceId"] = $"{space}", ["Functions[0].Style"] = nameof(SetupStyle.Theatre), ["Functions[0].People"] = "30",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (sales, int.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture));
    }

    /// <summary>An offer of 1,000.00 with its tax, gone out.</summary>
    private static async Task<int> SentAsync(HotelBrowser sales, int booking)
    {
        var address = $"/bookings/{booking}/quotes/new";
        var saved = await sales.SendShownAsync(address, address, new() { ["Functions[0].PackageId"] = "", ["Functions[0].Hire"] = "1000" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var quote = saved.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(quote + "/send", [], quote)).StatusCode);
        return int.Parse(quote.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static async Task AcceptAsync(HotelBrowser sales, int booking) =>
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/accept", new() { ["name"] = "Ann Client", ["acceptedOn"] = "2026-11-24" }, $"/bookings/{booking}")).StatusCode);

    private async Task<string> LinkAsync(int booking)
    {
        var facts = await site.InDatabaseAsync(db => db.Outbox.Where(mail => mail.BookingId == booking && mail.Kind == Domain.Messages.MailKind.QuoteSent).OrderByDescending(mail => mail.Id).Select(mail => mail.Facts).FirstAsync());
        var link = HotelCorporate.Web.Mail.MailFactsJson.Read(facts).Link;
        return link[link.IndexOf("/offers/", StringComparison.Ordinal)..];
    }

    /// <summary>What the PDF is written from.</summary>
    private Task<string> SheetAsync(int quote) => site.InDatabaseAsync(async db =>
    {
        var desk = new QuoteDesk(db, (HotelCorporate.Web.Mail.SignedLinks)site.Services.GetService(typeof(HotelCorporate.Web.Mail.SignedLinks))!, site.Clock);
        var sheet = desk.Sheet((await desk.ReadAsync(quote, CancellationToken.None))!);
        return NodaTime.Text.LocalDatePattern.Iso.Format(sheet.DatedOn) + string.Join('\n', sheet.Deadlines);
    });

    /// <summary>One holds the room, another waits; the first gives it back: until when may the other sign?</summary>
    private async Task<Instant?> PromotedUntilAsync(LocalDate day)
    {
        var (sales, first) = await InquiryAsync(day);
        var (_, second) = await InquiryAsync(day);
        foreach (var id in new[] { first, second })
            Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{id}/option", new() { ["optionOn"] = "2026-11-24" }, $"/bookings/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{first}/give-back", [], $"/bookings/{first}")).StatusCode);
        return await site.InDatabaseAsync(db => db.Bookings.Where(found => found.Id == second).Select(found => found.OptionEndsAt).SingleAsync());
    }
}
