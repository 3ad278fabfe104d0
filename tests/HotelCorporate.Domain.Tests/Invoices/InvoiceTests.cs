using CsCheck;
using HotelCorporate.Domain.Amounts;
using HotelCorporate.Domain.Invoices;
using HotelCorporate.Domain.Quotes;
using NodaTime;
using static HotelCorporate.Domain.Tests.Invoices.InvoiceExamples;

namespace HotelCorporate.Domain.Tests.Invoices;

public sealed class InvoiceTests
{
    [Fact]
    public void The_invoice_of_the_house_comes_to_2450_60_after_its_deposit()
    {
        var invoice = Issue(Draft(InvoiceKind.Final, TaxMode.Exclusive, HouseLines()) with { Prepaid = Eur(1_000m) });

        Assert.Equal((3_075.50m, 100m, 2_975.50m), (invoice.SumOfLines.Amount, invoice.Allowances.Amount, invoice.Net.Amount));
        Assert.Equal([120.00m, 355.10m], invoice.Taxes.Select(tax => tax.Tax.Amount));
        Assert.Equal((3_450.60m, 1_000m, 2_450.60m), (invoice.Gross.Amount, invoice.Prepaid.Amount, invoice.Due.Amount));
    }

    [Fact]
    public void A_deposit_that_is_a_tax_point_is_shared_over_the_rates_and_deducted_by_lines()
    {
        var contract = DocumentSum.Of(TaxMode.Exclusive, Currency.Eur,
            [new(Eur(1_200m), "S", 0.10m), new(Eur(1_375.50m), "S", 0.20m), new(Eur(500m), "S", 0.20m), new(Eur(-100m), "S", 0.20m)]);
        var deposit = Issue(Draft(InvoiceKind.Deposit, TaxMode.Inclusive, DepositSplit.Lines(Eur(1_000m), contract, "Deposit")));
        Assert.Equal([(382.54m, 34.78m), (617.46m, 102.91m)], deposit.Taxes.Select(tax => ((tax.Net + tax.Tax).Amount, tax.Tax.Amount)));
        Assert.Equal(1_000m, deposit.Due.Amount);

        var final = Issue(Draft(InvoiceKind.Final, TaxMode.Exclusive, [.. HouseLines(), .. DepositSplit.Deducted(deposit, TaxMode.Exclusive, words => words.ToString())]));
        Assert.Equal((2_113.19m, 337.41m, 2_450.60m), (final.Net.Amount, final.Tax.Amount, final.Due.Amount));
    }

    [Fact]
    public void Tax_held_in_the_price_stays_to_the_cent_after_a_deducted_deposit() =>
        Gen.Select(Gen.Int[1_000, 900_000].Array[1, 6], Gen.Int[0, 25].Array[6], Gen.Int[1, 100]).Sample((cents, rates, percent) =>
        {
            InvoiceLine[] Lines() => [.. cents.Select((units, i) => Line(units / 100m, rates[i] / 100m))];
            var whole = Issue(Draft(InvoiceKind.Final, TaxMode.Inclusive, Lines()));
            var asked = whole.Gross * (percent / 100m);
            var sum = DocumentSum.Of(TaxMode.Inclusive, Currency.Eur, [.. cents.Select((units, i) => new SumLine(Eur(units / 100m), "S", rates[i] / 100m))]);
            var deposit = Issue(Draft(InvoiceKind.Deposit, TaxMode.Inclusive, DepositSplit.Lines(asked, sum, "Deposit")));
            var final = Issue(Draft(InvoiceKind.Final, TaxMode.Inclusive, [.. Lines(), .. DepositSplit.Deducted(deposit, TaxMode.Inclusive, words => words.ToString())]));
            return deposit.Due == asked && final.Due == whole.Gross - asked;
        });

    [Fact]
    public void The_nets_of_lines_that_hold_the_tax_sum_to_the_net()
    {
        var invoice = Issue(Draft(InvoiceKind.Final, TaxMode.Inclusive, Line(34m, 0.07m), Line(34m, 0.07m), Line(2.07m, 0.07m)));
        Assert.Equal((65.49m, 4.58m), (invoice.Net.Amount, invoice.Tax.Amount));
        Assert.Equal(invoice.Net, invoice.LineNets().Sum(Currency.Eur));
    }

    [Fact]
    public void The_nets_of_lines_always_sum_to_the_net() =>
        Gen.Select(Gen.Int[-50_000, 900_000].Array[1, 8], Gen.Int[0, 25].Array[8]).Sample((cents, rates) =>
        {
            var invoice = Issue(Draft(InvoiceKind.Final, TaxMode.Inclusive, cents.Select((units, i) => Line(units / 100m, rates[i] / 100m))));
            return invoice.LineNets().Sum(Currency.Eur) == invoice.Net;
        });

    [Theory]
    [InlineData(InvoiceKind.Final, "INV-TIA-2026-000007")]
    [InlineData(InvoiceKind.Deposit, "DEP-TIA-2026-000007")]
    [InlineData(InvoiceKind.DepositRequest, "REQ-TIA-2026-000007")]
    [InlineData(InvoiceKind.CancellationFee, "FEE-TIA-2026-000007")]
    public void Each_kind_has_a_series_of_its_own(InvoiceKind kind, string number) =>
        Assert.Equal(number, Issue(Draft(kind, TaxMode.Exclusive, Line(1m, 0m, category: "O")), next: 7).Number);

    [Fact]
    public void It_is_never_dated_before_the_last_of_its_series() =>
        Assert.Throws<HouseRuleException>(() => Issue(Draft(InvoiceKind.Final, TaxMode.Exclusive, HouseLines()), last: Today.PlusDays(1)));

