using System.Security.Cryptography;
using System.Text;
using HotelCorporate.Domain.Imports;

namespace HotelCorporate.Web.Html;

/// <summary>A file that is brought in comes back with its form, with the columns that were chosen: nothing is kept in between.</summary>
public sealed class ImportForm
{
    public string? Table { get; set; }

    /// <summary>Of what was looked at.</summary>
    public string? Seen { get; set; }

    /// <summary>The column of each field; below zero where the file has none.</summary>
    public IDictionary<string, int?> Columns { get; set; } = new Dictionary<string, int?>();

    /// <summary>What was chosen for rows that are silent (<see cref="ImportPage.Choices"/>).</summary>
    public IDictionary<string, string?> Choices { get; set; } = new Dictionary<string, string?>();
}

/// <summary>What holds for every row that says nothing of its own.</summary>
/// <param name="Empty">What choosing none means.</param>
/// <param name="Chosen">Empty: none.</param>
public sealed record ImportChoice(string Key, Domain.Sentence Label, Domain.Sentence Empty, IReadOnlyList<(string Value, Domain.Sentence Words)> Options, string Chosen);

/// <summary>What a file would do, row by row, and which column is what.</summary>
/// <param name="Address">Where the form goes; its preview below it.</param>
/// <param name="Back">The page to choose another file on.</param>
public sealed record ImportPage(string Address, string Back, MappedTable Table, IReadOnlyList<RowOutcome> Outcomes)
{
    /// <summary>Of what is shown: if it would be otherwise by the time it is confirmed, it is shown again.</summary>
    public string Seen { get; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Outcomes.Select(outcome => $"{outcome.Number} {outcome.Verdict} {string.Join(';', outcome.Details.Select(detail => detail.ToText()))}")))));

    /// <summary>What in the file does not fit together; nothing is stored of it.</summary>
    public IReadOnlyList<Domain.Sentence> Findings { get; init; } = [];

    public IReadOnlyList<ImportChoice> Choices { get; init; } = [];

    public int Count(RowVerdict verdict) => Outcomes.Count(outcome => outcome.Verdict == verdict);

    public int ToBringIn => Count(RowVerdict.Made) + Count(RowVerdict.Changed);

    public Domain.Sentence LabelOf(string column) => Table.Fields.FirstOrDefault(field => field.Key == column)?.Label ?? Domain.Sentence.Typed(column);
}
