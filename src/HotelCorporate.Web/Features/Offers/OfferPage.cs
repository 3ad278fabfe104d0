using HotelCorporate.Domain;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Desk;

namespace HotelCorporate.Web.Features.Offers;

/// <summary>What the client sees behind the signed link.</summary>
/// <param name="Closed">Why it can not be accepted any more; none while it can, or once it is accepted.</param>
/// <param name="WaitingFor">What an accepted offer still waits for.</param>
public sealed record OfferPage(QuoteFile File, string Token, Sentence? Closed, IReadOnlyList<Sentence> WaitingFor)
{
    public bool IsOpen => File.Quote.Status == QuoteStatus.Sent && Closed is null;
}
