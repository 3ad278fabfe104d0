using System.Collections.Frozen;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>A corporate rate agreement: negotiated prices and terms for a period. It holds no rooms; its volume is watched.</summary>
public sealed class Agreement
{
    private static readonly FrozenDictionary<AgreementStatus, AgreementStatus[]> Moves = new Dictionary<AgreementStatus, AgreementStatus[]>
    {
        [AgreementStatus.Draft] = [AgreementStatus.Approval, AgreementStatus.Offered],
        [AgreementStatus.Approval] = [AgreementStatus.Draft, AgreementStatus.Offered],
        [AgreementStatus.Offered] = [AgreementStatus.Negotiating, AgreementStatus.Accepted, AgreementStatus.Terminated],
        // What a company accepts is an offer: terms that were changed in the talks are offered first, within somebody's limits.
        [AgreementStatus.Negotiating] = [AgreementStatus.Approval, AgreementStatus.Offered, AgreementStatus.Terminated],
        [AgreementStatus.Accepted] = [AgreementStatus.Terminated],
    }.ToFrozenDictionary();

    private Agreement() => (Name, Terms) = ("", null!);

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public string Name { get; private set; }

    /// <summary>Which version of the agreement, from 1; an amendment is a new one, the old stays.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The agreement that this one amends or renews.</summary>
    public int? ReplacesId { get; private set; }

    public AgreementStatus Status { get; private set; }

    /// <summary>Rounds of talks; the first asking back is round 1.</summary>
    public int Round { get; private set; }

    public AgreementTerms Terms { get; private set; }

    public Instant? AcceptedAt { get; private set; }

    public string? AcceptedBy { get; private set; }

    /// <summary>The last night on which it held, when it was ended before its term.</summary>
    public LocalDate? TerminatedOn { get; private set; }

    /// <summary>A version or renewal that was accepted after it.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>Rises at each change; a stale page cannot overwrite a newer one.</summary>
    public int Version { get; private set; }

    public static Agreement Draft(int accountId, string name, AgreementTerms terms)
    {
        var agreement = new Agreement { AccountId = accountId };
        agreement.Change(name, terms);
        return agreement;
    }

    public bool May(AgreementStatus next) => Moves.TryGetValue(Status, out var open) && open.Contains(next);

    /// <exception cref="HouseRuleException">It is offered or accepted, or a term cannot stand.</exception>
    public void Change(string name, AgreementTerms terms)
    {
        if (Status is not (AgreementStatus.Draft or AgreementStatus.Negotiating)) throw new HouseRuleException($"An agreement that is {Status} is not changed. Make an amendment.");
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 120) throw new HouseRuleException("Give the agreement a name of 120 characters at most.");
        terms.Check();
        (Name, Terms) = (name.Trim(), terms);
        Version++;
    }

    public void Offer() => MoveTo(AgreementStatus.Offered);

    /// <summary>Its prices are over the limits of whoever wants to offer it: it waits for somebody who may decide.</summary>
    public void AskForApproval() => MoveTo(AgreementStatus.Approval);

    /// <summary>Not approved, or no longer wanted: it can be changed again.</summary>
    public void BackToDraft() => MoveTo(AgreementStatus.Draft);

    /// <summary>The client asks for something else: the next round.</summary>
    public void Negotiate()
    {
        MoveTo(AgreementStatus.Negotiating);
        Round++;
    }

    public void Accept(string by, Instant now)
    {
        if (string.IsNullOrWhiteSpace(by)) throw new HouseRuleException("Say who accepted for the client.");
        MoveTo(AgreementStatus.Accepted);
        (AcceptedBy, AcceptedAt) = (by.Trim(), now);
    }

    /// <param name="lastNight">The last night on which it holds; one that was never accepted holds on none.</param>
    public void Terminate(LocalDate lastNight)
    {
        MoveTo(AgreementStatus.Terminated);
        TerminatedOn = lastNight;
    }

    /// <summary>A new version with the same terms, to be changed and offered; this one stays in force until that is accepted.</summary>
    public Agreement Amend()
    {
        if (Status != AgreementStatus.Accepted) throw new HouseRuleException("Only an accepted agreement is amended; this one can still be changed itself.");
        return new Agreement { AccountId = AccountId, Name = Name, Terms = Terms, Revision = Revision + 1, ReplacesId = Id };
    }

    public void ReplacedBy(Agreement next)
    {
        if (next.ReplacesId != Id || next.Status != AgreementStatus.Accepted) throw new HouseRuleException("Only an accepted amendment takes an agreement's place.");
        IsReplaced = true;
        Version++;
    }

    /// <summary>In force on a night: accepted, not terminated on it, the night within the term (domain section 5).</summary>
    public bool IsInForce(LocalDate night) =>
        AcceptedAt is not null && night >= Terms.ValidFrom && night <= Terms.ValidTo && (TerminatedOn is null || night <= TerminatedOn);

    /// <param name="expiringDays">Days before its end in which it is called expiring: the hotel's setting.</param>
    public AgreementLabel Label(LocalDate today, int expiringDays)
    {
        if (Status != AgreementStatus.Accepted) return Enum.Parse<AgreementLabel>(Status.ToString());
        if (IsReplaced) return AgreementLabel.Renewed;
        if (today > Terms.ValidTo) return AgreementLabel.Expired;
        if (today < Terms.ValidFrom) return AgreementLabel.Upcoming;
        return Period.DaysBetween(today, Terms.ValidTo) < expiringDays ? AgreementLabel.Expiring : AgreementLabel.Active;
    }

    private void MoveTo(AgreementStatus next)
    {
        if (!May(next)) throw new HouseRuleException($"An agreement that is {Status} cannot become {next}.");
        Status = next;
        Version++;
    }
}
