using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>One TLS connection to the portal that sends whatever bytes a test wants, and keeps what comes back.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan _enough = TimeSpan.FromSeconds(90);
    private readonly Socket _socket;
    private readonly SslStream _tls;

    private RawConnection(Socket socket, SslStream tls)
    {
        _socket = socket;
        _tls = tls;
    }

    /// <summary>Connects and shakes hands; without a card unless one is given.</summary>
    public static async Task<RawConnection> OpenAsync(Uri portal, SslApplicationProtocol? protocol = null, X509Certificate2? card = null)
    {
        var socket = await ConnectAsync(portal);
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            CertificateChainPolicy = PortalClient.TrustInWebCa(),
            ApplicationProtocols = [protocol ?? SslApplicationProtocol.Http11],
            LocalCertificateSelectionCallback = card is null ? null : (_, _, _, _, _) => card,
        }).WaitAsync(_enough);
        return new(socket, tls);
    }

    /// <summary>A connection that has not begun to speak TLS.</summary>
    public static async Task<Socket> ConnectAsync(Uri portal)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, portal.Port));
        return socket;
    }

    /// <summary>Everything the portal says to one request, to the end of the connection.</summary>
    public static async Task<string> AskAsync(Uri portal, string request)
    {
        using var connection = await OpenAsync(portal);
        await connection.SendAsync(Encoding.Latin1.GetBytes(request));
        return Encoding.Latin1.GetString(await connection.ReadToEndAsync());
    }

    /// <summary>Sends; false when the other side has closed.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _tls.WriteAsync(bytes).AsTask().WaitAsync(_enough);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What comes next; 0 when the other side has closed.</summary>
    public async Task<int> ReadAsync(Memory<byte> into)
    {
        try
        {
            return await _tls.ReadAsync(into).AsTask().WaitAsync(_enough);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>All that comes until the other side closes; fails when it never does.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await ReadAsync(part) is var read and > 0)
        {
            all.Write(part, 0, read);
        }
        return all.ToArray();
    }

    public void Dispose()
    {
        _tls.Dispose();
        _socket.Dispose();
    }
}
