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
        return View(nameof(Index), new PlansPage(form, booking, property.Zone, null));
    }

    /// <summary>Puts all functions of a booking where a plan has them, or none of them.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("take")]
    public async Task<IActionResult> Take(PlanForm form, PlanTaking taking, CancellationToken cancel)
    {
        var property = await hotel.GetAsync(cancel);
        if (await BookingAsync(form.BookingId, property, cancel) is not { } booking || taking.Picks.Count == 0) return NotFound();
        var status = StatusCodes.Status422UnprocessableEntity;
        if (ModelState.IsValid)
        {
            try
            {
                IReadOnlyList<FunctionMove> wanted = [.. taking.Picks.Select(pick => new FunctionMove(pick.FunctionId, pick.SpaceId, pick.Date + pick.From, pick.EndDate + pick.Until, pick.Style))];
                await moves.RearrangeAsync(booking.Id, taking.Version, wanted, mayWait: false, taking.Reason, Me, cancel);
                Say($"{wanted.Count} functions are where the plan has them.");
                return LocalRedirect($"/bookings/{booking.Id}");
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

        var answer = await AnswerAsync(form, await BookingAsync(booking.Id, property, cancel), property, cancel);
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
            ? Refused(new PlansPage(form, booking, property.Zone, null), nameof(Index))
            : View(nameof(Index), new PlansPage(form, booking, property.Zone, await FindAsync(form, wish, period, booking, property, cancel)));
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
        var spaces = await db.SpacesOfAsync(property.Id, cancel);
        var neighbours = await db.Neighbours.AsNoTracking().Where(pair => db.Spaces.Any(space => space.Id == pair.SpaceId && space.PropertyId == property.Id)).ToListAsync(cancel);
        var nights = wish.Functions.Max(function => function.Nights);
        var free = await TakenQueries.FreeAsync(db, property.Id, booking?.Id, Midnight(period.From.PlusDays(-DaysAround)), Midnight(period.Until.PlusDays(nights + DaysAround)), cancel);
        var planning = new EventPlanning(wish, new PlanHouse(spaces, neighbours), free, property.Zone);
        List<PlanWindow> windows = [.. planning.Windows(period)];

        var opened = windows.Find(window => window.First == form.First) ?? (windows.Count == 1 ? windows[0] : null);
        if (opened is null && windows.TrueForAll(window => window.Fits == false)) opened = windows.MinBy(window => window.Homeless);
        if (opened is null) return new PlanFindings(windows, null, null, null);

        var answer = opened.Fits == false ? null : Planner.Best(planning.At(opened.First));
        if (answer is { Proof: not PlanProof.None }) return new PlanFindings(windows, opened, answer, null);
        var taken = await TakenQueries.NamedAsync(db, property.Id, Midnight(opened.First.PlusDays(-DaysAround)), Midnight(opened.First.PlusDays(wish.Days + nights + DaysAround)), cancel);
        taken.RemoveAll(hold => booking is not null && hold.BookingId == booking.Id);
        return new PlanFindings(windows, opened, answer, new PlanWhyNot(planning, spaces, taken, property.TimesFor).Explain(opened.First));

        Instant Midnight(LocalDate day) => day.AtStartOfDayInZone(property.Zone).ToInstant();
    }

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
