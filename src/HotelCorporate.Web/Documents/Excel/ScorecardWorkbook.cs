using ClosedXML.Excel;
using HotelCorporate.Domain.Stays;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>A scorecard in Excel: real numbers, sums and averages as formulas.</summary>
public static class ScorecardWorkbook
{
    public static byte[] Write(ScorecardSheet card)
    {
        var words = Words.In(card.Language);
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet(words["Production"]);
        sheet.Head(1, words["Month"], words.Say("Room nights {0}", card.Year), words.Say("Room nights {0}", card.Year - 1), words.Say("Revenue {0}", card.Year), words["Average rate"], words.Say("Revenue {0}", card.Year - 1));
        for (var month = 0; month < 12; month++)
        {
            var (row, now, before) = (month + 2, card.Months[month], card.Before[month]);
            sheet.Cell(row, 1).Text(words.Culture.DateTimeFormat.GetMonthName(month + 1));
            sheet.Cell(row, 2).Number(now.RoomNights, "0");
            sheet.Cell(row, 3).Number(before.RoomNights, "0");
            sheet.Cell(row, 4).Amount(now.Revenue);
            sheet.Cell(row, 5).Formula($"IF(B{row}=0,0,ROUND(D{row}/B{row},{card.Currency.Digits}))", card.Currency);
            sheet.Cell(row, 6).Amount(before.Revenue);
        }

        sheet.Cell(14, 1).Text(words["Total"]);
        foreach (var column in new[] { "B", "C" }) sheet.Cell($"{column}14").FormulaA1 = $"SUM({column}2:{column}13)";
        foreach (var column in new[] { "D", "F" }) sheet.Cell($"{column}14").Formula($"SUM({column}2:{column}13)", card.Currency);
        sheet.Cell(14, 5).Formula($"IF(B14=0,0,ROUND(D14/B14,{card.Currency.Digits}))", card.Currency);
        sheet.Row(14).Style.Font.SetBold();
        if (card.AsAgent > 0)
        {
            sheet.Cell(15, 1).Text(words["of these booked for other companies"]);
            sheet.Cell(15, 2).Number(card.AsAgent, "0");
        }

        sheet.Finish(1, $"{card.Client}, {card.Year}");
        if (card.Agreements.Count > 0) Agreements(book.AddWorksheet(words["Agreements"]), card, words);
        return book.Bytes();
    }

    private static void Agreements(IXLWorksheet sheet, ScorecardSheet card, Words words)
    {
        sheet.Head(1, words["Agreement"], words["From"], words["Until"], words["Promised"], words["Expected by now"], words["Room nights"], words["Percent"], words["Run rate"], words["Next tier from"], words["Rebate due"]);
        var row = 1;
        foreach (var agreement in card.Agreements)
        {
            row++;
            sheet.Cell(row, 1).Text(agreement.Name);
            sheet.Cell(row, 2).Date(agreement.From);
            sheet.Cell(row, 3).Date(agreement.To);
            sheet.Cell(row, 4).Number(agreement.Promised, "0");
            if (agreement.Expected is { } expected) sheet.Cell(row, 5).Number(expected, "0.0");
            sheet.Cell(row, 6).Number(agreement.Produced, "0");
            if (agreement.Percent is { } percent) sheet.Cell(row, 7).Number(percent, "0");
            if (agreement.RunRate is { } rate) sheet.Cell(row, 8).Number(rate, "0");
            if (agreement.NextTierFrom is { } next) sheet.Cell(row, 9).Number(next, "0");
            if (agreement.Rebate is { } rebate) sheet.Cell(row, 10).Amount(rebate);
        }

        sheet.Finish(1, $"{card.Client}, {card.Year}");
    }
}
