using System.Net;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>What was read of a preamble.</summary>
/// <param name="State">Whether it is all there.</param>
/// <param name="Length">Its length in bytes; 0 unless complete.</param>
/// <param name="Source">The client, or null where the balancer speaks for itself: the socket's address then counts.</param>
internal readonly record struct ProxyProtocolPreamble(ProxyProtocolState State, int Length, IPEndPoint? Source)
{
    /// <summary>More bytes may make it whole.</summary>
    public static ProxyProtocolPreamble Incomplete => new(ProxyProtocolState.Incomplete, 0, null);

    /// <summary>No more bytes can mend it.</summary>
    public static ProxyProtocolPreamble Malformed => new(ProxyProtocolState.Malformed, 0, null);

    /// <summary>Whole; what follows is the connection itself.</summary>
    public static ProxyProtocolPreamble Complete(int length, IPEndPoint? source) => new(ProxyProtocolState.Complete, length, source);
}
