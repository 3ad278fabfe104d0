namespace HotelCorporate.Domain.Quotes;

/// <summary>What a line of an offer is there for.</summary>
public enum QuoteLineRole
{
    /// <summary>Something that is sold.</summary>
    Supply,

    /// <summary>A room's hire.</summary>
    Hire,

    /// <summary>What is missing to the least spend on food and beverage.</summary>
    Shortfall,

    /// <summary>Loyalty points that are spent: its amount is negative.</summary>
    Reward,
}
