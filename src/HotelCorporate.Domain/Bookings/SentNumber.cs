using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Bookings;

/// <summary>How a number that a client sent stands.</summary>
public enum SentNumberStatus
{
    /// <summary>The house has not answered yet.</summary>
    Open,

    /// <summary>It is the guaranteed number now.</summary>
    Accepted,

    /// <summary>The house answered in words; the number stays as it was.</summary>
    Answered,

    /// <summary>The client sent another one after it.</summary>
    Overtaken,
}

/// <summary>The number of people that a client sent for a function through its own page, with what it saw that it would cost.</summary>
public sealed class SentNumber
{
    private SentNumber() { }

    /// <param name="before">All-in price of the contract as it stood.</param>
    /// <param name="after">The same with the new number.</param>
    /// <param name="fee">What taking less costs by the contract.</param>
    /// <exception cref="HouseRuleException">The number is out of range.</exception>
    public SentNumber(int propertyId, int bookingId, int functionId, int was, int people, Money before, Money after, Money fee, Instant sentAt)
    {
        if (people is < 1 or > Numbers.Most) throw new HouseRuleException($"A guarantee is 1 to {Numbers.Most} people.") { Field = "people" };
        (PropertyId, BookingId, FunctionId, Was, People, SentAt) = (propertyId, bookingId, functionId, was, people, sentAt);
        (BeforeUnits, AfterUnits, FeeUnits) = (before.MinorUnits, after.MinorUnits, fee.MinorUnits);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int BookingId { get; private set; }

    public int FunctionId { get; private set; }

    public int Was { get; private set; }

    public int People { get; private set; }

    /// <summary>Minor units of the contract's currency.</summary>
    public long BeforeUnits { get; private set; }

    public long AfterUnits { get; private set; }

    public long FeeUnits { get; private set; }

    public Instant SentAt { get; private set; }

    public SentNumberStatus Status { get; private set; }

    /// <summary>What the house said to it.</summary>
    public string Answer { get; private set; } = "";

    public int? AnsweredById { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>The concurrency token.</summary>
    public int Version { get; private set; }

    public void Accept(int? by, Instant now) => End(SentNumberStatus.Accepted, by, now, "");

    /// <exception cref="HouseRuleException">Nothing is said, or it was answered before.</exception>
    public void Reply(string answer, int? by, Instant now)
    {
        if (string.IsNullOrWhiteSpace(answer)) throw new HouseRuleException("Tell the client why the number stays as it was.") { Field = "answer" };
        if (answer.Length > 500) throw new HouseRuleException("The answer has 500 characters at most.") { Field = "answer" };
        End(SentNumberStatus.Answered, by, now, answer.Trim());
    }

    public void Overtake(Instant now) => End(SentNumberStatus.Overtaken, by: null, now, "");

    private void End(SentNumberStatus status, int? by, Instant now, string answer)
    {
        if (Status != SentNumberStatus.Open) throw new HouseRuleException("This number was answered already. Load the page again.");
        (Status, AnsweredById, AnsweredAt, Answer) = (status, by, now, answer);
        Version++;
    }
}
