using System.Globalization;
using System.IO.Compression;
using System.Text;
using HotelCorporate.Domain;
using MiniExcelLibs;
using Sylvan.Data.Csv;

namespace HotelCorporate.Web.Documents;

/// <summary>Lines of cells out of a CSV file or an XLSX workbook, one after the other: a file of any length takes the same memory.</summary>
public static class FileRows
{
    private const long LargestUnpacked = 500_000_000;
    private const int LongestLine = 4_000_000;

    private static readonly char[] Marks = [',', ';', '\t', '|'];

    /// <param name="content">Can be sought in; it is read from its beginning.</param>
    /// <param name="culture">Numbers of a workbook are written as this culture does, so that they are read back the same.</param>
    /// <exception cref="HouseRuleException">While it is read: it is neither CSV nor XLSX, or broken.</exception>
    /// <param name="sheets">What the sheet of a workbook may be called; without one of them it is the first.</param>
    public static IEnumerable<IReadOnlyList<string>> Read(Stream content, CultureInfo culture, params IReadOnlyList<string> sheets) =>
        Guarded(IsPacked(content) ? OfWorkbook(content, culture, sheets) : OfText(new StreamReader(content, EncodingOf(content))));

    /// <summary>Cells are parted by comma, semicolon, tab or bar, whichever the first line has most of; quoted cells may hold any of them.</summary>
    public static IEnumerable<IReadOnlyList<string>> Parse(string text) => Guarded(OfText(new StringReader(text)));

    private static bool IsPacked(Stream content)
    {
        content.Position = 0;
        var packed = content.ReadByte() == 'P' && content.ReadByte() == 'K';
        content.Position = 0;
        return packed;
    }

    /// <summary>What the mark at its beginning says; UTF-8 when it is that throughout; otherwise as older spreadsheets save it.</summary>
    private static Encoding EncodingOf(Stream content)
    {
        var (chunk, letters) = (new byte[65_536], new char[65_536 + 8]);
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        try
        {
            for (var (length, first) = (content.Read(chunk), true); length > 0; length = content.Read(chunk), first = false)
            {
                if (first && chunk is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return chunk[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
                if (chunk.AsSpan(0, length).Contains((byte)0)) throw new HouseRuleException("This is neither a CSV file nor an XLSX workbook. Choose another file.");
                decoder.GetChars(chunk, 0, length, letters, 0, flush: false);
            }

            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static IEnumerable<IReadOnlyList<string>> OfText(TextReader text)
    {
        var first = new StringBuilder();
        for (var letter = text.Read(); letter >= 0; letter = text.Read())
        {
            if (letter == '\ufeff' && first.Length == 0) continue;
            if (letter == '\n' && first.ToString().Trim().Length > 0) break;
            first.Append((char)letter);
        }

        var head = first.ToString();
        if (head.Contains('\0', StringComparison.Ordinal)) throw new HouseRuleException("This is neither a CSV file nor an XLSX workbook. Choose another file.");
        var mark = Marks.MaxBy(sign => head.Count(letter => letter == sign));
        using var again = new ChainedReader(head + "\n", text);
        using var reader = CsvDataReader.Create(again, new CsvDataReaderOptions { HasHeaders = false, Delimiter = mark, CsvStyle = CsvStyle.Lax, BufferSize = 65_536, MaxBufferSize = LongestLine, ResultSetMode = ResultSetMode.SingleResult });
        while (reader.Read())
        {
            var cells = new string[reader.RowFieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i).Trim();
            yield return cells;
        }
    }

    private static IEnumerable<IReadOnlyList<string>> OfWorkbook(Stream content, CultureInfo culture, IReadOnlyList<string> sheets)
    {
        using (var parts = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true))
            if (parts.Entries.Sum(part => part.Length) > LargestUnpacked) throw new HouseRuleException("This workbook is too large. Save its sheet as CSV.");
        content.Position = 0;
        var sheet = sheets.Count == 0 ? null : content.GetSheetNames().Find(name => sheets.Contains(name, StringComparer.OrdinalIgnoreCase));
        foreach (IDictionary<string, object?> row in content.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX))
            yield return [.. row.Values.Select(value => Convert.ToString(value, culture)?.Trim() ?? "")];
    }

    private static IEnumerable<IReadOnlyList<string>> Guarded(IEnumerable<IReadOnlyList<string>> lines)
    {
        using var line = lines.GetEnumerator();
        while (true)
        {
            try
            {
                if (!line.MoveNext()) yield break;
            }
            catch (Exception broken) when (broken is not (HouseRuleException or OutOfMemoryException))
            {
                throw new HouseRuleException("This file cannot be read. Save it anew as XLSX or CSV.", broken);
            }

            yield return line.Current;
        }
    }

    /// <summary>What was read to find the separator, and then the rest.</summary>
    private sealed class ChainedReader(string head, TextReader rest) : TextReader
    {
        private int _at;

        public override int Peek() => _at < head.Length ? head[_at] : rest.Peek();

        public override int Read() => _at < head.Length ? head[_at++] : rest.Read();

        public override int Read(char[] buffer, int index, int count)
        {
            if (_at >= head.Length) return rest.Read(buffer, index, count);
            var length = Math.Min(count, head.Length - _at);
            head.CopyTo(_at, buffer, index, length);
            _at += length;
            return length;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
