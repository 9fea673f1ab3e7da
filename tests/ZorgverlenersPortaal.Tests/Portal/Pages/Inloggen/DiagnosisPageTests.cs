using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Tests.Uzi;
using Xunit.Abstractions;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Inloggen;

/// <summary>The page that tells a refused doctor which card it is, what it says, and why it stops; over real TLS.</summary>
[Collection(PortalJourneys.Name)]
public sealed class DiagnosisPageTests(PortalFixture fixture, ITestOutputHelper output)
{
    /// <summary>
    /// Not for this test: seconds of validity pass while it runs; a TLS 1.3 client has no way to sign with that curve, and so
    /// shows no card. Both are in the tests of the judgement.
    /// </summary>
    private static readonly string[] _notOverTls = ["H005 not yet valid", "ECDSA on a curve of another family"];

    private static TestPki Pki => TestPki.Shared;

    [Fact]
    public async Task Diagnosis_EveryCardThatFails_GetsItsRightCause()
    {
        List<string> wrong = [];
        List<string> right = [];
        List<string> noTls = [];
        foreach (var (name, @case) in UziRefusalCases.All.Where(entry => entry.Value is { Trust: null, Store: null } && !_notOverTls.Contains(entry.Key)))
        {
            using var card = @case.Card(Pki);
            using var client = fixture.Portal.Client(card is { HasPrivateKey: false } ? null : card);
            PortalAnswer answer;
            try
            {
                answer = await client.GetAsync("/inloggen");
            }
            catch (HttpRequestException)
            {
                noTls.Add(name);
                continue;
            }

            var expected = CardRefusalTexts.For(@case.Refusal).Code;
            // A certificate that was forged byte by byte has no key: it stays in the tests of the judgement.
            if (card is { HasPrivateKey: false })
            {
                continue;
            }

            var record = fixture.Portal.Trail(AuditEventType.SignInRefused).SingleOrDefault(r => r.Incident == answer.Incident);
            (answer.Code == expected && answer.Status == 403 && record?.Decision!.ReasonCode == $"{@case.Refusal}" ? right : wrong)
                .Add($"{expected} {@case.Refusal}: {name}" + (answer.Code == expected ? "" : $" but got {answer.Code}"));
        }

        right.ForEach(output.WriteLine);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{right.Count} cards right; no TLS with: {string.Join(", ", noTls)}"));
        Assert.Empty(wrong);
        Assert.True(right.Count >= 25, $"only {right.Count}");
        Assert.True(right.Select(line => line.Split(' ')[0]).Distinct(StringComparer.Ordinal).Count() >= 18);
    }

