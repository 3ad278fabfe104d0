using System.Globalization;
using System.Net;
using System.Text;
using ClosedXML.Excel;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Jobs;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Production;

public sealed class ComplianceOnSqlite(SqliteSite site) : ComplianceTests(site), IClassFixture<SqliteSite>;

public sealed class ComplianceOnPostgres(PostgresSite site) : ComplianceTests(site), IClassFixture<PostgresSite>;

/// <summary>Whose word was not kept: found once a day and once only, with its evidence and a task for whoever looks after the company.</summary>
public abstract class ComplianceTests(HotelSiteFixture site)
{
    private static readonly LocalDate Arrival = new(2026, 11, 10);

    [Fact]
    public async Task Breaches_of_both_sides_are_found_once_have_a_task_and_are_closed_with_a_reason()
    {
        var (agreement, hotel) = await AlbaAsync();
        await StayAsync(agreement, hotel, "as agreed", 95m);
        await StayAsync(agreement, hotel, "too dear", 105m);
        await RefuseAsync(agreement, hotel);
        await CheckAsync();
        await CheckAsync();
        await TwoAtOnceAsync();

        var off = await OnlyAsync(BreachKind.OffAgreement, agreement.Id);
        Assert.Equal((105m, 95m), (off.Evidence.Stays.Single().Paid, off.Evidence.Stays.Single().Agreed));
        var refused = await site.InDatabaseAsync(db => db.Breaches.AsNoTracking().Where(breach => breach.Kind == BreachKind.LastRoomRefused && breach.AgreementId == agreement.Id).ToListAsync());
        Assert.True(Assert.Single(refused, breach => breach.Evidence.Facts.Count == 2).IsHouses); // the demo has one of a night
        await OnlyAsync(BreachKind.CommitmentBehind, agreement.Id);
        var manager = await site.InDatabaseAsync(db => db.Accounts.Where(account => account.Id == agreement.AccountId).Select(account => account.ManagerId).SingleAsync());
        Assert.Equal((manager, agreement.Id), await site.InDatabaseAsync(db => db.Tasks.Where(task => task.BreachId == off.Id).Select(task => new ValueTuple<int?, int?>(task.OwnerId, task.AgreementId)).SingleAsync()));

        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Contains("1 stays from", (await sales.PageAsync($"/production/compliance?kind=OffAgreement&accountId={agreement.AccountId}")).Words(), StringComparison.Ordinal);
        var page = await sales.PageAsync($"/production/compliance/{off.Id}");
        foreach (var says in new[] { "105.00", "95.00", "agreed rate", "All year" }) Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.Contains($"/production/compliance/{off.Id}", (await sales.PageAsync($"/accounts/{agreement.AccountId}")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains($"/production/compliance/{off.Id}", (await sales.PageAsync($"/agreements/{agreement.Id}")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.SendShownAsync($"/production/compliance/{off.Id}", $"/production/compliance/{off.Id}/close", new() { ["reason"] = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync($"/production/compliance/{off.Id}", $"/production/compliance/{off.Id}/close", new() { ["reason"] = "10.00 were paid back." })).StatusCode);
        Assert.NotNull(await site.InDatabaseAsync(db => db.Tasks.Where(task => task.BreachId == off.Id).Select(task => task.DoneAt).SingleAsync()));

        // What was settled opens no other; a stay that comes in later does.
        await LookNowAsync(sales);
        Assert.Equal(1, await CountAsync(BreachKind.OffAgreement, agreement.Id));
        await StayAsync(agreement, hotel, "late", 90m);
        await LookNowAsync(sales);
        var second = await site.InDatabaseAsync(db => db.Breaches.SingleAsync(breach => breach.Kind == BreachKind.OffAgreement && breach.AgreementId == agreement.Id && breach.ClosedAt == null));
        Assert.Equal(-5m, second.Evidence.Stays.Single().Difference);

        // The next file mends it: it ends by itself, its task with it.
        await site.InDatabaseAsync(async db =>
        {
            (await db.Stays.SingleAsync(stay => stay.Key == "late")).Set(Facts(95m), hotel.Currency);
            return await db.SaveChangesAsync();
        });
        await LookNowAsync(sales);
        Assert.NotNull(await site.InDatabaseAsync(db => db.Breaches.Where(breach => breach.Id == second.Id).Select(breach => breach.ClosedAt).SingleAsync()));
        Assert.False(await site.InDatabaseAsync(db => db.Tasks.AnyAsync(task => task.BreachId == second.Id && task.DoneAt == null)));
        Assert.Contains("10.00 were paid back.", (await sales.PageAsync("/production/compliance?closed=true")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_payments_and_reviews_come_up_when_their_day_is_over_and_a_review_with_a_task_gets_no_second_one()
    {
        site.Clock.Advance(Duration.FromDays(70));
        try
        {
            var sales = await site.SignedInAsync("sales@demo.example");
            await LookNowAsync(sales);
            var late = await site.InDatabaseAsync(db => db.Breaches.Where(breach => breach.Kind == BreachKind.LatePayment).Select(breach => breach.Key).ToListAsync());
            var open = await site.InDatabaseAsync(async db => (await db.Invoices.Where(invoice => invoice.DueOn < new LocalDate(2027, 2, 2) && invoice.PropertyId == 1).ToListAsync()).Count);
            Assert.InRange(late.Count, open > 0 ? 1 : 0, open);
            var review = await site.InDatabaseAsync(db => db.Breaches.SingleAsync(breach => breach.Kind == BreachKind.ReviewDue && db.Accounts.Any(account => account.Id == breach.AccountId && account.TradeName == "Ohrid Logistics")));
            Assert.Equal(1, await site.InDatabaseAsync(db => db.Tasks.CountAsync(task => task.AccountId == review.AccountId && task.DoneAt == null && task.BreachId == review.Id)));
            Assert.Equal(1, await site.InDatabaseAsync(async db => (await db.Tasks.Where(task => task.AccountId == review.AccountId && task.DoneAt == null).ToListAsync()).Count(task => task.Text.ToString().Contains("reliability", StringComparison.Ordinal))));
        }
        finally
        {
            site.Clock.Advance(-Duration.FromDays(70));
        }
    }

    [Fact]
    public async Task Bar_comes_out_of_a_file_and_bad_rows_are_told()
    {
        const string file = "Date;Room type;BAR;Currency\n2027-08-02;STE;333.50;EUR\n2027-08-02;Palace;300;EUR\n2027-08-03;STE;0;\n2027-08-04;STE;1000000000;\n2027-08-05;STE;300;USD\n2027-08-06;STE;dear;\n";
        var manager = await site.SignedInAsync("manager@demo.example");
        using var looked = await manager.UploadAsync("/bedrooms/bar", "/bedrooms/bar/preview", Encoding.UTF8.GetBytes(file));
        var page = await HotelBrowser.ParseAsync(looked);
        Assert.Equal(["Left out", "Left out", "Left out", "Left out", "Left out"], page.Verdicts().Skip(1).Select(verdict => verdict[2..]));
        foreach (var says in new[] { "no room type Palace", "a rate is above 0", "USD is not the hotel's currency", "dear is no amount" }) Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SendAsync(page, "/bedrooms/bar")).StatusCode);
        Assert.Equal(333.50m, await site.InDatabaseAsync(async db => (await db.BarRates.SingleAsync(rate => rate.Night == new LocalDate(2027, 8, 2) && db.RoomTypes.Any(type => type.Id == rate.RoomTypeId && type.Code == "STE" && type.PropertyId == 1))).Amount.Amount));
        using var again = await manager.UploadAsync("/bedrooms/bar", "/bedrooms/bar/preview", Encoding.UTF8.GetBytes(file));
        Assert.Equal("2 As it is", (await HotelBrowser.ParseAsync(again)).Verdicts()[0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.UploadAsync("/bedrooms/bar", "/bedrooms/bar/preview", Encoding.UTF8.GetBytes("one line"))).StatusCode);
    }

    [Fact]
    public async Task Rates_are_handed_over_and_what_is_loaded_otherwise_becomes_a_task_until_it_is_mended()
    {
        var (agreement, _) = await AlbaAsync();
        var sales = await site.SignedInAsync("sales@demo.example");
        var page = $"/agreements/{agreement.Id}/hand-over";
        var csv = await sales.Http.GetByteArrayAsync(new Uri(page + "/rates.csv", UriKind.Relative));
        Assert.Contains("CORP26,TIA,STD,Single,0,", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync(page, page + "/loaded", [])).StatusCode);
        Assert.Contains("loaded on Tue 24 Nov 2026 by Elira Hoxha", (await sales.PageAsync(page)).Words(), StringComparison.Ordinal);

        var loaded = Encoding.UTF8.GetString(csv).Split("\r\n").ToList();
        loaded[1] = loaded[1].Replace("95.00", "96.00", StringComparison.Ordinal).Replace("110.00", "111.00", StringComparison.Ordinal).Replace(",15,", ",14,", StringComparison.Ordinal).Replace(",12,", ",11,", StringComparison.Ordinal);
        loaded.RemoveAt(2);
        var looked = await LookedAsync(Encoding.UTF8.GetBytes(string.Join("\r\n", loaded)));
        Assert.Contains("Otherwise: 1", looked.Words(), StringComparison.Ordinal);
        Assert.Contains("1 not loaded", looked.Words(), StringComparison.Ordinal);
        Assert.False(await site.InDatabaseAsync(db => db.Breaches.AnyAsync(found => found.Kind == BreachKind.LoadedOtherwise && found.AgreementId == agreement.Id))); // looking stores nothing
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendAsync(looked, page + "/check")).StatusCode);
        var breach = await OnlyAsync(BreachKind.LoadedOtherwise, agreement.Id);
        Assert.Equal(2, breach.Evidence.Facts.Count);
        Assert.True(await site.InDatabaseAsync(db => db.Tasks.AnyAsync(task => task.BreachId == breach.Id && task.DoneAt == null)));
        Assert.Contains("is not loaded", (await sales.PageAsync(page)).Words(), StringComparison.Ordinal);

        var workbook = await sales.Http.GetByteArrayAsync(new Uri(page + "/rates.xlsx", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendAsync(await LookedAsync(workbook), page + "/check")).StatusCode);
        Assert.NotNull(await site.InDatabaseAsync(db => db.Breaches.Where(found => found.Id == breach.Id).Select(found => found.ClosedAt).SingleAsync()));
        Assert.False(await site.InDatabaseAsync(db => db.Tasks.AnyAsync(task => task.BreachId == breach.Id && task.DoneAt == null)));

        async Task<AngleSharp.Html.Dom.IHtmlDocument> LookedAsync(byte[] file)
        {
            using var answer = await sales.UploadAsync(page, page + "/check/preview", file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await HotelBrowser.ParseAsync(answer);
        }
    }

    [Fact]
    public async Task Columns_of_the_loaded_rates_are_chosen_rows_that_cannot_be_read_are_told_and_the_others_compared()
    {
        var hotel = await site.InDatabaseAsync(db => db.Properties.SingleAsync(property => property.Code == "TIA"));
        var agreement = (await site.InDatabaseAsync(db => db.Agreements.Where(agreement => agreement.AcceptedAt != null && db.Accounts.Any(account => account.Id == agreement.AccountId && account.TradeName == "Voyage d'Affaires")).ToListAsync())).Single();
        var sales = await site.SignedInAsync("sales@demo.example");
        var page = $"/agreements/{agreement.Id}/hand-over";
        var lines = Encoding.UTF8.GetString(await sales.Http.GetByteArrayAsync(new Uri(page + "/rates.csv", UriKind.Relative))).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        // Another system: its own names of columns, a total below, a day nobody can read, another rate code.
        var rows = lines.Select(cells => $"{cells[0]};{cells[2]};{cells[3]};{cells[5]};{cells[6]};{cells[7]}").ToList();
        var spoilt = rows[0].Replace(lines[0][5], "soon", StringComparison.Ordinal);
        var file = Encoding.UTF8.GetBytes(string.Join('\n', ["Plan;Kind of room;Heads;First;Last;Gross", spoilt, .. rows.Skip(1), "OTHER;STD;Single;2026-01-01;2026-12-31;10", ";Total;;;;1234"]));
        using var first = await sales.UploadAsync(page, page + "/check/preview", file);
        var guessed = await HotelBrowser.ParseAsync(first);
        Assert.Contains("Say which column is: Room type, Occupancy, From, Until", guessed.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(guessed.Forms, form => form.GetAttribute("action") == page + "/check");

        (string, string)[] columns = [("Columns[Code]", "0"), ("Columns[Type]", "1"), ("Columns[Occupancy]", "2"), ("Columns[From]", "3"), ("Columns[To]", "4"), ("Columns[Amount]", "5")];
        using var second = await sales.SendAsync(guessed, page + "/check/preview", columns);
        var looked = await HotelBrowser.ParseAsync(second);
        foreach (var says in new[] { "Not read: 2", $"As agreed: {rows.Count - 1}", "1 not loaded", "1 rows of other rate codes", "soon is no date. Write it as in 2027-04-14.", "The cell is empty." }) Assert.Contains(says, looked.Words(), StringComparison.Ordinal);
        using (var changed = await sales.SendAsync(looked, page + "/check", ("Seen", "0"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendAsync(looked, page + "/check")).StatusCode);
        var breach = await OnlyAsync(BreachKind.LoadedOtherwise, agreement.Id);
        Assert.Contains(breach.Evidence.Facts, fact => fact.ToString().StartsWith("Row 2 of the file could not be read", StringComparison.Ordinal));
        Assert.Contains("2 rows of it could not be read", (await sales.PageAsync(page)).Words(), StringComparison.Ordinal);

        // Nothing of it can be read: nothing is concluded.
        using var nothing = await sales.UploadAsync(page, page + "/check/preview", Encoding.UTF8.GetBytes("Room type,Occupancy,From,To,Amount\nSTD,Some,2026-01-01,2026-02-01,5\n"));
        var none = await HotelBrowser.ParseAsync(nothing);
        Assert.Contains("It is Single, Double or ExtraPerson.", none.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(none.Forms, form => form.GetAttribute("action") == page + "/check");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.UploadAsync(page, page + "/check/preview", Encoding.UTF8.GetBytes("one line"))).StatusCode);
    }

    [Fact]
    public async Task What_an_agency_books_for_others_counts_for_its_promise_and_once_in_the_total()
    {
        var (agency, alba, hotel) = await site.InDatabaseAsync(async db => (await db.Accounts.SingleAsync(account => account.TradeName == "Voyage d'Affaires"), await db.Accounts.SingleAsync(account => account.TradeName == "Alba Bank"), await db.Properties.SingleAsync(property => property.Code == "TIA")));
        var agreement = (await site.InDatabaseAsync(db => db.Agreements.Where(found => found.AccountId == agency.Id && found.AcceptedAt != null).ToListAsync())).Single();
        var sales = await site.SignedInAsync("sales@demo.example");
        var before = await ReadAsync();
        await site.InDatabaseAsync(async db =>
        {
            db.Stays.AddRange(
                new Stay(hotel.Id, alba.Id, "through-1", new StayFacts("alba_bank", new(2026, 11, 2), 3, 2, 90m, "SUP", 1, Agent: "Voyage d'Affaires S.A.R.L."), hotel.Currency),
                new Stay(hotel.Id, null, "through-2", new StayFacts("Somebody", new(2026, 11, 3), 4, 1, 90m, "SUP", 1, RateCode: "voyaff"), hotel.Currency),
                new Stay(hotel.Id, agency.Id, "through-3", new StayFacts("Voyage d'Affaires", new(2026, 11, 4), 1, 1, 90m, "SUP", 1, Agent: "Voyage d'Affaires"), hotel.Currency));
            return await db.SaveChangesAsync();
        });
        var after = await ReadAsync();
        Assert.Equal((before.Promise + 11, before.Agency + 11, before.Alba + 6, before.Total + 11), after); // 6 of Alba's, 4 of somebody, 1 of its own staff
        Assert.Contains("of these room nights were booked for other companies", (await sales.PageAsync($"/production/{agency.Id}")).Words(), StringComparison.Ordinal);
        Assert.Contains("stands at both; the total counts it once", (await sales.PageAsync("/production")).Words(), StringComparison.Ordinal);

        async Task<(int Promise, int Agency, int Alba, int Total)> ReadAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            var stand = await scope.ServiceProvider.GetRequiredService<HotelCorporate.Web.Desk.ProductionDesk>().StandingAsync(agreement, new(2026, 11, 24), CancellationToken.None);
            var page = await sales.PageAsync("/production");
            return (stand.Produced.RoomNights, NightsOf($"/production/{agency.Id}?"), NightsOf($"/production/{alba.Id}?"), int.Parse(page.QuerySelectorAll("tfoot td")[12].TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

            int NightsOf(string address) => page.QuerySelectorAll("tbody tr").FirstOrDefault(row => row.QuerySelector("a")!.GetAttribute("href")!.StartsWith(address, StringComparison.Ordinal)) is { } row
                ? int.Parse(row.QuerySelectorAll("td")[12].TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;
        }
    }

    [Fact]
    public async Task An_agency_earns_on_nights_that_were_slept_by_its_name_agent_or_own_code()
    {
        var (agency, hotel) = await site.InDatabaseAsync(async db => (await db.Accounts.SingleAsync(account => account.TradeName == "Voyage d'Affaires"), await db.Properties.SingleAsync(property => property.Code == "TIA")));
        await site.InDatabaseAsync(async db =>
        {
            db.Stays.AddRange(
                new Stay(hotel.Id, null, "agent", new StayFacts("Somebody", new(2026, 11, 5), 2, 1, 100m, "STD", 1, Agent: "VOYAGE D'AFFAIRES"), hotel.Currency),
                new Stay(hotel.Id, null, "code", new StayFacts("Else", new(2026, 11, 8), 1, 2, 80m, "STD", 1, RateCode: "VOYAFF"), hotel.Currency),
                new Stay(hotel.Id, agency.Id, "running", new StayFacts(agency.LegalName, new(2026, 11, 23), 4, 1, 50m, "STD", 1), hotel.Currency),
                new Stay(hotel.Id, null, "other", new StayFacts("Nobody", new(2026, 11, 8), 1, 1, 80m, "STD", 1, RateCode: "CORP26"), hotel.Currency));
            return await db.SaveChangesAsync();
        });
        var finance = await site.SignedInAsync("finance@demo.example");
        var page = await finance.PageAsync($"/production/{agency.Id}/commission?from=2026-11-01&to=2026-11-30");
        // 200.00 + 160.00 + the one night of the running stay that is over: 50.00, at 8 %.
        Assert.Equal(["5", "410.00", "", "32.80"], page.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent));
        using var book = new XLWorkbook(new MemoryStream(await finance.Http.GetByteArrayAsync(new Uri($"/production/{agency.Id}/commission/xlsx?from=2026-11-01&to=2026-11-30", UriKind.Relative))));
        Assert.Equal(32.80m, book.Worksheets.First().Cell(5, 7).GetValue<decimal>());
        using var pdf = await finance.Http.GetAsync(new Uri($"/production/{agency.Id}/commission/pdf?from=2026-11-01&to=2026-11-30", UriKind.Relative));
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await finance.Http.GetAsync(new Uri($"/production/{agency.Id}/commission?from=2026-11-30&to=2026-11-01", UriKind.Relative))).StatusCode);
    }

    private async Task<(Agreement Agreement, Domain.Properties.Property Hotel)> AlbaAsync() => await site.InDatabaseAsync(async db =>
    {
        var hotel = await db.Properties.SingleAsync(property => property.Code == "TIA");
        var account = await db.Accounts.SingleAsync(account => account.TradeName == "Alba Bank");
        return ((await db.Agreements.Where(agreement => agreement.AccountId == account.Id && agreement.AcceptedAt != null).ToListAsync()).Single(agreement => agreement.Terms.PropertyIds.Contains(hotel.Id)), hotel);
    });

    private static StayFacts Facts(decimal rate) => new("alba_bank", Arrival, 1, 1, rate, "STD", 1, new LocalDate(2026, 10, 20));

    private Task<int> StayAsync(Agreement agreement, Domain.Properties.Property hotel, string key, decimal rate) => site.InDatabaseAsync(async db =>
    {
        db.Stays.Add(new Stay(hotel.Id, agreement.AccountId, key, Facts(rate), hotel.Currency));
        return await db.SaveChangesAsync();
    });

    private Task<int> RefuseAsync(Agreement agreement, Domain.Properties.Property hotel) => site.InDatabaseAsync(async db =>
    {
        var type = await db.RoomTypes.FirstAsync(type => type.PropertyId == hotel.Id);
        foreach (var night in new[] { new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 2) })
            db.RateRefusals.Add(new RateRefusal(
                new RateQuestion([agreement.AccountId], hotel.Id, type.Id, Occupancy.Single, night, new(2026, 12, 1), 2, new(2026, 11, 24)),
                new RateAnswer(Money.Of(95m, hotel.Currency), null, agreement.Id, [], IsLastRoom: true), 3, "The house is kept for the fair", null, site.Clock.GetCurrentInstant()));
        return await db.SaveChangesAsync();
    });

    private async Task CheckAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DueCompliance>().CheckAsync(CancellationToken.None);
    }

    /// <summary>The clocks of two nodes on the next day.</summary>
    private async Task TwoAtOnceAsync()
    {
        site.Clock.Advance(Duration.FromDays(1));
        try
        {
            var before = await site.InDatabaseAsync(db => db.Tasks.CountAsync());
            await Task.WhenAll(CheckAsync(), CheckAsync());
            Assert.Equal(before, await site.InDatabaseAsync(db => db.Tasks.CountAsync()));
        }
        finally
        {
            site.Clock.Advance(-Duration.FromDays(1));
        }
    }

    private static async Task LookNowAsync(HotelBrowser sales) => Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync("/production/compliance", "/production/compliance/check", [])).StatusCode);

    private Task<Breach> OnlyAsync(BreachKind kind, int agreementId) => site.InDatabaseAsync(db => db.Breaches.AsNoTracking().SingleAsync(breach => breach.Kind == kind && breach.AgreementId == agreementId));

    private Task<int> CountAsync(BreachKind kind, int agreementId) => site.InDatabaseAsync(db => db.Breaches.CountAsync(breach => breach.Kind == kind && breach.AgreementId == agreementId));
}
