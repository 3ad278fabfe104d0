namespace HotelCorporate.Domain.Bookings;

/// <summary>Why business did not come about: for the list of lost business by reason and competitor.</summary>
public enum LostReason
{
    Price,
    Dates,
    Space,

    /// <summary>The client chose another house; its name stands with it when it is known.</summary>
    Competitor,
    EventCancelled,
    NoAnswer,
    OptionExpired,

    /// <summary>Said in words.</summary>
    Other,
}
