using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>What a card says; null takes what the PKI's own Zorgverlener CA would write (CPS 10.3 §7.1).</summary>
public sealed record TestCard
{
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    public const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    public const string DocumentSigning = "1.3.6.1.4.1.311.10.3.12";

    public string UziNumber { get; init; } = "900021219";

    public string Letter { get; init; } = "Z";

    public string Ura { get; init; } = "90000382";

    public string Role { get; init; } = "01.015";

    public string Agb { get; init; } = "01056789";

    public string GivenName { get; init; } = "Sietske";

    public string Surname { get; init; } = "Hoekstra";

    public string Title { get; init; } = "Huisarts";

    public string Organization { get; init; } = "Huisartsenpraktijk De Linde";

    /// <summary>Empty leaves it out.</summary>
    public string? CommonName { get; init; }

    /// <summary>Subject serialNumber; empty leaves it out.</summary>
    public string? SerialNumber { get; init; }

    public string? CaOid { get; init; }

    /// <summary>Value of the 2.5.5.5 name.</summary>
    public string? UziText { get; init; }

    /// <summary>Empty leaves it out.</summary>
    public string? Upn { get; init; }

    /// <summary>The subject alternative name in DER; an empty array leaves the extension out.</summary>
    public byte[]? San { get; init; }

    public X509KeyUsageFlags? KeyUsage { get; init; } = X509KeyUsageFlags.DigitalSignature;

    public IReadOnlyList<string> Purposes { get; init; } = [ClientAuthentication, EmailProtection, DocumentSigning];

    public IReadOnlyList<string>? Policies { get; init; }

    public bool IsAuthority { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? NotAfter { get; init; }

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>RSA or ECDSA; null takes the run's card key.</summary>
    public AsymmetricAlgorithm? Key { get; init; }

    public TestAuthority? Issuer { get; init; }

    /// <summary>CRL address; empty leaves the extension out.</summary>
    public string CrlAddress { get; init; } = "http://127.0.0.1:9/cdp/never-fetched.crl";

    public IReadOnlyList<X509Extension> Extensions { get; init; } = [];

    /// <summary>A GeneralNames value of otherNames: (type OID, string kind, text).</summary>
    public static byte[] OtherNames(params (string Oid, UniversalTagNumber Kind, string Text)[] names)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var (oid, kind, text) in names)
            {
                WriteOtherName(writer, oid, value => value.WriteCharacterString(kind, text));
            }
        }

        return writer.Encode();
    }

    public static void WriteOtherName(AsnWriter writer, string oid, Action<AsnWriter> value)
    {
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        using (writer.PushSequence(context0))
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSequence(context0))
            {
                value(writer);
            }
        }
    }

    internal byte[] EncodeSan(string caOid)
    {
        var text = UziText ?? $"{CaOid ?? caOid}-1-{UziNumber}-{Letter}-{Ura}-{Role}-{Agb}";
        var upn = Upn ?? $"{UziNumber}@{Ura}";
        (string, UniversalTagNumber, string) uzi = ("2.5.5.5", UniversalTagNumber.IA5String, text);
        return San ?? (upn.Length == 0
            ? OtherNames(uzi)
            : OtherNames(("1.3.6.1.4.1.311.20.2.3", UniversalTagNumber.UTF8String, upn), uzi));
    }

    internal X500DistinguishedName SubjectName()
    {
        // The builder writes the last one first: on a card C, O, title, SN, GN, serialNumber, CN.
        var name = new X500DistinguishedNameBuilder();
        Add(name, "2.5.4.3", CommonName ?? $"{GivenName} {Surname}");
        Add(name, "2.5.4.5", SerialNumber ?? UziNumber, UniversalTagNumber.PrintableString);
        Add(name, "2.5.4.42", GivenName);
        Add(name, "2.5.4.4", Surname);
        Add(name, "2.5.4.12", Title);
        Add(name, "2.5.4.10", Organization);
        name.AddCountryOrRegion("NL");
        return name.Build();
    }

    private static void Add(X500DistinguishedNameBuilder name, string oid, string value, UniversalTagNumber kind = UniversalTagNumber.UTF8String)
    {
        if (value.Length > 0)
        {
            name.Add(oid, value, kind);
        }
    }
}
