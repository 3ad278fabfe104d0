using HotelCorporate.Domain.Accounts;
using NodaTime;

namespace HotelCorporate.Domain.Staff;

/// <summary>Something that a person of the house has to do by a day: a deadline of a booking, a mail that failed, a reminder.</summary>
public class DeskTask
{
    /// <summary>Letters that a task has at most.</summary>
    public const int LongestText = 300;

    private protected DeskTask() => Text = "";

    /// <param name="ownerId">Whose task it is; none: whoever has the role.</param>
    /// <exception cref="HouseRuleException">It says nothing, or too much.</exception>
    public DeskTask(int propertyId, int? bookingId, Sentence text, LocalDate dueOn, int? ownerId, Instant createdAt)
    {
        if (string.IsNullOrWhiteSpace(text.ToString())) throw new HouseRuleException("Say what is to be done.");
        if (text.ToString().Length > LongestText) throw new HouseRuleException($"A task has {LongestText} characters at most.");
        (PropertyId, BookingId, Text, DueOn, OwnerId, CreatedAt) = (propertyId, bookingId, text, dueOn, ownerId, createdAt);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int? BookingId { get; private set; }

    /// <summary>The letter that failed, when the task is about one: it is done once the letter goes.</summary>
    public int? MailId { get; init; }

    /// <summary>The agreement that it is about, when it is about one.</summary>
    public int? AgreementId { get; init; }

    /// <summary>The company that it is about, when it is about no booking.</summary>
    public int? AccountId { get; private set; }

    public int? LeadId { get; init; }

    /// <summary>The word that was not kept, with its evidence, when it is about one.</summary>
    public int? BreachId { get; private set; }

    public Sentence Text { get; private set; }

    /// <summary>Missed once the hotel's date is later.</summary>
    public LocalDate DueOn { get; private protected set; }

    public int? OwnerId { get; private set; }

    public Instant CreatedAt { get; private set; }

    public Instant? DoneAt { get; private protected set; }

    /// <summary>None when the clock found that it is no longer needed.</summary>
    public int? DoneById { get; private protected set; }

    public bool IsOpen => DoneAt is null;

    /// <summary>About a company.</summary>
    public DeskTask About(int? accountId)
    {
        AccountId = accountId;
        return this;
    }

    /// <summary>Settles a word that was not kept.</summary>
    public void Settles(int breachId) => BreachId = breachId;

    /// <summary>The name of a person falls out of the words.</summary>
    public void Forget(string name, string pseudonym) => Text = Sentence.Parse(NameInText.Replaced(Text.ToText(), name, pseudonym));

    /// <param name="by">None when the facts say so.</param>
    /// <exception cref="HouseRuleException">It was done before.</exception>
    public virtual void Finish(int? by, Instant at)
    {
        if (DoneAt is not null) throw new HouseRuleException("This was done already.");
        (DoneAt, DoneById) = (at, by);
    }
}
