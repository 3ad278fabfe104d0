namespace HotelCorporate.Domain.Invoices;

/// <summary>What a line does to the sum.</summary>
public enum InvoiceLineRole
{
    /// <summary>Something supplied.</summary>
    Supply,

    /// <summary>Taken off the whole document; its amount is negative.</summary>
    Allowance,

    /// <summary>Put on the whole document.</summary>
    Charge,

    /// <summary>A deposit that was invoiced with its tax before; its amount is negative.</summary>
    Deposit,
}
