using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>From a company's inquiry to a closed booking. Each verb of the status table is an action of its own.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings")]
public sealed class BookingsController(HotelDb db, BookingMoves moves, DepositGuard deposits, CurrentProperty hotel, IClock clock) : HotelController
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(BookingStatus? status, string? search, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var folded = FoldedName.Of(search ?? "");
        var wanted = db.Bookings.AsNoTracking()
            .Where(booking => booking.PropertyId == property.Id && (status == null || booking.Status == status))
            .Join(db.Accounts, booking => booking.AccountId, account => account.Id, (booking, account) => new { booking, account });
        if (folded.Length > 0)
            wanted = wanted.Where(row => row.account.SearchText.Contains(folded) || row.booking.Reference.Contains(search!) || row.booking.Name.Contains(search!));
        var rows = await wanted
            .OrderBy(row => row.booking.Functions.Min(function => (Instant?)function.OccupiedFrom))
            .Select(row => new BookingsPage.Row(
                row.booking.Id, row.booking.Reference, row.booking.Name, row.account.TradeName, row.booking.Status,
                row.booking.Functions.Min(function => (LocalDateTime?)function.Start), row.booking.Functions.Max(function => (int?)function.Expected) ?? 0,
                row.booking.OptionOn, row.booking.Functions.Any(function => function.QueuedAs != null && !function.IsFirm)))
            .Take(PageSize).ToListAsync(cancel);
        return View(new BookingsPage(rows, await wanted.CountAsync(cancel), status, search));
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("new")]
    public async Task<IActionResult> New(int? accountId, InquiryForm.Row first, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await InquiryPageAsync(new InquiryForm { AccountId = accountId ?? 0, Functions = [first] }, cancel));
    }

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> New(InquiryForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var account = await db.Accounts.FindAsync([form.AccountId], cancel);
        if (account is null && form.AccountId > 0) ModelState.AddModelError(nameof(form.AccountId), "This company is not known any more. Choose another.");
        var spaces = await db.Spaces.AsNoTracking().Include(space => space.Capacities).Where(space => space.PropertyId == property.Id).ToDictionaryAsync(space => space.Id, cancel);
        if (!ModelState.IsValid) return Refused(await InquiryPageAsync(form, cancel));

        await using var turn = await db.BeginWriteAsync(cancel);
        var booking = Attempt(() => Booking.Inquire(property.Id, account!.Id, "", form.Name, Me.UserId, clock.GetCurrentInstant()), nameof(form.Name));
        for (var i = 0; booking is not null && i < form.Functions.Count; i++)
        {
            var row = form.Functions[i];
            var field = $"{nameof(form.Functions)}[{i}]";
            if (row.IsEmpty) continue;
            if (row.Date is not { } date) ModelState.AddModelError(field + ".Date", "Type the day.");
            else if (row.From is not { } from) ModelState.AddModelError(field + ".From", "Type when it starts.");
            else if (row.Until is not { } until) ModelState.AddModelError(field + ".Until", "Type when it ends.");
            else if (row.SpaceId is { } asked && !spaces.ContainsKey(asked)) ModelState.AddModelError(field + ".SpaceId", "This hotel has no such room. Choose another.");
            else if (row.People is not { } people) ModelState.AddModelError(field + ".People", "Say how many people are expected.");
            else
                Attempt(() =>
                {
                    if (row.SpaceId is { } space) spaces[space].RefuseUnlessItTakes(people, row.Style);
                    booking.Add(Function.Plan(row.Name ?? form.Name, row.SpaceId, row.Style, date + from, date + until, people, property.Zone, secondStart: row.Second, secondEnd: row.Second));
                }, field + ".From");
        }

        if (!ModelState.IsValid || booking is null) return Refused(await InquiryPageAsync(form, cancel));

        booking.Number(await db.NextBookingReferenceAsync(property.Today(clock.GetCurrentInstant()).Year, cancel));
        db.Bookings.Add(booking);
        await db.SaveChangesAsync(cancel);
        db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), booking.Id, "inquire", to: nameof(BookingStatus.Inquiry));
        await db.SaveChangesAsync(cancel);
        await turn.CommitAsync(cancel);
        return RedirectToAction(nameof(Details), new { id = booking.Id });
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel)
    {
        var page = await BookingPageAsync(id, cancel);
        return page is null ? NotFound() : View(page);
    }

    /// <summary>Chooses the room of a function, as the search proposed it.</summary>
    /// <param name="shift">Minutes later; earlier when below zero.</param>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/functions/{functionId:int}/place")]
    public async Task<IActionResult> Place(int id, int functionId, int spaceId, SetupStyle style, int shift, CancellationToken cancel)
    {
        var booking = await db.Bookings.Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == id, cancel);
        var space = await db.Spaces.AsNoTracking().Include(space => space.Capacities).SingleOrDefaultAsync(space => space.Id == spaceId, cancel);
        var function = booking?.Functions.FirstOrDefault(function => function.Id == functionId);
        if (booking is null || function is null || space is null || space.PropertyId != booking.PropertyId) return NotFound();
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == booking.PropertyId, cancel);
        return await MoveAsync(id, async () =>
        {
            space.RefuseUnlessItTakes(function.Expected, style);
            booking.Place(functionId, spaceId, style, Duration.FromMinutes(Math.Clamp(shift, -180, 180)), property.Zone);
            db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), id, "place", to: space.Name, why: function.Name);
            await db.SaveChangesAsync(cancel);
        }, cancel);
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/option")]
    public Task<IActionResult> Option(int id, LocalDate optionOn, CancellationToken cancel) =>
        MoveAsync(id, () => moves.OptionAsync(id, optionOn, Me, cancel), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/accept")]
    public Task<IActionResult> Accept(int id, string? name, LocalDate acceptedOn, string? purchaseOrder, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        var sent = await db.Quotes.AsNoTracking().Where(quote => quote.BookingId == id && quote.Status == QuoteStatus.Sent).OrderByDescending(quote => quote.Revision).FirstOrDefaultAsync(cancel)
            ?? throw new HouseRuleException("No offer is out. Send a version first: what the client signs is a version.");
        await moves.AcceptOfferAsync(sent.Id, new Acceptance((name ?? "").Trim(), acceptedOn, purchaseOrder, sent.SeenHash!, clock.GetCurrentInstant(), "on paper"), Me, cancel);
    }, cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/confirm")]
    public Task<IActionResult> Confirm(int id, CancellationToken cancel) => MoveAsync(id, () => moves.ConfirmAsync(id, Me, cancel), cancel);

    /// <summary>A manager takes it on over the company's credit limit; it goes definite when nothing else is awaited.</summary>
    [Authorize(Policy = Policies.SalesManager)]
    [HttpPost("{id:int}/approve-credit")]
    public Task<IActionResult> ApproveCredit(int id, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        var booking = await db.Bookings.SingleAsync(booking => booking.Id == id, cancel);
        booking.ApproveCredit(Me.Name);
        db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), id, "approve credit");
        await db.SaveChangesAsync(cancel);
        await moves.SettleAsync(id, Me, cancel);
    }, cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/give-back")]
    public Task<IActionResult> GiveBack(int id, CancellationToken cancel) => MoveAsync(id, () => moves.GiveBackAsync(id, Me, cancel), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/lose")]
    public Task<IActionResult> Lose(int id, string? reason, CancellationToken cancel) => MoveAsync(id, () => moves.LoseAsync(id, reason ?? "", Me, cancel), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/turn-down")]
    public Task<IActionResult> TurnDown(int id, string? reason, CancellationToken cancel) =>
        MoveAsync(id, () => moves.TurnDownAsync(id, reason ?? "", Me, cancel), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/cancel")]
    public Task<IActionResult> Cancel(int id, string? reason, CancellationToken cancel) =>
        MoveAsync(id, () => moves.CancelAsync(id, reason ?? "", Me, cancel), cancel);

    [HttpPost("{id:int}/begin")]
    public Task<IActionResult> Begin(int id, CancellationToken cancel) => MoveAsync(id, () => moves.BeginAsync(id, Me, cancel), cancel);

    [HttpPost("{id:int}/close")]
    public Task<IActionResult> Close(int id, CancellationToken cancel) => MoveAsync(id, () => moves.CloseAsync(id, Me, cancel), cancel);

    /// <summary>Enters guaranteed and actual numbers of one function.</summary>
    [HttpPost("{id:int}/numbers/{functionId:int}")]
    public Task<IActionResult> Numbers(int id, int functionId, int? guaranteed, int? actual, CancellationToken cancel) =>
        MoveAsync(id, () => moves.CountAsync(id, functionId, guaranteed, actual, Me, cancel), cancel);

    /// <summary>Does the move; a refusal is shown on the booking's page with its reason (422), a room that is taken with who has it (409).</summary>
    private async Task<IActionResult> MoveAsync(int id, Func<Task> move, CancellationToken cancel)
    {
        if (!await db.Bookings.AnyAsync(booking => booking.Id == id, cancel)) return NotFound();
        var status = StatusCodes.Status422UnprocessableEntity;
        if (ModelState.IsValid)
        {
            try
            {
                await move();
                return RedirectToAction(nameof(Details), new { id });
            }
            catch (HouseRuleException refusal)
            {
                ModelState.AddModelError("", refusal.Message);
            }
            catch (RoomTakenException taken)
            {
                ModelState.AddModelError("", taken.Message);
                status = StatusCodes.Status409Conflict;
            }

            db.ChangeTracker.Clear();
        }

        Response.StatusCode = status;
        return View(nameof(Details), await BookingPageAsync(id, cancel));
    }

    private async Task<BookingPage?> BookingPageAsync(int id, CancellationToken cancel)
    {
        var booking = await db.Bookings.AsNoTracking().Include(booking => booking.Functions.OrderBy(function => function.OccupiedFrom))
            .SingleOrDefaultAsync(booking => booking.Id == id, cancel);
        if (booking is null) return null;
        var account = await db.Accounts.AsNoTracking().Include(account => account.Contacts).SingleAsync(account => account.Id == booking.AccountId, cancel);
        var property = await db.Properties.AsNoTracking().SingleAsync(property => property.Id == booking.PropertyId, cancel);
        var spaces = await db.Spaces.AsNoTracking().Where(space => space.PropertyId == property.Id).ToDictionaryAsync(space => space.Id, space => space.Name, cancel);
        var history = await db.Journal.AsNoTracking().Where(entry => entry.Subject == nameof(Booking) && entry.SubjectId == id)
            .OrderByDescending(entry => entry.Id).Take(100).ToListAsync(cancel);
        var today = property.Today(clock.GetCurrentInstant());
        var contract = await db.Quotes.AsNoTracking().Include(quote => quote.Lines).Where(quote => quote.BookingId == id && quote.Status == QuoteStatus.Accepted).OrderByDescending(quote => quote.Revision).FirstOrDefaultAsync(cancel);
        var firstDay = booking.Functions.Select(function => (LocalDate?)function.Start.Date).Min();
        var cancellable = contract is not null && firstDay is not null && booking.May(BookingStatus.Cancelled);
        return new BookingPage(booking, account, property, spaces, await moves.RanksAsync(booking, cancel), history, today,
            await db.Quotes.AsNoTracking().Where(quote => quote.BookingId == id).OrderByDescending(quote => quote.Revision).ToListAsync(cancel), await moves.WaitsForAsync(id, cancel),
            await deposits.StateAsync(id, cancel), await db.Invoices.AsNoTracking().Where(invoice => invoice.BookingId == id).OrderBy(invoice => invoice.Id).ToListAsync(cancel),
            cancellable ? contract!.CancellationLadder.FeeOn(today, firstDay!.Value, contract.CancellationBase) : null, cancellable ? contract!.CancellationLadder.DearerFrom(today, firstDay!.Value) : null);
    }

    private async Task<InquiryPage> InquiryPageAsync(InquiryForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        return new InquiryPage(
            form,
            await db.Accounts.AsNoTracking().OrderBy(account => account.TradeName).ToListAsync(cancel),
            await db.Spaces.AsNoTracking().Include(space => space.Capacities).Where(space => space.PropertyId == property.Id).OrderBy(space => space.Position).ToListAsync(cancel));
    }
}
