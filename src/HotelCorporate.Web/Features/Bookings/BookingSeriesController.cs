using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>A booking that repeats: its days are shown with what is in the way before any is made; later they are changed as one, from one on, or singly.</summary>
[Authorize(Policy = Policies.Sales)]
[Route("bookings/{id:int}/series")]
public sealed class BookingSeriesController(HotelDb db, BookingMoves moves, IClock clock) : BookingActions(db)
{
    private const string Planned = "~/Features/Bookings/Series.cshtml";
    private const string Changed = "~/Features/Bookings/SeriesChange.cshtml";

    private SeriesMaking Series => new(Db, moves, clock);

    /// <summary>The form; with an end, also the days.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, SeriesForm form, CancellationToken cancel) => await PageAsync(id, form, cancel) is { } page ? View(Planned, page) : NotFound();

    [OncePerForm]
    [HttpPost("new")]
    public async Task<IActionResult> Make(int id, SeriesForm form, CancellationToken cancel)
    {
        if (await PageAsync(id, form, cancel) is not { } page) return NotFound();
        if (ModelState.IsValid && form.Days.Count == 0) ModelState.AddModelError("", "Choose at least one day.");
        if (form.Days.Except(page.Days.Select(day => day.On)).Any()) ModelState.AddModelError("", "The days have changed. Look at them once more.");
        if (form.OptionOn is { } until && until < await TodayAsync(page.Booking, cancel)) ModelState.AddModelError(nameof(form.OptionOn), "The option date is over. Choose today or a later day.");
        if (!ModelState.IsValid) return Refused(page, Planned);
        try
        {
            var made = await Series.MakeAsync(page.Booking, form, Me, cancel);
            Say($"{made} bookings are made. They are one series with this one.");
            return LocalRedirect($"/bookings/{id}");
        }
        catch (HouseRuleException refusal)
        {
            Refuse("", refusal);
            return Refused(page, Planned);
        }
    }

    [HttpGet("")]
    public async Task<IActionResult> Change(int id, CancellationToken cancel) => await ChangePageAsync(id, new SeriesChangeForm(), [], cancel) is { } page ? View(Changed, page) : NotFound();

    /// <summary>Another room or another time of day for a function, in each booking that is meant.</summary>
    [HttpPost("move")]
    public Task<IActionResult> MoveFunctions(int id, SeriesChangeForm form, CancellationToken cancel) => EachAsync(id, form, async (booking, like) =>
    {
        var function = booking.Functions.FirstOrDefault(function => !function.IsCancelled && function.Name == like.Name && function.Start.TimeOfDay == like.Start.TimeOfDay)
            ?? throw new HouseRuleException($"It has no {like.Name} at that time any more.");
        var (from, until) = (form.From ?? like.Start.TimeOfDay, form.Until ?? like.End.TimeOfDay);
        var end = function.Start.Date + until;
        var move = new FunctionMove(function.Id, form.SpaceId ?? function.SpaceId ?? throw new HouseRuleException("Choose a space."), function.Start.Date + from, end <= function.Start.Date + from ? end.PlusDays(1) : end);
        await moves.RearrangeAsync(booking.Id, booking.Version, [move], mayWait: true, form.Reason, Me, cancel);
    }, cancel);

    [HttpPost("option")]
    public Task<IActionResult> Option(int id, SeriesChangeForm form, CancellationToken cancel) => EachAsync(id, form, (booking, _) =>
        moves.OptionAsync(booking.Id, form.OptionOn ?? throw new HouseRuleException("Type the option's last day.") { Field = nameof(form.OptionOn) }, Me, cancel), cancel);

    [HttpPost("give-back")]
    public Task<IActionResult> GiveBack(int id, SeriesChangeForm form, CancellationToken cancel) => EachAsync(id, form, (booking, _) => moves.GiveBackAsync(booking.Id, Me, cancel), cancel);

