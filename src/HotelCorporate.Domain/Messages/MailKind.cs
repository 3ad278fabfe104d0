namespace HotelCorporate.Domain.Messages;

/// <summary>What a letter is about.</summary>
public enum MailKind
{
    QuoteSent,
    OptionHeld,
    AcceptedWaiting,
    Confirmation,
    FunctionInvite,
    Cancellation,
    Invoice,

    /// <summary>The one that waited holds everything now, and has time to sign.</summary>
    Promoted,

    /// <summary>Another client is ready to sign: sign in time or lose the space.</summary>
    Challenge,

    OptionLapsed,

    /// <summary>The client gave its option back.</summary>
    OptionReleased,

    /// <summary>A definite booking took the space of an option.</summary>
    Displaced,

    /// <summary>A date of the booking is near.</summary>
    Reminder,

    /// <summary>One function of many does not take place.</summary>
    FunctionCancelled,

    /// <summary>To a number of people that the client sent.</summary>
    NumberAnswered,

    /// <summary>To what the client said about an offer.</summary>
    OfferAnswered,

    /// <summary>What a company brought, with its paper.</summary>
    Scorecard,

    /// <summary>To a new person of the house.</summary>
    Invitation,

    /// <summary>To a person of the house who forgot the password.</summary>
    PasswordReset,

    /// <summary>To whoever asked for an approval.</summary>
    Decision,

    /// <summary>To the one whom a request was handed to.</summary>
    Delegation,

    /// <summary>A rate agreement, to be read and accepted by its link.</summary>
    AgreementOffered,
}
