using System.Net;
using System.Net.Sockets;

namespace ZorgverlenersPortaal.EndToEndTests.Hosting;

/// <summary>A piece of network between the portal and a server: it passes bytes, late, or none while it is cut.</summary>
internal sealed class SlowLink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly int _server;
    private readonly Task _serving;
    private volatile TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowLink(int server)
    {
        _server = server;
        _open.SetResult();
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where the portal connects to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How late bytes arrive, each way.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>From now on nothing arrives and nothing is refused, as when a cable is out.</summary>
    public void Cut() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was under way arrives.</summary>
    public void Mend() => _open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Mend();
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving;
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await _listener.AcceptSocketAsync(_stopping.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task PassAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await _open.Task.WaitAsync(_stopping.Token);
            await far.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _server), _stopping.Token);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The server is not there: so the client hears.
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _stopping.Token) is > 0 and var count)
            {
                if (Delay > TimeSpan.Zero)
                {
                    await Task.Delay(Delay, _stopping.Token);
                }
                await _open.Task.WaitAsync(_stopping.Token);
                await to.SendAsync(buffer.AsMemory(0, count), _stopping.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One side has gone.
        }
    }
}
