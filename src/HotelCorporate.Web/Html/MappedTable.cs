using System.Globalization;
using HotelCorporate.Domain;
using HotelCorporate.Domain.Accounts;
using HotelCorporate.Web.Documents;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Html;

/// <summary>A field that an import takes from a column of a file.</summary>
/// <param name="Names">What files call the column, in small letters and digits without accents; the likeliest first.</param>
public sealed record ImportField(string Key, Sentence Label, bool IsNeeded, params string[] Names);

/// <summary>The head of a file with each field's column: guessed from its names, or chosen by whoever brings it in.</summary>
public class MappedHead
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    /// <param name="chosen">Columns by field; below zero: not in the file. Null: they are guessed.</param>
    public MappedHead(IReadOnlyList<string> head, IReadOnlyList<ImportField> fields, IReadOnlyDictionary<string, int?>? chosen)
    {
        (Head, Fields) = (head, fields);
        List<string> keys = [.. head.Select(KeyOf)];
        foreach (var field in fields)
        {
            var column = chosen is null ? field.Names.Select(name => keys.IndexOf(name)).FirstOrDefault(found => found >= 0, -1) : chosen.GetValueOrDefault(field.Key) ?? -1;
            if (column >= 0 && column < head.Count) _columns[field.Key] = column;
        }
    }

    public IReadOnlyList<ImportField> Fields { get; }

    public IReadOnlyList<string> Head { get; }

    /// <summary>Fields that must have a column and have none.</summary>
    public IReadOnlyList<ImportField> Missing => [.. Fields.Where(wanted => wanted.IsNeeded && ColumnOf(wanted) is null)];

    /// <summary>Names of columns that no field takes.</summary>
    public IReadOnlyList<string> Ignored => [.. Head.Where((name, column) => name.Length > 0 && !_columns.ContainsValue(column))];

    public int? ColumnOf(ImportField field) => _columns.TryGetValue(field.Key, out var column) ? column : null;

    /// <param name="number">The line of the file.</param>
    public MappedRow Row(int number, IReadOnlyList<string> cells) => new(number, cells, _columns);

    /// <summary>"E-mail 1 - Value" is "email1value", "Mbërritja" is "mberritja".</summary>
    private static string KeyOf(string name) => FoldedName.Of(name).Replace(" ", "", StringComparison.Ordinal).Replace("&", "", StringComparison.Ordinal);
}

/// <summary>A short file, whole, with each field's column.</summary>
public sealed class MappedTable : MappedHead
{
    private readonly int _head;

    /// <inheritdoc cref="MappedHead(IReadOnlyList{string}, IReadOnlyList{ImportField}, IReadOnlyDictionary{string, int?}?)"/>
    /// <exception cref="HouseRuleException">There is no line below the head.</exception>
    public MappedTable(TableFile table, IReadOnlyList<ImportField> fields, IReadOnlyDictionary<string, int?>? chosen)
        : base(HeadOf(table), fields, chosen) => (Table, _head) = (table, Above(table));

    public TableFile Table { get; }

    /// <summary>The lines below the head that say something, with their number in the file.</summary>
    public IEnumerable<MappedRow> Rows => Table.Lines.Select((cells, line) => Row(line + 1, cells)).Skip(_head + 1).Where(row => !row.IsEmpty);

    private static int Above(TableFile table) => table.Lines.TakeWhile(line => line.All(cell => cell.Length == 0)).Count();

    private static IReadOnlyList<string> HeadOf(TableFile table) => table.Lines.Skip(Above(table) + 1).All(line => line.All(cell => cell.Length == 0))
        ? throw new HouseRuleException("The file has no line below its head.")
        : table.Lines[Above(table)];
}

/// <summary>A line of a file, read by field.</summary>
public sealed class MappedRow(int number, IReadOnlyList<string> cells, IReadOnlyDictionary<string, int> columns)
{
    private readonly List<Domain.Imports.RowRefusal> _refusals = [];

    public int Number => number;

    public bool IsEmpty => cells.All(cell => cell.Length == 0);

    /// <summary>What could not be read up to now.</summary>
    public IReadOnlyList<Domain.Imports.RowRefusal> Refusals => _refusals;

    /// <summary>Empty where the file is silent.</summary>
    public string Text(string field, int longest = 200)
    {
        var text = columns.TryGetValue(field, out var column) && column < cells.Count ? cells[column] : "";
        if (text.Length > longest) Refuse(field, $"The text has {longest} characters at most.");
        return text;
    }

    public string Needed(string field, int longest = 200)
    {
        var text = Text(field, longest);
        if (text.Length == 0) Refuse(field, "The cell is empty.");
        return text;
    }

    /// <summary>A whole number; none where the file is silent, or where there is something else.</summary>
    public int? Whole(string field, CultureInfo culture)
    {
        if (Text(field) is not { Length: > 0 } text) return null;
        var (number, wrong) = DecimalBinders.Read(text, culture);
        if (wrong is null && number == decimal.Truncate(number!.Value) && Math.Abs(number.Value) <= int.MaxValue) return (int)number.Value;
        Refuse(field, $"{text} is no whole number.");
        return null;
    }

    /// <summary>An amount; none where the file is silent, or where there is something else.</summary>
    public decimal? Amount(string field, CultureInfo culture)
    {
        if (Text(field) is not { Length: > 0 } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var plain)) return plain;
        var (number, wrong) = DecimalBinders.Read(text, culture);
        if (wrong is null && number is not null) return number;
        Refuse(field, $"{text} is no amount.");
        return null;
    }

    /// <summary>A day as 2027-04-14 or as the culture writes it; none where it is something else.</summary>
    public LocalDate? Day(string field, CultureInfo culture)
    {
        if (Needed(field) is not { Length: > 0 } text) return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } iso) return iso.Value;
        if (text.Length >= 8 && DateTime.TryParse(text, culture, DateTimeStyles.AllowWhiteSpaces, out var day)) return LocalDate.FromDateTime(day);
        Refuse(field, $"{text} is no date. Write it as in 2027-04-14.");
        return null;
    }

    public void Refuse(string field, Sentence why) => _refusals.Add(new(field, why));
}
