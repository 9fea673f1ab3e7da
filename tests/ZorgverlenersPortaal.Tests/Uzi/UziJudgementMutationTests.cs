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

    [Fact]
    public void H049_Judge_HundredThousandMutations_NeitherCrashNorSignIn()
    {
        // Where test cards are refused the whole card is read, and the slow chain comes only for the few that hide it.
        // The platform's own reading of a certificate takes most of the time, so four in five damage the name alone.
        var clock = new SettableClock(_pki.Now);
        var judgement = new UziJudgement(_pki.Trust(testCards: false), _pki.Store(clock), clock);
        var genuine = _card.RawData;
        var name = _card.Extensions["2.5.29.17"]!.RawData;
        var (read, names) = (0, 0);
        Parallel.For(0, 100, batch =>
        {
            var edits = new Generator((ulong)batch + 1);
            for (var i = 0; i < 1_000; i++)
            {
                if (i % 5 == 0)
                {
                    var verdict = Judge(judgement, edits.Damage(genuine));
                    Assert.True(verdict is not { Accepted: true });
                    Interlocked.Add(ref read, verdict?.Refusal == UziRefusal.TestCardNotAllowed ? 1 : 0);
                }
                else
                {
                    var damaged = edits.Damage(name);
                    var san = UziSubjectAlternativeName.Read(damaged);
                    Assert.True(san.Refusal is not null || damaged.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes($"-1-{san.Text!.UziNumber}-")) > 0);
                    Interlocked.Add(ref names, san.Refusal is null ? 1 : 0);
                }
            }
        });

        Assert.InRange(read, 5_000, 20_000); // most damage leaves a card that can be read
        Assert.InRange(names, 1, 40_000);
    }

    private static bool IsRefused(byte[] der) => Judge(der) is not { Accepted: true };

    private static bool IsRefusedOrTheSamePerson(byte[] der)
    {
        var verdict = Judge(der);
        Assert.True(verdict is null || (verdict.Detail.Length <= 256 && !verdict.Detail.Any(char.IsControl)), verdict?.Detail);

        // One changed byte cannot change the number in its three places at once.
        return verdict is not { Accepted: true } || string.Equals(verdict.Identity!.UziNumber, TestCards.Huisarts.UziNumber, StringComparison.Ordinal);
    }

    private static UziVerdict? Judge(byte[] der) => Judge(_judgement, der);

    private static UziVerdict? Judge(UziJudgement judgement, byte[] der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            return judgement.Judge(certificate);
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

    /// <summary>Numbers that are the same in every run (xorshift), so that a failure can be repeated.</summary>
    private sealed class Generator(ulong seed)
    {
        private ulong _state = seed * 0x9E3779B97F4A7C15;

        public byte[] Damage(byte[] genuine)
        {
            byte[] copy = [.. genuine];
            for (var edit = Next(3); edit >= 0; edit--)
            {
                copy[Next(copy.Length)] = (byte)Next(256);
            }

            return copy;
        }

        private int Next(int below)
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            return (int)(_state % (ulong)below);
        }
    }
}
