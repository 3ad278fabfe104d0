using System.Globalization;
using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using HotelCorporate.Domain;

namespace HotelCorporate.Web.Documents;

/// <summary>A file of rows as lines of cells, whether it came as CSV or as XLSX.</summary>
public sealed record TableFile(IReadOnlyList<IReadOnlyList<string>> Lines)
{
    /// <summary>Of the file that is brought in, in bytes.</summary>
    public const int Largest = 1_000_000;

    private const long LargestUnpacked = 40_000_000;
    private const int MostLines = 10_000;
    private const int MostColumns = 60;

    private static readonly char[] Marks = [',', ';', '\t'];

    /// <param name="culture">Numbers of a workbook are written as this culture does, so that they are read back the same.</param>
    /// <exception cref="HouseRuleException">It is neither CSV nor XLSX, or too long.</exception>
    public static TableFile Read(byte[] content, CultureInfo culture) => content is [(byte)'P', (byte)'K', ..] ? OfWorkbook(content, culture) : Parse(Decoded(content));

    /// <summary>Cells are parted by comma, semicolon or tab, whichever the first line has most of; quoted cells may hold any of them.</summary>
    public static TableFile Parse(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) throw new HouseRuleException("This is neither a CSV file nor an XLSX workbook. Choose another file.");
        var first = text.TrimStart().Split('\n', 2)[0];
        var mark = Marks.MaxBy(sign => first.Count(letter => letter == sign));
        var (lines, cells, cell, quoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (letter != '"') cell.Append(letter);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            }
            else if (letter == '"' && cell.Length == 0) quoted = true;
            else if (letter == mark || letter == '\n')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                if (letter == mark) continue;
                lines.Add(cells);
                cells = [];
            }
            else if (letter != '\r') cell.Append(letter);
        }

        return new TableFile(lines).Checked();
    }

    /// <summary>As CSV, for a form to send back.</summary>
    public string ToText() => string.Join('\n', Lines.Select(line => string.Join(',', line.Select(Quoted))));

    private static string Quoted(string cell) => cell.IndexOfAny([',', ';', '\t', '"', '\n']) < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static string Decoded(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content); // as older spreadsheets save it
        }
    }

    private static TableFile OfWorkbook(byte[] content, CultureInfo culture)
    {
        try
        {
            using (var parts = new ZipArchive(new MemoryStream(content)))
                if (parts.Entries.Sum(part => part.Length) > LargestUnpacked) throw new HouseRuleException($"A file has {MostLines} lines and {MostColumns} columns at most.");
            using var book = new XLWorkbook(new MemoryStream(content));
            var sheet = book.Worksheets.First();
            var (lines, columns) = (sheet.LastRowUsed()?.RowNumber() ?? 0, sheet.LastColumnUsed()?.ColumnNumber() ?? 0);
            if (lines > MostLines || columns > MostColumns) throw new HouseRuleException($"A file has {MostLines} lines and {MostColumns} columns at most.");
            return new TableFile([.. Enumerable.Range(1, lines).Select(line => (IReadOnlyList<string>)[.. Enumerable.Range(1, columns).Select(column => Text(sheet.Cell(line, column), culture))])]).Checked();
        }
        catch (Exception broken) when (broken is not (HouseRuleException or OutOfMemoryException))
        {
            throw new HouseRuleException("This workbook cannot be read. Save it anew as XLSX or CSV.", broken);
        }
    }

    private static string Text(IXLCell cell, CultureInfo culture) => Convert.ToString(cell.HasFormula ? cell.CachedValue : cell.Value, culture)?.Trim() ?? "";

    private TableFile Checked()
    {
        if (Lines.Count > MostLines || Lines.Any(line => line.Count > MostColumns)) throw new HouseRuleException($"A file has {MostLines} lines and {MostColumns} columns at most.");
        return this;
    }
}
