using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Resources;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Resources;

/// <summary>What is needed beyond what is free (domain section 7), to hire it or to move what competes; and whether spaces can be turned in time.</summary>
[Authorize(Policy = Policies.Events)]
[Route("resources")]
public sealed class ShortagesController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("shortages")]
    public async Task<IActionResult> Index(LocalDate? from, LocalDate? until, CancellationToken cancel) => View("/Features/Resources/Shortages.cshtml", await PageAsync(from, until, cancel));

    [HttpGet("shortages/export.xlsx")]
    public async Task<IActionResult> Export(LocalDate? from, LocalDate? until, CancellationToken cancel)
    {
        var page = await PageAsync(from, until, cancel);
        var zone = page.Property.Zone;
        var rows = page.Rows.Select(row => new ShortageRow(
            row.Shortage.Resource.Name, row.Shortage.Time.From.InZone(zone).LocalDateTime, row.Shortage.Time.Until.InZone(zone).LocalDateTime, row.Shortage.Needed, row.Shortage.There,
            string.Join("; ", row.Takers.Select(taker => $"{taker.Reference} {taker.Title}")), string.Join(" ", row.Advice.Select(advice => ResourceWords.Say(advice, row, zone)))));
        return Excel(ShortageWorkbook.Write([.. rows], Words.Here), $"shortages-{Show.Iso(page.From)}.xlsx");
    }

    /// <summary>The changes of set-up of a day, with the people and tables that they need.</summary>
    [HttpGet("turn-rounds")]
    public async Task<IActionResult> TurnRounds(LocalDate? date, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var day = UseSpan.Of(Days.Asked(date, today), isDay: true, property.Zone);
        var house = await db.ResourceHouseAsync(property, day.Time, cancel);
        return View("/Features/Resources/TurnRounds.cshtml", new TurnRoundsPage(
            property, day.First, today, [.. house.Book.Catalogue.All.Where(resource => resource is { IsRetired: false, StyleFigures.Length: > 0 }).OrderByDescending(resource => resource.IsPeople).ThenBy(resource => resource.Name, StringComparer.CurrentCulture)],
            [.. Domain.Resources.TurnRounds.Changes(house.Book.Functions).Where(change => change.Time.Overlaps(day.Time))], Domain.Resources.TurnRounds.Clashes(house.Book, day.Time), house.Takers));
    }

    private async Task<ShortagesPage> PageAsync(LocalDate? from, LocalDate? until, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var now = clock.GetCurrentInstant();
        var first = Days.Asked(from, property.Today(now));
        var last = until is { } day && day >= first && day <= first.PlusDays(ShortagesReading.MostDays) ? day : first.PlusDays(ShortagesReading.ComingDays);
        return await ShortagesReading.PageAsync(db, property, first, last, now, cancel);
    }
}

/// <summary>What the shortage list reads.</summary>
internal static class ShortagesReading
{
    public const int ComingDays = 60;

    public const int MostDays = 370;

    /// <summary>Around the days that are shown, for suggestions on other days.</summary>
    private const int DaysAround = 8;

    public static async Task<ShortagesPage> PageAsync(HotelDb db, Property property, LocalDate first, LocalDate last, Instant now, CancellationToken cancel)
    {
        var house = await db.ResourceHouseAsync(property, Between(property, first.PlusDays(-DaysAround), last.PlusDays(DaysAround)), cancel);
        var shown = Between(property, first, last);
        var rows = house.Book.Shortages().Where(shortage => shortage.Time.Overlaps(shown)).Select(shortage =>
            new ShortagesPage.Row(shortage, [.. shortage.FunctionIds.Select(id => house.Takers[id])], ShortageAdvice.For(shortage, house.Book, property.Zone, now)));
        return new ShortagesPage([.. rows], property, first, last);
    }

    /// <summary>The weeks to come.</summary>
    public static Occupation Coming(Property property, Instant now) => Between(property, property.Today(now), property.Today(now).PlusDays(ComingDays));

    private static Occupation Between(Property property, LocalDate first, LocalDate last) =>
        new(first.AtStartOfDayInZone(property.Zone).ToInstant(), last.PlusDays(1).AtStartOfDayInZone(property.Zone).ToInstant());
}
