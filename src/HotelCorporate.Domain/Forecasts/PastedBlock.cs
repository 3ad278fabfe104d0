namespace HotelCorporate.Domain.Forecasts;

/// <summary>A block of cells as a spreadsheet copies it: lines below one another, tabs between.</summary>
public static class PastedBlock
{
    /// <summary>The texts of the cells, row by row, without blanks around them; empty when nothing was pasted. Rows may be of different lengths.</summary>
    /// <exception cref="HouseRuleException">It has more rows or columns than there is room for.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string? text, int rows, int columns)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        IReadOnlyList<IReadOnlyList<string>> cells = [.. lines.Select(line => line.Split('\t').Select(cell => cell.Trim()).ToList())];
        var widest = cells.Max(row => row.Count);
        return cells.Count <= rows && widest <= columns
            ? cells
            : throw new HouseRuleException($"The block has {cells.Count} rows and {widest} columns; the grid has {rows} and {columns}. Copy the figures alone, without heads and totals.");
    }
}
