namespace HotelCorporate.Domain;

/// <summary>A rule of the house refuses what was asked. The sentence is shown to people in their language: what is wrong and what to do next.</summary>
public sealed class HouseRuleException : Exception
{
    public HouseRuleException() => Sentence = "";

    public HouseRuleException(string message) : this(Sentence.FromString(message)) { }

    public HouseRuleException(Sentence sentence) : base(sentence.ToString()) => Sentence = sentence;

    public HouseRuleException(string message, Exception innerException) : base(message, innerException) => Sentence = message;

    public Sentence Sentence { get; }

    /// <summary>The fact that is wrong, when one alone is: the form shows the refusal beside it.</summary>
    public string Field { get; init; } = "";
}
