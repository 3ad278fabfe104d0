using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using ClosedXML.Excel;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Excel;
using NodaTime;

namespace HotelCorporate.Web.Tests.Documents;

/// <summary>The workbook as finance opens it: in LibreOffice, with every formula worked out again.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public void LibreOffice_works_out_the_totals_that_the_invoice_shows()
    {
        var invoice = SheetExamples.Invoice;
        Assert.Equal(
            ["3075.50", "100.00", "0.00", "2975.50", "475.10", "3450.60", "1000.00", "2450.60"],
            Recalculated(InvoiceWorkbook.Write(invoice)));
    }

    [Fact]
    public void Prices_that_hold_the_tax_come_to_the_gross_that_was_quoted()
    {
        Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);
        var invoice = SheetExamples.Invoice with
        {
            TaxMode = TaxMode.Inclusive, Allowances = [], Payments = [], Deposits = [],
            Lines = [new("Lunch", 1, new UnitPrice(34m, Currency.Eur), Eur(34m), "S", 0.07m), new("Dinner", 1, new UnitPrice(34m, Currency.Eur), Eur(34m), "S", 0.07m), new("Water", 1, new UnitPrice(2.07m, Currency.Eur), Eur(2.07m), "S", 0.07m)],
            Taxes = [new("S", 0.07m, Eur(65.49m), Eur(4.58m))],
            Totals = new(Eur(70.07m), Eur(0), Eur(0), Eur(65.49m), Eur(4.58m), Eur(70.07m), Eur(0), Eur(70.07m)),
        };
        Assert.Equal(["70.07", "0.00", "0.00", "65.49", "4.58", "70.07", "0.00", "70.07"], Recalculated(InvoiceWorkbook.Write(invoice)));
    }

    [Fact]
    public void A_half_cent_in_a_formula_goes_the_way_of_the_house()
    {
        Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);
        var invoice = SheetExamples.Invoice with
        {
            Allowances = [], Payments = [], Deposits = [], Lines = [new("Hall", 9.5m, new UnitPrice(124.75m, Currency.Eur), Eur(1185.13m), "S", 0.20m)],
            Taxes = [new("S", 0.20m, Eur(1185.13m), Eur(237.03m))],
            Totals = new(Eur(1185.13m), Eur(0), Eur(0), Eur(1185.13m), Eur(237.03m), Eur(1422.16m), Eur(0), Eur(1422.16m)),
        };
        var written = InvoiceWorkbook.Write(invoice);
        Assert.Equal("1422.16", Recalculated(written)[5]);
        using var book = new XLWorkbook(new MemoryStream(written));
        Assert.Equal(1422.16, Convert.ToDouble(book.NamedRange("TotalWithTax").Ranges.First().FirstCell().CachedValue, CultureInfo.InvariantCulture), 6);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"x\")")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("-1+1")]
    [InlineData("+1+1")]
    [InlineData("=1+1")]
    public void Hostile_text_stays_text(string hostile)
    {
        var lines = SheetExamples.Invoice.Lines.Select((line, i) => i == 0 ? line with { Description = hostile } : line).ToList();
        var written = InvoiceWorkbook.Write(SheetExamples.Invoice with { Lines = lines, EventName = hostile });
        using var book = new XLWorkbook(new MemoryStream(written));
        var cell = book.Worksheet("Lines").Cell(2, 3);
        Assert.False(cell.HasFormula);
        Assert.Equal(hostile, cell.GetString());
        Assert.Equal(XLDataType.Text, cell.DataType);
        Assert.Contains(Converted(written, "Lines").Split('\n'), row => row.Contains(hostile.Replace("\"", "\"\"", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Amounts_are_numbers_and_dates_are_dates()
    {
        using var book = new XLWorkbook(new MemoryStream(InvoiceWorkbook.Write(SheetExamples.Invoice)));
        var lines = book.Worksheet("Lines");
        Assert.Equal(XLDataType.DateTime, lines.Cell(2, 2).DataType);
        Assert.Equal(XLDataType.Number, lines.Cell(2, 6).DataType);
        Assert.Equal("InvoiceLines", Assert.Single(lines.Tables).Name);
        Assert.Equal(1, lines.SheetView.SplitRow);
        Assert.Equal(["Invoice", "Lines", "Tax", "Deposits and payments", "Reconciliation"], book.Worksheets.Select(sheet => sheet.Name));
    }

    /// <summary>Lines, allowances, charges, net, tax, gross, prepaid, due, as LibreOffice works them out.</summary>
    internal static List<string> Recalculated(byte[] workbook)
    {
        string[] names = ["Sum of lines", "Allowances", "Charges", "Net", "Tax", "Total with tax", "Paid before", "Amount due"];
        var rows = Converted(Spoiled(workbook), "Invoice").Split('\n').Select(row => row.Split(',', 2)).Where(row => row.Length == 2).ToList();
        return [.. names.Select(name => decimal.Parse(rows.Single(row => row[0] == name)[1].Trim('"', '\r'), CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture))];
    }

    /// <summary>The totals of an offer's alternatives after recalculation, as its first sheet compares them.</summary>
    internal static List<decimal> QuoteTotals(byte[] workbook)
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        return [.. Converted(Spoiled(workbook), book.Worksheet(1).Name).Split('\n').Skip(6).Where(row => row.Length > 1)
            .Select(row => System.Text.RegularExpressions.Regex.Match(row, "(?:\"(?<value>[^\"]*)\"|(?<value>[^,]*))\r?$", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["value"].Value)
            .Select(value => decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture))];
    }

    /// <summary>Takes the kept results out of the file, so that only recalculation can bring them back.</summary>
    private static byte[] Spoiled(byte[] workbook)
    {
        var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.Name.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                string xml;
                using (var reader = new StreamReader(entry.Open())) xml = reader.ReadToEnd();
                var name = entry.FullName;
                entry.Delete();
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(System.Text.RegularExpressions.Regex.Replace(xml, "(?<end></(x:)?f>)<(?<x>(x:)?)v>[^<]*</", "${end}<${x}v>999</", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)));
            }
        }

        return stream.ToArray();
    }

    /// <summary>One sheet as CSV, by LibreOffice with recalculation on load forced in its profile.</summary>
    private static string Converted(byte[] workbook, string sheet)
    {
        var folder = Directory.CreateTempSubdirectory("hotel-office-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "profile", "user"));
            File.WriteAllText(Path.Combine(folder, "profile", "user", "registrymodifications.xcu"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
                </oor:items>
                """);
            File.WriteAllBytes(Path.Combine(folder, "invoice.xlsx"), workbook);
            var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            // -1: every sheet becomes a file of its own; false: values as shown are not needed, numbers are.
            foreach (var part in (string[])["-env:UserInstallation=file://" + Path.Combine(folder, "profile"), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", folder, Path.Combine(folder, "invoice.xlsx")])
                start.ArgumentList.Add(part);
            using var office = Process.Start(start)!;
            office.StandardOutput.ReadToEnd();
            office.WaitForExit();
            return File.ReadAllText(Path.Combine(folder, $"invoice-{sheet}.csv"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
