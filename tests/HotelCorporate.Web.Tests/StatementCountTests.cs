using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Tests;

public sealed class StatementCountsOnSqlite(SqliteSite site) : StatementCountTests(site), IClassFixture<SqliteSite>;

public sealed class StatementCountsOnPostgres(PostgresSite site) : StatementCountTests(site), IClassFixture<PostgresSite>;

/// <summary>A page asks the database the same number of things however much it shows.</summary>
public abstract class StatementCountTests(HotelSiteFixture site)
{
    private static readonly LocalDate Day = new(2026, 11, 26);

    [Fact]
    public async Task A_page_asks_as_often_for_many_rows_as_for_few()
    {
        var browser = await site.SignedInAsync("admin@demo.example");
        var booking = await AddAsync(2, 1);
        string[] pages =
        [
            "/diary?view=day&date=2026-11-26", "/diary?view=week&date=2026-11-26", "/diary?view=month&date=2026-11-26",
            "/diary?view=sixweeks&date=2026-11-26", "/diary/year?date=2026-11-26", "/diary/year?date=2026-11-26&status=Tentative", "/diary?view=week&date=2026-11-26&status=Tentative&seats=20",
            "/bookings", "/bookings?search=Many", "/invoices", "/invoices?open=open", "/invoices?open=overdue", "/", "/inbox", "/journal",
            "/resources?date=2026-11-26", "/resources/shortages?from=2026-11-24", "/resources/turn-rounds?date=2026-11-26",
            "/accounts", "/accounts/1", "/accounts/1/contacts", "/accounts/1/timeline", "/accounts/1/trust", "/leads", "/find?q=qqqqqq",
            "/catalogue", "/catalogue?kind=Menu", "/catalogue/hire", "/packages", "/packages/1/workbench", "/forecast?year=2026", "/forecast?year=2026&segment=Key", "/forecast/bookings?year=2026", "/forecast/pace?year=2026&month=11", "/forecast/conversion?year=2026", "/forecast/lost?year=2026", "/forecast/inquiries?year=2026", "/forecast/ended?year=2026", "/forecast/plan?year=2026",
        ];
        var few = await CountAsync(browser, [.. pages, $"/bookings/{booking}", $"/bookings/{booking}/resources"]);

        var large = await AddAsync(40, 12);

        var many = await CountAsync(browser, [.. pages, $"/bookings/{large}", $"/bookings/{large}/resources"]);
        Assert.All(few.Zip(many), pair => Assert.True(pair.First.Count == pair.Second.Count,
            $"{pair.First.Page} asked {pair.First.Count} times, {pair.Second.Page} with many rows {pair.Second.Count} times:\n{string.Join("\n\n", pair.Second.Statements)}"));
        Assert.All(many, page => Assert.InRange(page.Count, 1, 20));
    }

    private async Task<List<(string Page, int Count, IReadOnlyList<string> Statements)>> CountAsync(HotelBrowser browser, string[] pages)
    {
        var counts = new List<(string, int, IReadOnlyList<string>)>();
        foreach (var page in pages)
        {
            site.Statements.Take();
            await browser.PageAsync(page);
            var statements = site.Statements.Take();
            counts.Add((page, statements.Count, statements));
        }

        return counts;
    }

    /// <summary>Adds bookings of as many companies with their functions, most of them on option and some accepted, each with an offer, a request, a task and two invoices: one overdue, one due in these days.</summary>
    /// <returns>The last one.</returns>
    private Task<int> AddAsync(int count, int functions) => site.InDatabaseAsync(async db =>
    {
        var hotel = await db.Properties.OrderBy(property => property.Id).FirstAsync();
        var accounts = await db.Accounts.OrderBy(account => account.Id).ToListAsync();
        var spaces = await db.Spaces.Where(space => space.PropertyId == hotel.Id).OrderBy(space => space.Id).Select(space => space.Id).ToListAsync();
        var now = site.Clock.GetCurrentInstant();
        var today = hotel.Today(now);
        var owner = await db.Users.Where(user => user.Email == "admin@demo.example").Select(user => user.Id).SingleAsync();
        var last = 0;
        for (var i = 0; i < count; i++)
        {
            await using var turn = await db.BeginWriteAsync(default);
            var booking = Booking.Inquire(hotel.Id, accounts[i % accounts.Count].Id, await db.NextBookingReferenceAsync(2026, default), $"Many {i}", owner, now);
            for (var k = 0; k < functions; k++)
                booking.Add(Function.Plan($"Part {k}", spaces[(i + k) % spaces.Count], SetupStyle.Theatre, Day.PlusDays(k).At(new LocalTime(9, 0)), Day.PlusDays(k).At(new LocalTime(12, 0)), 10 + k, hotel.Zone));
            if (i % 4 != 2) booking.Option(today.PlusDays(2), today, 1000 + i);
            if (i % 4 == 0)
            {
                booking.Accept("A. Client", today, null);
                booking.WaitFor(["the deposit"]);
            }

            db.Add(booking);
            await db.SaveChangesAsync();
            var quote = new Quote(booking.Id, $"Q-{booking.Reference}", 1, hotel.TaxMode, hotel.Currency, 10, today.PlusDays(5), booking.Functions.Select(function => new QuoteLine(
                function.Name, "Room hire", Day, RevenueClass.RoomHire, 1, new UnitPrice(850m, hotel.Currency), "S", 0.2m, []) { FunctionId = function.Id })) { CreatedAt = now };
            quote.Send(today, now, new QuoteDates(new LocalDate(2027, 1, 4), new LocalDateTime(2028, 1, 4, 10, 0)));
            db.Add(quote);
            db.AddRange(Document(hotel, booking, today.PlusDays(-3), now), Document(hotel, booking, today.PlusDays(3), now));
            db.Note(Actor.Clock, now, nameof(Booking), booking.Id, "offer");
            await db.SaveChangesAsync();
            db.Approvals.Add(new Approval(ApprovalKind.Price, hotel.Id, booking.Id, null, now, "Please", "Ten percent off") { QuoteId = quote.Id, Discount = 0.1m });
            db.Tasks.Add(new DeskTask(hotel.Id, booking.Id, "Call", today, null, now));
            db.Note(Actor.Clock, now, nameof(Booking), booking.Id, "inquire");
            await db.SaveChangesAsync();
            await turn.CommitAsync(default);
            last = booking.Id;
        }

        return last;
    });

    private int _number = 900_000;

    private Invoice Document(Property hotel, Booking booking, LocalDate dueOn, Instant now)
    {
        var party = new InvoiceParty(hotel.Name, hotel.LegalName, "", "", hotel.Street, hotel.PostalCode, hotel.City, hotel.Country);
        return Invoice.Issue(
            new InvoiceDraft
            {
                Kind = InvoiceKind.Final, PropertyId = hotel.Id, AccountId = booking.AccountId, BookingId = booking.Id, Seller = party, Buyer = party with { }, Currency = hotel.Currency,
                TaxMode = hotel.TaxMode, DueOn = dueOn, Lines = [new InvoiceLine(InvoiceLineRole.Supply, "Room hire", 1, new UnitPrice(850m, hotel.Currency), "S", 0.2m)],
            },
            hotel.Code, _number++, hotel.Today(now).PlusDays(-10), null, now);
    }
}
