using System.Net;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Jobs;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Production;

public sealed class ComplianceDaysOnSqlite(SqliteSite site) : ComplianceDaysTests(site), IClassFixture<SqliteSite>;

public sealed class ComplianceDaysOnPostgres(PostgresSite site) : ComplianceDaysTests(site), IClassFixture<PostgresSite>;

/// <summary>What the clock finds day by day: once, with its evidence and its task; not again the next day; and no longer once it is settled.</summary>
public abstract class ComplianceDaysTests(HotelSiteFixture site)
{
    [Fact]
    public async Task A_request_that_nobody_decides_lapses_after_seven_days_and_ends_with_the_decision()
    {
        var (now, hotel, alba) = (site.Clock.GetCurrentInstant() + Duration.FromHours(1), await TiranaAsync(), await AccountAsync("Alba Bank"));
        var (ofBooking, ofAgreement) = await site.InDatabaseAsync(async db =>
        {
            await db.Approvals.ExecuteDeleteAsync(); // the demo's own request would lapse with them
            var booking = await db.Bookings.Where(booking => booking.PropertyId == hotel.Id && booking.AccountId == alba).OrderBy(booking => booking.Id).FirstAsync();
            var agreement = await DraftAsync(db, hotel, alba, "Alba 2028", new(2028, 1, 1), new(2028, 12, 31));
            Approval[] asked =
            [
                new(ApprovalKind.Price, hotel.Id, booking.Id, null, now, "They brought the fair", "A discount of 30 %"),
                new(ApprovalKind.Agreement, hotel.Id, null, null, now, "The Adria is cheaper", "A single at 70.00") { AgreementId = agreement.Id },
            ];
            db.Approvals.AddRange(asked);
            await db.SaveChangesAsync();
            return (asked[0].Id, asked[1].Id);
        });
        await OnDayAsync(7, async () => Assert.Empty(await OpenAsync(":request:")));
        Breach[] found = [];
        await OnDayAsync(8, async () => found = await OpenAsync(":request:"));
        Assert.Equal([$"ApprovalLapsed:request:{ofBooking}", $"ApprovalLapsed:request:{ofAgreement}"], found.Select(breach => breach.Key).Order(StringComparer.Ordinal));
        Assert.All(found, breach => Assert.Equal(alba, breach.AccountId));
        Assert.Contains("A discount of 30 %", found.Single(breach => breach.AgreementId is null).Evidence.Facts.Select(fact => fact.ToString()));
        Assert.Contains("The Adria is cheaper", found.Single(breach => breach.AgreementId is not null).Evidence.Facts.Select(fact => fact.ToString()));
        var tasks = await TasksAsync(found);
        Assert.Equal(2, tasks.Count);
        await OnDayAsync(9, async () => Assert.Equal(found.Select(breach => breach.Id), (await OpenAsync(":request:")).Select(breach => breach.Id)));
        Assert.Equal(tasks, await TasksAsync(found));

        await site.InDatabaseAsync(async db =>
        {
            var manager = await db.Users.Where(user => user.Email == "manager@demo.example").Select(user => user.Id).SingleAsync();
            foreach (var asked in await db.Approvals.Where(asked => asked.Id == ofBooking || asked.Id == ofAgreement).ToListAsync()) asked.Refuse(manager, now, "Not under 80.00");
            return await db.SaveChangesAsync();
        });
        await OnDayAsync(10, async () => Assert.Empty(await OpenAsync(":request:")));
        await EndedAsync(found);
    }

    [Fact]
    public async Task An_agreement_whose_term_begins_unaccepted_is_told_until_it_is_accepted()
    {
        var (hotel, alba) = (await TiranaAsync(), await AccountAsync("Lumen Audit"));
        var id = await site.InDatabaseAsync(async db =>
        {
            var agreement = await DraftAsync(db, hotel, alba, "Lumen, late", new(2026, 12, 20), new(2027, 12, 19));
            agreement.Offer();
            await db.SaveChangesAsync();
            return agreement.Id;
        });
        var key = $":agreement:{id}";
        await OnDayAsync(25, async () => Assert.Empty(await OpenAsync(key)));
        Breach[] found = [];
        await OnDayAsync(26, async () => found = await OpenAsync(key));
        Assert.Contains("its term began on", Assert.Single(found).Text.ToString(), StringComparison.Ordinal);
        Assert.Single(await TasksAsync(found));
        await OnDayAsync(27, async () => Assert.Equal(found[0].Id, Assert.Single(await OpenAsync(key)).Id));
        Assert.Single(await TasksAsync(found));
        await site.InDatabaseAsync(async db =>
        {
            (await db.Agreements.SingleAsync(agreement => agreement.Id == id)).Accept("A. Client", site.Clock.GetCurrentInstant());
            return await db.SaveChangesAsync();
        });
        await OnDayAsync(28, async () => Assert.Empty(await OpenAsync(key)));
        await EndedAsync(found);
    }

