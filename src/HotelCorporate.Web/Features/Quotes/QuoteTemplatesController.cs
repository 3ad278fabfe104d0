using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>Offers to begin with, by kind of event.</summary>
[Authorize(Policy = Policies.Sales)]
[Route("quotes/templates")]
public sealed class QuoteTemplatesController(HotelDb db, CurrentProperty hotel, IClock clock) : HotelController
{
    private const string ListView = "~/Features/Quotes/Templates.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(ListView, await AllAsync(cancel));

    /// <summary>Keeps what an offer was asked for as a template.</summary>
    [OncePerForm]
    [HttpPost("")]
    public async Task<IActionResult> Keep(int quoteId, string? name, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var quote = await db.Quotes.AsNoTracking().SingleOrDefaultAsync(quote => quote.Id == quoteId && db.Bookings.Any(booking => booking.Id == quote.BookingId && booking.PropertyId == property.Id), cancel);
        if (quote?.Request is not { } asked) return NotFound();
        if (await db.QuoteTemplates.AnyAsync(template => template.PropertyId == property.Id && template.Name == (name ?? "").Trim(), cancel)) ModelState.AddModelError("name", "There is a template of this name. Choose another name.");
        var made = ModelState.IsValid ? Attempt(() => new QuoteTemplate(property.Id, name ?? "", asked)) : null;
        if (made is null) return Refused(await AllAsync(cancel) with { QuoteId = quoteId, Name = name ?? "" }, ListView);
        await using var turn = await db.BeginWriteAsync(cancel);
        db.QuoteTemplates.Add(made);
        await db.SaveChangesAsync(cancel);
        db.Note(Me, clock.GetCurrentInstant(), nameof(QuoteTemplate), made.Id, "keep template", to: made.Name);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        Say($"{made.Name} is a template now: choose it when you price a booking.");
        return RedirectToAction(nameof(Index));
    }

    [OncePerForm]
    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Remove(int id, CancellationToken cancel)
    {
        if (await db.QuoteTemplates.SingleOrDefaultAsync(template => template.Id == id, cancel) is not { } template) return NotFound();
        db.QuoteTemplates.Remove(template);
        db.Note(Me, clock.GetCurrentInstant(), nameof(QuoteTemplate), id, "remove template", from: template.Name);
        await db.SaveChangesAsync(cancel);
        Say("The template is gone; offers that began with it stay as they are.");
        return RedirectToAction(nameof(Index));
    }

    private async Task<QuoteTemplatesPage> AllAsync(CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var packages = await db.Packages.AsNoTracking().Where(package => package.PropertyId == property.Id).ToDictionaryAsync(package => package.Id, package => package.Name, cancel);
        return new QuoteTemplatesPage(await db.QuoteTemplates.AsNoTracking().Where(template => template.PropertyId == property.Id).OrderBy(template => template.Name).ToListAsync(cancel), packages);
    }
}

/// <summary>The templates, and a name that was refused for one.</summary>
public sealed record QuoteTemplatesPage(IReadOnlyList<QuoteTemplate> Templates, IReadOnlyDictionary<int, string> Packages)
{
    public int? QuoteId { get; init; }

    public string Name { get; init; } = "";
}
