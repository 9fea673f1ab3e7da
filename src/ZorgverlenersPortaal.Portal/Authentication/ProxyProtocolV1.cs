using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// Version 1 of the PROXY protocol (haproxy.org, proxy-protocol.txt §2.1): one line, at most 107 bytes with its CR LF. Read
/// to the letter: one space between fields, no signs, no leading noughts.
/// </summary>
internal static class ProxyProtocolV1
{
    /// <summary>The longest line, with its end.</summary>
    public const int MaximumLength = 107;

    private const string UnknownLine = "PROXY UNKNOWN";
    private static ReadOnlySpan<byte> Start => "PROXY "u8;

    /// <summary>Reads the preamble that these bytes start with; looks at nothing after it.</summary>
    public static ProxyProtocolPreamble Read(ReadOnlySpan<byte> bytes)
    {
        var given = bytes[..Math.Min(bytes.Length, MaximumLength)];
        var start = Math.Min(given.Length, Start.Length);
        if (!given[..start].SequenceEqual(Start[..start]))
        {
            return ProxyProtocolPreamble.Malformed;
        }
        // Neither may stand anywhere but at the end, and there both, in this order.
        var end = given.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0 || (given[end] == '\r' && end + 1 == given.Length))
        {
            return given.Length == MaximumLength ? ProxyProtocolPreamble.Malformed : ProxyProtocolPreamble.Incomplete;
        }
        if (given[end] != '\r' || given[end + 1] != '\n' || !Ascii.IsValid(given[..end]))
        {
            return ProxyProtocolPreamble.Malformed;
        }
        return Fields(Encoding.ASCII.GetString(given[..end]), end + 2);
    }

    private static ProxyProtocolPreamble Fields(string line, int length)
    {
        if (line == UnknownLine || line.StartsWith(UnknownLine + " ", StringComparison.Ordinal))
        {
            return ProxyProtocolPreamble.Complete(length, null);
        }
        return line.Split(' ') is [_, var family, var source, var target, var sourcePort, var targetPort]
            && Address(family, source) is { } client && Address(family, target) is not null
            && Port(sourcePort) is { } port && Port(targetPort) is not null
            ? ProxyProtocolPreamble.Complete(length, new(client, port))
            : ProxyProtocolPreamble.Malformed;
    }

    private static IPAddress? Address(string family, string text) => family switch
    {
        "TCP4" => Version4(text),
        "TCP6" => Version6(text),
        _ => null,
    };

    // IPAddress.Parse also takes 1.2, 0x7f.1 and 010.0.0.1.
    private static IPAddress? Version4(string text)
    {
        Span<byte> address = stackalloc byte[4];
        var parts = text.Split('.');
        if (parts.Length != address.Length)
        {
            return null;
        }
        for (var i = 0; i < address.Length; i++)
        {
            if (Number(parts[i], byte.MaxValue) is not { } part)
            {
                return null;
            }
            address[i] = (byte)part;
        }
        return new(address);
    }

    // It also takes [::1], a zone and a port.
    private static IPAddress? Version6(string text) =>
        text.All(c => char.IsAsciiHexDigit(c) || c is ':' or '.') && IPAddress.TryParse(text, out var address)
            && address.AddressFamily == AddressFamily.InterNetworkV6
            ? address
            : null;

    private static int? Port(string text) => Number(text, ushort.MaxValue);

    private static int? Number(string text, int largest) =>
        text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0')
            && int.Parse(text, CultureInfo.InvariantCulture) is var number && number <= largest
            ? number
            : null;
}
