using NodaTime;

namespace HotelCorporate.Domain.Accounts;

/// <summary>What is typed about a person at an account.</summary>
/// <param name="Language">The language in which the person is written to; none: the account's.</param>
public sealed record ContactFacts(string Name, string? Email = null, string? Phone = null, ContactPart Part = ContactPart.Booker, string? Language = null, bool WantsInvites = true, string? JobTitle = null);

/// <summary>A person at an account.</summary>
public sealed class Contact
{
    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public required string Name { get; set; }

    public string Email
    {
        get;
        set => (field, Domain) = (value.Trim(), EmailDomain.Of(value.Trim()));
    } = "";

    /// <summary>Of the address, when it tells a company.</summary>
    public string Domain { get; private set; } = "";

    /// <summary>As it was typed.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The number as E.164 has it; empty when it cannot be told.</summary>
    public string PhoneKey { get; internal set; } = "";

    public string JobTitle { get; private set; } = "";

    public ContactPart Part { get; set; }

    /// <summary>None: the account's.</summary>
    public string? Language { get; private set; }

    public bool WantsInvites { get; set; } = true;

    /// <summary>The day on which the person left the company; nobody writes to them after it.</summary>
    public LocalDate? LeftOn { get; private set; }

    /// <summary>When the person's data were erased; the name is a pseudonym since.</summary>
    public Instant? ErasedAt { get; private set; }

    /// <summary>Whether a letter goes to this person.</summary>
    public bool IsReached => Email.Length > 0 && LeftOn is null && ErasedAt is null;

    /// <param name="country">Of the account: a number without a country is one of it.</param>
    /// <exception cref="HouseRuleException">No name, or the data were erased.</exception>
    public void Change(ContactFacts facts, string country)
    {
        if (ErasedAt is not null) throw new HouseRuleException("The data of this person were erased. Add a new contact.");
        if (string.IsNullOrWhiteSpace(facts.Name) || facts.Name.Trim().Length > 200) throw new HouseRuleException("Type the contact's name, 200 characters at most.") { Field = nameof(Name) };
        (Name, Email, Phone, JobTitle) = (facts.Name.Trim(), facts.Email ?? "", facts.Phone?.Trim() ?? "", facts.JobTitle?.Trim() ?? "");
        (Part, Language, WantsInvites, PhoneKey) = (facts.Part, string.IsNullOrEmpty(facts.Language) ? null : facts.Language, facts.WantsInvites, PhoneNumber.E164(Phone, country));
    }

    /// <summary>The person left the company.</summary>
    public void Leave(LocalDate on)
    {
        if (LeftOn is not null) throw new HouseRuleException("This person has left already.");
        LeftOn = on;
    }

    /// <summary>The person is with the company again.</summary>
    public void Return()
    {
        if (ErasedAt is not null) throw new HouseRuleException("The data of this person were erased. Add a new contact.");
        LeftOn = null;
    }

    /// <summary>Nothing of the person stays but a pseudonym and the part in the decision.</summary>
    public void Erase(string pseudonym, Instant at)
    {
        (Name, Email, Phone, PhoneKey, JobTitle, Language, WantsInvites) = (pseudonym, "", "", "", "", null, false);
        ErasedAt = at;
    }
}
