namespace HotelCorporate.Domain.Invoices;

/// <summary>What a document asks for or gives back.</summary>
public enum InvoiceKind
{
    /// <summary>Asks for a deposit; outside the fiscal series, no tax is due on it.</summary>
    DepositRequest,

    /// <summary>A taxed invoice for a deposit, where the deposit is a tax point.</summary>
    Deposit,

    /// <summary>What the event came to.</summary>
    Final,

    /// <summary>Gives back what another document charged.</summary>
    CreditNote,

    /// <summary>Looks like the final invoice, but charges nothing; outside the fiscal series.</summary>
    ProForma,

    /// <summary>The fee for cancelling, outside the scope of VAT.</summary>
    CancellationFee,
}
