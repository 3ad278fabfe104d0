namespace HotelCorporate.Web.Mail;

/// <summary>What stands in a letter, before it is set as HTML and as text.</summary>
public sealed record Letter(string Subject, string Heading)
{
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public IReadOnlyList<string> Points { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public string TableTitle { get; init; } = "";

    public IReadOnlyList<Fact> Table { get; init; } = [];

    public string MoreTitle { get; init; } = "";

    public IReadOnlyList<Fact> More { get; init; } = [];

    public string Closing { get; init; } = "";

    public string Button { get; init; } = "";

    public string Link { get; init; } = "";

    /// <summary>A name and what it is.</summary>
    public sealed record Fact(string Name, string Value);
}
