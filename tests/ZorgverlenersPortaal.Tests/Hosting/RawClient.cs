using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>One connection from an address of choice on the loopback, with whatever bytes before TLS.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Stream _stream;

    private RawClient(Socket? socket) => _stream = socket is null ? new MemoryStream() : new NetworkStream(socket, ownsSocket: true);

    public static async Task<RawClient> ConnectAsync(int port, string from = "127.0.0.1", params byte[][] preamble)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            var client = new RawClient(socket);
            foreach (var part in preamble)
            {
                await client._stream.WriteAsync(part);
            }

            return client;
        }
        catch (Exception fault) when (fault is IOException or SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            // Closed so soon that this side was still busy connecting.
            return new RawClient(null);
        }
    }

    /// <summary>The answer to one GET over TLS with this card; null when the other side closed before there was one.</summary>
    public async Task<string?> GetAsync(string path, X509Certificate2? card, params string[] headers)
    {
        try
        {
            using var tls = new SslStream(_stream, leaveInnerStreamOpen: true);
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                CertificateChainPolicy = PortalClient.TrustInWebCa(),
                LocalCertificateSelectionCallback = card is null ? null : (_, _, _, _, _) => card,
            });
            var lines = string.Concat(headers.Select(header => header + "\r\n"));
            await tls.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{lines}Connection: close\r\n\r\n"));
            using var reader = new StreamReader(tls);
            return await reader.ReadToEndAsync() is { Length: > 0 } answer ? answer : null;
        }
        catch (Exception fault) when (fault is IOException or System.Security.Authentication.AuthenticationException)
        {
            return null;
        }
    }

    /// <summary>The other side closes and says nothing.</summary>
    public async Task<bool> IsClosedAsync()
    {
        try
        {
            return await _stream.ReadAsync(new byte[1]).AsTask().WaitAsync(TimeSpan.FromSeconds(30)) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _stream.Dispose();
}
