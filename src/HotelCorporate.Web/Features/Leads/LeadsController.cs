using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Leads;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Leads;

/// <summary>Who may buy: the board by stage with the reply clock, and each lead with its log.</summary>
[Authorize(Policy = Policies.Events)]
[Route("leads")]
public sealed class LeadsController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int Shown = 200;
    private const int EndedShown = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(bool mine, CancellationToken cancel)
    {
        var (property, now) = (await hotel.GetAsync(cancel), clock.GetCurrentInstant());
        var own = db.Leads.AsNoTracking().Where(lead => lead.PropertyId == property.Id && (!mine || lead.OwnerId == Me.UserId));
        var open = await RowsAsync(own.Where(lead => lead.Stage != LeadStage.Won && lead.Stage != LeadStage.Lost).OrderByDescending(lead => lead.Id).Take(Shown), cancel);
        var ended = await RowsAsync(own.Where(lead => lead.EndedAt != null).OrderByDescending(lead => lead.EndedAt).Take(EndedShown), cancel);
        var since = now - Duration.FromDays(90);
        var kept = await own.Where(lead => lead.AnsweredAt != null && lead.ReceivedAt >= since).GroupBy(lead => lead.AnsweredAt <= lead.AnswerDueAt).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        return View(new LeadsPage(property, open, ended, (kept.Where(group => group.Key).Sum(group => group.Count), kept.Sum(group => group.Count)), mine, now));
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("new")]
    public async Task<IActionResult> New(int? accountId, CancellationToken cancel) => View("Form", await FormPageAsync(new LeadForm { OwnerId = Me.UserId, AccountId = accountId }, null, cancel));

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> New(LeadForm form, CancellationToken cancel)
    {
        var (property, now) = (await hotel.GetAsync(cancel), clock.GetCurrentInstant());
        await CheckAsync(form, null, cancel);
        var due = ModelState.IsValid ? (await db.OfficeAsync(property, cancel)).Plus(now, property.AnswerHours) : now;
        var lead = ModelState.IsValid ? Attempt(() => new Lead(property.Id, form.Facts, now, due)) : null;
        if (lead is null) return Refused(await FormPageAsync(form, null, cancel), "Form");
        await using var turn = await db.BeginWriteAsync(cancel);
        db.Leads.Add(lead);
        await db.SaveChangesAsync(cancel);
        db.Tasks.Add(new DeskTask(property.Id, null, $"Answer the lead {lead.Title}", due.InZone(property.Zone).Date, lead.OwnerId, now) { LeadId = lead.Id }.About(lead.AccountId));
        Note(lead.Id, "open lead");
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Details), new { id = lead.Id });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel) => await PageAsync(id, cancel) is { } page ? View(page) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancel) =>
        await db.Leads.AsNoTracking().SingleOrDefaultAsync(lead => lead.Id == id, cancel) is { } lead ? View("Form", await FormPageAsync(LeadForm.Of(lead), id, cancel)) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, LeadForm form, CancellationToken cancel)
    {
        if (await db.Leads.SingleOrDefaultAsync(lead => lead.Id == id, cancel) is not { } lead) return NotFound();
        await CheckAsync(form, lead, cancel);
        db.Entry(lead).Property(found => found.Version).OriginalValue = form.Version;
        if (!ModelState.IsValid || !Attempt(() => lead.Change(form.Facts))) return Refused(await FormPageAsync(form, id, cancel), "Form");
        Note(id, "change lead");
        try
        {
            await db.SaveChangesAsync(cancel);
            return RedirectToAction(nameof(Details), new { id });
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            form.Version = await db.Leads.Where(found => found.Id == id).Select(found => found.Version).SingleAsync(cancel);
            ModelState.Clear();
            ModelState.AddModelError("", "Somebody changed this lead while you typed. Save again to put yours over it.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Form", await FormPageAsync(form, id, cancel));
        }
    }

    /// <summary>To another stage; lost with a reason.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/stage")]
    public async Task<IActionResult> Stage(int id, LeadStage stage, string? because, CancellationToken cancel)
    {
        if (await db.Leads.SingleOrDefaultAsync(lead => lead.Id == id, cancel) is not { } lead) return NotFound();
        var was = lead.Stage;
        if (!ModelState.IsValid || !Attempt(() => lead.MoveTo(stage, because, clock.GetCurrentInstant()))) return Refused((await PageAsync(id, cancel))!, nameof(Details));
        if (!lead.IsOpen) await FinishAsync(lead, cancel);
        Note(id, "move lead", was.ToString(), stage.ToString(), Sentence.Typed(because ?? ""));
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Details), new { id });
    }

    /// <summary>Logs what passed; the first call, mail, meeting or visit stops the reply clock.</summary>
    [OncePerForm]
    [HttpPost("{id:int}/log")]
    public async Task<IActionResult> Log(int id, ActivityKind kind, string? text, CancellationToken cancel)
    {
        if (await db.Leads.SingleOrDefaultAsync(lead => lead.Id == id, cancel) is not { } lead) return NotFound();
        var now = clock.GetCurrentInstant();
        var activity = ModelState.IsValid ? Attempt(() => new Activity(kind, lead.AccountId, id, null, text, Me.UserId, now, now), nameof(text)) : null;
        if (activity is null) return Refused((await PageAsync(id, cancel))!, nameof(Details));
        db.Activities.Add(activity);
        if (activity.Answers)
        {
            lead.Answer(now);
            await FinishAsync(lead, cancel);
        }

        Note(id, $"log {kind}");
        await db.SaveChangesAsync(cancel);
        return RedirectToAction(nameof(Details), new { id });
    }

    private void Note(int id, Sentence action, Sentence? from = null, Sentence? to = null, Sentence? why = null) => db.Note(Me, clock.GetCurrentInstant(), nameof(Lead), id, action, from, to, why);

    /// <summary>There is nothing left to answer.</summary>
    private async Task FinishAsync(Lead lead, CancellationToken cancel)
    {
        foreach (var task in await db.Tasks.Where(task => task.LeadId == lead.Id && task.DoneAt == null).ToListAsync(cancel)) task.Finish(Me.UserId, clock.GetCurrentInstant());
    }

    private async Task CheckAsync(LeadForm form, Lead? lead, CancellationToken cancel)
    {
        if (form.OwnerId is { } owner && owner != lead?.OwnerId && !await Owners().AnyAsync(user => user.Id == owner, cancel)) Refuse(nameof(form.OwnerId), "This person has no portfolio. Choose one of the list.");
    }

    private IQueryable<HotelUser> Owners() => db.Users.Where(user => (db.Scope == null || user.PropertyId == null || user.PropertyId == db.Scope)
        && db.UserRoles.Any(given => given.UserId == user.Id && db.Roles.Any(role => role.Id == given.RoleId && Role.OpeningBookings.Contains(role.Name!))));

    private async Task<LeadFormPage> FormPageAsync(LeadForm form, int? id, CancellationToken cancel) => new(
        form, await Owners().OrderBy(user => user.Name).Select(user => new LeadFormPage.Choice(user.Id, user.Name)).ToListAsync(cancel),
        await db.Leads.Where(lead => lead.Competitor != "").Select(lead => lead.Competitor).Union(db.Bookings.Where(booking => booking.Competitor != null).Select(booking => booking.Competitor!)).Distinct().OrderBy(name => name).Take(50).ToListAsync(cancel), id);

    private async Task<List<LeadsPage.Row>> RowsAsync(IQueryable<Lead> leads, CancellationToken cancel) => (await (
        from lead in leads
        join account in db.Accounts on lead.AccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        join user in db.Users on lead.OwnerId equals user.Id into users
        from user in users.DefaultIfEmpty()
        select new { lead, Company = account == null ? null : account.TradeName, Owner = user == null ? "" : user.Name }).ToListAsync(cancel))
        .ConvertAll(row => new LeadsPage.Row(row.lead, row.Company ?? (row.lead.Company.Length > 0 ? row.lead.Company : row.lead.ContactName), row.Owner));

    private async Task<LeadPage?> PageAsync(int id, CancellationToken cancel)
    {
        if (await db.Leads.AsNoTracking().SingleOrDefaultAsync(lead => lead.Id == id, cancel) is not { } lead) return null;
        var log = await (
            from activity in db.Activities.AsNoTracking()
            where activity.LeadId == id
            join user in db.Users on activity.ById equals user.Id into users
            from user in users.DefaultIfEmpty()
            orderby activity.At descending, activity.Id descending
            select new LeadPage.Logged(activity, user == null ? "" : user.Name)).ToListAsync(cancel);
        return new LeadPage(
            lead, await DeskQueries.PropertyAsync(db, lead.PropertyId, cancel), await db.Accounts.Where(account => account.Id == lead.AccountId).Select(account => account.TradeName).SingleOrDefaultAsync(cancel),
            await db.Users.Where(user => user.Id == lead.OwnerId).Select(user => user.Name).SingleOrDefaultAsync(cancel) ?? "", log, clock.GetCurrentInstant());
    }
}
