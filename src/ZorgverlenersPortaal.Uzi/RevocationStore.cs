using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// The verified revocation lists in memory. A look-up never waits for a network or a disk; a new list replaces the old
/// one at once, and a bad one never does. There is no switch that turns "unknown" into "good".
/// </summary>
/// <param name="clock">Every age and date is taken from here.</param>
/// <param name="maximumAge">
/// How old (since thisUpdate) a list may be that calls a card good. Lists on CA certificates appear rarely and count
/// until their nextUpdate.
/// </param>
public sealed class RevocationStore(TimeProvider clock, TimeSpan maximumAge)
{
    /// <summary>How far the CA's clock may run ahead of ours.</summary>
    internal static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>How long a running session may go on after the last list or answer stopped to count (R8).</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const int Limit = 32 * 1024 * 1024;

    private readonly ConditionalWeakTable<X509Certificate2, string> _keys = [];

    private readonly Lock _adding = new();

    private readonly OcspAnswers _answers = new(clock);

    private readonly ConcurrentDictionary<OcspQuestion, bool> _questions = new();

    private readonly ConcurrentDictionary<string, RevocationNews> _news = new(StringComparer.Ordinal);

    private volatile FrozenDictionary<string, RevocationList[]> _lists =
        FrozenDictionary<string, RevocationList[]>.Empty;

    /// <summary>A list was taken into use; there may be news (<see cref="TakeNews"/>).</summary>
    public event EventHandler? Renewed;

    /// <summary>Verifies a list and takes it into use, or says why not and leaves everything as it was.</summary>
    /// <param name="der">The list in DER, at most 32 MB.</param>
    /// <param name="issuers">The configured CAs; the list must be signed by one of them.</param>
    /// <param name="origin">Where it came from; changes nothing in how it is judged.</param>
    public CrlOutcome Add(byte[] der, IReadOnlyList<X509Certificate2> issuers, RevocationOrigin origin = RevocationOrigin.Folder)
    {
        if (der.Length > Limit)
        {
            return new(CrlRefusal.TooLarge, "", $"{der.Length} bytes, more than {Limit}");
        }

        try
        {
            return Add(RevocationListReader.Read(der), issuers, der, origin);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return new(CrlRefusal.Malformed, "", LogText.Encode("not a revocation list: " + e.Message));
        }
    }

    /// <summary>The verdict on a certificate that <paramref name="issuer"/> issued.</summary>
    public RevocationVerdict Check(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        if (CertificateSerial.Read(certificate.SerialNumberBytes.Span) is not { } serial)
        {
            return RevocationVerdict.Unknown;
        }

        var isAuthority = CertificateUsages.IsAuthority(certificate);
        var key = _keys.GetValue(issuer, KeyOf);
        var lists = _lists.GetValueOrDefault(key) ?? [];
        if (IsRevoked(key, serial, lists))
        {
            return RevocationVerdict.Revoked;
        }

        var now = clock.GetUtcNow();
        var covering = lists.Where(list => list.Scope.Covers(certificate, isAuthority) && IsIssued(list, now)).ToList();
        return covering.Exists(list => now <= EndOf(list, isAuthority)) ? RevocationVerdict.Good
            : covering.Count == 0 || isAuthority ? RevocationVerdict.Unknown
            : _answers.IsGood(key, serial, now) ? RevocationVerdict.Good
            : RevocationVerdict.TooOld;
    }

    /// <summary>Every list in use, by issuer.</summary>
    public IReadOnlyList<RevocationListStatus> Status()
    {
        var now = clock.GetUtcNow();
        return [.. _lists.Values.SelectMany(lists => lists)
            .OrderBy(list => list.Issuer.Name, StringComparer.Ordinal)
            .Select(list => new RevocationListStatus(
                list.Issuer.Name,
                list.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                list.ThisUpdate,
                list.NextUpdate,
                now - list.ThisUpdate,
                list.Serials.Count,
                IsIssued(list, now) && now <= EndOf(list, isAuthority: false),
                list.NextUpdate <= now,
                list.Origin))];
    }

    /// <summary>The lists taken into use since this was last asked, but for those that another node passed on.</summary>
    public IReadOnlyList<RevocationNews> TakeNews() =>
        [.. _news.Keys.Select(list => _news.TryRemove(list, out var news) ? news : null).OfType<RevocationNews>()];

    /// <summary>A list of this SHA-256 is in use now.</summary>
    public bool IsInUse(string hash) => _lists.Values.Any(lists => lists.Any(list => list.Hash == hash));

    /// <summary>Takes an answer into use; one without conclusion changes nothing.</summary>
    internal void Add(OcspQuestion question, OcspAnswer answer, DateTimeOffset asked)
    {
        if (answer.Concluded && CertificateSerial.Parse(question.SerialNumber) is { } serial)
        {
            _answers.Add(_keys.GetValue(question.Issuer, KeyOf), serial, answer, asked);
        }
    }

