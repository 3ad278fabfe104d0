using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using ClosedXML.Excel;
using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Forecasts;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Features.Forecast;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HotelCorporate.Web.Tests.Forecast;

public sealed class ForecastOnSqlite(SqliteSite site) : ForecastTests(site), IClassFixture<SqliteSite>;

public sealed class ForecastOnPostgres(PostgresSite site) : ForecastTests(site), IClassFixture<PostgresSite>;

/// <summary>The forecast adds up what the bookings are worth, whichever way it is cut.</summary>
public abstract class ForecastTests(HotelSiteFixture site)
{
    private static readonly Instant Long = Instant.FromUtc(2026, 1, 5, 8, 0);

    [Fact]
    public async Task A_booking_counts_with_its_contract_else_the_newest_offer_sent_else_the_newest_draft()
    {
        await site.InDatabaseAsync(async db =>
        {
            var make = await ForecastExamples.InTiranaAsync(db);
            var day = new LocalDate(2031, 3, 30);
            var contract = await make.BookingAsync(BookingStatus.Definite, day, Long, Long);
            await make.QuoteAsync(contract, 1, QuoteStatus.Accepted, day.PlusDays(-90), make.Line(day, RevenueClass.Food, 10));
            await make.QuoteAsync(contract, 2, QuoteStatus.Accepted, day.PlusDays(-80), make.Line(day, RevenueClass.Food, 7), make.Line(day.PlusDays(3), RevenueClass.Rooms, 4)); // over the end of the month
            await make.QuoteAsync(contract, 3, QuoteStatus.Sent, day.PlusDays(-70), make.Line(day, RevenueClass.Food, 99));
            var offered = await make.BookingAsync(BookingStatus.Quoted, day, Long, Long);
            await make.QuoteAsync(offered, 1, QuoteStatus.Superseded, day.PlusDays(-90), make.Line(day, RevenueClass.Av, 50));
            await make.QuoteAsync(offered, 2, QuoteStatus.Sent, day.PlusDays(-80), make.Line(day, RevenueClass.Av, 5));
            await make.QuoteAsync(offered, 3, QuoteStatus.Draft, day.PlusDays(-70), make.Line(day, RevenueClass.Av, 60));
            var drafted = await make.BookingAsync(BookingStatus.Inquiry, day, Long, Long);
            await make.QuoteAsync(drafted, 1, QuoteStatus.Draft, day, make.Line(day, RevenueClass.Other, 1));
            await make.QuoteAsync(drafted, 2, QuoteStatus.Draft, day, make.Line(day, RevenueClass.Other, 2));
            var declined = await make.BookingAsync(BookingStatus.Quoted, day, Long, Long);
            await make.QuoteAsync(declined, 1, QuoteStatus.Declined, day, make.Line(day, RevenueClass.Food, 80));
            var lost = await make.BookingAsync(BookingStatus.Quoted, day, Long, Long);
            await make.QuoteAsync(lost, 1, QuoteStatus.Sent, day, make.Line(day, RevenueClass.Food, 80));
            lost.Lose(new BookingEnd(day.PlusDays(-40), "", LostReason.Price, "Hotel Adriatik"));
            return await db.SaveChangesAsync();
        });

        var page = await PageAsync(new() { Year = 2031 });

        Assert.Equal((Euros(700), Euros(400), Euros(0)), (Of(page.Line(3), BookingStatus.Definite), Of(page.Line(4), BookingStatus.Definite), Of(page.Line(5), BookingStatus.Definite)));
        Assert.Equal((Euros(500), Euros(200)), (Of(page.Line(3), BookingStatus.Quoted), Of(page.Line(3), BookingStatus.Inquiry)));
        Assert.Equal((Euros(1800), Euros(1100)), (page.Line().Total, page.Line().Booked));
        Assert.Equal((1, 1), (page.Line(3).Unpriced, page.Line().Unpriced));
        Assert.Equal(Euros(400), page.Line(revenue: RevenueClass.Rooms).Booked);
        var sales = await site.SignedInAsync("sales@demo.example");
        Assert.Contains("8,000.00", Text(await sales.PageAsync("/forecast/lost?year=2031")), StringComparison.Ordinal);
        Assert.Contains("Hotel Adriatik", Text(await sales.PageAsync("/forecast/lost?year=2031")), StringComparison.Ordinal);
        Assert.DoesNotContain("Adriatik", Text(await sales.PageAsync("/forecast/lost?year=2027")), StringComparison.Ordinal);
        await EveryFigureOpensItsBookingsAsync(page, "/forecast?year=2031");
    }

