using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Invoices;

/// <summary>How money came in.</summary>
public enum PaymentMethod
{
    Transfer,
    Card,
    Cash,

    /// <summary>Nothing came in: a credit note gives back what it corrects.</summary>
    CreditNote,
}

/// <summary>What a document still asks for.</summary>
/// <param name="IsDeposit">It asks for a deposit, not for what was supplied.</param>
public sealed record OpenDocument(int InvoiceId, LocalDate DueOn, LocalDate IssuedOn, Money Open, bool IsDeposit = false);

/// <summary>Money received from a client, and which documents it settles. What is left over is the client's credit.</summary>
public sealed class Payment
{
    private readonly List<Allocation> _allocations = [];

    private Payment() => Reference = "";

    public Payment(int propertyId, int accountId, int bookingId, LocalDate receivedOn, PaymentMethod method, string reference, Money amount, Instant recordedAt)
    {
        if (amount.MinorUnits <= 0) throw new HouseRuleException("A payment is more than zero.");
        if (reference.Length > 100) throw new HouseRuleException("The reference has 100 characters at most.");
        (PropertyId, AccountId, BookingId, ReceivedOn, Method, Reference, Amount, RecordedAt) =
            (propertyId, accountId, bookingId, receivedOn, method, reference.Trim(), amount, recordedAt);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int AccountId { get; private set; }

    public int BookingId { get; private set; }

    public LocalDate ReceivedOn { get; private set; }

    public PaymentMethod Method { get; private set; }

    public string Reference { get; private set; }

    public Money Amount { get; private set; }

    public Instant RecordedAt { get; private set; }

    public IReadOnlyList<Allocation> Allocations => _allocations;

    /// <summary>What settles nothing yet: the client's credit.</summary>
    public Money Left => Amount - _allocations.Sum(Amount.Currency, allocation => allocation.Amount);

    /// <summary>Settles the oldest due date first; never more than a document asks for.</summary>
    public void AllocateOldestFirst(IEnumerable<OpenDocument> documents)
    {
        foreach (var document in documents.OrderBy(document => document.DueOn).ThenBy(document => document.IssuedOn).ThenBy(document => document.InvoiceId))
        {
            if (Left.IsZero) return;
            if (document.Open.MinorUnits > 0) Allocate(document, Left < document.Open ? Left : document.Open);
        }
    }

    /// <summary>Settles one document by hand.</summary>
    /// <exception cref="HouseRuleException">More than is left, or more than the document asks for.</exception>
    public void Allocate(OpenDocument document, Money amount)
    {
        if (amount.MinorUnits <= 0) throw new HouseRuleException("Allocate more than zero.");
        if (amount > Left) throw new HouseRuleException($"Only {Left} of this payment is left.");
        if (amount > document.Open) throw new HouseRuleException($"The document asks for {document.Open} only; the rest stays as the client's credit.");
        _allocations.Add(new Allocation(document.InvoiceId, amount));
    }
}

/// <summary>The part of a payment that settles one document.</summary>
public sealed class Allocation
{
    private Allocation() { }

    internal Allocation(int invoiceId, Money amount) => (InvoiceId, Amount) = (invoiceId, amount);

    public int Id { get; private set; }

    public int InvoiceId { get; private set; }

    public Money Amount { get; private set; }
}
