using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>H049: damaged certificates never crash the judgement and never sign in.</summary>
public sealed class UziJudgementMutationTests
{
    private static readonly TestPki _pki = TestPki.Shared;
    private static readonly X509Certificate2 _card = _pki.Card();
    private static readonly UziJudgement _judgement = NewJudgement();

    [Fact]
    public void H049_Judge_CertificateWithChangedBytes_IsRefused()
    {
        var genuine = _card.RawData;
        var edit = Gen.Zip(Gen.Choose(0, genuine.Length - 1), Gen.Choose(1, 255));

        Prop.ForAll(Arb.From(edit), change =>
        {
            byte[] copy = [.. genuine];
            copy[change.Item1] ^= (byte)change.Item2;
            return IsRefused(copy);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));
    }

    [Fact]
    public void H049_Judge_RightlySignedButDamaged_IsRefusedOrTheSamePerson()
    {
        // Signed anew after the damage, so that the signature does not hide what the readers do with it.
        var tbs = new System.Formats.Asn1.AsnReader(_card.RawData, System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence().ReadEncodedValue().ToArray();
        var edit = Gen.Zip(Gen.Choose(4, tbs.Length - 1), Gen.Choose(1, 255));

        Prop.ForAll(Arb.From(edit), change =>
        {
            byte[] copy = [.. tbs];
            copy[change.Item1] ^= (byte)change.Item2;
            return IsRefusedOrTheSamePerson(ForgedCertificate.Sign(copy, _pki.CareProviderCa.Key));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    private static bool IsRefused(byte[] der) => Judge(der) is not { Accepted: true };

    private static bool IsRefusedOrTheSamePerson(byte[] der)
    {
        var verdict = Judge(der);
        Assert.True(verdict is null || (verdict.Detail.Length <= 256 && !verdict.Detail.Any(char.IsControl)), verdict?.Detail);

        // One changed byte cannot change the number in its three places at once.
        return verdict is not { Accepted: true } || string.Equals(verdict.Identity!.UziNumber, TestCards.Huisarts.UziNumber, StringComparison.Ordinal);
    }

    private static UziVerdict? Judge(byte[] der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            return _judgement.Judge(certificate);
        }
        catch (CryptographicException)
        {
            return null; // TLS would not have got this far either
        }
    }

    private static UziJudgement NewJudgement()
    {
        var clock = new SettableClock(_pki.Now);
        return new UziJudgement(_pki.Trust(), _pki.Store(clock), clock);
    }
}
