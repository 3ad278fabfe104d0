using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Plans;
using HotelCorporate.Domain.Properties;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using HotelCorporate.Web.Planning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Plans;

/// <summary>Spaces for all functions of an event together: on which days they fit, the best plans of a day, and why not.</summary>
[Authorize(Policy = Policies.Events)]
[Route("plans")]
public sealed class PlansController(HotelDb db, BookingMoves moves, CurrentProperty hotel, IClock clock) : HotelController
{
    /// <summary>Set-up and clearing of two days, and the longest shift that is tried.</summary>
    private const int DaysAround = 3;

    [HttpGet("")]
    public async Task<IActionResult> Index(PlanForm form, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var booking = await BookingAsync(form.BookingId, property, cancel);
        if (form.BookingId is not null && booking is null) return NotFound();
        var (now, today) = (clock.GetCurrentInstant(), property.Today(clock.GetCurrentInstant()));
        if (booking is not null && form.Functions.Count == 0) form = form.For(booking, now);
        form.From ??= today.PlusDays(1);
        form.Until ??= form.From.Value.PlusDays(30);
        if (form.IsAsked) return await AnswerAsync(form, booking, property, cancel);
        if (!form.More) ModelState.Clear();
        return View(nameof(Index), new PlansPage(form, booking, property.Zone, today.PlusDays(property.OptionDays), null));
    }

    /// <summary>Puts all functions of a booking where a plan has them, or none of them.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("take")]
    public async Task<IActionResult> Take(PlanForm form, PlanTaking taking, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        if (await BookingAsync(form.BookingId, property, cancel) is not { } booking || taking.Picks.Count == 0) return NotFound();
        return await TryAsync(form, booking, property, async () =>
        {
            IReadOnlyList<FunctionMove> wanted = [.. taking.Picks.Select(pick => new FunctionMove(pick.FunctionId, pick.SpaceId, pick.Date + pick.From, pick.EndDate + pick.Until, pick.Style))];
            await moves.RearrangeAsync(booking.Id, taking.Version, wanted, mayWait: false, taking.Reason, Me, cancel);
            Say($"{wanted.Count} functions are where the plan has them.");
            return LocalRedirect($"/bookings/{booking.Id}");
        }, cancel);
    }

    /// <summary>Takes the best plan with a repair, at once: for a booking its functions go there, otherwise a new inquiry is filled in. Behind an option they stand in line.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("repair")]
    public async Task<IActionResult> Repair(PlanForm form, PlanFix fix, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        var booking = await BookingAsync(form.BookingId, property, cancel);
        if ((form.BookingId is not null && booking is null) || (fix.First ?? form.First) is not { } first) return NotFound();
        return await TryAsync(form, booking, property, async () =>
        {
            var repaired = fix.Of(form);
            if (Wish(repaired, booking, property) is not { } wish) return null;
            var behind = await db.Bookings.AsNoTracking().SingleOrDefaultAsync(other => other.Id == fix.Behind && other.PropertyId == property.Id && other.Status == BookingStatus.Tentative, cancel);
            var plan = await BestAsync(wish, first, booking, behind, property, cancel);
            if (booking is null) return LocalRedirect(PlanInquiry.Address(plan, first));
            if (plan.Warns && string.IsNullOrWhiteSpace(fix.Reason)) throw new HouseRuleException("Some of these spaces are meant for more or fewer people. Say why it is to be these.") { Field = nameof(fix.Reason) };
            IReadOnlyList<FunctionMove> wanted = [.. plan.Functions.Select(planned => new FunctionMove(
                repaired.Functions[planned.Function.Position].FunctionId ?? 0, planned.Space.Id, planned.Function.StartOn(first), planned.Function.EndOn(first), planned.Function.Style))];
            await TakeAsync(booking, behind, wanted, fix, property, cancel);
            return LocalRedirect($"/bookings/{booking.Id}");
        }, cancel);
    }

