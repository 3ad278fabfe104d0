using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class InboxOnSqlite(SqliteSite site) : InboxTests(site), IClassFixture<SqliteSite>;

public sealed class InboxOnPostgres(PostgresSite site) : InboxTests(site), IClassFixture<PostgresSite>;

/// <summary>One page of what waits for a person, in every hotel; its number stands in the top bar of each page.</summary>
public abstract class InboxTests(HotelSiteFixture site)
{
    private static readonly string[] Everybody = ["sales@demo.example", "manager@demo.example", "events@demo.example", "finance@demo.example", "kitchen@demo.example", "admin@demo.example"];

    [Fact]
    public async Task The_number_in_the_top_bar_is_what_the_page_shows_for_each_role()
    {
        var booking = await BookAsync("Counted", "NYC", await IdAsync("sales@demo.example"), BookingStatus.Definite);
        await site.InDatabaseAsync(async db =>
        {
            var now = site.Clock.GetCurrentInstant();
            db.Approvals.Add(Request(ApprovalKind.Price, booking, discount: 0.05m));
            db.Tasks.AddRange(Due(booking, "Today", 0), Due(booking, "Next week", 7), Due(booking, "Later", 8));
            db.Note(Actor.Client, now, "Booking", booking.Id, "accept quote");
            db.Outbox.Add(await FailedAsync(db, booking, now));
            return await db.SaveChangesAsync();
        });
        foreach (var person in Everybody)
        {
            var page = await (await site.SignedInAsync(person)).PageAsync("/inbox");
            var counts = page.QuerySelectorAll("main .count").Sum(count => int.Parse(count.TextContent, CultureInfo.InvariantCulture));
            var badge = page.QuerySelector(".waiting .badge")?.TextContent;
            Assert.True(counts == int.Parse(badge ?? "0", CultureInfo.InvariantCulture), $"{person} sees {counts} on the page and {badge} in the top bar.");
            if (person != "kitchen@demo.example") Assert.InRange(counts, 3, int.MaxValue);
        }
    }

