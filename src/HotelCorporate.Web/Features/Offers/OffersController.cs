using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Calendar;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Documents.Pdf;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Offers;

/// <summary>The client's own page of an offer: opened by the signed link in the mail, without a password.</summary>
[Route("offers/{token}")]
public sealed class OffersController(HotelDb db, QuoteDesk desk, BookingMoves moves, DeadlineDesk deadlines, SignedLinks links, IClock clock) : ClientController(links, SignedLinks.Offer)
{
    [HttpGet("")]
    public async Task<IActionResult> Details(string token, CancellationToken cancel) =>
        await FileAsync(token, cancel) is { } file ? View(await PageAsync(await LookedAtAsync(file, cancel), token, cancel)) : Gone(token);

    /// <summary>What the client says about the offer or one of its lines; the seller has it as a task at once.</summary>
    [OncePerForm]
    [HttpPost("comment")]
    public async Task<IActionResult> Comment(string token, string? about, string? text, string? who, bool change, CancellationToken cancel)
    {
        if (await FileAsync(token, cancel) is not { } file) return Gone(token);
        var now = clock.GetCurrentInstant();
        try
        {
            var (quote, position) = About(about, await desk.AlternativesAsync(file, cancel));
            var comment = new OfferComment(file.Property.Id, quote, position, who ?? "", text ?? "", now, change);
            db.OfferComments.Add(comment);
            var line = quote.Lines.FirstOrDefault(line => line.Position == position);
            var said = Sentence.Typed(comment.Text.Length > 120 ? comment.Text[..117] + "..." : comment.Text);
            Sentence task = change ? $"{quote.Number} / {quote.Revision}: the client asks for a change: {said}" : $"{quote.Number} / {quote.Revision}: the client writes: {said}";
            db.Tasks.Add(new DeskTask(file.Property.Id, file.Booking.Id, task, file.Today, file.Booking.OwnerId, now));
            db.Note(Actor.Client, now, nameof(Quote), quote.Id, change ? "ask for a change" : "comment", to: line?.Description ?? ""); // the words stay with the offer, where they can be erased
            await db.SaveChangesAsync(cancel);
            return LocalRedirect($"/offers/{token}#comments"); // the token keeps its letters: no lower-case address
        }
        catch (HouseRuleException refusal)
        {
            Refuse("", refusal);
            return Refused(await PageAsync(file, token, cancel), nameof(Details));
        }
    }

    /// <summary>The evidence of the acceptance.</summary>
    [HttpGet("certificate.pdf")]
    public async Task<IActionResult> Certificate(string token, CancellationToken cancel)
    {
        if (await FileAsync(token, cancel) is not { } file) return Gone(token);
        var all = await desk.AlternativesAsync(file, cancel);
        if (all.FirstOrDefault(one => one.Quote.Acceptance is not null) is not { } taken) return NotFound();
        var sheet = desk.Certificate(taken, all);
        return File(CertificatePdf.Write(sheet with { Offer = sheet.Offer with { Hotel = await db.WithLogoAsync(sheet.Offer.Hotel, cancel) } }), "application/pdf", $"{taken.Quote.Number}-certificate.pdf");
    }

    [OncePerForm]
    [HttpPost("accept")]
    public async Task<IActionResult> Accept(string token, string? name, string? purchaseOrder, string? seen, CancellationToken cancel)
    {
        if (await FileAsync(token, cancel) is not { } file) return Gone(token);
        var now = clock.GetCurrentInstant();
        if (string.IsNullOrEmpty(seen) && file.Alternatives.Count > 1) return await RefusedAsync(token, new HouseRuleException("Choose the alternative that you accept.") { Field = "seen" }, "accept", cancel);
        try
        {
            // What was seen says which alternative is meant; what fits none is refused as such.
            var chosen = file.Alternatives.FirstOrDefault(alternative => alternative.SeenHash is { } hash && hash == seen) ?? file.Quote;
            await moves.AcceptOfferAsync(
                chosen.Id,
                new Acceptance((name ?? "").Trim(), file.Today, string.IsNullOrWhiteSpace(purchaseOrder) ? null : purchaseOrder.Trim(), seen ?? "", now, HttpContext.Connection.RemoteIpAddress?.ToString() ?? ""),
                Actor.Client, cancel);
            return LocalRedirect($"/offers/{token}"); // the token keeps its letters: no lower-case address
        }
        catch (HouseRuleException refusal)
        {
            return await RefusedAsync(token, refusal, "accept", cancel);
        }
    }

