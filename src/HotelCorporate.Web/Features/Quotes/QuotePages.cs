using HotelCorporate.Domain;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Packages;
using HotelCorporate.Domain.Quotes;
using HotelCorporate.Domain.Spaces;
using HotelCorporate.Domain.Staff;
using HotelCorporate.Web.Desk;
using NodaTime;

namespace HotelCorporate.Web.Features.Quotes;

/// <summary>All that the page for pricing a booking shows.</summary>
/// <param name="Address">Where the form goes.</param>
/// <param name="IsMain">The programme is the booking's; that of an alternative is typed.</param>
public sealed record QuoteMakingPage(QuoteForm Form, QuoteGround Ground, string Address, int Revision, int Alternative, IReadOnlyList<Space> Spaces)
{
    public bool IsMain => Alternative == 1;

    /// <summary>What the form comes to; none until something could be priced.</summary>
    public QuoteResult? Result { get; init; }

    /// <summary>Alternatives of the last version that can be taken along, by their letters.</summary>
    public string Others { get; init; } = "";

    /// <summary>What a new offer can begin with.</summary>
    public IReadOnlyList<QuoteTemplate> Templates { get; init; } = [];

    public IReadOnlyList<Package> Packages => Ground.Basis.Packages;

    public string Letter => ((char)('A' + Alternative - 1)).ToString();
}

/// <summary>The list of offers.</summary>
public sealed record QuoteListPage(Domain.Properties.Property Property, IReadOnlyList<QuoteListPage.Row> Rows, int Count, int At, int Size, QuoteStatus? Status, bool Mine, bool Unopened, LocalDate Today)
{
    public sealed record Row(int Id, int BookingId, string Number, int Revision, string Name, string Company, QuoteStatus Status, LocalDate ValidUntil, Instant? OpenedAt, Money Gross);
}

/// <summary>What the audit found, and when it looked.</summary>
public sealed record QuoteAuditPage(IReadOnlyList<QuoteAuditPage.Row> Rows, QuoteAuditRound? Round)
{
    public sealed record Row(int QuoteId, int BookingId, string Number, int Revision, string Name, QuoteStatus Status, QuoteFinding Finding);
}

/// <summary>All that the page of one offer shows.</summary>
/// <param name="Request">The last time that somebody was asked to approve its price; none when nobody was.</param>
/// <param name="Decider">Who decided it.</param>
/// <param name="Comments">What was said about any version, the oldest first.</param>
/// <param name="Spawned">What the packages of a draft bring, and the booking does not have yet.</param>
/// <param name="Short">Equipment of a draft or an open offer of which there is not enough as things stand.</param>
/// <param name="Before">The version before it that was out; none for the first.</param>
/// <param name="Differences">What this one says otherwise.</param>
public sealed record QuoteDetailsPage(
    QuoteFile File, Approval? Request, string? Decider, IReadOnlyList<OfferRemark> Comments, IReadOnlyList<PlannedFunction> Spawned, IReadOnlyList<Sentence> Short, Quote? Before, IReadOnlyList<QuoteDifference> Differences);
