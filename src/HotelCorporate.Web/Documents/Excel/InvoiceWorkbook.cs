using System.Globalization;
using ClosedXML.Excel;
using HotelCorporate.Domain.Amounts;
using static HotelCorporate.Web.Documents.Excel.SheetWriter;

namespace HotelCorporate.Web.Documents.Excel;

/// <summary>
/// One invoice as a workbook that finance can follow: its lines, its tax, what was paid, and the way from the contract to the bill.
/// It speaks the language of the document. Totals are formulas in the document's own way of tax, and come to the cents that are kept with the invoice.
/// </summary>
public static class InvoiceWorkbook
{
    private const int Head = 1;

    public static byte[] Write(InvoiceSheet invoice)
    {
        var words = Words.In(invoice.Language);
        using var book = new XLWorkbook();
        book.Properties.Title = invoice.Number;
        book.Properties.Author = invoice.Hotel.LegalName;
        var first = book.AddWorksheet(words["Invoice"]);
        var lines = Lines(book.AddWorksheet(words["Lines"]), invoice, words);
        var tax = Tax(book.AddWorksheet(words["Tax"]), invoice, lines, words);
        var paid = Paid(book.AddWorksheet(words["Deposits and payments"]), invoice, words);
        Reconciliation(book.AddWorksheet(words["Reconciliation"]), invoice, words);
        Front(first, invoice, lines, tax, paid, words);
        return book.Bytes();
    }

    private sealed record Range(IXLWorksheet Sheet, int First, int Last)
    {
        public string Of(int column) => $"'{Sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!{At(First, column)}:{At(Math.Max(First, Last), column)}";
    }

    private static Range Lines(IXLWorksheet sheet, InvoiceSheet invoice, Words words)
    {
        sheet.Head(Head, words["No"], words["Date"], words["What"], words["Belongs to"], words["Quantity"], words["Unit price"], words["Discount"], words["Amount"], words["Tax category"], words["Tax rate"]);
        var row = Head;
        foreach (var line in invoice.Lines)
        {
            row++;
            sheet.Cell(row, 1).Number(row - Head, "0");
            sheet.Cell(row, 2).Date(line.On);
            sheet.Cell(row, 3).Text(line.Description);
            sheet.Cell(row, 4).Text(line.Detail);
            sheet.Cell(row, 5).Number(line.Quantity, "#,##0.###");
            sheet.Cell(row, 6).Number(line.UnitPrice.Amount, "#,##0.00####");
            sheet.Cell(row, 7).Amount(line.Discount ?? Money.Zero(invoice.Currency));
            sheet.Cell(row, 8).Formula(string.Create(CultureInfo.InvariantCulture, $"ROUND(E{row}*F{row},{invoice.Currency.Digits})-G{row}"), invoice.Currency);
            sheet.Cell(row, 9).Text(line.TaxCategory);
            sheet.Cell(row, 10).Number(line.TaxRate, "0.###%");
        }

        if (row > Head) sheet.Range(Head, 1, row, 10).CreateTable("InvoiceLines").Theme = XLTableTheme.TableStyleLight1;
        sheet.Finish(Head, invoice.Number);
        return new Range(sheet, Head + 1, row);
    }

