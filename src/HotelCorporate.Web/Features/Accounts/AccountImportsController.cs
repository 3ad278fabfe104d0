using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>The page to choose a file on, with those that were brought in before.</summary>
public sealed record AccountImportsPage(IReadOnlyList<AccountImport> Before);

/// <summary>A file, with what it would do; none once it is on its way.</summary>
public sealed record AccountImportPage(AccountImport Import, AccountPreview? Preview);

/// <summary>Which column is what, and what becomes of companies that are here already.</summary>
public sealed class AccountImportForm
{
    /// <summary>The column of each field; below zero where the file has none.</summary>
    public IDictionary<string, int?> Columns { get; set; } = new Dictionary<string, int?>();

    [EnumDataType(typeof(DuplicateChoice), ErrorMessage = "Choose one of the list.")]
    public DuplicateChoice Choice { get; set; }
}

/// <summary>Companies and their people out of other address books: looked at, brought in, taken out again.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("accounts/imports")]
public sealed class AccountImportsController(HotelDb db, AccountImporting importing, AccountUnloading unloading, CurrentProperty hotel) : FileImportController
{
    private const string Files = "/Features/Accounts/ImportFiles.cshtml";
    private const string Shown = "/Features/Accounts/ImportFile.cshtml";

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

    /// <summary>Other columns than were guessed, another choice for companies that are here.</summary>
    [HttpPost("{id:int}/columns")]
    public async Task<IActionResult> Columns(int id, AccountImportForm form, CancellationToken cancel)
    {
        if (await db.AccountImports.SingleOrDefaultAsync(import => import.Id == id, cancel) is not { } import) return NotFound();
        if (!ModelState.IsValid) return Refused((await ReadAsync(id, cancel))!, Shown);
        if (import.Status == ImportStatus.Looked) await importing.ChooseAsync(import, form.Columns, form.Choice, Me, cancel);
        return RedirectToAction(nameof(Details), new { id });
    }

    [OncePerForm]
    [HttpPost("{id:int}")]
    public Task<IActionResult> Run(int id, CancellationToken cancel) => MoveAsync(id, () => importing.BeginAsync(id, Me, cancel), cancel);

    /// <summary>Between two pieces: what is in stays, and it can go on or be taken out again.</summary>
    [HttpPost("{id:int}/stop")]
    public Task<IActionResult> Stop(int id, CancellationToken cancel) => MoveAsync(id, () => importing.StopAsync(id, Me, cancel), cancel);

    /// <summary>Goes on behind the rows that are in.</summary>
    [HttpPost("{id:int}/continue")]
    public Task<IActionResult> Continue(int id, CancellationToken cancel) => MoveAsync(id, () => importing.ContinueAsync(id, Me, cancel), cancel);

    /// <summary>How far it is; nothing (204) once it is in.</summary>
    [HttpGet("{id:int}/progress")]
    public async Task<IActionResult> Progress(int id, CancellationToken cancel) => await db.AccountImports.AsNoTracking().Where(import => import.Id == id).Select(import => new { import.Status, import.Rows, import.Total }).SingleOrDefaultAsync(cancel) switch
    {
        null => NotFound(),
        { Status: ImportStatus.Running } far => PartialView("/Features/Accounts/_ImportProgress.cshtml", (far.Rows, far.Total)),
        _ => NoContent(),
    };

    [OncePerForm]
    [HttpPost("{id:int}/undo")]
    public Task<IActionResult> Undo(int id, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        var stayed = await unloading.UndoAsync(id, Me, cancel);
        Say(stayed.Count == 0 ? "What the file brought is out again." : $"What the file brought is out again, but for {stayed.Count} companies.");
    }, cancel);

    /// <summary>The rows that were left out, with why, to be mended and brought in again.</summary>
    [HttpGet("{id:int}/refused.csv")]
    public async Task<IActionResult> LeftOut(int id, CancellationToken cancel) => LeftOut(await db.AccountImports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancel));

    private async Task<IActionResult> MoveAsync(int id, Func<Task> move, CancellationToken cancel)
    {
        if (!await db.AccountImports.AnyAsync(import => import.Id == id, cancel)) return NotFound();
        try
        {
            await move();
        }
        catch (Domain.HouseRuleException refusal)
        {
            Refuse("", refusal);
            db.ChangeTracker.Clear();
            return Refused((await ReadAsync(id, cancel))!, Shown);
        }
        catch (DbUpdateConcurrencyException)
        {
            Say("It came to another state meanwhile: this is how it stands now."); // the background ended it, or somebody else was first
        }

        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<AccountImportPage?> ReadAsync(int id, CancellationToken cancel)
    {
        var import = await db.AccountImports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancel);
        return import is null ? null : new AccountImportPage(import, import.Status == ImportStatus.Looked ? await importing.LookAsync(import, cancel) : null);
    }

    private async Task<AccountImportsPage> PageAsync(CancellationToken cancel) => new(await BeforeAsync(db.AccountImports, (await hotel.GetAsync(cancel)).Id, cancel));
}
