using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bedrooms;

/// <summary>How the bedrooms stand from a night on.</summary>
public sealed record BedroomsPage(LocalDate From, LocalDate Today, IReadOnlyList<RoomType> Types, Func<RoomType, LocalDate, HouseStand> Stand)
{
    public const int Nights = 14;

    public IEnumerable<LocalDate> Days => Enumerable.Range(0, Nights).Select(From.PlusDays);
}

/// <summary>The bedrooms of the house night by night, and the file that the hotel's own system gives of them.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bedrooms")]
public sealed class BedroomsController(HotelDb db, HouseRooms house, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Preview = "/Features/Bedrooms/Preview.cshtml";
    private const string Upload = "/Features/Bedrooms/Import.cshtml";

    internal static IReadOnlyList<ImportField> Fields { get; } =
    [
        new("Night", "Night", IsNeeded: true, "night", "date", "day", "staydate", "businessdate", "data", "nata"),
        new("Type", "Room type", IsNeeded: true, "type", "roomtype", "code", "roomtypecode", "category", "tipi"),
        new("Physical", "Rooms there are", IsNeeded: false, "physical", "rooms", "inventory", "total", "totalrooms", "physicalrooms"),
        new("OutOfOrder", "Out of order", IsNeeded: false, "outoforder", "ooo", "outofservice", "closed"),
        new("Sold", "Sold", IsNeeded: false, "sold", "roomssold", "occupied", "reserved", "otb"),
    ];

    [HttpGet("")]
    public async Task<IActionResult> Index(LocalDate? from, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var first = from is { } day && Math.Abs(Period.DaysBetween(today, day)) < 2_000 ? day : today;
        var types = await TypesAsync(property, cancel);
        return View(new BedroomsPage(first, today, types, await house.StandAsync([.. types.Select(type => type.Id)], first, first.PlusDays(BedroomsPage.Nights), cancel)));
    }

    [Authorize(Policy = Policies.SalesManager)]
    [HttpGet("import")]
    public IActionResult Import() => View(Upload);

    /// <summary>Shows what the file would do; without a file, the one of the page with the columns that were chosen.</summary>
    [Authorize(Policy = Policies.SalesManager)]
    [RequestSizeLimit(2 * TableFile.Largest)]
    [SameHotel]
    [HttpPost("import/preview")]
    public async Task<IActionResult> Look(IFormFile? file, ImportForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var table = ModelState.IsValid ? await TableAsync(file, form.Table, cancel) : null;
        var page = table is null ? null : await LayAsync(property, table, file is null ? form : null, cancel);
        return page is null ? RefusedFile(Upload) : View(Preview, page);
    }

    [Authorize(Policy = Policies.SalesManager)]
    [RequestSizeLimit(2 * TableFile.Largest)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("import")]
    public async Task<IActionResult> Import(ImportForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockBedroomsAsync(property.Id, cancel);
        if (Attempt(() => TableFile.Parse(form.Table ?? ""), "file") is not { } table || await LayAsync(property, table, form, cancel) is not { } page) return RefusedFile(Upload);
        if (ModelState.IsValid && page.Seen != form.Seen) ModelState.AddModelError("", "The house was changed since you looked. This is what the file would do now.");
        if (!ModelState.IsValid) return Refused(page, Preview);
        if (page.ToBringIn > 0)
            db.Note(Me, clock.GetCurrentInstant(), nameof(Property), property.Id, "bring in the house", to: $"{page.Count(RowVerdict.Made)} nights made, {page.Count(RowVerdict.Changed)} changed, {page.Count(RowVerdict.Refused)} left out");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"The house is in: {page.Count(RowVerdict.Made)} made, {page.Count(RowVerdict.Changed)} changed, {page.Count(RowVerdict.Refused)} left out.");
        return RedirectToAction(nameof(Index));
    }

    /// <summary>What the file would do to what stands; nights that it makes are added to the save.</summary>
    private async Task<ImportPage?> LayAsync(Property property, TableFile table, ImportForm? form, CancellationToken cancel)
    {
        if (Attempt(() => new MappedTable(table, Fields, form?.Columns.AsReadOnly()), "file") is not { } mapped) return null;
        var types = await TypesAsync(property, cancel);
        var rows = mapped.Missing.Count > 0 ? [] : mapped.Rows.Select(row => Read(row, types)).ToList();
        var nights = rows.Select(row => row.Night).OfType<LocalDate>().ToList();
        var (ids, first, last) = (types.ConvertAll(type => type.Id), nights.DefaultIfEmpty().Min(), nights.DefaultIfEmpty().Max());
        var stands = await db.HouseNights.Where(night => ids.Contains(night.RoomTypeId) && night.Night >= first && night.Night <= last).ToDictionaryAsync(night => (night.RoomTypeId, night.Night), cancel);
        var known = stands.Count;
        var outcomes = HouseImport.Apply(rows, stands);
        if (stands.Count > known) db.HouseNights.AddRange(stands.Values.Where(night => db.Entry(night).State == EntityState.Detached));
        return new ImportPage("/bedrooms/import", "/bedrooms/import", mapped, outcomes);
    }

    private static HouseRow Read(MappedRow row, List<RoomType> types)
    {
        var culture = CultureInfo.CurrentCulture;
        var named = row.Needed("Type");
        var type = types.Find(type => type.IsCalled(named));
        if (type is null && named.Length > 0) row.Refuse("Type", $"This hotel has no room type {named}.");
        var (night, physical, outOfOrder, sold) = (row.Day("Night", culture), row.Whole("Physical", culture), row.Whole("OutOfOrder", culture), row.Whole("Sold", culture));
        return new HouseRow(row.Number, type, night, physical, outOfOrder, sold, row.Refusals);
    }

    private Task<List<RoomType>> TypesAsync(Property property, CancellationToken cancel) =>
        db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel);
}
