using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <param name="Choices">Companies that may be the same: those that look like it, or those that were searched for.</param>
/// <param name="Into">The one that is chosen.</param>
public sealed record MergePage(Account Account, IReadOnlyList<LookAlike> Choices, string? Search, int? Into);

/// <summary>Makes two records of one company one, and undoes it.</summary>
[Authorize(Policy = Policies.SalesManager)]
[Route("accounts/{accountId:int}")]
public sealed class AccountMergeController(HotelDb db, AccountMerging merging, LookAlikes alike, Finding finding, CurrentProperty hotel, IClock clock) : AccountPart(db, hotel, clock)
{
    private const string Shown = "~/Features/Accounts/Merge.cshtml";

    [HttpGet("merge")]
    public async Task<IActionResult> Merge(int accountId, string? search, CancellationToken cancel) =>
        await FindAsync(accountId, cancel) is { } account ? View(Shown, await PageAsync(account, search, null, cancel)) : NotFound();

    [OncePerForm]
    [HttpPost("merge")]
    public async Task<IActionResult> Merge(int accountId, int? into, string? why, string? search, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } account) return NotFound();
        if (into is null) ModelState.TryAddModelError(nameof(into), "Choose the company that it is the same as.");
        if (ModelState.IsValid)
        {
            try
            {
                await merging.MergeAsync(accountId, into!.Value, why, Me, cancel);
                Say($"{account.TradeName} was taken in. It can be undone here.");
                return RedirectToAction(nameof(AccountsController.Details), "Accounts", new { id = into });
            }
            catch (HouseRuleException refusal)
            {
                Refuse("", refusal);
                Db.ChangeTracker.Clear();
            }
        }

        return Refused(await PageAsync(account, search, into, cancel), Shown);
    }

    [HttpPost("merges/{id:int}/undo")]
    public async Task<IActionResult> Undo(int accountId, int id, CancellationToken cancel)
    {
        if (await Db.AccountMerges.AsNoTracking().SingleOrDefaultAsync(merge => merge.Id == id && merge.IntoId == accountId, cancel) is not { } merge) return NotFound();
        try
        {
            await merging.UndoAsync(id, Me, cancel);
            Say("The two companies stand for themselves again.");
            return RedirectToAction(nameof(AccountsController.Details), "Accounts", new { id = merge.FromId });
        }
        catch (HouseRuleException refusal)
        {
            Say(refusal.Sentence);
            return RedirectToAction(nameof(AccountsController.Details), "Accounts", new { id = accountId });
        }
    }

    private async Task<MergePage> PageAsync(Account account, string? search, int? into, CancellationToken cancel)
    {
        var choices = string.IsNullOrWhiteSpace(search)
            ? await alike.OfAsync(account, cancel)
            : [.. (await finding.Async(search, 20, cancel)).Where(found => found.Kind == FoundKind.Account && found.Id != account.Id).Select(found => new LookAlike(found.Id, found.Title, found.Beside, []))];
        return new MergePage(account, choices, search, into);
    }
}
