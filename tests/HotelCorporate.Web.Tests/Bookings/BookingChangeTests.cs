using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests.Bookings;

public sealed class BookingChangeOnSqlite(SqliteSite site) : BookingChangeTests(site), IClassFixture<SqliteSite>;

public sealed class BookingChangeOnPostgres(PostgresSite site) : BookingChangeTests(site), IClassFixture<PostgresSite>;

/// <summary>A booking as a whole over the pages: moved, copied, repeated, reduced, cancelled in one step, opened again; numbers by the client's link.</summary>
public abstract class BookingChangeTests(HotelSiteFixture site)
{
    private readonly Ballroom _house = new(site);

    [Fact]
    public async Task A_definite_booking_moves_as_a_whole_or_not_at_all_and_says_everything_that_is_in_the_way()
    {
        var day = new LocalDate(2028, 9, 5);
        var booking = await _house.DefiniteAsync(day, dinner: true);
        var other = await _house.DefiniteAsync(day.PlusDays(7), dinner: true);
        var sales = await site.SignedInAsync("sales@demo.example");
        var refused = await sales.PostAsync($"/bookings/{booking}/move", new() { ["firstDay"] = "2028-09-12", ["reason"] = "asked" }, $"/bookings/{booking}");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var reference = (await _house.ReadAsync(other)).Reference;
        var reasons = (await HotelBrowser.ParseAsync(refused)).QuerySelectorAll(".alert-warning li");
        Assert.Equal(2, reasons.Length);
        Assert.All(reasons, reason => Assert.Contains(reference, reason.TextContent, StringComparison.Ordinal));
        Assert.Equal(day, (await _house.ReadAsync(booking)).FirstOn);

        var menu = (await _house.DatesAsync(booking)).Single(row => row.Kind == DeadlineKind.SignedSheet).DueOn;
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/move", new() { ["firstDay"] = "2028-09-08", ["reason"] = "asked" }, $"/bookings/{booking}")).StatusCode);
        var moved = await _house.ReadAsync(booking);
        Assert.Equal([new(2028, 9, 8, 9, 0), new LocalDateTime(2028, 9, 8, 19, 0)], moved.Functions.Select(function => function.Start));
        Assert.All(moved.Functions, function => Assert.True(function.IsFirm));
        Assert.Equal(menu.PlusDays(3), (await _house.DatesAsync(booking)).Single(row => row.Kind == DeadlineKind.SignedSheet).DueOn);
        Assert.Equal(4, (await _house.LettersAsync(booking)).Count(kind => kind == MailKind.FunctionInvite)); // two, and two renewed
    }

    [Theory]
    [InlineData("", "asked")]
    [InlineData("2020-01-01", "asked")]
    [InlineData("2028-08-16", "")]
    public async Task A_move_without_a_day_to_come_or_a_reason_is_refused(string firstDay, string reason)
    {
        var booking = await _house.InquiryAsync(new LocalDate(2028, 8, 15));
        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/move", new() { ["firstDay"] = firstDay, ["reason"] = reason }, $"/bookings/{booking}")).StatusCode);
        Assert.Equal(new LocalDate(2028, 8, 15), (await _house.ReadAsync(booking)).FirstOn);
    }

