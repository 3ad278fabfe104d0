using ClosedXML.Excel;
using NodaTime;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>One shortage of the list.</summary>
public sealed record ShortageRow(string Resource, LocalDateTime From, LocalDateTime Until, long Needed, long There, string Functions, string Suggestions);

/// <summary>The shortage list as it is shown: real dates and numbers, what is missing as a formula.</summary>
public static class ShortageWorkbook
{
    public static byte[] Write(IReadOnlyList<ShortageRow> rows, Words words)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(words["Shortages"]);
        sheet.Head(1, words["Resource"], words["From"], words["Until"], words["Needed"], words["There"], words["Missing"], words["Competing functions"], words["Suggestions"]);
        var row = 1;
        foreach (var shortage in rows)
        {
            row++;
            sheet.Cell(row, 1).Text(shortage.Resource);
            sheet.Cell(row, 2).Moment(shortage.From);
            sheet.Cell(row, 3).Moment(shortage.Until);
            sheet.Cell(row, 4).Number(shortage.Needed, "0");
            sheet.Cell(row, 5).Number(shortage.There, "0");
            sheet.Cell(row, 6).FormulaA1 = $"D{row}-E{row}";
            sheet.Cell(row, 7).Text(shortage.Functions);
            sheet.Cell(row, 8).Text(shortage.Suggestions);
        }

        if (rows.Count > 0) sheet.Range(1, 1, row, 8).CreateTable("Shortages").Theme = XLTableTheme.TableStyleLight1;
        sheet.Finish(1, words["Shortages"]);
        return book.Bytes();
    }
}
