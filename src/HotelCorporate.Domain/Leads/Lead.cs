using NodaTime;
using HotelCorporate.Domain.Accounts;

namespace HotelCorporate.Domain.Leads;

/// <summary>How far a lead is.</summary>
public enum LeadStage
{
    Fresh,
    Contacted,
    Qualified,
    Proposal,
    Won,
    Lost,
}

/// <summary>What is typed about a lead.</summary>
/// <param name="Value">What it may bring, in whole units of the hotel's currency.</param>
/// <param name="Probability">In percent.</param>
/// <param name="Competitor">Who else is asked.</param>
public sealed record LeadFacts(
    string? Title, string? Company, string? ContactName = null, string? Email = null, string? Phone = null, AccountSource Source = AccountSource.NotSaid, int? AccountId = null,
    long? Value = null, int Probability = 20, string? NextStep = null, LocalDate? NextOn = null, string? Competitor = null, int? OwnerId = null);

/// <summary>Somebody who may buy: where they came from, how far it is, what comes next, and until when they are owed a first answer.</summary>
public sealed class Lead
{
    private Lead() => (Title, Company, ContactName, Email, Phone, NextStep, Competitor, LostBecause) = ("", "", "", "", "", "", "", "");

    /// <param name="answerDueAt">The end of the working hours in which a first answer is owed.</param>
    /// <exception cref="HouseRuleException">It says neither what is asked nor who asks.</exception>
    public Lead(int propertyId, LeadFacts facts, Instant receivedAt, Instant answerDueAt) : this()
    {
        (PropertyId, ReceivedAt, AnswerDueAt) = (propertyId, receivedAt, answerDueAt);
        Change(facts);
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    /// <summary>What is asked for, in a few words.</summary>
    public string Title { get; private set; }

    public string Company { get; private set; }

    public string ContactName { get; private set; }

    public string Email { get; private set; }

    public string Phone { get; private set; }

    public AccountSource Source { get; private set; }

    /// <summary>The company, once it is known.</summary>
    public int? AccountId { get; private set; }

    public LeadStage Stage { get; private set; }

    /// <summary>In whole units of the hotel's currency; none: not known.</summary>
    public long? Value { get; private set; }

    /// <summary>In percent.</summary>
    public int Probability { get; private set; }

    public string NextStep { get; private set; }

    public LocalDate? NextOn { get; private set; }

    public string Competitor { get; private set; }

    public int? OwnerId { get; private set; }

    public Instant ReceivedAt { get; private set; }

    public Instant AnswerDueAt { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    public string LostBecause { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => Stage is not (LeadStage.Won or LeadStage.Lost);

    /// <summary>Nobody has answered, and the time for it is over.</summary>
    public bool IsLate(Instant now) => IsOpen && AnsweredAt is null && now >= AnswerDueAt;

    /// <summary>Whether the first answer went in time; none while nobody has answered.</summary>
    public bool? KeptTheClock => AnsweredAt is { } at ? at <= AnswerDueAt : null;

    public void Change(LeadFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Title) || facts.Title.Trim().Length > 200) throw new HouseRuleException("Say what is asked for, in 200 characters at most.") { Field = nameof(Title) };
        if (string.IsNullOrWhiteSpace(facts.Company) && string.IsNullOrWhiteSpace(facts.ContactName) && facts.AccountId is null) throw new HouseRuleException("Say who asks: a company or a person.") { Field = nameof(Company) };
        if (facts.Value is < 0 or > 1_000_000_000) throw new HouseRuleException("The value is between 0 and 1,000,000,000.") { Field = nameof(Value) };
        if (facts.Probability is < 0 or > 100) throw new HouseRuleException("The probability is between 0 and 100 %.") { Field = nameof(Probability) };
        (Title, Company, ContactName, Email, Phone) = (facts.Title.Trim(), facts.Company?.Trim() ?? "", facts.ContactName?.Trim() ?? "", facts.Email?.Trim() ?? "", facts.Phone?.Trim() ?? "");
        (Source, AccountId, Value, Probability) = (facts.Source, facts.AccountId, facts.Value, facts.Probability);
        (NextStep, NextOn, Competitor, OwnerId) = (facts.NextStep?.Trim() ?? "", facts.NextOn, facts.Competitor?.Trim() ?? "", facts.OwnerId);
        Version++;
    }

    /// <summary>The first answer stops the clock; a further one changes nothing. A fresh lead is contacted then.</summary>
    public void Answer(Instant at)
    {
        if (AnsweredAt is not null) return;
        AnsweredAt = at;
        if (Stage == LeadStage.Fresh) Stage = LeadStage.Contacted;
        Version++;
    }

    /// <param name="because">Why it is lost; wanted then alone.</param>
    /// <exception cref="HouseRuleException">It has ended, or is lost without a reason.</exception>
    public void MoveTo(LeadStage stage, string? because, Instant now)
    {
        if (!IsOpen) throw new HouseRuleException($"This lead is {Stage}: it moves no more.");
        if (stage == LeadStage.Lost && string.IsNullOrWhiteSpace(because)) throw new HouseRuleException("Say why it is lost.") { Field = "because" };
        if (stage == LeadStage.Lost) LostBecause = because!.Trim();
        Stage = stage;
        if (!IsOpen) EndedAt = now;
        Version++;
    }

    /// <summary>It is known which company it is.</summary>
    public void BelongTo(int accountId)
    {
        AccountId = accountId;
        Version++;
    }

    /// <summary>Nothing of the person stays.</summary>
    public void Erase(string pseudonym)
    {
        (ContactName, Email, Phone) = (pseudonym, "", "");
        Version++;
    }
}
