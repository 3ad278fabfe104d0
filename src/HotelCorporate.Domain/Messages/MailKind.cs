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
}
