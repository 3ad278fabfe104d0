namespace HotelCorporate.Web.Documents;

/// <summary>One table of a workbook.</summary>
/// <param name="Rows">Cells are text, <see cref="Domain.Amounts.Money"/>, whole numbers, dates, or null for an empty one.</param>
/// <param name="IsSummed">Whether a row below adds up its amounts.</param>
public sealed record TableSheet(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows, bool IsSummed = false);
