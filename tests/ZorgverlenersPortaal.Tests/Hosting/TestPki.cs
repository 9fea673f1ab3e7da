using System.Formats.Asn1;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A UZI-shaped PKI in memory: card CAs, cards, revocation lists, and a web CA for the servers. Everything is invented.</summary>
public sealed class TestPki
{
    private const string TestArc = "2.16.528.1.1007.99.";
    private const string ProductionArc = "2.16.528.1.1003.1.";

    private static readonly Lazy<TestPki> _shared = new(() => new TestPki());

    private readonly bool _production;

    /// <param name="production">Names and OIDs as of real cards (no "TEST "), to try the production rules.</param>
    public TestPki(bool production = false)
    {
        _production = production;
        Now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()); // as certificates write it
        var test = production ? "" : "TEST ";
        Root = Authority($"{test}Zorg CSP Root CA G3", "root", null);
        Persoon = Authority($"{test}Zorg CSP Level 2 Persoon CA G3", "persoon", Root);
        CareProviderCa = Authority($"{test}UZI-register Zorgverlener CA G3", "zorgverlener", Persoon);
        EmployeeCa = Authority($"{test}UZI-register Medewerker op naam CA G3", "medewerker", Persoon);
        UnnamedCa = Authority($"{test}UZI-register Medewerker niet op naam CA G3", "medewerker", Persoon);
        ServerCa = Authority($"{test}UZI-register Private Server CA G1", "medewerker", Persoon);
        OtherCa = Authority($"{test}Andere Persoon CA G3", "medewerker", Persoon);
        ForeignRoot = Authority($"{test}Zorg CSP Root CA G3", "foreign", null);
        ForeignCa = Authority($"{test}UZI-register Zorgverlener CA G3", "foreign-zorgverlener", ForeignRoot);
        WebCa = Authority("TEST Web CA", "web", null);
    }

    /// <summary>One for all tests that change nothing about it; cards and lists can be made from it freely.</summary>
    public static TestPki Shared => _shared.Value;

    /// <summary>When this PKI was made: CAs are two years old, cards one day, lists one minute.</summary>
    public DateTimeOffset Now { get; }

    public TestAuthority Root { get; }

    public TestAuthority Persoon { get; }

    /// <summary>Issues Z cards.</summary>
    public TestAuthority CareProviderCa { get; }

    /// <summary>Issues N cards.</summary>
    public TestAuthority EmployeeCa { get; }

    /// <summary>Issues M cards.</summary>
    public TestAuthority UnnamedCa { get; }

    /// <summary>Issues S certificates.</summary>
    public TestAuthority ServerCa { get; }

    /// <summary>Configured, same root, but in no rule.</summary>
    public TestAuthority OtherCa { get; }

    /// <summary>Same name as <see cref="Root"/>, other key, trusted by nobody.</summary>
    public TestAuthority ForeignRoot { get; }

    /// <summary>Same name as <see cref="CareProviderCa"/>, below <see cref="ForeignRoot"/>.</summary>
    public TestAuthority ForeignCa { get; }

    /// <summary>Signs server certificates, no cards.</summary>
    public TestAuthority WebCa { get; }

    public IReadOnlyList<TestAuthority> Intermediates => [Persoon, CareProviderCa, EmployeeCa, UnnamedCa, ServerCa, OtherCa];

    public string AnchorPem => Root.Certificate.ExportCertificatePem() + "\n";

    public string IntermediatesPem => string.Concat(Intermediates.Select(ca => ca.Certificate.ExportCertificatePem() + "\n"));

    /// <summary>A new CA, two years old and good for ten, unless changed.</summary>
    internal TestAuthority Authority(
        string commonName, string keyName, TestAuthority? issuer, Func<TestAuthorityRequest, TestAuthorityRequest>? change = null)
    {
        var request = new TestAuthorityRequest(commonName, keyName, Now.AddYears(-2), Now.AddYears(8));
        return TestAuthority.Create(change?.Invoke(request) ?? request, issuer);
    }

    /// <summary>A GP's authentication certificate with private key, with whatever is to be different.</summary>
    public X509Certificate2 Card(Func<TestCard, TestCard> change) => Card(change(TestCards.Huisarts));

    /// <summary>An authentication certificate with private key; the caller may dispose it.</summary>
    public X509Certificate2 Card(TestCard? card = null)
    {
        card ??= TestCards.Huisarts;
        var issuer = card.Issuer ?? CareProviderCa;
        var key = card.Key ?? TestKeys.Rsa("card");
        var request = key is ECDsa ec
            ? new CertificateRequest(card.SubjectName(), ec, card.Hash)
            : new CertificateRequest(card.SubjectName(), (RSA)key, card.Hash, RSASignaturePadding.Pkcs1);
        AddExtensions(request, card, issuer);
        using var certificate = request.Create(
            issuer.Certificate.SubjectName, issuer.Generator, card.NotBefore ?? Now.AddDays(-1), card.NotAfter ?? Now.AddYears(3), TestAuthority.NewSerial());
        return key is ECDsa ecdsa ? certificate.CopyWithPrivateKey(ecdsa) : certificate.CopyWithPrivateKey((RSA)key);
    }

    /// <summary>The certificate of a server on localhost, 127.0.0.1 and ::1, from the web CA, with its ECDSA P-384 key.</summary>
    public X509Certificate2 ServerCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA384);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        names.AddIpAddress(System.Net.IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var certificate = request.Create(
            WebCa.Certificate.SubjectName, WebCa.Generator, Now.AddDays(-1), Now.AddYears(1), TestAuthority.NewSerial());
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>Trusts the root, every intermediate and the rules of this PKI; owns copies, so it may be disposed.</summary>
    public UziTrust Trust(bool testCards = true, IReadOnlyList<UziCardRule>? rules = null) =>
        new([Copy(Root)], [.. Intermediates.Select(Copy)], testCards, rules);

    /// <summary>Whom the portal believes when only doctors' cards let anybody in.</summary>
    public UziTrust DoctorsOnly() => Trust(rules: [.. UziCardRules.Test.Where(rule => rule.CardType == UziCardType.CareProvider)]);

    /// <summary>A revocation list in DER of <paramref name="issuer"/>; a minute old, good for 48 hours.</summary>
    public byte[] Crl(TestAuthority issuer, int number = 1, DateTimeOffset? thisUpdate = null, params X509Certificate2[] revoked)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var certificate in revoked)
        {
            list.AddEntry(certificate, Now.AddHours(-1), X509RevocationReason.KeyCompromise);
        }

        var made = thisUpdate ?? Now.AddMinutes(-1);
        using var signer = issuer.Certificate.CopyWithPrivateKey(issuer.Key);
        return list.Build(signer, new BigInteger(number), made.AddHours(48), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, made);
    }

    /// <summary>A store with a fresh list of every card CA; the lists name the given certificates, each on its own issuer's list.</summary>
    public RevocationStore Store(TimeProvider clock, TimeSpan? maximumAge = null, params X509Certificate2[] revoked)
    {
        var store = new RevocationStore(clock, maximumAge ?? TimeSpan.FromHours(4));
        foreach (var issuer in (TestAuthority[])[Root, .. Intermediates])
        {
            var outcome = store.Add(Crl(issuer, revoked: IssuedBy(issuer, revoked)), Authorities());
            Assert.True(outcome.Accepted, outcome.Detail);
        }

        return store;
    }

    public IReadOnlyList<X509Certificate2> Authorities() => [Root.Certificate, .. Intermediates.Select(ca => ca.Certificate)];

    /// <summary>
    /// Writes trust-anchors.pem, intermediates.pem, crl/*.crl, web-ca.crt, server.crt and server.key: the layout of certs-dev/out.
    /// </summary>
    public void WriteTo(string folder, params X509Certificate2[] revoked)
    {
        var lists = Directory.CreateDirectory(Path.Combine(folder, "crl")).FullName;
        File.WriteAllText(Path.Combine(folder, "trust-anchors.pem"), AnchorPem);
        File.WriteAllText(Path.Combine(folder, "intermediates.pem"), IntermediatesPem);
        File.WriteAllText(Path.Combine(folder, "web-ca.crt"), WebCa.Certificate.ExportCertificatePem() + "\n");
        foreach (var (issuer, index) in ((TestAuthority[])[Root, .. Intermediates]).Select((ca, i) => (ca, i)))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{index}.crl");
            File.WriteAllBytes(Path.Combine(lists, name), Crl(issuer, revoked: IssuedBy(issuer, revoked)));
        }

        using var server = ServerCertificate();
        using var key = server.GetECDsaPrivateKey()!;
        File.WriteAllText(Path.Combine(folder, "server.crt"), server.ExportCertificatePem() + "\n");
        File.WriteAllText(Path.Combine(folder, "server.key"), key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    private static X509Certificate2 Copy(TestAuthority authority) =>
        X509CertificateLoader.LoadCertificate(authority.Certificate.RawData);

    private static X509Certificate2[] IssuedBy(TestAuthority issuer, X509Certificate2[] certificates) =>
        [.. certificates.Where(c => c.IssuerName.RawData.AsSpan().SequenceEqual(issuer.Certificate.SubjectName.RawData))];

    private void AddExtensions(CertificateRequest request, TestCard card, TestAuthority issuer)
    {
        var extensions = request.CertificateExtensions;
        var number = Math.Max(0, "ZNMS".IndexOf(card.Letter, StringComparison.Ordinal));
        var caOid = _production ? $"{ProductionArc}3.5.5.{number + 2}" : $"{TestArc}{(number == 3 ? 2110 : 217 + number)}";
        var san = card.EncodeSan(caOid);
        extensions.Add(new X509BasicConstraintsExtension(card.IsAuthority, false, 0, true));
        if (card.KeyUsage is { } usage)
        {
            extensions.Add(new X509KeyUsageExtension(usage, true));
        }

        if (card.Purposes.Count > 0)
        {
            extensions.Add(new X509EnhancedKeyUsageExtension([.. card.Purposes.Select(oid => new Oid(oid))], false));
        }

        if (san.Length > 0)
        {
            extensions.Add(new X509Extension("2.5.29.17", san, false));
        }

        var policies = card.Policies ?? [_production ? $"{ProductionArc}2.5.{(number == 2 ? 4 : 1)}" : TestArc + "211"];
        if (policies.Count > 0)
        {
            extensions.Add(new X509Extension("2.5.29.32", Policies(policies), false));
        }

        if (card.CrlAddress.Length > 0)
        {
            extensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([card.CrlAddress]));
        }

        extensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer.Certificate, true, false));
        extensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        foreach (var extension in card.Extensions)
        {
            extensions.Add(extension);
        }
    }

    private static byte[] Policies(IReadOnlyList<string> oids)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var oid in oids)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(oid);
                }
            }
        }

        return writer.Encode();
    }
}
