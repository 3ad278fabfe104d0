using HotelCorporate.Domain;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Web.Desk;

namespace HotelCorporate.Web.Features.Offers;

/// <summary>What the client sees behind the signed link.</summary>
/// <param name="File">The offer; once an alternative is accepted, that one.</param>
/// <param name="Files">The version's alternatives, the main one first; after one was accepted, that one alone.</param>
/// <param name="Closed">Why it can not be accepted any more; none while it can, or once it is accepted.</param>
/// <param name="WaitingFor">What an accepted offer still waits for.</param>
/// <param name="Comments">What was said about any version, the oldest first.</param>
public sealed record OfferPage(QuoteFile File, IReadOnlyList<QuoteFile> Files, string Token, Sentence? Closed, IReadOnlyList<Sentence> WaitingFor, IReadOnlyList<OfferRemark> Comments)
{
    public bool IsOpen => File.Quote.Status == QuoteStatus.Sent && Closed is null;

    public bool HasAlternatives => Files.Count > 1;
}
