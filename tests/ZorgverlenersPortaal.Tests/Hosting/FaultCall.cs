using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>One request that meets a fault: the decent answer the EPD gave, and the wire to spoil it on.</summary>
public sealed class FaultCall(string target, Socket socket, NetworkStream stream, HttpStatusCode status, string contentType, byte[] body)
{
    /// <summary>What the EPD would have said.</summary>
    public byte[] Body => body;

    /// <summary>Path and query asked.</summary>
    public string Target => target;

    public string Text => Encoding.UTF8.GetString(body);

    /// <summary>A whole answer; the type and status of the EPD unless said otherwise.</summary>
    public async Task SendAsync(byte[] bytes, int? code = null, string? type = null, string headers = "")
    {
        await HeadAsync(bytes.Length, code, type, headers);
        await stream.WriteAsync(bytes);
    }

    public Task SendAsync(string text, int? code = null, string? type = null, string headers = "") => SendAsync(Encoding.UTF8.GetBytes(text), code, type, headers);

    /// <summary>Status line and headers only.</summary>
    public async Task HeadAsync(long? length, int? code = null, string? type = null, string headers = "") => await stream.WriteAsync(Encoding.ASCII.GetBytes(
        $"HTTP/1.1 {code ?? (int)status} X\r\nContent-Type: {type ?? contentType}\r\n"
        + (length is { } l ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {l}\r\n") : "")
        + $"{headers}Connection: close\r\n\r\n"));

    public async Task BytesAsync(ReadOnlyMemory<byte> bytes) => await stream.WriteAsync(bytes);

    /// <summary>A piece, as often as said: a large body without the memory of one.</summary>
    public async Task RepeatAsync(ReadOnlyMemory<byte> piece, long times)
    {
        for (var i = 0L; i < times; i++)
        {
            await stream.WriteAsync(piece);
        }
    }

    /// <summary>RST instead of FIN.</summary>
    public void Reset() => socket.LingerState = new LingerOption(true, 0);

    /// <summary>Silence until the test goes on to something else.</summary>
    public static async Task SilenceAsync(CancellationToken ended)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = ended.Register(() => over.TrySetResult());
        await over.Task.WaitAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
    }
}
