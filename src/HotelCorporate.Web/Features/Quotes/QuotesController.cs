using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents.Excel;
using HotelCorporate.Web.Documents.Pdf;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>An offer as it stands: shown, sent to its client, taken back, on paper.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings/{bookingId:int}/quotes")]
public sealed class QuotesController(HotelDb db, QuoteDesk desk, DeadlineDesk deadlines, QuoteDisplacing displacing, BookingMoves moves, IClock clock) : HotelController
{
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int bookingId, int id, CancellationToken cancel)
    {
        if (await FileAsync(bookingId, id, cancel) is not { } page) return NotFound();
        return View(await PageAsync(page, cancel));
    }

    /// <summary>Puts what the packages of a draft bring with them, such as a dinner, into the booking's programme.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/programme")]
    public async Task<IActionResult> Programme(int bookingId, int id, CancellationToken cancel)
    {
        if (await FileAsync(bookingId, id, cancel) is not { } page) return NotFound();
        var spawned = await SpawnedAsync(page, cancel);
        try
        {
            foreach (var planned in spawned) await moves.AddAsync(bookingId, BookingMoves.FunctionOf(planned, page.Property), new FunctionUse(false, false, false, false, false), mayWait: true, Me, cancel);
        }
        catch (Exception refusal) when (refusal is HouseRuleException or RoomTakenException)
        {
            Refuse("", refusal is HouseRuleException rule ? rule.Sentence : ((RoomTakenException)refusal).Sentence);
            return Refused(await PageAsync((await FileAsync(bookingId, id, cancel))!, cancel), nameof(Details));
        }

        Say("The programme has what the packages bring. Change the offer to price it.");
        return RedirectToAction(nameof(Details), new { bookingId, id });
    }

    /// <summary>What the packages of a draft bring, and the booking does not have yet.</summary>
    private async Task<IReadOnlyList<PlannedFunction>> SpawnedAsync(QuoteFile page, CancellationToken cancel)
    {
        if (page.Quote is not { Status: QuoteStatus.Draft, IsMain: true, Request: { } asked }) return [];
        var packages = await db.PackagesWhole(page.Property.Id).AsNoTracking().ToDictionaryAsync(package => package.Id, cancel);
        return [.. SpawnedFunctions.Of(asked, packages).Where(planned => !page.Functions.Any(function => function.Start.Date == planned.Start.Date && function.Name == planned.Name))];
    }

    /// <summary>Answers what the client said about the offer.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/answer")]
    public async Task<IActionResult> Answer(int bookingId, int id, string? text, CancellationToken cancel)
    {
        if (await FileAsync(bookingId, id, cancel) is not { } page) return NotFound();
        var name = await db.Users.Where(user => user.Id == Me.UserId).Select(user => user.Name).SingleAsync(cancel);
        if (!Attempt(() => desk.Answer(page, name, text ?? "", Me))) return Refused(await PageAsync(page, cancel), nameof(Details));
        await db.SaveChangesAsync(cancel);
        Say("The answer is on the page of the offer, and on its way by mail.");
        return RedirectToAction(nameof(Details), new { bookingId, id });
    }

    private async Task<QuoteDetailsPage> PageAsync(QuoteFile file, CancellationToken cancel)
    {
        var before = file.Versions.Where(version => version.Revision < file.Quote.Revision && version.Alternative == file.Quote.Alternative && version.SentAt is not null).MaxBy(version => version.Revision);
        if (before is not null) await db.Entry(before).Collection(quote => quote.Lines).LoadAsync(cancel);
        var asked = await db.Approvals.AsNoTracking().Where(asked => asked.QuoteId == file.Quote.Id).OrderByDescending(asked => asked.Id).FirstOrDefaultAsync(cancel);
        var decider = asked?.DecidedById is { } by ? await db.Users.IgnoreQueryFilters().Where(user => user.Id == by).Select(user => user.Name).SingleOrDefaultAsync(cancel) : null;
        return new QuoteDetailsPage(
            file, asked, decider, await desk.CommentsAsync(file, cancel),
            await SpawnedAsync(file, cancel), await ShortAsync(file, cancel), before, before is null ? [] : QuoteDifferences.Between(before, file.Quote, file.SpaceOf));
    }

    /// <summary>Equipment that a draft or an open offer sells and of which there is not enough.</summary>
    private async Task<IReadOnlyList<Sentence>> ShortAsync(QuoteFile file, CancellationToken cancel)
    {
        if (file.Quote is not { Status: QuoteStatus.Draft or QuoteStatus.Sent, Request: { } asked }) return [];
        var ids = asked.Extras.Select(extra => extra.ItemId).OfType<int>().Distinct().ToList();
        if (ids.Count == 0) return [];
        var own = file.Booking.Functions.ToDictionary(function => function.Id);
        var functions = file.Quote.Programme.Where(planned => planned.FunctionId is not { } known || own.ContainsKey(known)).ToDictionary(planned => planned.Key, planned => planned.FunctionId is { } id ? own[id] : BookingMoves.FunctionOf(planned, file.Property));
        return await db.ShortToSellAsync(file.Property, asked, functions, await db.CatalogueItems.AsNoTracking().Where(item => ids.Contains(item.Id)).ToListAsync(cancel), cancel);
    }

    /// <summary>Sends the version that this one belongs to, with all its alternatives.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/send")]
    public async Task<IActionResult> Send(int bookingId, int id, CancellationToken cancel)
    {
        if (await FileAsync(bookingId, id, cancel) is not { } page) return NotFound();
        var files = await desk.AlternativesAsync(page, cancel);
        if (!Attempt(() => desk.Send(files, Me))) return Refused(await PageAsync(page, cancel), nameof(Details));
        await SaveAsync(bookingId, cancel);
        Say("The quote is frozen and its letter is on the way.");
        return RedirectToAction(nameof(Details), new { bookingId, id });
    }

    /// <summary>Whether the group is worth the guests that it keeps out.</summary>
    [HttpGet("{id:int}/displacement")]
    public async Task<IActionResult> Displacement(int bookingId, int id, CancellationToken cancel) =>
        await FileAsync(bookingId, id, cancel) is { } file ? View((file, await displacing.ReadAsync(file, cancel))) : NotFound();

    [HttpGet("{id:int}/pdf")]
    public async Task<IActionResult> Pdf(int bookingId, int id, CancellationToken cancel)
    {
        if (await FileAsync(bookingId, id, cancel) is not { } file) return NotFound();
        var sheet = desk.Sheet(await desk.AlternativesAsync(file, cancel));
        return File(QuotePdf.Write(sheet with { Hotel = await db.WithLogoAsync(sheet.Hotel, cancel) }), "application/pdf", $"{file.Quote.Number}-{file.Quote.Revision}.pdf");
    }

    [HttpGet("{id:int}/xlsx")]
    public async Task<IActionResult> Xlsx(int bookingId, int id, CancellationToken cancel)
    {
        if (await FileAsync(bookingId, id, cancel) is not { } file) return NotFound();
        return Excel(QuoteWorkbook.Write(desk.Sheet(await desk.AlternativesAsync(file, cancel))), $"{file.Quote.Number}-{file.Quote.Revision}.xlsx");
    }

    /// <summary>Takes the version back, with all its alternatives.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/revoke")]
    public async Task<IActionResult> Revoke(int bookingId, int id, CancellationToken cancel)
    {
        if (await FileAsync(bookingId, id, cancel) is not { } page) return NotFound();
        if (!Attempt(page.Quote.Revoke)) return Refused(await PageAsync(page, cancel), nameof(Details));
        foreach (var other in page.Alternatives.Where(other => other.May(QuoteStatus.Revoked))) other.Revoke();
        foreach (var taken in page.Alternatives.Where(other => other.Status == QuoteStatus.Revoked)) db.Note(Me, clock.GetCurrentInstant(), nameof(Quote), taken.Id, "revoke", nameof(QuoteStatus.Sent), nameof(QuoteStatus.Revoked));
        await SaveAsync(bookingId, cancel);
        Say("The offer is taken back; its link says so.");
        return RedirectToAction(nameof(Details), new { bookingId, id });
    }

    /// <summary>Takes one alternative out of a version that is not sent yet.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/take-out")]
    public async Task<IActionResult> TakeOut(int bookingId, int id, CancellationToken cancel)
    {
        if (await FileAsync(bookingId, id, cancel) is not { } page) return NotFound();
        if (!Attempt(page.Quote.TakeOut)) return Refused(await PageAsync(page, cancel), nameof(Details));
        var now = clock.GetCurrentInstant();
        foreach (var asked in await db.Approvals.Where(asked => asked.QuoteId == id && asked.Status == Domain.Staff.ApprovalStatus.Open).ToListAsync(cancel)) asked.Drop(now);
        db.Note(Me, now, nameof(Quote), id, "take out", nameof(QuoteStatus.Draft), nameof(QuoteStatus.Superseded));
        await SaveAsync(bookingId, cancel);
        Say("The alternative is no longer part of the offer.");
        return RedirectToAction(nameof(Details), new { bookingId, id = page.Alternatives[0].Id });
    }

    private async Task<QuoteFile?> FileAsync(int bookingId, int id, CancellationToken cancel) => await desk.ReadAsync(id, cancel) is { } file && file.Booking.Id == bookingId ? file : null;

    /// <summary>An offer went out, or was taken back: the booking's dates follow in the same save.</summary>
    private async Task SaveAsync(int bookingId, CancellationToken cancel)
    {
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await deadlines.FollowAsync(bookingId, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
    }
}
