namespace HotelCorporate.Domain.Accounts;

/// <summary>How a company first came to the hotel.</summary>
public enum AccountSource
{
    NotSaid,
    Exhibition,
    Referral,
    ColdCall,
    WebForm,
    Tender,
    Agency,
}
