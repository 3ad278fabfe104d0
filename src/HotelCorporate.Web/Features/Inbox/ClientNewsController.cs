using HotelCorporate.Domain;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Inbox;

/// <summary>Tells a seller on whatever page is open that a client opened or answered an offer: the question is answered when there is news, or after a while without.</summary>
[Authorize(Policy = Policies.Sales)]
[Route("inbox/news")]
public sealed class ClientNewsController(HotelDb db, CurrentProperty hotel, HotelNews news, IHostApplicationLifetime life) : HotelController
{
    private const int Most = 5;

    /// <summary>Shorter than what a proxy lets a silent answer wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <param name="since">Where the hotel's news stood at the last answer; none: at once what came after the last line, or where things stand.</param>
    /// <param name="after">The last line of the journal that was told; 0: none.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? since, long after, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        if (since is null && after == 0) return Json(new { seen = news.Seen(property.Id), after = await db.Journal.MaxAsync(line => (long?)line.Id, cancel) ?? 0, lines = Array.Empty<object>() });
        await db.Database.CloseConnectionAsync(); // it waits without one
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        wait.CancelAfter(Patience);
        try
        {
            var seen = since is null ? news.Seen(property.Id) : await news.AfterAsync(property.Id, since, wait.Token);
            var told = await db.Journal.AsNoTracking().Where(line => line.Id > after && line.Subject == nameof(Quote) && line.Actor == Actor.Client.Name && line.PropertyId == property.Id)
                .Join(db.Bookings.Where(booking => booking.OwnerId == Me.UserId), line => line.BookingId, booking => booking.Id, (line, booking) => new { line.Id, line.Action, line.SubjectId, BookingId = booking.Id, booking.Name })
                .OrderBy(line => line.Id).Take(Most).ToListAsync(cancel);
            return Json(new
            {
                seen, after = told.Count > 0 ? told[^1].Id : after,
                lines = told.Select(line => new { text = Words.Here.Say(Told(line.Action, line.Name)), address = $"/bookings/{line.BookingId}/quotes/{line.SubjectId}" }),
            });
        }
        catch (OperationCanceledException)
        {
            return Json(new { seen = since, after, lines = Array.Empty<object>() });
        }
    }

    private static Sentence Told(string action, string booking) => action switch
    {
        "open" => (Sentence)$"The client opened the offer for {Sentence.Typed(booking)}.",
        "accept" => (Sentence)$"The client accepted the offer for {Sentence.Typed(booking)}.",
        "decline" => (Sentence)$"The client declined the offer for {Sentence.Typed(booking)}.",
        "ask for a change" => (Sentence)$"The client asks for a change of the offer for {Sentence.Typed(booking)}.",
        _ => (Sentence)$"The client wrote about the offer for {Sentence.Typed(booking)}.",
    };
}
