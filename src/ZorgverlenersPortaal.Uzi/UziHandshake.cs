using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// The chain policy of the TLS handshake. It proves nothing: <see cref="UziJudgement"/> does, after the handshake.
/// </summary>
public static class UziHandshake
{
    /// <summary>
    /// For SslServerAuthenticationOptions.CertificateChainPolicy. Without it .NET 10 fetches the AIA address of any
    /// caller's certificate inside the handshake (security.md §0.2).
    /// </summary>
    public static X509ChainPolicy ChainPolicy(UziTrust trust)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(trust.Anchors.ToArray());
        policy.ExtraStore.AddRange(trust.Intermediates.ToArray());
        return policy;
    }
}
