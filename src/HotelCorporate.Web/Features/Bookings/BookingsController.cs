using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Seeing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>From a company's inquiry to a closed booking. Each verb of the status table is an action of its own.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings")]
public sealed class BookingsController(HotelDb db, BookingMoves moves, BlockDesk blocks, DeadlineDesk deadlines, DepositGuard deposits, DecisionRights rights, CurrentProperty hotel, IClock clock) : BookingActions(db)
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(BookingStatus? status, string? search, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var folded = FoldedName.Of(search ?? "");
        var recently = property.Today(clock.GetCurrentInstant()).PlusDays(-30);
        var wanted = Db.Bookings.AsNoTracking()
            .Where(booking => booking.PropertyId == property.Id && (status == null || booking.Status == status))
            .Join(Db.Accounts, booking => booking.AccountId, account => account.Id, (booking, account) => new { booking, account });
        if (folded.Length > 0)
            wanted = wanted.Where(row => row.account.SearchText.Contains(folded) || row.booking.Reference.Contains(search!) || row.booking.Name.Contains(search!));
        var rows = await wanted
            .OrderBy(row => row.booking.FirstOn != null && row.booking.FirstOn < recently).ThenBy(row => row.booking.Functions.Min(function => (Instant?)function.OccupiedFrom)) // what is long over stands last
            .Select(row => new BookingsPage.Row(
                row.booking.Id, row.booking.Reference, row.booking.Name, row.account.TradeName, row.booking.Status,
                row.booking.Functions.Min(function => (LocalDateTime?)function.Start), row.booking.Functions.Max(function => (int?)function.Expected) ?? 0,
                row.booking.OptionOn, row.booking.Functions.Any(function => function.QueuedAs != null && !function.IsFirm)))
            .Take(PageSize).ToListAsync(cancel);
        return View(new BookingsPage(rows, await wanted.CountAsync(cancel), status, search));
    }

    [Authorize(Policy = Policies.Sales)]
    [HttpGet("new")]
    public async Task<IActionResult> New(int? accountId, InquiryForm.Row first, IList<InquiryForm.Row> functions, CancellationToken cancel)
    {
        ModelState.Clear();
        return View(await InquiryPageAsync(new InquiryForm { AccountId = accountId, Functions = functions.Count > 0 ? functions : [first] }, cancel));
    }

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> New(InquiryForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var spaces = await DeskQueries.SpacesAsync(Db, form.Functions.Select(row => row.SpaceId), cancel);
        if (!ModelState.IsValid) return Refused(await InquiryPageAsync(form, cancel));

        var booking = Attempt(() => Booking.Inquire(property.Id, form.AccountId!.Value, "", form.Name, Me.UserId, clock.GetCurrentInstant()), nameof(form.Name));
        for (var i = 0; booking is not null && i < form.Functions.Count; i++)
        {
            var row = form.Functions[i];
            var field = $"{nameof(form.Functions)}[{i}]";
            if (row.IsEmpty) continue;
            if (row.Date is not { } date) ModelState.AddModelError(field + ".Date", "Type the day.");
            else if (row.From is not { } from) ModelState.AddModelError(field + ".From", "Type when it starts.");
            else if (row.Until is not { } until) ModelState.AddModelError(field + ".Until", "Type when it ends.");
            else if (row.SpaceId is { } asked && (spaces.GetValueOrDefault(asked) is not { IsRetired: false } room || room.PropertyId != property.Id)) ModelState.AddModelError(field + ".SpaceId", "This hotel has no such room. Choose another.");
            else if (row.People is not { } people) ModelState.AddModelError(field + ".People", "Say how many people are expected.");
            else
                Attempt(() =>
                {
                    if (row.SpaceId is { } space) spaces[space].RefuseUnlessItTakes(people, row.Style);
                    booking.Add(Function.Plan(row.Name ?? form.Name, row.SpaceId, row.Style, date + from, date + until, people, property.Zone, property.TimesFor(row.Style), row.Second, row.Second));
                }, field + ".From");
        }

        if (!ModelState.IsValid || booking is null) return Refused(await InquiryPageAsync(form, cancel));

        try
        {
            await moves.OpenAsync(booking, property, form.OptionOn, Me, Led, cancel);
        }
        catch (HouseRuleException refusal)
        {
            Refuse(nameof(form.OptionOn), refusal);
            return Refused(await InquiryPageAsync(form, cancel));
        }
        catch (RoomTakenException taken)
        {
            Refuse(nameof(form.OptionOn), taken.Sentence);
            return Refused(await InquiryPageAsync(form, cancel));
        }

        return RedirectToAction(nameof(Details), new { id = booking.Id });

        void Led(Booking made)
        {
            if (Db.SubmittedForms.Local.SingleOrDefault() is { } submitted) submitted.Location = Url.Action(nameof(Details), new { id = made.Id });
        }
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id, CancellationToken cancel)
    {
        var page = await Reading.ReadAsync(id, cancel);
        return page is null ? NotFound() : View(page);
    }

    /// <summary>Chooses the room of a function, as the search proposed it.</summary>
    /// <param name="shift">Minutes later; earlier when below zero.</param>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/functions/{functionId:int}/place")]
    public async Task<IActionResult> Place(int id, int functionId, int spaceId, SetupStyle style, int shift, CancellationToken cancel)
    {
        var booking = await Db.Bookings.Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == id, cancel);
        var space = await Db.Spaces.AsNoTracking().Include(space => space.Capacities).SingleOrDefaultAsync(space => space.Id == spaceId && !space.IsRetired, cancel);
        var function = booking?.Functions.FirstOrDefault(function => function.Id == functionId);
        if (booking is null || function is null || space is null || space.PropertyId != booking.PropertyId) return NotFound();
        var property = await DeskQueries.PropertyAsync(Db, booking.PropertyId, cancel);
        return await MoveAsync(id, async () =>
        {
            space.RefuseUnlessItTakes(function.Expected, style);
            booking.Place(functionId, spaceId, style, property.TimesFor(style), Duration.FromMinutes(Math.Clamp(shift, -180, 180)), property.Zone);
            Db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), id, "place", to: space.Name, why: function.Name);
            await Db.SaveChangesAsync(cancel);
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
        var sent = await Db.Quotes.AsNoTracking().Where(quote => quote.BookingId == id && quote.Status == QuoteStatus.Sent).OrderByDescending(quote => quote.Revision).FirstOrDefaultAsync(cancel)
            ?? throw new HouseRuleException("No offer is out. Send a version first: what the client signs is a version.");
        await moves.AcceptOfferAsync(sent.Id, new Acceptance((name ?? "").Trim(), acceptedOn, purchaseOrder, sent.SeenHash!, clock.GetCurrentInstant(), "on paper"), Me, cancel);
    }, cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/confirm")]
    public Task<IActionResult> Confirm(int id, CancellationToken cancel) => MoveAsync(id, () => moves.ConfirmAsync(id, Me, cancel), cancel);

    /// <summary>Takes the room of an option that stands in the way, or more bedrooms than there are; who may not decide that asks for it.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/force")]
    public Task<IActionResult> Force(int id, string? reason, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        var booking = await Db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == id, cancel);
        var property = await DeskQueries.PropertyAsync(Db, booking.PropertyId, cancel);
        var now = clock.GetCurrentInstant();
        var lacking = await blocks.ShortAsync(id, cancel);
        var kind = lacking.Count > 0 && !booking.Functions.Any(function => function.IsWaiting) ? ApprovalKind.Bedrooms : ApprovalKind.Space;
        if ((await rights.OfAsync(Me.UserId ?? 0, property.Id, property.Today(now), cancel)).Limits.Any(limits => limits.MayForceSpace))
        {
            await moves.ForceAsync(id, reason ?? "", mayDisplace: kind == ApprovalKind.Space, Me, cancel);
            return;
        }

        if (await Db.Approvals.AnyAsync(asked => asked.BookingId == id && asked.Kind == kind && asked.Status == ApprovalStatus.Open, cancel))
            throw new HouseRuleException("Somebody has asked for this already. It waits for an answer.");
        Db.Approvals.Add(new Approval(kind, booking.PropertyId, id, Me.UserId, now, reason ?? "", Forced(booking, kind, lacking)));
        Db.Note(Me, now, nameof(Booking), id, kind == ApprovalKind.Space ? "ask for space" : "ask for bedrooms", why: reason);
        await Db.SaveChangesAsync(cancel);
        Say("You may not decide this yourself: it waits for somebody who may.");
    }, cancel);

    /// <summary>Asks once more for what was refused, with a reason of one's own.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("{id:int}/ask-credit")]
    public Task<IActionResult> AskCredit(int id, string? reason, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        await moves.AskForCreditAgainAsync(id, reason ?? "", Me, cancel);
        Say("It waits for somebody who may decide it.");
    }, cancel);

    /// <summary>A reminder of one's own.</summary>
    [OncePerForm]
    [HttpPost("{id:int}/tasks")]
    public Task<IActionResult> AddTask(int id, string? text, LocalDate? dueOn, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        var booking = await Db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == id, cancel);
        var now = clock.GetCurrentInstant();
        Db.Tasks.Add(new DeskTask(booking.PropertyId, id, Sentence.Typed((text ?? "").Trim()), dueOn ?? throw new HouseRuleException("Type the day of the task."), Me.UserId, now));
        Db.Note(Me, now, nameof(Booking), id, "add task", why: text);
        await Db.SaveChangesAsync(cancel);
    }, cancel);

    /// <summary>A part of the deposit that need not be paid before the event.</summary>
    [Authorize(Policy = Policies.SalesManager)]
    [OncePerForm]
    [HttpPost("{id:int}/invoices/waive")]
    public Task<IActionResult> Waive(int id, int position, string? reason, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        var booking = await Db.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == id, cancel);
        var property = await DeskQueries.PropertyAsync(Db, booking.PropertyId, cancel);
        var now = clock.GetCurrentInstant();
        var plan = await Db.DepositPlans.Include(plan => plan.Parts).SingleOrDefaultAsync(plan => plan.BookingId == id, cancel)
            ?? throw new HouseRuleException("There is no accepted contract yet, so no deposit is due.");
        var due = (await deposits.DuesAsync(plan, cancel)).Dues.FirstOrDefault(due => due.Position == position) ?? throw new HouseRuleException("The contract has no such part of the deposit.");
        plan.Waive(due, reason ?? "", Me.UserId ?? 0, property.Today(now));
        Db.Note(Me, now, nameof(Booking), id, "waive deposit", $"part {due.Position}: {due.Amount}", "waived", reason);
        await Db.SaveChangesAsync(cancel);
        await moves.SettleAsync(id, Me, cancel);
        await deadlines.FollowAsync(id, cancel);
        await Db.SaveChangesAsync(cancel);
    }, cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/give-back")]
    public Task<IActionResult> GiveBack(int id, CancellationToken cancel) => MoveAsync(id, () => moves.GiveBackAsync(id, Me, cancel), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/lose")]
    public Task<IActionResult> Lose(int id, LostReason? lostFor, string? reason, string? competitor, CancellationToken cancel) =>
        MoveAsync(id, () => moves.LoseAsync(id, lostFor ?? LostReason.Other, reason ?? "", competitor, Me, cancel), cancel);

    [Authorize(Policy = Policies.Sales)]
    [HttpPost("{id:int}/turn-down")]
    public Task<IActionResult> TurnDown(int id, LostReason? lostFor, string? reason, CancellationToken cancel) =>
        MoveAsync(id, () => moves.TurnDownAsync(id, lostFor ?? LostReason.Other, reason ?? "", Me, cancel), cancel);

    [HttpPost("{id:int}/begin")]
    public Task<IActionResult> Begin(int id, CancellationToken cancel) => MoveAsync(id, () => moves.BeginAsync(id, Me, cancel), cancel);

    [HttpPost("{id:int}/close")]
    public Task<IActionResult> Close(int id, CancellationToken cancel) => MoveAsync(id, () => moves.CloseAsync(id, Me, cancel), cancel);

    private static Sentence Forced(Booking booking, ApprovalKind kind, IReadOnlyList<Awaited> lacking)
    {
        var bedrooms = Sentence.Join("; ", [.. lacking.Select(guard => guard.ForTheHouse)]);
        if (kind == ApprovalKind.Bedrooms) return $"{booking.Reference} goes definite and takes more bedrooms than there are ({bedrooms})";
        if (lacking.Count > 0) return $"{booking.Reference} goes definite and takes its room from the option that holds it ({bedrooms})";
        return $"{booking.Reference} goes definite and takes its room from the option that holds it";
    }

    private async Task<InquiryPage> InquiryPageAsync(InquiryForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        return new InquiryPage(
            form,
            await Db.Spaces.AsNoTracking().Include(space => space.Capacities).Where(space => space.PropertyId == property.Id && !space.IsRetired).OrderBy(space => space.Position).ToListAsync(cancel));
    }
}
