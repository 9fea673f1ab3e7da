using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>A certificate as read, before anything is believed.</summary>
internal sealed record UziCard(
    X509Certificate2 Certificate,
    CertificateFrame Frame,
    UziSubjectAlternativeName San,
    UziSubject Subject,
    string IssuerName)
{
    private const string SubjectAlternativeNameOid = "2.5.29.17";

    public bool IsTestCard => IssuerName.StartsWith(UziCardRules.TestName, StringComparison.Ordinal)
        || (San.Text?.CaOid.StartsWith(UziCardRules.TestArc, StringComparison.Ordinal) ?? false);

    private string DisplayName =>
        Subject.CommonName.Length > 0 ? Subject.CommonName
        : Subject.FullName.Length > 0 ? Subject.FullName
        : San.Text?.UziNumber ?? "";

    /// <exception cref="System.Formats.Asn1.AsnContentException">Not strict DER.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A name that cannot be read.</exception>
    public static UziCard Read(X509Certificate2 certificate)
    {
        var frame = CertificateFrame.Read(certificate.RawData);
        var san = UziSubjectAlternativeName.Read(frame.Extension(SubjectAlternativeNameOid));
        var issuer = UziSubject.Read(certificate.IssuerName).CommonName;
        return new UziCard(certificate, frame, san, UziSubject.Read(certificate.SubjectName), issuer);
    }

    /// <summary>
    /// For display only: what the platform makes of a certificate that is no strict DER. Nothing of the UZI name, which
    /// nobody can read for certain then; null when even this fails.
    /// </summary>
    public static UziIdentity? Glimpse(X509Certificate2 certificate)
    {
        try
        {
            var subject = UziSubject.Read(certificate.SubjectName);
            return new()
            {
                UziNumber = "",
                CardType = UziCardType.None,
                Ura = "",
                RoleCode = "",
                Agb = null,
                DisplayName = subject.CommonName,
                Organization = subject.Organization,
                Title = subject.Title,
                CertificateSerial = LogText.Display(certificate.SerialNumber),
                IssuerName = UziSubject.Read(certificate.IssuerName).CommonName,
                IssuerThumbprint = "",
                Thumbprint = UziTrust.Thumbprint(certificate),
                NotBefore = new(certificate.NotBefore.ToUniversalTime()),
                NotAfter = new(certificate.NotAfter.ToUniversalTime()),
                IsTestCard = false,
            };
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <param name="issuer">The pinned issuing CA, or null when the chain was refused.</param>
    public UziIdentity ToIdentity(X509Certificate2? issuer) => new()
    {
        UziNumber = San.Text?.UziNumber ?? "",
        CardType = San.Text?.CardType ?? UziCardType.None,
        Ura = San.Text?.Ura ?? "",
        RoleCode = San.Text?.RoleCode ?? "",
        Agb = San.Text?.Agb,
        DisplayName = DisplayName,
        Organization = Subject.Organization,
        Title = Subject.Title,
        CertificateSerial = Frame.Serial.ToString(),
        IssuerName = IssuerName,
        IssuerThumbprint = issuer is null ? "" : UziTrust.Thumbprint(issuer),
        Thumbprint = UziTrust.Thumbprint(Certificate),
        NotBefore = Frame.NotBefore,
        NotAfter = Frame.NotAfter,
        IsTestCard = IsTestCard,
    };
}