    private async Task TakeAsync(Booking booking, Booking? behind, IReadOnlyList<FunctionMove> wanted, PlanFix fix, Property property, CancellationToken cancel)
    {
        if (behind is null || booking.Holds)
            await moves.RearrangeAsync(booking.Id, fix.Version, wanted, mayWait: behind is not null, fix.Reason, Me, cancel);
        else await moves.OptionInAsync(booking.Id, fix.Version, wanted, property.Today(clock.GetCurrentInstant()).PlusDays(property.OptionDays), fix.Reason, Me, cancel);
        if (behind is null) Say($"{wanted.Count} functions are where the plan has them.");
        else Say($"{wanted.Count} functions are where the plan has them. What {behind.Reference} holds is waited for in line.");
    }

    /// <exception cref="HouseRuleException">There is none any more; it says what stands in the way.</exception>
    private async Task<EventPlan> BestAsync(EventWish wish, LocalDate first, Booking? booking, Booking? behind, Property property, CancellationToken cancel)
    {
        var last = first.PlusDays(wish.Days - 1);
        var (planning, spaces) = await PlanningAsync(wish, first, last, booking, behind, property, cancel);
        if (planning.Clock(first) is { } clocks) throw new HouseRuleException(clocks);
        if (Planner.Best(planning.At(first)) is { Plans: [var best, ..] }) return best;
        var refusal = new PlanWhyNot(planning, spaces, await NamedAsync(first, last, [booking?.Id, behind?.Id], property, cancel), property.TimesFor).Explain(first);
        if (refusal is { Homeless: [{ Answers: [{ Obstacles: [var obstacle, ..] }, ..] } lost, ..] })
            throw new HouseRuleException($"That no longer fits: {lost.Function.Name} has no space. {SpaceWords.Of(obstacle, lost.Function.StartOn(first).Date, property.Zone)}");
        throw new HouseRuleException("That no longer fits: somebody took a space meanwhile. Below is how it stands now.");
    }

    /// <summary>Does it; a refusal is shown above what was asked, as it stands now, with all that was typed.</summary>
    private async Task<IActionResult> TryAsync(PlanForm form, Booking? booking, Property property, Func<Task<IActionResult?>> act, CancellationToken cancel)
    {
        var status = StatusCodes.Status422UnprocessableEntity;
        if (ModelState.IsValid)
        {
            try
            {
                if (await act() is { } done) return done;
            }
            catch (HouseRuleException refusal)
            {
                Refuse("", refusal);
            }
            catch (RoomTakenException taken)
            {
                Refuse("", taken.Sentence);
                status = StatusCodes.Status409Conflict;
            }

            db.ChangeTracker.Clear();
        }

        var answer = await AnswerAsync(form, await BookingAsync(booking?.Id, property, cancel), property, cancel);
        Response.StatusCode = status;
        return answer;
    }

