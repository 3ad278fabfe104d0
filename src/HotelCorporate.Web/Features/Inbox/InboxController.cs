using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Inbox;

/// <summary>What waits for the one who is signed in.</summary>
[Authorize(Policy = Policies.Staff)]
[Route("inbox")]
public sealed partial class InboxController(HotelDb db, DecisionRights rights, ApprovalDesk approvals, CurrentProperty hotel, IClock clock) : HotelController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await PageAsync(cancel));

    [Authorize(Policy = Policies.Events)]
    [OncePerForm]
    [HttpPost("approvals/{id:int}/approve")]
    public Task<IActionResult> Approve(int id, string? answer, CancellationToken cancel) =>
        DecideAsync(id, () => approvals.ApproveAsync(id, answer, Me, cancel), "Approved. Who asked is told.", cancel);

    [Authorize(Policy = Policies.Events)]
    [OncePerForm]
    [HttpPost("approvals/{id:int}/refuse")]
    public Task<IActionResult> Refuse(int id, string? answer, CancellationToken cancel) =>
        DecideAsync(id, () => approvals.RefuseAsync(id, answer, Me, cancel), "Refused. Who asked is told.", cancel);

    [Authorize(Policy = Policies.Events)]
    [OncePerForm]
    [HttpPost("approvals/{id:int}/delegate")]
    public Task<IActionResult> Delegate(int id, int to, CancellationToken cancel) =>
        DecideAsync(id, () => approvals.DelegateAsync(id, to, Me, cancel), "It waits for the one you chose, who is told by mail.", cancel);

    /// <summary>Whoever may decide takes it back from the one who was to decide.</summary>
    [Authorize(Policy = Policies.Events)]
    [OncePerForm]
    [HttpPost("approvals/{id:int}/take-back")]
    public Task<IActionResult> TakeBack(int id, CancellationToken cancel) =>
        DecideAsync(id, () => approvals.TakeBackAsync(id, Me, cancel), "It waits for whoever may decide it again.", cancel);

    /// <summary>The asker has read the answer.</summary>
    [HttpPost("approvals/{id:int}/read")]
    public async Task<IActionResult> ReadAnswer(int id, CancellationToken cancel)
    {
        var asked = await db.Approvals.SingleOrDefaultAsync(approval => approval.Id == id && approval.AskedById == Me.UserId && approval.Status != ApprovalStatus.Open, cancel);
        if (asked is null) return NotFound();
        asked.ReadAnswer();
        db.Note(Me, clock.GetCurrentInstant(), asked.About.Subject, asked.About.Id, "read answer");
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("tasks/{id:int}/done")]
    public async Task<IActionResult> Done(int id, CancellationToken cancel)
    {
        var today = (await hotel.GetAsync(cancel)).Today(clock.GetCurrentInstant());
        var waiting = new WaitingFor(db, User, [.. (await hotel.ChoicesAsync(cancel)).Select(known => known.Id)], today);
        if (await waiting.Mine.SingleOrDefaultAsync(task => task.Id == id, cancel) is not { } task) return NotFound();
        if (!Attempt(() => task.Finish(Me.UserId, clock.GetCurrentInstant()))) return Refused(await PageAsync(cancel), nameof(Index));
        db.Note(Me, clock.GetCurrentInstant(), "Task", id, "done");
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Everything up to that entry is read: the last one that the page showed.</summary>
    [HttpPost("changes/read")]
    public async Task<IActionResult> ReadChanges(long upTo, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(user => user.Id == Me.UserId, cancel);
        user.ReadUpTo = Math.Max(user.ReadUpTo, upTo);
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index));
    }

    private async Task<IActionResult> DecideAsync(int id, Func<Task> decide, Sentence said, CancellationToken cancel)
    {
        if (!await db.Approvals.AnyAsync(approval => approval.Id == id, cancel)) return NotFound();
        Sentence refused;
        var status = StatusCodes.Status422UnprocessableEntity;
        try
        {
            await decide();
            Say(said);
            return RedirectToAction(nameof(Index));
        }
        catch (HouseRuleException refusal)
        {
            refused = refusal.Sentence;
        }
        catch (RoomTakenException taken)
        {
            (refused, status) = (taken.Sentence, StatusCodes.Status409Conflict);
        }
        catch (DbUpdateConcurrencyException)
        {
            (refused, status) = ("Somebody changed this a moment ago. What stands now is shown.", StatusCodes.Status409Conflict);
        }

        db.ChangeTracker.Clear();
        Refuse("", await StandsAsync(id, cancel) ?? refused);
        Response.StatusCode = status;
        return View(nameof(Index), await PageAsync(cancel));
    }

    /// <summary>Who decided it and when; null while nobody has.</summary>
    private async Task<Sentence?> StandsAsync(int id, CancellationToken cancel)
    {
        var stands = await db.Approvals.AsNoTracking().Where(asked => asked.Id == id && asked.Status != ApprovalStatus.Open)
            .Select(asked => new { asked.Status, asked.DecidedAt, By = db.Users.Where(user => user.Id == asked.DecidedById).Select(user => user.Name).FirstOrDefault() }).SingleOrDefaultAsync(cancel);
        if (stands is null) return null;
        if (stands.Status == ApprovalStatus.Dropped) return "This is no longer needed: what it was asked for has changed.";
        var at = stands.DecidedAt!.Value.InZone((await hotel.GetAsync(cancel)).Zone).LocalDateTime;
        if (stands.Status == ApprovalStatus.Approved) return (Sentence)$"{stands.By} approved this on {at}. It is decided.";
        return (Sentence)$"{stands.By} refused this on {at}. It is decided.";
    }
}
