namespace HotelCorporate.Domain.Messages;

/// <summary>How far a letter has come.</summary>
public enum MailStatus
{
    /// <summary>To be sent, or sent again after a refusal that may pass.</summary>
    Waiting,

    /// <summary>Taken by the client's mail server (or put into the pickup folder).</summary>
    Sent,

    /// <summary>Refused for good, or given up; somebody has to look.</summary>
    Failed,
}
