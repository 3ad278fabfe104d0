using System.Globalization;
using System.Net;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class ApprovalsOnSqlite(SqliteSite site) : ApprovalTests(site), IClassFixture<SqliteSite>;

public sealed class ApprovalsOnPostgres(PostgresSite site) : ApprovalTests(site), IClassFixture<PostgresSite>;

/// <summary>What is over somebody's limits waits for whoever may decide it; who asked is told.</summary>
public abstract class ApprovalTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_price_over_the_limits_waits_for_a_manager_and_can_then_be_sent()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var booking = await InquiryAsync(sales, "Over the limit", new LocalDate(2027, 5, 4));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OfferAsync(sales, booking, discount: "15", reason: "")).StatusCode);
        var saved = await OfferAsync(sales, booking, discount: "15", reason: "They bring four events a year");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var quote = saved.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(quote + "/send", [], booking)).StatusCode);

        var inbox = (await manager.PageAsync("/inbox")).QuerySelector("main")!.TextContent;
        Assert.Contains("They bring four events a year", inbox, StringComparison.Ordinal);
        Assert.Contains("over your limit of 10 %", inbox, StringComparison.Ordinal);
        Assert.DoesNotContain("They bring four", (await sales.PageAsync("/inbox")).QuerySelector("main section")!.TextContent, StringComparison.Ordinal);

        var id = await OpenAsync(booking);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/inbox/approvals/{id}/approve", [], "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{id}/approve", new() { ["answer"] = "Once" }, "/inbox")).StatusCode);
        Assert.Contains("Once", (await sales.PageAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await site.InDatabaseAsync(db => db.Outbox.AnyAsync(mail => mail.Kind == Domain.Messages.MailKind.Decision && mail.RecipientAddress == "sales@demo.example")));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync(quote + "/send", [], quote)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync($"/inbox/approvals/{id}/approve", [], "/inbox")).StatusCode);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_the_offer_stays_unsent()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var booking = await InquiryAsync(sales, "Refused", new LocalDate(2027, 5, 5));
        var quote = (await OfferAsync(sales, booking, discount: "40", reason: "Please")).Headers.Location!.OriginalString;
        var id = await OpenAsync(booking);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync($"/inbox/approvals/{id}/refuse", new() { ["answer"] = " " }, "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{id}/refuse", new() { ["answer"] = "Too much" }, "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync(quote + "/send", [], booking)).StatusCode);
        Assert.Contains("Too much", (await sales.PageAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);
        await sales.PostAsync($"/inbox/approvals/{id}/read", [], "/inbox");
        Assert.Empty((await sales.PageAsync("/inbox")).QuerySelectorAll($"form[action='/inbox/approvals/{id}/read']"));
    }

    [Fact]
    public async Task A_deputy_decides_while_the_manager_is_away_and_not_after()
    {
        var (sales, events, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("events@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var booking = await InquiryAsync(sales, "By deputy", new LocalDate(2027, 5, 6));
        await OfferAsync(sales, booking, discount: "30", reason: "Please");
        var id = await OpenAsync(booking);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await events.PostAsync($"/inbox/approvals/{id}/approve", [], "/inbox")).StatusCode);

        var deputy = await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == "events@demo.example").Select(user => user.Id).SingleAsync());
        var named = await manager.PostAsync("/me/deputies", new() { ["DeputyId"] = $"{deputy}", ["From"] = "2026-11-20", ["Until"] = "2026-11-24" }, "/me");
        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.Contains("Marco Bellini", (await events.PageAsync("/inbox")).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        site.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await events.PostAsync($"/inbox/approvals/{id}/approve", [], "/inbox")).StatusCode);
        site.Clock.Advance(Duration.FromDays(-1));
        Assert.Equal(HttpStatusCode.Redirect, (await events.PostAsync($"/inbox/approvals/{id}/approve", [], "/inbox")).StatusCode);
        var away = await site.InDatabaseAsync(db => db.Deputies.Where(found => found.Until == new LocalDate(2026, 11, 24)).Select(found => found.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await events.PostAsync($"/me/deputies/{away}/end", [], "/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/me/deputies/{away}/end", [], "/me")).StatusCode);
    }

    [Fact]
    public async Task A_deputy_has_no_rights_in_a_hotel_where_the_absent_one_does_not_work()
    {
        var (sales, away, events) = (await site.SignedInAsync("sales@demo.example"), await site.JoinedAsync("ny-manager@demo.example", Role.SalesManager, "NYC"), await site.SignedInAsync("events@demo.example"));
        var deputy = await site.InDatabaseAsync(db => db.Users.Where(user => user.Email == "events@demo.example").Select(user => user.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await away.PostAsync("/me/deputies", new() { ["DeputyId"] = $"{deputy}", ["From"] = "2026-11-20", ["Until"] = "2026-11-30" }, "/me")).StatusCode);
        var booking = await InquiryAsync(sales, "Another hotel's deputy", new LocalDate(2027, 5, 12));
        await OfferAsync(sales, booking, discount: "30", reason: "Only for a manager of Tirana");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await events.PostAsync($"/inbox/approvals/{await OpenAsync(booking)}/approve", [], "/inbox")).StatusCode);
        Assert.DoesNotContain("Only for a manager of Tirana", (await events.PageAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);
        await events.PostAsync("/property", new() { ["code"] = "NYC" }, "/");
        Assert.Contains("ny-manager", (await events.PageAsync("/inbox")).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_handed_to_somebody_who_may_decide_and_to_nobody_else()
    {
        var (sales, manager, admin) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"), await site.SignedInAsync("admin@demo.example"));
        var booking = await InquiryAsync(sales, "Handed over", new LocalDate(2027, 5, 7));
        await OfferAsync(sales, booking, discount: "30", reason: "Please");
        var id = await OpenAsync(booking);
        var people = await site.InDatabaseAsync(db => db.Users.ToDictionaryAsync(user => user.Email!, user => user.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync($"/inbox/approvals/{id}/delegate", new() { ["to"] = $"{people["finance@demo.example"]}" }, "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{id}/delegate", new() { ["to"] = $"{people["admin@demo.example"]}" }, "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync($"/inbox/approvals/{id}/approve", [], "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync($"/inbox/approvals/{id}/approve", [], "/inbox")).StatusCode);
    }

    [Fact]
    public async Task A_manager_displaces_an_option_which_goes_to_the_head_of_the_line_but_no_definite_booking()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var (first, second, third) = (await HeldAsync(sales, "First"), await HeldAsync(sales, "Second"), await HeldAsync(sales, "Third", accepted: true));
        var asked = await sales.PostAsync($"/bookings/{third}/force", new() { ["reason"] = "They sign today" }, $"/bookings/{third}");
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var id = await OpenAsync($"/bookings/{third}");
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{id}/approve", [], "/inbox")).StatusCode);

        var functions = await site.InDatabaseAsync(db => db.Functions.AsNoTracking().Where(function => new[] { first, second, third }.Contains(function.BookingId)).ToDictionaryAsync(function => function.BookingId));
        Assert.Equal((false, false, true), (functions[first].IsFirm, functions[second].IsFirm, functions[third].IsFirm));
        Assert.True(functions[first].QueuedAs < functions[second].QueuedAs);
        Assert.Equal(BookingStatus.Definite, await StatusAsync(third));
        Assert.Equal([(int?)third], await site.InDatabaseAsync(db => db.Holds.Where(hold => new int?[] { first, second, third }.Contains(hold.BookingId)).Select(hold => hold.BookingId).Distinct().ToListAsync()));
        Assert.Contains("displace", (await sales.PageAsync($"/bookings/{first}")).Body!.TextContent, StringComparison.Ordinal);

        var fourth = await HeldAsync(sales, "Fourth", accepted: true);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.PostAsync($"/bookings/{fourth}/force", new() { ["reason"] = "Now" }, $"/bookings/{fourth}")).StatusCode);
        Assert.Equal(BookingStatus.Tentative, await StatusAsync(fourth));
    }

    [Fact]
    public async Task Limits_are_set_per_role_and_bind_at_once()
    {
        var (admin, sales) = (await site.SignedInAsync("admin@demo.example"), await site.SignedInAsync("sales@demo.example"));
        var booking = await InquiryAsync(sales, "Limits", new LocalDate(2027, 5, 8));
        var version = (await admin.PageAsync("/limits")).QuerySelector("form[action='/limits/Sales'] [name=Version]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync("/limits/Sales", new() { ["Version"] = version, ["MaximumDiscount"] = "101" }, "/limits")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/limits/Sales", new() { ["Version"] = version, ["MaximumDiscount"] = "5" }, "/limits")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync("/limits/Sales", new() { ["Version"] = version, ["MaximumDiscount"] = "50" }, "/limits")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await OfferAsync(sales, booking, discount: "6", reason: "")).StatusCode);
        await admin.PostAsync("/limits/Sales", new() { ["MaximumDiscount"] = "10" }, "/limits");
        Assert.Equal(HttpStatusCode.Redirect, (await OfferAsync(sales, booking, discount: "6", reason: "")).StatusCode);
        Assert.Contains(await site.InDatabaseAsync(db => db.Journal.Where(entry => entry.Subject == nameof(RoleLimits)).ToListAsync()), entry => (JournalWords.Said(entry.Action), JournalWords.Said(entry.From), JournalWords.Said(entry.To)) == ("change MaximumDiscount", "0.1", "0.05"));
    }

    [Fact]
    public async Task The_deadlines_of_a_definite_booking_are_its_owners_tasks_until_done_or_no_longer_needed()
    {
        var (sales, finance) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("finance@demo.example"));
        var booking = await HeldAsync(sales, "Task", accepted: false, day: new LocalDate(2028, 2, 2));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/tasks", new() { ["text"] = "", ["dueOn"] = "2026-11-26" }, $"/bookings/{booking}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking}/tasks", new() { ["text"] = "Call Arben", ["dueOn"] = "2026-11-26" }, $"/bookings/{booking}")).StatusCode);
        Assert.Contains("Call Arben", (await sales.PageAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Call Arben", (await finance.PageAsync("/inbox")).Body!.TextContent, StringComparison.Ordinal);
        var task = await site.InDatabaseAsync(db => db.Tasks.Where(found => found.BookingId == booking && !(found is Domain.Bookings.Deadline)).Select(found => found.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await finance.PostAsync($"/inbox/tasks/{task}/done", [], "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/inbox/tasks/{task}/done", [], "/inbox")).StatusCode);
        await sales.PostAsync($"/bookings/{booking}/tasks", new() { ["text"] = "Call again", ["dueOn"] = "2026-11-26" }, $"/bookings/{booking}");
        await sales.PostAsync($"/bookings/{booking}/lose", new() { ["reason"] = "Price" }, $"/bookings/{booking}");
        Assert.DoesNotContain("Call again", (await sales.PageAsync("/inbox")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private Task<BookingStatus> StatusAsync(int id) => site.InDatabaseAsync(db => db.Bookings.Where(booking => booking.Id == id).Select(booking => booking.Status).SingleAsync());

    private async Task<int> OpenAsync(string booking)
    {
        var id = int.Parse(booking.Split('/')[^1], CultureInfo.InvariantCulture);
        return await site.InDatabaseAsync(db => db.Approvals.Where(approval => approval.BookingId == id && approval.Status == ApprovalStatus.Open).Select(approval => approval.Id).SingleAsync());
    }

    private async Task<string> InquiryAsync(HotelBrowser sales, string name, LocalDate day)
    {
        var (company, space) = await site.InDatabaseAsync(async db => (
            await db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync(), await db.Spaces.Where(found => found.Name == "Balmoral").Select(found => found.Id).SingleAsync()));
        var answer = await sales.PostAsync("/bookings/new", new()
        {
            ["AccountId"] = $"{company}", ["Name"] = name, ["Functions[0].Name"] = "Plenary", ["Functions[0].Date"] = $"{day.Year}-{day.Month:00}-{day.Day:00}", ["Functions[0].From"] = "9",
            ["Functions[0].Until"] = "17", ["Functions[0].SpaceId"] = $"{space}", ["Functions[0].Style"] = "Theatre", ["Functions[0].People"] = "30",
        });
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> OfferAsync(HotelBrowser sales, string booking, string discount, string reason)
    {
        var form = await sales.PageAsync(booking + "/quotes/new");
        return await sales.PostAsync(booking + "/quotes/new", new()
        {
            ["Functions[0].FunctionId"] = form.QuerySelector("[name='Functions[0].FunctionId']")!.GetAttribute("value")!,
            ["Functions[0].Hire"] = "500", ["ValidUntil"] = "2026-12-10", ["Discount"] = discount, ["DiscountReason"] = "Volume", ["ApprovalReason"] = reason,
        });
    }

    /// <summary>A booking on option for one and the same room and day.</summary>
    private async Task<int> HeldAsync(HotelBrowser sales, string name, bool accepted = false, LocalDate? day = null)
    {
        var id = int.Parse((await InquiryAsync(sales, name, day ?? new LocalDate(2028, 1, 11))).Split('/')[^1], CultureInfo.InvariantCulture);
        if (accepted)
            await site.InDatabaseAsync(async db =>
            {
                var booking = await db.Bookings.SingleAsync(booking => booking.Id == id);
                booking.Accept("A. Client", new LocalDate(2026, 11, 20), "PO 1");
                return await db.SaveChangesAsync();
            });
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{id}/option", new() { ["optionOn"] = "2026-12-24" }, $"/bookings/{id}")).StatusCode);
        return id;
    }
}
