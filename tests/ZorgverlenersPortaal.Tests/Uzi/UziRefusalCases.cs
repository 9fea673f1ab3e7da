using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>Cards that must be refused, by name; H and V are the numbers of security.md §5 and uzi.md §6.3.</summary>
internal static class UziRefusalCases
{
    private static readonly string[] _noPurposes = [];

    public static IReadOnlyDictionary<string, UziRefusalCase> All { get; } = Enumerate()
        .ToDictionary(entry => entry.Name, entry => entry.Case, StringComparer.Ordinal);

    private static IEnumerable<(string Name, UziRefusalCase Case)> Enumerate() =>
        [.. Forms(), .. Chains(), .. Certificates(), .. Revocations(), .. Holders()];

    private static IEnumerable<(string, UziRefusalCase)> Forms()
    {
        yield return ("H001 no certificate", new(UziRefusal.NoCertificate, _ => null));
        yield return ("H050 doubled extension", new(UziRefusal.Malformed, pki => Doubled(pki)));
        yield return ("H050 negative serial number", new(UziRefusal.Malformed, pki => WithSerial(pki, [0x02, 0x02, 0x81, 0x01])));
        yield return ("H050 serial number zero", new(UziRefusal.Malformed, pki => WithSerial(pki, [0x02, 0x01, 0x00])));
        yield return ("H048 certificate of 60 kB", new(UziRefusal.Malformed, pki => pki.Card(card => card with
        {
            Extensions = [new X509Extension("2.16.528.1.1007.99.1", new byte[60_000], false)],
        })));
        yield return ("V29 bytes after the SAN", new(UziRefusal.Malformed, pki =>
            pki.Card(card => card with { San = [.. TestCard.OtherNames(Uzi(ValidText)), 0x05, 0x00] })));
        yield return ("V29 SAN is no SEQUENCE", new(UziRefusal.Malformed, pki => pki.Card(card => card with { San = [0x0C, 0x01, 0x41] })));
        yield return ("H050 loose length in the SAN", new(UziRefusal.Malformed, pki => pki.Card(card => card with
        {
            San = [0x30, 0x81, .. TestCard.OtherNames(Uzi(ValidText)).AsSpan(1)],
        })));
    }

    private static IEnumerable<(string, UziRefusalCase)> Chains()
    {
        yield return ("H002 self-signed copy", new(UziRefusal.UntrustedChain, _ => SelfSigned()));
        yield return ("H003 foreign root, same names", new(UziRefusal.UntrustedChain, pki => pki.Card(card => card with { Issuer = pki.ForeignCa })));
        yield return ("H010 signed with a card's own key", new(UziRefusal.UntrustedChain, pki =>
        {
            var card = pki.Card();
            return pki.Card(TestCards.Huisarts2 with { Issuer = new TestAuthority(card, TestKeys.Rsa("card")) });
        }));
        yield return ("H027 CA not configured", new(UziRefusal.UntrustedChain, pki => pki.Card(card => card with
        {
            Issuer = pki.Authority("TEST UZI-register Zorgverlener CA G4", "medewerker", pki.Persoon),
        })));
        yield return ("unknown critical extension", new(UziRefusal.UntrustedChain, pki => pki.Card(card => card with
        {
            Extensions = [new X509Extension("2.16.528.1.1007.99.1", [0x05, 0x00], true)],
        })));
        yield return ("H024 other CA below the same root", new(UziRefusal.UnknownIssuer, pki => pki.Card(card => card with { Issuer = pki.OtherCa })));
        yield return ("issued by the root itself", new(UziRefusal.UnknownIssuer, pki => pki.Card(card => card with { Issuer = pki.Root })));
        yield return ("V22 test card without permission", new(UziRefusal.TestCardNotAllowed, pki => pki.Card())
        {
            Trust = pki => pki.Trust(testCards: false),
        });
        yield return ("test OID from a production CA", new(UziRefusal.TestCardNotAllowed, _ => new TestPki(production: true)
            .Card(card => card with { CaOid = "2.16.528.1.1007.99.217" }))
        {
            Trust = pki => pki.Trust(testCards: false),
        });
        yield return ("H005 not yet valid", new(UziRefusal.NotYetValid, pki => pki.Card(card => card with { NotBefore = pki.Now.AddSeconds(2) })));
        yield return ("H004 expired", new(UziRefusal.Expired, pki => pki.Card(card => card with { NotAfter = pki.Now.AddSeconds(-2) })));
        yield return WithCa("H009 issuing CA expired", UziRefusal.IssuerNotValid, pki => request => request with { NotAfter = pki.Now.AddDays(-1) });
        yield return WithCa("issuing CA not yet valid", UziRefusal.IssuerNotValid, pki => request => request with { NotBefore = pki.Now.AddDays(1) });
    }

