using NodaTime;

namespace HotelCorporate.Web.Documents;

/// <summary>All that the day sheet and the workbook of the diary say; in the order of spaces, then of time.</summary>
public sealed record DiarySheet(HotelSheet Hotel, string Title, string Language, LocalDate First, LocalDate Last)
{
    /// <summary>In the order of the hotel's list.</summary>
    public IReadOnlyList<string> Spaces { get; init; } = [];

    public IReadOnlyList<Line> Lines { get; init; } = [];

    public IReadOnlyList<Shut> Closures { get; init; } = [];

    public IReadOnlyDictionary<LocalDate, string> Holidays { get; init; } = new Dictionary<LocalDate, string>();

    /// <summary>One function in its space.</summary>
    /// <param name="SetFrom">When setting up begins.</param>
    /// <param name="ClearedBy">When the space is free again.</param>
    /// <param name="Status">In English: the key of its word.</param>
    /// <param name="Rank">Its place in line; none when it does not wait.</param>
    /// <param name="Remarks">How it uses its space, in the reader's words.</param>
    public sealed record Line(
        string Floor, string Space, string Event, string Function, string Client, string Reference, string Status, int? Rank,
        LocalDateTime Start, LocalDateTime End, LocalDateTime SetFrom, LocalDateTime ClearedBy, int People, string Style,
        string Contact, string Phone, LocalDate? OptionUntil, LocalDateTime? NumberDue, string Seller, string Remarks);

    /// <summary>A space that is closed.</summary>
    public sealed record Shut(string Floor, string Space, string Reason, LocalDateTime Start, LocalDateTime End);
}

/// <summary>How much is held in a year, each share from 0 to 1.</summary>
public sealed record YearSheet(int Year, IReadOnlyList<IReadOnlyList<decimal>> Days, IReadOnlyList<YearSheet.Space> Spaces, IReadOnlyList<decimal> House, decimal WholeYear)
{
    /// <param name="Months">Twelve.</param>
    public sealed record Space(string Floor, string Name, IReadOnlyList<decimal> Months, decimal Year);
}
