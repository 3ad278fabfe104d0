using NodaTime;

namespace HotelCorporate.Web.Documents;

/// <summary>The contract of a rate agreement, set in its reader's words: the same for the page, the PDF and the Word file.</summary>
public sealed record ContractSheet(HotelSheet Hotel, ClientSheet Client, string Language, string Title, string Number, LocalDate DatedOn, IReadOnlyList<ContractBlock> Blocks)
{
    public string FileName => string.Concat(Number.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' ? letter : '-'));
}

/// <summary>What a block of the contract is.</summary>
public enum ContractBlockKind
{
    Heading,
    Paragraph,
    Point,
    Table,
}

/// <summary>A heading, a paragraph, a point of a list, or a table.</summary>
public sealed record ContractBlock(ContractBlockKind Kind, string Text, ContractTable? Table = null);

/// <summary>A table of the contract; the columns named as figures stand at the right.</summary>
public sealed record ContractTable(IReadOnlyList<(string Title, bool IsFigure)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
