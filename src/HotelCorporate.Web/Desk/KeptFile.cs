using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Imports;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Html;

namespace HotelCorporate.Web.Desk;

/// <summary>A file that waits in the database, packed, until it is brought in.</summary>
public static class KeptFile
{
    /// <summary>Of the file that is brought in, in bytes.</summary>
    public const int Largest = 25_000_000;

    private const char Mark = '\u001f';
    private const string Formula = "=+-@";

    public static async Task<byte[]> PackAsync(Stream file, CancellationToken cancel)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) await file.CopyToAsync(gzip, cancel);
        return packed.ToArray();
    }

    /// <summary>The file's head: its first line that says something.</summary>
    /// <exception cref="HouseRuleException">It cannot be read, or has nothing below its head.</exception>
    public static string HeadOf(byte[] packed, CultureInfo culture)
    {
        using var content = Unpacked(packed);
        var lines = Lines(content, culture).Take(2).ToList();
        return lines.Count == 2 ? string.Join(Mark, lines[0].Cells) : throw new HouseRuleException("The file has no line below its head.");
    }

    /// <summary>Its lines below the head that say something, with their number in the file.</summary>
    public static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(byte[] packed, CultureInfo culture)
    {
        using var content = Unpacked(packed);
        foreach (var line in Lines(content, culture).Skip(1)) yield return line;
    }

    /// <summary>The head with the columns that were chosen.</summary>
    public static MappedHead HeadOf(FileImport import, IReadOnlyList<ImportField> fields) => new(import.HeadText.Split(Mark), fields, JsonSerializer.Deserialize<Dictionary<string, int?>>(import.ColumnsText));

    /// <summary>The columns as they are guessed from the head.</summary>
    public static string Guessed(string headText, IReadOnlyList<ImportField> fields)
    {
        var head = new MappedHead(headText.Split(Mark), fields, chosen: null);
        return JsonSerializer.Serialize(fields.ToDictionary(field => field.Key, field => (int?)(head.ColumnOf(field) ?? -1), StringComparer.Ordinal));
    }

    public static string Key(string text, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];

    /// <summary>The head of the rows that are handed back.</summary>
    public static string RefusedHead(MappedHead head) => string.Join(',', head.Head.Append(Words.Here["Why"]).Select(Quoted)) + "\n";

    /// <summary>A row that is handed back, with why.</summary>
    public static string Refused(MappedHead head, IReadOnlyList<string> cells, IReadOnlyList<RowRefusal> why) =>
        string.Join(',', Enumerable.Range(0, head.Head.Count).Select(column => column < cells.Count ? cells[column] : "").Append(string.Join(" ", why.Select(refusal => Words.Here.Say(refusal.Why)))).Select(Quoted)) + "\n";

    /// <summary>What a table would take for a formula is told to be text; when it comes in again, that mark falls away.</summary>
    private static string Quoted(string cell) => TableFile.Quoted(cell.Length > 1 && Formula.Contains(cell[0], StringComparison.Ordinal) ? "'" + cell : cell);

    private static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Lines(Stream content, CultureInfo culture) => FileRows.Read(content, culture)
        .Select((cells, line) => (line + 1, (IReadOnlyList<string>)[.. cells.Select(Clean)]))
        .Where(line => line.Item2.Any(cell => cell.Length > 0));

    /// <summary>Without signs that no database keeps and nobody sees.</summary>
    private static string Clean(string cell)
    {
        if (cell.Length > 2 && cell[0] == '\'' && Formula.Contains(cell[1], StringComparison.Ordinal)) cell = cell[1..];
        return cell.Any(Unseen) ? string.Concat(cell.Where(letter => !Unseen(letter))).Trim() : cell;
    }

    private static bool Unseen(char letter) => char.IsControl(letter) && letter is not ('\n' or '\t');

    /// <summary>Unpacked into a file of its own that goes when it is closed: workbooks are read by jumping in them.</summary>
    private static FileStream Unpacked(byte[] packed)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose);
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        gzip.CopyTo(file);
        file.Position = 0;
        return file;
    }
}
