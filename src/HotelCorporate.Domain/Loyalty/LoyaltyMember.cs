using NodaTime;

namespace HotelCorporate.Domain.Loyalty;

/// <summary>A company that takes part, with its points. They are the sum of its entries, and change with each in one save.</summary>
public sealed class LoyaltyMember
{
    private LoyaltyMember() { }

    public LoyaltyMember(int accountId, LocalDate joinedOn) => (AccountId, JoinedOn) = (accountId, joinedOn);

    public int AccountId { get; private set; }

    public LocalDate JoinedOn { get; private set; }

    /// <summary>Since when it takes no part any more; its points wait.</summary>
    public LocalDate? LeftOn { get; private set; }

    /// <summary>Below zero only when an invoice was credited whose points are spent already.</summary>
    public int Points { get; private set; }

    /// <summary>Rises at each change: two bookings cannot spend the same points.</summary>
    public int Version { get; private set; }

    public bool TakesPart => LeftOn is null;

    /// <summary>Points come or go; what was spent, given by hand or lapsed must be there.</summary>
    /// <exception cref="HouseRuleException">There are not as many points.</exception>
    public LoyaltyEntry Book(LoyaltyEntry entry)
    {
        if (entry.AccountId != AccountId) throw new InvalidOperationException("The entry is another company's.");
        if (entry.Points < 0 && Points + entry.Points < 0 && entry.Kind != LoyaltyEntryKind.Earned)
            throw new HouseRuleException($"The company has {Points} points, and {-entry.Points} are asked for.");
        Points += entry.Points;
        Version++;
        return entry;
    }

    /// <summary>Counted anew from its entries, after two records of one company became one.</summary>
    public void Recount(int points)
    {
        Points = points;
        Version++;
    }

    public void Leave(LocalDate on)
    {
        LeftOn ??= on;
        Version++;
    }

    public void Rejoin()
    {
        LeftOn = null;
        Version++;
    }
}
