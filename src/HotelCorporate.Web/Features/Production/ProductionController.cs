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
/// <param name="Total">Of all companies: a stay that an agency booked for a company stands at both, and counts once.</param>
/// <param name="Unassigned">Companies of stays that are no accounts yet.</param>
public sealed record ProductionPage(int Year, LocalDate Today, Currency Currency, IReadOnlyList<ProductionPage.Row> Rows, ProductionPage.Row Total, int OfNobody, IReadOnlyList<KeyValuePair<string, int>> Unassigned)
{
    /// <param name="AsAgent">Room nights of the year that it booked for others.</param>
    public sealed record Row(int AccountId, string Name, IReadOnlyList<ProducedNights> Months, int NightsBefore, int AsAgent)
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
            words["Production"], [words["Company"], .. months, words["Room nights"], words["of these as an agency"], words.Say("Room nights {0}", page.Year - 1), words["Revenue"], words["Average rate"]],
            [.. page.Rows.Select(row => (IReadOnlyList<object?>)[row.Name, .. row.Months.Select(month => (object?)month.RoomNights), row.Nights, row.AsAgent > 0 ? row.AsAgent : null, row.NightsBefore, row.Revenue, row.AverageRate])]);
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
            .Select(stay => new HouseStay(stay.AccountId, stay.Company, stay.AgentKey, stay.RateCode, new StayedNights(stay.Arrival, stay.Nights, stay.Rooms, stay.Rate, "", null))).ToListAsync(cancel);
        var agencies = await AgenciesAsync(stays, cancel);
        var brokered = agencies.Count == 0 ? [] : stays.FindAll(stay => stay.AgentKey.Length > 0 || stay.RateCode.Length > 0)
            .SelectMany(stay => agencies.Where(agency => stay.AccountId != agency.AccountId && agency.Has(null, stay.AgentKey, stay.RateCode)).Select(agency => (agency.AccountId, Stay: stay))).ToList();
        var (own, asAgent) = (stays.Where(stay => stay.AccountId is not null).ToLookup(stay => stay.AccountId!.Value, stay => stay.Nights), brokered.ToLookup(one => one.AccountId, one => one.Stay.Nights));
        var ids = own.Select(group => group.Key).Union(asAgent.Select(group => group.Key)).ToList();
        var names = await db.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).Select(account => new { account.Id, account.TradeName }).ToDictionaryAsync(account => account.Id, account => account.TradeName, cancel);
        var counted = stays.Where(stay => stay.AccountId is not null).Concat(brokered.Select(one => one.Stay)).Distinct(ReferenceEqualityComparer.Instance).Cast<HouseStay>().Select(stay => stay.Nights);
        var unassigned = stays.Where(stay => stay.AccountId is null && stay.Company.Length > 0).GroupBy(stay => stay.Company, StringComparer.Ordinal).Select(group => KeyValuePair.Create(group.Key, group.Count()));
        return new ProductionPage(
            year, today, property.Currency, [.. ids.Select(id => Row(id, names[id], own[id].Concat(asAgent[id]), asAgent[id])).Where(row => row.Nights + row.NightsBefore > 0).OrderByDescending(row => row.Nights).ThenBy(row => row.Name, StringComparer.Ordinal)],
            Row(0, "", counted, []), stays.Count(stay => stay.Company.Length == 0), [.. unassigned.OrderByDescending(company => company.Value).Take(20)]);

        ProductionPage.Row Row(int id, string name, IEnumerable<StayedNights> some, IEnumerable<StayedNights> booked)
        {
            var all = some.ToList();
            return new(id, name, ProducedNights.ByMonth([.. all.Where(stay => stay.Arrival <= to)], year, property.Currency), ProducedNights.Of(all, from, from.PlusYears(1).PlusDays(-1), property.Currency).RoomNights,
                ProducedNights.Of(booked, new LocalDate(year, 1, 1), to, property.Currency).RoomNights);
        }
    }

    /// <summary>Companies that the stays name as their agent, and those with an agreement that pays a commission.</summary>
    private async Task<IReadOnlyList<StayMarks>> AgenciesAsync(List<HouseStay> stays, CancellationToken cancel)
    {
        var agents = stays.Select(stay => stay.AgentKey).Where(agent => agent.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var paid = (await db.Agreements.AsNoTracking().Where(agreement => agreement.AcceptedAt != null).ToListAsync(cancel)).FindAll(agreement => agreement.Terms.Commission > 0).ConvertAll(agreement => agreement.AccountId);
        var named = agents.Count == 0 ? [] : await db.Accounts.AsNoTracking().Where(account => agents.Contains(account.CoreName)).Select(account => account.MergedIntoId ?? account.Id).ToListAsync(cancel);
        List<int> ids = [.. paid.Union(named)];
        return ids.Count == 0 ? [] : await db.MarksAsync(ids, cancel);
    }

    /// <summary>As much of a stay as says whose it is and how much it counts.</summary>
    private sealed record HouseStay(int? AccountId, string Company, string AgentKey, string RateCode, StayedNights Nights);

    private static int YearOf(int? asked, LocalDate today) => asked is { } year && year > 1990 && year <= today.Year + 1 ? year : today.Year;
}
