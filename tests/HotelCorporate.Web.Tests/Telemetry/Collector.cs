using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HotelCorporate.Web.Tests.Telemetry;

/// <summary>Takes what a site tells of itself by OTLP over HTTP. Its texts stand in it as they are.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _http = new();
    private readonly ConcurrentDictionary<string, string> _taken = new(StringComparer.Ordinal);

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _http.Prefixes.Add(Address);
        _http.Start();
        _ = TakeAsync();
    }

    public string Address { get; }

    public string Traces => _taken.GetValueOrDefault("/v1/traces", "");

    public string Metrics => _taken.GetValueOrDefault("/v1/metrics", "");

    /// <summary>Whether a span of this name came: field 5 of a span, with its length before it.</summary>
    public bool HasSpan(string name) => Traces.Contains($"*{(char)name.Length}{name}", StringComparison.Ordinal);

    public void Dispose() => _http.Close();

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _http.GetContextAsync();
                using var reader = new StreamReader(asked.Request.InputStream, Encoding.Latin1);
                var text = await reader.ReadToEndAsync();
                _taken.AddOrUpdate(asked.Request.Url!.AbsolutePath, text, (_, before) => before + text);
                asked.Response.Close();
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