    [Fact]
    public async Task The_same_date_last_year_is_what_stood_on_the_books_then()
    {
        var (day, today) = (new LocalDate(2025, 12, 20), new LocalDate(2025, 11, 24)); // the clock stands a year later
        await site.InDatabaseAsync(async db =>
        {
            var make = await ForecastExamples.InTiranaAsync(db);
            Instant At(int days) => today.PlusDays(days).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() + Duration.FromHours(12);
            await BookedAsync(-30, 10);
            await BookedAsync(0, 20); // on the day itself
            await BookedAsync(1, 40); // a day too late
            var amended = await BookedAsync(-20, 80);
            await make.QuoteAsync(amended, 2, QuoteStatus.Accepted, today.PlusDays(5), make.Line(day, RevenueClass.Food, 90));
            (await BookedAsync(-10, 160)).Cancel(new BookingEnd(today.PlusDays(3), "The plant closed"));
            (await BookedAsync(-10, 320)).Cancel(new BookingEnd(today, "The plant closed"));
            return await db.SaveChangesAsync();

            async Task<Booking> BookedAsync(int days, int hundreds)
            {
                var booking = await make.BookingAsync(BookingStatus.Definite, day, At(days - 60), At(days));
                await make.QuoteAsync(booking, 1, QuoteStatus.Accepted, today.PlusDays(days), make.Line(day, RevenueClass.Food, hundreds));
                return booking;
            }
        });

        var page = await PageAsync(new() { Year = 2026, Revenue = RevenueClass.Food });

        Assert.Equal((Euros(27_000), Euros(16_000)), (page.Line(12).Then, page.Line(12).LastYear)); // 10 + 20 + 80 + 160; 10 + 20 + 40 + 90
        var pace = await site.InScopeAsync((db, accounts, hotel, today) => PaceReading.PageAsync(db, accounts, hotel, new ForecastFilter { Year = 2025, Month = 12, Revenue = RevenueClass.Food }.Ready(hotel, today), today, default));
        Assert.Equal((Euros(57_000), Euros(27_000), Euros(16_000)), (pace.At(pace.This, 14), pace.At(pace.This, 7), pace.At(pace.This, 0))); // 24 November is seven days before December; a week earlier 320 stood there too
        await EveryFigureOpensItsBookingsAsync(page, "/forecast?year=2026&revenue=Food");
    }