    private static IEnumerable<(string, UziRefusalCase)> Certificates()
    {
        yield return ("H011 leaf with CA:TRUE", new(UziRefusal.LeafIsCa, pki => pki.Card(card => card with { IsAuthority = true })));
        yield return ("H020 RSA-1024", new(UziRefusal.WeakKey, pki => pki.Card(card => card with { Key = TestKeys.Rsa("weak", 1024) })));
        yield return ("ECDSA on a curve of another family", new(UziRefusal.WeakKey, pki => pki.Card(card => card with
        {
            Key = ECDsa.Create(ECCurve.NamedCurves.brainpoolP256r1),
        })));
        yield return WithCa("issuing CA with RSA-1024", UziRefusal.WeakKey, _ => request => request with { KeyName = "weak", KeyBits = 1024 });
        yield return ("H019 SHA-1", new(UziRefusal.WeakSignature, pki => pki.Card(card => card with { Hash = HashAlgorithmName.SHA1 })));
        yield return WithCa("issuing CA signed with SHA-1", UziRefusal.WeakSignature, _ => request => request with { Hash = HashAlgorithmName.SHA1 });
        yield return ("H017 signature certificate", new(UziRefusal.NotAuthenticationCertificate, pki => pki.Card(TestCards.Handtekening)));
        yield return ("H018 confidentiality certificate", new(UziRefusal.NotAuthenticationCertificate, pki => pki.Card(card => card with
        {
            KeyUsage = X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.DataEncipherment,
            Purposes = [TestCard.EmailProtection],
        })));
        yield return ("H016 keyEncipherment with clientAuth", new(UziRefusal.NotAuthenticationCertificate, pki =>
            pki.Card(card => card with { KeyUsage = X509KeyUsageFlags.KeyEncipherment })));
        yield return ("no keyUsage", new(UziRefusal.WrongKeyUsage, pki => pki.Card(card => card with { KeyUsage = null })));
        yield return ("keyUsage of a CA", new(UziRefusal.WrongKeyUsage, pki => pki.Card(card => card with
        {
            KeyUsage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign,
        })));
        yield return ("H012 EKU emailProtection", Purpose(TestCard.EmailProtection));
        yield return ("H013 EKU serverAuth", Purpose("1.3.6.1.5.5.7.3.1"));
        yield return ("H014 EKU any", Purpose("2.5.29.37.0"));
        yield return ("H015 no EKU", Purpose(_noPurposes));
        yield return WithCa("issuing CA limited to e-mail", UziRefusal.NotForClientAuthentication, _ => request => request with
        {
            Extensions = [new X509EnhancedKeyUsageExtension([new Oid(TestCard.EmailProtection)], false)],
        });
        yield return ("no policy", new(UziRefusal.WrongPolicy, pki => pki.Card(card => card with { Policies = [] })));
        yield return ("H028 no CRL address", new(UziRefusal.NoRevocationAddress, pki => pki.Card(card => card with { CrlAddress = "" })));
        yield return ("policy of the signature certificate", new(UziRefusal.WrongPolicy, pki =>
            pki.Card(card => card with { Policies = ["2.16.528.1.1007.99.212"] })));
    }

