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

    /// <summary>No server could be asked: no connection, or turned away at greeting, STARTTLS or sign-in.</summary>
    NotTried,
}

/// <summary>A way for letters to leave the house: SMTP, or files in a folder.</summary>
internal interface IMailCarrier : IDisposable
{
    /// <summary>Gets ready to hand over. An answer other than null says why no letter can go now.</summary>
    Task<string?> OpenAsync(CancellationToken cancel);

    Task<(Handover Outcome, string Answer)> HandOverAsync(string from, string to, string messageId, byte[] content, CancellationToken cancel);
}

/// <summary>No SMTP is configured: letters become files that a mail program opens.</summary>
internal sealed class PickupFolder(string folder) : IMailCarrier
{
    public Task<string?> OpenAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        return Task.FromResult<string?>(null);
    }

    public async Task<(Handover Outcome, string Answer)> HandOverAsync(string from, string to, string messageId, byte[] content, CancellationToken cancel)
    {
        // The same letter is the same file: sent again, it is not there twice.
        var file = Path.Combine(folder, string.Concat(messageId.Split('@')[0].Where(char.IsAsciiLetterOrDigit)) + ".eml");
        await File.WriteAllBytesAsync(file + ".part", content, cancel);
        File.Move(file + ".part", file, overwrite: true);
        return (Handover.Taken, "put into the pickup folder");
    }

    public void Dispose() { }
}

/// <summary>A mail server, over a secured connection, signed in when a user is set.</summary>
internal sealed class SmtpCarrier(IConfigurationSection settings) : IMailCarrier
{
    private readonly SmtpClient _client = new() { Timeout = 20_000 };

    public async Task<string?> OpenAsync(CancellationToken cancel)
    {
        try
        {
            var port = settings.GetValue("Port", 587);
            // A house with its own mail server names the fingerprint of its certificate.
            if (settings["CertificateSha256"] is { Length: > 0 } known)
                _client.ServerCertificateValidationCallback = (_, certificate, _, _) => string.Equals(certificate?.GetCertHashString(HashAlgorithmName.SHA256), known, StringComparison.OrdinalIgnoreCase);
            var security = port == 465 ? SecureSocketOptions.SslOnConnect : settings.GetValue("StartTls", true) ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
            await _client.ConnectAsync(settings["Host"]!, port, security, cancel);
            if (settings["User"] is { Length: > 0 } user) await _client.AuthenticateAsync(user, settings["Password"] ?? "", cancel);
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return failure.Message;
        }
    }

    public async Task<(Handover Outcome, string Answer)> HandOverAsync(string from, string to, string messageId, byte[] content, CancellationToken cancel)
    {
        try
        {
            using var message = await MimeMessage.LoadAsync(new MemoryStream(content), cancel);
            var answer = await _client.SendAsync(message, MailboxAddress.Parse(from), [MailboxAddress.Parse(to)], cancel);
            return (Handover.Taken, answer);
        }
        catch (SmtpCommandException refusal)
        {
            var code = (int)refusal.StatusCode;
            return (code is >= 400 and < 500 ? Handover.PutOff : Handover.Refused, $"{code} {refusal.Message}");
        }
        catch (Exception failure) when (failure is IOException or SmtpProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException)
        {
            return (Handover.NotTried, failure.Message);
        }
    }

    public void Dispose() => _client.Dispose();
}