    [OncePerForm]
    [HttpPost("decline")]
    public async Task<IActionResult> Decline(string token, string? reason, CancellationToken cancel)
    {
        if (await FileAsync(token, cancel) is not { } file) return Gone(token);
        try
        {
            file.Quote.Decline(reason ?? "", file.Today);
            foreach (var other in file.Alternatives.Where(other => other.May(QuoteStatus.Declined))) other.Decline(reason ?? "", file.Today);
        }
        catch (HouseRuleException refusal)
        {
            return await RefusedAsync(token, refusal, "decline", cancel);
        }

        db.Note(Actor.Client, clock.GetCurrentInstant(), nameof(Quote), file.Quote.Id, "decline", nameof(QuoteStatus.Sent), nameof(QuoteStatus.Declined), reason);
        db.Note(Actor.Client, clock.GetCurrentInstant(), nameof(Booking), file.Booking.Id, $"decline {file.Quote.Number} version {file.Quote.Revision}", why: reason);
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await deadlines.FollowAsync(file.Booking.Id, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return LocalRedirect($"/offers/{token}"); // the token keeps its letters: no lower-case address
    }

    [HttpGet("offer.pdf")]
    public async Task<IActionResult> Pdf(string token, CancellationToken cancel)
    {
        if (await FileAsync(token, cancel) is not { } file) return Gone(token);
        var sheet = desk.Sheet(await ShownAsync(file, cancel));
        return File(QuotePdf.Write(sheet with { Hotel = await db.WithLogoAsync(sheet.Hotel, cancel) }), "application/pdf", $"{file.Quote.Number}.pdf");
    }

    [HttpGet("offer.xlsx")]
    public async Task<IActionResult> Xlsx(string token, CancellationToken cancel) => await FileAsync(token, cancel) is { } file
        ? Excel(QuoteWorkbook.Write(desk.Sheet(await ShownAsync(file, cancel))), $"{file.Quote.Number}.xlsx") : Gone(token);

    [HttpGet("programme.ics")]
    public async Task<IActionResult> Programme(string token, CancellationToken cancel) =>
        await FileAsync(token, cancel) is { } file
            ? File(ProgrammeCalendar.Write(HotelSheet.Of(file.Property), file.Booking.Reference, file.Booking.Name, QuoteDesk.Programme(file), clock.GetCurrentInstant()), "text/calendar", $"{file.Booking.Reference}.ics")
            : Gone(token);

    /// <summary>The line that a comment is about: the alternative's letter and the line's position; the letter alone, or nothing: the offer as a whole.</summary>
    private static (Quote Quote, int? Position) About(string? about, IReadOnlyList<QuoteFile> files)
    {
        var parts = (about ?? "").Split('-');
        var quote = files.FirstOrDefault(file => file.Quote.Letter == parts[0])?.Quote ?? files[0].Quote;
        return (quote, parts.Length > 1 && int.TryParse(parts[1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var position) ? position : null);
    }

    /// <summary>That the client looked is kept, and seen by the seller; a look of the house's own people is not.</summary>
    private async Task<QuoteFile> LookedAtAsync(QuoteFile file, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        if (User.Identity?.IsAuthenticated == true) return file;
        var looked = file.Alternatives.Where(alternative => alternative.Open(now)).ToList(); // all are seen together
        if (looked.Count == 0) return file;
        db.Note(Actor.Client, now, nameof(Quote), file.Quote.Id, "open");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // it was answered or opened at this very moment: that is kept
            return (await desk.ReadAsync(file.Quote.Id, cancel))!;
        }

        return file;
    }

    private async Task<QuoteFile?> FileAsync(string token, CancellationToken cancel) =>
        Opened(token) is { } id ? await desk.ReadAsync(id, cancel) : null;

    private async Task<IActionResult> RefusedAsync(string token, HouseRuleException refusal, string verb, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var file = (await FileAsync(token, cancel))!;
        db.Note(Actor.Client, clock.GetCurrentInstant(), nameof(Booking), file.Booking.Id, $"{(Sentence)verb} refused", why: refusal.Sentence);
        await db.SaveChangesAsync(cancel);
        Refuse(verb == "decline" ? "reason" : "", refusal);
        return Refused(await PageAsync(file, token, cancel), nameof(Details));
    }

    /// <summary>All alternatives while the client may choose; the one that was taken afterwards.</summary>
    private async Task<IReadOnlyList<QuoteFile>> ShownAsync(QuoteFile file, CancellationToken cancel)
    {
        var files = await desk.AlternativesAsync(file, cancel);
        return files.FirstOrDefault(one => one.Quote.Status == QuoteStatus.Accepted) is { } taken ? [taken] : files;
    }

    private async Task<OfferPage> PageAsync(QuoteFile opened, string token, CancellationToken cancel)
    {
        var files = await ShownAsync(opened, cancel);
        var file = files[0];
        var isAccepted = file.Quote.Status == QuoteStatus.Accepted;
        var waiting = isAccepted ? await moves.WaitsForAsync(file.Booking.Id, cancel) : [];
        return new OfferPage(file, files, token, isAccepted ? null : file.Quote.WhyNotOpen(file.Today), [.. waiting.Select(awaited => awaited.ForTheClient)], await desk.CommentsAsync(file, cancel));
    }
}
