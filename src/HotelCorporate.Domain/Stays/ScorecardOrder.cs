using NodaTime;

namespace HotelCorporate.Domain.Stays;

/// <summary>A company gets its scorecard of a hotel every month.</summary>
public sealed class ScorecardOrder
{
    private ScorecardOrder() { }

    /// <param name="since">The first day of the month in which it was ordered: that month is the first to be sent.</param>
    public ScorecardOrder(int propertyId, int accountId, LocalDate since) => (PropertyId, AccountId, NextOn) = (propertyId, accountId, FirstOfNext(since));

    private ScorecardOrder(int propertyId, int accountId) => (PropertyId, AccountId) = (propertyId, accountId);

    public int PropertyId { get; private set; }

    public int AccountId { get; private set; }

    /// <summary>The day from which the next one goes: the first of a month, for the month before.</summary>
    public LocalDate NextOn { get; private set; }

    /// <summary>The same for another company: its next one goes on the same day.</summary>
    public ScorecardOrder For(int accountId) => new(PropertyId, accountId) { NextOn = NextOn };

    /// <summary>It went: the next one goes in a month; what a stopped clock missed goes once.</summary>
    public void Sent(LocalDate today) => NextOn = FirstOfNext(today);

    private static LocalDate FirstOfNext(LocalDate day) => new LocalDate(day.Year, day.Month, 1).PlusMonths(1);
}
