using HotelCorporate.Domain;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Web.Database;
using HotelCorporate.Web.Desk;
using HotelCorporate.Web.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace HotelCorporate.Web.Features.Agreements;

/// <summary>Brings an agreement from its draft to its end: offered, talked about in rounds, accepted, amended, renewed, ended.</summary>
[Authorize(Policy = Policies.Sales)]
[Route("agreements/{id:int}")]
public sealed class AgreementMovesController(HotelDb db, AgreementOffering offering, AgreementAccepting accepting, IClock clock) : AgreementActions(db, clock)
{
    /// <summary>Offers it, or puts it before somebody who may decide what is over the seller's limits.</summary>
    [HttpPost("offer")]
    public Task<IActionResult> Offer(int id, string? reason, string? offered, CancellationToken cancel) => MoveAsync(id, "offer", reason, agreement =>
    {
        if (agreement.Status == AgreementStatus.Negotiating) agreement.Answer(offered);
        return offering.OfferAsync(agreement, reason, Me, cancel);
    }, cancel);

    /// <summary>Mails a contact the link to the page on which it can be accepted.</summary>
    [OncePerForm]
    [HttpPost("send")]
    public Task<IActionResult> Send(int id, int? contactId, CancellationToken cancel) => MoveAsync(id, "send the link", null, async agreement =>
    {
        Say($"The link is on its way to {await accepting.SendAsync(agreement, contactId, Me, cancel)}.");
    }, cancel);

    [HttpPost("take-back")]
    public Task<IActionResult> TakeBack(int id, CancellationToken cancel) => MoveAsync(id, "take back", null, agreement => offering.TakeBackAsync(agreement, cancel), cancel);

    [HttpPost("negotiate")]
    public Task<IActionResult> Negotiate(int id, string? asked, RoundForm form, CancellationToken cancel) =>
        MoveAsync(id, "negotiate", asked, agreement => agreement.Negotiate(asked ?? "", form.ToObjections(), Me.UserId, Clock.GetCurrentInstant()), cancel);

    /// <summary>Accepted on paper or on the telephone.</summary>
    [HttpPost("accept")]
    public Task<IActionResult> Accept(int id, string? by, CancellationToken cancel) => MoveAsync(id, "accept", null, async agreement =>
    {
        agreement.Accept(by ?? "", Clock.GetCurrentInstant());
        await accepting.FollowAsync(agreement, cancel);
    }, cancel);

    [Authorize(Policy = Policies.SalesManager)]
    [HttpPost("terminate")]
    public Task<IActionResult> Terminate(int id, LocalDate lastNight, string? reason, CancellationToken cancel) =>
        MoveAsync(id, "terminate", reason, agreement => agreement.Terminate(lastNight), cancel);

    [OncePerForm]
    [HttpPost("amend")]
    public Task<IActionResult> Amend(int id, CancellationToken cancel) => FollowAsync(id, "amend", agreement => agreement.Amend(), cancel);

    /// <summary>A draft for the time after it, with the same terms.</summary>
    [OncePerForm]
    [HttpPost("renew")]
    public Task<IActionResult> Renew(int id, CancellationToken cancel) => FollowAsync(id, "renew", agreement => agreement.Renew(), cancel);
}

/// <summary>What a company held against the offer, and the answers to it: row by row.</summary>
public sealed class RoundForm
{
    public IList<string?> Objection { get; set; } = [];

    public IList<string?> Answer { get; set; } = [];

    public IEnumerable<MetObjection> ToObjections() =>
        Objection.Select((objection, i) => new MetObjection(objection?.Trim() ?? "", Answer.ElementAtOrDefault(i)?.Trim() ?? "")).Where(met => met.Objection.Length > 0);
}
