using System.Net;
using HotelCorporate.Domain.Properties;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SkiaSharp;

namespace HotelCorporate.Web.Tests;

public sealed class SettingsOnSqlite(SqliteSite site) : SettingsTests(site), IClassFixture<SqliteSite>;

public sealed class SettingsOnPostgres(PostgresSite site) : SettingsTests(site), IClassFixture<PostgresSite>;

/// <summary>What the house sets for itself: checked where it is typed, kept with its history.</summary>
public abstract class SettingsTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_hotels_settings_are_saved_with_what_changed_from_what_to_what()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var form = await FormAsync(admin);
        (form["OptionDays"], form["Bank"], form["OfficeCloses"]) = ("10", "Alpha Bank", "1830");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/settings/hotel", form)).StatusCode);
        var hotel = await TiranaAsync();
        Assert.Equal((10, "Alpha Bank", new LocalTime(18, 30)), (hotel.OptionDays, hotel.Bank, hotel.OfficeCloses));
        var history = (await admin.PageAsync("/settings/hotel")).Body!.TextContent;
        Assert.Contains("change days an option runs (7 \u2192 10)", history, StringComparison.Ordinal);
        Assert.DoesNotContain("change City", history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Iban", "AL47212110090000000235698742", "check digits")]
    [InlineData("Cancellation", "0-45:100; 50-90:75", "leave out")]
    [InlineData("Deposits", "a lot", "")]
    [InlineData("OfficeCloses", "8", "closes after it opens")]
    [InlineData("GuaranteeTime", "noon", "Type a time")]
    [InlineData("Email", "nobody", "e-mail")]
    [InlineData("OptionDays", "-1", "0 to 365")]
    [InlineData("Country", "Albania", "two capital letters")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_stored_or_lost(string field, string typed, string says)
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var form = await FormAsync(admin);
        var before = (await TiranaAsync()).Version;
        (form[field], form["Name"]) = (typed, "Typed name");
        using var answer = await admin.PostAsync("/settings/hotel", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await HotelBrowser.ParseAsync(answer);
        var shown = page.QuerySelector($"[name={field}]")!;
        Assert.Equal(typed, shown.GetAttribute("value") ?? shown.TextContent);
        Assert.Contains(says, shown.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Typed name", page.QuerySelector("[name=Name]")!.GetAttribute("value"));
        Assert.Equal(before, (await TiranaAsync()).Version);
    }

    [Fact]
    public async Task Settings_that_somebody_else_changed_meanwhile_are_not_overwritten_unseen()
    {
        var (one, other) = (await site.SignedInAsync("admin@demo.example"), await site.SignedInAsync("admin@demo.example"));
        var (mine, theirs) = (await FormAsync(one), await FormAsync(other));
        theirs["Phone"] = "+355 4 111";
        Assert.Equal(HttpStatusCode.Redirect, (await other.PostAsync("/settings/hotel", theirs)).StatusCode);
        mine["Phone"] = "+355 4 222";
        using var answer = await one.PostAsync("/settings/hotel", mine);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var text = (await HotelBrowser.ParseAsync(answer)).Body!.TextContent;
        Assert.Contains("+355 4 111", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_known_by_its_content_not_by_its_name()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UploadAsync(admin, "logo.png", "<svg onload=alert(1)>"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UploadAsync(admin, "logo.png", "GIF89a\x01\x00\x01\x00"u8.ToArray()));
        using var drawing = new SKBitmap(900, 300);
        drawing.Erase(SKColors.Teal);
        using var png = drawing.Encode(SKEncodedImageFormat.Jpeg, 90);
        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(admin, "logo.txt", [.. png.ToArray(), .. "<script>alert(1)</script>"u8.ToArray()]));
        var hotel = await TiranaAsync();
        using var shown = await site.Browser().GetAsync($"/logos/{hotel.LogoId}");
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        var bytes = await shown.Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain("script", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var back = SKBitmap.Decode(bytes);
        Assert.Equal((640, 213), (back.Width, back.Height));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/settings/logo/remove", [], "/settings/hotel")).StatusCode);
        Assert.Null((await TiranaAsync()).LogoId);
    }

    [Fact]
    public async Task Public_holidays_are_brought_in_once_and_no_business_day_counts_on_them()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await admin.PostAsync("/holidays/bring-in", [], "/holidays");
        var count = await site.InDatabaseAsync(db => db.Holidays.CountAsync());
        Assert.True(count > 30);
        await admin.PostAsync("/holidays/new", new() { ["on"] = "2027-02-01", ["name"] = "House day" }, "/holidays");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync("/holidays/new", new() { ["on"] = "2027-02-01", ["name"] = "Again" }, "/holidays")).StatusCode);
        Assert.Equal(count + 1, await site.InDatabaseAsync(db => db.Holidays.CountAsync()));

        // Wednesday 3 February 2027, three business days before: Monday is the house's day, so Thursday, Friday and Tuesday count.
        var hotel = await TiranaAsync();
        var office = await site.InDatabaseAsync(db => Desk.OfficeHours.OfficeAsync(db, hotel, CancellationToken.None));
        Assert.Equal(new LocalDate(2027, 1, 28), office.DaysBefore(new LocalDate(2027, 2, 3), 3));
    }

    [Fact]
    public async Task A_removed_holiday_is_put_back_by_one_press()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        await admin.PostAsync("/holidays/new", new() { ["on"] = "2030-03-04", ["name"] = "Founder's day" }, "/holidays");
        var id = await site.InDatabaseAsync(db => db.Holidays.Where(holiday => holiday.Name == "Founder's day").Select(holiday => holiday.Id).SingleAsync());
        await admin.PostAsync($"/holidays/{id}/remove", [], "/holidays");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/holidays", "/holidays/new")).StatusCode);
        Assert.Equal(new LocalDate(2030, 3, 4), await site.InDatabaseAsync(db => db.Holidays.Where(holiday => holiday.Name == "Founder's day").Select(holiday => holiday.On).SingleAsync()));
        Assert.Single((await admin.PageAsync("/holidays")).Forms, form => form.GetAttribute("action") == "/holidays/new");
    }

    [Theory]
    [InlineData("xx,yy", "cannot write in xx")]
    [InlineData("en,en2", "two small letters")]
    public async Task Languages_that_the_site_does_not_know_are_refused(string typed, string says)
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        using var answer = await admin.SendShownAsync("/settings/hotel", "/settings/hotel", new() { ["Languages"] = typed });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, (await HotelBrowser.ParseAsync(answer)).QuerySelector("#Languages-wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_is_written_to_in_the_languages_of_the_hotel()
    {
        var (admin, sales) = (await site.SignedInAsync("admin@demo.example"), await site.SignedInAsync("sales@demo.example"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendShownAsync("/settings/hotel", "/settings/hotel", new() { ["Languages"] = "sq" })).StatusCode);
        var offered = (await sales.PageAsync("/accounts/new")).QuerySelectorAll("[name=Language] option").Select(option => option.GetAttribute("value"));
        Assert.Equal(["sq"], offered);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "Language Ltd", ["Language"] = "en" })).StatusCode);
        await admin.SendShownAsync("/settings/hotel", "/settings/hotel", new() { ["Languages"] = "sq,en" });
        Assert.Equal(["sq", "en"], (await sales.PageAsync("/accounts/new")).QuerySelectorAll("[name=Language] option").Select(option => option.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync("/accounts/new", new() { ["LegalName"] = "Language Ltd", ["Language"] = "en" })).StatusCode);
    }

    [Fact]
    public async Task A_tax_code_takes_another_rate_from_a_day_on()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var id = await site.InDatabaseAsync(async db => (await db.TaxCodes.Where(code => code.Code == "STD").OrderBy(code => code.Id).FirstAsync()).Id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/taxes/{id}/rates", new() { ["rate"] = "120", ["from"] = "2028-01-01" }, "/taxes")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/taxes/{id}/rates", new() { ["rate"] = "22", ["from"] = "2028-01-01" }, "/taxes")).StatusCode);
        var code = await site.InDatabaseAsync(db => db.TaxCodes.AsNoTracking().Include(code => code.Rates).SingleAsync(code => code.Id == id));
        Assert.Equal((0.20m, 0.22m), (code.RateOn(new LocalDate(2027, 12, 31)), code.RateOn(new LocalDate(2028, 1, 1))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync("/taxes/charges/new", new() { ["Name"] = "Service", ["Rate"] = "10" }, "/taxes")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/taxes/charges/new", new() { ["Name"] = "Service", ["Rate"] = "10", ["Classes"] = "Beverage", ["IsTaxable"] = "true" }, "/taxes")).StatusCode);
        Assert.Contains("Service", (await admin.PageAsync("/taxes")).QuerySelectorAll("[name=Name]").Select(field => field.GetAttribute("value")));
    }

    [Fact]
    public async Task A_series_goes_on_after_another_system_until_its_first_document()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/series", new() { ["kind"] = "CancellationFee", ["last"] = "41" }, "/series")).StatusCode);
        Assert.Contains("FEE-TIA-2026-000042", (await admin.PageAsync("/series")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync("/series", new() { ["kind"] = "CancellationFee", ["last"] = "-1" }, "/series")).StatusCode);
    }

    [Fact]
    public async Task A_chain_opens_another_hotel_and_switches_to_it()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var form = await FormAsync(admin);
        (form["Name"], form["Code"], form["TimeZone"], form["Currency"]) = ("Hotel Vlora", "VLO", "Europe/Tirane", "EUR");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/settings/new-hotel", form)).StatusCode);
        Assert.Contains("Hotel Vlora", (await admin.PageAsync("/settings/hotel")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using var again = await admin.PostAsync("/settings/new-hotel", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        await admin.PostAsync("/property", new() { ["code"] = "TIA" }, "/");
        Assert.Contains("Skanderbeg", (await admin.PageAsync("/settings/hotel")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_is_searched_and_the_database_refuses_to_change_it()
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        var booking = await site.InDatabaseAsync(db => db.Journal.Where(entry => entry.Subject == "Booking").Select(entry => entry.SubjectId).FirstAsync());
        var page = await admin.PageAsync($"/journal?Subject=Booking&Id={booking}");
        Assert.All(page.QuerySelectorAll("tbody td:nth-child(3)"), cell => Assert.Contains($" {booking}", cell.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
        Assert.Empty((await admin.PageAsync("/journal?Text=no-such-word")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await admin.PageAsync("/journal?Until=2020-01-01")).QuerySelectorAll("tbody tr"));
        await site.InDatabaseAsync(async db =>
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Journal.ExecuteDeleteAsync());
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Journal.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Actor, "somebody")));
            return 0;
        });
    }

    private Task<Property> TiranaAsync() => site.InDatabaseAsync(db => db.Properties.AsNoTracking().SingleAsync(property => property.Code == "TIA"));

    private static async Task<Dictionary<string, string>> FormAsync(HotelBrowser admin)
    {
        var form = (await admin.PageAsync("/settings/hotel")).Forms.First(form => form.Action.EndsWith("/settings/hotel", StringComparison.Ordinal));
        return Forms.AsShown(form).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
    }

    private static async Task<HttpStatusCode> UploadAsync(HotelBrowser admin, string name, byte[] content)
    {
        var page = await admin.PageAsync("/settings/hotel");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "file", name },
        };
        using var answer = await admin.Http.PostAsync(new Uri("/settings/logo", UriKind.Relative), form);
        return answer.StatusCode;
    }
}