    [HttpPost("lose")]
    public Task<IActionResult> Lose(int id, SeriesChangeForm form, CancellationToken cancel) => EachAsync(id, form, (booking, _) => moves.LoseAsync(booking.Id, LostReason.Other, form.Reason ?? "", null, Me, cancel), cancel);

    /// <summary>This one goes its own way.</summary>
    [HttpPost("leave")]
    public async Task<IActionResult> Leave(int id, CancellationToken cancel)
    {
        if (await Db.Bookings.SingleOrDefaultAsync(booking => booking.Id == id, cancel) is not { } booking) return NotFound();
        var was = booking.SeriesId;
        booking.LeaveSeries();
        Db.Note(Me, clock.GetCurrentInstant(), nameof(Booking), id, "leave series", from: $"{was}");
        await Db.SaveChangesAsync(cancel);
        Say("This booking stands alone now.");
        return LocalRedirect($"/bookings/{id}");
    }

    /// <summary>Does it for each booking that is meant, and says of each what came of it.</summary>
    private async Task<IActionResult> EachAsync(int id, SeriesChangeForm form, Func<Booking, Function, Task> change, CancellationToken cancel)
    {
        if (await ChangePageAsync(id, form, [], cancel) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Refused(page, Changed);
        var like = page.Page.Booking.Functions.FirstOrDefault(function => function.Id == form.FunctionId) ?? (page.Page.Booking.Functions is [var first, ..] ? first : null);
        if (like is null) return NotFound();
        var results = new List<SeriesChangePage.Result>();
        foreach (var booking in await Series.MeantAsync(page.Page.Booking, form.Scope, cancel))
        {
            try
            {
                await change(booking, like);
                results.Add(new(booking.Id, booking.Reference, booking.FirstOn, null));
            }
            catch (HouseRuleException refusal)
            {
                results.Add(new(booking.Id, booking.Reference, booking.FirstOn, Words.Here.Say(refusal.Sentence)));
            }
            catch (RoomTakenException taken)
            {
                results.Add(new(booking.Id, booking.Reference, booking.FirstOn, Words.Here.Say(taken.Sentence)));
            }

            Db.ChangeTracker.Clear();
        }

        if (results.TrueForAll(result => result.Refused is not null)) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Changed, await ChangePageAsync(id, form, results, cancel));
    }

    private async Task<LocalDate> TodayAsync(Booking booking, CancellationToken cancel) => (await DeskQueries.PropertyAsync(Db, booking.PropertyId, cancel)).Today(clock.GetCurrentInstant());

    private async Task<SeriesPage?> PageAsync(int id, SeriesForm form, CancellationToken cancel)
    {
        var booking = await Db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == id, cancel);
        if (booking is null) return null;
        var account = (await DeskQueries.AccountAsync(Db, booking.AccountId, cancel))!;
        IReadOnlyList<SeriesPage.Day> days = [];
        if (form.Until is not null && ModelState.IsValid)
        {
            try
            {
                days = await Series.DaysAsync(booking, form, cancel);
                if (days.Count == 0) ModelState.AddModelError(nameof(form.Until), "No day falls before that end. Choose a later day.");
            }
            catch (HouseRuleException refusal)
            {
                Refuse("", refusal);
            }
        }

        return new SeriesPage(booking, account, form, days);
    }

    private async Task<SeriesChangePage?> ChangePageAsync(int id, SeriesChangeForm form, IReadOnlyList<SeriesChangePage.Result> results, CancellationToken cancel)
    {
        if (await Reading.ReadAsync(id, cancel) is not { Booking.SeriesId: not null } page) return null;
        var spaces = await Db.Spaces.AsNoTracking().Where(space => space.PropertyId == page.Property.Id && !space.IsRetired).OrderBy(space => space.Position).Select(space => new ValueTuple<int, string>(space.Id, space.Name)).ToListAsync(cancel);
        return new SeriesChangePage(page, form, spaces, results);
    }
}
