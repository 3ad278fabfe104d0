using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Diary;

/// <summary>Functions made, moved and stretched: by the form, or by the diary's own drawing, which asks with the same rules.</summary>
[Authorize(Policy = Policies.Planning)]
[Route("diary/functions")]
public sealed class DiaryFunctionsController(HotelDb db, CurrentProperty hotel, BookingMoves moves, IClock clock) : HotelController
{
    /// <summary>The newest that a new function may join; an older one is typed by its reference.</summary>
    private const int Proposed = 200;

    private const string Shown = "/Features/Diary/Function.cshtml";

    [HttpGet("new")]
    public async Task<IActionResult> New(FunctionForm form, CancellationToken cancel)
    {
        ModelState.Clear();
        var property = await hotel.GetAsync(cancel);
        form.Date ??= property.Today(clock.GetCurrentInstant()).PlusDays(1);
        return View(Shown, await PageAsync(form, null, null, property, cancel));
    }

    [OncePerForm]
    [SameHotel]
    [HttpPost("new")]
    public async Task<IActionResult> Add(FunctionForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var reference = (form.Booking ?? "").Split(' ')[0].Trim();
        var booking = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(booking => booking.PropertyId == property.Id && booking.Reference == reference, cancel);
        if (booking is null) ModelState.AddModelError(nameof(form.Booking), "Choose the booking that it belongs to, or make a new inquiry.");
        if (form.People is null) ModelState.AddModelError(nameof(form.People), "Say how many people are expected.");
        RequireTimes(form);
        var space = await SpaceAsync(form.SpaceId, property.Id, cancel);
        if (space is null) ModelState.AddModelError(nameof(form.SpaceId), "This hotel has no such room. Choose another.");
        if (!ModelState.IsValid || booking is null || space is null) return Refused(await PageAsync(form, null, null, property, cancel), Shown);

        return await AttemptAsync(async () =>
        {
            space.RefuseUnlessItTakes(form.People!.Value, form.Style);
            RefuseUncomfortable(space, form);
            var function = Function.Plan(string.IsNullOrWhiteSpace(form.Name) ? booking.Name : form.Name, space.Id, form.Style, form.Start(), form.End(), form.People.Value, property.Zone, Times(form, property), form.Second, form.Second);
            if (function.StartsAt < clock.GetCurrentInstant()) throw new HouseRuleException($"{function.Name} would start in the past. Choose a time to come.");
            if (!string.IsNullOrWhiteSpace(form.Reason)) function.Explain(form.Reason);
            await moves.AddAsync(booking.Id, function, form.Use(), form.MayWait, Me, cancel);
            return function.Start.Date;
        }, () => PageAsync(form, null, null, property, cancel));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id, MoveForm.Row wanted, CancellationToken cancel)
    {
        if (await db.BookingOfAsync(id, cancel) is not { } booking) return NotFound();
        var function = booking.Functions.First(function => function.Id == id);
        var form = FunctionForm.Of(function, booking.Version);
        wanted.FunctionId = id;
        if (wanted.SpaceId == 0) wanted.SpaceId = form.SpaceId;
        var (from, until) = (wanted.Of(booking)!.Start, wanted.Of(booking)!.End);
        (form.SpaceId, form.Date, form.From, form.EndDate, form.Until) = (wanted.SpaceId, from.Date, from.TimeOfDay, until.Date, until.TimeOfDay);
        ModelState.Clear();
        return View(Shown, await PageAsync(form, booking, function, await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel), cancel));
    }

    [OncePerForm]
    [HttpPost("{id:int}")]
    public async Task<IActionResult> Edit(int id, FunctionForm form, CancellationToken cancel)
    {
        if (await db.BookingOfAsync(id, cancel) is not { } booking) return NotFound();
        var function = booking.Functions.First(function => function.Id == id);
        var property = await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        RequireTimes(form);
        if (!ModelState.IsValid) return Refused(await PageAsync(form, booking, function, property, cancel), Shown);
        return await AttemptAsync(async () =>
        {
            var move = new FunctionMove(id, form.SpaceId, form.Start(), form.End(), form.Style, NewTimes(form, function), form.Use(), form.Second, form.Second);
            await moves.RearrangeAsync(booking.Id, form.Version, [move], form.MayWait, form.Reason, Me, cancel);
            return form.Date!.Value;
        }, async () => await PageAsync(form, await db.BookingOfAsync(id, cancel) ?? booking, function, property, cancel));
    }

    private static SetupTimes Times(FunctionForm form, Property property)
    {
        var usual = property.TimesFor(form.Style);
        return new SetupTimes(form.SetUp ?? usual.SetUpMinutes, form.TearDown ?? usual.TearDownMinutes);
    }

    /// <summary>None when nobody typed others: a new style then brings the hotel's minutes for it.</summary>
    private static SetupTimes? NewTimes(FunctionForm form, Function function)
    {
        var typed = new SetupTimes(form.SetUp ?? function.SetUpMinutes, form.TearDown ?? function.TearDownMinutes);
        return typed == new SetupTimes(function.SetUpMinutes, function.TearDownMinutes) ? null : typed;
    }

    private static void RefuseUncomfortable(Space space, FunctionForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Reason)) space.RefuseUnlessComfortable(form.People!.Value, form.Style);
    }

    private void RequireTimes(FunctionForm form)
    {
        if (form.Date is null) ModelState.TryAddModelError(nameof(form.Date), "Type the day.");
        if (form.From is null) ModelState.TryAddModelError(nameof(form.From), "Type when it starts.");
        if (form.Until is null) ModelState.TryAddModelError(nameof(form.Until), "Type when it ends.");
    }

    /// <summary>Does it, and shows the diary's day; a refusal is shown on the form with what was typed.</summary>
    private async Task<IActionResult> AttemptAsync(Func<Task<LocalDate>> act, Func<Task<FunctionPage>> page)
    {
        try
        {
            var day = await act();
            return RedirectToAction(nameof(DiaryController.Index), "Diary", new { view = "week", date = Show.Iso(day) });
        }
        catch (HouseRuleException refusal)
        {
            Refuse(nameof(FunctionForm.From), refusal);
        }
        catch (RoomTakenException taken)
        {
            Refuse(nameof(FunctionForm.SpaceId), taken.Sentence);
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        db.ChangeTracker.Clear();
        var status = Response.StatusCode;
        var refused = Refused(await page(), Shown);
        if (status == StatusCodes.Status409Conflict) Response.StatusCode = status;
        return refused;
    }

    private Task<Space?> SpaceAsync(int id, int propertyId, CancellationToken cancel) =>
        db.Spaces.AsNoTracking().Include(space => space.Capacities).SingleOrDefaultAsync(space => space.Id == id && space.PropertyId == propertyId && !space.IsRetired, cancel);

    private async Task<FunctionPage> PageAsync(FunctionForm form, Booking? booking, Function? function, Property property, CancellationToken cancel)
    {
        var spaces = await db.Spaces.AsNoTracking().Include(space => space.Capacities).Where(space => space.PropertyId == property.Id && (!space.IsRetired || space.Id == form.SpaceId)).OrderBy(space => space.Position).ToListAsync(cancel);
        List<FunctionPage.Open> open = booking is not null ? [] : await (
            from other in db.Bookings.AsNoTracking()
            join account in db.Accounts on other.AccountId equals account.Id
            where other.PropertyId == property.Id && (other.Status == BookingStatus.Inquiry || other.Status == BookingStatus.Quoted || other.Status == BookingStatus.Tentative || other.Status == BookingStatus.Definite)
            orderby other.Id descending
            select new FunctionPage.Open(other.Reference, other.Name, account.TradeName)).Take(Proposed).ToListAsync(cancel);
        return new FunctionPage(form, booking, function, spaces, open, property) { Noises = await NoisesAsync(booking, function, property, cancel) };
    }

    private async Task<IReadOnlyList<Sentence>> NoisesAsync(Booking? booking, Function? function, Property property, CancellationToken cancel)
    {
        if (booking is null || function is not { IsCancelled: false, SpaceId: { } id }) return [];
        var names = await DeskQueries.SpaceNamesAsync(db, [id], cancel);
        return await NoisyNeighbours.OfAsync(db, [NoisyNeighbours.Heard(booking, function, names[id])], property, cancel);
    }
}
