using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Decides whether a client certificate is a UZI card that may sign in (DESIGN §6). No network, no disk, thread-safe.
/// </summary>
public sealed class UziJudgement(UziTrust trust, RevocationStore revocation, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, UziChain> _chainsOfIssuers = new(StringComparer.Ordinal);

    /// <summary>
    /// The first fault in a fixed order decides: present, readable, no stray test card, chain, pinned issuer, dates,
    /// strength, purpose, revocation, the UZI name, its agreement with issuer and type, role, numbers. Never throws on
    /// a certificate.
    /// </summary>
    public UziVerdict Judge(X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return UziVerdict.Refuse(UziRefusal.NoCertificate, null, "no client certificate");
        }

        UziIdentity? identity = null;
        try
        {
            var card = UziCard.Read(certificate);
            identity = card.ToIdentity(issuer: null);
            var finding = Judge(card, out var issuer);
            identity = card.ToIdentity(issuer);
            return finding is null
                ? UziVerdict.Accept(identity)
                : UziVerdict.Refuse(finding.Refusal, identity, finding.Detail, finding.Question);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return UziVerdict.Refuse(UziRefusal.Malformed, identity ?? UziCard.Glimpse(certificate), "unreadable certificate: " + e.Message);
        }
    }

    /// <summary>
    /// For every request of a running session: null while the card that signed in may go on. Looks at dates, pin, role
    /// and the lists now in memory; costs a few look-ups by issuer and serial number and needs no certificate. A list
    /// that became too old makes a question for the background, and ends the session an hour later (R8).
    /// </summary>
    public UziRefusal? JudgeRunning(UziIdentity identity)
    {
        var now = clock.GetUtcNow();
        if (now > identity.NotAfter)
        {
            return UziRefusal.Expired;
        }

        if (identity.IsTestCard && !trust.TestCards)
        {
            return UziRefusal.TestCardNotAllowed;
        }

        if (trust.FindAuthority(identity.IssuerThumbprint) is not { } issuer || trust.RulesOf(issuer).Count == 0)
        {
            return UziRefusal.UnknownIssuer;
        }

        if (!UziCardChecks.IsAdmitted(trust.RulesOf(issuer), identity.CardType, identity.RoleCode))
        {
            return UziRefusal.RoleNotAdmitted;
        }

        var above = ChainOf(issuer, identity.IssuerThumbprint, now);
        var finding = above.Finding
            ?? CertificateDates.CheckAuthorities([issuer, .. above.Authorities], now)
            ?? Conclude(revocation.CheckRunning(identity.CertificateSerial, issuer), UziRefusal.Revoked, issuer)
            ?? CheckAuthorityRevocation([issuer, .. above.Authorities]);
        return finding?.Refusal;
    }

    private UziFinding? Judge(UziCard card, out X509Certificate2? issuer)
    {
        issuer = null;
        if (card.San.Refusal is UziRefusal.Malformed)
        {
            return new(UziRefusal.Malformed, card.San.Detail);
        }

        if (card.IsTestCard && !trust.TestCards)
        {
            return new(UziRefusal.TestCardNotAllowed, $"test card of '{card.IssuerName}'");
        }

        var now = clock.GetUtcNow();
        var chain = UziChain.Build(trust, card.Certificate, now);
        if (chain.Finding is not null)
        {
            return chain.Finding;
        }

        issuer = chain.Authorities[0];
        var rules = trust.RulesOf(issuer);
        if (rules.Count == 0)
        {
            return new(UziRefusal.UnknownIssuer, $"CA '{card.IssuerName}' is no intermediate that a rule names");
        }

        var authorities = chain.Authorities;
        return CertificateDates.Check(card.Frame, authorities, now)
            ?? CertificatePurpose.CheckLeaf(card.Certificate)
            ?? CertificateStrength.Check([card.Certificate, .. authorities.SkipLast(1)])
            ?? CertificatePurpose.CheckKeyUsage(card.Certificate)
            ?? CertificatePurpose.CheckExtendedKeyUsage(card.Certificate, authorities)
            ?? CertificatePurpose.CheckPolicy(card.Frame, rules)
            ?? RevocationScope.CheckAddress(card.Frame)
            ?? CheckRevocation(card, issuer)
            ?? CheckAuthorityRevocation(authorities)
            ?? UziCardChecks.Check(card, rules, trust);
    }

    private UziFinding? CheckRevocation(UziCard card, X509Certificate2 issuer)
    {
        var verdict = revocation.Check(card.Certificate, issuer);
        var finding = Conclude(verdict, UziRefusal.Revoked, issuer);
        return verdict == RevocationVerdict.TooOld
            ? finding! with { Question = new(issuer, card.Frame.Serial.ToString()) }
            : finding;
    }

    private UziChain ChainOf(X509Certificate2 issuer, string thumbprint, DateTimeOffset now)
    {
        if (_chainsOfIssuers.TryGetValue(thumbprint, out var known))
        {
            return known;
        }

        var chain = UziChain.Build(trust, issuer, now);
        return chain.Finding is null ? _chainsOfIssuers.GetOrAdd(thumbprint, chain) : chain;
    }

    private UziFinding? CheckAuthorityRevocation(IReadOnlyList<X509Certificate2> authorities) => authorities
        .Zip(authorities.Skip(1), (ca, above) => Conclude(revocation.Check(ca, above), UziRefusal.IssuerRevoked, above))
        .FirstOrDefault(finding => finding is not null);

    private static UziFinding? Conclude(RevocationVerdict verdict, UziRefusal revoked, X509Certificate2 issuer) =>
        verdict switch
        {
            RevocationVerdict.Good => null,
            RevocationVerdict.Revoked => new(revoked, $"on the list of '{issuer.Subject}'"),
            RevocationVerdict.TooOld => new(UziRefusal.RevocationListTooOld, $"the list of '{issuer.Subject}' is too old"),
            RevocationVerdict.Unknown => new(UziRefusal.RevocationUnknown, $"no usable list of '{issuer.Subject}'"),
        };

    // What reading a stranger's bytes can throw; anything else is a fault of ours and must show.
    private static bool IsUnreadable(Exception e) => e is AsnContentException or CryptographicException
        or ArgumentException or FormatException or InvalidOperationException or OverflowException;
}
