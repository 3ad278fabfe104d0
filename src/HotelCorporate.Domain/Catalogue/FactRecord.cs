namespace HotelCorporate.Domain.Catalogue;

/// <summary>One fact that became another: "price, 10.00 EUR, 12.00 EUR".</summary>
public sealed record FactChange(Sentence Fact, Sentence From, Sentence To);

/// <summary>All that is said of a thing at one moment, fact by fact: two of them side by side tell what changed.</summary>
public sealed class FactRecord(IEnumerable<(Sentence Fact, Sentence Is)> facts)
{
    private readonly List<(Sentence Fact, Sentence Is)> _facts = [.. facts];

    /// <summary>A fact that one of the two does not know is "-" there.</summary>
    public IReadOnlyList<FactChange> ChangesTo(FactRecord later) =>
        [.. _facts.Concat(later._facts).Select(fact => fact.Fact).Distinct().Select(fact => new FactChange(fact, Of(fact), later.Of(fact))).Where(change => !change.From.Equals(change.To))];

    /// <summary>What a person typed; "-" for nothing.</summary>
    public static Sentence Typed(string? text) => string.IsNullOrEmpty(text) ? "-" : Sentence.Typed(text);

    public static Sentence YesNo(bool yes) => yes ? "yes" : "no";

    /// <summary>One after the other, "-" when there is none.</summary>
    public static Sentence Listed(IReadOnlyCollection<Sentence> parts) => parts.Count == 0 ? "-" : Sentence.Join("; ", parts);

    private Sentence Of(Sentence fact) => _facts.Find(known => known.Fact.Equals(fact)).Is ?? "-";
}
