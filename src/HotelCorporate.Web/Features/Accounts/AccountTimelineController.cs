using System.ComponentModel.DataAnnotations;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Accounts;

/// <summary>A call, a mail, a meeting, a visit, a note, an objection or a complaint as it is typed.</summary>
public sealed class ActivityForm
{
    [EnumDataType(typeof(ActivityKind), ErrorMessage = "Choose a kind of the list.")]
    public ActivityKind Kind { get; set; }

    public int? ContactId { get; set; }

    public string? Text { get; set; }

    /// <summary>None: today.</summary>
    public LocalDate? On { get; set; }

    /// <summary>None: now, or noon of an earlier day.</summary>
    public LocalTime? At { get; set; }

    /// <summary>What is to be done next, and by when: a task.</summary>
    [StringLength(200, ErrorMessage = "200 characters at most.")]
    public string? FollowUp { get; set; }

    public LocalDate? FollowUpOn { get; set; }

    /// <summary>The moment that is meant, on the hotel's wall.</summary>
    public Instant Moment(Instant now, DateTimeZone zone)
    {
        var wall = now.InZone(zone).LocalDateTime;
        if (On is not { } day) return At is { } time ? zone.AtLeniently(wall.Date + time).ToInstant() : now;
        if (At is null && day == wall.Date) return now;
        return zone.AtLeniently(day + (At ?? LocalTime.Noon)).ToInstant();
    }
}

/// <summary>What passed between the house and a company, newest first, fifty a page.</summary>
/// <param name="Kind">What is shown alone; none: everything.</param>
public sealed record TimelinePage(Account Account, ActivityForm Form, IReadOnlyList<TimelineEntry> Entries, bool HasMore, int Page, string? Kind, DateTimeZone Zone, LocalDate Today);

/// <summary>The one timeline of a company, and its log of calls and mails.</summary>
[Authorize(Policy = Policies.Events)]
[Route("accounts/{accountId:int}/timeline")]
public sealed class AccountTimelineController(HotelDb db, CurrentProperty hotel, IClock clock) : AccountPart(db, hotel, clock)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int accountId, string? kind, int page, CancellationToken cancel) =>
        await PageAsync(accountId, new ActivityForm(), kind, page, cancel) is { } shown ? View(Shown, shown) : NotFound();

    [OncePerForm]
    [HttpPost("")]
    public async Task<IActionResult> Log(int accountId, ActivityForm form, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } account) return NotFound();
        var property = await HotelAsync(cancel);
        if (form.ContactId is { } person && !account.Contacts.Any(contact => contact.Id == person)) Refuse(nameof(form.ContactId), "This person is not of the company. Choose one of the list.");
        if (!string.IsNullOrWhiteSpace(form.FollowUp) && (form.FollowUpOn is null || form.FollowUpOn < property.Today(Now))) Refuse(nameof(form.FollowUpOn), "Say by which day, today or later.");
        var activity = ModelState.IsValid ? Attempt(() => new Activity(form.Kind, accountId, null, form.ContactId, form.Text, Me.UserId, form.Moment(Now, property.Zone), Now)) : null;
        if (activity is null) return Refused((await PageAsync(accountId, form, null, 1, cancel))!, Shown);
        Db.Activities.Add(activity);
        if (!string.IsNullOrWhiteSpace(form.FollowUp)) Db.Tasks.Add(new Domain.Staff.DeskTask(property.Id, null, Sentence.Typed(form.FollowUp.Trim()), form.FollowUpOn!.Value, Me.UserId, Now).About(accountId));
        Note(accountId, $"log {form.Kind}");
        await Db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Index), new { accountId });
    }

    private const string Shown = "~/Features/Accounts/Timeline.cshtml";

    private async Task<TimelinePage?> PageAsync(int accountId, ActivityForm form, string? kind, int page, CancellationToken cancel)
    {
        var account = await Db.Accounts.AsNoTracking().Include(account => account.Contacts).SingleOrDefaultAsync(account => account.Id == accountId && account.MergedIntoId == null, cancel);
        if (account is null) return null;
        var (number, property) = (Math.Clamp(page, 1, 1000), await HotelAsync(cancel));
        var (entries, hasMore) = await new Timeline(Db).ReadAsync(accountId, kind, number, cancel);
        return new TimelinePage(account, form, entries, hasMore, number, kind, property.Zone, property.Today(Now));
    }
}
