using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>
/// The cards of security.md §5, H001 to H050, each refused for its own reason. H030 is tried in a real handshake
/// (<see cref="UziHandshakeTests"/>), H048 also, with its chain (<see cref="Portal.Authentication.OversizedCertificateTests"/>),
/// H049 in <see cref="UziJudgementMutationTests"/>.
/// </summary>
[Collection(IndependentPki.Collection)]
public sealed class HostileCardTests(IndependentPki pki)
{
    [Fact]
    public void H001_NoCertificate_IsRefused()
    {
        var clock = new SettableClock(TestPki.Shared.Now);
        Assert.Equal(UziRefusal.NoCertificate, new UziJudgement(TestPki.Shared.Trust(), TestPki.Shared.Store(clock), clock).Judge(null).Refusal);
    }

    [IndependentPkiFact]
    public void H002_SelfSignedCopy_IsUntrusted() => Refused(UziRefusal.UntrustedChain, "selfsigned");

    [IndependentPkiFact]
    public void H003_ForeignRootWithTheSameNames_IsUntrusted() => Refused(UziRefusal.UntrustedChain, "foreign");

    [IndependentPkiFact]
    public void H004_Expired_IsRefused() => Refused(UziRefusal.Expired, "expired");

    [IndependentPkiFact]
    public void H005_NotYetValid_IsRefused() => Refused(UziRefusal.NotYetValid, "notyet");

    [IndependentPkiFact]
    public void H006_Revoked_IsRefused() => Refused(UziRefusal.Revoked, "revoked");

    [IndependentPkiFact]
    public void H007_OnHold_IsRevoked() => Refused(UziRefusal.Revoked, "onhold");

    [IndependentPkiFact]
    public void H008_IssuerRevoked_IsRefused() => Refused(UziRefusal.IssuerRevoked, "by-revoked-ca");

    [IndependentPkiFact]
    public void H009_IssuerExpired_IsRefused() => Refused(UziRefusal.IssuerNotValid, "by-expired-ca");

    [IndependentPkiFact]
    public void H010_SignedWithACardsKey_IsUntrusted() => Refused(UziRefusal.UntrustedChain, "by-leaf");

    [IndependentPkiFact]
    public void H011_LeafThatIsACa_IsRefused() => Refused(UziRefusal.LeafIsCa, "leafca-leaf");

    [IndependentPkiFact]
    public void H012_EkuEmail_IsRefused() => Refused(UziRefusal.NotForClientAuthentication, "eku-wrong");

    [IndependentPkiFact]
    public void H013_EkuServer_IsRefused() => Refused(UziRefusal.NotForClientAuthentication, "eku-server");

    [IndependentPkiFact]
    public void H014_EkuAny_IsRefused() => Refused(UziRefusal.NotForClientAuthentication, "eku-any");

    [IndependentPkiFact]
    public void H015_NoEku_IsRefused() => Refused(UziRefusal.NotForClientAuthentication, "eku-none");

    [IndependentPkiFact]
    public void H016_KeyUsageWithoutSignature_IsRefused() => Refused(UziRefusal.NotAuthenticationCertificate, "ku-wrong");

    [IndependentPkiFact]
    public void H017_SignatureCertificate_IsRefused() => Refused(UziRefusal.NotAuthenticationCertificate, "gp-sign");

    [IndependentPkiFact]
    public void H018_ConfidentialityCertificate_IsRefused() => Refused(UziRefusal.NotAuthenticationCertificate, "gp-conf");

    [IndependentPkiFact]
    public void H019_Sha1Signature_IsRefused() => Refused(UziRefusal.WeakSignature, "sha1");

    [IndependentPkiFact]
    public void H020_Rsa1024_IsRefused() => Refused(UziRefusal.WeakKey, "rsa1024");

    [IndependentPkiFact]
    public void H021_ServerCertificate_IsRefused() => Refused(UziRefusal.ServerCertificate, "srv-s");

    [IndependentPkiFact]
    public void H023_EmployeeNotOnName_IsRefused() => Refused(UziRefusal.UnnamedCard, "emp-m");

    [IndependentPkiFact]
    public void H024_OtherTspWithTheUziName_IsRefused() => Refused(UziRefusal.UnknownIssuer, "other-tsp");

    [IndependentPkiFact]
    public void H025_TypeZFromTheEmployeeCa_IsRefused() => Refused(UziRefusal.CardTypeMismatch, "n-ca-z");

    [IndependentPkiFact]
    public void H026_TypeNFromTheCareProviderCa_IsRefused() => Refused(UziRefusal.CardTypeMismatch, "z-ca-n");

    [IndependentPkiFact]
    public void H027_CaOfTheNextGeneration_IsRefusedByName()
    {
        Refused(UziRefusal.UnknownIssuer, "gp-nextca");
        Assert.Contains("Zorgverlener CA G4", pki.Judge("gp-nextca").Detail, StringComparison.Ordinal);
    }

    /// <summary>The manifest decides where security.md lets the store decide: CIBG makes no such card (docs/adr/0013).</summary>
    [IndependentPkiFact]
    public void H028_NoAddressOfAList_IsRefused() => Refused(UziRefusal.NoRevocationAddress, "nocdp");

