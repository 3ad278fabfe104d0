namespace HotelCorporate.Domain.Accounts;

/// <summary>How far the house trusts a company.</summary>
public enum Reliability
{
    Unchecked,
    Good,

    /// <summary>With care: somebody looks again on the day of the next check.</summary>
    Watch,

    /// <summary>Nothing goes definite on account without an approval.</summary>
    Blocked,
}
