using System.Security.Cryptography.X509Certificates;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>Every refusal has a page of its own, a code to read out, a line in the log and a record in the trail.</summary>
[Collection(PortalJourneys.Name)]
public sealed class SignInRefusalTests(PortalFixture fixture)
{
    private static readonly TestCard _blocked = Person("900040001", "01070001");
    private static readonly TestCard _withoutAgb = Person("900040002", "00000000");
    private static readonly TestCard _otherAgb = Person("900040003", "01070003");
    private static readonly TestCard _otherRole = Person("900040004", "01070004");

    private static TestPki Pki => TestPki.Shared;

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "NoCertificate", "ZVP-L01", "We zien geen UZI-pas" },
        { "UntrustedChain", "ZVP-L21", "Dit is geen pas van het UZI-register" },
        { "UnknownIssuer", "ZVP-L22", "Deze pas komt niet van een uitgever die we kennen" },
        { "Expired", "ZVP-L07", "Je pas is verlopen" },
        { "NotYetValid", "ZVP-L24", "Je pas is nog niet geldig" },
        { "NotAuthenticationCertificate", "ZVP-L29", "Je koos het verkeerde certificaat van je pas" },
        { "EmployeeCard", "ZVP-L08", "Met deze pas kun je hier niet inloggen" },
        { "RoleNotAdmitted", "ZVP-L09", "Je beroep geeft geen toegang" },
        { "NoAccount", "ZVP-L03", "Je pas is niet bekend in het portaal" },
        { "Blocked", "ZVP-L05", "Je account is geblokkeerd" },
        { "NoAgb", "ZVP-L15", "Bij je account ontbreekt je AGB-code" },
        { "AgbConflict", "ZVP-L10", "Je AGB-code klopt niet" },
        { "RoleConflict", "ZVP-L16", "Je beroep klopt niet met je account" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task R9_SignIn_RefusedCard_GetsItsOwnPageLogLineAndRecord(string reason, string code, string title)
    {
        await MakeAccountsAsync();
        using var card = Card(reason);
        using var client = fixture.Portal.Client(card);
        var answer = await client.GetAsync("/inloggen");
        Assert.Equal((403, code, title), (answer.Status, answer.Code, answer.Part("h1")));
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Matches(@"\A[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\z", answer.Incident);

        var record = fixture.Portal.Trail(AuditEventType.SignInRefused).Single(r => r.Incident == answer.Incident);
        Assert.Equal((reason, AuditOutcome.Refused), (record.Decision!.ReasonCode, record.Outcome));
        Assert.Null(record.Actor!.SessionId);
        Assert.Equal(card?.SerialNumber, record.Actor.CardSerial);
        Assert.Contains(fixture.Portal.Log.Lines, line =>
            line.Contains(answer.Incident, StringComparison.Ordinal) && line.Contains($"\"Reason\":\"{reason}\"", StringComparison.Ordinal)
            && line.Contains($"\"Id\":{1400 + int.Parse(code[^2..], System.Globalization.CultureInfo.InvariantCulture)}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_CardThatWasRefused_ShowsItsNumberAndNoAccount()
    {
        using var client = fixture.Portal.Client(Pki.Card(TestCards.Onbekend));
        var ticket = (await client.GetAsync("/inloggen")).Part(".zvp-ticket");
        Assert.Contains("900 029 999", ticket, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_AccountWithAgbAndCardWithout_IsAccepted()
    {
        await fixture.Portal.AddAccountAsync(TestCards.ZonderAgb, account => account with { Agb = AgbCode.TryRead("01056799") });
        using var client = await fixture.Portal.SignInAsync(Pki.Card(TestCards.ZonderAgb));
        Assert.NotNull(client.SessionCookie);
    }

    [Theory]
    [InlineData("X-Client-Cert")]
    [InlineData("X-ARR-ClientCert")]
    [InlineData("SSL_CLIENT_CERT")]
    [InlineData("X-Forwarded-Client-Cert")]
    public async Task SignIn_CardInAHeader_CountsForNothing(string header)
    {
        using var card = Pki.Card();
        using var client = fixture.Portal.Client(card: null);
        var answer = await client.GetAsync("/inloggen", (header, Convert.ToBase64String(card.RawData)));
        Assert.Equal((403, "ZVP-L01"), (answer.Status, answer.Code));
    }

    private static TestCard Person(string uzi, string agb) => new() { UziNumber = uzi, Agb = agb };

    private static X509Certificate2? Card(string reason) => reason switch
    {
        "NoCertificate" => null,
        "UntrustedChain" => Pki.Card(card => card with { Issuer = Pki.ForeignCa }),
        "UnknownIssuer" => Pki.Card(card => card with { Issuer = Pki.OtherCa }),
        "Expired" => Pki.Card(card => card with { NotBefore = Pki.Now.AddDays(-2), NotAfter = Pki.Now.AddDays(-1) }),
        "NotYetValid" => Pki.Card(card => card with { NotBefore = Pki.Now.AddDays(2) }),
        "NotAuthenticationCertificate" => Pki.Card(TestCards.Handtekening),
        "EmployeeCard" => Pki.Card(TestCards.Medewerker with { Issuer = Pki.EmployeeCa }),
        "RoleNotAdmitted" => Pki.Card(TestCards.Cardioloog),
        "NoAccount" => Pki.Card(TestCards.Onbekend),
        "Blocked" => Pki.Card(_blocked),
        "NoAgb" => Pki.Card(_withoutAgb),
        "AgbConflict" => Pki.Card(_otherAgb),
        "RoleConflict" => Pki.Card(_otherRole),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "no such case"),
    };

    private async Task MakeAccountsAsync()
    {
        await fixture.Portal.AddAccountAsync(_blocked, account => account with { Status = AccountStatus.Blocked });
        await fixture.Portal.AddAccountAsync(_withoutAgb);
        await fixture.Portal.AddAccountAsync(_otherAgb, account => account with { Agb = AgbCode.TryRead("01070099") });
        await fixture.Portal.AddAccountAsync(_otherRole, account => account with { Role = CareRole.ElderlyCarePhysician });
    }
}
