namespace HotelCorporate.Domain.Accounts;

/// <summary>A contact's part in the decision.</summary>
public enum ContactPart
{
    Booker,
    DecisionMaker,
    Influencer,
    Billing,
    OnSite,
}
