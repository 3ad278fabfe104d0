using System.Collections.Frozen;
using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>A corporate rate agreement: negotiated prices and terms for a period. It holds no rooms; its volume is watched.</summary>
public sealed partial class Agreement
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

    private readonly List<AgreementRound> _rounds = [];

    private Agreement() => (Name, Terms) = ("", null!);

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public string Name { get; private set; }

    /// <summary>Which version of the agreement, from 1; an amendment is a new one, the old stays. A renewal begins at 1 again.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The agreement that this one amends or renews.</summary>
    public int? ReplacesId { get; private set; }

    public AgreementStatus Status { get; private set; }

    /// <summary>Rounds of talks; the first asking back is round 1.</summary>
    public int Round { get; private set; }

    /// <summary>What was asked, answered and on the table in each round, the first in front.</summary>
    public IReadOnlyList<AgreementRound> Rounds => _rounds;

    public AgreementTerms Terms { get; private set; }

    public Instant? AcceptedAt { get; private set; }

    public string? AcceptedBy { get; private set; }

    /// <summary>The network address from which it was accepted; empty: on paper, recorded by the house.</summary>
    public string AcceptedFrom { get; private set; } = "";

    /// <summary>SHA-256 of what was seen when it was accepted.</summary>
    public string SeenHash { get; private set; } = "";

    /// <summary>The last night on which it held, when it was ended before its term.</summary>
    public LocalDate? TerminatedOn { get; private set; }

    /// <summary>A version or renewal that was accepted after it.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>The day on which its renewal was put before its seller; none: not yet.</summary>
    public LocalDate? RenewalProposedOn { get; private set; }

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
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > 120) throw new HouseRuleException("Give the agreement a name of 120 characters at most.") { Field = nameof(Name) };
        terms.Check();
        (Name, Terms) = (name.Trim(), terms);
        Version++;
    }

    public void Offer() => MoveTo(AgreementStatus.Offered);

    /// <summary>Its prices are over the limits of whoever wants to offer it: it waits for somebody who may decide.</summary>
    public void AskForApproval() => MoveTo(AgreementStatus.Approval);

    /// <summary>Not approved, or no longer wanted: it can be changed again. Terms that are talked about stay in their round.</summary>
    public void BackToDraft() => MoveTo(AgreementStatus.Draft);

    /// <summary>Accepted on paper or on the telephone; the house records it.</summary>
    public void Accept(string by, Instant now) => Accept(by, "", Seal(), now);

    /// <summary>The client accepts on its own page. What was seen must be what was offered.</summary>
    /// <param name="from">The network address.</param>
    /// <param name="seen">The seal of the page that was read.</param>
    /// <exception cref="HouseRuleException">No name, another page than the one offered, or it is not open.</exception>
    public void Accept(string by, string from, string seen, Instant now)
    {
        if (string.IsNullOrWhiteSpace(by)) throw new HouseRuleException("Say who accepted for the client.") { Field = "by" };
        if (by.Trim().Length > 120) throw new HouseRuleException("The name has 120 characters at most.") { Field = "by" };
        if (!string.Equals(seen, Seal(), StringComparison.Ordinal)) throw new HouseRuleException("The agreement on your screen is not the one that is offered now. Load the page again and read it once more.");
        MoveTo(AgreementStatus.Accepted);
        (AcceptedBy, AcceptedAt, AcceptedFrom, SeenHash) = (by.Trim(), now, from, seen);
    }

    /// <param name="lastNight">The last night on which it holds; one that was never accepted holds on none.</param>
    public void Terminate(LocalDate lastNight)
    {
        MoveTo(AgreementStatus.Terminated);
        TerminatedOn = lastNight;
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
