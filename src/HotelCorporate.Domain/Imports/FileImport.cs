using NodaTime;

namespace HotelCorporate.Domain.Imports;

/// <summary>How far a file has come.</summary>
public enum ImportStatus
{
    /// <summary>Somebody looks at what it would do.</summary>
    Looked,

    Running,

    /// <summary>Somebody stopped it between two pieces: what is in stays, the rest may follow.</summary>
    Stopped,

    Done,

    /// <summary>What it brought was taken out again.</summary>
    Undone,
}

/// <summary>A file that is brought in, with its columns and what came of it.</summary>
public abstract class FileImport
{
    /// <summary>Rows left out whose reasons are kept.</summary>
    public const int MostRefusals = 1_000;

    private const int LongestName = 200;
    private const int LongestHead = 4_000;

    protected FileImport() => (FileName, ColumnsText, HeadText, RefusedText) = ("", "{}", "", "");

    protected FileImport(int propertyId, string fileName, byte[] content, string headText, Instant at, int? byId) : this() =>
        (PropertyId, FileName, Content, HeadText, At, ById) = (propertyId, fileName.Length > LongestName ? fileName[^LongestName..] : fileName, content, headText.Length > LongestHead ? headText[..LongestHead] : headText, at, byId);

    public int Id { get; private set; }

    /// <summary>The hotel whose people brought it.</summary>
    public int PropertyId { get; private set; }

    public string FileName { get; private set; }

    /// <summary>The file, packed; none once it is brought in.</summary>
    public byte[]? Content { get; private set; }

    /// <summary>The file's head, by which a later one of the same form is known again.</summary>
    public string HeadText { get; private set; }

    /// <summary>The column of each field.</summary>
    public string ColumnsText { get; private set; }

    public ImportStatus Status { get; protected set; }

    public Instant At { get; private set; }

    public int? ById { get; private set; }

    public int Rows { get; private set; }

    public int Made { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The rows left out with the reason of each, as CSV with the file's own columns.</summary>
    public string RefusedText { get; protected set; }

    public void Choose(string columnsText) => ColumnsText = columnsText;

    public void Count(int rows, int made, int changed, int unchanged, int refused) =>
        (Rows, Made, Changed, Unchanged, Refused) = (Rows + rows, Made + made, Changed + changed, Unchanged + unchanged, Refused + refused);

    /// <summary>Everything is counted anew.</summary>
    protected void Restart() => (Status, Rows, Made, Changed, Unchanged, Refused, RefusedText) = (ImportStatus.Running, 0, 0, 0, 0, 0, "");

    /// <summary>All rows are in: the file itself is no longer kept.</summary>
    protected void End() => (Status, Content) = (ImportStatus.Done, null);

    /// <summary>Also of one that was stopped; the file itself is no longer kept.</summary>
    /// <exception cref="HouseRuleException">There is nothing to undo.</exception>
    public void Undo()
    {
        if (Status is not (ImportStatus.Done or ImportStatus.Stopped)) throw new HouseRuleException("Only a file that was brought in can be taken out again.");
        (Status, Content) = (ImportStatus.Undone, null);
    }
}
