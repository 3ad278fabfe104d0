using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Limits;

/// <summary>What one role may decide, as it is typed.</summary>
public sealed class LimitsForm
{
    /// <summary>In percent; empty: no limit.</summary>
    public decimal? MaximumDiscount { get; set; }

    public bool MayPriceUnderFloor { get; set; }

    public bool MayApproveCredit { get; set; }

    public bool MayForceSpace { get; set; }

    public int Version { get; set; }

    /// <summary>For the journal; it may be left out.</summary>
    [StringLength(500, ErrorMessage = "The reason has 500 characters at most.")]
    public string? Reason { get; set; }
}

/// <summary>The limits of every role.</summary>
/// <param name="MaySet">Who works for one hotel reads them only.</param>
public sealed record LimitsPage(IReadOnlyList<RoleLimits> Rows, bool MaySet);

/// <summary>What each role may decide without asking. The roles are the chain's, so its limits are set for all hotels.</summary>
[Authorize(Policy = Policies.Administrator)]
[Route("limits")]
public sealed class LimitsController(HotelDb db, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageAsync(cancel));

    [OncePerForm]
    [HttpPost("{role}")]
    public async Task<IActionResult> Set(string role, LimitsForm form, CancellationToken cancel)
    {
        if (db.Scope is not null) return NotFound();
        var limits = await db.RoleLimits.SingleOrDefaultAsync(limits => limits.Role == role, cancel);
        if (limits is null) return NotFound();
        if (limits.Version != form.Version) Refuse("", $"Somebody changed the limits of this role while you typed: {Describe(limits)} stand now. Save again to put yours over them.");
        if (!ModelState.IsValid || !Attempt(() => limits.Set(form.MaximumDiscount / 100, form.MayPriceUnderFloor, form.MayApproveCredit, form.MayForceSpace), nameof(form.MaximumDiscount)))
        {
            db.ChangeTracker.Clear();
            return Refused(await PageAsync(cancel), nameof(Index));
        }

        var index = Role.All.TakeWhile(known => known != role).Count();
        db.NoteChanges(Me, clock.GetCurrentInstant(), nameof(RoleLimits), index, limits);
        db.Note(Me, clock.GetCurrentInstant(), nameof(RoleLimits), index, "save limits", to: role, why: form.Reason);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", "Somebody changed these limits a moment ago. What stands now is shown.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(nameof(Index), await PageAsync(cancel));
        }

        Say("The limits are saved.");
        return RedirectToAction(nameof(Index));
    }

    private static Sentence Describe(RoleLimits limits) => Sentence.Join(", ",
    [
        limits.MaximumDiscount is { } most ? (Sentence)$"a discount of {most * 100} %" : "any discount",
        .. limits.MayPriceUnderFloor ? new Sentence[] { "prices under the floor" } : [],
        .. limits.MayApproveCredit ? new Sentence[] { "credit over the limit" } : [],
        .. limits.MayForceSpace ? new Sentence[] { "rooms taken from options" } : [],
    ]);

    private async Task<LimitsPage> PageAsync(CancellationToken cancel) =>
        new([.. (await db.RoleLimits.AsNoTracking().ToListAsync(cancel)).OrderBy(limits => Role.All.TakeWhile(role => role != limits.Role).Count())], MaySet: db.Scope is null);
}
