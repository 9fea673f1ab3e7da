using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A CA of the test PKI: its certificate and the key it signs with.</summary>
public sealed record TestAuthority(X509Certificate2 Certificate, RSA Key)
{
    private static readonly X509KeyUsageFlags _usage = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;

    internal X509SignatureGenerator Generator => new TestSigner(Key);

    public string CommonName => Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <summary>A CA below <paramref name="issuer"/>, or a root when that is null.</summary>
    internal static TestAuthority Create(TestAuthorityRequest request, TestAuthority? issuer)
    {
        var key = TestKeys.Rsa(request.KeyName, request.KeyBits);
        var certificate = new CertificateRequest(Name(request.CommonName), key, request.Hash, RSASignaturePadding.Pkcs1);
        certificate.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        certificate.CertificateExtensions.Add(new X509KeyUsageExtension(request.Usage ?? _usage, true));
        certificate.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(certificate.PublicKey, false));
        if (issuer is not null)
        {
            certificate.CertificateExtensions.Add(
                X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer.Certificate, true, false));
        }

        foreach (var extension in request.Extensions)
        {
            certificate.CertificateExtensions.Add(extension);
        }

        var generator = issuer?.Generator ?? new TestSigner(key);
        var issuerName = issuer?.Certificate.SubjectName ?? certificate.SubjectName;
        return new(certificate.Create(issuerName, generator, request.NotBefore, request.NotAfter, NewSerial()), key);
    }

    /// <summary>A positive serial number of 16 bytes.</summary>
    public static byte[] NewSerial() => [0x5A, .. RandomNumberGenerator.GetBytes(15)];

    private static X500DistinguishedName Name(string commonName)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(commonName);
        name.Add("2.5.4.97", "NTRNL-50000535"); // organizationIdentifier
        name.AddOrganizationName("CIBG");
        name.AddCountryOrRegion("NL");
        return name.Build();
    }
}
