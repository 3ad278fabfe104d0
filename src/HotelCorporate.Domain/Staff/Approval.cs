using HotelCorporate.Domain.Accounts;
using HotelCorporate.Domain.Agreements;
using HotelCorporate.Domain.Bookings;
using HotelCorporate.Domain.Quotes;
using NodaTime;

namespace HotelCorporate.Domain.Staff;

/// <summary>What somebody asks for who may not decide it alone.</summary>
public enum ApprovalKind
{
    /// <summary>To send an offer whose discount or price is over the seller's limits.</summary>
    Price,

    /// <summary>To go definite over the company's credit limit.</summary>
    Credit,

    /// <summary>To take a room from another company's option.</summary>
    Space,

    /// <summary>To go definite though more bedrooms are blocked than there are.</summary>
    Bedrooms,

    /// <summary>To offer an agreement whose prices are over the seller's limits.</summary>
    Agreement,
}

/// <summary>How a request for approval stands.</summary>
public enum ApprovalStatus
{
    Open,
    Approved,
    Refused,

    /// <summary>No longer needed: what it was asked for is gone.</summary>
    Dropped,
}

/// <summary>What is over somebody's limits, waiting in the inbox of whoever may decide it (domain section 14).</summary>
public sealed class Approval
{
    /// <summary>Letters that a reason or an answer has at most.</summary>
    public const int LongestText = 500;

    private Approval() => (Reason, Change) = ("", "");

    /// <param name="bookingId">None when it is about an agreement.</param>
    /// <param name="askedById">None when the clock or the client brought it about.</param>
    /// <param name="change">What would change, in whole words.</param>
    /// <exception cref="HouseRuleException">No reason is given.</exception>
    public Approval(ApprovalKind kind, int propertyId, int? bookingId, int? askedById, Instant askedAt, string reason, Sentence change)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why it should be approved: whoever decides reads it.");
        if (reason.Length > LongestText) throw new HouseRuleException($"The reason has {LongestText} characters at most.");
        (Kind, PropertyId, BookingId, AskedById, AskedAt, Reason, Change) = (kind, propertyId, bookingId, askedById, askedAt, reason.Trim(), change);
    }

    public int Id { get; private set; }

    public ApprovalKind Kind { get; private set; }

    public int PropertyId { get; private set; }

    public int? BookingId { get; private set; }

    public int? QuoteId { get; init; }

    public int? AgreementId { get; init; }

    /// <summary>Which record's timeline it belongs on.</summary>
    public (string Subject, int Id) About =>
        AgreementId is { } agreement ? (nameof(Agreement), agreement) : QuoteId is { } quote ? (nameof(Quote), quote) : (nameof(Booking), BookingId!.Value);

    /// <summary>What the company would owe, in minor units of the hotel's currency; of credit only.</summary>
    public long? Exposure { get; init; }

    /// <summary>The highest discount asked for, as a fraction.</summary>
    public decimal Discount { get; init; }

    public bool IsUnderFloor { get; init; }

    public int? AskedById { get; private set; }

    public Instant AskedAt { get; private set; }

    public string Reason { get; private set; }

    public Sentence Change { get; private set; }

    /// <summary>The one who shall decide; anybody who may while there is none.</summary>
    public int? DelegatedToId { get; private set; }

    public ApprovalStatus Status { get; private set; }

    public int? DecidedById { get; private set; }

    public Instant? DecidedAt { get; private set; }

    public string Answer { get; private set; } = "";

    /// <summary>The asker has read the answer.</summary>
    public bool IsAnswerRead { get; private set; }

    /// <summary>The concurrency token.</summary>
    public int Version { get; private set; }

    public void Approve(int by, Instant at, string? answer) => Decide(ApprovalStatus.Approved, by, at, answer ?? "");

    /// <exception cref="HouseRuleException">No reason is given.</exception>
    public void Refuse(int by, Instant at, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new HouseRuleException("Say why not: the one who asked reads it.");
        Decide(ApprovalStatus.Refused, by, at, reason);
    }

    /// <summary>Lets another person decide.</summary>
    public void DelegateTo(int userId)
    {
        RefuseWhenDecided();
        if (userId == AskedById) throw new HouseRuleException("Who asked cannot decide. Choose somebody else.");
        DelegatedToId = userId;
        Version++;
    }

    /// <summary>Whoever may decide does so again.</summary>
    public void TakeBack()
    {
        RefuseWhenDecided();
        if (DelegatedToId is null) throw new HouseRuleException("Nobody has it but those who may decide it.");
        DelegatedToId = null;
        Version++;
    }

    public void Drop(Instant at)
    {
        if (Status != ApprovalStatus.Open) return;
        (Status, DecidedAt, IsAnswerRead) = (ApprovalStatus.Dropped, at, true);
        Version++;
    }

    public void ReadAnswer()
    {
        IsAnswerRead = true;
        Version++;
    }

    /// <summary>The name of a person falls out of what was asked and answered.</summary>
    public void Forget(string name, string pseudonym)
    {
        (Reason, Answer) = (Without(Reason), Without(Answer));
        Change = Sentence.Parse(NameInText.Replaced(Change.ToText(), name, pseudonym));
        Version++;

        string Without(string text) => NameInText.Replaced(text, name, pseudonym) is var left && left.Length > LongestText ? left[..LongestText] : left;
    }

    private void Decide(ApprovalStatus status, int by, Instant at, string answer)
    {
        RefuseWhenDecided();
        if (by == AskedById) throw new HouseRuleException("Who asked cannot decide. Let somebody else look at it.");
        if (answer.Length > LongestText) throw new HouseRuleException($"The answer has {LongestText} characters at most.");
        (Status, DecidedById, DecidedAt, Answer) = (status, by, at, answer.Trim());
        Version++;
    }

    private void RefuseWhenDecided()
    {
        if (Status != ApprovalStatus.Open) throw new HouseRuleException("This was decided already. Load the page again.");
    }
}
