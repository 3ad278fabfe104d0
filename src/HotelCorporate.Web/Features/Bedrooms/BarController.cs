using System.Globalization;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bedrooms;

/// <summary>The best available rates out of the hotel's own system, night by night.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("bedrooms/bar")]
public sealed class BarController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Preview = "/Features/Bedrooms/Preview.cshtml";
    private const string Upload = "/Features/Bedrooms/Bar.cshtml";

    private static IReadOnlyList<ImportField> Fields { get; } =
    [
        new("Night", "Night", IsNeeded: true, "night", "date", "day", "staydate", "businessdate", "data", "nata"),
        new("Type", "Room type", IsNeeded: true, "type", "roomtype", "code", "roomtypecode", "category", "tipi"),
        new("Amount", "Amount", IsNeeded: true, "amount", "bar", "rate", "price", "barrate", "bestavailablerate", "cmimi"),
        new("Currency", "Currency", IsNeeded: false, "currency", "currencycode", "ccy", "monedha"),
    ];

    [HttpGet("")]
    public IActionResult Index() => View(Upload);

    /// <summary>Shows what the file would do; without a file, the one of the page with the columns that were chosen.</summary>
    [RequestSizeLimit(2 * TableFile.Largest)]
    [SameHotel]
    [HttpPost("preview")]
    public async Task<IActionResult> Look(IFormFile? file, ImportForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var table = ModelState.IsValid ? await TableAsync(file, form.Table, cancel) : null;
        var page = table is null ? null : await LayAsync(property, table, file is null ? form : null, cancel);
        return page is null ? RefusedFile(Upload) : View(Preview, page);
    }

    [RequestSizeLimit(2 * TableFile.Largest)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("")]
    public async Task<IActionResult> Import(ImportForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.LockBedroomsAsync(property.Id, cancel);
        if (Attempt(() => TableFile.Parse(form.Table ?? ""), "file") is not { } table || await LayAsync(property, table, form, cancel) is not { } page) return RefusedFile(Upload);
        if (ModelState.IsValid && page.Seen != form.Seen) ModelState.AddModelError("", "The rates were changed since you looked. This is what the file would do now.");
        if (!ModelState.IsValid) return Refused(page, Preview);
        if (page.ToBringIn > 0)
            db.Note(Me, clock.GetCurrentInstant(), nameof(Property), property.Id, "bring in BAR", to: $"{page.Count(RowVerdict.Made)} nights made, {page.Count(RowVerdict.Changed)} changed, {page.Count(RowVerdict.Refused)} left out");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"BAR is in: {page.Count(RowVerdict.Made)} made, {page.Count(RowVerdict.Changed)} changed, {page.Count(RowVerdict.Refused)} left out.");
        return RedirectToAction(nameof(Index));
    }

    /// <summary>What the file would do to what stands; nights that it makes are added to the save.</summary>
    private async Task<ImportPage?> LayAsync(Property property, TableFile table, ImportForm? form, CancellationToken cancel)
    {
        if (Attempt(() => new MappedTable(table, Fields, form?.Columns.AsReadOnly()), "file") is not { } mapped) return null;
        var types = await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel);
        var rows = mapped.Missing.Count > 0 ? [] : mapped.Rows.Select(row => Read(row, types)).ToList();
        var nights = rows.Select(row => row.Night).OfType<LocalDate>().ToList();
        var (ids, first, last) = (types.ConvertAll(type => type.Id), nights.DefaultIfEmpty().Min(), nights.DefaultIfEmpty().Max());
        var stands = await db.BarRates.Where(rate => ids.Contains(rate.RoomTypeId) && rate.Night >= first && rate.Night <= last).ToDictionaryAsync(rate => (rate.RoomTypeId, rate.Night), cancel);
        var known = stands.Count;
        var outcomes = BarImport.Apply(rows, property.Currency, stands);
        if (stands.Count > known) db.BarRates.AddRange(stands.Values.Where(rate => db.Entry(rate).State == EntityState.Detached));
        return new ImportPage("/bedrooms/bar", "/bedrooms/bar", mapped, outcomes);
    }

    private static BarRow Read(MappedRow row, List<RoomType> types)
    {
        var culture = CultureInfo.CurrentCulture;
        var named = row.Needed("Type");
        var type = types.Find(type => type.IsCalled(named));
        if (type is null && named.Length > 0) row.Refuse("Type", $"This hotel has no room type {named}.");
        var (night, amount) = (row.Day("Night", culture), row.Needed("Amount").Length > 0 ? row.Amount("Amount", culture) : null);
        return new BarRow(row.Number, type, night, amount, row.Text("Currency", 10), row.Refusals);
    }
}