    /// <summary>One row per category and rate. Exclusive: tax = round(net x rate). Inclusive: tax = round(gross x rate / (1 + rate)).</summary>
    private static Range Tax(IXLWorksheet sheet, InvoiceSheet invoice, Range lines, Words words)
    {
        var exclusive = invoice.TaxMode == TaxMode.Exclusive;
        sheet.Head(Head, words["Tax category"], words["Tax rate"], words["Lines"], words["Allowances"], words["Charges"], exclusive ? words["Net"] : words["Gross"], words["Net"], words["Tax"]);
        var row = Head;
        foreach (var tax in invoice.Taxes)
        {
            row++;
            sheet.Cell(row, 1).Text(tax.Category);
            sheet.Cell(row, 2).Number(tax.Rate, "0.###%");
            sheet.Cell(row, 3).Formula($"SUMIFS({lines.Of(8)},{lines.Of(9)},A{row},{lines.Of(10)},B{row})", invoice.Currency);
            sheet.Cell(row, 4).Amount(Sum(invoice.Allowances, tax, invoice.Currency));
            sheet.Cell(row, 5).Amount(exclusive ? Sum(invoice.Charges, tax, invoice.Currency) : Money.Zero(invoice.Currency));
            sheet.Cell(row, 6).Formula($"C{row}-D{row}+E{row}", invoice.Currency);
            sheet.Cell(row, 7).Formula(exclusive ? $"F{row}" : $"F{row}-H{row}", invoice.Currency);
            sheet.Cell(row, 8).Formula(exclusive ? $"ROUND(F{row}*B{row},{invoice.Currency.Digits})" : $"ROUND(F{row}*B{row}/(1+B{row}),{invoice.Currency.Digits})", invoice.Currency);
        }

        sheet.Finish(Head, invoice.Number);
        return new Range(sheet, Head + 1, row);
    }

    private static Range Paid(IXLWorksheet sheet, InvoiceSheet invoice, Words words)
    {
        sheet.Head(Head, words["What"], words["Date"], words["Amount"], words["Paid"]);
        var row = Head;
        foreach (var deposit in invoice.Deposits)
        {
            row++;
            sheet.Cell(row, 1).Text(words.Say(deposit.Name));
            sheet.Cell(row, 2).Date(deposit.DueOn);
            sheet.Cell(row, 3).Amount(deposit.Amount);
            if (deposit.Paid is { } part) sheet.Cell(row, 4).Amount(part);
        }

        row++;
        sheet.Cell(row, 1).Text(words["Payments"]).Style.Font.SetBold();
        var first = row + 1;
        foreach (var payment in invoice.Payments)
        {
            row++;
            sheet.Cell(row, 1).Text(payment.Reference);
            sheet.Cell(row, 2).Date(payment.On);
            sheet.Cell(row, 4).Amount(payment.Amount);
        }

        sheet.Finish(Head, invoice.Number);
        return new Range(sheet, first, row);
    }

    private static void Reconciliation(IXLWorksheet sheet, InvoiceSheet invoice, Words words)
    {
        sheet.Head(Head, words["What"], words["Contract"], words["Guaranteed"], words["Actual (people)"], words["Invoiced"], words["Invoiced less contract"]);
        var row = Head;
        foreach (var step in invoice.Reconciliation)
        {
            row++;
            sheet.Cell(row, 1).Text(step.Description);
            sheet.Cell(row, 2).Number(step.Contract, "#,##0.###");
            sheet.Cell(row, 3).Number(step.Guaranteed, "#,##0.###");
            sheet.Cell(row, 4).Number(step.Actual, "#,##0.###");
            sheet.Cell(row, 5).Number(step.Invoiced, "#,##0.###");
            sheet.Cell(row, 6).FormulaA1 = $"E{row}-B{row}";
        }

        sheet.Finish(Head, invoice.Number);
    }

