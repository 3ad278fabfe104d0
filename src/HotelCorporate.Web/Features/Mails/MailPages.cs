using HotelCorporate.Domain.Messages;
using NodaTime;

namespace HotelCorporate.Web.Features.Mails;

/// <summary>The list of letters.</summary>
/// <param name="OldestIsDue">When the oldest letter in the queue should have gone; none when nothing waits.</param>
public sealed record MailsPage(IReadOnlyList<MailsPage.Row> Rows, MailStatus? Status, DateTimeZone Zone, Instant Now, Instant? OldestIsDue)
{
    /// <summary>None when nothing is late by a minute.</summary>
    public long? OldestWaits => OldestIsDue is { } due && due <= Now ? (long)(Now - due).TotalMinutes : null;

    public sealed record Row(
        int Id, MailKind Kind, string Name, string Address, string? Subject, MailStatus Status, Instant QueuedAt, Instant? SentAt, int Tries, Instant NextTryAt, string? Answer, bool MayHaveGoneTwice);
}

/// <summary>One letter.</summary>
public sealed record MailPage(OutboxMail Mail, string Text, IReadOnlyList<string> Attachments, DateTimeZone Zone, Instant Now)
{
    public string Title => Mail.Subject ?? Name(Mail.Kind);

    /// <summary>In words, for a letter that has no subject yet.</summary>
    public static string Name(MailKind kind) => kind switch
    {
        MailKind.QuoteSent => "Offer",
        MailKind.OptionHeld => "Option held",
        MailKind.AcceptedWaiting => "Accepted, waiting for something",
        MailKind.Confirmation => "Confirmation",
        MailKind.FunctionInvite => "Invitation to a function",
        MailKind.Cancellation => "Cancellation",
        MailKind.Invoice => "Invoice",
        MailKind.Invitation => "Invitation",
        MailKind.PasswordReset => "New password",
        _ => "Decision",
    };
}
