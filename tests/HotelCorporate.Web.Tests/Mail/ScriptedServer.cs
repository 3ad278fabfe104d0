using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace HotelCorporate.Web.Tests.Mail;

/// <summary>A mail server that does at each stage of a letter what a test tells it: answers, falls silent, or cuts the line.</summary>
public sealed class ScriptedServer : IDisposable
{
    public const string Silence = "(silence)";
    public const string Cut = "(cut)";

    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _next = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _always = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<byte[]> _whole = new();

    public ScriptedServer()
    {
        _door.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_door.LocalEndpoint).Port;

    /// <summary>Letters that came over whole, whatever was answered then.</summary>
    public IReadOnlyList<byte[]> Whole => [.. _whole];

    public IReadOnlyList<byte[]> WholeOf(string messageId) => [.. Whole.Where(content => MimeMessage.Load(new MemoryStream(content)).MessageId == messageId)];

    /// <summary>Does so once, the next time that a letter comes to the stage: greeting, STARTTLS, AUTH, MAIL, RCPT, DATA, or end (of the letter).</summary>
    public void Next(string stage, string answer) => _next.GetOrAdd(stage, _ => []).Enqueue(answer);

    public void Always(string stage, string answer) => _always[stage] = answer;

    public void Behave()
    {
        _next.Clear();
        _always.Clear();
        _whole.Clear();
    }

    public void Dispose()
    {
        if (_closed.IsCancellationRequested) return;
        _closed.Cancel();
        _door.Dispose();
        _closed.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = TalkAsync(await _door.AcceptTcpClientAsync(_closed.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient line)
    {
        using var here = line;
        using var reader = new StreamReader(line.GetStream(), Encoding.Latin1);
        try
        {
            if (!await SayAsync(reader, "greeting", "220 scripted")) return;
            while (await reader.ReadLineAsync(_closed.Token) is { } command)
            {
                var (stage, usual) = command.Split(' ')[0].ToUpperInvariant() switch
                {
                    "EHLO" => ("EHLO", "250-scripted\r\n250-STARTTLS\r\n250 AUTH PLAIN"),
                    "AUTH" => ("AUTH", "235 Welcome"),
                    "DATA" => ("DATA", "354 Go on"),
                    var other => (other, "250 Well"),
                };
                if (!await SayAsync(reader, stage, usual, out var answer)) return;
                if (stage != "DATA" || !answer.StartsWith('3')) continue;
                _whole.Enqueue(await LetterAsync(reader));
                if (!await SayAsync(reader, "end", "250 Kept")) return;
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The other side hung up, or the test is over.
        }
    }

    private Task<bool> SayAsync(StreamReader reader, string stage, string usual) => SayAsync(reader, stage, usual, out _);

    private Task<bool> SayAsync(StreamReader reader, string stage, string usual, out string answer)
    {
        answer = _next.TryGetValue(stage, out var queue) && queue.TryDequeue(out var once) ? once : _always.GetValueOrDefault(stage, usual);
        return SayAsync(reader, answer);
    }

    private async Task<bool> SayAsync(StreamReader reader, string answer)
    {
        if (answer == Silence) while (await reader.ReadLineAsync(_closed.Token) is not null) { }
        if (answer is Silence or Cut) return false;
        await reader.BaseStream.WriteAsync(Encoding.Latin1.GetBytes(answer + "\r\n"), _closed.Token);
        return !answer.StartsWith("421", StringComparison.Ordinal);
    }

    private async Task<byte[]> LetterAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(_closed.Token) is { } row && row != ".") letter.Append(row.StartsWith('.') ? row[1..] : row).Append("\r\n");
        return Encoding.Latin1.GetBytes(letter.ToString());
    }
}
