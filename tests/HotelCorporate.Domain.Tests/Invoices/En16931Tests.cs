using System.Globalization;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using static HotelCorporate.Domain.Tests.Invoices.InvoiceExamples;

namespace HotelCorporate.Domain.Tests.Invoices;

/// <summary>The official sample invoices come out to the cent: totals and tax rows (Data/SOURCES.md).</summary>
public sealed class En16931Tests
{
    private static readonly string[][] Lines = Rows("en16931_lines.csv");
    private static readonly string[][] Totals = Rows("en16931_totals.csv");
    private static readonly string[][] Vat = Rows("en16931_vat.csv");

    public static TheoryData<string> Files => new(Totals.Select(row => row[0]));

    [Theory]
    [MemberData(nameof(Files))]
    public void An_official_sample_comes_out_to_the_cent(string file)
    {
        var total = Totals.Single(row => row[0] == file);
        var currency = Currency.Of(total[1]);
        var lines = Lines.Where(row => row[0] == file)
            .Select(row => Line(Number(row[10]), Number(row[9]) / 100, category: row[8])).ToList();
        // The lists name no category for what is taken off or put on the whole: it is the one whose taxable amount asks for it.
        var (category, rate) = file == "issue116.xml" ? ("E", 0m) : ("S", 0.25m);
        if (Number(total[3]) != 0) lines.Add(Line(-Number(total[3]), rate, InvoiceLineRole.Allowance, category));
        if (Number(total[4]) != 0) lines.Add(Line(Number(total[4]), rate, InvoiceLineRole.Charge, category));

        var invoice = Issue(Draft(InvoiceKind.Final, TaxMode.Exclusive, lines) with { Prepaid = Eur(Number(total[8])) });

        Assert.Equal(2, currency.Digits);
        Assert.Equal(
            (Number(total[2]), Number(total[3]), Number(total[4]), Number(total[5]), Number(total[6]), Number(total[7]), Number(total[10])),
            (invoice.SumOfLines.Amount, invoice.Allowances.Amount, invoice.Charges.Amount, invoice.Net.Amount, invoice.Tax.Amount, invoice.Gross.Amount, invoice.Due.Amount));
        Assert.Equal(
            Vat.Where(row => row[0] == file).Select(row => (row[2], Number(row[3]) / 100, Number(row[4]), Number(row[5]))).Order(),
            invoice.Taxes.Select(tax => (tax.Category, tax.Rate, tax.Net.Amount, tax.Tax.Amount)).Order());
    }

    [Fact]
    public void A_line_is_quantity_times_price_where_the_sample_says_so()
    {
        foreach (var row in Lines.Where(row => row[6].Length == 0 && !row[0].StartsWith("guide-example3", StringComparison.Ordinal)))
            Assert.Equal(Number(row[10]), Math.Abs(Line(Number(row[4]), 0, quantity: Number(row[2])).Amount.Amount) * Math.Sign(Number(row[10])));
    }

    private static string[][] Rows(string file) =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];

    private static decimal Number(string text) => text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);
}
