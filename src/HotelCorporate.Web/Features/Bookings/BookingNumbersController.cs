using HotelCorporate.Domain;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>How many people: entered by the house, or sent by the client and answered.</summary>
[Authorize(Policy = Policies.Events)]
[Route("bookings/{id:int}/numbers")]
public sealed class BookingNumbersController(HotelDb db, BookingMoves moves) : BookingActions(db)
{
    /// <summary>Enters guaranteed and actual numbers of one function.</summary>
    /// <param name="sure">A number far off the contract was looked at twice.</param>
    [HttpPost("{functionId:int}")]
    public Task<IActionResult> Numbers(int id, int functionId, int? guaranteed, int? actual, bool sure, CancellationToken cancel) =>
        MoveAsync(id, () => moves.CountAsync(id, functionId, guaranteed, actual, sure, Me, cancel), cancel);

    /// <summary>The number that the client sent is guaranteed from now on.</summary>
    [HttpPost("sent/{sentId:int}/accept")]
    public Task<IActionResult> Accept(int id, int sentId, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        await moves.AcceptNumberAsync(id, sentId, Me, cancel);
        Say("The number is guaranteed; the client is told.");
    }, cancel);

    /// <summary>The number stays; the client is told why.</summary>
    [HttpPost("sent/{sentId:int}/answer")]
    public Task<IActionResult> Answer(int id, int sentId, string? answer, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        await moves.AnswerNumberAsync(id, sentId, answer ?? "", Me, cancel);
        Say("The client has your answer.");
    }, cancel);
}
