using ClosedXML.Excel;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>The pick-up of a block, and its rooming list: real numbers and dates, one named table a sheet.</summary>
public static class BlockWorkbook
{
    public static byte[] Write(PickUpSheet block, Words words)
    {
        using var book = new XLWorkbook();
        var days = book.AddWorksheet(words["Pick-up"]);
        days.Head(1, words["Day"], words["Picked up"], words["Plan"], words["Difference"]);
        var row = 1;
        foreach (var day in block.Days)
        {
            row++;
            days.Cell(row, 1).Date(day.On);
            days.Cell(row, 3).Number(day.Plan, "0.0");
            if (day.PickedUp is not { } taken) continue;
            days.Cell(row, 2).Number(taken, "0");
            days.Cell(row, 4).Number(taken - day.Plan, "0.0;-0.0");
        }

        Table(days, row, 4, "PickUp", block.Title);
        var nights = book.AddWorksheet(words["By night"]);
        nights.Head(1, words["Night"], words["Room type"], words["Agreed (rooms)"], words["Kept"], words["Picked up"], words["Rate"], words["Currency"]);
        row = 1;
        foreach (var night in block.Nights)
        {
            row++;
            nights.Cell(row, 1).Date(night.Night);
            nights.Cell(row, 2).Text(night.RoomType);
            int[] rooms = [night.Agreed, night.Kept, night.PickedUp];
            for (var i = 0; i < rooms.Length; i++) nights.Cell(row, 3 + i).Number(rooms[i], "0");
            nights.Cell(row, 6).Amount(night.Rate);
            nights.Cell(row, 7).Text(night.Rate.Currency.Code);
        }

        Table(nights, row, 7, "ByNight", block.Title);
        return book.Bytes(hasFormulas: false);
    }

    public static byte[] Write(RoomingSheet list, Words words)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(words["Rooming list"]);
        sheet.Head(1, words["Guest"], words["Room type"], words["Arrival"], words["Departure"], words["Nights"], words["Shares with"], words["Reference"], words["Remarks"]);
        var row = 1;
        foreach (var guest in list.Guests)
        {
            row++;
            sheet.Cell(row, 1).Text(guest.Name);
            sheet.Cell(row, 2).Text(guest.RoomType);
            sheet.Cell(row, 3).Date(guest.Arrival);
            sheet.Cell(row, 4).Date(guest.Departure);
            sheet.Cell(row, 5).Number(guest.Nights, "0");
            sheet.Cell(row, 6).Text(guest.SharedWith);
            sheet.Cell(row, 7).Text(guest.Reference);
            sheet.Cell(row, 8).Text(guest.Remarks);
        }

        Table(sheet, row, 8, "RoomingList", list.Title);
        return book.Bytes(hasFormulas: false);
    }

    private static void Table(IXLWorksheet sheet, int lastRow, int columns, string name, string title)
    {
        if (lastRow > 1) sheet.Range(1, 1, lastRow, columns).CreateTable(name).Theme = XLTableTheme.TableStyleLight1;
        sheet.Finish(1, title);
    }
}
