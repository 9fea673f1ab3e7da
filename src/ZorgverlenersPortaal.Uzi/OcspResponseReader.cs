using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Reads an OCSP answer (RFC 6960 §4.2) as strict DER. Whatever is not plainly the fresh answer to our question, signed by
/// who may, is no conclusion.
/// </summary>
internal sealed class OcspResponseReader(OcspQuestion question, OcspRequest request, RevocationStore store, DateTimeOffset now)
{
    private const string BasicOid = "1.3.6.1.5.5.7.48.1.1";

    private const int MostCertificates = 5;

    private static readonly TimeSpan _clockSkew = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan _oldest = TimeSpan.FromHours(1);

    /// <summary>Never throws on an answer.</summary>
    public OcspAnswer Read(byte[] der)
    {
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER);
            var response = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            var status = response.ReadEnumeratedBytes().Span[0];
            return status == 0 ? ReadBasic(response) : OcspAnswer.None($"the responder answered with status {status}");
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return OcspAnswer.None("not an OCSP answer: " + e.Message);
        }
    }

    private OcspAnswer ReadBasic(AsnReader response)
    {
        var bytes = response.ReadSequence(DerFields.Context(0)).ReadSequence();
        response.ThrowIfNotEmpty();
        if (bytes.ReadObjectIdentifier() != BasicOid)
        {
            return OcspAnswer.None("the answer is of another type than basic");
        }

        var basic = new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
        var signed = basic.PeekEncodedValue();
        var data = basic.ReadSequence();
        if (SignatureScheme.Read(basic.ReadEncodedValue()) is not { } scheme)
        {
            return OcspAnswer.None("the answer is signed with a weak or unknown algorithm");
        }

        var signature = DerFields.ReadSignature(basic);
        List<X509Certificate2> certificates = basic.HasData ? ReadCertificates(basic) : [];
        try
        {
            var fault = FindSigner(certificates, signer => scheme.Verify(signer, signed.Span, signature), out var signer);
            return fault is null ? ReadData(data, signer!) : OcspAnswer.None(fault);
        }
        finally
        {
            certificates.ForEach(certificate => certificate.Dispose());
        }
    }

    private string? FindSigner(
        List<X509Certificate2> certificates, Func<X509Certificate2, bool> hasSigned, out X509Certificate2? signer)
    {
        signer = hasSigned(question.Issuer) ? question.Issuer : certificates.Find(certificate => hasSigned(certificate));
        return signer is null ? "the answer's signature does not hold"
            : ReferenceEquals(signer, question.Issuer) ? null
            : store.Check(signer, question.Issuer) == RevocationVerdict.Revoked ? "the responder's certificate is revoked"
            : OcspResponder.Fault(signer, question.Issuer, now);
    }

    private OcspAnswer ReadData(AsnReader data, X509Certificate2 signer)
    {
        if (data.PeekTag().HasSameClassAndValue(DerFields.Context(0)))
        {
            data.ReadEncodedValue(); // version 1, written out against DER
        }

        var isNamed = IsNamed(data, signer);
        data.ReadGeneralizedTime(); // producedAt: says nothing of the card
        var answers = data.ReadSequence();
        var isForUs = !data.HasData || IsAcceptable(data.ReadSequence(DerFields.Context(1)), request.Nonce);
        data.ThrowIfNotEmpty();
        if (!isNamed || !isForUs)
        {
            return OcspAnswer.None(isNamed ? "other nonce, or an unknown critical extension" : "the answer names another responder");
        }

        var found = new List<AsnReader>();
        while (answers.HasData)
        {
            var answer = answers.ReadSequence();
            if (request.CertId.Matches(answer.ReadSequence()))
            {
                found.Add(answer);
            }
        }

        return found.Count == 1 ? ReadAnswer(found[0]) : OcspAnswer.None($"{found.Count} answers about the card");
    }

    private OcspAnswer ReadAnswer(AsnReader answer)
    {
        RevocationVerdict? verdict = answer.PeekTag() switch
        {
            { TagClass: TagClass.ContextSpecific, TagValue: 0 } => RevocationVerdict.Good,
            { TagClass: TagClass.ContextSpecific, TagValue: 1 } => RevocationVerdict.Revoked,
            _ => null,
        };
        answer.ReadEncodedValue();
        var thisUpdate = answer.ReadGeneralizedTime();
        var hasEnd = answer.HasData && answer.PeekTag().HasSameClassAndValue(DerFields.Context(0));
        DateTimeOffset? nextUpdate = hasEnd ? answer.ReadSequence(DerFields.Context(0)).ReadGeneralizedTime() : null;
        var isUnderstood = !answer.HasData || IsAcceptable(answer.ReadSequence(DerFields.Context(1)), nonce: null);
        answer.ThrowIfNotEmpty();
        return verdict is not { } known ? OcspAnswer.UnknownCard()
            : !isUnderstood ? OcspAnswer.None("an unknown critical extension")
            : thisUpdate > now + _clockSkew ? OcspAnswer.None($"the answer is of {thisUpdate:u}, ahead of our clock")
            : thisUpdate < now - _oldest || nextUpdate <= now ? OcspAnswer.None($"the answer is old, of {thisUpdate:u}")
            : new(known, thisUpdate, nextUpdate, $"{known} at {thisUpdate:u}");
    }

    private static bool IsNamed(AsnReader data, X509Certificate2 signer)
    {
        if (data.PeekTag().HasSameClassAndValue(DerFields.Context(1)))
        {
            return data.ReadSequence(DerFields.Context(1)).ReadEncodedValue().Span.SequenceEqual(signer.SubjectName.RawData);
        }

        return data.ReadSequence(DerFields.Context(2)).ReadOctetString().AsSpan().SequenceEqual(OcspCertId.KeyHash(signer));
    }

    private static bool IsAcceptable(AsnReader wrapper, byte[]? nonce)
    {
        var extensions = DerFields.ReadExtensions(wrapper);
        return extensions.All(entry => entry.Key == OcspRequest.NonceOid && nonce is not null
            ? entry.Value.Value.Span.SequenceEqual(nonce)
            : !entry.Value.Critical);
    }

    private static List<X509Certificate2> ReadCertificates(AsnReader basic)
    {
        var certificates = new List<X509Certificate2>();
        var sequence = basic.ReadSequence(DerFields.Context(0)).ReadSequence();
        while (sequence.HasData && certificates.Count < MostCertificates)
        {
            certificates.Add(X509CertificateLoader.LoadCertificate(sequence.ReadEncodedValue().Span));
        }

        return certificates;
    }
}
