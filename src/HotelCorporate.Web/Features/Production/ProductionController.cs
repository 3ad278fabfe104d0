using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Documents.Pdf;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Production;

/// <summary>What each company brought in a year.</summary>
/// <param name="Unassigned">Companies of stays that are no accounts yet.</param>
public sealed record ProductionPage(int Year, LocalDate Today, Currency Currency, IReadOnlyList<ProductionPage.Row> Rows, int OfNobody, IReadOnlyList<KeyValuePair<string, int>> Unassigned)
{
    public sealed record Row(int AccountId, string Name, IReadOnlyList<ProducedNights> Months, int NightsBefore)
    {
        public int Nights => Months.Sum(month => month.RoomNights);

        public Money Revenue => Months.Sum(Months[0].Revenue.Currency, month => month.Revenue);

        public Money AverageRate => new ProducedNights(Nights, Revenue, 0).AverageRate;
    }
}

/// <summary>A company's scorecard.</summary>
public sealed record ScorecardPage(Account Account, Property Hotel, ScorecardSheet Card, bool IsOrdered);

/// <summary>What companies really brought: by month and company, and each one's scorecard.</summary>
[Authorize(Policy = Policies.Forecast)]
[Route("production")]
public sealed class ProductionController(HotelDb db, Scorecards cards, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year, CancellationToken cancel) => View(await PageAsync(year, cancel));

    [HttpGet("xlsx")]
    public async Task<IActionResult> Workbook(int? year, CancellationToken cancel)
    {
        var (page, words) = (await PageAsync(year, cancel), Words.Here);
        var months = Enumerable.Range(1, 12).Select(month => words.Culture.DateTimeFormat.GetAbbreviatedMonthName(month));
        var table = new TableSheet(
            words["Production"], [words["Company"], .. months, words["Room nights"], words.Say("Room nights {0}", page.Year - 1), words["Revenue"], words["Average rate"]],
            [.. page.Rows.Select(row => (IReadOnlyList<object?>)[row.Name, .. row.Months.Select(month => (object?)month.RoomNights), row.Nights, row.NightsBefore, row.Revenue, row.AverageRate])]);
        return Excel(TableWorkbook.Write([table], $"{words["Production"]} {page.Year}"), $"production-{page.Year}.xlsx");
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, int? year, CancellationToken cancel) => await CardAsync(id, year, cancel) is { } page ? View(page) : NotFound();

    [HttpGet("{id:int}/xlsx")]
    public async Task<IActionResult> CardWorkbook(int id, int? year, CancellationToken cancel) =>
        await CardAsync(id, year, cancel) is { } page ? Excel(ScorecardWorkbook.Write(page.Card), $"scorecard-{page.Card.Year}.xlsx") : NotFound();

    [HttpGet("{id:int}/pdf")]
    public async Task<IActionResult> Pdf(int id, int? year, CancellationToken cancel) => await CardAsync(id, year, cancel) is { } page
        ? File(ScorecardPdf.Write(page.Card with { Hotel = await db.WithLogoAsync(page.Card.Hotel, cancel) }), "application/pdf", $"scorecard-{page.Card.Year}.pdf")
        : NotFound();

    /// <summary>The scorecard goes to the company's reader.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("{id:int}/mail")]
    public async Task<IActionResult> Mail(int id, int? year, CancellationToken cancel)
    {
        if (await CardAsync(id, year, cancel) is not { } page) return NotFound();
        if (!Attempt(() => cards.Queue(page.Card, page.Account, page.Hotel, Me))) return Refused(page, nameof(Details));
        await db.SaveChangesAsync(cancel);
        Say("The scorecard is on its way.");
        return RedirectToAction(nameof(Details), new { id, year });
    }

    /// <summary>Sends it every month from now on, or no longer.</summary>
    [Authorize(Policy = Policies.Sales)]
    [SameHotel]
    [HttpPost("{id:int}/monthly")]
    public async Task<IActionResult> Monthly(int id, bool wanted, CancellationToken cancel)
    {
        if (await CardAsync(id, null, cancel) is not { } page) return NotFound();
        var order = await db.ScorecardOrders.SingleOrDefaultAsync(order => order.PropertyId == page.Hotel.Id && order.AccountId == id, cancel);
        if (wanted && order is null) db.ScorecardOrders.Add(new ScorecardOrder(page.Hotel.Id, id, page.Hotel.Today(clock.GetCurrentInstant())));
        if (!wanted && order is not null) db.ScorecardOrders.Remove(order);
        if (wanted == order is null) db.Note(Me, clock.GetCurrentInstant(), nameof(Account), page.Account.Id, wanted ? "order scorecard" : "stop scorecard");
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<ScorecardPage?> CardAsync(int id, int? year, CancellationToken cancel)
    {
        if (await DeskQueries.AccountAsync(db, id, cancel) is not { } account) return null;
        var property = await hotel.GetAsync(cancel);
        var card = await cards.ReadAsync(account, property, YearOf(year, property.Today(clock.GetCurrentInstant())), cancel);
        return new ScorecardPage(account, property, card, await db.ScorecardOrders.AnyAsync(order => order.PropertyId == property.Id && order.AccountId == id, cancel));
    }

    private async Task<ProductionPage> PageAsync(int? asked, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var year = YearOf(asked, today);
        var (from, to) = (new LocalDate(year - 1, 1, 1), LocalDate.Min(new LocalDate(year, 12, 31), today));
        var stays = await db.Stays.AsNoTracking().Where(stay => stay.PropertyId == property.Id && stay.Arrival <= to && stay.Departure > from)
            .Select(stay => new { stay.AccountId, stay.Company, stay.Arrival, stay.Nights, stay.Rooms, stay.Rate }).ToListAsync(cancel);
        var ids = stays.Select(stay => stay.AccountId).OfType<int>().Distinct().ToList();
        var names = await db.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).Select(account => new { account.Id, account.TradeName }).ToDictionaryAsync(account => account.Id, account => account.TradeName, cancel);
        var rows = stays.Where(stay => stay.AccountId is not null).GroupBy(stay => stay.AccountId!.Value).Select(group =>
        {
            var own = group.Select(stay => new StayedNights(stay.Arrival, stay.Nights, stay.Rooms, stay.Rate)).ToList();
            var before = ProducedNights.Of(own, from, from.PlusYears(1).PlusDays(-1), property.Currency).RoomNights;
            return new ProductionPage.Row(group.Key, names[group.Key], ProducedNights.ByMonth([.. own.Where(stay => stay.Arrival <= to)], year, property.Currency), before);
        });
        var unassigned = stays.Where(stay => stay.AccountId is null && stay.Company.Length > 0).GroupBy(stay => stay.Company, StringComparer.Ordinal).Select(group => KeyValuePair.Create(group.Key, group.Count()));
        return new ProductionPage(
            year, today, property.Currency, [.. rows.Where(row => row.Nights + row.NightsBefore > 0).OrderByDescending(row => row.Nights).ThenBy(row => row.Name, StringComparer.Ordinal)],
            stays.Count(stay => stay.Company.Length == 0), [.. unassigned.OrderByDescending(company => company.Value).Take(20)]);
    }

    private static int YearOf(int? asked, LocalDate today) => asked is { } year && year > 1990 && year <= today.Year + 1 ? year : today.Year;
}
