using System.Net;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class CreditOnSqlite(SqliteSite site) : CreditTests(site), IClassFixture<SqliteSite>;

public sealed class CreditOnPostgres(PostgresSite site) : CreditTests(site), IClassFixture<PostgresSite>;

/// <summary>The guards of going definite hold however many go at once; what is approved or forced is approved once, for what it was.</summary>
public abstract class CreditTests(HotelSiteFixture site)
{
    [Fact]
    public async Task Of_forty_at_once_as_many_go_definite_as_the_credit_limit_lets()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var bookings = await AcceptedAsync(await CompanyAsync("Forty", limit: 1000), 40, price: 100, new LocalDate(2029, 1, 10));
        var answers = await ConfirmAllAsync(sales, bookings);
        Assert.Equal(10, answers.Count(answer => answer == HttpStatusCode.Redirect));
        Assert.Equal(30, answers.Count(answer => answer == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(10, await DefiniteAsync(bookings));
    }

    [Fact]
    public async Task Of_twelve_at_once_as_many_go_definite_as_there_are_bedrooms()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var bookings = await AcceptedAsync(await CompanyAsync("Twelve", limit: null), 12, price: 100, new LocalDate(2029, 5, 10), suites: 3);
        var answers = await ConfirmAllAsync(sales, bookings);
        Assert.Equal(2, answers.Count(answer => answer == HttpStatusCode.Redirect));
        Assert.Equal(2, await DefiniteAsync(bookings)); // eight suites
    }

    [Fact]
    public async Task What_was_approved_is_approved_up_to_its_amount()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var company = await CompanyAsync("Once", limit: 100);
        var bookings = await AcceptedAsync(company, 2, price: 1000, new LocalDate(2029, 8, 10));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{bookings[0]}/confirm", [], $"/bookings/{bookings[0]}")).StatusCode);
        var first = await AskedAsync(bookings[0], ApprovalKind.Credit);