    private static IEnumerable<(string, UziRefusalCase)> Revocations()
    {
        yield return ("H006 revoked", new(UziRefusal.Revoked, pki => pki.Card()) { Store = (pki, clock, card) => pki.Store(clock, null, card!) });
        yield return ("H008 issuing CA revoked", new(UziRefusal.IssuerRevoked, pki => pki.Card())
        {
            Store = (pki, clock, _) => pki.Store(clock, null, pki.CareProviderCa.Certificate),
        });
        yield return ("CA above the issuing CA revoked", new(UziRefusal.IssuerRevoked, pki => pki.Card())
        {
            Store = (pki, clock, _) => pki.Store(clock, null, pki.Persoon.Certificate),
        });
        yield return ("no list", new(UziRefusal.RevocationUnknown, pki => pki.Card())
        {
            Store = (_, clock, _) => new RevocationStore(clock, TimeSpan.FromHours(4)),
        });
        yield return ("V37 list too old", new(UziRefusal.RevocationListTooOld, pki => pki.Card())
        {
            Store = (pki, clock, _) => pki.Store(clock, TimeSpan.FromSeconds(30)),
        });
        yield return ("no list of the CA above", new(UziRefusal.RevocationUnknown, pki => pki.Card())
        {
            Store = (pki, clock, _) =>
            {
                var store = new RevocationStore(clock, TimeSpan.FromHours(4));
                store.Add(pki.Crl(pki.CareProviderCa), pki.Authorities());
                return store;
            },
        });
    }

    private static IEnumerable<(string, UziRefusalCase)> Holders()
    {
        yield return ("V3 no SAN", new(UziRefusal.NotUzi, pki => pki.Card(card => card with { San = [] })));
        yield return ("H034 two persons", new(UziRefusal.AmbiguousSan, pki => pki.Card(card => card with
        {
            San = TestCard.OtherNames(Uzi(ValidText), Uzi(ValidText.Replace("900021219", "900021220", StringComparison.Ordinal))),
        })));
        yield return ("the same person twice", new(UziRefusal.AmbiguousSan, pki =>
            pki.Card(card => card with { San = TestCard.OtherNames(Uzi(ValidText), Uzi(ValidText)) })));
        yield return ("H033 UTF8String", new(UziRefusal.InvalidSan, pki =>
            pki.Card(card => card with { San = TestCard.OtherNames(("2.5.5.5", UniversalTagNumber.UTF8String, ValidText)) })));
        yield return ("H042 header text behind the name", new(UziRefusal.InvalidSan, pki =>
            pki.Card(card => card with { UziText = ValidText + "\r\nX-Injected: 1" })));
        yield return ("H045 9 kB", new(UziRefusal.InvalidSan, pki => pki.Card(card => card with { UziText = ValidText + new string('0', 9000) })));
        yield return ("V12 version 2", new(UziRefusal.InvalidVersion, pki => Written(pki, "-1-900021219-", "-2-900021219-")));
        yield return ("V12 version 1252 and a short number", new(UziRefusal.InvalidVersion, pki => Written(pki, "-1-900021219-", "-1252-12345678-")));
        yield return ("V13 type K", new(UziRefusal.InvalidType, pki => Written(pki, "-Z-", "-K-")));
        yield return ("V36 lower-case z", new(UziRefusal.InvalidSan, pki => Written(pki, "-Z-", "-z-")));
        yield return ("V20 ten digits", new(UziRefusal.InvalidUziNumber, pki => Written(pki, "900021219", "0000006666")));
        yield return ("V11 eight digits", new(UziRefusal.InvalidUziNumber, pki => Written(pki, "900021219", "12345678")));
        yield return ("UPN as IA5String", new(UziRefusal.InvalidSan, pki => pki.Card(card => card with
        {
            San = TestCard.OtherNames(("1.3.6.1.4.1.311.20.2.3", UniversalTagNumber.IA5String, "900021219@90000382"), Uzi(ValidText)),
        })));
        yield return ("V17 OID of nobody", new(UziRefusal.UnknownCaOid, pki => pki.Card(card => card with { CaOid = "9.9.9.9.9.9.9.9.9.9" })));
        yield return ("H039 OID of the employee CA", new(UziRefusal.CardTypeMismatch, pki => pki.Card(card => card with { CaOid = "2.16.528.1.1007.99.218" })));
        yield return ("H025 type Z from the employee CA", new(UziRefusal.CardTypeMismatch, pki => pki.Card(card => card with { Issuer = pki.EmployeeCa })));
        yield return ("H026 type N from the care provider CA", new(UziRefusal.CardTypeMismatch, pki => pki.Card(TestCards.Medewerker)));
        yield return ("production OID from a test CA", new(UziRefusal.CardTypeMismatch, pki =>
            pki.Card(card => card with { CaOid = "2.16.528.1.1003.1.3.5.5.2" })));
        yield return ("H022 employee card", new(UziRefusal.EmployeeCard, pki => pki.Card(TestCards.Medewerker with { Issuer = pki.EmployeeCa }))
        {
            Trust = pki => pki.Trust(rules: [.. UziCardRules.Test.Select(rule => rule.CardType == UziCardType.NamedEmployee ? rule with { Roles = [] } : rule)]),
        });
        yield return ("H023 unnamed card", new(UziRefusal.UnnamedCard, pki =>
            pki.Card(TestCards.Medewerker with { Letter = "M", Issuer = pki.UnnamedCa })));
        yield return ("H021 server certificate", new(UziRefusal.ServerCertificate, pki => pki.Card(TestCards.Medewerker with
        {
            Letter = "S",
            Issuer = pki.ServerCa,
            KeyUsage = X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment,
        })));
        yield return ("H040 Z with 00.000", new(UziRefusal.RoleMismatch, pki => pki.Card(card => card with { Role = "00.000" })));
        yield return ("V14 Z with 00.015", new(UziRefusal.RoleMismatch, pki => pki.Card(card => card with { Role = "00.015" })));
        yield return ("H056 cardiologist", new(UziRefusal.RoleNotAdmitted, pki => pki.Card(TestCards.Cardioloog)));
        yield return ("V15 nurse", new(UziRefusal.RoleNotAdmitted, pki => pki.Card(card => card with { Role = "30.015" })));
        yield return ("H046 other serialNumber", new(UziRefusal.InconsistentNumber, pki => pki.Card(card => card with { SerialNumber = "900021220" })));
        yield return ("no serialNumber", new(UziRefusal.InconsistentNumber, pki => pki.Card(card => card with { SerialNumber = "" })));
        yield return ("V31 UPN of another number", new(UziRefusal.InconsistentNumber, pki => pki.Card(card => card with { Upn = "900021220@90000382" })));
        yield return ("V31 UPN of another subscriber", new(UziRefusal.InconsistentNumber, pki => pki.Card(card => card with { Upn = "900021219@90000383" })));
    }