    [Fact]
    public void What_is_outside_the_scope_of_tax_does_not_mix_with_what_is_taxed() =>
        Assert.Throws<HouseRuleException>(() => Issue(Draft(InvoiceKind.Final, TaxMode.Exclusive, Line(1m, 0.2m), Line(1m, 0m, category: "O"))));

    [Theory]
    [InlineData(TaxMode.Exclusive)]
    [InlineData(TaxMode.Inclusive)]
    public void A_credit_note_gives_everything_back_to_the_cent(TaxMode mode) =>
        Gen.Select(Gen.Int[1, 900_000].Array[1, 8], Gen.Int[0, 25].Array[8], Gen.Int[0, 10_000]).Sample((cents, rates, prepaid) =>
        {
            var invoice = Issue(Draft(InvoiceKind.Final, mode, cents.Select((units, i) => Line(units / 100m, rates[i] / 100m))) with { Prepaid = Eur(prepaid / 100m) });
            var credit = Issue(invoice.Credit("Wrong company"));
            return credit.Gross == -invoice.Gross && credit.Tax == -invoice.Tax && credit.Due == -invoice.Due && credit.Corrects == invoice.Number;
        });

    [Fact]
    public void A_credit_note_needs_a_reason_and_corrects_invoices_only()
    {
        var invoice = Issue(Draft(InvoiceKind.Final, TaxMode.Exclusive, HouseLines()));
        Assert.Throws<HouseRuleException>(() => invoice.Credit(" "));
        Assert.Throws<HouseRuleException>(() => Issue(invoice.Credit("Wrong")).Credit("Again"));
        Assert.Throws<HouseRuleException>(() => Issue(Draft(InvoiceKind.DepositRequest, TaxMode.Inclusive, Line(1m, 0m, category: "O"))).Credit("Wrong"));
        Assert.Throws<HouseRuleException>(() => Issue(Draft(InvoiceKind.CreditNote, TaxMode.Exclusive, HouseLines())));
    }

    [Fact]
    public void Half_of_20000_less_4000_paid_leaves_6000_of_the_cancellation_fee() =>
        Assert.Equal(6_000m, Issue(Draft(InvoiceKind.CancellationFee, TaxMode.Exclusive, Line(20_000m * 0.5m, 0m, category: "O")) with { Prepaid = Eur(4_000m) }).Due.Amount);

    [Theory]
    [InlineData(90, 97, 97)]
    [InlineData(90, 82, 90)]
    [InlineData(5, null, 20)]
    public void A_line_per_person_charges_who_is_guaranteed_or_came_and_the_minimum(int guaranteed, int? actual, int charged)
    {
        var quoted = new QuoteLine("Day package", "Lunch", Today, RevenueClass.Food, 80, new UnitPrice(20m, Currency.Eur), "S", 0.2m, []) { PerPerson = true, AtLeast = 20 };
        var line = InvoiceLine.Of(quoted, words => words.ToString(), Domain.Bookings.Numbers.Charged(guaranteed, actual), guaranteed, actual);
        Assert.Equal((charged, 20m * charged, 80m), ((int)line.Quantity, line.Amount.Amount, line.Contracted));
    }

    [Fact]
    public void A_copied_line_is_the_quotes_line_to_the_cent()
    {
        var quoted = new QuoteLine("Meeting", "Hire", Today, RevenueClass.RoomHire, 1, new UnitPrice(57.48m, Currency.Eur), "S", 0.21m, [], 0.1m, "regular");
        var invoice = Issue(Draft(InvoiceKind.Final, TaxMode.Exclusive, InvoiceLine.Of(quoted, words => words.ToString(), charged: 12)));
        Assert.Equal((51.73m, 10.86m, 62.59m), (invoice.Net.Amount, invoice.Tax.Amount, invoice.Gross.Amount));
        Assert.Equal(quoted.Discount, invoice.Lines[0].Discount);
    }

    [Fact]
    public void Service_of_24_percent_and_9_25_percent_tax_make_1354_70()
    {
        var line = new InvoiceLine(InvoiceLineRole.Supply, "Dinner", 1, new UnitPrice(1_000m, Currency.Eur), "S", 0.0925m) { ServicesText = ServiceShare.Write([new("Service", 0.24m, IsTaxable: true)]) };
        var invoice = Issue(Draft(InvoiceKind.Final, TaxMode.Exclusive, line));
        Assert.Equal((240m, 114.70m, 1_354.70m), (invoice.Service.Amount, invoice.Tax.Amount, invoice.Gross.Amount));
    }

    [Theory]
    [InlineData("54.45 600.00 -500.00", "0.10 0.10 0.10", "15.45")]
    [InlineData("1091.50", "0.15", "163.73")]
    [InlineData("140.00", "0.09975", "13.97")]
    [InlineData("0.13 0.16", "0.10 0.20", "0.04")]
    public void Tax_is_the_same_in_the_total_and_in_its_groups(string amounts, string rates, string tax)
    {
        var invoice = Issue(Draft(InvoiceKind.Final, TaxMode.Exclusive, amounts.Split(' ').Zip(rates.Split(' '), (amount, rate) => Line(Number(amount), Number(rate)))));
        Assert.Equal((Number(tax), Number(tax)), (invoice.Tax.Amount, invoice.Taxes.Sum(group => group.Tax.Amount)));
    }

    [Fact]
    public void Nine_and_a_half_hours_are_1185_13() => Assert.Equal(1_185.13m, Line(124.75m, 0.2m, quantity: 9.5m).Amount.Amount);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
