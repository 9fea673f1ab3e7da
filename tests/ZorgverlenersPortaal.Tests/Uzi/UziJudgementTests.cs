using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

public sealed class UziJudgementTests
{
    private static readonly TestPki _pki = TestPki.Shared;

    public static TheoryData<string> RefusalNames => [.. UziRefusalCases.All.Keys];

    public static TheoryData<string> AcceptedNames => [.. _accepted.Keys];

    private static readonly Dictionary<string, TestCard> _accepted = new(StringComparer.Ordinal)
    {
        ["huisarts"] = TestCards.Huisarts,
        ["non-ASCII name, apostrophe, ampersand"] = TestCards.Huisarts2,
        ["V39 apotheekhoudend"] = TestCards.Apotheekhoudend,
        ["ouderengeneeskunde"] = TestCards.Ouderengeneeskunde,
        ["avg"] = TestCards.Avg,
        ["H051 no AGB"] = TestCards.ZonderAgb,
        ["valid card, no account: not for us to say"] = TestCards.Onbekend,
        ["no UPN"] = TestCards.Huisarts with { Upn = "" },
        ["2024 card: a second policy, no e-mail purpose"] = TestCards.Huisarts with
        {
            Policies = ["2.16.528.1.1007.99.2042", "2.16.528.1.1007.99.211"],
            Purposes = [TestCard.ClientAuthentication, TestCard.DocumentSigning],
        },
        ["leading zeros"] = TestCards.Huisarts with { UziNumber = "000242698", Ura = "00057279" },
    };

    [Theory]
    [MemberData(nameof(RefusalNames))]
    public void R9_Judge_CardThatMustBeRefused_IsRefusedForItsOwnReason(string name)
    {
        var hostile = UziRefusalCases.All[name];

        var verdict = hostile.Judge();

        Assert.True(verdict.Refusal == hostile.Refusal, $"expected {hostile.Refusal}, got {verdict.Refusal}: {verdict.Detail}");
        Assert.False(verdict.Accepted);
        Assert.InRange(verdict.Detail.Length, 1, 256);
        Assert.DoesNotContain(verdict.Detail, char.IsControl);
    }

    [Fact]
    public void R9_Judge_EveryRefusal_HasACase()
    {
        var covered = UziRefusalCases.All.Values.Select(hostile => hostile.Refusal).ToHashSet();

        Assert.Empty(Enum.GetValues<UziRefusal>().Except(covered));
    }

    [Theory]
    [MemberData(nameof(AcceptedNames))]
    public void Judge_GoodCard_IsAccepted(string name)
    {
        var verdict = Judge(_accepted[name]);

        Assert.True(verdict.Accepted, verdict.Detail);
        Assert.Equal(_accepted[name].UziNumber, verdict.Identity!.UziNumber);
    }

