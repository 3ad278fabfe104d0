using NodaTime;

namespace HotelCorporate.Domain.Stays;

/// <summary>How far a file of stays has come.</summary>
public enum StayImportStatus
{
    /// <summary>Somebody looks at what it would do.</summary>
    Looked,

    Running,

    Done,

    /// <summary>What it brought was taken out again.</summary>
    Undone,
}

/// <summary>A file of stays that is brought in, with its columns and what came of it.</summary>
public sealed class StayImport
{
    /// <summary>Rows left out whose reasons are kept.</summary>
    public const int MostRefusals = 1_000;

    private StayImport() => (FileName, ColumnsText, HeadText, RefusedText) = ("", "{}", "", "");

    public StayImport(int propertyId, string fileName, byte[] content, string headText, Instant at, int? byId) : this() =>
        (PropertyId, FileName, Content, HeadText, At, ById) = (propertyId, fileName.Length > 200 ? fileName[^200..] : fileName, content, headText, at, byId);

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public string FileName { get; private set; }

    /// <summary>The file, packed; none once it is brought in.</summary>
    public byte[]? Content { get; private set; }

    /// <summary>The file's head, by which a later one of the same form is known again.</summary>
    public string HeadText { get; private set; }

    /// <summary>The column of each field.</summary>
    public string ColumnsText { get; private set; }

    public StayImportStatus Status { get; private set; }

    public Instant At { get; private set; }

    public int? ById { get; private set; }

    public int Rows { get; private set; }

    public int Made { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The rows left out with the reason of each, as CSV with the file's own columns.</summary>
    public string RefusedText { get; private set; }

    public void Choose(string columnsText) => ColumnsText = columnsText;

    /// <exception cref="HouseRuleException">It is brought in already.</exception>
    public void Begin()
    {
        if (Status is not (StayImportStatus.Looked or StayImportStatus.Running)) throw new HouseRuleException("This file was brought in already. Choose it anew to bring it in again.");
        (Status, Rows, Made, Changed, Unchanged, Refused, RefusedText) = (StayImportStatus.Running, 0, 0, 0, 0, 0, "");
    }

    public void Count(int rows, int made, int changed, int unchanged, int refused) =>
        (Rows, Made, Changed, Unchanged, Refused) = (Rows + rows, Made + made, Changed + changed, Unchanged + unchanged, Refused + refused);

    /// <summary>All rows are in: the file itself is no longer kept.</summary>
    public void Finish(string refusedText) => (Status, Content, RefusedText) = (StayImportStatus.Done, null, refusedText);

    /// <exception cref="HouseRuleException">There is nothing to undo.</exception>
    public void Undo()
    {
        if (Status != StayImportStatus.Done) throw new HouseRuleException("Only a file that was brought in can be taken out again.");
        Status = StayImportStatus.Undone;
    }
}
