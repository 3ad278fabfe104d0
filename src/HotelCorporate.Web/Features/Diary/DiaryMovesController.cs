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

namespace HotelCorporate.Web.Features.Diary;

/// <summary>What the diary's own drawing asks, in JSON: whether a place would do while one drags, and the move when one lets go.</summary>
[Authorize(Policy = Policies.Planning)]
[Route("diary/functions")]
public sealed class DiaryMovesController(HotelDb db, CurrentProperty hotel, BookingMoves moves, IClock clock) : HotelController
{
    /// <summary>What the diary asks while one drags: whether it would do, and why not. The move itself is judged again.</summary>
    [HttpGet("check")]
    public async Task<IActionResult> Check(MoveForm.Row wanted, CancellationToken cancel)
    {
        int? functionId = wanted.FunctionId > 0 ? wanted.FunctionId : null;
        var booking = functionId is { } id ? await db.BookingOfAsync(id, cancel) : null;
        if (functionId is not null && booking is null) return NotFound();
        var move = booking is null ? null : wanted.Of(booking);
        if ((move?.Start ?? MoveForm.Read(wanted.Start)) is not { } from || (move?.End ?? MoveForm.Read(wanted.End)) is not { } until) return BadRequest();
        var property = booking is null ? await hotel.GetAsync(cancel) : await DeskQueries.PropertyAsync(db, booking.PropertyId, cancel);
        return await new FunctionCheck(db, property, clock.GetCurrentInstant()).AskAsync(booking, functionId, wanted.SpaceId, from, until, cancel) is { } answer ? Json(answer) : NotFound();
    }

    /// <summary>What was dropped: the functions of one booking together. Gives the way back.</summary>
    [HttpPost("move")]
    public async Task<IActionResult> Move(MoveForm form, CancellationToken cancel)
    {
        if (form.Moves.Count is 0 or > MoveForm.Most || !ModelState.IsValid) return Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: Words.Here["That did not work. Nothing was moved."]);
        if (await db.BookingOfAsync(form.Moves[0].FunctionId, cancel) is not { } booking) return NotFound();
        var wanted = form.Moves.Select(move => move.Of(booking)).ToList();
        if (wanted.Contains(null)) return NotFound();
        try
        {
            var undo = await moves.RearrangeAsync(booking.Id, form.Version, wanted.ConvertAll(move => move!), mayWait: false, form.Reason, Me, cancel);
            var version = await db.Bookings.Where(stored => stored.Id == booking.Id).Select(stored => stored.Version).SingleAsync(cancel);
            return Json(new { version, undo = undo.Select(move => new { move.FunctionId, move.SpaceId, start = MoveForm.Text(move.Start), end = MoveForm.Text(move.End) }) });
        }
        catch (HouseRuleException refusal)
        {
            return Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: Show.Say(refusal.Sentence));
        }
        catch (RoomTakenException taken)
        {
            return Problem(statusCode: StatusCodes.Status409Conflict, title: Show.Say(taken.Sentence));
        }
    }
}
