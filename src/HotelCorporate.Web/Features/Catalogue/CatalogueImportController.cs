using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Catalogue;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Catalogue;

/// <summary>Brings in a price list: the file, then what each row would do and what in it does not fit together, then all good rows in one save.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("catalogue/import")]
public sealed class CatalogueImportController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string Upload = "/Features/Catalogue/Import.cshtml";
    private const string Preview = "/Features/Catalogue/Preview.cshtml";

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
        db.CatalogueItems.AddRange(laid.House.Items.Where(item => item.Id == 0));
        db.HirePrices.AddRange(laid.House.Hire.Where(price => price.Id == 0));
        await db.SaveChangesAsync(cancel);
        foreach (var (item, outcome) in page.Outcomes.Where(outcome => outcome.Verdict is RowVerdict.Made or RowVerdict.Changed).Select(outcome => (laid.ItemOf(outcome), outcome)))
            Note(item, outcome, property.Id);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"The price list is in: {page.Count(RowVerdict.Made)} made, {page.Count(RowVerdict.Changed)} changed, {page.Count(RowVerdict.Refused)} left out.");
        return RedirectToAction(nameof(CatalogueController.Index), "Catalogue");
    }

    /// <summary>What the file would do to what stands; nothing is saved yet.</summary>
    private async Task<Laid?> LayAsync(Property property, TableFile table, ImportForm? form, CancellationToken cancel)
    {
        var choices = await db.ChoicesAsync(property, cancel);
        var items = await db.CatalogueItems.Where(item => item.PropertyId == property.Id).OrderBy(item => item.Id).ToListAsync(cancel);
        var fields = CatalogueColumns.For(CatalogueSheets.Languages(property, items));
        if (Attempt(() => new MappedTable(table, fields, form?.Columns.AsReadOnly()), "file") is not { } mapped) return null;
        int? code = int.TryParse(form?.Choices.AsReadOnly().GetValueOrDefault("TaxCode"), CultureInfo.InvariantCulture, out var id) && choices.TaxCodes.Any(known => known.Id == id) ? id : null;
        RevenueClass? kind = Enum.TryParse<RevenueClass>(form?.Choices.AsReadOnly().GetValueOrDefault("RevenueClass"), out var named) && Enum.IsDefined(named) ? named : null;
        var reading = new CatalogueRows(choices, CultureInfo.CurrentCulture, code, kind);
        List<CatalogueRow> rows = mapped.Missing.Count > 0 ? [] : [.. mapped.Rows.Select(reading.Read)];
        var rateOf = await db.TaxRatesAsync(property, property.Today(clock.GetCurrentInstant()), cancel);
        var house = new CatalogueHouse(property.Id, property.Currency, choices.Names, items, await db.HirePrices.Where(price => price.PropertyId == property.Id).OrderBy(price => price.Id).ToListAsync(cancel));
        var page = new ImportPage("/catalogue/import", "/catalogue/import", mapped, CatalogueImport.Apply(rows, house))
        {
            Findings = [.. CatalogueFindings.Of([.. rows.Select(row => row.Listed(property.Currency, rateOf))], property.TaxMode).Select(finding => finding.Text)],
            Choices =
            [
                new ImportChoice("TaxCode", "Tax code of rows that name none", "None: they are left out", [.. choices.TaxCodes.Select(known => ($"{known.Id}", Sentence.Typed($"{known.Code} {known.Name}")))], code is { } chosen ? $"{chosen}" : ""),
                new ImportChoice("RevenueClass", "Kind of sale of rows that name none", "None: they are left out", [.. Enum.GetValues<RevenueClass>().Select(known => (known.ToString(), (Sentence)known.ToString()))], kind?.ToString() ?? ""),
            ],
        };
        return new Laid(page, house, rows);
    }

    private void Note(CatalogueItem? item, RowOutcome outcome, int propertyId)
    {
        var now = clock.GetCurrentInstant();
        if (item is not null) db.Note(Me, now, nameof(CatalogueItem), item.Id, outcome.Verdict == RowVerdict.Made ? "add" : "change", to: Sentence.Join("; ", [.. outcome.Details]), why: "price list");
        else db.Note(Me, now, nameof(Property), propertyId, "change hire prices", to: $"{outcome.Name}: {Sentence.Join("; ", [.. outcome.Details])}", why: "price list");
    }

    private sealed record Laid(ImportPage Page, CatalogueHouse House, IReadOnlyList<CatalogueRow> Rows)
    {
        /// <summary>None where the row is about hire.</summary>
        public CatalogueItem? ItemOf(RowOutcome outcome)
        {
            var row = Rows.First(row => row.Number == outcome.Number);
            return row.Hire is not null ? null : House.Items.First(item => string.Equals(row.Code.Length > 0 ? item.Code : item.Name, row.Code.Length > 0 ? row.Code : row.Name, StringComparison.OrdinalIgnoreCase));
        }
    }
}
