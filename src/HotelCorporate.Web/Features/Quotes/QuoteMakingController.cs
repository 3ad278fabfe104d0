using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>Prices a booking: the main offer, its alternatives, and a draft once more. What it comes to is told while it is typed.</summary>
[Authorize(Policy = Policies.Sales)]
[Route("bookings/{bookingId:int}/quotes")]
public sealed class QuoteMakingController(HotelDb db, QuoteGrounds grounds, QuoteDrafting drafting, QuoteObstacles obstacles) : HotelController
{
    private const string FormView = "~/Features/Quotes/New.cshtml";
    private const string WorthView = "_Worth";
    private const int BedroomRows = 2;
    private const int ExtraRows = 3;

    /// <param name="template">What it begins with.</param>
    /// <param name="function">The function that a package was worked out for.</param>
    /// <param name="worked">What was worked out (/packages/{id}/workbench).</param>
    [HttpGet("new")]
    public async Task<IActionResult> New(int bookingId, int? template, int? function, [FromQuery(Name = "worked")] PackageRow worked, CancellationToken cancel)
    {
        if (await grounds.ReadAsync(bookingId, Me.UserId, cancel) is not { } ground) return NotFound();
        if (template is { } chosen)
        {
            if (await db.QuoteTemplates.AsNoTracking().SingleOrDefaultAsync(one => one.Id == chosen && one.PropertyId == ground.Property.Id, cancel) is not { } begin) return NotFound();
            return View(FormView, await PageAsync(QuoteForm.Of(begin.For(Programme(ground)) with { ValidUntil = ground.Today.PlusDays(ground.Property.QuoteValidDays) }), ground, "new", await NextRevisionAsync(bookingId, cancel), 1, cancel));
        }

        var last = await db.Quotes.AsNoTracking().Where(quote => quote.BookingId == bookingId && quote.Alternative == 1).OrderByDescending(quote => quote.Revision).FirstOrDefaultAsync(cancel);
        var page = await PageAsync(last?.Request is { } asked ? Again(asked, ground) : await ProposedAsync(ground, cancel), ground, "new", await NextRevisionAsync(bookingId, cancel), 1, cancel);
        page.Form.TakeAlternatives = page.Others.Length > 0;
        if (function is not null && page.Form.Functions.FirstOrDefault(row => row.FunctionId == function) is { } row) row.Take(worked);
        return View(FormView, page);
    }

    [HttpGet("{id:int}/edit")]
    public async Task<IActionResult> Edit(int bookingId, int id, CancellationToken cancel)
    {
        if (await grounds.ReadAsync(bookingId, Me.UserId, cancel) is not { } ground || await DraftAsync(bookingId, id, cancel) is not { Request: { } asked } draft) return NotFound();
        var form = draft.IsMain ? Again(asked, ground) : QuoteForm.Of(asked, draft.AlternativeName);
        form.ApprovalReason = await db.Approvals.Where(asked => asked.QuoteId == id).OrderByDescending(asked => asked.Id).Select(asked => asked.Reason).FirstOrDefaultAsync(cancel);
        return View(FormView, await PageAsync(form, ground, $"{id}/edit", draft.Revision, draft.Alternative, cancel));
    }

    /// <summary>Another alternative of a draft, beginning as a copy of it.</summary>
    [HttpGet("{id:int}/alternative")]
    public async Task<IActionResult> Alternative(int bookingId, int id, CancellationToken cancel)
    {
        if (await grounds.ReadAsync(bookingId, Me.UserId, cancel) is not { } ground || await DraftAsync(bookingId, id, cancel) is not { Request: { } asked } draft) return NotFound();
        if (WhyNoAlternative(ground) is { } why)
        {
            Say(why);
            return RedirectToAction(nameof(QuotesController.Details), "Quotes", new { bookingId, id });
        }

        var form = QuoteForm.Of(asked);
        foreach (var row in form.Functions) row.FunctionId = null;
        return View(FormView, await PageAsync(form, ground, $"{id}/alternative", draft.Revision, await NextAlternativeAsync(draft, cancel), cancel));
    }

