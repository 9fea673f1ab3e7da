using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

/// <summary>Sessions that run on: judged on every request against what is in memory at that moment (R8).</summary>
public sealed class UziJudgementRunningTests
{
    private static readonly TestPki _pki = TestPki.Shared;

    private readonly SettableClock _clock = new(_pki.Now);

    [Fact]
    public void JudgeRunning_GoodCard_MayGoOn()
    {
        using var card = _pki.Card();
        var judgement = new UziJudgement(_pki.Trust(), _pki.Store(_clock), _clock);

        Assert.Null(judgement.JudgeRunning(judgement.Judge(card).Identity!));
    }

    [Fact]
    public void R8_JudgeRunning_CardRevokedMeanwhile_EndsAtOnce()
    {
        using var card = _pki.Card();
        var store = _pki.Store(_clock);
        var judgement = new UziJudgement(_pki.Trust(), store, _clock);
        var identity = judgement.Judge(card).Identity!;
        store.Add(_pki.Crl(_pki.CareProviderCa, 2, revoked: card), _pki.Authorities());

        Assert.Equal(UziRefusal.Revoked, judgement.JudgeRunning(identity));
    }

    [Fact]
    public void R8_JudgeRunning_IssuerRevokedMeanwhile_Ends()
    {
        var store = _pki.Store(_clock);
        var judgement = new UziJudgement(_pki.Trust(), store, _clock);
        var identity = Accepted(judgement);
        store.Add(_pki.Crl(_pki.Persoon, 2, revoked: _pki.CareProviderCa.Certificate), _pki.Authorities());

        Assert.Equal(UziRefusal.IssuerRevoked, judgement.JudgeRunning(identity));
    }

    [Fact]
    public void R8_JudgeRunning_ListTooOld_IsSaidAnHourLater()
    {
        var judgement = new UziJudgement(_pki.Trust(), _pki.Store(_clock), _clock);
        var identity = Accepted(judgement);

        _clock.Now += TimeSpan.FromHours(4);
        Assert.Null(judgement.JudgeRunning(identity));
        _clock.Now = _pki.Now + TimeSpan.FromMinutes(298);
        Assert.Null(judgement.JudgeRunning(identity));
        _clock.Now = _pki.Now + TimeSpan.FromMinutes(299); // the list was a minute old
        Assert.Equal(UziRefusal.RevocationListTooOld, judgement.JudgeRunning(identity));
    }

    [Fact]
    public void R8_JudgeRunning_ClockWentBack_IsUnknownAtOnce()
    {
        var judgement = new UziJudgement(_pki.Trust(), _pki.Store(_clock), _clock);
        var identity = Accepted(judgement);
        _clock.Now -= TimeSpan.FromHours(1);

        Assert.Equal(UziRefusal.RevocationUnknown, judgement.JudgeRunning(identity));
    }

    [Fact]
    public void JudgeRunning_CardExpiresMeanwhile_Ends()
    {
        using var card = _pki.Card(c => c with { NotAfter = _pki.Now.AddHours(1) });
        var judgement = new UziJudgement(_pki.Trust(), _pki.Store(_clock), _clock);
        var identity = judgement.Judge(card).Identity!;
        _clock.Now += TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1);

        Assert.Equal(UziRefusal.Expired, judgement.JudgeRunning(identity));
    }

    [Fact]
    public void JudgeRunning_SettingsChangedSinceSignIn_Count()
    {
        var store = _pki.Store(_clock);
        var identity = Accepted(new UziJudgement(_pki.Trust(), store, _clock));
        var withoutTests = new UziJudgement(_pki.Trust(testCards: false), store, _clock);
        var withoutCa = new UziTrust([_pki.Root.Certificate], [_pki.Persoon.Certificate, _pki.EmployeeCa.Certificate], testCards: true);
        var withoutRole = new UziTrust([_pki.Root.Certificate], [.. _pki.Authorities().Skip(1)], testCards: true,
            [.. UziCardRules.Test.Select(rule => rule with { Roles = ["01.047"] })]);

        Assert.Equal(UziRefusal.TestCardNotAllowed, withoutTests.JudgeRunning(identity));
        Assert.Equal(UziRefusal.UnknownIssuer, new UziJudgement(withoutCa, store, _clock).JudgeRunning(identity));
        Assert.Equal(UziRefusal.RoleNotAdmitted, new UziJudgement(withoutRole, store, _clock).JudgeRunning(identity));
    }

    [Fact]
    public void JudgeRunning_CaRightBelowTheRoot_MayGoOn()
    {
        var ca = _pki.Authority(_pki.CareProviderCa.CommonName, "zorgverlener", _pki.Root);
        var trust = new UziTrust([_pki.Root.Certificate], [ca.Certificate], testCards: true);
        using var card = _pki.Card(c => c with { Issuer = ca });
        var judgement = new UziJudgement(trust, _pki.Store(_clock), _clock);

        Assert.Null(judgement.JudgeRunning(judgement.Judge(card).Identity!));
    }

    [Fact]
    public void JudgeRunning_IdentityOfARefusedCard_IsNeverGood()
    {
        var judgement = new UziJudgement(_pki.Trust(), _pki.Store(_clock), _clock);
        using var foreign = _pki.Card(c => c with { Issuer = _pki.ForeignCa });

        Assert.Equal(UziRefusal.UnknownIssuer, judgement.JudgeRunning(judgement.Judge(foreign).Identity!));
    }

    [Fact]
    public void JudgeRunning_UnreadableSerialNumber_IsUnknown()
    {
        var judgement = new UziJudgement(_pki.Trust(), _pki.Store(_clock), _clock);

        foreach (var serial in (string[])["", "xyz", "ABC", new string('1', 60)])
        {
            var verdict = judgement.JudgeRunning(Accepted(judgement) with { CertificateSerial = serial });
            Assert.Equal(UziRefusal.RevocationUnknown, verdict);
        }
    }

    private static UziIdentity Accepted(UziJudgement judgement)
    {
        using var card = _pki.Card();
        var verdict = judgement.Judge(card);
        Assert.True(verdict.Accepted, verdict.Detail);
        return verdict.Identity!;
    }
}
