using NodaTime;

namespace HotelCorporate.Domain.Accounts;

/// <summary>What passes between the house and a company, as a person notes it.</summary>
public enum ActivityKind
{
    Call,
    Mail,
    Meeting,
    Visit,
    Note,
    Objection,
    Complaint,
}

/// <summary>One entry of a company's or a lead's log: a call, a mail, a meeting, a visit, a note, an objection, a complaint.</summary>
public sealed class Activity
{
    /// <summary>Letters that an entry has at most.</summary>
    public const int LongestText = 4000;

    private Activity() => Text = "";

    /// <exception cref="HouseRuleException">It says nothing or too much, belongs to nobody, or has not happened yet.</exception>
    public Activity(ActivityKind kind, int? accountId, int? leadId, int? contactId, string? text, int? byId, Instant at, Instant now)
    {
        if (accountId is null && leadId is null) throw new HouseRuleException("Choose the company or the lead that this is about.");
        if (string.IsNullOrWhiteSpace(text)) throw new HouseRuleException("Say what was said or agreed.") { Field = nameof(Text) };
        if (text.Trim().Length > LongestText) throw new HouseRuleException($"{LongestText} characters at most.") { Field = nameof(Text) };
        if (at > now) throw new HouseRuleException("This is in the future. Make a task of it instead.") { Field = "On" };
        (Kind, AccountId, LeadId, ContactId, Text, ById, At) = (kind, accountId, leadId, contactId, text.Trim(), byId, at);
    }

    public int Id { get; private set; }

    public ActivityKind Kind { get; private set; }

    public int? AccountId { get; private set; }

    public int? LeadId { get; private set; }

    /// <summary>With whom.</summary>
    public int? ContactId { get; private set; }

    public string Text { get; private set; }

    public int? ById { get; private set; }

    public Instant At { get; private set; }

    /// <summary>Whether it counts as an answer to somebody who asked.</summary>
    public bool Answers => Kind is ActivityKind.Call or ActivityKind.Mail or ActivityKind.Meeting or ActivityKind.Visit;

    /// <summary>A lead became a company: its log goes along.</summary>
    public void Follow(int accountId) => AccountId = accountId;

    /// <summary>The name of a person falls out of the words.</summary>
    /// <returns>Whether it stood there.</returns>
    public bool Forget(string name, string pseudonym)
    {
        if (!NameInText.Holds(Text, name)) return false;
        Text = NameInText.Replaced(Text, name, pseudonym);
        return true;
    }
}