    [Fact]
    public async Task An_invoice_past_its_day_is_told_with_what_is_open_and_ends_when_it_is_paid()
    {
        var (hotel, alba) = (await TiranaAsync(), await AccountAsync("Alba Bank"));
        var (invoice, number) = await InvoiceAsync(hotel, alba);
        var key = $"LatePayment:{invoice}";
        var due = await site.InDatabaseAsync(db => db.Invoices.Where(found => found.Id == invoice).Select(found => found.DueOn).SingleAsync());
        var days = Period.DaysBetween(new LocalDate(2026, 11, 24), due);
        await OnDayAsync(days, async () => Assert.Empty(await OpenAsync(key)));
        Breach[] found = [];
        await OnDayAsync(days + 1, async () => found = await OpenAsync(key));
        var breach = Assert.Single(found);
        Assert.Contains($"{number}: 500.00 EUR is open", breach.Text.ToString(), StringComparison.Ordinal);
        Assert.Equal(alba, breach.AccountId);
        Assert.Equal(2, breach.Evidence.Facts.Count);
        var task = Assert.Single(await TasksAsync(found));
        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Contains(number, (await sales.PageAsync($"/production/compliance/{breach.Id}")).Words(), StringComparison.Ordinal);

        // A part is paid: the same breach says what is open now.
        var finance = await site.SignedInAsync("finance@demo.example");
        await PayAsync(finance, invoice, "200");
        await OnDayAsync(days + 2, async () => Assert.Contains("300.00 EUR is open", Assert.Single(await OpenAsync(key)).Text.ToString(), StringComparison.Ordinal));
        Assert.Equal(task, Assert.Single(await TasksAsync(found)));
        await PayAsync(finance, invoice, "300");
        await OnDayAsync(days + 3, async () => Assert.Empty(await OpenAsync(key)));
        await EndedAsync(found);
    }

    [Fact]
    public async Task Stays_that_cannot_be_compared_are_told_until_their_code_has_a_room_type()
    {
        var (hotel, alba) = (await TiranaAsync(), await AccountAsync("Alba Bank"));
        await site.InDatabaseAsync(async db =>
        {
            foreach (var (key, type, account) in new[] { ("x1", "DLX9", (int?)alba), ("x2", "DLX9", alba), ("x3", "", alba), ("x4", "DLX9", null) })
                db.Stays.Add(new Stay(hotel.Id, account, key, new StayFacts("alba_bank", new(2026, 11, 10), 1, 1, 777m, type, 1, new LocalDate(2026, 10, 20)), hotel.Currency));
            return await db.SaveChangesAsync();
        });
        var manager = await site.SignedInAsync("manager@demo.example");
        await LookAsync(manager);
        var page = await manager.PageAsync("/production/compliance");
        foreach (var says in new[] { "Room type DLX9 of the file is not known: 2 stays", "the file says no room type" }) Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.Equal("/bedrooms/codes", page.QuerySelector("main .alert a")!.GetAttribute("href"));

        var type = await site.InDatabaseAsync(db => db.RoomTypes.SingleAsync(type => type.PropertyId == hotel.Id && type.Code == "STD"));
        var other = await site.InDatabaseAsync(db => db.RoomTypes.Where(type => type.PropertyId == hotel.Id && type.Code != "STD").Select(type => type.Id).FirstAsync());
        Assert.Contains("DLX9 (3)", (await manager.PageAsync("/bedrooms/codes")).Words(), StringComparison.Ordinal);
        using (var taken = await manager.SendShownAsync("/bedrooms/codes", "/bedrooms/codes", new() { [$"codes[{type.Id}]"] = "dlx9, A", [$"codes[{other}]"] = "DLX9" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
            var refused = await HotelBrowser.ParseAsync(taken);
            Assert.Contains("means", refused.QuerySelector($"[name='codes[{other}]']")!.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("dlx9, A", refused.QuerySelector($"[name='codes[{type.Id}]']")!.GetAttribute("value"));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync("/bedrooms/codes", "/bedrooms/codes", new() { [$"codes[{type.Id}]"] = "DLX9" })).StatusCode);
        await LookAsync(manager);
        Assert.DoesNotContain("DLX9 of the file", (await manager.PageAsync("/production/compliance")).Words(), StringComparison.Ordinal);
        Assert.True(await site.InDatabaseAsync(async db => (await db.Breaches.AsNoTracking().Where(breach => breach.Kind == BreachKind.OffAgreement && breach.AccountId == alba && breach.ClosedAt == null).ToListAsync()).Exists(breach => breach.Evidence.Stays.Any(stay => stay.Paid == 777m))));
    }

    private Task<Domain.Properties.Property> TiranaAsync() => site.InDatabaseAsync(db => db.Properties.SingleAsync(property => property.Code == "TIA"));

    private Task<int> AccountAsync(string name) => site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == name).Select(account => account.Id).SingleAsync());

