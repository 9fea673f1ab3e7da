using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

public sealed class RevocationStoreTests
{
    private static readonly TestPki _pki = TestPki.Shared;
    private static readonly TestAuthority _ca = _pki.CareProviderCa;

    private readonly SettableClock _clock = new(_pki.Now);
    private readonly RevocationStore _store;

    public RevocationStoreTests() => _store = new RevocationStore(_clock, TimeSpan.FromHours(4));

    [Fact]
    public void Check_NoList_IsUnknown() => Assert.Equal(RevocationVerdict.Unknown, CheckCard());

    [Fact]
    public void Check_FreshListWithoutTheCard_IsGood()
    {
        Assert.True(Add(_pki.Crl(_ca)).Accepted);

        Assert.Equal(RevocationVerdict.Good, CheckCard());
    }

    [Fact]
    public void Check_CardOnTheList_IsRevoked()
    {
        using var card = _pki.Card();
        Add(_pki.Crl(_ca, revoked: card));

        Assert.Equal(RevocationVerdict.Revoked, _store.Check(card, _ca.Certificate));
    }

    [Fact]
    public void H007_Check_CardOnHold_IsRevoked()
    {
        using var card = _pki.Card();
        byte[] hold = [0x0A, 0x01, 0x06];
        Add(List() with { Serials = [card.SerialNumberBytes.ToArray()], EntryExtension = ("2.5.29.21", false, hold) });

        Assert.Equal(RevocationVerdict.Revoked, _store.Check(card, _ca.Certificate));
    }

    [Theory]
    [InlineData(0, RevocationVerdict.Good)]
    [InlineData(239, RevocationVerdict.Good)]
    [InlineData(240, RevocationVerdict.Unknown)] // the list was a minute old
    [InlineData(48 * 60, RevocationVerdict.Unknown)]
    public void H135_Check_ListGrowsOld_StopsToCallCardsGood(int minutes, RevocationVerdict verdict)
    {
        Add(_pki.Crl(_ca));
        _clock.Now += TimeSpan.FromMinutes(minutes);

        Assert.Equal(verdict, CheckCard());
    }

    [Fact]
    public void Check_OldListWithTheCard_StillSaysRevoked()
    {
        using var card = _pki.Card();
        Add(_pki.Crl(_ca, revoked: card));
        _clock.Now += TimeSpan.FromDays(30);

        Assert.Equal(RevocationVerdict.Revoked, _store.Check(card, _ca.Certificate));
    }

    [Fact]
    public void Check_ListOnAuthorities_CountsUntilItsNextUpdate()
    {
        Add(_pki.Crl(_pki.Persoon));
        _clock.Now += TimeSpan.FromHours(47);
        Assert.Equal(RevocationVerdict.Good, _store.Check(_ca.Certificate, _pki.Persoon.Certificate));

        _clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(RevocationVerdict.Unknown, _store.Check(_ca.Certificate, _pki.Persoon.Certificate));
    }

    [Fact]
    public void H141_Check_ClockWentBack_IsUnknown()
    {
        Add(_pki.Crl(_ca));
        _clock.Now -= TimeSpan.FromHours(1);

        Assert.Equal(RevocationVerdict.Unknown, CheckCard());
    }

    [Fact]
    public void Check_ListOfSameNameWithOtherKey_SaysNothing()
    {
        _store.Add(_pki.Crl(_pki.ForeignCa), [_pki.ForeignCa.Certificate]);

        Assert.Equal(RevocationVerdict.Unknown, CheckCard());
    }

    [Fact]
    public void H136_Add_HostileList_IsRefusedAndTheLastGoodStays()
    {
        Assert.True(Add(_pki.Crl(_ca, number: 5)).Accepted);

        foreach (var (name, der, refusal) in Hostile())
        {
            var outcome = Add(der);
            Assert.True(refusal == outcome.Refusal, $"{name}: expected {refusal}, got {outcome.Refusal}: {outcome.Detail}");
            Assert.False(outcome.Accepted);
            Assert.InRange(outcome.Detail.Length, 1, 256);
        }

        Assert.Equal(RevocationVerdict.Good, CheckCard());
        Assert.Equal("5", Assert.Single(_store.Status()).Number);
    }

    [Fact]
    public void H136_Add_EveryRefusalButThatOfFiles_IsTried() => Assert.Equal(
        Enum.GetValues<CrlRefusal>().Except([CrlRefusal.Unreadable, CrlRefusal.IssuerMayNotSign]).Order(),
        Hostile().Select(hostile => hostile.Refusal).Distinct().Order());

