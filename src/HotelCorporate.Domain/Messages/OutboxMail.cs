using HotelCorporate.Domain.Accounts;
using NodaTime;

namespace HotelCorporate.Domain.Messages;

/// <summary>One letter to one recipient: stored in the same save as what it tells of, sent afterwards.</summary>
public sealed class OutboxMail
{
    /// <summary>How long a refusal that may pass is tried again.</summary>
    public static readonly Duration GivenUpAfter = Duration.FromHours(48);

    private OutboxMail()
    {
        Language = Facts = RecipientName = RecipientAddress = MessageId = null!;
    }

    public OutboxMail(
        MailKind kind, int propertyId, int? bookingId, string language, string recipientName, string recipientAddress, string facts,
        string messageId, Instant queuedAt)
    {
        if (recipientAddress.IndexOf('@', StringComparison.Ordinal) < 1 || recipientAddress.Any(letter => char.IsControl(letter) || letter == ' '))
            throw new HouseRuleException($"\"{recipientAddress}\" is not an e-mail address. Correct it at the contact and try again.");
        Kind = kind;
        PropertyId = propertyId;
        BookingId = bookingId;
        Language = language;
        RecipientName = recipientName;
        RecipientAddress = recipientAddress;
        Facts = facts;
        MessageId = messageId;
        QueuedAt = DueAt = NextTryAt = queuedAt;
    }

    public int Id { get; private set; }

    public MailKind Kind { get; private set; }

    public int PropertyId { get; private set; }

    public int? BookingId { get; private set; }

    public int? QuoteId { get; init; }

    public int? InvoiceId { get; init; }

    /// <summary>"en" or "sq".</summary>
    public string Language { get; private set; }

    public string RecipientName { get; private set; }

    public string RecipientAddress { get; private set; }

    /// <summary>A frozen copy of all that the letter states, as JSON.</summary>
    public string Facts { get; private set; }

    /// <summary>Stays the same however often the letter goes.</summary>
    public string MessageId { get; private set; }

    public Instant QueuedAt { get; private set; }

    /// <summary>When it should go: as it was queued, as a person asked for it again, or when a server that put it off gets it anew. A server that is away does not move it.</summary>
    public Instant DueAt { get; private set; }

    public MailStatus Status { get; private set; }

    public string? Subject { get; private set; }

    /// <summary>The letter as it goes over the wire: composed once, before the first try, and kept.</summary>
    public byte[]? Content { get; private set; }

    /// <summary>How often it went to a mail server that was there, whatever came of it.</summary>
    public int Tries { get; private set; }

    public Instant? FirstTriedAt { get; private set; }

    public Instant NextTryAt { get; private set; }

    /// <summary>Until when a sender has taken the letter; after that another one may.</summary>
    public Instant? LeasedUntil { get; private set; }

    /// <summary>Set just before the letter is handed over, cleared by the answer: a new lease that finds it set knows that a sender died in between.</summary>
    public bool HandingOver { get; private set; }

    /// <summary>A sender died, or the line was cut, between sending and marking: the recipient may have it twice, under the same Message-ID. It stays said.</summary>
    public bool MayHaveGoneTwice { get; private set; }

    public Instant? SentAt { get; private set; }

    /// <summary>What the mail server said last.</summary>
    public string? LastAnswer { get; private set; }

    /// <summary>The concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Its link lets whoever has it choose a password: nobody but the recipient reads it.</summary>
    public bool OpensTheDoor => Kind is MailKind.Invitation or MailKind.PasswordReset;

    public void Compose(string subject, byte[] content)
    {
        if (Content is not null) throw new HouseRuleException("This letter is already written; it is not written again.");
        Subject = subject;
        Content = content;
        Version++;
    }

    /// <summary>One sender takes the letter. What another one did not finish may have gone.</summary>
    public void Lease(Instant until)
    {
        MayHaveGoneTwice |= HandingOver;
        HandingOver = false;
        LeasedUntil = until;
        Version++;
    }

    /// <summary>The sender gives the letter back untouched, since the site ends.</summary>
    public void Release()
    {
        LeasedUntil = null;
        Version++;
    }

    /// <summary>The last word before the letter goes to the server.</summary>
    /// <param name="until">Until when this sender has it; longer than it waits for the server.</param>
    public void HandOver(Instant until)
    {
        HandingOver = true;
        LeasedUntil = until;
        Version++;
    }

    public void WasSent(Instant at, string answer)
    {
        Tries++;
        FirstTriedAt ??= at;
        SentAt = at;
        Settle(MailStatus.Sent, answer);
    }

    /// <summary>The server refuses for now (4xx), or was there and did not answer: again after 1, 2, 4, ... minutes, at most 2 hours apart, given up after 48 hours.</summary>
    public void WasPutOff(Instant at, string answer)
    {
        Tries++;
        FirstTriedAt ??= at;
        var minutes = Math.Min(120, 1 << Math.Min(Tries - 1, 7));
        DueAt = NextTryAt = at + Duration.FromMinutes(minutes);
        Settle(at - FirstTriedAt.Value >= GivenUpAfter ? MailStatus.Failed : MailStatus.Waiting, answer);
    }

    /// <summary>The line broke, or the server fell silent, after the letter had begun to go over: nobody knows whether it was taken. It goes again as one that was put off, flagged.</summary>
    public void WasCutOff(Instant at, string reason)
    {
        MayHaveGoneTwice = true;
        WasPutOff(at, reason);
    }

    /// <summary>The server refuses this letter for good (5xx to sender, recipient or content).</summary>
    public void WasRefused(Instant at, string answer)
    {
        Tries++;
        FirstTriedAt ??= at;
        Settle(MailStatus.Failed, answer);
    }

    /// <summary>No server could be asked: not a try.</summary>
    public void CouldNotBeTried(Instant nextTryAt, string reason)
    {
        NextTryAt = nextTryAt;
        Settle(MailStatus.Waiting, reason);
    }

    /// <summary>The recipient's data fall out of the letter: what it looked like is gone, that it went stays. One that waits goes no more.</summary>
    /// <param name="said">What stands in the place of the last answer when it had not gone.</param>
    public void Forget(IReadOnlyList<string> names, string pseudonym, bool isRecipient, string said)
    {
        foreach (var name in names)
        {
            Facts = NameInText.Replaced(Facts, name, pseudonym);
            Subject = Subject is null ? null : NameInText.Replaced(Subject, name, pseudonym);
            LastAnswer = LastAnswer is null ? null : NameInText.Replaced(LastAnswer, name, pseudonym);
        }

        Content = null;
        if (isRecipient) (RecipientName, RecipientAddress) = (pseudonym, "erased@invalid");
        if (isRecipient && Status == MailStatus.Waiting) Settle(MailStatus.Failed, said);
        Version++;
    }

    /// <summary>Puts a failed letter back into the queue, as a person asked.</summary>
    public void TryAgain(Instant now)
    {
        if (Status != MailStatus.Failed) throw new HouseRuleException("Only a failed mail can be tried again.");
        if (RecipientAddress == "erased@invalid") throw new HouseRuleException("The data of the recipient were erased: this letter goes to nobody.");
        FirstTriedAt = null;
        Tries = 0;
        DueAt = NextTryAt = now;
        Settle(MailStatus.Waiting, LastAnswer ?? "");
    }

    private void Settle(MailStatus status, string answer)
    {
        Status = status;
        LastAnswer = answer.Length > 500 ? answer[..500] : answer;
        LeasedUntil = null;
        HandingOver = false;
        Version++;
    }
}
