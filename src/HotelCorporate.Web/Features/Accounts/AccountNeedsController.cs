using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>What a company needs, as it is typed.</summary>
public sealed class NeedsForm
{
    public string? What { get; set; }

    public string? HowOften { get; set; }

    public string? When { get; set; }

    public string? Size { get; set; }

    public string? Budget { get; set; }

    public string? Wishes { get; set; }

    public string? Objections { get; set; }

    public NeedsProfile Needs => new(Of(What), Of(HowOften), Of(When), Of(Size), Of(Budget), Of(Wishes), Of(Objections));

    public static NeedsForm Of(NeedsProfile needs) => new()
    {
        What = needs.What, HowOften = needs.HowOften, When = needs.When, Size = needs.Size, Budget = needs.Budget, Wishes = needs.Wishes, Objections = needs.Objections,
    };

    private static string Of(string? answer) => answer?.Trim() ?? "";
}

public sealed record NeedsPage(Account Account, NeedsForm Form);

/// <summary>What a company needs: what, how often, when, how many, for how much, with which wishes, and what it said against the house.</summary>
[Authorize(Policy = Policies.Events)]
[Route("accounts/{accountId:int}/needs")]
public sealed class AccountNeedsController(HotelDb db, CurrentProperty hotel, IClock clock) : AccountPart(db, hotel, clock)
{
    private const string Shown = "~/Features/Accounts/Needs.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(int accountId, CancellationToken cancel) => await FindAsync(accountId, cancel) is { } account ? View(Shown, new NeedsPage(account, NeedsForm.Of(account.Needs))) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("")]
    public async Task<IActionResult> Change(int accountId, NeedsForm form, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } account) return NotFound();
        if (!ModelState.IsValid || !Attempt(() => account.Need(form.Needs))) return Refused(new NeedsPage(account, form), Shown);
        Note(accountId, "change needs");
        await Db.SaveChangesAsync(cancel);
        Say("The needs are saved.");
        return RedirectToAction(nameof(Index), new { accountId });
    }
}
