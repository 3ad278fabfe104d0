using NodaTime;

namespace HotelCorporate.Domain.Accounts;

/// <summary>Which records went from one company to another when the two became one.</summary>
/// <param name="Referred">Companies that it had sent here.</param>
/// <param name="Merged">Companies that had been merged into it before.</param>
/// <param name="Imported">What files had done to it.</param>
/// <param name="Scorecards">Hotels whose scorecard it got every month.</param>
/// <param name="NewScorecards">Those of them whose scorecard the other did not get before.</param>
/// <param name="Points">Entries of its account of loyalty points.</param>
public sealed record MovedRecords(IReadOnlyList<int> Contacts, IReadOnlyList<int> Bookings, IReadOnlyList<int> Agreements, IReadOnlyList<int> Payments, IReadOnlyList<int> Activities, IReadOnlyList<int> Documents, IReadOnlyList<int> Tasks, IReadOnlyList<int> Children, IReadOnlyList<int> Leads, IReadOnlyList<int> Stays, IReadOnlyList<int> Refusals, IReadOnlyList<int>? Breaches = null,
    IReadOnlyList<int>? Referred = null, IReadOnlyList<int>? Merged = null, IReadOnlyList<int>? Imported = null, IReadOnlyList<int>? Scorecards = null, IReadOnlyList<int>? NewScorecards = null, IReadOnlyList<int>? Points = null);

/// <summary>Two records of one company made one. What was moved is kept, so that it can be undone.</summary>
public sealed class AccountMerge
{
    private AccountMerge() => Moved = null!;

    public AccountMerge(int fromId, int intoId, MovedRecords moved, int? byId, Instant at) => (FromId, IntoId, Moved, ById, At) = (fromId, intoId, moved, byId, at);

    public int Id { get; private set; }

    /// <summary>The one that is no longer shown.</summary>
    public int FromId { get; private set; }

    public int IntoId { get; private set; }

    public MovedRecords Moved { get; private set; }

    public int? ById { get; private set; }

    public Instant At { get; private set; }

    public Instant? UndoneAt { get; private set; }

    /// <exception cref="HouseRuleException">It was undone before.</exception>
    public void Undo(Instant at)
    {
        if (UndoneAt is not null) throw new HouseRuleException("This was undone already.");
        UndoneAt = at;
    }
}