        // While it waits, the company comes to owe more than the manager is shown.
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Accounts.Where(account => account.Id == company).ExecuteUpdateAsync(set => set.SetProperty(account => account.CreditLimit, (long?)null))));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{bookings[1]}/confirm", [], $"/bookings/{bookings[1]}")).StatusCode);
        await site.InDatabaseAsync(db => db.Accounts.Where(account => account.Id == company).ExecuteUpdateAsync(set => set.SetProperty(account => account.CreditLimit, 100)));
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{first}/approve", [], "/inbox")).StatusCode);
        Assert.Equal(0, await DefiniteAsync([bookings[0]]));

        var second = await AskedAsync(bookings[0], ApprovalKind.Credit);
        Assert.Contains("1,000.00 EUR was approved", (await manager.PageAsync($"/bookings/{bookings[0]}")).Body!.TextContent.Replace("1000.00", "1,000.00", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{second}/approve", [], "/inbox")).StatusCode);
        Assert.Equal(1, await DefiniteAsync([bookings[0]]));
    }

    [Fact]
    public async Task A_refused_credit_is_not_asked_for_again_at_each_press()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var booking = (await AcceptedAsync(await CompanyAsync("Refused", limit: 100), 1, price: 1000, new LocalDate(2029, 9, 10)))[0];
        await sales.PostAsync($"/bookings/{booking}/confirm", [], $"/bookings/{booking}");
        await manager.PostAsync($"/inbox/approvals/{await AskedAsync(booking, ApprovalKind.Credit)}/refuse", new() { ["answer"] = "They pay late" }, "/inbox");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/confirm", [], $"/bookings/{booking}")).StatusCode);
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Approvals.CountAsync(asked => asked.BookingId == booking)));
    }

    [Fact]
    public async Task The_limit_of_a_group_holds_for_all_that_belongs_to_it()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var (group, one, other) = (await CompanyAsync("Group", limit: 1500), await CompanyAsync("Daughter", limit: null), await CompanyAsync("Grandchild", limit: null));
        await site.InDatabaseAsync(async db => await db.Accounts.Where(account => account.Id == one).ExecuteUpdateAsync(set => set.SetProperty(account => account.ParentId, group)) + await db.Accounts.Where(account => account.Id == other).ExecuteUpdateAsync(set => set.SetProperty(account => account.ParentId, one)));
        var (first, second) = ((await AcceptedAsync(one, 1, price: 1000, new LocalDate(2030, 1, 10)))[0], (await AcceptedAsync(other, 1, price: 1000, new LocalDate(2030, 1, 12)))[0]);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{first}/confirm", [], $"/bookings/{first}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{second}/confirm", [], $"/bookings/{second}")).StatusCode);
        var trust = (await sales.PageAsync($"/accounts/{group}/trust")).QuerySelector("main")!.TextContent;
        Assert.Contains("1,000.00", trust, StringComparison.Ordinal); // of the daughter, seen from above
        Assert.Contains("500.00", trust, StringComparison.Ordinal); // left
    }

    [Fact]
    public async Task Who_is_blocked_needs_an_approval_without_any_limit()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var company = await CompanyAsync("Blocked", limit: null);
        await site.InDatabaseAsync(db => db.Accounts.Where(account => account.Id == company).ExecuteUpdateAsync(set => set.SetProperty(account => account.Reliability, Reliability.Blocked)));
        var booking = (await AcceptedAsync(company, 1, price: 100, new LocalDate(2030, 2, 10)))[0];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{booking}/confirm", [], $"/bookings/{booking}")).StatusCode);
        Assert.Contains("is blocked", (await manager.PageAsync("/inbox")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{await AskedAsync(booking, ApprovalKind.Credit)}/approve", [], "/inbox")).StatusCode);
        Assert.Equal(1, await DefiniteAsync([booking]));
    }

    [Fact]
    public async Task Bedrooms_go_below_zero_only_by_whoever_may_force_and_with_a_reason()
    {
        var (sales, manager) = (await site.SignedInAsync("sales@demo.example"), await site.SignedInAsync("manager@demo.example"));
        var bookings = await AcceptedAsync(await CompanyAsync("Forced", limit: null), 3, price: 100, new LocalDate(2029, 11, 10), suites: 5);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{bookings[0]}/confirm", [], $"/bookings/{bookings[0]}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{bookings[1]}/confirm", [], $"/bookings/{bookings[1]}")).StatusCode);
        Assert.NotNull((await sales.PageAsync($"/bookings/{bookings[1]}")).QuerySelector($"form[action='/bookings/{bookings[1]}/force']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/bookings/{bookings[1]}/force", [], $"/bookings/{bookings[1]}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.PostAsync($"/bookings/{bookings[1]}/force", new() { ["reason"] = "We walk five guests" }, $"/bookings/{bookings[1]}")).StatusCode);
        Assert.Equal(1, await DefiniteAsync(bookings));

        var asked = await AskedAsync(bookings[1], ApprovalKind.Bedrooms);
        Assert.Contains("5 Suite", (await manager.PageAsync("/inbox")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.PostAsync($"/inbox/approvals/{asked}/approve", [], "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/inbox/approvals/{asked}/approve", [], "/inbox")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync($"/bookings/{bookings[2]}/force", new() { ["reason"] = " " }, $"/bookings/{bookings[2]}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.PostAsync($"/bookings/{bookings[2]}/force", new() { ["reason"] = "Sister hotel" }, $"/bookings/{bookings[2]}")).StatusCode);
        Assert.Equal(3, await DefiniteAsync(bookings));
        var noted = await site.InDatabaseAsync(db => db.Journal.Where(entry => entry.Action == "force bedrooms" && bookings.Contains(entry.SubjectId)).OrderBy(entry => entry.Id).Select(entry => entry.Why).ToListAsync());
        Assert.Equal(["We walk five guests", "Sister hotel"], noted);
    }

    private Task<int> DefiniteAsync(List<int> bookings) => site.InDatabaseAsync(db => db.Bookings.CountAsync(booking => bookings.Contains(booking.Id) && booking.Status == BookingStatus.Definite));

    private Task<int> AskedAsync(int booking, ApprovalKind kind) =>
        site.InDatabaseAsync(db => db.Approvals.Where(asked => asked.BookingId == booking && asked.Kind == kind && asked.Status == ApprovalStatus.Open).Select(asked => asked.Id).SingleAsync());

    private Task<int> CompanyAsync(string name, long? limit) => site.InDatabaseAsync(async db =>
    {
        var account = Account.Open(new AccountFacts(name + " Ltd", CreditLimit: limit));
        account.Add(new Contact { Name = "A. Client", Email = "client@credit.example" });
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    });

    /// <summary>Bookings with an accepted contract of one line each, a day apart in one hall; their suites all in one night.</summary>
    private Task<List<int>> AcceptedAsync(int account, int count, decimal price, LocalDate first, int suites = 0) => site.InDatabaseAsync(async db =>
    {
        var hotel = await db.Properties.SingleAsync(property => property.Code == "TIA");
        var hall = await db.Spaces.Where(space => space.Name == "Balmoral").Select(space => space.Id).SingleAsync();
        var suite = await db.RoomTypes.Where(type => type.PropertyId == hotel.Id && type.Code == "STE").Select(type => type.Id).SingleAsync();
        var (now, today, ids) = (site.Clock.GetCurrentInstant(), hotel.Today(site.Clock.GetCurrentInstant()), new List<int>());
        for (var i = 0; i < count; i++)
        {
            var day = first.PlusDays(i);
            var booking = Booking.Inquire(hotel.Id, account, await db.NextBookingReferenceAsync(first.Year, CancellationToken.None), $"Credit {i}", ownerId: null, now);
            booking.Add(Function.Plan("Meeting", hall, SetupStyle.Theatre, day.At(new LocalTime(9, 0)), day.At(new LocalTime(17, 0)), 30, hotel.Zone));
            booking.Accept("A. Client", today, null);
            db.Bookings.Add(booking);
            await db.SaveChangesAsync();
            List<QuoteLine> lines = [new QuoteLine("Meeting", "Room hire", day, RevenueClass.RoomHire, 1, new UnitPrice(price, hotel.Currency), "S", 0.2m, [])];
            if (suites > 0) lines.Add(new QuoteLine("Bedrooms", "Suite", first, RevenueClass.Rooms, suites, new UnitPrice(10, hotel.Currency), "S", 0.06m, []) { RoomTypeId = suite });
            var quote = new Quote(booking.Id, $"Q-{booking.Reference}", 1, hotel.TaxMode, hotel.Currency, 30, today.PlusDays(5), lines) { CreatedAt = now };
            quote.Send(today, now, new QuoteDates(new LocalDate(2027, 1, 4), new LocalDateTime(2028, 1, 4, 10, 0)));
            quote.Accept(new Acceptance("A. Client", today, null, quote.SeenHash!, now, "on paper"), purchaseOrderRequired: false, today);
            db.Quotes.Add(quote);
            if (suites > 0)
            {
                var block = new RoomBlock(hotel.Id, booking.Id, today);
                block.Contract([new ContractedNight(suite, first, Occupancy.Single, suites, Money.Of(10, hotel.Currency), [])], terms: null, (_, _) => 0, today);
                db.Blocks.Add(block);
            }

            await db.SaveChangesAsync();
            ids.Add(booking.Id);
        }

        return ids;
    });

    private static async Task<HttpStatusCode[]> ConfirmAllAsync(HotelBrowser sales, List<int> bookings)
    {
        var fields = await Forms.FieldsAsync(sales, $"/bookings/{bookings[0]}", "/confirm");
        return await Task.WhenAll(bookings.Select(async id =>
        {
            using var answer = await Forms.SendAsync(sales, $"/bookings/{id}/confirm", fields);
            return answer.StatusCode;
        }));
    }
}