    [Fact]
    public async Task A_copy_is_an_inquiry_of_its_own_even_of_one_that_was_lost()
    {
        var booking = await _house.InquiryAsync(new LocalDate(2028, 8, 22));
        var sales = await site.SignedInAsync("sales@demo.example");
        await sales.PostAsync($"/bookings/{booking}/lose", new() { ["lostFor"] = "Competitor", ["competitor"] = "Adriatik", ["reason"] = "" }, $"/bookings/{booking}");
        Assert.Equal(("Adriatik", LostReason.Competitor), await _house.ReadAsync(booking) is var lost ? (lost.Competitor, lost.LostFor!.Value) : default);
        var copied = await sales.PostAsync($"/bookings/{booking}/copy", new() { ["firstDay"] = "2028-08-29" }, $"/bookings/{booking}");
        var copy = await _house.ReadAsync(int.Parse(copied.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((BookingStatus.Inquiry, new LocalDate(2028, 8, 29)), (copy.Status, copy.FirstOn));
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.PostAsync($"/bookings/{booking}/reopen", new() { ["reason"] = "back" }, $"/bookings/{booking}")).StatusCode);
        var admin = await site.SignedInAsync("admin@demo.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/bookings/{booking}/reopen", new() { ["reason"] = " " }, $"/bookings/{booking}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/bookings/{booking}/reopen", new() { ["reason"] = "back" }, $"/bookings/{booking}")).StatusCode);
        Assert.Equal(BookingStatus.Inquiry, (await _house.ReadAsync(booking)).Status);
    }

    [Fact]
    public async Task A_series_shows_its_days_skips_holidays_keeps_the_time_on_the_wall_and_changes_as_one()
    {
        var first = await _house.InquiryAsync(new LocalDate(2028, 3, 14)); // a Tuesday; the clock changes on the 26th
        await site.InDatabaseAsync(async db =>
        {
            var property = await db.Properties.OrderBy(property => property.Id).FirstAsync();
            db.Holidays.Add(new Domain.Properties.Holiday(property.Id, new LocalDate(2028, 4, 4), "Feast of the test"));
            return await db.SaveChangesAsync();
        });
        var blocked = await _house.DefiniteAsync(new LocalDate(2028, 4, 11));
        var sales = await site.SignedInAsync("sales@demo.example");
        var planned = await sales.PageAsync($"/bookings/{first}/series/new?every=1&step=Weeks&until=2028-04-20&skipHolidays=true");
        var days = planned.QuerySelectorAll("input[name=days]").ToDictionary(box => box.GetAttribute("value")!, box => box.HasAttribute("checked"));
        Assert.Equal(["2028-03-21", "2028-03-28", "2028-04-04", "2028-04-11", "2028-04-18"], days.Keys);
        Assert.False(days["2028-04-04"]);
        Assert.Contains((await _house.ReadAsync(blocked)).Reference, planned.Body!.TextContent, StringComparison.Ordinal);

        var token = (await Forms.FieldsAsync(sales, $"/bookings/{first}/series/new?every=1&step=Weeks&until=2028-04-20&skipHolidays=true", "/sign-out"));
        using var content = new FormUrlEncodedContent([.. token, new("every", "1"), new("step", "Weeks"), new("until", "2028-04-20"), new("skipHolidays", "true"), new("days", "2028-03-21"), new("days", "2028-03-28"), new("days", "2028-04-18")]);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.Http.PostAsync(new Uri($"/bookings/{first}/series/new", UriKind.Relative), content)).StatusCode);
        var made = await SeriesAsync(first);
        Assert.Equal([new(2028, 3, 14, 9, 0), new(2028, 3, 21, 9, 0), new(2028, 3, 28, 9, 0), new LocalDateTime(2028, 4, 18, 9, 0)], made.Select(booking => booking.Functions[0].Start));

        // From the third on: an hour later; then all are held at once.
        var third = made[2];
        var changed = await sales.PostAsync($"/bookings/{third.Id}/series/move", new() { ["functionId"] = $"{third.Functions[0].Id}", ["from"] = "10:00", ["until"] = "18:00", ["scope"] = "FromHere" }, $"/bookings/{third.Id}/series");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal([9, 9, 10, 10], (await SeriesAsync(first)).Select(booking => booking.Functions[0].Start.Hour));
        Assert.Equal(HttpStatusCode.OK, (await sales.PostAsync($"/bookings/{first}/series/option", new() { ["optionOn"] = "2026-12-10", ["scope"] = "All" }, $"/bookings/{first}/series")).StatusCode);
        Assert.All(await SeriesAsync(first), booking => Assert.Equal(BookingStatus.Tentative, booking.Status));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{third.Id}/series/leave", [], $"/bookings/{third.Id}/series")).StatusCode);
        Assert.Equal(3, (await SeriesAsync(first)).Count);
    }

    [Theory]
    [InlineData("every=0&step=Weeks&until=2028-12-31")]
    [InlineData("every=1&step=Weeks&until=2020-01-01")]
    [InlineData("every=1&step=Days&until=2032-12-31")]
    public async Task A_series_without_sense_says_why(string asked)
    {
        var booking = await _house.InquiryAsync(new LocalDate(2028, 3, 7));
        var sales = await site.SignedInAsync("sales@demo.example");
        var page = await sales.PageAsync($"/bookings/{booking}/series/new?{asked}");
        Assert.NotNull(page.QuerySelector(".alert-danger"));
        Assert.Empty(page.QuerySelectorAll("input[name=days]"));
    }

    [Fact]
    public async Task A_function_taken_out_of_a_contract_costs_what_the_page_said_and_is_invoiced()
    {
        var booking = await _house.DefiniteAsync(_house.Today.PlusDays(60), dinner: true); // 46-90 days: 75 %
        var function = (await _house.ReadAsync(booking)).Functions[0];
        var sales = await site.SignedInAsync("sales@demo.example");
        var preview = await sales.PageAsync($"/bookings/{booking}/functions/{function.Id}/cancel");
        Assert.Contains("1,425.00 EUR", preview.Body!.TextContent, StringComparison.Ordinal); // (18 x 50 + 1,000) x 75 %
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/functions/{function.Id}/cancel", new() { ["reason"] = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/functions/{function.Id}/cancel", new() { ["reason"] = "too long" })).StatusCode);
        var after = await _house.ReadAsync(booking);
        Assert.True(after.Functions[0].IsCancelled);
        Assert.False(await site.InDatabaseAsync(db => db.Holds.AnyAsync(hold => hold.FunctionId == function.Id)));
        Assert.Equal(142_500, await site.InDatabaseAsync(db => db.Reductions.Where(reduction => reduction.BookingId == booking).Select(reduction => reduction.FeeUnits).SingleAsync()));
        Assert.Contains(MailKind.FunctionCancelled, await _house.LettersAsync(booking));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/functions/{after.Functions[1].Id}/cancel", new() { ["reason"] = "all" })).StatusCode);

        var finance = await site.SignedInAsync("finance@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await finance.PostAsync($"/bookings/{booking}/reductions/invoice", [], $"/bookings/{booking}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await finance.PostAsync($"/bookings/{booking}/reductions/invoice", [], $"/bookings/{booking}")).StatusCode);
        Assert.Equal(142_500, await site.InDatabaseAsync(db => db.Invoices.Where(invoice => invoice.BookingId == booking && invoice.Kind == InvoiceKind.CancellationFee).Select(invoice => invoice.Gross.MinorUnits).SingleAsync()));

        // What was settled then is not charged once more when the rest is cancelled.
        var cancellation = await sales.PageAsync($"/bookings/{booking}/cancellation");
        Assert.DoesNotContain("1,500.00", cancellation.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_one_step_with_a_preview_of_fee_release_and_who_moves_up()
    {
        var booked = (await site.InDatabaseAsync(db => db.Functions.Select(function => function.Start).ToListAsync())).ConvertAll(start => start.Date);
        var day = Enumerable.Range(95, 30).Select(_house.Today.PlusDays).First(free => !booked.Contains(free)); // 91-135 days: 50 %
        var booking = await _house.DefiniteAsync(day);
        var waiting = await _house.InquiryAsync(day);
        await _house.OptionAsync(waiting, _house.Today.PlusDays(10));
        var sales = await site.SignedInAsync("sales@demo.example");
        var preview = (await sales.PageAsync($"/bookings/{booking}/cancellation")).Body!.TextContent;
        Assert.Contains("2,000.00 EUR", preview, StringComparison.Ordinal);
        Assert.Contains("1,000.00 EUR", preview, StringComparison.Ordinal);
        Assert.Contains((await _house.ReadAsync(waiting)).Reference, preview, StringComparison.Ordinal);
        foreach (var (notice, reason) in new[] { ("2099-01-01", "no budget"), ("2020-01-01", "no budget"), ("", " ") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/cancel", new() { ["noticeOn"] = notice, ["reason"] = reason }, $"/bookings/{booking}/cancellation")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/cancel", new() { ["reason"] = "no budget", ["invoiceFee"] = "true" }, $"/bookings/{booking}/cancellation")).StatusCode);
        var after = await _house.ReadAsync(booking);
        Assert.Equal((BookingStatus.Cancelled, _house.Today), (after.Status, after.EndedOn));
        Assert.True((await _house.ReadAsync(waiting)).Functions[0].IsFirm);
        Assert.Equal(100_000, await site.InDatabaseAsync(db => db.Invoices.Where(invoice => invoice.BookingId == booking && invoice.Kind == InvoiceKind.CancellationFee).Select(invoice => invoice.Gross.MinorUnits).SingleAsync()));
        var letters = await _house.LettersAsync(booking);
        Assert.Equal(1, letters.Count(kind => kind == MailKind.Cancellation));
        Assert.Contains(MailKind.Promoted, await _house.LettersAsync(waiting));
        Assert.All(await _house.DatesAsync(booking), row => Assert.False(row.IsOpen));
    }

    [Fact]
    public async Task An_accepted_version_after_definite_amends_the_contract_and_is_confirmed_anew()
    {
        var booking = await _house.DefiniteAsync(_house.Today.PlusDays(200));
        await _house.AcceptAsync(await _house.OfferAsync(booking));
        Assert.Equal(BookingStatus.Definite, (await _house.ReadAsync(booking)).Status);
        Assert.Equal(2, (await _house.LettersAsync(booking)).Count(kind => kind == MailKind.Confirmation));
        Assert.True(await site.InDatabaseAsync(db => db.Journal.AnyAsync(entry => entry.BookingId == booking && entry.Action == "amend")));
        Assert.Equal(1, (await _house.DatesAsync(booking)).Count(row => row is { Kind: DeadlineKind.MenuChoice, IsOpen: true }));
    }

    [Fact]
    public async Task What_is_near_stands_on_its_owners_day()
    {
        var booking = await _house.InquiryAsync(new LocalDate(2028, 10, 3), name: "Near");
        await _house.OptionAsync(booking, _house.Today.PlusDays(2));
        var reference = (await _house.ReadAsync(booking)).Reference;
        Assert.Contains(reference, (await (await site.SignedInAsync("sales@demo.example")).PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, (await (await site.SignedInAsync("finance@demo.example")).PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_sends_its_number_after_seeing_what_it_does_and_the_house_accepts_or_answers()
    {
        var booking = await _house.DefiniteAsync(_house.Today.PlusDays(62));
        var function = (await _house.ReadAsync(booking)).Functions[0].Id;
        var (link, client) = (await _house.LinkAsync(booking), site.Browser());
        var preview = await client.PostAsync(link + "/numbers/preview", new() { ["functionId"] = $"{function}", ["people"] = "10" }, link);
        var seen = (await HotelBrowser.ParseAsync(preview)).Body!.TextContent;
        Assert.Contains("With 10 people the total is 1,800.00 EUR; now it is 2,400.00 EUR.", seen, StringComparison.Ordinal);
        Assert.Contains("300.00 EUR", seen, StringComparison.Ordinal); // 2 of 10 are free: 8 x 50 x 75 %
        Assert.Equal(0, await site.InDatabaseAsync(db => db.SentNumbers.CountAsync(sent => sent.BookingId == booking)));
        foreach (var wrong in new[] { "", "0", "-3", "1000000" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync(link + "/numbers", new() { ["functionId"] = $"{function}", ["people"] = wrong }, link)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(link + "/numbers", new() { ["functionId"] = $"{function}", ["people"] = "10" }, link)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(link + "/numbers", new() { ["functionId"] = $"{function}", ["people"] = "17" }, link)).StatusCode);
        var sent = await site.InDatabaseAsync(db => db.SentNumbers.AsNoTracking().Where(sent => sent.BookingId == booking).OrderBy(sent => sent.Id).ToListAsync());
        Assert.Equal([SentNumberStatus.Overtaken, SentNumberStatus.Open], sent.Select(number => number.Status));

        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/numbers/sent/{sent[1].Id}/answer", new() { ["answer"] = "" }, $"/bookings/{booking}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/numbers/sent/{sent[1].Id}/accept", [], $"/bookings/{booking}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/numbers/sent/{sent[1].Id}/accept", [], $"/bookings/{booking}")).StatusCode);
        Assert.Equal(17, (await _house.ReadAsync(booking)).Functions[0].Guaranteed);
        Assert.Contains(MailKind.NumberAnswered, await _house.LettersAsync(booking));
        Assert.Equal(5_000 * 75 / 100, await site.InDatabaseAsync(db => db.Reductions.Where(reduction => reduction.BookingId == booking).SumAsync(reduction => reduction.FeeUnits))); // 20 - 17 - 2 free

        // Far off the contract: asked for twice.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/numbers/{function}", new() { ["guaranteed"] = "30" }, $"/bookings/{booking}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/numbers/{function}", new() { ["guaranteed"] = "30", ["sure"] = "true" }, $"/bookings/{booking}")).StatusCode);
    }

    [Fact]
    public async Task After_its_deadline_a_number_only_goes_up()
    {
        var booking = await _house.DefiniteAsync(_house.Today.PlusDays(2));
        var function = (await _house.ReadAsync(booking)).Functions[0].Id;
        var (link, client) = (await _house.LinkAsync(booking), site.Browser());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync(link + "/numbers", new() { ["functionId"] = $"{function}", ["people"] = "19" }, link)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(link + "/numbers", new() { ["functionId"] = $"{function}", ["people"] = "21" }, link)).StatusCode);
    }

    private Task<List<Booking>> SeriesAsync(int id) => site.InDatabaseAsync(async db =>
    {
        var series = await db.Bookings.Where(booking => booking.Id == id).Select(booking => booking.SeriesId).SingleAsync();
        return await db.Bookings.AsNoTracking().Include(booking => booking.Functions).Where(booking => booking.SeriesId == series).OrderBy(booking => booking.SeriesPosition).ToListAsync();
    });
}
