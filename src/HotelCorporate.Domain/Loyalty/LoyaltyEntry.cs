using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Domain.Loyalty;

/// <summary>Why points came or went.</summary>
public enum LoyaltyEntryKind
{
    /// <summary>For a final invoice; negative when it was credited.</summary>
    Earned,

    /// <summary>Taken by an accepted offer.</summary>
    Spent,

    /// <summary>Given back: the booking ended, its contract or its invoice takes fewer.</summary>
    Returned,

    /// <summary>Not spent in time.</summary>
    Lapsed,

    /// <summary>By hand, with a reason.</summary>
    Adjusted,
}

/// <summary>One line of a company's account of points. It never changes; another corrects it.</summary>
public sealed class LoyaltyEntry
{
    private LoyaltyEntry() => Why = "";

    /// <param name="points">With their sign.</param>
    /// <exception cref="HouseRuleException">There are no points in it, or too many; one by hand has no reason.</exception>
    public LoyaltyEntry(int accountId, LoyaltyEntryKind kind, int points, LocalDate on, Instant at, string why = "")
    {
        if (kind == LoyaltyEntryKind.Adjusted && points is 0 or < -LoyaltyRules.MostPoints or > LoyaltyRules.MostPoints)
            throw new HouseRuleException("Type how many points are added, or taken with a minus: not 0, and 100,000,000 at most.") { Field = "points" };
        if (kind == LoyaltyEntryKind.Adjusted && (string.IsNullOrWhiteSpace(why) || why.Length > 200))
            throw new HouseRuleException("Say why, in 200 characters at most: the reason stays with the points.") { Field = "why" };
        (AccountId, Kind, Points, On, AgesFrom, At, Why) = (accountId, kind, points, on, on, at, why.Trim());
    }

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public LoyaltyEntryKind Kind { get; private set; }

    /// <summary>With their sign.</summary>
    public int Points { get; private set; }

    /// <summary>The hotel's day.</summary>
    public LocalDate On { get; private set; }

    /// <summary>The day from which its points grow old: of a credit note, that of what it takes back.</summary>
    public LocalDate AgesFrom { get; init; }

    public Instant At { get; private set; }

    /// <summary>The revenue that it was earned with, in minor units of the programme's currency; negative for a credit note.</summary>
    public long RevenueUnits { get; init; }

    public int? BookingId { get; init; }

    /// <summary>The invoice or credit note.</summary>
    public int? InvoiceId { get; init; }

    /// <summary>Of one by hand.</summary>
    public string Why { get; private set; }

    /// <summary>Points that lapse: what was earned or given until then, as far as nothing has used it. The oldest are spent first.</summary>
    /// <param name="until">The last day whose points are too old.</param>
    public static int TooOld(IReadOnlyCollection<LoyaltyEntry> entries, LocalDate until)
    {
        var old = entries.Where(entry => entry.AgesFrom <= until && IsIncome(entry)).Sum(entry => (long)entry.Points);
        var used = -entries.Where(entry => !IsIncome(entry)).Sum(entry => (long)entry.Points);
        return (int)Math.Max(0, old - Math.Max(0, used));
    }

    /// <summary>What a credit note takes back belongs to what was earned; what was given back to what was spent.</summary>
    private static bool IsIncome(LoyaltyEntry entry) => entry.Kind == LoyaltyEntryKind.Earned || (entry.Kind == LoyaltyEntryKind.Adjusted && entry.Points > 0);
}
