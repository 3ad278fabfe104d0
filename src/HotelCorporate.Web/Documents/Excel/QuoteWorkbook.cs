using System.Globalization;
using ClosedXML.Excel;
using HotelCorporate.Domain.Amounts;
using static HotelCorporate.Web.Documents.Excel.SheetWriter;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>
/// An offer as a workbook: a sheet that compares its alternatives, and one of lines with the sums for each. Amounts, service, tax and totals are formulas
/// in the offer's own way of tax: recalculated they come to the cent that is offered.
/// </summary>
public static class QuoteWorkbook
{
    private const int Head = 1;

    public static byte[] Write(QuoteSheet quote)
    {
        var words = Words.In(quote.Language);
        using var book = new XLWorkbook();
        book.Properties.Title = quote.Number;
        book.Properties.Author = quote.Hotel.LegalName;
        var front = book.AddWorksheet(words["Quote"]);
        List<(QuoteSheet Quote, IXLWorksheet Sheet, int Total)> all = [];
        foreach (var (one, at) in ((IEnumerable<QuoteSheet>)[quote, .. quote.Others]).Select((one, at) => (one, at)))
        {
            var sheet = book.AddWorksheet(quote.Others.Count == 0 ? words["Lines"] : words.Say("Alternative {0}", ((char)('A' + at)).ToString()));
            all.Add((one, sheet, Lines(sheet, one, words, "QuoteLines" + (char)('A' + at))));
        }

        Front(front, quote, all, words);
        return book.Bytes();
    }

    /// <returns>The row of the total.</returns>
    private static int Lines(IXLWorksheet sheet, QuoteSheet quote, Words words, string table)
    {
        var (currency, exclusive) = (quote.Currency, quote.TaxMode == TaxMode.Exclusive);
        sheet.Head(Head, words["Date"], words["What"], words["Belongs to"], words["Quantity"], words["Unit price"], words["Discount"], words["Amount"], words["Service, taxed"], words["Service, not taxed"], words["Tax category"], words["Tax rate"]);
        var row = Head;
        foreach (var line in quote.Lines)
        {
            row++;
            sheet.Cell(row, 1).Date(line.On);
            sheet.Cell(row, 2).Text(line.Description);
            sheet.Cell(row, 3).Text(line.Detail);
            sheet.Cell(row, 4).Number(line.Quantity, "#,##0.###");
            sheet.Cell(row, 5).Number(line.UnitPrice.Amount, "#,##0.00####");
            sheet.Cell(row, 6).Amount(line.Discount ?? Money.Zero(currency));
            sheet.Cell(row, 7).Formula(string.Create(CultureInfo.InvariantCulture, $"ROUND(D{row}*E{row},{currency.Digits})-F{row}"), currency);
            sheet.Cell(row, 8).Formula(Service(line, row, exclusive, currency, isTaxable: true), currency);
            sheet.Cell(row, 9).Formula(Service(line, row, exclusive, currency, isTaxable: false), currency);
            sheet.Cell(row, 10).Text(line.TaxCategory);
            sheet.Cell(row, 11).Number(line.TaxRate, "0.###%");
        }

        var last = row;
        sheet.Range(Head, 1, last, 11).CreateTable(table).Theme = XLTableTheme.TableStyleLight1;
        string Of(int column) => $"{At(Head + 1, column)}:{At(last, column)}";
        row++;
        var sum = Total(words["Sum of lines"], $"SUM({Of(7)})");
        var service = Total(exclusive ? words["Service"] : words["of which service"], $"SUM({Of(8)})+SUM({Of(9)})");
        List<int> taxes = [];
        foreach (var tax in quote.Taxes)
        {
            sheet.Cell(row + 1, 10).Text(tax.Category);
            sheet.Cell(row + 1, 11).Number(tax.Rate, "0.###%");
            var at = row + 1;
            var taxed = $"SUMIFS({Of(7)},{Of(10)},J{at},{Of(11)},K{at})" + (exclusive ? $"+SUMIFS({Of(8)},{Of(10)},J{at},{Of(11)},K{at})" : $"-SUMIFS({Of(9)},{Of(10)},J{at},{Of(11)},K{at})");
            taxes.Add(Total(words.Say(exclusive ? "Tax {0}" : "of which tax {0}", words.Percent(tax.Rate)), exclusive ? $"ROUND(({taxed})*K{at},{currency.Digits})" : $"ROUND(({taxed})*K{at}/(1+K{at}),{currency.Digits})"));
        }

        var gross = Total(words["Total with tax"], exclusive ? $"G{sum}+G{service}{string.Concat(taxes.Select(tax => $"+G{tax}"))}" : $"G{sum}");
        sheet.Row(gross).Style.Font.SetBold();
        sheet.Finish(Head, quote.Number);
        return gross;

        int Total(string name, string formula)
        {
            sheet.Cell(++row, 2).Text(name);
            sheet.Cell(row, 7).Formula(formula, currency);
            return row;
        }
    }

    /// <summary>Each charge of the line is rounded by itself, as the offer's own sum does.</summary>
    private static string Service(PricedRow line, int row, bool exclusive, Currency currency, bool isTaxable)
    {
        var inside = exclusive ? 1 : 1 + line.Services.Sum(share => share.Rate);
        var parts = line.Services.Where(share => share.IsTaxable == isTaxable).Select(share => string.Create(CultureInfo.InvariantCulture, $"ROUND(G{row}*{share.Rate}/{inside},{currency.Digits})")).ToList();
        return parts.Count == 0 ? "0" : string.Join('+', parts);
    }

    private static void Front(IXLWorksheet sheet, QuoteSheet quote, List<(QuoteSheet Quote, IXLWorksheet Sheet, int Total)> all, Words words)
    {
        sheet.Cell(1, 1).Text(words.Say("{0}, version {1}", quote.Number, quote.Version)).Style.Font.SetBold().Font.SetFontSize(14);
        sheet.Row(1).Height = 22;
        sheet.Cell(2, 1).Text(quote.Title);
        sheet.Cell(3, 1).Text(words["To (client)"]);
        sheet.Cell(3, 2).Text(quote.Client.Name);
        sheet.Cell(4, 1).Text(words["Valid until"]);
        sheet.Cell(4, 2).Date(quote.ValidUntil).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        sheet.Head(6, words["Alternative"], words["When"], words["Where"], words["Persons"], words["Per person"], words["Total with tax"]);
        var row = 6;
        foreach (var (one, lines, total) in all)
        {
            row++;
            sheet.Cell(row, 1).Text(one.Alternative.Length > 0 ? one.Alternative : quote.Title);
            sheet.Cell(row, 2).Text(string.Join(", ", one.Programme.Select(planned => planned.Start.Date).Distinct().Select(words.Day)));
            sheet.Cell(row, 3).Text(string.Join(", ", one.Programme.Select(planned => planned.Space).Where(space => space.Length > 0).Distinct()));
            sheet.Cell(row, 4).Number(one.Persons, "#,##0");
            sheet.Cell(row, 5).Formula(string.Create(CultureInfo.InvariantCulture, $"ROUND(F{row}/D{row},{quote.Currency.Digits})"), quote.Currency);
            sheet.Cell(row, 6).Formula($"'{lines.Name.Replace("'", "''", StringComparison.Ordinal)}'!{At(total, 7)}", quote.Currency);
            sheet.Workbook.NamedRanges.Add("TotalWithTax" + (char)('A' + row - 7), sheet.Cell(row, 6).AsRange());
        }

        sheet.Finish(6, quote.Number);
    }
}