    /// <summary>
    /// The same for a card of which only the number is at hand: good needs every list on cards to count, or an answer.
    /// When neither does, the card becomes a question, and for one hour more it may go on.
    /// </summary>
    internal RevocationVerdict CheckRunning(string serialNumber, X509Certificate2 issuer)
    {
        if (CertificateSerial.Parse(serialNumber) is not { } serial)
        {
            return RevocationVerdict.Unknown;
        }

        var key = _keys.GetValue(issuer, KeyOf);
        var lists = _lists.GetValueOrDefault(key) ?? [];
        if (IsRevoked(key, serial, lists))
        {
            return RevocationVerdict.Revoked;
        }

        var now = clock.GetUtcNow();
        var onCards = lists.Where(list => list.Scope.Cards).ToList();
        if (onCards.Count == 0 || !onCards.TrueForAll(list => IsIssued(list, now)))
        {
            return RevocationVerdict.Unknown;
        }

        var end = onCards.Min(list => EndOf(list, isAuthority: false));
        if (now <= end || _answers.IsGood(key, serial, now))
        {
            return RevocationVerdict.Good;
        }

        _questions.TryAdd(new(issuer, serialNumber), true);
        return now < end + Grace || _answers.IsGood(key, serial, now - Grace)
            ? RevocationVerdict.Good
            : RevocationVerdict.TooOld;
    }

    /// <summary>The cards of running sessions whose lists have become too old since this was last asked.</summary>
    internal IReadOnlyList<OcspQuestion> TakeQuestions() =>
        [.. _questions.Keys.Where(question => _questions.TryRemove(question, out _))];

    private CrlOutcome Add(RevocationListReader reader, IReadOnlyList<X509Certificate2> issuers, byte[] der, RevocationOrigin origin)
    {
        var list = reader.List with { Hash = Convert.ToHexString(SHA256.HashData(der)), Origin = origin };
        var name = LogText.Encode(list.Issuer.Name);
        if (CheckSignature(reader, issuers, out var signer) is { } unsigned)
        {
            return new(unsigned, name, $"{unsigned}");
        }

        var now = clock.GetUtcNow();
        var refusal = reader.Refusal
            ?? (list.ThisUpdate > now + ClockSkew ? CrlRefusal.NotYetIssued
                : list.NextUpdate <= now ? CrlRefusal.Expired
                : default(CrlRefusal?));
        var dates = $"{list.ThisUpdate:u} to {list.NextUpdate:u}";
        var described = $"number {list.Number}, {dates}, {list.Serials.Count} revoked";
        if (refusal is { } kind)
        {
            return new(kind, name, described);
        }

        return new(Replace(KeyOf(signer!), list, der) ? null : CrlRefusal.OlderThanStored, name, described);
    }

    private static CrlRefusal? CheckSignature(
        RevocationListReader reader, IReadOnlyList<X509Certificate2> issuers, out X509Certificate2? signer)
    {
        signer = null;
        var name = reader.List.Issuer.RawData;
        var named = issuers.Where(ca => ca.SubjectName.RawData.AsSpan().SequenceEqual(name)).ToList();
        if (named.Count == 0)
        {
            return CrlRefusal.UnknownIssuer;
        }

        if (reader.Scheme is not { } scheme)
        {
            return CrlRefusal.WeakSignature;
        }

        signer = named.Find(ca => scheme.Verify(ca, reader.SignedBytes.Span, reader.Signature));
        if (signer is null)
        {
            return CrlRefusal.BadSignature;
        }

        return CertificateUsages.KeyUsages(signer).All(usage => usage.HasFlag(X509KeyUsageFlags.CrlSign))
            ? null
            : CrlRefusal.IssuerMayNotSign;
    }

    private bool Replace(string key, RevocationList list, byte[] der)
    {
        var scope = list.Scope.Key;
        lock (_adding)
        {
            var lists = _lists.GetValueOrDefault(key) ?? [];
            var old = lists.FirstOrDefault(other => string.Equals(other.Scope.Key, scope, StringComparison.Ordinal));
            if (old is not null && (list.Number < old.Number || list.ThisUpdate < old.ThisUpdate))
            {
                return false;
            }

            if (old?.Hash == list.Hash)
            {
                return true; // the one in use once more: it came from where it came from first
            }

            _lists = new Dictionary<string, RevocationList[]>(_lists, StringComparer.Ordinal)
            {
                [key] = [.. lists.Where(other => !ReferenceEquals(other, old)), list],
            }.ToFrozenDictionary(StringComparer.Ordinal);
            if (list.Origin != RevocationOrigin.OtherNode)
            {
                var name = Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{key} {scope}")));
                _news[name] = new(name, list.Hash, list.NextUpdate, der);
            }
        }

        Renewed?.Invoke(this, EventArgs.Empty);
        return true;
    }

    private bool IsRevoked(string key, CertificateSerial serial, RevocationList[] lists) =>
        lists.Any(list => list.Serials.Contains(serial))
        || _answers.IsRevoked(key, serial, lists.Select(list => list.ThisUpdate).DefaultIfEmpty().Max());

    // False when the clock went back: then nothing is certain.
    private static bool IsIssued(RevocationList list, DateTimeOffset now) => list.ThisUpdate <= now + ClockSkew;

    private DateTimeOffset EndOf(RevocationList list, bool isAuthority)
    {
        var aged = list.ThisUpdate + maximumAge;
        return isAuthority || list.NextUpdate < aged ? list.NextUpdate : aged;
    }

    // Name and key, not the certificate: CIBG signed its CAs twice, and one list speaks for both (uzi.md §1.2).
    private static string KeyOf(X509Certificate2 issuer) => Convert.ToHexString(
        SHA256.HashData([.. issuer.SubjectName.RawData, .. issuer.PublicKey.ExportSubjectPublicKeyInfo()]));
}
