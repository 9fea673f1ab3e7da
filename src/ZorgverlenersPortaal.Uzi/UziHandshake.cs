using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// The chain policy of the TLS handshake. It trusts nobody: <see cref="UziJudgement"/> builds the chain, after the handshake,
/// and only when a card comes to sign in.
/// </summary>
public static class UziHandshake
{
    /// <summary>
    /// For SslServerAuthenticationOptions.CertificateChainPolicy. Without it .NET 10 fetches the AIA address of any
    /// caller's certificate inside the handshake (security.md §0.2). With roots in it every connection would build a chain whose
    /// outcome nobody reads; that costs a tenth of a handshake.
    /// </summary>
    public static X509ChainPolicy ChainPolicy() => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
    };
}
