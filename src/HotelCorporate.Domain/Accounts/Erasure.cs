using NodaTime;

namespace HotelCorporate.Domain.Accounts;

/// <summary>One place that named a person, and what became of it.</summary>
/// <param name="Where">"Contact", "Mail", "Acceptance" and so on.</param>
/// <param name="Kept">Why it stays; none: it was erased.</param>
public sealed record ErasedPlace(string Where, int Count, Sentence? Kept);

/// <summary>A person's data were erased: what went, what stayed and why. The name itself is not kept here.</summary>
public sealed class Erasure
{
    private readonly List<KeptName> _names = [];

    private Erasure() => (Pseudonym, Places) = ("", []);

    public Erasure(string pseudonym, int? byId, Instant at, IReadOnlyList<ErasedPlace> places, IEnumerable<KeptName> names)
    {
        (Pseudonym, ById, At, Places) = (pseudonym, byId, at, places);
        _names.AddRange(names);
    }

    public int Id { get; private set; }

    /// <summary>What stands in the place of the name.</summary>
    public string Pseudonym { get; private set; }

    public int? ById { get; private set; }

    public Instant At { get; private set; }

    public IReadOnlyList<ErasedPlace> Places { get; private set; }

    /// <summary>Evidence that stays until its retention ends, for finance alone.</summary>
    public IReadOnlyList<KeptName> Names => _names;
}

/// <summary>A name that stays as evidence: who accepted a contract.</summary>
public sealed class KeptName
{
    private KeptName() => (Subject, Name) = ("", "");

    public KeptName(string subject, int subjectId, string name, LocalDate until) => (Subject, SubjectId, Name, Until) = (subject, subjectId, name, until);

    public int Id { get; private set; }

    /// <summary>"Quote" or "Booking".</summary>
    public string Subject { get; private set; }

    public int SubjectId { get; private set; }

    public string Name { get; private set; }

    /// <summary>The last day on which it is kept.</summary>
    public LocalDate Until { get; private set; }
}