    private static IEnumerable<(string Name, byte[] Der, CrlRefusal Refusal)> Hostile()
    {
        var list = List() with { Number = 6 };
        byte[] none = [0x05, 0x00];
        var genuine = _pki.Crl(_ca, number: 6);
        yield return ("empty", [], CrlRefusal.Malformed);
        yield return ("HTML", Encoding.ASCII.GetBytes("<html>proxy error</html>"), CrlRefusal.Malformed);
        yield return ("truncated", genuine[..200], CrlRefusal.Malformed);
        yield return ("bytes behind", [.. genuine, 0x00], CrlRefusal.Malformed);
        yield return ("a certificate", _ca.Certificate.RawData, CrlRefusal.Malformed);
        yield return ("version 1", (list with { Version = 0 }).Build(), CrlRefusal.Malformed);
        yield return ("no nextUpdate", (list with { HasNextUpdate = false }).Build(), CrlRefusal.Malformed);
        yield return ("no number", (list with { Number = null }).Build(), CrlRefusal.Malformed);
        yield return ("negative serial", (list with { Serials = [[0x81, 0x01]] }).Build(), CrlRefusal.Malformed);
        yield return ("H138 40 MB", new byte[40 * 1024 * 1024], CrlRefusal.TooLarge);
        yield return ("other issuer", _pki.Crl(_pki.WebCa), CrlRefusal.UnknownIssuer);
        yield return ("forged: same name, other key", _pki.Crl(_pki.ForeignCa, number: 6), CrlRefusal.BadSignature);
        yield return ("one bit changed", Flip(genuine), CrlRefusal.BadSignature);
        yield return ("SHA-1", Sha1(genuine), CrlRefusal.WeakSignature);
        yield return ("future", _pki.Crl(_ca, 6, _pki.Now.AddMinutes(6)), CrlRefusal.NotYetIssued);
        yield return ("H136 year 2040", _pki.Crl(_ca, 6, new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero)), CrlRefusal.NotYetIssued);
        yield return ("expired", _pki.Crl(_ca, 6, _pki.Now.AddHours(-49)), CrlRefusal.Expired);
        yield return ("H137 lower number", _pki.Crl(_ca, 4), CrlRefusal.OlderThanStored);
        yield return ("same number, earlier", _pki.Crl(_ca, 5, _pki.Now.AddHours(-2)), CrlRefusal.OlderThanStored);
        yield return ("unknown critical extension", (list with { Extension = ("1.2.3", true, none) }).Build(), CrlRefusal.UnknownCriticalExtension);
        yield return ("unknown critical in an entry",
            (list with { Serials = [[0x01]], EntryExtension = ("1.2.3", true, none) }).Build(), CrlRefusal.UnknownCriticalExtension);
        yield return ("delta", (list with { Extension = ("2.5.29.27", true, [0x02, 0x01, 0x01]) }).Build(), CrlRefusal.DeltaOrIndirect);
        yield return ("indirect", (list with { Extension = ("2.5.29.28", true, [0x30, 0x03, 0x84, 0x01, 0xFF]) }).Build(), CrlRefusal.DeltaOrIndirect);
        yield return ("attribute certificates", (list with { Extension = ("2.5.29.28", true, [0x30, 0x03, 0x85, 0x01, 0xFF]) }).Build(), CrlRefusal.DeltaOrIndirect);
        yield return ("some reasons", (list with { Extension = ("2.5.29.28", true, [0x30, 0x04, 0x83, 0x02, 0x06, 0x40]) }).Build(), CrlRefusal.DeltaOrIndirect);
        yield return ("entry of another issuer",
            (list with { Serials = [[0x01]], EntryExtension = ("2.5.29.29", true, [0x30, 0x00]) }).Build(), CrlRefusal.DeltaOrIndirect);
    }

    [Fact]
    public void Add_AuthorityThatMayNotSignLists_IsRefused()
    {
        var mute = _pki.Authority("TEST zonder lijsten", "medewerker", _pki.Persoon, ca => ca with { Usage = X509KeyUsageFlags.KeyCertSign });
        var list = new HostileCrl(mute, _pki.Now).Build();

        Assert.Equal(CrlRefusal.IssuerMayNotSign, _store.Add(list, [mute.Certificate]).Refusal);
    }

    [Fact]
    public void Add_SameListAgain_IsAccepted()
    {
        var list = _pki.Crl(_ca, 5);

        Assert.True(Add(list).Accepted);
        Assert.True(Add(list).Accepted);
    }

    [Fact]
    public void Add_NextListWithoutTheCard_EndsARevocationOnHold()
    {
        using var card = _pki.Card();
        Add(_pki.Crl(_ca, 1, revoked: card));
        Add(_pki.Crl(_ca, 2));

        Assert.Equal(RevocationVerdict.Good, _store.Check(card, _ca.Certificate));
    }

    [Fact]
    public void Add_ListFiveMinutesAhead_IsAccepted() => Assert.True(Add(_pki.Crl(_ca, 1, _pki.Now.AddMinutes(4))).Accepted);

    [Fact]
    public void Check_ListForOneAddress_SpeaksForCardsWithThatAddressOnly()
    {
        const string Address = "http://127.0.0.1:9/cdp/part-1.crl";
        Add(List() with { Extension = ("2.5.29.28", true, Scope(Address)) });
        using var named = _pki.Card(card => card with { CrlAddress = Address });
        using var other = _pki.Card();
        using var silent = _pki.Card(card => card with { CrlAddress = "" });

        Assert.Equal(RevocationVerdict.Good, _store.Check(named, _ca.Certificate));
        Assert.Equal(RevocationVerdict.Unknown, _store.Check(other, _ca.Certificate));
        Assert.Equal(RevocationVerdict.Unknown, _store.Check(silent, _ca.Certificate));
    }

    [Fact]
    public void Check_ListOnAuthoritiesOnly_SaysNothingOnCards()
    {
        Add(List() with { Extension = ("2.5.29.28", true, [0x30, 0x03, 0x82, 0x01, 0xFF]) });

        Assert.Equal(RevocationVerdict.Unknown, CheckCard());
    }

    [Fact]
    public void Check_ListOnCardsOnly_IsGoodForCards()
    {
        Add(List() with { Extension = ("2.5.29.28", true, [0x30, 0x03, 0x81, 0x01, 0xFF]) });

        Assert.Equal(RevocationVerdict.Good, CheckCard());
    }

    [Fact]
    public void H138_Add_200000Entries_AreAllFound()
    {
        var serials = Enumerable.Range(1, 200_000).Select(i => (byte[])[0x5A, 1, 2, 3, 4, 5, 6, 7, (byte)(i >> 16), (byte)(i >> 8), (byte)i]).ToList();
        using var card = _pki.Card();
        serials.Add(card.SerialNumberBytes.ToArray());

        Assert.True(Add(List() with { Serials = serials }).Accepted);

        Assert.Equal(200_001, Assert.Single(_store.Status()).Count);
        Assert.Equal(RevocationVerdict.Revoked, _store.Check(card, _ca.Certificate));
    }

    [Fact]
    public void Status_ListInUse_TellsItsAge()
    {
        Add(_pki.Crl(_ca, 7));
        _clock.Now = _pki.Now.AddHours(5);

        var status = Assert.Single(_store.Status());

        Assert.Equal("7", status.Number);
        Assert.Equal(0, status.Count);
        Assert.InRange(status.Age, TimeSpan.FromHours(5), TimeSpan.FromHours(5.1));
        Assert.False(status.CountsForCards);
        Assert.Contains("Zorgverlener CA G3", status.Issuer, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_MutatedLists_AreNeverTaken()
    {
        var genuine = _pki.Crl(_ca);
        var edits = Gen.Zip(Gen.Choose(0, genuine.Length - 1), Gen.Choose(1, 255));

        Prop.ForAll(Arb.From(edits), edit =>
        {
            byte[] copy = [.. genuine];
            copy[edit.Item1] ^= (byte)edit.Item2;
            return !Add(copy).Accepted;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
        Assert.Empty(_store.Status());
    }

    private static HostileCrl List() => new(_ca, _pki.Now.AddMinutes(-1));

    private CrlOutcome Add(HostileCrl list) => Add(list.Build());

    private CrlOutcome Add(byte[] der) => _store.Add(der, _pki.Authorities());

    private RevocationVerdict CheckCard()
    {
        using var card = _pki.Card();
        return _store.Check(card, _ca.Certificate);
    }

    private static byte[] Flip(byte[] der)
    {
        byte[] copy = [.. der];
        copy[^1] ^= 1;
        return copy;
    }

    // sha256WithRSAEncryption becomes sha1WithRSAEncryption inside and outside.
    private static byte[] Sha1(byte[] der)
    {
        byte[] copy = [.. der];
        ReadOnlySpan<byte> sha256 = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B];
        for (var at = copy.AsSpan().IndexOf(sha256); at >= 0; at = copy.AsSpan().IndexOf(sha256))
        {
            copy[at + 8] = 0x05;
        }

        return copy;
    }

    private static byte[] Scope(string address)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        using (writer.PushSequence())
        using (writer.PushSequence(context0))
        using (writer.PushSequence(context0))
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, address, new Asn1Tag(TagClass.ContextSpecific, 6));
        }

        return writer.Encode();
    }
}
