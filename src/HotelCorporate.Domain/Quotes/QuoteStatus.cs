namespace HotelCorporate.Domain.Quotes;

/// <summary>Where one version of an offer stands.</summary>
public enum QuoteStatus
{
    Draft,
    Sent,
    Accepted,
    Declined,
    Expired,
    Superseded,
    Revoked,
}
