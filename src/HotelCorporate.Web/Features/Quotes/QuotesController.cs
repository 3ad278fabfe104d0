using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Rooms;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents.Pdf;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>Prices a booking, and sends the offer to its client.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings/{bookingId:int}/quotes")]
public sealed class QuotesController(HotelDb db, QuoteDesk desk, DeadlineDesk deadlines, AgreementsInForce agreements, DecisionRights rights, IClock clock) : HotelController
{
    private const int BedroomRows = 2;
    private const int ExtraRows = 3;

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("new")]
    public async Task<IActionResult> New(int bookingId, CancellationToken cancel)
    {
        if (await ReadAsync(bookingId, cancel) is not { } basis) return NotFound();
        var form = new QuoteForm { ValidUntil = basis.Property.Today(clock.GetCurrentInstant()).PlusDays(basis.Property.QuoteValidDays) };
        form.Propose(basis.Block?.Terms ?? BlockTerms.Allowing(basis.Agreement?.Terms.AttritionAllowance ?? 0));
        var day = basis.Packages.FirstOrDefault(package => package.Kind == PackageKind.FullDay);
        foreach (var function in basis.Functions) form.Functions.Add(new() { FunctionId = function.Id, PackageId = function.Expected >= day?.MinimumDelegates ? day.Id : null });
        foreach (var stay in basis.Block?.Stays() ?? []) form.Bedrooms.Add(new() { RoomTypeId = stay.RoomTypeId, Occupancy = stay.Occupancy, Arrival = stay.Arrival, Nights = stay.Nights, Rooms = stay.Rooms });
        foreach (var hire in await ResourceQueries.PricedHiresAsync(db, bookingId, cancel))
            form.Extras.Add(new() { Description = hire.Name, RevenueClass = hire.IsEquipment ? RevenueClass.Av : RevenueClass.Other, Quantity = hire.Quantity, Price = hire.Price.Amount });
        return View(Page(form, basis, preview: null));
    }

    /// <summary>Shows what the form comes to; nothing is stored.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("price")]
    public async Task<IActionResult> Price(int bookingId, QuoteForm form, CancellationToken cancel)
    {
        if (await ReadAsync(bookingId, cancel) is not { } basis) return NotFound();
        var draft = await DraftAsync(form, basis, cancel);
        return draft is null ? Refused(Page(form, basis, null), nameof(New)) : View(nameof(New), Page(form, basis, draft.Quote));
    }

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> New(int bookingId, QuoteForm form, CancellationToken cancel)
    {
        if (await ReadAsync(bookingId, cancel) is not { } basis) return NotFound();
        var draft = await DraftAsync(form, basis, cancel);
        if (draft is { Quote.WaitsForApproval: true } && string.IsNullOrWhiteSpace(form.ApprovalReason))
            ModelState.AddModelError(nameof(form.ApprovalReason), "Say why it should be approved: whoever decides reads it.");
        if (form.ApprovalReason is { Length: > Approval.LongestText }) ModelState.AddModelError(nameof(form.ApprovalReason), "The reason has 500 characters at most.");
        if (draft is null || !ModelState.IsValid) return Refused(Page(form, basis, draft?.Quote));

        var (quote, now) = (draft.Quote, clock.GetCurrentInstant());
        await using var turn = await db.BeginWriteAsync(cancel);
        db.Quotes.Add(quote);
        await db.SaveChangesAsync(cancel);
        db.Note(Me, now, nameof(Quote), quote.Id, "draft", to: nameof(QuoteStatus.Draft));
        // An older version that was never sent is overtaken: nobody decides its price any more.
        foreach (var older in await db.Approvals.Where(asked => asked.BookingId == bookingId && asked.Kind == ApprovalKind.Price && asked.Status == ApprovalStatus.Open).ToListAsync(cancel))
        {
            older.Drop(now);
            db.Note(Me, now, nameof(Quote), older.QuoteId ?? 0, $"drop request {ApprovalKind.Price}", nameof(ApprovalStatus.Open), nameof(ApprovalStatus.Dropped), $"version {quote.Revision}");
        }

        if (quote.WaitsForApproval)
        {
            db.Approvals.Add(new Approval(ApprovalKind.Price, basis.Property.Id, bookingId, Me.UserId, now, form.ApprovalReason!, $"{quote.Number} version {quote.Revision}, {quote.Gross}: {quote.ToApprove}")
            {
                QuoteId = quote.Id, Discount = draft.Discount, IsUnderFloor = draft.IsUnderFloor,
            });
            db.Note(Me, now, nameof(Quote), quote.Id, "ask for approval", why: form.ApprovalReason);
        }

        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Details), new { bookingId, id = quote.Id });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int bookingId, int id, CancellationToken cancel)
    {
        var page = await desk.ReadAsync(id, cancel);
        if (page is null || page.Booking.Id != bookingId) return NotFound();
        ViewData["request"] = await db.Approvals.AsNoTracking().Where(asked => asked.QuoteId == id).OrderByDescending(asked => asked.Id).FirstOrDefaultAsync(cancel);
        return View(page);
    }

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/send")]
    public async Task<IActionResult> Send(int bookingId, int id, CancellationToken cancel)
    {
        var page = await desk.ReadAsync(id, cancel);
        if (page is null || page.Booking.Id != bookingId) return NotFound();
        if (!Attempt(() => desk.Send(page, Me))) return Refused(page, nameof(Details));
        await SaveAsync(bookingId, cancel);
        Say("The quote is frozen and its letter is on the way.");
        return RedirectToAction(nameof(Details), new { bookingId, id });
    }

    [HttpGet("{id:int}/pdf")]
    public async Task<IActionResult> Pdf(int bookingId, int id, CancellationToken cancel)
    {
        var file = await desk.ReadAsync(id, cancel);
        if (file is null || file.Booking.Id != bookingId) return NotFound();
        var sheet = desk.Sheet(file);
        return File(QuotePdf.Write(sheet with { Hotel = await db.WithLogoAsync(sheet.Hotel, cancel) }), "application/pdf", $"{file.Quote.Number}-{file.Quote.Revision}.pdf");
    }

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/revoke")]
    public async Task<IActionResult> Revoke(int bookingId, int id, CancellationToken cancel)
    {
        var page = await desk.ReadAsync(id, cancel);
        if (page is null || page.Booking.Id != bookingId) return NotFound();
        if (!Attempt(page.Quote.Revoke)) return Refused(page, nameof(Details));
        db.Note(Me, clock.GetCurrentInstant(), nameof(Quote), id, "revoke", nameof(QuoteStatus.Sent), nameof(QuoteStatus.Revoked));
        await SaveAsync(bookingId, cancel);
        Say("The offer is taken back; its link says so.");
        return RedirectToAction(nameof(Details), new { bookingId, id });
    }

    /// <summary>An offer went out, or was taken back: the booking's dates follow in the same save.</summary>
    private async Task SaveAsync(int bookingId, CancellationToken cancel)
    {
        await using var turn = await db.BeginWriteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await deadlines.FollowAsync(bookingId, cancel);
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
    }

    private static NewQuotePage Page(QuoteForm form, QuoteBasis basis, Quote? preview)
    {
        while (form.Extras.Count < ExtraRows) form.Extras.Add(new());
        while (form.Bedrooms.Count < BedroomRows) form.Bedrooms.Add(new() { Arrival = basis.FirstDay(form.ValidUntil ?? default) });
        return new NewQuotePage(form, basis.Booking, basis.Client, basis.Property.CurrencyCode, basis.Packages, basis.RoomTypes, preview, basis.Agreement?.Name, basis.AgreedPrices());
    }

    private async Task<QuoteBasis?> ReadAsync(int bookingId, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == bookingId, cancel);
        if (booking is null) return null;
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        return new QuoteBasis(
            booking, property,
            await db.Accounts.Where(account => account.Id == booking.AccountId).Select(account => account.TradeName).SingleAsync(cancel),
            await db.Packages.AsNoTracking().AsSplitQuery().Include(package => package.Components).Include(package => package.Steps)
                .Where(package => package.PropertyId == property.Id).OrderBy(package => package.Id).ToListAsync(cancel),
            await db.TaxCodes.AsNoTracking().Include(code => code.Rates).Where(code => code.PropertyId == property.Id).ToListAsync(cancel),
            await db.ServiceCharges.AsNoTracking().Where(charge => charge.PropertyId == property.Id).OrderBy(charge => charge.Id).ToListAsync(cancel),
            1 + await db.Quotes.CountAsync(quote => quote.BookingId == bookingId, cancel),
            await agreements.ForAsync(booking.AccountId, property.Id, booking.Functions.Select(function => (LocalDate?)function.Start.Date).Min() ?? property.Today(clock.GetCurrentInstant()), cancel),
            await db.RoomTypes.AsNoTracking().Where(type => type.PropertyId == property.Id).OrderBy(type => type.Id).ToListAsync(cancel),
            await db.Blocks.AsNoTracking().Include(block => block.Nights).SingleOrDefaultAsync(block => block.BookingId == bookingId, cancel));
    }

    private async Task<List<QuoteLine>> BedroomsAsync(QuoteForm.BedroomRow row, string field, QuoteBasis basis, CancellationToken cancel)
    {
        var lines = new List<QuoteLine>();
        var type = basis.RoomTypes.FirstOrDefault(type => type.Id == row.RoomTypeId);
        if (type is null) ModelState.TryAddModelError(field + ".RoomTypeId", "Choose a room type.");
        if (row.Arrival is null) ModelState.TryAddModelError(field + ".Arrival", "Type the first night.");
        if (row.Nights is null or < 1 or > 60) ModelState.TryAddModelError(field + ".Nights", "Type how many nights: 1 to 60.");
        if (row.Rooms is < 1 or > 2000) ModelState.TryAddModelError(field + ".Rooms", "Type how many rooms: 1 to 2,000.");
        if (!ModelState.IsValid || type is null || row.Arrival is not { } arrival || row.Nights is not { } nights) return lines;

        var today = basis.Property.Today(clock.GetCurrentInstant());
        foreach (var (night, free, offered) in await agreements.StayAsync(basis.Booking.AccountId, type, row.Occupancy, arrival, nights, today, cancel, basis.Booking.Id))
        {
            var kept = basis.Block?.Of(type.Id, night); // what the block keeps is offered at the block's rate
            var rate = kept?.Occupancy == row.Occupancy && kept.Agreed > 0 ? new(kept.Rate, null, null, kept.Steps) : offered;
            if (rate.Amount is not null && row.Rooms > Math.Max(free, kept?.ForcedUpTo ?? 0)) rate = new(null, $"{free} rooms are free, {row.Rooms} are asked for.", rate.AgreementId, rate.Steps);
            if (Attempt(() => QuotePricing.Of(row, type, night, rate, basis), field + ".Rooms") is { } line) lines.Add(line);
        }

        return lines;
    }

    /// <summary>The priced offer; null when something is wrong, said at its field.</summary>
    private async Task<Draft?> DraftAsync(QuoteForm form, QuoteBasis basis, CancellationToken cancel)
    {
        if (form.ValidUntil is null) ModelState.TryAddModelError(nameof(form.ValidUntil), "Type the offer's last day.");
        if (form.ValidUntil < basis.Property.Today(clock.GetCurrentInstant())) ModelState.AddModelError(nameof(form.ValidUntil), "The offer's last day is over. Choose today or a later day.");
        if (form.Remarks is { Length: > 2000 }) ModelState.AddModelError(nameof(form.Remarks), "The remarks have 2,000 characters at most.");
        if (form.DiscountReason is { Length: > 250 }) ModelState.AddModelError(nameof(form.DiscountReason), "The reason has 250 characters at most.");
        var limits = (await rights.OfAsync(Me.UserId ?? 0, basis.Property.Id, basis.Property.Today(clock.GetCurrentInstant()), cancel)).ForPricing(basis.Property.MinimumMargin);
        var (toApprove, discount, isUnderFloor) = (new List<Sentence>(), 0m, false);
        if (form.Discount is { } off && off / 100 > limits.MaximumDiscount)
        {
            discount = off / 100;
            toApprove.Add($"The discount of {Sentence.Percent(off / 100)} on hire and extras is over your limit of {Sentence.Percent(limits.MaximumDiscount ?? 0)}.");
        }

        var lines = new List<QuoteLine>();
        for (var i = 0; i < form.Functions.Count; i++)
        {
            var row = form.Functions[i];
            if (Attempt(() => QuotePricing.Of(row, form, basis, limits), $"{nameof(form.Functions)}[{i}].PackageId") is not { } priced) continue;
            lines.AddRange(priced.Lines);
            toApprove.AddRange(priced.ToApprove);
            (discount, isUnderFloor) = (Math.Max(discount, priced.Discount), isUnderFloor || priced.IsUnderFloor);
        }

        for (var i = 0; i < form.Bedrooms.Count; i++)
            if (form.Bedrooms[i].Rooms is not null) lines.AddRange(await BedroomsAsync(form.Bedrooms[i], $"{nameof(form.Bedrooms)}[{i}]", basis, cancel));

        for (var i = 0; i < form.Extras.Count; i++)
        {
            var row = form.Extras[i];
            if (row.IsEmpty) continue;
            if (Attempt(() => QuotePricing.Of(row, form, basis), $"{nameof(form.Extras)}[{i}].Description") is { } extra) lines.Add(extra);
        }

        var unused = lines.Exists(line => line.RoomTypeId is not null) ? Attempt(form.ToTerms) : null;
        if (lines.Count == 0) ModelState.TryAddModelError("", "Choose a package, type a hire or add an extra: an offer has one line at least.");
        if (!ModelState.IsValid) return null;
        var quote = Attempt(() => new Quote(
            basis.Booking.Id, $"Q-{basis.Booking.Reference}", basis.Revision, basis.Property.TaxMode, basis.Property.Currency,
            Math.Max(1, basis.Functions.Max(function => (int?)function.Expected) ?? 1), form.ValidUntil!.Value, lines)
        {
            Remarks = form.Remarks?.Trim() ?? "", Cancellation = basis.Agreement?.Terms.Cancellation is { Length: > 0 } agreed ? agreed : basis.Property.Cancellation,
            CancellationShares = basis.Property.CancellationShares, BedroomTerms = unused?.ToString() ?? "", ToApprove = Sentence.Join(" ", toApprove),
            Deposits = basis.Agreement?.Terms.Deposits is { Length: > 0 } parts ? parts : basis.Property.Deposits, CreatedAt = clock.GetCurrentInstant(),
        });
        return quote is null ? null : new Draft(quote, discount, isUnderFloor);
    }

    /// <summary>A priced offer, with how far it is over the seller's limits.</summary>
    private sealed record Draft(Quote Quote, decimal Discount, bool IsUnderFloor);
}
