using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace HotelCorporate.Web.Mail;

/// <summary>What became of handing one letter over.</summary>
internal enum Handover
{
    /// <summary>Taken.</summary>
    Taken,

    /// <summary>Refused for now (4xx).</summary>
    PutOff,

    /// <summary>Refused for good (5xx to MAIL, RCPT or DATA).</summary>
    Refused,

    /// <summary>The line broke, or the server fell silent, before it agreed to take the letter: it does not have it.</summary>
    Unanswered,

    /// <summary>The line broke, or the server fell silent, after it had agreed to take the letter: it may have it.</summary>
    Unknown,

    /// <summary>No server could be asked: no connection, or turned away at greeting, STARTTLS or sign-in.</summary>
    NotTried,
}

/// <summary>What a mail server said.</summary>
/// <param name="Code">A number or a word that names nobody: for the log and the journal.</param>
/// <param name="Words">Often with the recipient's address: for the letter's own row only.</param>
internal sealed record MailAnswer(Handover Outcome, string Code, string Words)
{
    /// <summary>A server that was waited for in vain.</summary>
    public static MailAnswer Silence(Handover outcome) => new(outcome, "silence", "the mail server does not answer");

    public static MailAnswer Of(Handover outcome, Exception failure) => failure switch
    {
        OperationCanceledException or TimeoutException => Silence(outcome),
        SmtpCommandException said => new(outcome, $"{(int)said.StatusCode}", $"{(int)said.StatusCode} {said.Message}"),
        SocketException broken => new(outcome, broken.SocketErrorCode.ToString(), broken.Message),
        SmtpProtocolException or ServiceNotConnectedException => new(outcome, "line broken", "the line to the mail server broke"),
        _ => new(outcome, failure.GetType().Name, failure.Message),
    };
}

/// <summary>A way for letters to leave the house: SMTP, or files in a folder.</summary>
internal interface IMailCarrier : IDisposable
{
    /// <summary>Gets ready to hand over; does nothing when it is. An answer says why no letter can go now.</summary>
    Task<MailAnswer?> OpenAsync(CancellationToken cancel);

    /// <summary>Hands a letter over. It cannot be stopped half-way: the carrier's patience ends it.</summary>
    Task<MailAnswer> HandOverAsync(string from, string to, string messageId, byte[] content);
}

/// <summary>No SMTP is configured: letters become files that a mail program opens.</summary>
internal sealed class PickupFolder(string folder) : IMailCarrier
{
    public Task<MailAnswer?> OpenAsync(CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return Task.FromResult<MailAnswer?>(null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<MailAnswer?>(MailAnswer.Of(Handover.NotTried, failure));
        }
    }

    public async Task<MailAnswer> HandOverAsync(string from, string to, string messageId, byte[] content)
    {
        // The same letter is the same file: sent again, it is not there twice.
        var file = Path.Combine(folder, string.Concat(messageId.Split('@')[0].Where(char.IsAsciiLetterOrDigit)) + ".eml");
        try
        {
            await File.WriteAllBytesAsync(file + ".part", content);
            File.Move(file + ".part", file, overwrite: true);
            return new(Handover.Taken, "file", "put into the pickup folder");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return MailAnswer.Of(Handover.NotTried, failure);
        }
    }

    public void Dispose() { }
}

/// <summary>A mail server, over a secured connection, signed in when a user is set. A connection that broke is made anew.</summary>
internal sealed class SmtpCarrier(IConfigurationSection settings, MailPatience patience) : IMailCarrier
{
    private Client? _client;

    public async Task<MailAnswer?> OpenAsync(CancellationToken cancel)
    {
        if (_client is { IsConnected: true }) return null;
        Close();
        var client = _client = new Client { Timeout = (int)patience.Letter.TotalMilliseconds };
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patient.CancelAfter(patience.Asking);
        try
        {
            var port = settings.GetValue("Port", 587);
            // A house with its own mail server names the fingerprint of its certificate.
            if (settings["CertificateSha256"] is { Length: > 0 } known)
                client.ServerCertificateValidationCallback = (_, certificate, _, _) => string.Equals(certificate?.GetCertHashString(HashAlgorithmName.SHA256), known, StringComparison.OrdinalIgnoreCase);
            var security = port == 465 ? SecureSocketOptions.SslOnConnect : settings.GetValue("StartTls", true) ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
            await client.ConnectAsync(settings["Host"]!, port, security, patient.Token);
            if (settings["User"] is { Length: > 0 } user) await client.AuthenticateAsync(user, settings["Password"] ?? "", patient.Token);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            Close();
            return MailAnswer.Of(Handover.NotTried, failure);
        }
    }

    public async Task<MailAnswer> HandOverAsync(string from, string to, string messageId, byte[] content)
    {
        using var patient = new CancellationTokenSource(patience.Asking);
        var client = _client!;
        var hasAgreed = false;
        client.Agreed = () =>
        {
            hasAgreed = true;
            patient.CancelAfter(patience.Taking);
        };
        try
        {
            using var message = await MimeMessage.LoadAsync(new MemoryStream(content), CancellationToken.None);
            return new(Handover.Taken, "250", await client.SendAsync(message, MailboxAddress.Parse(from), [MailboxAddress.Parse(to)], patient.Token));
        }
        catch (SmtpCommandException refusal)
        {
            if (refusal.StatusCode == SmtpStatusCode.ServiceNotAvailable) Close(); // the server ends the connection with these words
            return MailAnswer.Of((int)refusal.StatusCode is >= 400 and < 500 ? Handover.PutOff : Handover.Refused, refusal);
        }
        catch (ServiceNotAuthenticatedException failure)
        {
            Close();
            return MailAnswer.Of(Handover.NotTried, failure); // it wants a sign-in: no letter can go
        }
        catch (Exception failure) when (!hasAgreed && failure is ParseException or NotSupportedException)
        {
            // An address that this server cannot write to: this letter fails, the others go on.
            Close();
            return MailAnswer.Of(Handover.Refused, failure);
        }
        catch (Exception failure)
        {
            Close();
            return MailAnswer.Of(hasAgreed ? Handover.Unknown : Handover.Unanswered, failure);
        }
    }

    public void Dispose() => Close();

    private void Close()
    {
        _client?.Dispose();
        _client = null;
    }

    private sealed class Client : SmtpClient
    {
        /// <summary>The server took the recipient; now the letter itself goes over.</summary>
        public Action Agreed { get; set; } = () => { };

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => Agreed();
    }
}
