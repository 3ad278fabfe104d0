using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Events;

/// <summary>The client's own page of its event, opened by the signed link in its mails: prolong the option or give it back, dates, numbers.</summary>
[Route("events/{token}")]
public sealed class EventsController(HotelDb db, BookingMoves moves, QuoteDesk quotes, SignedLinks links, IClock clock) : ClientController(links, SignedLinks.Event)
{
    [HttpGet("")]
    public async Task<IActionResult> Details(string token, CancellationToken cancel) => await PageAsync(token, cancel) is { } page ? View(page) : Gone(token);

    /// <summary>The client needs some more days.</summary>
    [OncePerForm]
    [HttpPost("extend")]
    public Task<IActionResult> Extend(string token, CancellationToken cancel) => DoAsync(token, "extend", id => moves.ExtendAsync(id, cancel), cancel);

    /// <summary>The client does not need the space.</summary>
    [OncePerForm]
    [HttpPost("release")]
    public Task<IActionResult> Release(string token, string? reason, CancellationToken cancel) => DoAsync(token, "release", id => moves.ReleaseAsync(id, reason, cancel), cancel);

    /// <summary>What another number of people would do to the price; nothing is sent.</summary>
    [HttpPost("numbers/preview")]
    public async Task<IActionResult> Preview(string token, int functionId, int? people, CancellationToken cancel)
    {
        if (await PageAsync(token, cancel) is not { } page) return Gone(token);
        SentNumber? preview = null;
        try
        {
            preview = await moves.PreviewNumberAsync(page.Booking.Id, functionId, people ?? throw new HouseRuleException("Type how many people come.") { Field = "people" }, cancel);
        }
        catch (HouseRuleException refusal)
        {
            Refuse("", refusal);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View(nameof(Details), page with { Preview = preview });
    }

    [OncePerForm]
    [HttpPost("numbers")]
    public Task<IActionResult> Numbers(string token, int functionId, int? people, CancellationToken cancel) => DoAsync(token, "send number", id =>
        moves.SendNumberAsync(id, functionId, people ?? throw new HouseRuleException("Type how many people come.") { Field = "people" }, cancel), cancel);

    private async Task<IActionResult> DoAsync(string token, string verb, Func<int, Task> act, CancellationToken cancel)
    {
        if (Opened(token) is not { } id || !await db.Bookings.AnyAsync(booking => booking.Id == id, cancel)) return Gone(token);
        try
        {
            await act(id);
            return LocalRedirect($"/events/{token}"); // the token keeps its letters: no lower-case address
        }
        catch (HouseRuleException refusal)
        {
            db.ChangeTracker.Clear();
            db.Note(Actor.Client, clock.GetCurrentInstant(), nameof(Booking), id, $"{(Sentence)verb} refused", why: refusal.Sentence);
            await db.SaveChangesAsync(cancel);
            Refuse("", refusal);
            return Refused((await PageAsync(token, cancel))!, nameof(Details));
        }
    }

    private async Task<EventPage?> PageAsync(string token, CancellationToken cancel)
    {
        if (Opened(token) is not { } id) return null;
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions.OrderBy(function => function.OccupiedFrom)).SingleOrDefaultAsync(booking => booking.Id == id, cancel);
        if (booking is null) return null;
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        var now = clock.GetCurrentInstant();
        var offers = await db.Quotes.AsNoTracking().Where(quote => quote.BookingId == id && (quote.Status == QuoteStatus.Sent || quote.Status == QuoteStatus.Accepted)).OrderByDescending(quote => quote.Revision).ThenBy(quote => quote.Alternative).ToListAsync(cancel);
        var (sent, contract) = (offers.Find(offer => offer.Status == QuoteStatus.Sent), offers.Find(offer => offer.Status == QuoteStatus.Accepted));
        var priced = contract is null || booking.Status != BookingStatus.Definite ? null : await DeskQueries.ContractAsync(db, id, cancel);
        var canExtend = property is { ExtensionDays: > 0, MostExtensions: > 0 };
        return new EventPage(
            booking, (await DeskQueries.AccountAsync(db, booking.AccountId, cancel))!, property, token, await DeskQueries.SpaceNamesAsync(db, booking.Functions.Select(function => function.SpaceId), cancel), property.Today(now), now,
            [.. (await moves.WaitsForAsync(id, cancel)).Select(awaited => awaited.ForTheClient)],
            (sent ?? contract) is { } offer ? quotes.LinkOf(offer, property) : null, sent?.WhyNotOpen(property.Today(now)) is null && sent is not null && !booking.HasEnded,
            booking.Status != BookingStatus.Tentative ? "" : canExtend ? booking.WhyNotExtended(property.MostExtensions, await moves.IsAwaitedAsync(booking, cancel)) : "Ask the hotel when you need more time.",
            await db.Deadlines.AsNoTracking().Where(row => row.BookingId == id && row.DoneAt == null && row.Kind != DeadlineKind.BlockReview).OrderBy(row => row.DueAt).ToListAsync(cancel),
            priced is null ? null : Exposure.Of(priced, booking, priced.ValidUntil),
            await db.SentNumbers.AsNoTracking().Where(number => number.BookingId == id).OrderByDescending(number => number.Id).ToListAsync(cancel),
            booking.Status == BookingStatus.Definite && await quotes.GuaranteeIsOverAsync(id, cancel));
    }
}
