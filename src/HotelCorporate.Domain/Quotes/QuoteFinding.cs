using NodaTime;

namespace HotelCorporate.Domain.Quotes;

/// <summary>One thing that an open offer or contract would cost otherwise today, as the nightly audit found it. The offer itself does not change.</summary>
public sealed class QuoteFinding
{
    private QuoteFinding() => What = "";

    public QuoteFinding(int propertyId, int quoteId, QuoteDifference difference) =>
        (PropertyId, QuoteId, What, Before, After, Why) = (propertyId, quoteId, difference.What, difference.Before, difference.After, difference.Why);

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int QuoteId { get; private set; }

    public Sentence What { get; private set; }

    /// <summary>As it was offered; none: it would be new.</summary>
    public Sentence? Before { get; private set; }

    /// <summary>As it would be priced today; none: it would be gone, or cannot be priced any more.</summary>
    public Sentence? After { get; private set; }

    public Sentence? Why { get; private set; }
}

/// <summary>The last day on which a hotel priced its open offers anew.</summary>
public sealed class QuoteAuditRound
{
    private QuoteAuditRound() { }

    public QuoteAuditRound(int propertyId, LocalDate auditedOn, int audited) => (PropertyId, AuditedOn, Audited) = (propertyId, auditedOn, audited);

    public int PropertyId { get; private set; }

    public LocalDate AuditedOn { get; private set; }

    /// <summary>Offers and contracts that were priced.</summary>
    public int Audited { get; private set; }

    public void Done(LocalDate today, int audited) => (AuditedOn, Audited) = (today, audited);
}
