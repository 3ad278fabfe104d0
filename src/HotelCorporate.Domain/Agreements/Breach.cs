using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>Which word was not kept (domain section 5, compliance both ways).</summary>
public enum BreachKind
{
    /// <summary>Stays were priced otherwise than agreed.</summary>
    OffAgreement,

    /// <summary>Last room availability was agreed, a room was free, and the night was refused: the hotel's breach.</summary>
    LastRoomRefused,

    /// <summary>The company brings far less than it promised.</summary>
    CommitmentBehind,

    /// <summary>A document is open past its terms.</summary>
    LatePayment,

    /// <summary>Nobody decided, or nobody accepted, in time.</summary>
    ApprovalLapsed,

    /// <summary>The day for looking a company over has come.</summary>
    ReviewDue,

    /// <summary>The hotel's own system holds other rates than were agreed.</summary>
    LoadedOtherwise,
}

/// <summary>What the daily check found.</summary>
/// <param name="Key">Which breach it is: the same one is found once, however often it is looked for.</param>
public sealed record BreachFound(BreachKind Kind, string Key, int AccountId, int? AgreementId, Sentence Text, BreachEvidence Evidence)
{
    public int? BookingId { get; init; }
}

/// <summary>A word that was not kept, with its evidence: open until it is settled or somebody says why it is left.</summary>
public sealed class Breach
{
    /// <summary>Letters of a reason at most.</summary>
    public const int LongestReason = 300;

    /// <summary>Letters of a key at most.</summary>
    public const int LongestKey = 100;

    private Breach() => (Key, Text, Evidence, Reason) = ("", "", BreachEvidence.None, "");

    public Breach(int propertyId, BreachFound found, LocalDate foundOn) : this() =>
        (PropertyId, Kind, Key, AccountId, AgreementId, Text, Evidence, FoundOn) = (propertyId, found.Kind, found.Key, found.AccountId, found.AgreementId, found.Text, found.Evidence, foundOn);

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public int AccountId { get; private set; }

    public int? AgreementId { get; private set; }

    public BreachKind Kind { get; private set; }

    public string Key { get; private set; }

    public Sentence Text { get; private set; }

    public BreachEvidence Evidence { get; private set; }

    public LocalDate FoundOn { get; private set; }

    public Instant? ClosedAt { get; private set; }

    /// <summary>None when the facts closed it.</summary>
    public int? ClosedById { get; private set; }

    /// <summary>Why it is closed; empty when the facts say so.</summary>
    public string Reason { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>The hotel's own, not the company's.</summary>
    public bool IsHouses => Kind is BreachKind.LastRoomRefused or BreachKind.LoadedOtherwise or BreachKind.ApprovalLapsed or BreachKind.ReviewDue;

    /// <summary>It was looked at again: what is known of it now. A closed one stays as it was.</summary>
    /// <returns>Whether anything is otherwise.</returns>
    public bool Tell(BreachFound again)
    {
        if (!IsOpen || (Text.Equals(again.Text) && Evidence.Equals(again.Evidence))) return false;
        (Text, Evidence) = (again.Text, again.Evidence);
        return true;
    }

    /// <exception cref="HouseRuleException">No reason, or it is closed.</exception>
    public void Close(string? reason, int by, Instant at)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason) throw new HouseRuleException($"Say in {LongestReason} characters at most how this was settled, or why it is left.") { Field = nameof(Reason) };
        if (!IsOpen) throw new HouseRuleException("This is closed already.");
        (ClosedAt, ClosedById, Reason) = (at, by, reason.Trim());
    }

    /// <summary>It is no longer so: paid, corrected, decided.</summary>
    public void Settle(Instant at) => ClosedAt ??= at;
}

/// <summary>Lays what a check found over what is known. Pure.</summary>
public static class BreachBook
{
    /// <param name="known">All of the hotel, closed ones too.</param>
    /// <param name="mayEnd">Whether a breach that is not found again is settled by that: a refused night stays refused.</param>
    /// <returns>Those that are told of for the first time, those that changed, and those that ended.</returns>
    public static (IReadOnlyList<BreachFound> Fresh, IReadOnlyList<Breach> Changed, IReadOnlyList<Breach> Ended) Settle(IReadOnlyCollection<Breach> known, IEnumerable<BreachFound> found, Func<Breach, bool> mayEnd, Instant at)
    {
        var byKey = known.ToDictionary(breach => breach.Key, StringComparer.Ordinal);
        var (fresh, changed, seen) = (new List<BreachFound>(), new List<Breach>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var one in found)
        {
            if (!seen.Add(one.Key)) continue;
            if (!byKey.TryGetValue(one.Key, out var stands)) fresh.Add(one);
            else if (stands.Tell(one)) changed.Add(stands);
        }

        var ended = known.Where(breach => breach.IsOpen && !seen.Contains(breach.Key) && mayEnd(breach)).ToList();
        foreach (var breach in ended) breach.Settle(at);
        return (fresh, changed, ended);
    }
}