    /// <summary>Shows what the form comes to; nothing is stored. A part of the page for who types, the whole page without a script.</summary>
    [HttpPost("price")]
    public async Task<IActionResult> Price(int bookingId, QuoteForm form, int? alternative, int? revision, string? address, CancellationToken cancel)
    {
        var isPart = Request.Headers.ContainsKey("X-Part");
        if (await grounds.ReadAsync(bookingId, Me.UserId, cancel, named: isPart ? form.Named : null) is not { } ground) return NotFound();
        var wish = await WishAsync(form, ground, Math.Max(1, revision ?? 1), Math.Max(1, alternative ?? 1), cancel);
        var result = await ResultAsync(wish, cancel);
        if (isPart) return PartialView(WorthView, result);
        var page = await PageAsync(form, ground, address is { Length: > 0 } && Url.IsLocalUrl("/" + address) ? address : "new", Math.Max(1, revision ?? 1), Math.Max(1, alternative ?? 1), cancel) with { Result = result };
        return ModelState.IsValid ? View(FormView, page) : Refused(page, FormView);
    }

    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> New(int bookingId, QuoteForm form, CancellationToken cancel)
    {
        if (await grounds.ReadAsync(bookingId, Me.UserId, cancel) is not { } ground) return NotFound();
        return await KeepAsync(form, ground, "new", await NextRevisionAsync(bookingId, cancel), 1, draft: null, cancel);
    }

    [OncePerForm]
    [HttpPost("{id:int}/edit")]
    public async Task<IActionResult> Edit(int bookingId, int id, QuoteForm form, CancellationToken cancel)
    {
        if (await grounds.ReadAsync(bookingId, Me.UserId, cancel) is not { } ground || await DraftAsync(bookingId, id, cancel) is not { } draft) return NotFound();
        return await KeepAsync(form, ground, $"{id}/edit", draft.Revision, draft.Alternative, draft, cancel);
    }

    [OncePerForm]
    [HttpPost("{id:int}/alternative")]
    public async Task<IActionResult> Alternative(int bookingId, int id, QuoteForm form, CancellationToken cancel)
    {
        if (await grounds.ReadAsync(bookingId, Me.UserId, cancel) is not { } ground || await DraftAsync(bookingId, id, cancel) is not { } draft) return NotFound();
        var next = await NextAlternativeAsync(draft, cancel);
        if (WhyNoAlternative(ground) is { } why) Refuse("", why);
        if (next > Quote.MostAlternatives) ModelState.AddModelError("", "A client compares five alternatives at most. Take one out first.");
        return await KeepAsync(form, ground, $"{id}/alternative", draft.Revision, next, draft: null, cancel);
    }

    private static Sentence? WhyNoAlternative(QuoteGround ground) => ground.Booking.Holds && ground.Booking.Status != BookingStatus.Tentative
        ? $"This booking is {ground.Booking.Status}: its contract is amended by one offer, without alternatives." : null;

    private async Task<IActionResult> KeepAsync(QuoteForm form, QuoteGround ground, string address, int revision, int alternative, Quote? draft, CancellationToken cancel)
    {
        var wish = await WishAsync(form, ground, revision, alternative, cancel);
        if (wish.Priced.ToApprove.Count > 0 && string.IsNullOrWhiteSpace(form.ApprovalReason))
            ModelState.AddModelError(nameof(form.ApprovalReason), "Say why it should be approved: whoever decides reads it.");
        if (form.ApprovalReason is { Length: > Approval.LongestText }) ModelState.AddModelError(nameof(form.ApprovalReason), "The reason has 500 characters at most.");
        if (ModelState.IsValid) Attempt(() => drafting.Make(wish));
        if (alternative > 1)
        {
            foreach (var (field, why) in await obstacles.RefusalsAsync(wish, cancel)) Refuse(form.FieldOf(field), why);
        }

        if (!ModelState.IsValid) return Refused(await PageAsync(form, ground, address, revision, alternative, cancel) with { Result = await ResultAsync(wish, cancel) }, FormView);

        await using var turn = await db.BeginWriteAsync(cancel);
        var quote = await drafting.KeepAsync(wish, draft, Me, cancel);
        var left = draft is null && alternative == 1 && form.TakeAlternatives ? await drafting.TakeAlternativesAsync(ground, quote, Me, cancel) : [];
        await turn.CommitAsync(cancel);
        if (left.Count > 0) Say($"The offer is kept. Not taken along: {Sentence.Join("; ", left)}");
        return RedirectToAction(nameof(QuotesController.Details), "Quotes", new { bookingId = ground.Booking.Id, id = quote.Id });
    }

    private async Task<QuoteWish> WishAsync(QuoteForm form, QuoteGround ground, int revision, int alternative, CancellationToken cancel)
    {
        var asked = form.ToRequest(ground, alternative == 1, Refuse);
        var priced = await grounds.PriceAsync(ground, asked, cancel);
        foreach (var (field, why) in priced.Refusals) Refuse(form.FieldOf(field), why);
        if (priced.Lines.Count == 0 && ModelState.IsValid) ModelState.AddModelError("", "Choose a package, type a hire or add an extra: an offer has one line at least.");
        return new QuoteWish(ground, asked, priced, revision, alternative, form.AlternativeName ?? "", form.ApprovalReason);
    }

