using HotelCorporate.Domain;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Bookings;

/// <summary>An option while it runs: prolonged, or challenged by one that waits and is ready to sign.</summary>
[Authorize(Policy = Policies.Sales)]
[Route("bookings/{id:int}")]
public sealed class BookingOptionsController(HotelDb db, BookingMoves moves) : BookingActions(db)
{
    [HttpPost("prolong")]
    public Task<IActionResult> Prolong(int id, LocalDate? optionOn, string? reason, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        await moves.ProlongAsync(id, optionOn ?? throw new HouseRuleException("Type the option's new last day.") { Field = "optionOn" }, reason ?? "", Me, cancel);
        Say("The option runs on; the client is told.");
    }, cancel);

    /// <summary>The one that holds the rooms signs within some working hours, or loses them.</summary>
    [OncePerForm]
    [HttpPost("challenge")]
    public Task<IActionResult> Challenge(int id, int? hours, CancellationToken cancel) => MoveAsync(id, async () =>
    {
        await moves.ChallengeAsync(id, hours, Me, cancel);
        Say("Whoever holds the space is asked to sign, or to let go.");
    }, cancel);
}
