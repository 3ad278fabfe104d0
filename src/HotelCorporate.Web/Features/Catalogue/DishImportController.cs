using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>Brings in the dishes of menus with their allergens, marks and costs: the file, then what each row would do, then all good rows in one save.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("catalogue/dishes/import")]
public sealed class DishImportController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Upload = "/Features/Catalogue/DishImport.cshtml";
    private const string Preview = "/Features/Catalogue/DishPreview.cshtml";
    private const string Address = "/catalogue/dishes/import";

    [HttpGet("")]
    public IActionResult Index() => View(Upload);

    /// <summary>Shows what the file would do; without a file, the one of the page with the columns that were chosen.</summary>
    [RequestSizeLimit(2 * TableFile.Largest)]
    [SameHotel]
    [HttpPost("preview")]
    public async Task<IActionResult> Look(IFormFile? file, ImportForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var table = ModelState.IsValid ? await TableAsync(file, form.Table, cancel, DishSheets.Names) : null;
        var laid = table is null ? null : await LayAsync(property, table, file is null ? form : null, cancel);
        return laid is null ? RefusedFile(Upload) : View(Preview, laid.Page);
    }

    [RequestSizeLimit(2 * TableFile.Largest)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("")]
    public async Task<IActionResult> Import(ImportForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        await using var turn = await db.BeginWriteAsync(cancel);
        if (Attempt(() => TableFile.Parse(form.Table ?? ""), "file") is not { } table || await LayAsync(property, table, form, cancel) is not { } laid) return RefusedFile(Upload);
        var page = laid.Page;
        if (ModelState.IsValid && page.Seen != form.Seen) ModelState.AddModelError("", "The catalogue was changed since you looked. This is what the file would do now.");
        if (!ModelState.IsValid) return Refused(page, Preview);
        var now = clock.GetCurrentInstant();
        foreach (var outcome in page.Outcomes.Where(outcome => outcome.Verdict is RowVerdict.Made or RowVerdict.Changed))
        {
            var row = laid.Rows.First(row => row.Number == outcome.Number);
            db.Note(Me, now, nameof(CatalogueItem), DishImport.MenuOf(row, laid.Items)!.Id, $"change dish {row.Name}", to: Sentence.Join("; ", [.. outcome.Details]), why: "list of dishes");
        }

        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"The dishes are in: {page.Count(RowVerdict.Made)} made, {page.Count(RowVerdict.Changed)} changed, {page.Count(RowVerdict.Refused)} left out.");
        return RedirectToAction(nameof(CatalogueController.Index), "Catalogue", new { kind = CatalogueKind.Menu });
    }

    /// <summary>What the file would do to what stands; nothing is saved yet.</summary>
    private async Task<Laid?> LayAsync(Property property, TableFile table, ImportForm? form, CancellationToken cancel)
    {
        var items = await db.CatalogueItems.Where(item => item.PropertyId == property.Id).OrderBy(item => item.Id).ToListAsync(cancel);
        var fields = DishSheets.Columns(DishSheets.Languages(property, items));
        if (Attempt(() => new MappedTable(table, fields, form?.Columns.AsReadOnly()), "file") is not { } mapped) return null;
        List<DishRow> rows = mapped.Missing.Count > 0 ? [] : [.. mapped.Rows.Select(row => DishSheets.Read(row, CultureInfo.CurrentCulture))];
        return new Laid(new ImportPage(Address, Address, mapped, DishImport.Apply(rows, items)), items, rows);
    }

    private sealed record Laid(ImportPage Page, IReadOnlyCollection<CatalogueItem> Items, IReadOnlyList<DishRow> Rows);
}