    /// <summary>As far as it could be priced; none when nothing could.</summary>
    private async Task<QuoteResult?> ResultAsync(QuoteWish wish, CancellationToken cancel)
    {
        if (wish.Priced.Lines.Count == 0 || Attempt(() => drafting.Make(wish)) is not { } quote) return null;
        return await drafting.ResultAsync(wish, quote, Me, cancel) with { Obstacles = await obstacles.ReadAsync(wish, cancel) };
    }

    private static PlannedFunction[] Programme(QuoteGround ground) =>
        [.. ground.Functions.Select((function, at) => PlannedFunction.Of(function, at + 1))];

    /// <summary>What was asked for last, with the programme as the booking has it now.</summary>
    private static QuoteForm Again(QuoteRequest asked, QuoteGround ground)
    {
        var form = QuoteForm.Of(asked);
        if (form.ValidUntil < ground.Today) form.ValidUntil = ground.Today.PlusDays(ground.Property.QuoteValidDays);
        var known = form.Functions.ToList();
        form.Functions.Clear();
        foreach (var function in ground.Functions)
            form.Functions.Add(known.Find(row => row.FunctionId == function.Id) ?? new QuoteForm.FunctionRow { FunctionId = function.Id });
        return form;
    }

    private async Task<QuoteForm> ProposedAsync(QuoteGround ground, CancellationToken cancel)
    {
        var form = new QuoteForm { ValidUntil = ground.Today.PlusDays(ground.Property.QuoteValidDays) };
        form.Propose(ground.Block?.Terms ?? BlockTerms.Allowing(ground.Basis.Agreement?.Terms.AttritionAllowance ?? 0));
        foreach (var function in ground.Functions)
        {
            var day = ground.Basis.Packages.FirstOrDefault(package => package.Kind == PackageKind.FullDay && package.WhyNotOn(function.Start.Date) is null);
            form.Functions.Add(new() { FunctionId = function.Id, PackageId = function.Expected >= day?.MinimumDelegates ? day.Id : null });
        }

        foreach (var stay in ground.Block?.Stays() ?? []) form.Bedrooms.Add(new() { RoomTypeId = stay.RoomTypeId, Occupancy = stay.Occupancy, Arrival = stay.Arrival, Nights = stay.Nights, Rooms = stay.Rooms });
        foreach (var hire in await ResourceQueries.PricedHiresAsync(db, ground.Booking.Id, cancel))
            form.Extras.Add(new() { Description = hire.Name, RevenueClass = hire.IsEquipment ? RevenueClass.Av : RevenueClass.Other, Quantity = hire.Quantity, Price = hire.Price.Amount });
        return form;
    }

    private async Task<QuoteMakingPage> PageAsync(QuoteForm form, QuoteGround ground, string address, int revision, int alternative, CancellationToken cancel)
    {
        while (form.Extras.Count < ExtraRows || !form.Extras[^1].IsEmpty) form.Extras.Add(new());
        while (form.Bedrooms.Count < BedroomRows) form.Bedrooms.Add(new() { Arrival = form.Functions.Select(row => row.Date).Min() ?? ground.FirstDay });
        if (alternative > 1) form.Functions.Add(new());
        var spaces = alternative == 1 ? [] : await db.Spaces.AsNoTracking().Include(space => space.Capacities).Where(space => space.PropertyId == ground.Property.Id && !space.IsRetired).OrderBy(space => space.Id).ToListAsync(cancel);
        return new QuoteMakingPage(form, ground, address, revision, alternative, spaces) 
        {
            Others = alternative == 1 && address == "new" ? string.Join(", ", (await drafting.OthersAsync(ground.Booking.Id, revision, cancel)).Select(other => other.Letter)) : "",
            Templates = address == "new" ? await db.QuoteTemplates.AsNoTracking().Where(template => template.PropertyId == ground.Property.Id).OrderBy(template => template.Name).ToListAsync(cancel) : [],
        };
    }

    private Task<Quote?> DraftAsync(int bookingId, int id, CancellationToken cancel) =>
        db.Quotes.AsSplitQuery().Include(quote => quote.Lines).Include(quote => quote.Nets).SingleOrDefaultAsync(quote => quote.Id == id && quote.BookingId == bookingId && quote.Status == QuoteStatus.Draft, cancel);

    private async Task<int> NextRevisionAsync(int bookingId, CancellationToken cancel) => 1 + (await db.Quotes.Where(quote => quote.BookingId == bookingId).MaxAsync(quote => (int?)quote.Revision, cancel) ?? 0);

    private async Task<int> NextAlternativeAsync(Quote draft, CancellationToken cancel) =>
        1 + await db.Quotes.Where(quote => quote.BookingId == draft.BookingId && quote.Revision == draft.Revision).MaxAsync(quote => quote.Alternative, cancel);
}
