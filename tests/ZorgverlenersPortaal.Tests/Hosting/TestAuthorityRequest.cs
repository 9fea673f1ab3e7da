using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>What a CA of the test PKI looks like.</summary>
internal sealed record TestAuthorityRequest(string CommonName, string KeyName, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    public int KeyBits { get; init; } = 2048;

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public X509KeyUsageFlags? Usage { get; init; }

    public IReadOnlyList<X509Extension> Extensions { get; init; } = [];
}