    [Fact]
    public void Judge_GoodCard_TellsWhoItIs()
    {
        using var card = _pki.Card();

        var identity = NewJudgement().Judge(card).Identity!;

        Assert.Equal("900021219", identity.UziNumber);
        Assert.Equal(UziCardType.CareProvider, identity.CardType);
        Assert.Equal("90000382", identity.Ura);
        Assert.Equal("01.015", identity.RoleCode);
        Assert.Equal("01056789", identity.Agb);
        Assert.Equal("Sietske Hoekstra", identity.DisplayName);
        Assert.Equal("Huisartsenpraktijk De Linde", identity.Organization);
        Assert.Equal("Huisarts", identity.Title);
        Assert.Equal(card.SerialNumber, identity.CertificateSerial);
        Assert.Equal("TEST UZI-register Zorgverlener CA G3", identity.IssuerName);
        Assert.Equal(UziTrustThumbprint(_pki.CareProviderCa), identity.IssuerThumbprint);
        Assert.Equal(card.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256), identity.Thumbprint);
        Assert.Equal(card.NotAfter.ToUniversalTime(), identity.NotAfter.UtcDateTime);
        Assert.Equal(card.NotBefore.ToUniversalTime(), identity.NotBefore.UtcDateTime);
        Assert.True(identity.IsTestCard);
    }

    [Fact]
    public void Judge_AgbZero_IsNoAgb() => Assert.Null(Judge(TestCards.ZonderAgb).Identity!.Agb);

    [Theory]
    [InlineData("", "Sietske", "Hoekstra", "Sietske Hoekstra")]
    [InlineData("", "", "", "900021219")]
    [InlineData("Jan, \"de\" Boer + Zn. = \\ #", "", "", "Jan, \"de\" Boer + Zn. = \\ #")]
    [InlineData("a\u202Eb\nc\u0000d", "", "", "abcd")]
    public void Judge_OddNames_AreShownSafely(string commonName, string given, string surname, string shown)
    {
        var verdict = Judge(TestCards.Huisarts with { CommonName = commonName, GivenName = given, Surname = surname });

        Assert.True(verdict.Accepted, verdict.Detail);
        Assert.Equal(shown, verdict.Identity!.DisplayName);
    }

    [Fact]
    public void Judge_EmployeeCard_IsLeftToTheAccount()
    {
        var verdict = Judge(TestCards.Medewerker with { Issuer = _pki.EmployeeCa });

        // The card is good; whether its holder works here only an account tells.
        Assert.True(verdict.Accepted);
        Assert.Equal("Mieke Balie", verdict.Identity!.DisplayName);
        Assert.Equal(UziCardType.NamedEmployee, verdict.Identity.CardType);
    }

    [Fact]
    public void Judge_CertificateThatIsNoUzi_HasIdentityWithoutType()
    {
        var verdict = Judge(TestCards.Huisarts with { San = [] });

        Assert.Equal(UziCardType.None, verdict.Identity!.CardType);
        Assert.Equal("", verdict.Identity.UziNumber);
        Assert.Equal("Sietske Hoekstra", verdict.Identity.DisplayName);
    }

    [Fact]
    public void Judge_CardWithEllipticKey_IsAccepted()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);

        var verdict = Judge(TestCards.Huisarts with { Key = key });

        Assert.True(verdict.Accepted, verdict.Detail);
    }

    [Fact]
    public void Judge_ProductionCard_NeedsNoTestRules()
    {
        var production = new TestPki(production: true);
        var clock = new SettableClock(production.Now);
        using var card = production.Card();
        using var trust = production.Trust(testCards: false);

        var verdict = new UziJudgement(trust, production.Store(clock), clock).Judge(card);

        Assert.True(verdict.Accepted, verdict.Detail);
        Assert.False(verdict.Identity!.IsTestCard);
    }

    [Fact]
    public void Judge_CaSignedTwice_TakesTheOneThatIsValid()
    {
        // CIBG signed each CA in 2017 and again in 2019 with one name and key (uzi.md §1.2).
        var expired = _pki.Authority(_pki.CareProviderCa.CommonName, "zorgverlener", _pki.Persoon, r => r with { NotAfter = _pki.Now.AddDays(-1) });
        var trust = new UziTrust(
            [_pki.Root.Certificate],
            [_pki.Persoon.Certificate, expired.Certificate, _pki.CareProviderCa.Certificate],
            testCards: true);
        var clock = new SettableClock(_pki.Now);
        using var card = _pki.Card();

        var verdict = new UziJudgement(trust, _pki.Store(clock), clock).Judge(card);

        Assert.True(verdict.Accepted, verdict.Detail);
    }

    [Fact]
    public void Judge_RoleAdmittedBySetting_IsAccepted()
    {
        var clock = new SettableClock(_pki.Now);
        var trust = new UziTrust([_pki.Root.Certificate], [.. _pki.Authorities().Skip(1)], testCards: true,
            [.. UziCardRules.Test.Select(rule => rule with { Roles = ["01.010"] })]);
        using var card = _pki.Card(TestCards.Cardioloog);
        using var gp = _pki.Card();
        var judgement = new UziJudgement(trust, _pki.Store(clock), clock);

        Assert.True(judgement.Judge(card).Accepted);
        Assert.Equal(UziRefusal.RoleNotAdmitted, judgement.Judge(gp).Refusal);
    }

    [Fact]
    public void Judge_EmployeeCard_IsAcceptedOnlyWhereARuleSaysSo()
    {
        var clock = new SettableClock(_pki.Now);
        var rules = UziCardRules.Test.Select(rule => rule with { Roles = ["00.000", "01.015"] }).ToList();
        var judgement = new UziJudgement(new([_pki.Root.Certificate], [.. _pki.Authorities().Skip(1)], testCards: true, rules), _pki.Store(clock), clock);
        using var card = _pki.Card(TestCards.Medewerker with { Issuer = _pki.EmployeeCa });
        using var unnamed = _pki.Card(TestCards.Medewerker with { Letter = "M", Issuer = _pki.UnnamedCa });
        using var doctor = _pki.Card(TestCards.Huisarts with { Role = "00.000" });

        var verdict = judgement.Judge(card);
        Assert.True(verdict.Accepted, verdict.Detail);
        Assert.Null(judgement.JudgeRunning(verdict.Identity!));
        Assert.Equal(UziRefusal.UnnamedCard, judgement.Judge(unnamed).Refusal);
        Assert.Equal(UziRefusal.RoleMismatch, judgement.Judge(doctor).Refusal);
    }

    [Fact]
    public void Judge_CertificateOfServer_IsUntrusted()
    {
        using var server = _pki.ServerCertificate();

        Assert.Equal(UziRefusal.UntrustedChain, NewJudgement().Judge(server).Refusal);
    }

    private static UziJudgement NewJudgement()
    {
        var clock = new SettableClock(_pki.Now);
        return new UziJudgement(_pki.Trust(), _pki.Store(clock), clock);
    }

    private static UziVerdict Judge(TestCard description)
    {
        using var card = _pki.Card(description);
        return NewJudgement().Judge(card);
    }

    private static string UziTrustThumbprint(TestAuthority authority) =>
        authority.Certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);
}
