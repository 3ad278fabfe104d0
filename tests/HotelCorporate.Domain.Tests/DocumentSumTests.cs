using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Tests;

public sealed class DocumentSumTests
{
    [Fact]
    public void The_invoice_of_the_house_comes_to_3450_60()
    {
        var sum = DocumentSum.Of(
            TaxMode.Exclusive, Currency.Eur, [Line(1_200m, 0.10m), Line(1_375.50m, 0.20m), Line(500m, 0.20m), Line(-100m, 0.20m)], Of(1_000m));

        Assert.Equal([120.00m, 355.10m], sum.Taxes.Select(tax => tax.Tax.Amount));
        Assert.Equal((2_975.50m, 3_450.60m, 2_450.60m), (sum.Net.Amount, sum.Gross.Amount, sum.Due.Amount));
    }

    [Theory]
    [InlineData("140.00", "0.09975", "13.97")]
    [InlineData("1091.50", "0.15", "163.73")]
    public void Half_a_cent_of_tax_goes_up(string net, string rate, string tax) =>
        Assert.Equal(Number(tax), DocumentSum.Of(TaxMode.Exclusive, Currency.Eur, [Line(Number(net), Number(rate))]).Tax.Amount);

    [Fact]
    public void An_allowance_lowers_the_tax_of_its_group() =>
        Assert.Equal(15.45m, DocumentSum.Of(TaxMode.Exclusive, Currency.Eur, [Line(54.45m, 0.1m), Line(600m, 0.1m), Line(-500m, 0.1m)]).Tax.Amount);

    [Fact]
    public void Each_rate_is_rounded_by_itself() =>
        Assert.Equal(0.04m, DocumentSum.Of(TaxMode.Exclusive, Currency.Eur, [Line(0.13m, 0.1m), Line(0.16m, 0.2m)]).Tax.Amount);

    [Fact]
    public void Tax_inside_the_price_is_taken_out_once()
    {
        var sum = DocumentSum.Of(TaxMode.Inclusive, Currency.Eur, [Line(34m, 0.07m), Line(34m, 0.07m), Line(2.07m, 0.07m)]);
        Assert.Equal((65.49m, 4.58m, 70.07m), (sum.Net.Amount, sum.Tax.Amount, sum.Gross.Amount));
    }

    private static SumLine Line(decimal amount, decimal rate) => new(Of(amount), "S", rate);

    private static Money Of(decimal amount) => Money.Of(amount, Currency.Eur);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
