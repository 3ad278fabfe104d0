using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>The hire prices of a space as they are typed; a row without a price is passed over.</summary>
public sealed class HireForm
{
    private const int MoreRows = 2;

    public IList<HireRow> Rows { get; set; } = [];

    /// <summary>Which rows were opened, each with its version.</summary>
    public string? Opened { get; set; }

    public sealed class HireRow
    {
        public int? Id { get; set; }

        /// <summary>None: every day.</summary>
        public IList<IsoDayOfWeek> Weekdays { get; set; } = [];

        public LocalDate? From { get; set; }

        public LocalDate? To { get; set; }

        public decimal? Hour { get; set; }

        public decimal? HalfDay { get; set; }

        public decimal? Day { get; set; }

        public bool IsEmpty => Hour is null && HalfDay is null && Day is null;

        public HireFacts Facts(Currency currency) => new(
            Weekdays.Where(day => day != IsoDayOfWeek.None).Aggregate(WeekDays.None, (days, day) => days | (WeekDays)(1 << ((int)day - 1))), From, To,
            TypedAmount.Of(Hour, currency), TypedAmount.Of(HalfDay, currency), TypedAmount.Of(Day, currency));
    }

    public HireForm WithRows()
    {
        for (var more = Rows.Count(row => row.IsEmpty); more < MoreRows; more++) Rows.Add(new());
        return this;
    }

    /// <summary>The rows as they stand, each with its version: another text once somebody changed, added or took out one.</summary>
    public static string SeenOf(IEnumerable<HirePrice> prices) => "rows " + string.Join(' ', prices.Select(price => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{price.Id}.{price.Version}")));

    public static HireForm Of(IReadOnlyList<HirePrice> prices) => new()
    {
        Opened = SeenOf(prices),
        Rows = [.. prices.Select(price => new HireRow
        {
            Id = price.Id, From = price.ValidFrom, To = price.ValidTo, Hour = price.Hour?.Amount, HalfDay = price.HalfDay?.Amount, Day = price.Day?.Amount,
            Weekdays = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && price.Weekdays.HasFlag((WeekDays)(1 << ((int)day - 1))))],
        })],
    };
}

