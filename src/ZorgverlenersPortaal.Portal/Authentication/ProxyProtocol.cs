using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Reads the load balancer's preamble before TLS, so that the trail knows the client's own address (docs/adr/0014). A
/// preamble from elsewhere, a malformed one, or none within five seconds closes the connection without an answer.
/// </summary>
internal sealed partial class ProxyProtocol(
    ProxyProtocolVersion version, ProxyProtocolSources sources, TimeProvider clock, ILogger<ProxyProtocol> logger)
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(5);

    /// <summary>Lets the connection go on to TLS, or closes it.</summary>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (!sources.Contain(connection.RemoteEndPoint))
        {
            Close(connection, "the address is not in Portal:ProxyAddresses");
            return;
        }
        using var limit = new CancellationTokenSource(_limit, clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, connection.ConnectionClosed);
        try
        {
            if (await ReadAsync(connection.Transport.Input, ended.Token) is not { } preamble)
            {
                // A balancer that only looks whether the port is open.
                connection.Abort();
                return;
            }
            if (preamble.State != ProxyProtocolState.Complete)
            {
                Close(connection, "the preamble is malformed");
                return;
            }
            connection.RemoteEndPoint = preamble.Source is { } source ? Plain(source) : connection.RemoteEndPoint;
        }
        catch (OperationCanceledException)
        {
            Close(connection, "no preamble came in time");
            return;
        }
        await next(connection);
    }

    /// <summary>Takes the preamble off the connection, and not a byte more; null when the other side left without one.</summary>
    private async Task<ProxyProtocolPreamble?> ReadAsync(PipeReader input, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await input.ReadAsync(cancellation);
            var preamble = Parse(result.Buffer);
            if (preamble.State == ProxyProtocolState.Complete)
            {
                input.AdvanceTo(result.Buffer.GetPosition(preamble.Length));
                return preamble;
            }
            var isEmpty = result.Buffer.IsEmpty;
            input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (preamble.State == ProxyProtocolState.Malformed || result.IsCompleted)
            {
                return isEmpty ? null : ProxyProtocolPreamble.Malformed;
            }
        }
    }

    private ProxyProtocolPreamble Parse(ReadOnlySequence<byte> buffer)
    {
        Span<byte> start = stackalloc byte[(int)Math.Min(buffer.Length, ProxyProtocolV2.MaximumLength)];
        buffer.Slice(0, start.Length).CopyTo(start);
        return version == ProxyProtocolVersion.V1 ? ProxyProtocolV1.Read(start) : ProxyProtocolV2.Read(start);
    }

    private static IPEndPoint Plain(IPEndPoint source) =>
        source.Address.IsIPv4MappedToIPv6 ? new(source.Address.MapToIPv4(), source.Port) : source;

    private void Close(ConnectionContext connection, string reason)
    {
        Closed(connection.RemoteEndPoint, reason);
        connection.Abort();
    }

    [LoggerMessage(1320, LogLevel.Warning, "Closed a connection from {Address}: {Reason}")]
    private partial void Closed(EndPoint? address, string reason);
}
