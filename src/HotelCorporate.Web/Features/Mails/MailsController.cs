using HotelCorporate.Domain.Messages;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NodaTime;

namespace HotelCorporate.Web.Features.Mails;

/// <summary>The letters of the house: what waits, what is sent, what failed and why; each as the client reads it.</summary>
[Authorize(Policy = Policies.Events)]
[Route("mails")]
public sealed class MailsController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int Shown = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(MailStatus? status, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var rows = await db.Outbox.AsNoTracking().Where(mail => mail.PropertyId == property.Id && (status == null || mail.Status == status))
            .OrderByDescending(mail => mail.Id).Take(Shown)
            .Select(mail => new MailsPage.Row(mail.Id, mail.Kind, mail.RecipientName, mail.RecipientAddress, mail.Subject, mail.Status, mail.QueuedAt, mail.SentAt, mail.Tries, mail.NextTryAt, mail.LastAnswer, mail.MayHaveGoneTwice))
            .ToListAsync(cancel);
        var oldest = await db.Outbox.Where(mail => mail.PropertyId == property.Id && mail.Status == MailStatus.Waiting).MinAsync(mail => (Instant?)mail.DueAt, cancel);
        return View(new MailsPage(rows, status, property.Zone, clock.GetCurrentInstant(), oldest));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel)
    {
        var mail = await db.Outbox.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancel);
        if (mail is null) return NotFound();
        using var message = mail.Content is null || mail.OpensTheDoor ? null : await MimeMessage.LoadAsync(new MemoryStream(mail.Content), cancel);
        var property = await DeskQueries.PropertyAsync(db, mail.PropertyId, cancel);
        return View(nameof(Details), new MailPage(mail, message?.TextBody ?? "", [.. message?.Attachments.Select(part => part.ContentDisposition?.FileName ?? part.ContentType.MimeType) ?? []], property.Zone, clock.GetCurrentInstant()));
    }

    /// <summary>The letter as a file that any mail program opens.</summary>
    [HttpGet("{id:int}/eml")]
    public async Task<IActionResult> Eml(int id, CancellationToken cancel) =>
        await db.Outbox.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancel) is { OpensTheDoor: false, Content: { } content }
            ? File(content, "message/rfc822", $"mail-{id}.eml")
            : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/again")]
    public async Task<IActionResult> Again(int id, CancellationToken cancel)
    {
        var mail = await db.Outbox.SingleOrDefaultAsync(mail => mail.Id == id, cancel);
        if (mail is null) return NotFound();
        if (!Attempt(() => mail.TryAgain(clock.GetCurrentInstant()))) return await Refused(id, cancel);
        db.Note(Me, clock.GetCurrentInstant(), "Mail", id, "try again");
        await db.SaveChangesAsync(cancel);
        Say("The letter is in the queue again.");
        return RedirectToAction(nameof(Details), new { id });
    }

    private async Task<IActionResult> Refused(int id, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Details(id, cancel);
    }
}
