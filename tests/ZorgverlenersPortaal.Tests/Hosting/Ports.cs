using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>
/// Ports for programs that must be told theirs. From below the range out of which the system gives ports to whoever connects
/// or asks for any, and none twice: what is free here is still free when the program starts.
/// </summary>
internal static class Ports
{
    private const int First = 10_000;
    private const int Count = 10_000;
    private static int _handedOut = RandomNumberGenerator.GetInt32(Count);

    /// <summary>A port of this machine that nobody listens on.</summary>
    public static int Free()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _handedOut) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }
        throw new InvalidOperationException($"No port from {First} on is free.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