    [IndependentPkiFact]
    public void H029_AddressOfTheAttacker_IsNeverCalled()
    {
        using var trap = new TcpListener(IPAddress.Loopback, 0); // the card says port 1, where nobody can listen without root
        trap.Start();
        var verdict = pki.Judge("evilcdp");

        Assert.True(verdict.Accepted, verdict.Detail);
        Assert.False(trap.Pending());
    }

    [IndependentPkiFact]
    public void H031_NoUziName_IsNotUzi() => Refused(UziRefusal.NotUzi, "san-none", "san-noother", "san-upnonly");

    [IndependentPkiFact]
    public void H032_UziTextInAnotherPlace_IsNotUzi() => Refused(UziRefusal.NotUzi, "san-wrongoid", "san-inupn", "san-rfc822");

    [IndependentPkiFact]
    public void H033_OtherStringType_IsRefused() => Refused(UziRefusal.InvalidSan, "san-utf8", "san-printable", "san-octets");

    [IndependentPkiFact]
    public void H034_TwoPersons_IsAmbiguous() => Refused(UziRefusal.AmbiguousSan, "san-two");

    [IndependentPkiFact]
    public void H035_OtherNumberOfFields_IsRefused() => Refused(UziRefusal.InvalidSan, "san-fields5", "san-fields7");

    [IndependentPkiFact]
    public void H036_Version2_IsRefused() => Refused(UziRefusal.InvalidVersion, "san-version2");

    [IndependentPkiFact]
    public void H037_OddUziNumber_IsRefused()
    {
        Refused(UziRefusal.InvalidUziNumber, "san-uzi8", "san-uzi10", "san-uzi0");
        Refused(UziRefusal.InvalidSan, "san-uzialpha");
    }

    [IndependentPkiFact]
    public void H038_OddCardType_IsRefused()
    {
        Refused(UziRefusal.InvalidSan, "san-lowerz");
        Refused(UziRefusal.InvalidType, "san-typex");
    }

    [IndependentPkiFact]
    public void H039_OidOfTheEmployeeCa_IsRefused() => Refused(UziRefusal.CardTypeMismatch, "san-oidn");

    [IndependentPkiFact]
    public void H040_OddRole_IsRefused()
    {
        Refused(UziRefusal.RoleMismatch, "san-role0");
        Refused(UziRefusal.InvalidSan, "san-roledot");
    }

    [IndependentPkiFact]
    public void H041_AgbOfSevenDigits_IsRefused() => Refused(UziRefusal.InvalidSan, "san-agb7");

    [IndependentPkiFact]
    public void H042_LineEnds_AreRefusedOnOneLine() => Refused(UziRefusal.InvalidSan, "san-trailing", "san-crlf");

    [IndependentPkiFact]
    public void H043_ControlAndHighBytes_AreRefused() => Refused(UziRefusal.InvalidSan, "san-nul", "san-empty", "san-highbit");

    [IndependentPkiFact]
    public void H044_SqlText_IsRefused() => Refused(UziRefusal.InvalidSan, "san-sql");

    [IndependentPkiFact]
    public void H045_NineKilobytes_IsRefusedAndCutInTheLog() => Refused(UziRefusal.InvalidSan, "san-long");

    [IndependentPkiFact]
    public void H046_OtherSerialNumber_IsRefused() => Refused(UziRefusal.InconsistentNumber, "san-serialmismatch");

    [Theory]
    [InlineData("٩٠٠٠٢١٢١٩")]
    [InlineData("９０００２１２１９")]
    public void H047_DigitsOfOtherScripts_AreRefused(string number)
    {
        var text = UziRefusalCases.ValidText.Replace("900021219", number, StringComparison.Ordinal);
        Assert.Equal(UziRefusal.InvalidSan, Made(card => card with
        {
            San = TestCard.OtherNames(("2.5.5.5", System.Formats.Asn1.UniversalTagNumber.UTF8String, text)),
        }));
        Assert.Null(UziText.Parse(text));
    }

    [Fact]
    public void H048_CertificateOf60Kilobytes_IsRefusedUnread() => Assert.Equal(UziRefusal.Malformed, Made(card => card with
    {
        Extensions = [new X509Extension("2.16.528.1.1007.99.1", new byte[60_000], false)],
    }));

    [Theory]
    [InlineData("H050 doubled extension")]
    [InlineData("H050 negative serial number")]
    [InlineData("H050 serial number zero")]
    [InlineData("H050 loose length in the SAN")]
    public void H050_LooseDer_IsMalformed(string name) => Assert.Equal(UziRefusal.Malformed, UziRefusalCases.All[name].Judge().Refusal);

    private void Refused(UziRefusal refusal, params string[] names) => Assert.All(names, name =>
    {
        var verdict = pki.Judge(name);
        Assert.True(verdict.Refusal == refusal, $"{name}: {verdict.Refusal} {verdict.Detail}");
        Assert.InRange(verdict.Detail.Length, 1, 256);
        Assert.DoesNotContain(verdict.Detail, char.IsControl);
        Assert.False(pki.Manifest[name]);
    });

    private static UziRefusal? Made(Func<TestCard, TestCard> change)
    {
        var clock = new SettableClock(TestPki.Shared.Now);
        using var card = TestPki.Shared.Card(change);
        return new UziJudgement(TestPki.Shared.Trust(), TestPki.Shared.Store(clock), clock).Judge(card).Refusal;
    }
}
