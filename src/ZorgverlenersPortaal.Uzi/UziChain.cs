using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>The way from a certificate up to a configured root, through configured CAs only.</summary>
internal sealed record UziChain(IReadOnlyList<X509Certificate2> Authorities, UziFinding? Finding)
{
    /// <summary>
    /// Authorities run from the issuing CA to the root and are the configured ones; empty with a finding. Dates and
    /// revocation are left to us: the platform's answers on them depend on caches and on the network (security.md
    /// §0.3).
    /// </summary>
    public static UziChain Build(UziTrust trust, X509Certificate2 certificate, DateTimeOffset now)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = now.UtcDateTime, // of two CAs with one name and key, take the valid one
            VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid,
        };
        policy.CustomTrustStore.AddRange(trust.Anchors.ToArray());
        policy.ExtraStore.AddRange(trust.Intermediates.ToArray());
        using var chain = new X509Chain { ChainPolicy = policy };

        // Only the answer counts, never which status flags are absent (CVE-2024-0057).
        if (!chain.Build(certificate))
        {
            var status = string.Join(", ", chain.ChainStatus.Select(part => part.Status).Distinct());
            return Refuse(UziRefusal.UntrustedChain, $"no trusted chain ({status}) for issuer '{certificate.Issuer}'");
        }

        var found = chain.ChainElements.Skip(1).Select(element => trust.FindAuthority(element.Certificate)).ToList();

        // The platform may also take CAs from its own stores; those were never configured here.
        var authorities = found.OfType<X509Certificate2>().ToList();
        return authorities.Count == found.Count && found.Count > 0
            ? new UziChain(authorities, null)
            : Refuse(UziRefusal.UntrustedChain, $"a CA of the chain is not configured; issuer '{certificate.Issuer}'");
    }

    private static UziChain Refuse(UziRefusal refusal, string detail) => new([], new UziFinding(refusal, detail));
}