    public const string ValidText = "2.16.528.1.1007.99.217-1-900021219-Z-90000382-01.015-01056789";

    private static (string, UniversalTagNumber, string) Uzi(string text) => ("2.5.5.5", UniversalTagNumber.IA5String, text);

    private static X509Certificate2 Written(TestPki pki, string part, string instead) =>
        pki.Card(card => card with { UziText = ValidText.Replace(part, instead, StringComparison.Ordinal) });

    private static UziRefusalCase Purpose(params string[] purposes) =>
        new(UziRefusal.NotForClientAuthentication, pki => pki.Card(card => card with { Purposes = purposes }));

    private static (string, UziRefusalCase) WithCa(
        string name, UziRefusal refusal, Func<TestPki, Func<TestAuthorityRequest, TestAuthorityRequest>> change)
    {
        var made = new Lazy<TestAuthority>(() =>
            TestPki.Shared.Authority("TEST UZI-register Zorgverlener CA G3", "zorgverlener", TestPki.Shared.Persoon, change(TestPki.Shared)));
        return (name, new(refusal, pki => pki.Card(card => card with { Issuer = made.Value }))
        {
            Trust = pki => new UziTrust([pki.Root.Certificate], [pki.Persoon.Certificate, made.Value.Certificate], testCards: true),
        });
    }

    private static X509Certificate2 SelfSigned()
    {
        var request = new CertificateRequest(TestCards.Huisarts.SubjectName(), TestKeys.Rsa("card"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", TestCard.OtherNames(Uzi(ValidText)), false));
        return request.CreateSelfSigned(TestPki.Shared.Now.AddDays(-1), TestPki.Shared.Now.AddDays(30));
    }

    private static X509Certificate2 WithSerial(TestPki pki, byte[] serial)
    {
        using var card = pki.Card();
        return ForgedCertificate.Rewrite(card, pki.CareProviderCa, (field, value) => field == 1 ? serial : value);
    }

    private static X509Certificate2 Doubled(TestPki pki)
    {
        using var card = pki.Card();
        return ForgedCertificate.Rewrite(card, pki.CareProviderCa, (_, value) =>
            value[0] == 0xA3 ? ForgedCertificate.RewriteExtensions(value, list => [.. list, list[3]]) : value);
    }
}
