using ClosedXML.Excel;
using HotelCorporate.Domain.Amounts;
using NodaTime;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>One document of the register.</summary>
public sealed record RegisterRow(string Number, string Kind, LocalDate IssuedOn, LocalDate DueOn, string Client, string Booking, Money Net, Money Tax, Money Gross, Money Due, Money Open, string Age);

/// <summary>The register of issued documents, as the list shows it: real numbers and dates, totals as formulas.</summary>
public static class RegisterWorkbook
{
    public static byte[] Write(IReadOnlyList<RegisterRow> rows, Words words)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(words["Register"]);
        sheet.Head(1, words["Number"], words["Kind"], words["Issued"], words["Due"], words["Client"], words["Booking"], words["Net"], words["Tax"], words["Total with tax"], words["Amount due"], words["Open (unpaid)"], words["Days late"], words["Currency"]);
        var row = 1;
        foreach (var document in rows)
        {
            row++;
            sheet.Cell(row, 1).Text(document.Number);
            sheet.Cell(row, 2).Text(document.Kind);
            sheet.Cell(row, 3).Date(document.IssuedOn);
            sheet.Cell(row, 4).Date(document.DueOn);
            sheet.Cell(row, 5).Text(document.Client);
            sheet.Cell(row, 6).Text(document.Booking);
            Money[] amounts = [document.Net, document.Tax, document.Gross, document.Due, document.Open];
            for (var i = 0; i < amounts.Length; i++) sheet.Cell(row, 7 + i).Amount(amounts[i]);
            sheet.Cell(row, 12).Text(document.Age);
            sheet.Cell(row, 13).Text(document.Gross.Currency.Code);
        }

        if (rows.Count > 0)
        {
            sheet.Range(1, 1, row, 13).CreateTable("Register").Theme = XLTableTheme.TableStyleLight1;
            sheet.Cell(row + 1, 1).Text(words["Total"]).Style.Font.SetBold();
            foreach (var column in (string[])["G", "H", "I", "J", "K"])
                sheet.Cell($"{column}{row + 1}").Formula($"SUM({column}2:{column}{row})", rows[0].Gross.Currency).Style.Font.SetBold();
        }

        sheet.Finish(1, words["Register"]);
        return book.Bytes();
    }
}