    private static void Front(IXLWorksheet sheet, InvoiceSheet invoice, Range lines, Range tax, Range paid, Words words)
    {
        var exclusive = invoice.TaxMode == TaxMode.Exclusive;
        var row = 1;
        sheet.Cell(row, 1).Text(words[invoice.Kind]).Style.Font.SetBold().Font.SetFontSize(14);
        sheet.Cell(row, 2).Text(invoice.Number).Style.Font.SetBold().Font.SetFontSize(14);
        sheet.Row(row).Height = 22;
        Fact(words["From (hotel)"], invoice.Hotel.LegalName);
        Fact("", string.Join(", ", new[] { invoice.Hotel.Street, $"{invoice.Hotel.PostalCode} {invoice.Hotel.City}", invoice.Hotel.Country }));
        Fact(words["VAT number"], invoice.Hotel.VatNumber);
        Fact(words["To (client)"], invoice.Client.Name);
        Fact("", string.Join(", ", new[] { invoice.Client.Street, $"{invoice.Client.PostalCode} {invoice.Client.City}".Trim(), invoice.Client.Country }.Where(part => part.Length > 0)));
        Fact(words["VAT number"], invoice.Client.VatNumber);
        sheet.Cell(++row, 1).Text(words["Issued"]);
        sheet.Cell(row, 2).Date(invoice.IssuedOn);
        sheet.Cell(++row, 1).Text(words["Due"]);
        sheet.Cell(row, 2).Date(invoice.DueOn);
        Fact(words["Booking"], invoice.BookingReference);
        Fact(words["Event"], invoice.EventName);
        Fact(words["Purchase order"], invoice.PurchaseOrder);
        if (invoice.Corrects.Length > 0) Fact(words["Corrects"], invoice.Corrects);
        Fact(words["Currency"], invoice.Currency.Code);
        row++;
        var sum = Total(words["Sum of lines"], $"SUM({lines.Of(8)})");
        var allowances = Total(words["Allowances"], $"SUM({tax.Of(4)})");
        var untaxed = exclusive ? Untaxed(invoice) : Money.Zero(invoice.Currency);
        var charges = Total(words["Charges"], untaxed.IsZero
            ? $"SUM({tax.Of(5)})"
            : string.Create(CultureInfo.InvariantCulture, $"SUM({tax.Of(5)})+{untaxed.Amount}"));
        var net = Total(words["Net"], exclusive ? $"B{sum}-B{allowances}+B{charges}" : $"SUM({tax.Of(7)})");
        var taxes = Total(words["Tax"], $"SUM({tax.Of(8)})");
        var gross = Total(words["Total with tax"], $"B{net}+B{taxes}");
        sheet.Row(gross).Style.Font.SetBold();
        var fromPayments = invoice.Payments.Sum(invoice.Currency, payment => payment.Amount) == invoice.Totals.Prepaid && invoice.Payments.Count > 0;
        int prepaid;
        if (fromPayments)
        {
            prepaid = Total(words["Paid before"], $"SUM({paid.Of(4)})");
        }
        else
        {
            prepaid = ++row;
            sheet.Cell(row, 1).Text(words["Paid before"]);
            sheet.Cell(row, 2).Amount(invoice.Totals.Prepaid);
        }

        var due = Total(words["Amount due"], $"B{gross}-B{prepaid}");
        sheet.Row(due).Style.Font.SetBold();
        sheet.Workbook.NamedRanges.Add("TotalWithTax", sheet.Cell(gross, 2).AsRange());
        sheet.Workbook.NamedRanges.Add("AmountDue", sheet.Cell(due, 2).AsRange());
        if (invoice.Note.Length > 0) Fact(words["Note"], invoice.Note);
        sheet.Finish(1, invoice.Number);

        void Fact(string name, string value)
        {
            sheet.Cell(++row, 1).Text(name);
            sheet.Cell(row, 2).Text(value).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        }

        int Total(string name, string formula)
        {
            sheet.Cell(++row, 1).Text(name);
            sheet.Cell(row, 2).Formula(formula, invoice.Currency);
            return row;
        }
    }

    private static Money Sum(IEnumerable<ChargeRow> rows, TaxSheetRow tax, Currency currency) =>
        rows.Where(row => row.TaxCategory == tax.Category && row.TaxRate == tax.Rate).Sum(currency, row => row.Amount);

    /// <summary>Charges that no tax is due on: a service that is not taxable.</summary>
    private static Money Untaxed(InvoiceSheet invoice) =>
        invoice.Charges.Where(row => !invoice.Taxes.Any(tax => tax.Category == row.TaxCategory && tax.Rate == row.TaxRate)).Sum(invoice.Currency, row => row.Amount);
}
