using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Whom we believe about cards: roots, the pinned CAs below them, the rules of their cards with the roles let in.
/// </summary>
/// <remarks>Owns its certificates. Unchanging, so one instance serves all requests.</remarks>
public sealed class UziTrust : IDisposable
{
    private readonly FrozenDictionary<string, X509Certificate2> _authorities;
    private readonly FrozenDictionary<string, UziCardRule[]> _rules;

    /// <param name="anchors">Self-signed roots; the only ones a chain may end in.</param>
    /// <param name="intermediates">
    /// Every CA below them that may stand in a chain, the card-issuing CAs included.
    /// </param>
    /// <param name="testCards">False removes every rule of a test CA.</param>
    /// <param name="rules">Null takes <see cref="UziCardRules"/>, production and test.</param>
    public UziTrust(
        IReadOnlyList<X509Certificate2> anchors,
        IReadOnlyList<X509Certificate2> intermediates,
        bool testCards,
        IReadOnlyList<UziCardRule>? rules = null)
    {
        Anchors = anchors;
        Intermediates = intermediates;
        TestCards = testCards;
        rules ??= [.. UziCardRules.Production, .. UziCardRules.Test];
        Rules = [.. rules.Where(rule => testCards || !rule.IsTest)];
        Authorities = [.. anchors, .. intermediates];
        _authorities = Authorities.DistinctBy(Thumbprint, StringComparer.Ordinal)
            .ToFrozenDictionary(Thumbprint, StringComparer.Ordinal);
        _rules = intermediates.DistinctBy(Thumbprint, StringComparer.Ordinal)
            .ToFrozenDictionary(Thumbprint, RulesNaming, StringComparer.Ordinal);
    }

    public IReadOnlyList<X509Certificate2> Anchors { get; }

    public IReadOnlyList<X509Certificate2> Intermediates { get; }

    /// <summary>Anchors and intermediates: everyone whose revocation list counts.</summary>
    public IReadOnlyList<X509Certificate2> Authorities { get; }

    public IReadOnlyList<UziCardRule> Rules { get; }

    public bool TestCards { get; }

    /// <summary>The configured CAs that issue cards which some rule lets in; none: nobody can sign in.</summary>
    public IEnumerable<X509Certificate2> CardIssuers =>
        Intermediates.Where(ca => RulesOf(ca).Any(rule => rule.Roles.Count > 0));

    /// <summary>Reads PEM (several per file) or DER.</summary>
    /// <exception cref="UziTrustException">
    /// Any file is missing, unreadable, holds no certificate or the wrong kind.
    /// </exception>
    public static UziTrust Load(
        IEnumerable<string> anchorPaths,
        IEnumerable<string> intermediatePaths,
        bool testCards,
        IReadOnlyList<UziCardRule>? rules = null)
    {
        var (anchors, intermediates) = UziTrustFiles.Read(anchorPaths, intermediatePaths);
        return new UziTrust(anchors, intermediates, testCards, rules);
    }

    public void Dispose()
    {
        foreach (var authority in Authorities)
        {
            authority.Dispose();
        }
    }

    /// <summary>The configured certificate that is byte for byte this one, or null.</summary>
    internal X509Certificate2? FindAuthority(X509Certificate2 certificate) => FindAuthority(Thumbprint(certificate));

    internal X509Certificate2? FindAuthority(string thumbprint) => _authorities.GetValueOrDefault(thumbprint);

    /// <summary>
    /// The rules of the cards that this CA issues; none when it is no pinned intermediate or issues no cards.
    /// </summary>
    internal IReadOnlyList<UziCardRule> RulesOf(X509Certificate2 issuer) =>
        _rules.GetValueOrDefault(Thumbprint(issuer)) ?? [];

    internal static string Thumbprint(X509Certificate2 certificate) =>
        certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private UziCardRule[] RulesNaming(X509Certificate2 issuer)
    {
        var name = UziSubject.Read(issuer.SubjectName).CommonName;
        return [.. Rules.Where(rule => string.Equals(rule.Issuer, name, StringComparison.Ordinal))];
    }
}
