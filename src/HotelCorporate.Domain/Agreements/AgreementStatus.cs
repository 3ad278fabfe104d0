namespace HotelCorporate.Domain.Agreements;

/// <summary>Where the work on an agreement stands.</summary>
public enum AgreementStatus
{
    Draft,
    Approval,
    Offered,
    Negotiating,
    Accepted,
    Terminated,
}

/// <summary>What an agreement is called today, derived from its status and its dates.</summary>
public enum AgreementLabel
{
    Draft,
    Approval,
    Offered,
    Negotiating,

    /// <summary>Accepted; its term has not begun.</summary>
    Upcoming,
    Active,

    /// <summary>In force for 60 days at most.</summary>
    Expiring,
    Expired,
    Renewed,
    Terminated,
}
