namespace HotelCorporate.Domain.Amounts;

/// <summary>How a property, and each of its documents, states prices: before tax or with the tax inside. Each way is exact in itself.</summary>
public enum TaxMode
{
    /// <summary>Lines are net; tax is added per (category, rate).</summary>
    Exclusive,

    /// <summary>Lines are gross; tax is taken out per (category, rate).</summary>
    Inclusive,
}