/// <summary>What hiring each space costs: per hour, half day and day, on named weekdays, in named days.</summary>
[Authorize(Policy = Policies.Events)]
[Route("catalogue/hire")]
public sealed class HireController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Page = "/Features/Catalogue/Hire.cshtml";
    private const string Form = "/Features/Catalogue/HireForm.cshtml";
    private const int MostHours = 12;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(Page, await PageAsync(cancel));

    /// <summary>The hire prices in the reader's language; the file can be brought in again.</summary>
    [HttpGet("export.xlsx")]
    public async Task<IActionResult> Export(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var hire = await db.HirePrices.AsNoTracking().Where(price => price.PropertyId == property.Id).OrderBy(price => price.Id).ToListAsync(cancel);
        return Excel(TableWorkbook.Write([CatalogueSheets.OfHire(hire, (await db.ChoicesAsync(property, cancel)).Names)], property.Name), $"hire-{property.Code}.xlsx");
    }

    /// <summary>How long a half day of hire is at most.</summary>
    [Authorize(Policy = Policies.SalesManager)]
    [SameHotel]
    [HttpPost("half-day")]
    public async Task<IActionResult> HalfDay(int? hours, CancellationToken cancel)
    {
        var propertyId = (await hotel.GetAsync(cancel)).Id;
        if (hours is not (>= 1 and <= MostHours) && ModelState.IsValid) Refuse(nameof(hours), $"A half day has 1 to {MostHours} hours.");
        if (!ModelState.IsValid) return Refused(await PageAsync(cancel), Page);
        var property = await db.Properties.SingleAsync(property => property.Id == propertyId, cancel);
        if (property.HalfDayHours != hours)
        {
            property.HalfDayHours = hours!.Value;
            property.Version++;
            db.NoteChanges(Me, clock.GetCurrentInstant(), nameof(Property), propertyId, property);
            await db.SaveChangesAsync(cancel);
        }

        return RedirectToAction(nameof(Index));
    }

    [Authorize(Policy = Policies.SalesManager)]
    [HttpGet("{spaceId:int}/edit")]
    public async Task<IActionResult> Edit(int spaceId, CancellationToken cancel) =>
        await FindAsync(spaceId, cancel) is { } found ? View(Form, new HireFormPage(HireForm.Of(found.Prices).WithRows(), found.Space, found.Property)) : NotFound();

    [Authorize(Policy = Policies.SalesManager)]
    [HttpPost("{spaceId:int}/edit")]
    public async Task<IActionResult> Edit(int spaceId, HireForm form, CancellationToken cancel)
    {
        if (await FindAsync(spaceId, cancel) is not { } found) return NotFound();
        var (space, property, prices) = found;
        var was = Describe(prices);
        var rows = new List<HirePrice>();
        form.Opened = RefuseStale(form.Opened, HireForm.SeenOf(prices));
        for (var i = 0; i < form.Rows.Count; i++)
        {
            var row = form.Rows[i];
            if (row.IsEmpty || !ModelState.IsValid) continue;
            var known = prices.Find(price => price.Id == row.Id && !rows.Contains(price));
            if (known is null) Attempt(() => rows.Add(new HirePrice(property.Id, space.Id, property.Currency, row.Facts(property.Currency))), $"Rows[{i}].Day");
            else if (known.Facts == row.Facts(property.Currency) || Attempt(() => known.Set(row.Facts(property.Currency)), $"Rows[{i}].Day")) rows.Add(known);
        }

        if (ModelState.IsValid) Attempt(() => HirePrices.RefuseCollisions(rows), "Rows");
        if (!ModelState.IsValid)
        {
            db.ChangeTracker.Clear();
            return Refused(new HireFormPage(form.WithRows(), space, property), Form);
        }

        db.HirePrices.RemoveRange(prices.Except(rows));
        db.HirePrices.AddRange(rows.Where(row => row.Id == 0));
        var now = Describe(rows);
        if (!was.Equals(now)) db.Note(Me, clock.GetCurrentInstant(), nameof(Space), space.Id, "change hire prices", was, now);
        else db.ChangeTracker.Clear();
        await db.SaveChangesAsync(cancel);
        Say($"The hire prices of {space.Name} are saved.");
        return RedirectToAction(nameof(Index));
    }

    private async Task<(Space Space, Property Property, List<HirePrice> Prices)?> FindAsync(int spaceId, CancellationToken cancel)
    {
        if (await db.Spaces.AsNoTracking().SingleOrDefaultAsync(space => space.Id == spaceId, cancel) is not { } space) return null;
        return (space, await DeskQueries.PropertyAsync(db, space.PropertyId, cancel), await db.HirePrices.Where(price => price.SpaceId == spaceId).OrderBy(price => price.Id).ToListAsync(cancel));
    }

    private async Task<HirePage> PageAsync(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var prices = (await db.HirePrices.AsNoTracking().Where(price => price.PropertyId == property.Id).OrderBy(price => price.Weekdays != WeekDays.None).ThenBy(price => price.Id).ToListAsync(cancel)).ToLookup(price => price.SpaceId);
        var spaces = await db.SpaceListAsync(property.Id, cancel);
        return new HirePage([.. spaces.Where(space => !space.IsRetired || prices[space.Id].Any()).Select(space => new HirePage.Row(space, [.. prices[space.Id]]))], property, property.Today(clock.GetCurrentInstant()))
        {
            Findings = CatalogueFindings.OfHire([.. prices.SelectMany(rows => rows)], spaces.ToDictionary(space => space.Id, space => space.Name)),
        };
    }

    private static Sentence Describe(IEnumerable<HirePrice> prices) => FactRecord.Listed([.. prices.Select(HireWords.Say)]);
}
