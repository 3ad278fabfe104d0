using System.Globalization;
using System.Net;
using System.Text;
using ClosedXML.Excel;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Messages;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Jobs;
using HotelCorporate.Web.Tests.Blocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Tests.Production;

public sealed class ProductionOnSqlite(SqliteSite site) : ProductionTests(site), IClassFixture<SqliteSite>;

public sealed class ProductionOnPostgres(PostgresSite site) : ProductionTests(site), IClassFixture<PostgresSite>;

/// <summary>A real year of stays is brought in: companies become accounts, months and averages agree with the file, a second time changes nothing.</summary>
public abstract class ProductionTests(HotelSiteFixture site)
{
    private static readonly byte[] RealFile = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "hotel_rates_corporate_and_groups.csv"));

    [Fact]
    public async Task The_real_file_comes_in_once_with_its_companies_and_its_totals_are_those_of_the_file()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var before = await site.InDatabaseAsync(db => db.Accounts.CountAsync());
        var page = await LookAsync(manager, RealFile);
        var words = page.Words();
        Assert.Contains("Made: 2683", words, StringComparison.Ordinal);
        Assert.Contains("1293 stays name no company", words, StringComparison.Ordinal);
        Assert.Contains("821 rows are equal to another", words, StringComparison.Ordinal);
        Assert.Contains("Make accounts of the 166 companies", words, StringComparison.Ordinal);
        await RunAsync(manager, page);

        Assert.Equal(before + 166, await site.InDatabaseAsync(db => db.Accounts.CountAsync()));
        var rows = Rows().ToList();
        var top = rows.Where(row => row.Company.Length > 0).GroupBy(row => row.Company, StringComparer.Ordinal).OrderByDescending(group => group.Sum(row => row.Nights)).Take(10).ToList();
        foreach (var company in top)
        {
            var account = await site.InDatabaseAsync(db => db.Accounts.SingleAsync(account => account.LegalName == StayFacts.Named(company.Key)));
            var workbook = await WorkbookAsync(manager, $"/production/{account.Id}/xlsx?year=2017");
            for (var month = 1; month <= 12; month++)
            {
                var nights = company.SelectMany(row => Enumerable.Range(0, row.Nights).Select(night => (Night: row.Arrival.PlusDays(night), row.Rate))).Where(night => night.Night.Year == 2017 && night.Night.Month == month).ToList();
                Assert.Equal(nights.Count, workbook.Cell(month + 1, 2).GetValue<int>());
                Assert.Equal(nights.Sum(night => night.Rate), workbook.Cell(month + 1, 4).GetValue<decimal>());
            }
        }

        var list = await manager.PageAsync("/production?year=2017");
        Assert.Equal(rows.Where(row => row.Company.Length > 0).SelectMany(row => Enumerable.Range(0, row.Nights).Select(row.Arrival.PlusDays)).Count(night => night.Year == 2017).ToString("N0", CultureInfo.InvariantCulture),
            list.QuerySelectorAll("tfoot td")[12].TextContent);

        // The same file again: every row is known.
        var again = await LookAsync(manager, RealFile);
        Assert.Contains("As it is: 2683", again.Words(), StringComparison.Ordinal);
        Assert.Contains("nothing to bring in", again.Words(), StringComparison.Ordinal);

        await AgreementsTurnTheLightsAsync(top.Select(company => company.Key));
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_handed_back_with_why_and_what_a_file_brought_can_be_taken_out_again()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        var file = "Check-in;Nights;ADR;Company;Confirmation\n2026-03-02;2;95,50;Bardha & Sons;A1\n2026-03-03;0;80;Bardha & Sons;A2\nsoon;1;80;Bardha & Sons;A3\n2026-03-04;1;1000000000;;A4\n2026-03-05;1;70;;A1\n";
        var page = await LookAsync(manager, CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(file));
        Assert.Contains("Made: 1", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Left out: 4", page.Words(), StringComparison.Ordinal);
        var done = await RunAsync(manager, page);
        using var refused = await manager.Http.GetAsync(new Uri(done + "/refused.csv", UriKind.Relative));
        var text = await refused.Content.ReadAsStringAsync();
        Assert.Contains("A stay has 1 to 366 nights.", text, StringComparison.Ordinal);
        Assert.Contains("soon is no date", text, StringComparison.Ordinal);
        Assert.Contains("A rate is between 0 and 1,000,000", text, StringComparison.Ordinal);
        Assert.Contains("A1 is in the file twice", text, StringComparison.Ordinal);
        Assert.Equal(5, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(95.50m, await site.InDatabaseAsync(async db => (await db.Stays.SingleAsync(stay => stay.Company == "Bardha & Sons")).Rate.Amount));

        // By its reference the stay is known again, and changed.
        var changed = await RunAsync(manager, await LookAsync(manager, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Check-in;Nights;ADR;Company;Confirmation\n2026-03-02;3;95,50;Bardha & Sons;A1\n")).ToArray()));
        Assert.Equal(3, await site.InDatabaseAsync(async db => (await db.Stays.SingleAsync(stay => stay.Company == "Bardha & Sons")).Nights));
        Assert.NotEqual(done, changed);
        await manager.SendShownAsync(done, done + "/undo", []);
        Assert.Equal(0, await site.InDatabaseAsync(db => db.Stays.CountAsync(stay => stay.Company == "Bardha & Sons")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync(done + "/undo", [], "/production/imports")).StatusCode);
    }

    [Fact]
    public async Task Stays_of_a_company_that_was_merged_are_the_others_and_a_missing_column_begins_nothing()
    {
        var (manager, other) = (await site.SignedInAsync("manager@demo.example"), await site.InDatabaseAsync(db => db.Accounts.Where(account => account.TradeName == "Alba Bank").Select(account => account.Id).SingleAsync()));
        await site.InDatabaseAsync(async db =>
        {
            var merged = Account.Open(new AccountFacts("Zephyr Holding Ltd"));
            db.Accounts.Add(merged);
            await db.SaveChangesAsync();
            merged.MergeInto(await db.Accounts.SingleAsync(account => account.Id == other));
            return await db.SaveChangesAsync();
        });
        var page = await LookAsync(manager, Encoding.UTF8.GetBytes("Arrival,Nights,Price of it,Company\n2026-04-02,2,90,zephyr_holding_ltd\n"));
        var address = page.QuerySelectorAll("main form").Select(form => form.GetAttribute("action")!).Single(action => !action.EndsWith("/columns", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PostAsync(address, [], address)).StatusCode); // no column is the rate
        Assert.Equal(Domain.Imports.ImportStatus.Looked, await site.InDatabaseAsync(db => db.StayImports.OrderByDescending(import => import.Id).Select(import => import.Status).FirstAsync()));

        var whole = await LookAsync(manager, Encoding.UTF8.GetBytes("Arrival,Nights,Rate,Company\n2026-04-02,2,90,zephyr_holding_ltd\n"));
        Assert.DoesNotContain("Make accounts of", whole.Words(), StringComparison.Ordinal);
        await RunAsync(manager, whole);
        Assert.Equal(other, await site.InDatabaseAsync(db => db.Stays.Where(stay => stay.Company == "zephyr_holding_ltd").Select(stay => stay.AccountId).SingleAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one line alone")]
    [InlineData("PK\u0003\u0004 but no workbook")]
    [InlineData("GIF89a\0\0picture")]
    public async Task A_file_that_is_none_is_refused_where_it_was_chosen(string content)
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        using var answer = await manager.UploadAsync("/production/imports", "/production/imports", Encoding.Latin1.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty((await HotelBrowser.ParseAsync(answer)).QuerySelector("#file-wrong, .invalid-feedback")!.TextContent);
    }

    [Fact]
    public async Task The_scorecard_goes_by_mail_with_its_paper_and_every_month_when_it_is_wanted()
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var account = await site.InDatabaseAsync(db => db.Accounts.Where(account => account.Contacts.Any(contact => contact.Email != "")).OrderBy(account => account.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await sales.SendShownAsync($"/production/{account.Id}", $"/production/{account.Id}/mail", [])).StatusCode);
        Assert.Equal(1, await LettersAsync());
        using var pdf = await sales.Http.GetAsync(new Uri($"/production/{account.Id}/pdf", UriKind.Relative));
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);

        await sales.SendShownAsync($"/production/{account.Id}", $"/production/{account.Id}/monthly", []);
        await SendDueAsync();
        Assert.Equal(1, await LettersAsync());
        site.Clock.Advance(Duration.FromDays(33));
        try
        {
            await SendDueAsync();
            await SendDueAsync();
            Assert.Equal(2, await LettersAsync());
        }
        finally
        {
            site.Clock.Advance(-Duration.FromDays(33));
        }

        Task<int> LettersAsync() => site.InDatabaseAsync(db => db.Outbox.CountAsync(mail => mail.Kind == MailKind.Scorecard));

        async Task SendDueAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DueScorecards>().SendAsync(CancellationToken.None);
        }
    }

    /// <summary>An agreement for a tenth, half and twice of what a company brought is green, and red.</summary>
    private async Task AgreementsTurnTheLightsAsync(IEnumerable<string> companies)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (db, production) = (scope.ServiceProvider.GetRequiredService<Database.HotelDb>(), scope.ServiceProvider.GetRequiredService<ProductionDesk>());
        var hotel = await db.Properties.OrderBy(property => property.Id).FirstAsync();
        foreach (var company in companies)
        {
            var account = await db.Accounts.SingleAsync(account => account.LegalName == StayFacts.Named(company));
            var (from, to) = (new LocalDate(2016, 9, 1), new LocalDate(2017, 8, 31));
            var brought = Rows().Where(row => row.Company == company).SelectMany(row => Enumerable.Range(0, row.Nights).Select(row.Arrival.PlusDays)).Count(night => night >= from && night <= to);
            Assert.True(brought > 0);
            foreach (var (promised, light) in new[] { (Math.Max(1, brought / 2), ProductionLight.Green), (brought * 2, ProductionLight.Red) })
            {
                var terms = new AgreementTerms { PropertyIds = [hotel.Id], ValidFrom = from, ValidTo = to, CurrencyCode = hotel.CurrencyCode, CommittedNights = promised };
                var stand = await production.StandingAsync(Agreement.Draft(account.Id, "Real", terms with { Seasons = [new("Year", from, to)] }), to, CancellationToken.None);
                Assert.Equal((brought, light), (stand.Produced.RoomNights, stand.Progress!.Light));
            }
        }
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> LookAsync(HotelBrowser manager, byte[] file)
    {
        using var sent = await manager.UploadAsync("/production/imports", "/production/imports", file);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return await manager.PageAsync(sent.Headers.Location!.OriginalString);
    }

    /// <returns>The page of the file.</returns>
    private static async Task<string> RunAsync(HotelBrowser manager, AngleSharp.Html.Dom.IHtmlDocument page)
    {
        var address = page.QuerySelectorAll("main form").Select(form => form.GetAttribute("action")!).Single(action => !action.EndsWith("/columns", StringComparison.Ordinal));
        using var done = await manager.SendAsync(page, address);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        return address;
    }

    private static async Task<IXLWorksheet> WorkbookAsync(HotelBrowser browser, string address) =>
        new XLWorkbook(new MemoryStream(await browser.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative)))).Worksheets.First();

    /// <summary>The file read plainly, apart from the site's own reading.</summary>
    private static IEnumerable<(LocalDate Arrival, int Nights, decimal Rate, string Company)> Rows() => Encoding.UTF8.GetString(RealFile).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim().Split(',')).Select(cells => (
        LocalDatePattern.Iso.Parse(cells[0]).Value, int.Parse(cells[2], CultureInfo.InvariantCulture) + int.Parse(cells[3], CultureInfo.InvariantCulture), decimal.Parse(cells[20], CultureInfo.InvariantCulture), cells[12] is "null" or "not_applicable" ? "" : cells[12]));
}