    private Task<Booking?> BookingAsync(int? id, Property property, CancellationToken cancel) =>
        db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == id && booking.PropertyId == property.Id, cancel);

    private async Task<IActionResult> AnswerAsync(PlanForm form, Booking? booking, Property property, CancellationToken cancel)
    {
        var today = property.Today(clock.GetCurrentInstant());
        var wish = Wish(form, booking, property);
        var period = wish is null ? null : Attempt(() => Searched(form, wish, today), nameof(form.Until));
        return wish is null || period is null
            ? Refused(new PlansPage(form, booking, property.Zone, today.PlusDays(property.OptionDays), null), nameof(Index))
            : View(nameof(Index), new PlansPage(form, booking, property.Zone, today.PlusDays(property.OptionDays), await FindAsync(form, wish, period, booking, property, cancel)));
    }

    private static PlanPeriod Searched(PlanForm form, EventWish wish, LocalDate today)
    {
        var (from, until) = (form.From ?? today, form.Until ?? today);
        if (until < today) throw new HouseRuleException("The period is over already. Choose days to come.");
        var period = PlanPeriod.Of(LocalDate.Max(from, today), until, form.Days.Aggregate(WeekDays.None, (all, day) => all | day));
        if (Period.DaysBetween(period.From, until) + 1 < wish.Days) throw new HouseRuleException($"The event takes {wish.Days} days and the period is shorter. Choose a later last day.");
        return period;
    }

    private async Task<PlanFindings> FindAsync(PlanForm form, EventWish wish, PlanPeriod period, Booking? booking, Property property, CancellationToken cancel)
    {
        var (planning, spaces) = await PlanningAsync(wish, period.From, period.Until, booking, behind: null, property, cancel);
        List<PlanWindow> windows = [.. planning.Windows(period)];

        var opened = windows.Find(window => window.First == form.First) ?? (windows.Count == 1 ? windows[0] : null);
        if (opened is null && windows.TrueForAll(window => window.Fits == false)) opened = windows.MinBy(window => window.Homeless);
        if (opened is null) return new PlanFindings(windows, null, null, null);

        var answer = opened.Fits == false ? null : Planner.Best(planning.At(opened.First));
        if (answer is { Proof: not PlanProof.None }) return new PlanFindings(windows, opened, answer, null);
        var taken = await NamedAsync(opened.First, opened.First.PlusDays(wish.Days + wish.Functions.Max(function => function.Nights) - 1), [booking?.Id], property, cancel);
        return new PlanFindings(windows, opened, answer, new PlanWhyNot(planning, spaces, taken, property.TimesFor).Explain(opened.First));
    }

    /// <param name="behind">An option whose holds are waited for.</param>
    private async Task<(EventPlanning Planning, List<Space> Spaces)> PlanningAsync(EventWish wish, LocalDate from, LocalDate until, Booking? booking, Booking? behind, Property property, CancellationToken cancel)
    {
        var spaces = await db.SpacesOfAsync(property.Id, cancel);
        var neighbours = await db.Neighbours.AsNoTracking().Where(pair => db.Spaces.Any(space => space.Id == pair.SpaceId && space.PropertyId == property.Id)).ToListAsync(cancel);
        var (opens, closes) = Around(from, until.PlusDays(wish.Functions.Max(function => function.Nights)), property);
        var free = await TakenQueries.FreeAsync(db, property.Id, booking?.Id, behind?.Id, opens, closes, cancel);
        return (new EventPlanning(wish, new PlanHouse(spaces, neighbours), free, property.Zone), spaces);
    }

    private async Task<List<TakenTime>> NamedAsync(LocalDate first, LocalDate last, int?[] except, Property property, CancellationToken cancel)
    {
        var (opens, closes) = Around(first, last, property);
        var taken = await TakenQueries.NamedAsync(db, property.Id, opens, closes, cancel);
        taken.RemoveAll(hold => hold.BookingId is { } id && except.Contains(id));
        return taken;
    }

    private static (Instant Opens, Instant Closes) Around(LocalDate first, LocalDate last, Property property) =>
        (first.PlusDays(-DaysAround).AtStartOfDayInZone(property.Zone).ToInstant(), last.PlusDays(DaysAround + 1).AtStartOfDayInZone(property.Zone).ToInstant());

    private EventWish? Wish(PlanForm form, Booking? booking, Property property)
    {
        var functions = new List<WishedFunction>();
        for (var i = 0; i < form.Functions.Count; i++)
        {
            var (row, field) = (form.Functions[i], $"{nameof(form.Functions)}[{i}]");
            if (row.IsEmpty) continue;
            var own = booking?.Functions.FirstOrDefault(function => function.Id == row.FunctionId);
            if (row.From is not { } from) ModelState.TryAddModelError(field + ".From", "Type when it starts.");
            else if (row.Until is not { } until) ModelState.TryAddModelError(field + ".Until", "Type when it ends.");
            else if ((own?.Expected ?? row.People) is not { } people) ModelState.TryAddModelError(field + ".People", "Say how many people are expected.");
            else functions.Add(new WishedFunction(
                string.IsNullOrWhiteSpace(row.Name) ? Show.Say($"Function {i + 1}") : row.Name, (row.Day ?? 1) - 1, from, until, people, row.Style, Times(own, row.Style, property),
                own is null ? 0 : Period.DaysBetween(own.Start.Date, own.End.Date), own?.IsExclusive ?? false, i, own?.KeepsSpace ?? false, own?.HasBackUp ?? false));
        }

        if (!ModelState.IsValid) return null;
        return Attempt(() => EventWish.Of(functions) with { OneSpace = form.OneSpace, SameFloor = form.SameFloor, Daylight = form.Daylight, SideBySide = form.SideBySide });
    }

    /// <summary>A function keeps minutes of its own for as long as its style stays.</summary>
    private static SetupTimes Times(Function? own, SetupStyle style, Property property) =>
        own is not null && own.Style == style ? new SetupTimes(own.SetUpMinutes, own.TearDownMinutes) : property.TimesFor(style);
}