    /// <summary>Any bookings with any offers: each cut of the forecast is what they come to, added up from their lines.</summary>
    [Fact]
    public async Task The_forecast_is_the_sum_of_its_bookings()
    {
        var any = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 11], Gen.Int[0, 8], Gen.Select(Gen.Int[0, 5], Gen.Int[1, 30], Gen.Int[0, 40]).List[0, 4]).List[12];
        var year = 2027;
        await any.SampleAsync(async bookings =>
        {
            year++; // a year of its own for each case
            if (year > 2030) return;
            await site.InDatabaseAsync(async db =>
            {
                var make = await ForecastExamples.InTiranaAsync(db);
                foreach (var (status, month, account, lines) in bookings)
                {
                    var day = new LocalDate(year, month + 1, 10);
                    var booking = await make.BookingAsync(RevenueForecast.Statuses[status], day, Long, Long, account);
                    if (lines.Count == 0) continue;
                    await make.QuoteAsync(booking, 1, Kind(booking), day, [.. lines.Select(line => make.Line(LocalDate.Min(day.PlusDays(line.Item3), new LocalDate(year, 12, 31)), (RevenueClass)line.Item1, line.Item2))]);
                }

                return 0;
            });
            var page = await PageAsync(new() { Year = year });
            var worth = bookings.ConvertAll(booking => (Status: RevenueForecast.Statuses[booking.Item1], Net: booking.Item4.Sum(line => line.Item2) * 100m));
            Assert.Equal(worth.Sum(booking => booking.Net), page.Line().Total.Amount);
            foreach (var status in RevenueForecast.Statuses) Assert.Equal(worth.Where(booking => booking.Status == status).Sum(booking => booking.Net), Of(page.Line(), status).Amount);
            foreach (var revenue in Enum.GetValues<RevenueClass>()) Assert.Equal(bookings.SelectMany(booking => booking.Item4).Where(line => (RevenueClass)line.Item1 == revenue).Sum(line => line.Item2) * 100m, page.Line(revenue: revenue).Total.Amount);
            Assert.Equal(page.Line().Total.Amount, ForecastPage.Months.Sum(month => page.Line(month).Total.Amount));
            Assert.Equal(page.Line().Total.Amount, Enum.GetValues<Domain.Accounts.Segment>().Sum(segment => page.Line(segment: segment).Total.Amount));
            Assert.Equal(bookings.Count(booking => booking.Item4.Count == 0), page.Line().Unpriced);
        }, iter: 3, threads: 1);

        static QuoteStatus Kind(Booking booking) => RevenueForecast.IsOnTheBooks(booking.Status) ? QuoteStatus.Accepted : booking.Status == BookingStatus.Inquiry ? QuoteStatus.Draft : QuoteStatus.Sent;
    }

    [Fact]
    public async Task What_is_kept_of_every_offer_is_what_its_lines_come_to_and_a_rebuild_puts_it_right()
    {
        var quotes = await site.InDatabaseAsync(db => db.Quotes.AsNoTracking().AsSplitQuery().Include(quote => quote.Lines).Include(quote => quote.Nets).ToListAsync());
        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.False(quote.KeepNets()));

        var (first, second) = (quotes[0].Id, quotes[^1].Id);
        var kept = await KeptAsync(); // as the saves of the demo and of the other tests left it
        Assert.NotEmpty(kept);
        await site.InDatabaseAsync(db => db.BookingNets.Where(net => net.MinorUnits > 0).ExecuteUpdateAsync(set => set.SetProperty(net => net.MinorUnits, 1)));
        await site.InDatabaseAsync(async db => await db.Set<QuoteNet>().Where(net => EF.Property<int>(net, "QuoteId") == first).ExecuteDeleteAsync()
            + await db.Set<QuoteNet>().Where(net => EF.Property<int>(net, "QuoteId") == second).ExecuteUpdateAsync(set => set.SetProperty(net => net.MinorUnits, net => net.MinorUnits + 1)));
        await using var scope = site.Services.CreateAsyncScope();
        var (looked, changed) = await Database.ForecastRebuild.RunAsync(scope.ServiceProvider.GetRequiredService<Database.HotelDb>(), default);

        Assert.Equal((quotes.Count, 2), (looked, changed));
        Assert.Equal(kept, await KeptAsync());
        Assert.All(await site.InDatabaseAsync(db => db.Quotes.AsNoTracking().AsSplitQuery().Include(quote => quote.Lines).Include(quote => quote.Nets).ToListAsync()), quote => Assert.False(quote.KeepNets()));
    }

    [Fact]
    public async Task Each_number_of_conversion_and_of_lost_business_opens_as_many_bookings()
    {
        var manager = await site.SignedInAsync("manager@demo.example");
        foreach (var address in new[] { "/forecast/conversion?year=2026", "/forecast/conversion?year=2025&source=Agency", "/forecast/lost?year=2026", "/forecast/lost?year=2025" })
        {
            var links = (await manager.PageAsync(address)).QuerySelectorAll(".figures .num a").Select(link => (Figure: link.TextContent.Trim(), To: link.GetAttribute("href")!)).Distinct().ToList();
            Assert.True(links.Count > 5, $"Only {links.Count} figures of {address} open.");
            foreach (var (figure, to) in links)
            {
                var says = (await manager.PageAsync(to)).QuerySelector(".facts span")!.TextContent;
                Assert.True(says.Split(' ')[0] == figure, $"{to} shows {says} behind {figure}.");
            }
        }

        var lost = await manager.PageAsync("/forecast/ended?year=2026&competitor=Hotel%20Adriatik");
        Assert.All(lost.QuerySelectorAll("tbody tr"), row => Assert.Contains("Hotel Adriatik", row.TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("year=99999")]
    [InlineData("year=abc")]
    [InlineData("year=-5")]
    [InlineData("segment=Platinum")]
    [InlineData("segment=77")]
    [InlineData("revenue=Casino")]
    [InlineData("status=Lost")]
    [InlineData("month=13")]
    [InlineData("on=yesterday")]
    public async Task What_an_address_says_that_there_is_not_is_named_and_left_out(string query)
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        foreach (var path in new[] { "/forecast/bookings", "/forecast/pace", "/forecast/conversion", "/forecast/lost" })
        {
            using var answer = await sales.GetAsync($"{path}?{query}");
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{path}?{query} answered {(int)answer.StatusCode}.");
            Assert.NotEmpty((await HotelBrowser.ParseAsync(answer)).QuerySelector(".alert-danger")!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task The_workbook_holds_all_of_it_as_numbers()
    {
        var finance = await site.SignedInAsync("finance@demo.example");
        using var answer = await finance.GetAsync("/forecast/export.xlsx?year=2026");
        using var book = new XLWorkbook(await answer.Content.ReadAsStreamAsync());
        var page = await PageAsync(new() { Year = 2026 });

        Assert.Equal(["Month by month", "By revenue class", "By segment", "By source", "Plan", "Pace", "Conversion", "Lead times", "Lost business"], book.Worksheets.Select(sheet => sheet.Name));
        var total = book.Worksheet(1).Cell(14, 8);
        Assert.True(total.HasFormula);
        Assert.Equal((double)page.Line().Total.Amount, Convert.ToDouble(total.CachedValue, CultureInfo.InvariantCulture), 2);
    }

    [Fact]
    public async Task The_funnel_of_the_year_has_the_demos_inquiries()
    {
        var text = Text(await (await site.SignedInAsync("manager@demo.example")).PageAsync("/forecast/conversion?year=2026"));
        Assert.Contains("Inquiries of 2026", text, StringComparison.Ordinal);
    }

    private async Task EveryFigureOpensItsBookingsAsync(ForecastPage page, string address)
    {
        var sales = await site.SignedInAsync("sales@demo.example");
        var links = (await sales.PageAsync(address)).QuerySelectorAll(".figures .num a").Select(link => (Figure: link.TextContent.Trim(), To: link.GetAttribute("href")!)).Where(link => link.To.StartsWith("/forecast/bookings", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(links.Count > 5, $"Only {links.Count} figures open.");
        foreach (var (figure, to) in links)
        {
            var list = await sales.PageAsync(to);
            var says = to.Contains("unpriced", StringComparison.Ordinal) ? list.QuerySelector(".facts span")!.TextContent : list.QuerySelector("tfoot strong")!.TextContent;
            Assert.True(says.Split(' ')[0] == figure, $"{to} shows {says} behind {figure}.");
        }

        Assert.Equal(page.Year, page.Filter.Year);
    }

    private Task<List<string>> KeptAsync() => site.InDatabaseAsync(async db => (await db.BookingNets.AsNoTracking().ToListAsync())
        .ConvertAll(net => $"{net.BookingId} {net.CurrencyCode} {net.Month} {net.RevenueClass} {net.MinorUnits} {net.RoomNights} {net.PropertyId} {net.AccountId} {net.Status} {net.FirstOn}").Order(StringComparer.Ordinal).ToList());

    private Task<ForecastPage> PageAsync(ForecastFilter filter) => site.InScopeAsync((db, accounts, hotel, today) => ForecastReading.PageAsync(db, accounts, hotel, filter.Ready(hotel, today), today, default));

    private static Money Of(ForecastLine line, BookingStatus status) => line.Statuses.Single(one => one.Status == status).Amount;

    private static Money Euros(decimal amount) => Money.Of(amount, Currency.Eur);

    private static string Text(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("main")!.TextContent;
}

internal static class ForecastScope
{
    /// <summary>Reads as a page does, for the hotel in Tirana on the day that the clock shows.</summary>
    public static async Task<T> InScopeAsync<T>(this HotelSiteFixture site, Func<Database.HotelDb, AccountYears, Domain.Properties.Property, LocalDate, Task<T>> read)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Database.HotelDb>();
        var hotel = await db.Properties.SingleAsync(property => property.Code == "TIA");
        return await read(db, scope.ServiceProvider.GetRequiredService<AccountYears>(), hotel, hotel.Today(site.Clock.GetCurrentInstant()));
    }
}
