using System.Globalization;
using ClosedXML.Excel;
using NodaTime;
using NodaTime.Text;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>The two tables of the diary's year: percent as numbers, day by day and space by space.</summary>
public static class YearWorkbook
{
    private const string Percent = "0%";

    public static byte[] Write(YearSheet year, Words words)
    {
        using var book = new XLWorkbook();
        string[] months = [.. Enumerable.Range(1, 12).Select(month => LocalDatePattern.Create("MMM", words.Culture).Format(new LocalDate(year.Year, month, 1)))];
        var days = book.AddWorksheet(words["Day by day"]);
        days.Head(1, [words["Month"], .. Enumerable.Range(1, 31).Select(day => day.ToString(CultureInfo.InvariantCulture))]);
        for (var month = 0; month < 12; month++)
        {
            days.Cell(month + 2, 1).Text(months[month]);
            for (var day = 0; day < year.Days[month].Count; day++) days.Cell(month + 2, day + 2).Number(year.Days[month][day], Percent);
        }

        days.Range(1, 1, 13, 32).CreateTable("DaysHeld").Theme = XLTableTheme.TableStyleLight1;
        days.Finish(1, $"{words["Diary"]} {year.Year}");
        for (var column = 2; column <= 32; column++) days.Column(column).Width = 6;
        Spaces(book.AddWorksheet(words["Space by space"]), year, months, words);
        return book.Bytes(hasFormulas: false);
    }

    private static void Spaces(IXLWorksheet sheet, YearSheet year, string[] months, Words words)
    {
        sheet.Head(1, [words["Floor"], words["Space"], .. months, words["Year"]]);
        var row = 1;
        foreach (var space in year.Spaces) Row(space.Floor, space.Name, space.Months, space.Year);
        if (row > 1) sheet.Range(1, 1, row, 15).CreateTable("SpacesHeld").Theme = XLTableTheme.TableStyleLight1;
        Row("", words["The house"], year.House, year.WholeYear);
        sheet.Row(row).Style.Font.SetBold();
        sheet.Finish(1, $"{words["Diary"]} {year.Year}");

        void Row(string floor, string name, IReadOnlyList<decimal> shares, decimal whole)
        {
            row++;
            sheet.Cell(row, 1).Text(floor);
            sheet.Cell(row, 2).Text(name);
            for (var month = 0; month < 12; month++) sheet.Cell(row, month + 3).Number(shares[month], Percent);
            sheet.Cell(row, 15).Number(whole, Percent);
        }
    }
}
