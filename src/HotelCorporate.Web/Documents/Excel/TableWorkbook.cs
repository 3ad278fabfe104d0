using System.Globalization;
using ClosedXML.Excel;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>Tables, a sheet each: amounts, numbers and dates as what they are, sums as formulas.</summary>
public static class TableWorkbook
{
    public static byte[] Write(IReadOnlyList<TableSheet> tables, string title)
    {
        using var book = new XLWorkbook();
        for (var i = 0; i < tables.Count; i++) Write(book.AddWorksheet(NameOf(tables[i].Name)), tables[i], $"Table{i + 1}", title);
        return book.Bytes();
    }

    private static void Write(IXLWorksheet sheet, TableSheet table, string name, string title)
    {
        sheet.Head(1, [.. table.Heads.Select((head, i) => table.Heads.Take(i).Contains(head, StringComparer.OrdinalIgnoreCase) ? head + " (2)" : head)]); // a table's heads differ
        for (var row = 0; row < table.Rows.Count; row++)
            for (var column = 0; column < table.Rows[row].Count; column++)
                Put(sheet.Cell(row + 2, column + 1), table.Rows[row][column]);

        var last = table.Rows.Count + 1;
        if (table.Rows.Count > 0) sheet.Range(1, 1, last, table.Heads.Count).CreateTable(name).Theme = XLTableTheme.TableStyleLight1;
        if (table.IsSummed && table.Rows.Count > 0) Sum(sheet, table, last);
        sheet.Finish(1, title);
    }

    private static void Sum(IXLWorksheet sheet, TableSheet table, int last)
    {
        for (var column = 1; column <= table.Heads.Count; column++)
        {
            if (table.Rows.Select(row => row[column - 1]).OfType<Money>().Select(money => money.Currency).FirstOrDefault() is { } currency)
                sheet.Cell(last + 1, column).Formula($"SUM({SheetWriter.At(2, column)}:{SheetWriter.At(last, column)})", currency);
        }

        sheet.Row(last + 1).Style.Font.SetBold();
    }

    private static void Put(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null: break;
            case Money money: cell.Amount(money); break;
            case int number: cell.Number(number, "0"); break;
            case LocalDate date: cell.Date(date); break;
            default: cell.Text(Convert.ToString(value, CultureInfo.InvariantCulture)!); break;
        }
    }

    /// <summary>31 letters at most, without those that a sheet's name may not have.</summary>
    private static string NameOf(string name)
    {
        var plain = string.Concat(name.Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal)));
        return plain.Length > 31 ? plain[..31] : plain;
    }
}
