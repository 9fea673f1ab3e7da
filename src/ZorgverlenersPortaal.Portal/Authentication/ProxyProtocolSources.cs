using System.Net;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>The addresses and networks of the load balancers: the only ones that are believed.</summary>
public sealed class ProxyProtocolSources
{
    private readonly IReadOnlyList<IPNetwork> _networks;

    private ProxyProtocolSources(IReadOnlyList<IPNetwork> networks) => _networks = networks;

    /// <summary>From addresses (10.0.0.5) and networks (10.0.0.0/28).</summary>
    public static ProxyProtocolSources Of(IEnumerable<string> addresses) => new([.. addresses.Select(text => Read(text)!.Value)]);

    /// <summary>One address or network; null when it is neither, names every address there is, or could be meant as either (10.0.0.5/24).</summary>
    public static IPNetwork? Read(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new(address, address.GetAddressBytes().Length * 8);
        }
        return IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0
            && network.BaseAddress.Equals(IPAddress.Parse(text.AsSpan(0, text.IndexOf('/', StringComparison.Ordinal))))
            ? network
            : null;
    }

    /// <summary>This end of a socket is a load balancer's.</summary>
    public bool Contain(EndPoint? endPoint)
    {
        if (endPoint is not IPEndPoint { Address: var address })
        {
            return false;
        }
        // A socket for both families shows 10.0.0.5 as ::ffff:10.0.0.5.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _networks.Any(network => network.Contains(plain));
    }
}
