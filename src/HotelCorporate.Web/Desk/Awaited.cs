using HotelCorporate.Domain;

namespace HotelCorporate.Web.Desk;

/// <summary>Which guard of going definite is not met.</summary>
public enum AwaitedKind
{
    Deposit,
    Credit,
    Bedrooms,
    Space,
}

/// <summary>What an accepted booking still waits for: in words for the house, and in words that its client may read.</summary>
/// <param name="Kind">The guard.</param>
/// <param name="ForTheHouse">With what the hotel knows: debts, limits, what is free.</param>
/// <param name="ForTheClient">Without it. Only this goes into letters and onto signed pages.</param>
public sealed record Awaited(AwaitedKind Kind, Sentence ForTheHouse, Sentence ForTheClient)
{
    /// <summary>Something that reads the same to both.</summary>
    public Awaited(AwaitedKind kind, Sentence words) : this(kind, words, words) { }
}
