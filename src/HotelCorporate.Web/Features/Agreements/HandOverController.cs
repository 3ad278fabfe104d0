using System.Text;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>An agreement's rates for the hotel's own system.</summary>
/// <param name="Handed">None while nobody loaded or checked them.</param>
/// <param name="Breach">The open difference of the last check.</param>
public sealed record HandOverPage(Agreement Agreement, Property Hotel, IReadOnlyList<LoadedRate> Lines, RateHandOver? Handed, string? LoadedBy, string? CheckedBy, Breach? Breach);

/// <summary>What the hotel's own system exports, beside what was agreed.</summary>
public sealed record HandOverCheckPage(HandOverPage Page, RateComparison Rates, ImportPage Import);

/// <summary>Hands agreed rates over to the hotel's own system, and looks later whether it holds them.</summary>
[Authorize(Policy = Policies.Events)]
[Route("agreements/{id:int}/hand-over")]
public sealed class HandOverController(HotelDb db, RateHandOvers handing, CurrentProperty hotel) : HotelController
{
    private const string Shown = "/Features/Agreements/HandOver.cshtml";
    private const string Compared = "/Features/Agreements/HandOverCheck.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(int id, CancellationToken cancel) => await ReadAsync(id, cancel) is { } page ? View(Shown, page) : NotFound();

    [HttpGet("rates.csv")]
    public async Task<IActionResult> Csv(int id, CancellationToken cancel) => await ReadAsync(id, cancel) is { Agreement.AcceptedAt: not null } page
        ? File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(RateHandOvers.Csv(Table(page)))).ToArray(), "text/csv", FileName(page, "csv"))
        : NotFound();

    [HttpGet("rates.xlsx")]
    public async Task<IActionResult> Workbook(int id, CancellationToken cancel) => await ReadAsync(id, cancel) is { Agreement.AcceptedAt: not null } page
        ? Excel(TableWorkbook.Write([Table(page)], page.Agreement.Name), FileName(page, "xlsx"))
        : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("loaded")]
    public async Task<IActionResult> Loaded(int id, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is not { } page) return NotFound();
        try
        {
            await handing.LoadedAsync(page.Agreement, page.Hotel, Me, cancel);
        }
        catch (HouseRuleException refusal)
        {
            Refuse("", refusal);
            return Refused(page, Shown);
        }

        await db.SaveChangesAsync(cancel);
        Say("It is noted that the rates are loaded. Check them against what the hotel's own system exports.");
        return RedirectToAction(nameof(Index), new { id });
    }

    /// <summary>Shows what comes of comparing the file; without one, that of the page with the columns that were chosen. Nothing is stored.</summary>
    [Authorize(Policy = Policies.Sales)]
    [RequestSizeLimit(2 * TableFile.Largest)]
    [HttpPost("check/preview")]
    public async Task<IActionResult> Look(int id, IFormFile? file, ImportForm form, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is not { } page) return NotFound();
        if (page.Agreement.AcceptedAt is null) ModelState.AddModelError("", "Only the rates of an accepted agreement are handed over.");
        var table = ModelState.IsValid ? await TableAsync(file, form.Table, cancel) : null;
        return table is not null && await LayAsync(page, table, file is null ? form : null, cancel) is { } looked ? View(Compared, looked) : Refused(page, Shown);
    }

    /// <summary>Keeps the comparison as it was shown.</summary>
    [Authorize(Policy = Policies.Sales)]
    [RequestSizeLimit(2 * TableFile.Largest)]
    [OncePerForm]
    [HttpPost("check")]
    public async Task<IActionResult> Check(int id, ImportForm form, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is not { } page) return NotFound();
        if (Attempt(() => TableFile.Parse(form.Table ?? ""), "file") is not { } table || await LayAsync(page, table, form, cancel) is not { } looked) return Refused(page, Shown);
        if (looked.Import.Seen != form.Seen) ModelState.AddModelError("", "The agreed rates were changed since you looked. This is how they compare now.");
        if (!ModelState.IsValid) return Refused(looked, Compared);
        try
        {
            await handing.CheckAsync(page.Agreement, page.Hotel, looked.Rates, Me, cancel);
        }
        catch (HouseRuleException refusal)
        {
            db.ChangeTracker.Clear();
            Refuse("", refusal.Sentence);
            return Refused(looked, Compared);
        }

        if (looked.Rates.Differences.Count > 0) Say($"{looked.Rates.Differences.Count} differences: a task was made of them.");
        else if (looked.Rates.Unread.Count > 0) Say($"What could be read is loaded as agreed; {looked.Rates.Unread.Count} rows could not be read.");
        else Say("All is loaded as agreed.");
        return RedirectToAction(nameof(Index), new { id });
    }

    private async Task<HandOverCheckPage?> LayAsync(HandOverPage page, TableFile table, ImportForm? form, CancellationToken cancel)
    {
        if (Attempt(() => new MappedTable(table, RateComparison.Fields, form?.Columns.AsReadOnly()), "file") is not { } mapped) return null;
        var (compared, address) = (await handing.CompareAsync(page.Agreement, page.Hotel, mapped, cancel), $"/agreements/{page.Agreement.Id}/hand-over");
        return new HandOverCheckPage(page, compared, new ImportPage(address + "/check", address, mapped, compared.Rows));
    }

    private static TableSheet Table(HandOverPage page) => RateHandOvers.Table(page.Agreement, page.Hotel, page.Lines);

    private static string FileName(HandOverPage page, string ending) => $"rates-{page.Hotel.Code}-{page.Agreement.Id}.{ending}".ToLowerInvariant();

    /// <summary>For the hotel that the person is in where the agreement holds there, else for its first.</summary>
    private async Task<HandOverPage?> ReadAsync(int id, CancellationToken cancel)
    {
        if (await AgreementReading.FindAsync(db, db.Agreements.AsNoTracking(), id, cancel) is not { } agreement) return null;
        var chosen = await hotel.GetAsync(cancel);
        var property = agreement.Terms.PropertyIds.Contains(chosen.Id) ? chosen : await db.Properties.AsNoTracking().Where(other => agreement.Terms.PropertyIds.Contains(other.Id)).OrderBy(other => other.Id).FirstAsync(cancel);
        var handed = await db.RateHandOvers.AsNoTracking().SingleOrDefaultAsync(handed => handed.AgreementId == id && handed.PropertyId == property.Id, cancel);
        var people = handed is null ? [] : await db.Users.Where(user => user.Id == handed.LoadedById || user.Id == handed.CheckedById).ToDictionaryAsync(user => user.Id, user => user.Name, cancel);
        var breach = await db.Breaches.AsNoTracking().Where(breach => breach.AgreementId == id && breach.PropertyId == property.Id && breach.Kind == BreachKind.LoadedOtherwise && breach.ClosedAt == null).FirstOrDefaultAsync(cancel);
        return new HandOverPage(agreement, property, await handing.LinesAsync(agreement, property, cancel), handed, NameOf(handed?.LoadedById), NameOf(handed?.CheckedById), breach);

        string? NameOf(int? person) => person is { } known ? people.GetValueOrDefault(known) : null;
    }
}
