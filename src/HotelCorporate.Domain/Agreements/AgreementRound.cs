using NodaTime;

namespace HotelCorporate.Domain.Agreements;

/// <summary>What the company held against the offer, and how the house met it.</summary>
public sealed record MetObjection(string Objection, string Answer);

/// <summary>One round of the talks about an agreement: what the company asked, what it held against the offer, what the house answered.</summary>
public sealed class AgreementRound
{
    /// <summary>Letters that each side's words have at most.</summary>
    public const int LongestText = 1_000;

    private AgreementRound() => (Asked, Offered, Terms) = ("", "", null!);

    internal AgreementRound(int number, string asked, IReadOnlyList<MetObjection> objections, AgreementTerms terms, int? byId, Instant at)
    {
        if (string.IsNullOrWhiteSpace(asked)) throw new HouseRuleException("Say what the company asks for.") { Field = "asked" };
        if (asked.Trim().Length > LongestText) throw new HouseRuleException($"What the company asks has {LongestText} characters at most.") { Field = "asked" };
        if (objections.Any(met => string.IsNullOrWhiteSpace(met.Objection) || met.Objection.Length > 200 || met.Answer.Length > 400))
            throw new HouseRuleException("An objection has 200 characters at most, the answer to it 400.") { Field = "objection" };
        (Number, Asked, Offered, Objections, Terms, ById, At) = (number, asked.Trim(), "", objections, terms, byId, at);
    }

    public int Id { get; private set; }

    public int AgreementId { get; private set; }

    public int Number { get; private set; }

    public string Asked { get; private set; }

    /// <summary>What the house answered, in words; the terms say it in figures.</summary>
    public string Offered { get; private set; }

    public IReadOnlyList<MetObjection> Objections { get; private set; } = [];

    /// <summary>What was on offer when the company asked for something else.</summary>
    public AgreementTerms Terms { get; private set; }

    public int? ById { get; private set; }

    public Instant At { get; private set; }

    internal void Answer(string offered)
    {
        if (offered.Trim().Length > LongestText) throw new HouseRuleException($"What the house offers has {LongestText} characters at most.") { Field = "offered" };
        Offered = offered.Trim();
    }
}
