using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>The files kept with a company, without what is in them.</summary>
public sealed record DocumentsPage(Account Account, IReadOnlyList<DocumentsPage.Row> Rows, DateTimeZone Zone)
{
    public sealed record Row(int Id, string Name, FileKind Kind, int Size, Instant At, string By);
}

/// <summary>Keeps files with a company: in the database, not below the web root; each is handed out as a download.</summary>
[Authorize(Policy = Policies.Events)]
[Route("accounts/{accountId:int}/documents")]
public sealed class AccountDocumentsController(HotelDb db, CurrentProperty hotel, IClock clock) : AccountPart(db, hotel, clock)
{
    private const string Shown = "~/Features/Accounts/Documents.cshtml";
    private const int Most = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(int accountId, CancellationToken cancel) => await FindAsync(accountId, cancel) is { } account ? View(Shown, await PageAsync(account, cancel)) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [RequestSizeLimit(AccountDocument.Largest + 100_000)]
    [HttpPost("new")]
    public async Task<IActionResult> New(int accountId, IFormFile? file, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } account) return NotFound();
        if (file is null || file.Length is 0 or > AccountDocument.Largest) ModelState.AddModelError("file", "Choose a file of 10 MB at most.");
        if (await Db.AccountDocuments.CountAsync(document => document.AccountId == accountId, cancel) >= Most) Refuse("file", $"A company has {Most} files at most. Take one away first.");
        var document = ModelState.IsValid ? await ReadAsync(accountId, file!, cancel) : null;
        if (document is null) return Refused(await PageAsync(account, cancel), Shown);
        Db.AccountDocuments.Add(document);
        Note(accountId, "add document", to: Sentence.Typed(document.Name));
        await Db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index), new { accountId });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Download(int accountId, int id, CancellationToken cancel)
    {
        var document = await Db.AccountDocuments.AsNoTracking().Include(document => document.Content).SingleOrDefaultAsync(document => document.Id == id && document.AccountId == accountId, cancel);
        return document is null ? NotFound() : File(document.Content.Bytes, FileKinds.ContentType(document.Kind), document.Name); // an attachment; nosniff stands on every answer
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Remove(int accountId, int id, CancellationToken cancel)
    {
        var document = await Db.AccountDocuments.Include(document => document.Content).SingleOrDefaultAsync(document => document.Id == id && document.AccountId == accountId, cancel);
        if (document is null) return NotFound();
        Db.AccountDocuments.Remove(document);
        Note(accountId, "remove document", from: Sentence.Typed(document.Name));
        await Db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index), new { accountId });
    }

    private async Task<AccountDocument?> ReadAsync(int accountId, IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return Attempt(() => new AccountDocument(accountId, file.FileName, bytes.ToArray(), Me.UserId, Now));
    }

    private async Task<DocumentsPage> PageAsync(Account account, CancellationToken cancel) => new(account, await (
        from document in Db.AccountDocuments.AsNoTracking()
        where document.AccountId == account.Id
        join user in Db.Users on document.ById equals user.Id into users
        from user in users.DefaultIfEmpty()
        orderby document.Id descending
        select new DocumentsPage.Row(document.Id, document.Name, document.Kind, document.Size, document.At, user == null ? "" : user.Name)).ToListAsync(cancel), (await HotelAsync(cancel)).Zone);
}
