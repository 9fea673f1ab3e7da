using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>
/// A TCP server in front of an EPD that speaks HTTP by hand, so that it can break every rule of it. What no fault is set for
/// passes unharmed. Each connection serves one request.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient _http = new();
    private readonly string _upstream;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;
    private volatile Scene _scene = new(_ => false, (_, _) => Task.CompletedTask);

    private FaultProxy(string upstream)
    {
        _upstream = upstream[..^"/fhir".Length];
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>FHIR base address.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}/fhir";

    /// <summary>Requests that met the fault.</summary>
    public int Met => _scene.Met;

    public static FaultProxy Start(string upstream) => new(upstream);

    /// <summary>From now on requests for such a target (path and query) meet this fault.</summary>
    public void Set(Func<string, bool> when, Func<FaultCall, CancellationToken, Task> fault)
    {
        var over = _scene;
        _scene = new(when, fault);
        over.Dispose();
    }

    /// <summary>Ends when a request has met the fault.</summary>
    public Task UntilMetAsync() => _scene.Reached.WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        _scene.Dispose();
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving;
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptSocketAsync(_stopping.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var stream = new NetworkStream(socket);
                var (method, target, headers, body) = await ReadAsync(stream);
                using var answer = await _http.SendAsync(Forwarded(method, target, headers, body), _stopping.Token);
                var call = new FaultCall(target, socket, stream, answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "", await answer.Content.ReadAsByteArrayAsync(_stopping.Token));
                if (_scene is { } scene && scene.When(target))
                {
                    scene.Meet();
                    await scene.Fault(call, scene.Ended);
                    return;
                }
                await call.SendAsync(call.Body);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or HttpRequestException)
            {
                // The portal gave up, or the test did.
            }
        }
    }

    private HttpRequestMessage Forwarded(string method, string target, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), _upstream + target);
        request.Headers.TryAddWithoutValidation("Accept", headers.GetValueOrDefault("Accept"));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", headers.GetValueOrDefault("Content-Type"));
        }
        return request;
    }

    private static async Task<(string Method, string Target, Dictionary<string, string> Headers, byte[] Body)> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            await stream.ReadExactlyAsync(one);
            head.Add(one[0]);
        }
        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines[1..].Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        var first = lines[0].Split(' ');
        return (first[0], first[1], headers, body);
    }

    private sealed class Scene(Func<string, bool> when, Func<FaultCall, CancellationToken, Task> fault) : IDisposable
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenSource _ended = new();
        private int _met;

        public Func<string, bool> When => when;

        public Func<FaultCall, CancellationToken, Task> Fault => fault;

        public int Met => Volatile.Read(ref _met);

        public Task Reached => _reached.Task;

        public CancellationToken Ended => _ended.Token;

        public void Meet()
        {
            Interlocked.Increment(ref _met);
            _reached.TrySetResult();
        }

        public void Dispose()
        {
            _ended.Cancel();
            _ended.Dispose();
        }
    }
}
