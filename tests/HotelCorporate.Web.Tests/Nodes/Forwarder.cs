using System.Net;
using System.Net.Sockets;

namespace HotelCorporate.Web.Tests.Nodes;

/// <summary>Stands before the nodes as a load balancer does: each new line goes to the next node, or to another when that one is gone.</summary>
internal sealed class Forwarder : IDisposable
{
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly int[] _nodes;
    private int _turn;

    public Forwarder(params int[] nodes)
    {
        _nodes = nodes;
        _door.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_door.LocalEndpoint).Port}");
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public void Dispose()
    {
        _closed.Cancel();
        _door.Dispose();
        _closed.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _door.AcceptTcpClientAsync(_closed.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient caller)
    {
        using var here = caller;
        using var there = await ReachAsync();
        if (there is null) return;
        try
        {
            // When one side hangs up, so does the other.
            await Task.WhenAny(here.GetStream().CopyToAsync(there.GetStream()), there.GetStream().CopyToAsync(here.GetStream()));
        }
        catch (IOException)
        {
            // A node ended in the middle.
        }
    }

    private async Task<TcpClient?> ReachAsync()
    {
        var first = Interlocked.Increment(ref _turn);
        for (var i = 0; i < _nodes.Length; i++)
        {
            var line = new TcpClient();
            try
            {
                await line.ConnectAsync(IPAddress.Loopback, _nodes[(first + i) % _nodes.Length]);
                return line;
            }
            catch (SocketException)
            {
                line.Dispose();
            }
        }

        return null;
    }
}