    private static async Task<Agreement> DraftAsync(HotelDb db, Domain.Properties.Property hotel, int account, string name, LocalDate from, LocalDate to)
    {
        var agreement = Agreement.Draft(account, name, new AgreementTerms { PropertyIds = [hotel.Id], ValidFrom = from, ValidTo = to, CurrencyCode = hotel.CurrencyCode, Seasons = [new("Year", from, to)] });
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync();
        return agreement;
    }

    /// <summary>A document of 500.00 that is due by the house's own terms.</summary>
    private Task<(int Id, string Number)> InvoiceAsync(Domain.Properties.Property hotel, int account) => site.InDatabaseAsync(async db =>
    {
        var booking = await db.Bookings.Where(booking => booking.PropertyId == hotel.Id && booking.AccountId == account).OrderBy(booking => booking.Id).FirstAsync();
        var invoice = Invoice.Issue(new InvoiceDraft
        {
            Kind = InvoiceKind.Final, PropertyId = hotel.Id, AccountId = account, BookingId = booking.Id, Currency = hotel.Currency, TaxMode = TaxMode.Inclusive, BookingReference = booking.Reference, EventName = booking.Name,
            Lines = [new InvoiceLine(InvoiceLineRole.Supply, "Hire", 1, new UnitPrice(500m, hotel.Currency), "S", 0.2m)], Seller = new(hotel.Name, hotel.LegalName, "", "", "", "", "", "AL", "", "", "", "", "", null), Buyer = new("Alba", "Alba", "", "", "", "", "", "AL"), Contract = "Q / 1", TermsDays = 30, Language = "en",
        }, hotel.Code, 900, new LocalDate(2026, 11, 24), null, site.Clock.GetCurrentInstant());
        db.Invoices.Add(invoice);
        await db.SaveChangesAsync();
        return (invoice.Id, invoice.Number);
    });

    private static async Task PayAsync(HotelBrowser finance, int invoice, string amount) =>
        Assert.Equal(HttpStatusCode.Redirect, (await finance.SendShownAsync($"/invoices/{invoice}", $"/invoices/{invoice}/payments", new() { ["amount"] = amount, ["receivedOn"] = "2026-11-24", ["reference"] = "Bank" })).StatusCode);

    private static async Task LookAsync(HotelBrowser manager) => Assert.Equal(HttpStatusCode.Redirect, (await manager.SendShownAsync("/production/compliance", "/production/compliance/check", [])).StatusCode);

    /// <summary>The clock looks so many days from now.</summary>
    private async Task OnDayAsync(int days, Func<Task> then)
    {
        site.Clock.Advance(Duration.FromDays(days) + Duration.FromMinutes(1));
        try
        {
            await using (var scope = site.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<HotelDb>().ComplianceRounds.ExecuteDeleteAsync(); // other tests were on later days
                await scope.ServiceProvider.GetRequiredService<DueCompliance>().CheckAsync(CancellationToken.None);
            }

            await then();
        }
        finally
        {
            site.Clock.Advance(-Duration.FromDays(days) - Duration.FromMinutes(1));
        }
    }

    private Task<Breach[]> OpenAsync(string key) => site.InDatabaseAsync(db => db.Breaches.AsNoTracking().Where(breach => breach.ClosedAt == null && breach.Key.Contains(key)).OrderBy(breach => breach.Id).ToArrayAsync());

    private Task<List<int>> TasksAsync(Breach[] breaches)
    {
        var ids = breaches.Select(breach => (int?)breach.Id).ToList();
        return site.InDatabaseAsync(db => db.Tasks.Where(task => ids.Contains(task.BreachId) && task.DoneAt == null).OrderBy(task => task.Id).Select(task => task.Id).ToListAsync());
    }

    /// <summary>They ended by themselves, and their tasks with them.</summary>
    private async Task EndedAsync(Breach[] breaches)
    {
        Assert.Empty(await TasksAsync(breaches));
        var ids = breaches.Select(breach => breach.Id).ToList();
        Assert.All(await site.InDatabaseAsync(db => db.Breaches.AsNoTracking().Where(breach => ids.Contains(breach.Id)).ToListAsync()), breach => Assert.True(breach is { IsOpen: false, ClosedById: null, Reason: "" }));
    }
}
