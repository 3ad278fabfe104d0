using System.Globalization;
using ClosedXML.Excel;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>Writes cells as what they are: numbers as numbers, dates as dates, text as text whatever it starts with.</summary>
internal static class SheetWriter
{
    /// <summary>The width of a column is set from its longest text; measuring fonts does not work on a server.</summary>
    private const double WidestColumn = 60;

    public static IXLCell Text(this IXLCell cell, string text)
    {
        cell.SetDataType(XLDataType.Text);
        cell.SetValue(Clean(text));
        // What looks like a formula stays text, also when somebody opens the cell and presses Enter.
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)) cell.Style.IncludeQuotePrefix = true;
        return cell;
    }

    public static IXLCell Amount(this IXLCell cell, Money money)
    {
        cell.SetValue(money.Amount);
        return cell.Format(money.Currency);
    }

    public static IXLCell Formula(this IXLCell cell, string formula, Currency currency)
    {
        cell.FormulaA1 = formula;
        return cell.Format(currency);
    }

    public static IXLCell Number(this IXLCell cell, decimal number, string format)
    {
        cell.SetValue(number);
        cell.Style.NumberFormat.Format = format;
        return cell;
    }

    public static IXLCell Date(this IXLCell cell, LocalDate? date)
    {
        if (date is not { } day) return cell;
        cell.SetValue(day.ToDateTimeUnspecified());
        cell.Style.DateFormat.Format = "dd mmm yyyy";
        return cell;
    }

    public static IXLCell Time(this IXLCell cell, LocalTime time)
    {
        cell.SetValue(TimeSpan.FromTicks(time.TickOfDay));
        cell.Style.DateFormat.Format = "hh:mm";
        return cell;
    }

    public static IXLCell Moment(this IXLCell cell, LocalDateTime moment)
    {
        cell.SetValue(moment.ToDateTimeUnspecified());
        cell.Style.DateFormat.Format = "dd mmm yyyy hh:mm";
        return cell;
    }

    public static void Head(this IXLWorksheet sheet, int row, params IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++) sheet.Cell(row, i + 1).Text(names[i]).Style.Font.SetBold();
    }

    /// <summary>The finished workbook. Looking over thousands of cells takes longer than writing them, so nothing is looked over.</summary>
    /// <param name="hasFormulas">Their results are kept with them, for programs that do not recalculate.</param>
    public static byte[] Bytes(this XLWorkbook book, bool hasFormulas = true)
    {
        using var stream = new MemoryStream();
        book.SaveAs(stream, new SaveOptions { EvaluateFormulasBeforeSaving = hasFormulas, ValidatePackage = false });
        return stream.ToArray();
    }

    /// <summary>Ready to be printed: one page wide, the head on each page, columns as wide as their text.</summary>
    public static void Finish(this IXLWorksheet sheet, int headRow, string title)
    {
        sheet.SheetView.FreezeRows(headRow);
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.SetRowsToRepeatAtTop(headRow, headRow);
        sheet.PageSetup.Footer.Left.AddText(title.Replace("&", "&&", StringComparison.Ordinal));
        sheet.PageSetup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        foreach (var column in sheet.ColumnsUsed())
        {
            var longest = column.CellsUsed().Max(cell => cell.HasFormula ? 12 : cell.GetFormattedString().Length);
            column.Width = Math.Min(WidestColumn, Math.Max(10, longest + 2));
            if (longest + 2 > WidestColumn) column.CellsUsed().Style.Alignment.SetWrapText();
            column.CellsUsed().Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            if (column.CellsUsed(cell => cell.Address.RowNumber > headRow).All(cell => cell.HasFormula || cell.DataType == XLDataType.Number)) column.Cell(headRow).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        }
    }

    private static IXLCell Format(this IXLCell cell, Currency currency)
    {
        cell.Style.NumberFormat.Format = currency.Digits == 0 ? "#,##0;-#,##0" : "#,##0." + new string('0', currency.Digits) + ";-#,##0." + new string('0', currency.Digits);
        return cell;
    }

    /// <summary>Without what a workbook cannot hold: control characters, and more than 32,767 letters.</summary>
    private static string Clean(string text)
    {
        var kept = string.Concat(text.Where(letter => letter is '\n' || !char.IsControl(letter)));
        return kept.Length > 32_000 ? kept[..32_000] : kept;
    }

    public static string At(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"${XLHelper.GetColumnLetterFromNumber(column)}${row}");
}
