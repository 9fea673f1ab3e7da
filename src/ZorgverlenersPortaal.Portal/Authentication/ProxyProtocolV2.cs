using System.Buffers.Binary;
using System.Net;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Version 2 of the PROXY protocol (haproxy.org, proxy-protocol.txt §2.2): 16 bytes, then addresses and type-length-values.
/// TCP over IPv4 and IPv6 only; the values must be well formed, and none is used.
/// </summary>
internal static class ProxyProtocolV2
{
    /// <summary>The longest preamble: 16 bytes and 520 of what follows (§2: 536 always arrive in one segment).</summary>
    public const int MaximumLength = 536;

    private const int HeaderLength = 16;
    private const int VersionAndLocal = 0x20;
    private const int VersionAndProxy = 0x21;
    private static ReadOnlySpan<byte> Signature => "\r\n\r\n\0\r\nQUIT\n"u8;

    /// <summary>Reads the preamble that these bytes start with; looks at nothing after it.</summary>
    public static ProxyProtocolPreamble Read(ReadOnlySpan<byte> bytes)
    {
        var start = Math.Min(bytes.Length, Signature.Length);
        if (!bytes[..start].SequenceEqual(Signature[..start])
            || (bytes.Length > Signature.Length && bytes[Signature.Length] is not (VersionAndLocal or VersionAndProxy)))
        {
            return ProxyProtocolPreamble.Malformed;
        }
        if (bytes.Length < HeaderLength)
        {
            return ProxyProtocolPreamble.Incomplete;
        }
        var length = HeaderLength + BinaryPrimitives.ReadUInt16BigEndian(bytes[14..]);
        if (length > MaximumLength)
        {
            return ProxyProtocolPreamble.Malformed;
        }
        if (bytes.Length < length)
        {
            return ProxyProtocolPreamble.Incomplete;
        }
        // The balancer itself, for a health check: what follows is to be skipped, whatever it is.
        return bytes[Signature.Length] == VersionAndLocal
            ? ProxyProtocolPreamble.Complete(length, null)
            : Proxied(bytes[13], bytes[HeaderLength..length], length);
    }

    private static ProxyProtocolPreamble Proxied(byte familyAndTransport, ReadOnlySpan<byte> rest, int length)
    {
        // UNSPEC; TCP over IPv4; TCP over IPv6. No datagrams, no Unix sockets: Kestrel has none of those here.
        int? addressLength = familyAndTransport switch { 0x00 => 0, 0x11 => 4, 0x21 => 16, _ => null };
        if (addressLength is not { } size || rest.Length < Addresses(size))
        {
            return ProxyProtocolPreamble.Malformed;
        }
        if (size == 0)
        {
            return ProxyProtocolPreamble.Complete(length, null);
        }
        return AreWellFormed(rest[Addresses(size)..])
            ? ProxyProtocolPreamble.Complete(length, new(new IPAddress(rest[..size]), BinaryPrimitives.ReadUInt16BigEndian(rest[(2 * size)..])))
            : ProxyProtocolPreamble.Malformed;
    }

    /// <summary>Two addresses and two ports.</summary>
    private static int Addresses(int size) => size == 0 ? 0 : (2 * size) + 4;

    private static bool AreWellFormed(ReadOnlySpan<byte> values)
    {
        const int Head = 3;
        while (values.Length >= Head)
        {
            var length = Head + BinaryPrimitives.ReadUInt16BigEndian(values[1..]);
            if (length > values.Length)
            {
                return false;
            }
            values = values[length..];
        }
        return values.IsEmpty;
    }
}
