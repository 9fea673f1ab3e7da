using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
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
    [InlineData(240, RevocationVerdict.TooOld)] // the list was a minute old
    [InlineData(48 * 60, RevocationVerdict.TooOld)]
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

        foreach (var (name, der, refusal) in HostileCrls.All())
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
        Enum.GetValues<CrlRefusal>().Except([CrlRefusal.Unreadable, CrlRefusal.Unreachable, CrlRefusal.IssuerMayNotSign]).Order(),
        HostileCrls.All().Select(hostile => hostile.Refusal).Distinct().Order());

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
