using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using MimeKit;

namespace HotelCorporate.Web.Tests.Mail;

/// <summary>A real mail server of its own process (Debian's aiosmtpd): STARTTLS and sign-in required; what it takes is kept.</summary>
public sealed class SmtpServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hotel-smtp-").FullName;
    private readonly Process _process;

    public SmtpServer()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        File.WriteAllText(Path.Combine(_folder, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        Fingerprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var part in (string[])[Path.Combine(AppContext.BaseDirectory, "Mail", "smtp_server.py"), _folder, Path.Combine(_folder, "certificate.pem"), Path.Combine(_folder, "key.pem")])
            start.ArgumentList.Add(part);
        _process = Process.Start(start)!;
        Port = int.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The mail server did not start: is python3-aiosmtpd installed?"), CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public string Fingerprint { get; }

    /// <summary>What was taken so far, in order.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. Directory.GetFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))];

    /// <summary>Every copy that it took of a letter, byte for byte.</summary>
    public IReadOnlyList<byte[]> Copies(string messageId) => [.. Directory.GetFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
        .Where(kept => MimeMessage.Load(new MemoryStream(kept)).MessageId == messageId).Select(kept => kept[(Array.IndexOf(kept, (byte)'\n') + 1)..])]; // without the line that the server put before it

    /// <summary>Who signed in to send a letter.</summary>
    public static string Sender(MimeMessage mail) => mail.Headers["X-Envelope"]!.Split(' ')[0];

    /// <summary>How a site finds it.</summary>
    public Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["Mail:Smtp:Host"] = IPAddress.Loopback.ToString(), ["Mail:Smtp:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Smtp:User"] = "hotel", ["Mail:Smtp:Password"] = "letters-2026", ["Mail:Smtp:CertificateSha256"] = Fingerprint,
    };

    public void Use(IWebHostBuilder builder)
    {
        foreach (var (name, value) in Settings) builder.UseSetting(name, value);
        builder.UseSetting("Mail:EverySeconds", "86400");
    }

    /// <summary>Holds the answer to every RCPT ("rcpt") or DATA ("data") back until it is released.</summary>
    public void Hold(string stage)
    {
        File.Delete(Path.Combine(_folder, "reached-" + stage));
        File.WriteAllText(Path.Combine(_folder, "hold-" + stage), "");
    }

    public bool Holds(string stage) => File.Exists(Path.Combine(_folder, "reached-" + stage));

    public void Release(string stage) => File.Delete(Path.Combine(_folder, "hold-" + stage));

    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;
        _process.Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
