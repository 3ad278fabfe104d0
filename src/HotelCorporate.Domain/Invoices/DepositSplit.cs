using HotelCorporate.Domain.Amounts;

namespace HotelCorporate.Domain.Invoices;

/// <summary>A deposit that is a tax point: shared over the rates of what it is for, by gross.</summary>
public static class DepositSplit
{
    /// <summary>The lines of the deposit's own invoice, prices with the tax inside, so that it comes to the deposit exactly.</summary>
    public static IReadOnlyList<InvoiceLine> Lines(Money deposit, DocumentSum contract, string description)
    {
        var parts = deposit.Split([.. contract.Taxes.Select(tax => (tax.Net + tax.Tax).Amount)]);
        return
        [
            .. contract.Taxes.Zip(parts).Where(pair => !pair.Second.IsZero).Select(pair => new InvoiceLine(
                InvoiceLineRole.Supply, description, 1, new UnitPrice(pair.Second.Amount, deposit.Currency), pair.First.Category, pair.First.Rate)),
        ];
    }

    /// <summary>What the final invoice takes off for a deposit invoiced before: one negative line per rate, net or gross as the final states its prices.</summary>
    public static IReadOnlyList<InvoiceLine> Deducted(Invoice deposit, TaxMode mode, Func<Sentence, string> say) =>
    [
        .. deposit.Taxes.Select(tax => new InvoiceLine(
            InvoiceLineRole.Deposit, say($"Deposit, {deposit.Number}"), -1,
            new UnitPrice((mode == TaxMode.Exclusive ? tax.Net : tax.Net + tax.Tax).Amount, deposit.Currency), tax.Category, tax.Rate)),
    ];
}
