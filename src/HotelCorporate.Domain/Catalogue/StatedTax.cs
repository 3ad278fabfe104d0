namespace HotelCorporate.Domain.Catalogue;

/// <summary>What the list that a price came from says about tax in it.</summary>
public enum StatedTax
{
    /// <summary>Nothing of its own: as the hotel prices.</summary>
    AsTheHotel,

    Included,

    Excluded,

    /// <summary>The list leaves it open, and somebody has to find out.</summary>
    Unknown,
}
