using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Calendar;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Documents.Pdf;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Offers;

/// <summary>The client's own page of an offer: opened by the signed link in the mail, without a password.</summary>
[Route("offers/{token}")]
public sealed class OffersController(HotelDb db, QuoteDesk desk, BookingMoves moves, DeadlineDesk deadlines, SignedLinks links, IClock clock) : ClientController(links, SignedLinks.Offer)
{
    [HttpGet("")]
    public async Task<IActionResult> Details(string token, CancellationToken cancel) =>
        await FileAsync(token, cancel) is { } file ? View(await PageAsync(file, token, cancel)) : Gone(token);

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
        return new OfferPage(file, files, token, isAccepted ? null : file.Quote.WhyNotOpen(file.Today), [.. waiting.Select(awaited => awaited.ForTheClient)]);
    }
}