    [Fact]
    public async Task One_inbox_shows_every_hotel_that_a_person_may_see_and_says_which()
    {
        var (tirana, newYork) = (await BookAsync("In Tirana", "TIA", null, BookingStatus.Tentative, accepted: true), await BookAsync("In New York", "NYC", null, BookingStatus.Tentative, accepted: true));
        var finance = await IdAsync("finance@demo.example");
        await site.InDatabaseAsync(async db =>
        {
            foreach (var booking in await db.Bookings.Where(booking => booking.Id == tirana.Id || booking.Id == newYork.Id).ToListAsync()) booking.WaitFor(["the deposit"]);
            db.Tasks.Add(Due(newYork, "Ring New York", 1, finance));
            return await db.SaveChangesAsync();
        });
        var page = (await (await site.SignedInAsync("finance@demo.example")).PageAsync("/inbox")).QuerySelector("main")!.TextContent;
        Assert.Contains("In Tirana", page, StringComparison.Ordinal);
        Assert.Contains("In New York", page, StringComparison.Ordinal);
        Assert.Contains("the deposit", page, StringComparison.Ordinal);
        Assert.Contains("Ring New York", page, StringComparison.Ordinal);
        Assert.Contains("Hotel Barrymore New York", page, StringComparison.Ordinal);
        Assert.DoesNotContain("In New York", (await (await site.SignedInAsync("sales@demo.example")).PageAsync("/inbox")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var hotel = newYork.PropertyId.ToString(CultureInfo.InvariantCulture);
        await AddAsync("ny-finance@demo.example", "Finance", hotel);
        var own = (await (await site.SignedInAsync("ny-finance@demo.example")).PageAsync("/inbox")).QuerySelector("main")!.TextContent;
        Assert.Contains("In New York", own, StringComparison.Ordinal);
        Assert.DoesNotContain("In Tirana", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_mail_waits_until_it_is_sent_again()
    {
        var booking = await BookAsync("Failed mail", "TIA", null, BookingStatus.Tentative);
        var mail = await site.InDatabaseAsync(async db =>
        {
            var failed = await FailedAsync(db, booking, site.Clock.GetCurrentInstant());
            db.Outbox.Add(failed);
            await db.SaveChangesAsync();
            return failed;
        });
        var finance = await site.SignedInAsync("finance@demo.example");
        Assert.Single((await finance.PageAsync("/inbox")).QuerySelectorAll($"a[href='/mails/{mail.Id}']"));
        Assert.Empty((await (await site.SignedInAsync("kitchen@demo.example")).PageAsync("/inbox")).QuerySelectorAll("a[href^='/mails/']"));
        Assert.Equal(HttpStatusCode.Redirect, (await (await site.SignedInAsync("sales@demo.example")).PostAsync($"/mails/{mail.Id}/again", [], $"/mails/{mail.Id}")).StatusCode);
        Assert.Empty((await finance.PageAsync("/inbox")).QuerySelectorAll($"a[href='/mails/{mail.Id}']"));
    }

    [Fact]
    public async Task Changes_are_unread_until_marked_and_what_was_not_shown_stays_unread()
    {
        await AddAsync("reads@demo.example", "Sales");
        var person = await site.SignedInAsync("reads@demo.example");
        var booking = await BookAsync("Read me", "TIA", await IdAsync("reads@demo.example"), BookingStatus.Tentative);
        var quote = await site.InDatabaseAsync(async db =>
        {
            var property = await db.Properties.SingleAsync(property => property.Id == booking.PropertyId);
            var made = new Quote(booking.Id, $"Q-{booking.Reference}", 1, property.TaxMode, property.Currency, 10, new LocalDate(2026, 12, 24), [new QuoteLine(
                "Hall", "Room hire", new LocalDate(2027, 1, 1), Domain.Amounts.RevenueClass.RoomHire, 1, new Domain.Amounts.UnitPrice(850m, property.Currency), "S", 0.2m, [])]) { CreatedAt = site.Clock.GetCurrentInstant() };
            db.Add(made);
            await db.SaveChangesAsync();
            for (var i = 1; i <= 59; i++) db.Note(Actor.Client, site.Clock.GetCurrentInstant(), "Booking", booking.Id, "probe", why: $"number {i};");
            db.Note(Actor.Staff(await IdAsync("reads@demo.example")), site.Clock.GetCurrentInstant(), "Booking", booking.Id, "probe", why: "by myself");
            await db.SaveChangesAsync();
            db.Note(Actor.Client, site.Clock.GetCurrentInstant(), "Quote", made.Id, "probe", why: "of the quote");
            await db.SaveChangesAsync();
            return made.Id;
        });
        Assert.True(quote > 0);
        var page = await person.PageAsync("/inbox");
        Assert.Equal("60", page.QuerySelectorAll("main .count")[^1].TextContent);
        var first = page.QuerySelector("main")!.TextContent;
        Assert.Contains("number 1;", first, StringComparison.Ordinal);
        Assert.Contains("number 50;", first, StringComparison.Ordinal);
        Assert.DoesNotContain("number 51;", first, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await person.PostAsync("/inbox/changes/read", new() { ["upTo"] = UpTo(page) }, "/inbox")).StatusCode);
        page = await person.PageAsync("/inbox");
        var second = page.QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("number 50;", second, StringComparison.Ordinal);
        Assert.Contains("number 51;", second, StringComparison.Ordinal);
        Assert.Contains("of the quote", second, StringComparison.Ordinal);
        Assert.DoesNotContain("by myself", second, StringComparison.Ordinal);
        await person.PostAsync("/inbox/changes/read", new() { ["upTo"] = UpTo(page) }, "/inbox");
        Assert.Null((await person.PageAsync("/inbox")).QuerySelector("form[action='/inbox/changes/read']"));

        static string UpTo(IHtmlDocument page) => page.QuerySelector("input[name=upTo]")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task A_coordinator_reads_of_events_that_begin_soon_and_finance_of_money()
    {
        var (soon, later) = (await BookAsync("Begins soon", "TIA", null, BookingStatus.Definite, new LocalDate(2026, 12, 7)), await BookAsync("Begins later", "TIA", null, BookingStatus.Definite, new LocalDate(2026, 12, 9)));
        await site.InDatabaseAsync(async db =>
        {
            var read = await db.Journal.MaxAsync(entry => entry.Id);
            await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.ReadUpTo, read));
            foreach (var booking in new[] { soon, later })
            {
                db.Note(Actor.Client, site.Clock.GetCurrentInstant(), "Booking", booking.Id, "count", why: $"numbers of {booking.Name}");
                db.Note(Actor.Client, site.Clock.GetCurrentInstant(), "Booking", booking.Id, "place", why: $"room of {booking.Name}");
            }

            return await db.SaveChangesAsync();
        });
        var events = (await (await site.SignedInAsync("events@demo.example")).PageAsync("/inbox")).QuerySelector("main")!.TextContent;
        Assert.Contains("numbers of Begins soon", events, StringComparison.Ordinal);
        Assert.Contains("room of Begins soon", events, StringComparison.Ordinal);
        Assert.DoesNotContain("Begins later", events, StringComparison.Ordinal);
        var finance = (await (await site.SignedInAsync("finance@demo.example")).PageAsync("/inbox")).QuerySelector("main")!.TextContent;
        Assert.Contains("numbers of Begins later", finance, StringComparison.Ordinal);
        Assert.DoesNotContain("room of Begins", finance, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_mine_shows_however_many_older_ones_are_not()
    {
        var booking = await BookAsync("Asked", "TIA", null, BookingStatus.Tentative);
        var mine = await site.InDatabaseAsync(async db =>
        {
            for (var i = 0; i < 60; i++) db.Approvals.Add(Request(ApprovalKind.Price, booking, discount: 0.5m));
            await db.SaveChangesAsync();
            var last = Request(ApprovalKind.Price, booking, discount: 0.05m);
            db.Approvals.Add(last);
            await db.SaveChangesAsync();
            return last.Id;
        });
        var page = await (await site.SignedInAsync("finance@demo.example")).PageAsync("/inbox");
        Assert.NotNull(page.QuerySelector($"form[action='/inbox/approvals/{mine}/approve']"));
        await site.InDatabaseAsync(db => db.Approvals.Where(asked => asked.BookingId == booking.Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Two_who_decide_at_once_are_told_who_was_first()
    {
        var booking = await BookAsync("Two at once", "TIA", null, BookingStatus.Tentative);
        var id = await site.InDatabaseAsync(async db =>
        {
            var asked = Request(ApprovalKind.Credit, booking);
            db.Approvals.Add(asked);
            await db.SaveChangesAsync();
            return asked.Id;
        });
        var (manager, admin) = (await site.SignedInAsync("manager@demo.example"), await site.SignedInAsync("admin@demo.example"));
        var fields = new List<(HotelBrowser Browser, Dictionary<string, string> Fields)>();
        foreach (var browser in new[] { manager, admin, manager, admin }) fields.Add((browser, await Forms.FieldsAsync(browser, "/inbox", $"/approvals/{id}/approve")));
        foreach (var (_, sent) in fields) sent["answer"] = "No";
        var answers = await Task.WhenAll(fields.Select(pair => Forms.SendAsync(pair.Browser, $"/inbox/approvals/{id}/refuse", pair.Fields)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict, $"{(int)answer.StatusCode}");
            Assert.Contains("refused this on", (await HotelBrowser.ParseAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_press_of_approve_does_nothing_more()
    {
        var booking = await BookAsync("Twice", "TIA", null, BookingStatus.Tentative);
        var id = await site.InDatabaseAsync(async db =>
        {
            var asked = Request(ApprovalKind.Credit, booking);
            db.Approvals.Add(asked);
            await db.SaveChangesAsync();
            return asked.Id;
        });
        var manager = await site.SignedInAsync("manager@demo.example");
        var form = (await manager.PageAsync("/inbox")).Forms.First(form => form.Action.EndsWith($"/approvals/{id}/approve", StringComparison.Ordinal));
        var fields = form.Elements.OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        fields["answer"] = "Once is enough";
        for (var i = 0; i < 2; i++)
        {
            using var answer = await Forms.SendAsync(manager, $"/inbox/approvals/{id}/refuse", fields);
            Assert.Equal(("/inbox", HttpStatusCode.Redirect), (answer.Headers.Location?.OriginalString, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_request_is_handed_to_nobody_who_cannot_open_it_and_can_be_taken_back()
    {
        var booking = await BookAsync("Hand over", "TIA", null, BookingStatus.Tentative);
        await AddAsync("second@demo.example", "SalesManager");
        var away = await AddAsync("away@demo.example", "SalesManager");
        var admin = await site.SignedInAsync("admin@demo.example");
        await admin.PostAsync($"/users/{away}/lock", [], $"/users/{away}");
        await site.InDatabaseAsync(async db =>
        {
            var kitchen = await db.RoleLimits.SingleAsync(limits => limits.Role == Role.Department);
            kitchen.Set(null, mayPriceUnderFloor: true, mayApproveCredit: true, mayForceSpace: true);
            db.Note(Actor.Keeper, site.Clock.GetCurrentInstant(), nameof(RoleLimits), 0, "probe");
            return await db.SaveChangesAsync();
        });
        var id = await site.InDatabaseAsync(async db =>
        {
            var asked = Request(ApprovalKind.Credit, booking);
            db.Approvals.Add(asked);
            await db.SaveChangesAsync();
            return asked.Id;
        });
        var manager = await site.SignedInAsync("manager@demo.example");
        var choices = (await manager.PageAsync("/inbox")).QuerySelectorAll($"form[action='/inbox/approvals/{id}/delegate'] option").Select(option => option.GetAttribute("value")).ToList();
        var (second, kitchen) = (await IdAsync("second@demo.example"), await IdAsync("kitchen@demo.example"));
        Assert.Contains($"{second}", choices);
        Assert.DoesNotContain($"{away}", choices);
        Assert.DoesNotContain($"{kitchen}", choices);
        foreach (var nobody in new[] { away, kitchen })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync($"/inbox/approvals/{id}/delegate", new() { ["to"] = $"{nobody}" }, "/inbox")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{id}/delegate", new() { ["to"] = $"{second}" }, "/inbox")).StatusCode);
        Assert.True(await site.InDatabaseAsync(db => db.Outbox.AnyAsync(mail => mail.Kind == MailKind.Delegation && mail.RecipientAddress == "second@demo.example" && mail.BookingId == booking.Id)));
        Assert.NotNull((await (await site.SignedInAsync("second@demo.example")).PageAsync("/inbox")).QuerySelector($"form[action='/inbox/approvals/{id}/approve']"));
        var page = await manager.PageAsync("/inbox");
        Assert.Null(page.QuerySelector($"form[action='/inbox/approvals/{id}/approve']"));
        Assert.NotNull(page.QuerySelector($"form[action='/inbox/approvals/{id}/take-back']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await site.SignedInAsync("events@demo.example")).PostAsync($"/inbox/approvals/{id}/take-back", [], "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{id}/take-back", [], "/inbox")).StatusCode);
        Assert.NotNull((await manager.PageAsync("/inbox")).QuerySelector($"form[action='/inbox/approvals/{id}/approve']"));
        Assert.Contains(await site.InDatabaseAsync(db => db.Journal.Where(entry => entry.Subject == "Booking" && entry.SubjectId == booking.Id).ToListAsync()), entry => entry.InEnglish() is { Action: "delegate Credit" } noted && noted.To == $"user {second}");
    }

    [Fact]
    public async Task A_deputy_must_open_what_the_absent_one_opens()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var kitchen = await IdAsync("kitchen@demo.example");
        Assert.DoesNotContain($"{kitchen}", (await sales.PageAsync("/me")).QuerySelectorAll("select[name=DeputyId] option").Select(option => option.GetAttribute("value")));
        var refused = await sales.PostAsync("/me/deputies", new() { ["DeputyId"] = $"{kitchen}", ["From"] = "2026-11-24", ["Until"] = "2026-11-25" }, "/me");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("a role that does not open bookings", (await HotelBrowser.ParseAsync(refused)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_end_with_their_purpose()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (given, confirmed) = (await BookAsync("Given back", "TIA", null, BookingStatus.Tentative, new LocalDate(2028, 4, 4)), await BookAsync("Confirmed", "TIA", null, BookingStatus.Tentative, new LocalDate(2028, 4, 5), accepted: true));
        var priced = await BookAsync("New version", "TIA", null, BookingStatus.Inquiry, new LocalDate(2028, 4, 6));
        await site.InDatabaseAsync(async db =>
        {
            foreach (var booking in new[] { given, confirmed }) db.Approvals.AddRange(Request(ApprovalKind.Space, booking), Request(ApprovalKind.Credit, booking), Request(ApprovalKind.Price, booking));
            db.Approvals.Add(Request(ApprovalKind.Price, priced));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{given.Id}/give-back", [], $"/bookings/{given.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{confirmed.Id}/confirm", [], $"/bookings/{confirmed.Id}")).StatusCode);
        foreach (var booking in new[] { given, confirmed }) Assert.Equal([ApprovalKind.Price], await OpenAsync(booking));

        var form = await sales.PageAsync($"/bookings/{priced.Id}/quotes/new");
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{priced.Id}/quotes/new", new()
        {
            ["Functions[0].FunctionId"] = form.QuerySelector("[name='Functions[0].FunctionId']")!.GetAttribute("value")!, ["Functions[0].Hire"] = "500", ["ValidUntil"] = "2026-12-10",
        })).StatusCode);
        Assert.Empty(await OpenAsync(priced));
    }

    [Fact]
    public async Task A_refused_offer_says_so_and_who_may_not_send_it_makes_another()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var booking = await BookAsync("Refused price", "TIA", await IdAsync("sales@demo.example"), BookingStatus.Inquiry, new LocalDate(2028, 4, 7));
        var form = await sales.PageAsync($"/bookings/{booking.Id}/quotes/new");
        var made = await sales.PostAsync($"/bookings/{booking.Id}/quotes/new", new()
        {
            ["Functions[0].FunctionId"] = form.QuerySelector("[name='Functions[0].FunctionId']")!.GetAttribute("value")!, ["Functions[0].Hire"] = "500", ["ValidUntil"] = "2026-12-10",
            ["Discount"] = "30", ["DiscountReason"] = "Volume", ["ApprovalReason"] = "Please",
        });
        var quote = made.Headers.Location!.OriginalString;
        Assert.Contains("Waits for an approval", (await sales.PageAsync(quote)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var id = await site.InDatabaseAsync(db => db.Approvals.Where(asked => asked.BookingId == booking.Id).Select(asked => asked.Id).SingleAsync());
        await manager.PostAsync($"/inbox/approvals/{id}/refuse", new() { ["answer"] = "Not in May" }, "/inbox");
        var page = (await sales.PageAsync(quote)).QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("Waits for an approval", page, StringComparison.Ordinal);
        Assert.Contains("Not in May", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadlines_of_a_contract_become_tasks_when_the_booking_is_definite()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var owner = await IdAsync("sales@demo.example");
        var booking = await BookAsync("Deadlines", "TIA", owner, BookingStatus.Inquiry, new LocalDate(2026, 12, 13));
        await site.InDatabaseAsync(async db =>
        {
            var property = await db.Properties.SingleAsync(property => property.Id == booking.PropertyId);
            var stored = await db.Bookings.Include(found => found.Functions).SingleAsync(found => found.Id == booking.Id);
            var today = property.Today(site.Clock.GetCurrentInstant());
            var quote = new Quote(booking.Id, $"Q-{booking.Reference}", 1, property.TaxMode, property.Currency, 10, today.PlusDays(14), stored.Functions.Select(function => new QuoteLine(
                function.Name, "Room hire", function.Start.Date, Domain.Amounts.RevenueClass.RoomHire, 1, new Domain.Amounts.UnitPrice(850m, property.Currency), "S", 0.2m, []) { FunctionId = function.Id })) { CreatedAt = site.Clock.GetCurrentInstant() };
            quote.Send(today, site.Clock.GetCurrentInstant(), new QuoteDates(new LocalDate(2026, 11, 29), new LocalDateTime(2026, 12, 9, 10, 0)));
            db.Add(quote);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{booking.Id}/accept", new() { ["name"] = "A. Client", ["acceptedOn"] = "2026-11-24" }, $"/bookings/{booking.Id}")).StatusCode);
        Assert.Equal(BookingStatus.Definite, await site.InDatabaseAsync(db => db.Bookings.Where(found => found.Id == booking.Id).Select(found => found.Status).SingleAsync()));
        var tasks = await site.InDatabaseAsync(db => db.Tasks.AsNoTracking().Where(task => task.BookingId == booking.Id).OrderBy(task => task.DueOn).ToListAsync());
        Assert.Equal(["Menu choice", "Signed function sheet", "Final number of people"], tasks.Select(task => task.Text.ToString()));
        Assert.All(tasks, task => Assert.Equal((owner, booking.PropertyId, null), (task.OwnerId, task.PropertyId, task.DoneAt)));
        Assert.Equal(new LocalDate(2026, 11, 29), tasks[0].DueOn);

        Assert.Contains("Menu choice", (await sales.PageAsync("/inbox")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private Task<int> IdAsync(string email) => site.InDatabaseAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());

    private Task<List<ApprovalKind>> OpenAsync(Booking booking) =>
        site.InDatabaseAsync(db => db.Approvals.Where(asked => asked.BookingId == booking.Id && asked.Status == ApprovalStatus.Open).Select(asked => asked.Kind).ToListAsync());

    private Approval Request(ApprovalKind kind, Booking booking, decimal discount = 0.05m) =>
        new(kind, booking.PropertyId, booking.Id, askedById: null, site.Clock.GetCurrentInstant(), "Please", $"{kind} of {booking.Name}") { Discount = discount };

    private DeskTask Due(Booking booking, string text, int days, int? owner = null) =>
        new(booking.PropertyId, booking.Id, text, new LocalDate(2026, 11, 24).PlusDays(days), owner, site.Clock.GetCurrentInstant());

    private static async Task<OutboxMail> FailedAsync(HotelDb db, Booking booking, Instant now)
    {
        var property = await db.Properties.SingleAsync(property => property.Id == booking.PropertyId);
        var facts = HotelCorporate.Web.Mail.MailFactsJson.Write(new HotelCorporate.Web.Mail.MailFacts { Hotel = HotelCorporate.Web.Documents.HotelSheet.Of(property), Reference = booking.Reference, Title = booking.Name });
        var mail = new OutboxMail(MailKind.OptionHeld, booking.PropertyId, booking.Id, "en", "A. Client", "client@alba.example", facts, $"{Guid.NewGuid():N}@hotel.example", now);
        mail.WasRefused(now, "550 5.1.1 no such person");
        return mail;
    }

    /// <summary>A booking of Alba Bank, brought to the status by its own moves.</summary>
    private Task<Booking> BookAsync(string name, string hotel, int? owner, BookingStatus status, LocalDate? day = null, bool accepted = false) => site.InDatabaseAsync(async db =>
    {
        var property = await db.Properties.SingleAsync(property => property.Code == hotel);
        var account = await db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync();
        var space = await db.Spaces.Where(space => space.PropertyId == property.Id).OrderBy(space => space.Id).Select(space => space.Id).FirstAsync();
        var today = property.Today(site.Clock.GetCurrentInstant());
        await using var turn = await db.BeginWriteAsync(default);
        var booking = Booking.Inquire(property.Id, account, await db.NextBookingReferenceAsync(2026, default), name, owner, site.Clock.GetCurrentInstant());
        booking.Add(Function.Plan("Plenary", space, SetupStyle.Theatre, (day ?? new LocalDate(2029, 1, 9)).At(new LocalTime(9, 0)), (day ?? new LocalDate(2029, 1, 9)).At(new LocalTime(12, 0)), 30, property.Zone));
        if (status == BookingStatus.Tentative) booking.Option(today.PlusDays(20), today, 100_000);
        if (accepted || status == BookingStatus.Definite) booking.Accept("A. Client", today, null);
        if (status == BookingStatus.Definite) booking.Confirm(100_000);
        db.Add(booking);
        await db.SaveChangesAsync();
        await turn.CommitAsync(default);
        return booking;
    });

    private async Task<int> AddAsync(string email, string role, string hotel = "0")
    {
        var admin = await site.SignedInAsync("admin@demo.example");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync("/users/new", new() { ["Name"] = $"A Person {email}", ["Email"] = email, ["Role"] = role, ["PropertyId"] = hotel }, "/users")).StatusCode);
        await site.Browser().PostAsync(await site.PasswordLinkAsync(email), new() { ["Password"] = "Demo-hotel-2026", ["Again"] = "Demo-hotel-2026" });
        return await IdAsync(email);
    }
}
