using HotelCorporate.Domain.Stays;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Production;

/// <summary>The page to choose a file on, with those that were brought in before.</summary>
public sealed record StayImportsPage(IReadOnlyList<StayImport> Before);

/// <summary>A file, with what it would do; none once it is brought in.</summary>
public sealed record StayImportPage(StayImport Import, StayPreview? Preview);

/// <summary>Stays out of the hotel's own system: looked at, brought in, taken out again.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("production/imports")]
public sealed class StayImportsController(HotelDb db, StayImporting importing, CurrentProperty hotel) : FileImportController
{
    private const string Files = "/Features/Production/Files.cshtml";
    private const string Shown = "/Features/Production/File.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(Files, await PageAsync(cancel));

    [LargestUpload(KeptFile.Largest)]
    [SameHotel]
    [HttpPost("")]
    public async Task<IActionResult> Look(IFormFile? file, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        return await KeepAsync(file, async (sent, content) => (await importing.KeepAsync(property.Id, sent.FileName, content, Me, cancel)).Id, async () => Refused(await PageAsync(cancel), Files));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel) => await ReadAsync(id, cancel) is { } page ? View(Shown, page) : NotFound();

    /// <summary>Other columns than were guessed.</summary>
    [HttpPost("{id:int}/columns")]
    public async Task<IActionResult> Columns(int id, ImportForm form, CancellationToken cancel)
    {
        if (await db.StayImports.SingleOrDefaultAsync(import => import.Id == id, cancel) is not { } import) return NotFound();
        await importing.ChooseAsync(import, form.Columns, Me, cancel);
        return RedirectToAction(nameof(Details), new { id });
    }

    [OncePerForm]
    [HttpPost("{id:int}")]
    public async Task<IActionResult> Run(int id, bool makeAccounts, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is not { } page) return NotFound();
        try
        {
            var done = await importing.RunAsync(id, makeAccounts, Me, cancel);
            Say($"The stays are in: {done.Made} made, {done.Changed} changed, {done.Unchanged} as they were, {done.Refused} left out.");
        }
        catch (Domain.HouseRuleException refusal)
        {
            Refuse("", refusal);
            return Refused(page, Shown);
        }

        return RedirectToAction(nameof(Details), new { id });
    }

    [OncePerForm]
    [HttpPost("{id:int}/undo")]
    public async Task<IActionResult> Undo(int id, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is not { } page) return NotFound();
        try
        {
            Say($"{await importing.UndoAsync(id, Me, cancel)} stays are out again.");
        }
        catch (Domain.HouseRuleException refusal)
        {
            Refuse("", refusal);
            return Refused(page, Shown);
        }

        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>The rows that were left out, with why, to be mended and brought in again.</summary>
    [HttpGet("{id:int}/refused.csv")]
    public async Task<IActionResult> LeftOut(int id, CancellationToken cancel) => LeftOut(await db.StayImports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancel));

    private async Task<StayImportPage?> ReadAsync(int id, CancellationToken cancel)
    {
        var import = await db.StayImports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancel);
        return import is null ? null : new StayImportPage(import, import.Content is null ? null : await importing.LookAsync(import, cancel));
    }

    private async Task<StayImportsPage> PageAsync(CancellationToken cancel) => new(await BeforeAsync(db.StayImports, (await hotel.GetAsync(cancel)).Id, cancel));
}
