using System.Globalization;
using HotelCorporate.Domain;

namespace HotelCorporate.Web.Documents;

/// <summary>A file of rows as lines of cells, whether it came as CSV or as XLSX.</summary>
public sealed record TableFile(IReadOnlyList<IReadOnlyList<string>> Lines)
{
    /// <summary>Of the file that is brought in, in bytes.</summary>
    public const int Largest = 1_000_000;

    private const int MostLines = 10_000;
    private const int MostColumns = 60;

    /// <param name="culture">Numbers of a workbook are written as this culture does, so that they are read back the same.</param>
    /// <exception cref="HouseRuleException">It is neither CSV nor XLSX, or too long.</exception>
    /// <param name="sheets">What the sheet of a workbook may be called; without one of them it is the first.</param>
    public static TableFile Read(byte[] content, CultureInfo culture, params IReadOnlyList<string> sheets) => Of(FileRows.Read(new MemoryStream(content), culture, sheets));

    /// <inheritdoc cref="FileRows.Parse"/>
    public static TableFile Parse(string text) => Of(FileRows.Parse(text));

    /// <summary>As CSV, for a form to send back.</summary>
    public string ToText() => string.Join('\n', Lines.Select(line => string.Join(',', line.Select(Quoted))));

    public static string Quoted(string cell) => cell.IndexOfAny([',', ';', '\t', '"', '\n']) < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static TableFile Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Take(MostLines + 1).ToList();
        if (lines.Count > MostLines || lines.Exists(line => line.Count > MostColumns)) throw new HouseRuleException($"A file has {MostLines} lines and {MostColumns} columns at most.");
        return new TableFile(lines);
    }
}
