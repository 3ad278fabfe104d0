using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class InquiriesOnSqlite(SqliteSite site) : InquiryTests(site), IClassFixture<SqliteSite>;

public sealed class InquiriesOnPostgres(PostgresSite site) : InquiryTests(site), IClassFixture<PostgresSite>;

public abstract class InquiryTests(HotelSiteFixture site)
{
    [Theory]
    [InlineData("2027-05-04", "17:00", "09:00", "30", "ends before it starts")]
    [InlineData("2027-03-28", "02:30", "06:00", "30", "does not exist")]
    [InlineData("2027-10-31", "02:30", "06:00", "30", "comes twice")]
    [InlineData("2027-05-04", "09:00", "17:00", "0", "1 to 100,000")]
    [InlineData("2027-05-04", "09:00", "17:00", "1000000000", "1 to 100,000")]
    [InlineData("2027-05-04", "25:00", "17:00", "30", "Type a time")]
    public async Task What_cannot_be_is_refused_and_nothing_typed_is_lost(string date, string from, string until, string people, string reason)
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var before = await site.InDatabaseAsync(db => db.Bookings.CountAsync());

        var answer = await browser.PostAsync("/bookings/new", await FormAsync("Refused", date, from, until, people));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await HotelBrowser.ParseAsync(answer);
        Assert.Contains(reason, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Refused", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal(people, page.QuerySelector("#f0p")!.GetAttribute("value"));
        Assert.Equal(from, page.QuerySelector("#f0f")!.GetAttribute("value"));
        Assert.Equal(before, await site.InDatabaseAsync(db => db.Bookings.CountAsync()));
    }

    [Fact]
    public async Task Times_may_be_typed_as_people_write_them()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var answer = await browser.PostAsync("/bookings/new", await FormAsync("Typed", "4 may 2027", "9.30", "1430", "30"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await browser.PageAsync(answer.Headers.Location!.ToString());
        Assert.Contains("09:30-14:30", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_of_save_makes_no_second_booking()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var form = await FormAsync("Pressed twice", "2027-06-08", "09:00", "17:00", "30");
        form["form-token"] = Guid.NewGuid().ToString("N");

        var answers = await Task.WhenAll(browser.PostAsync("/bookings/new", form), browser.PostAsync("/bookings/new", form));
        var third = await browser.PostAsync("/bookings/new", form);

        Assert.All(answers.Append(third), answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Bookings.CountAsync(booking => booking.Name == "Pressed twice")));
        Assert.StartsWith("/bookings/", third.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_option_date_it_holds_its_room_in_the_same_save_and_the_next_one_waits_in_line()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        async Task<int> OpenAsync(string name)
        {
            var form = await FormAsync(name, "2027-06-10", "09:00", "17:00", "30");
            form["OptionOn"] = "2026-12-01";
            using var answer = await browser.PostAsync("/bookings/new", form);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        }

        var first = await OpenAsync("Held at once");
        var second = await OpenAsync("Waits at once");

        var bookings = await site.InDatabaseAsync(db => db.Bookings.Include(booking => booking.Functions).Where(booking => booking.Id == first || booking.Id == second).OrderBy(booking => booking.Id).ToListAsync());
        Assert.All(bookings, booking => Assert.Equal((BookingStatus.Tentative, new LocalDate(2026, 12, 1)), (booking.Status, booking.OptionOn)));
        Assert.Equal([true, false], bookings.Select(booking => booking.Functions[0].IsFirm));
        Assert.Equal([(int?)first], await site.InDatabaseAsync(db => db.Holds.Where(hold => hold.BookingId == first || hold.BookingId == second).Select(hold => hold.BookingId).Distinct().ToListAsync()));
        Assert.Equal(["inquire", "option"], await site.InDatabaseAsync(db => db.Journal.Where(row => row.Subject == "Booking" && row.SubjectId == first).OrderBy(row => row.Id).Select(row => row.Action).ToListAsync()));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Outbox.CountAsync(mail => mail.BookingId == first && mail.Kind == MailKind.OptionHeld)));
    }

    [Fact]
    public async Task An_option_date_that_is_over_is_refused_where_it_was_typed_and_nothing_is_stored()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        var form = await FormAsync("Too late", "2027-06-11", "09:00", "17:00", "30");
        form["OptionOn"] = "2026-11-23";

        using var answer = await browser.PostAsync("/bookings/new", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await HotelBrowser.ParseAsync(answer);
        Assert.Contains("The option date is over", page.QuerySelector("#OptionOn")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Too late", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.False(await site.InDatabaseAsync(db => db.Bookings.AnyAsync(booking => booking.Name == "Too late")));
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        var browser = await site.SignedInAsync("sales@demo.example");
        using var content = new FormUrlEncodedContent(await FormAsync("Forged", "2027-06-09", "09:00", "17:00", "30"));
        using var answer = await browser.Http.PostAsync(new Uri("/bookings/new", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_kitchen_does_not_book()
    {
        var browser = await site.SignedInAsync("kitchen@demo.example");
        var answer = await browser.GetAsync("/bookings/new");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<Dictionary<string, string>> FormAsync(string name, string date, string from, string until, string people) => site.InDatabaseAsync(async db =>
    {
        var account = await db.Accounts.OrderBy(account => account.Id).Select(account => account.Id).FirstAsync();
        var space = await db.Spaces.OrderBy(space => space.Id).Select(space => space.Id).FirstAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountId"] = $"{account}", ["Name"] = name, ["Functions[0].Name"] = "Meeting", ["Functions[0].Date"] = date, ["Functions[0].From"] = from,
            ["Functions[0].Until"] = until, ["Functions[0].SpaceId"] = $"{space}", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = people,
        };
    });
}