    [Fact]
    public async Task Diagnosis_GoodCardOfAStranger_SaysAllThatIsOnTheCard()
    {
        var page = await RefusedAsync(Pki.Card(TestCards.Onbekend));

        Assert.Equal(
            [
                "Soort pas", "Naam", "Beroep", "UZI-nummer", "AGB-code", "Organisatie", "Uitgever", "Geldig", "Certificaatnummer",
            ],
            Labels(page));
        Assert.Equal("zorgverlenerpas (Z)", Value(page, "Soort pas"));
        Assert.Equal("Onno Vreeswijk", Value(page, "Naam"));
        Assert.Equal("huisarts (01.015)", Value(page, "Beroep"));
        Assert.StartsWith("900 029 999 ", Value(page, "UZI-nummer"), StringComparison.Ordinal);
        Assert.Contains("Het pasnummer is een ander nummer", Value(page, "UZI-nummer"), StringComparison.Ordinal);
        Assert.StartsWith("01077777 Dit is je persoonlijke AGB-code.", Value(page, "AGB-code"), StringComparison.Ordinal);
        Assert.Contains("niet de code van je praktijk", Value(page, "AGB-code"), StringComparison.Ordinal);
        Assert.Equal("Praktijk Vreeswijk Abonneenummer (URA): 90000777.", Value(page, "Organisatie"));
        Assert.Equal(9, page.Page.QuerySelectorAll(".zvp-checks > li:not([data-state])").Length);
        Assert.Contains("account", page.Part(".zvp-checks > [data-state=stop]"), StringComparison.Ordinal);
        Assert.DoesNotContain("konden we niet controleren", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnosis_CardWithoutAgb_SaysThatThisMayBe()
    {
        var page = await RefusedAsync(Pki.Card(TestCards.ZonderAgb with { UziNumber = "900049999" }));
        Assert.StartsWith("staat niet op je pas (00000000) Dat mag.", Value(page, "AGB-code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnosis_ExpiredCard_NamesTheDayAndStopsThere()
    {
        var page = await RefusedAsync(Pki.Card(card => card with
        {
            NotBefore = new DateTimeOffset(2023, 6, 1, 10, 0, 0, TimeSpan.Zero),
            NotAfter = new DateTimeOffset(2026, 6, 1, 10, 0, 0, TimeSpan.Zero),
        }));
        Assert.Contains("Je pas was geldig tot en met 01-06-2026.", page.Words, StringComparison.Ordinal);
        Assert.EndsWith("Deze tijd is voorbij.", Value(page, "Geldig"), StringComparison.Ordinal);
        Assert.Equal("De pas is nu geldig: hier stopt het", page.Part(".zvp-checks > [data-state=stop]"));
        Assert.Equal(6, page.Page.QuerySelectorAll(".zvp-checks > [data-state=open]").Length);
    }

    [Theory]
    [InlineData("01.000", "arts (01.000)", "Op je pas staat niet welk soort arts je bent")]
    [InlineData("01.010", "cardioloog (01.010)", "cardioloog (01.010)")]
    [InlineData("30.076", "verpleegkundige (30.076)", "verpleegkundige (30.076)")]
    [InlineData("77.001", "onbekend beroep (77.001)", "onbekend beroep (77.001)")]
    public async Task Diagnosis_RoleThatIsNotLetIn_IsNamedInWords(string code, string role, string why)
    {
        var page = await RefusedAsync(Pki.Card(card => card with { Role = code }));
        Assert.Equal(role, Value(page, "Beroep"));
        Assert.Contains(why, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagnosis_NoCard_ShowsNoCard()
    {
        using var client = fixture.Portal.Client(card: null);
        var page = await client.GetAsync("/inloggen");
        Assert.Empty(Labels(page));
        Assert.Equal("Je browser biedt een pas aan: hier stopt het", page.Part(".zvp-checks > [data-state=stop]"));
    }

    [Fact]
    public async Task H065_HostileNames_AreShownAsTextAndNothingElse()
    {
        const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var page = await RefusedAsync(Pki.Card(card => card with
        {
            UziNumber = "900048888",
            CommonName = Script,
            Organization = "Praktijk\u202Egnp.exe & \u0007 {{7*7}} ${x}",
        }));
        Assert.Equal(Script, Value(page, "Naam"));
        Assert.Empty(page.Page.QuerySelectorAll("#inhoud script, #inhoud img"));
        Assert.DoesNotContain('\u202E', page.Text);
        Assert.DoesNotContain('\u0007', page.Text);
    }

    [Fact]
    public async Task Diagnosis_CardOfNobodyWeTrust_SaysThatItProvesNothing()
    {
        using var foreign = Pki.Card(card => card with { Issuer = Pki.ForeignCa, UziNumber = TestCards.Huisarts2.UziNumber });
        var page = await RefusedAsync(foreign);
        Assert.Contains("Of het klopt, konden we niet controleren.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Als uitgever staat erop: TEST UZI-register Zorgverlener CA G3.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task H048_CertificateTooLargeToRead_ShowsWhatThePlatformMakesOfIt()
    {
        var page = await RefusedAsync(Pki.Card(card => card with
        {
            Extensions = [new X509Extension("2.16.528.1.1007.99.1", new byte[20_000], false)],
        }));
        Assert.Equal("ZVP-L20", page.Code);
        Assert.Equal(["Soort pas", "Naam", "Organisatie", "Uitgever", "Geldig", "Certificaatnummer"], Labels(page));
        Assert.Equal("Sietske Hoekstra", Value(page, "Naam"));
        Assert.StartsWith("onbekend", Value(page, "Soort pas"), StringComparison.Ordinal);
    }

    /// <summary>R16: whoever comes with a card that proves nothing reads the same, whether or not the number has an account.</summary>
    [Fact]
    public async Task R16_ForgedCardOfSomebodyWithAnAccount_ReadsAsOneOfNobody()
    {
        var known = await RefusedAsync(Pki.Card(TestCards.Huisarts2 with { Issuer = Pki.ForeignCa }));
        var unknown = await RefusedAsync(Pki.Card(TestCards.Huisarts2 with { Issuer = Pki.ForeignCa, UziNumber = "900047777" }));
        Assert.Equal(Same(known, TestCards.Huisarts2.UziNumber), Same(unknown, "900047777"));
    }

    [Fact]
    public async Task R16_AgbConflict_NamesTheCardsCodeAndNotTheAccounts()
    {
        var person = new TestCard { UziNumber = "900046666", Agb = "01070066" };
        await fixture.Portal.AddAccountAsync(person, account => account with { Agb = AgbCode.TryRead("01070077") });
        var page = await RefusedAsync(Pki.Card(person));
        Assert.Equal("ZVP-L10", page.Code);
        Assert.Contains("Op je pas staat AGB-code 01070066.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("01070077", page.Text, StringComparison.Ordinal);
    }

    private static string Same(PortalAnswer page, string number) => page.Words
        .Replace(ZorgverlenersPortaal.Portal.Pages.Inloggen.CardDiagnosis.Grouped(number).Replace('\u00A0', ' '), "#", StringComparison.Ordinal)
        .Replace(page.Incident, "#", StringComparison.Ordinal)
        .Replace(page.Part(".zvp-ticket dd"), "#", StringComparison.Ordinal)
        .Replace(Value(page, "Certificaatnummer"), "#", StringComparison.Ordinal);

    private async Task<PortalAnswer> RefusedAsync(X509Certificate2 card)
    {
        using (card)
        {
            using var client = fixture.Portal.Client(card);
            var answer = await client.GetAsync("/inloggen");
            Assert.Equal(403, answer.Status);
            return answer;
        }
    }

    private static IEnumerable<string> Labels(PortalAnswer page) =>
        page.Page.QuerySelectorAll("[aria-labelledby=pas] dt").Select(term => PortalAnswer.Plain(term.TextContent));

    private static string Value(PortalAnswer page, string label) => PortalAnswer.Plain(
        page.Page.QuerySelectorAll("[aria-labelledby=pas] dt").Single(term => PortalAnswer.Plain(term.TextContent) == label).NextElementSibling!.TextContent);
}
