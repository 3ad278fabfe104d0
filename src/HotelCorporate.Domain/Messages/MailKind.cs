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

    /// <summary>To a new person of the house.</summary>
    Invitation,

    /// <summary>To a person of the house who forgot the password.</summary>
    PasswordReset,

    /// <summary>To whoever asked for an approval.</summary>
    Decision,

    /// <summary>To the one whom a request was handed to.</summary>
    Delegation,
}
