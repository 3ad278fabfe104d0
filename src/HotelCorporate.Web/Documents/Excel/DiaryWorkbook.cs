using ClosedXML.Excel;
using NodaTime;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>The functions that a view of the diary shows, and what is closed: real dates, times and numbers.</summary>
public static class DiaryWorkbook
{
    public static byte[] Write(DiarySheet diary, Words words)
    {
        using var book = new XLWorkbook();
        Functions(book.AddWorksheet(words["Diary"]), diary, words);
        if (diary.Closures.Count > 0) Closures(book.AddWorksheet(words["Closures"]), diary, words);
        return book.Bytes(hasFormulas: false);
    }

    private static void Functions(IXLWorksheet sheet, DiarySheet diary, Words words)
    {
        sheet.Head(
            1, words["Date"], words["From"], words["Until"], words["Ends on"], words["Set-up from"], words["Cleared by"], words["Floor"], words["Space"], words["Event"], words["Function"], words["Client"], words["Reference"],
            words["Status"], words["Rank"], words["Persons"], words["Set-up"], words["Option until"], words["Final number due"], words["Contact"], words["Phone"], words["Sales person"], words["Remarks"]);
        var row = 1;
        foreach (var line in diary.Lines)
        {
            row++;
            sheet.Cell(row, 1).Date(line.Start.Date);
            sheet.Cell(row, 2).Time(line.Start.TimeOfDay);
            sheet.Cell(row, 3).Time(line.End.TimeOfDay);
            sheet.Cell(row, 4).Date(line.End.Date);
            sheet.Cell(row, 5).Moment(line.SetFrom);
            sheet.Cell(row, 6).Moment(line.ClearedBy);
            string[] what = [line.Floor, line.Space, line.Event, line.Function, line.Client, line.Reference, words[line.Status]];
            for (var i = 0; i < what.Length; i++) sheet.Cell(row, 7 + i).Text(what[i]);
            if (line.Rank is { } rank) sheet.Cell(row, 14).Number(rank, "0");
            sheet.Cell(row, 15).Number(line.People, "#,##0");
            sheet.Cell(row, 16).Text(words[line.Style]);
            sheet.Cell(row, 17).Date(line.OptionUntil);
            if (line.NumberDue is { } due) sheet.Cell(row, 18).Moment(due);
            string[] who = [line.Contact, line.Phone, line.Seller, line.Remarks];
            for (var i = 0; i < who.Length; i++) sheet.Cell(row, 19 + i).Text(who[i]);
        }

        if (row > 1) sheet.Range(1, 1, row, 22).CreateTable("Functions").Theme = XLTableTheme.TableStyleLight1;
        sheet.Finish(1, diary.Title);
    }

    private static void Closures(IXLWorksheet sheet, DiarySheet diary, Words words)
    {
        sheet.Head(1, words["Floor"], words["Space"], words["Closed from"], words["Closed until"], words["Reason"]);
        var row = 1;
        foreach (var closure in diary.Closures)
        {
            row++;
            sheet.Cell(row, 1).Text(closure.Floor);
            sheet.Cell(row, 2).Text(closure.Space);
            sheet.Cell(row, 3).Moment(closure.Start);
            sheet.Cell(row, 4).Moment(closure.End);
            sheet.Cell(row, 5).Text(closure.Reason);
        }

        sheet.Range(1, 1, row, 5).CreateTable("Closures").Theme = XLTableTheme.TableStyleLight1;
        sheet.Finish(1, diary.Title);
    }
}
