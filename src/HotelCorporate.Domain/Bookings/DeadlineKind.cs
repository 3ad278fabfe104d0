namespace HotelCorporate.Domain.Bookings;

/// <summary>The dates that a booking keeps (domain section 8).</summary>
public enum DeadlineKind
{
    /// <summary>The last day of the offer that is out.</summary>
    QuoteValid,

    /// <summary>The last day of the option.</summary>
    Option,

    /// <summary>The day on which the client said that it would decide; set by hand.</summary>
    Decision,

    /// <summary>A part of the deposit; one for each part.</summary>
    Deposit,

    /// <summary>The bedrooms are looked over with the client; one for each review.</summary>
    BlockReview,

    /// <summary>Bedrooms that nobody took return to the house after it.</summary>
    CutOff,

    /// <summary>The guests' names are in.</summary>
    RoomingList,
    MenuChoice,

    /// <summary>The final number of people.</summary>
    Guarantee,

    /// <summary>The function sheet is signed by the client.</summary>
    SignedSheet,
}
