using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>A booking as a whole: copied, moved by days, opened again; and one function taken out of it.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings/{id:int}")]
public sealed class BookingChangesController(HotelDb db, BookingMoves moves, InvoiceIssuing issuing, IClock clock) : BookingActions(db)
{
    /// <summary>The same event once more on another day, as an inquiry.</summary>
    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("copy")]
    public async Task<IActionResult> Copy(int id, LocalDate? firstDay, CancellationToken cancel)
    {
        Booking? copy = null;
        var answer = await MoveAsync(id, async () => copy = await moves.CopyAsync(id, await DaysToAsync(id, firstDay, cancel), Me, _ => { }, cancel), cancel);
        if (copy is null) return answer;
        Say("The copy is an inquiry: its rooms are chosen, and not held yet.");
        return LocalRedirect($"/bookings/{copy.Id}");
    }

    /// <summary>Everything of it takes place some days later, or earlier.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpPost("move")]
    public Task<IActionResult> MoveBy(int id, LocalDate? firstDay, string? reason, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        await moves.MoveByAsync(id, await DaysToAsync(id, firstDay, cancel), reason ?? "", Me, cancel);
        Say("Everything of it is moved.");
    }, cancel);

    [Authorize(Policy = Policies.Administrator)]
    [HttpPost("reopen")]
    public Task<IActionResult> Reopen(int id, string? reason, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        await moves.ReopenAsync(id, reason ?? "", Me, cancel);
        Say("The booking is open again. Hold its rooms anew.");
    }, cancel);

    /// <summary>What taking a function out means.</summary>
    [Authorize(Policy = Policies.Sales)]
    [HttpGet("functions/{functionId:int}/cancel")]
    public async Task<IActionResult> FunctionOut(int id, int functionId, CancellationToken cancel) =>
        await FunctionOutPageAsync(id, functionId, cancel) is { } page ? View("~/Features/Bookings/FunctionOut.cshtml", page) : NotFound();

    [Authorize(Policy = Policies.Sales)]
    [OncePerForm]
    [HttpPost("functions/{functionId:int}/cancel")]
    public async Task<IActionResult> CancelFunction(int id, int functionId, string? reason, CancellationToken cancel)
    {
        if (await FunctionOutPageAsync(id, functionId, cancel) is not { } page) return NotFound();
        try
        {
            await moves.CancelFunctionAsync(id, functionId, reason ?? "", Me, cancel);
            Say($"{page.Function.Name} is taken out; its client is told.");
            return LocalRedirect($"/bookings/{id}");
        }
        catch (HouseRuleException refusal)
        {
            Refuse("", refusal);
            return Refused(page, "~/Features/Bookings/FunctionOut.cshtml");
        }
    }

    /// <summary>Asks for what reductions cost.</summary>
    [Authorize(Policy = Policies.Finance)]
    [OncePerForm]
    [HttpPost("reductions/invoice")]
    public async Task<IActionResult> InvoiceReductions(int id, CancellationToken cancel)
    {
        var issued = 0;
        var answer = await MoveAsync(id, async () => issued = (await issuing.ReductionFeeAsync(id, Me, cancel)).Id, cancel);
        return issued > 0 ? LocalRedirect($"/invoices/{issued}") : answer;
    }

    private async Task<int> DaysToAsync(int id, LocalDate? firstDay, CancellationToken cancel)
    {
        var booking = await Db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleAsync(booking => booking.Id == id, cancel);
        if (firstDay is not { } day) throw new HouseRuleException("Type the new first day.") { Field = "firstDay" };
        if (booking.FirstOn is not { } now) throw new HouseRuleException("It has no function yet: there is no day to go on from.");
        var property = await DeskQueries.PropertyAsync(Db, booking.PropertyId, cancel);
        if (day < property.Today(clock.GetCurrentInstant())) throw new HouseRuleException("The day is over. Choose today or a later day.") { Field = "firstDay" };
        return Period.DaysBetween(now, day);
    }

    private async Task<FunctionOutPage?> FunctionOutPageAsync(int id, int functionId, CancellationToken cancel)
    {
        var booking = await Db.Bookings.AsNoTracking().Include(booking => booking.Functions).SingleOrDefaultAsync(booking => booking.Id == id, cancel);
        if (booking?.Functions.FirstOrDefault(function => function.Id == functionId) is not { } function) return null;
        var property = await DeskQueries.PropertyAsync(Db, booking.PropertyId, cancel);
        var names = await DeskQueries.SpaceNamesAsync(Db, [function.SpaceId], cancel);
        return new FunctionOutPage(
            booking, function, (await DeskQueries.AccountAsync(Db, booking.AccountId, cancel))!, property, names.Values.FirstOrDefault() ?? "",
            await moves.ReductionAsync(booking, functionId, people: 0, property, cancel), await moves.NextInLineAsync(booking, [function], cancel));
    }
}
