using System.Text.RegularExpressions;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>Who is not hers, is not there: one page for unknown and forbidden, and a record of each.</summary>
[Collection(PortalJourneys.Name)]
public sealed class RefusedPatientTests(PortalFixture fixture)
{
    private PortalHost Portal => fixture.Portal;

    private SandboxPatient Own => fixture.Own.First(p => p.State == "admitted" && p.Letters.Any(l => l.CanOpen));

    private SandboxPatient Stranger => fixture.Strangers.First(p => p.State == "admitted" && p.Letters.Any(l => l.CanOpen));

    [Fact]
    public async Task R16_Patient_UnknownAndForbidden_GetTheSamePage()
    {
        var unknown = await RefusedAsync(Portal.PatientPath("nobody", Session), "UnknownPatient");
        var forbidden = await RefusedAsync(Portal.PatientPath(Stranger.Id, Session), "NoRelation");
        var garbage = await RefusedAsync("/patient/onzin", "UnknownHandle");
        Assert.Equal(Masked(unknown), Masked(forbidden));
        Assert.Equal(Masked(unknown), Masked(garbage));
        Assert.Equal(unknown.Headers.Keys.Order(StringComparer.Ordinal), forbidden.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(unknown.Header("Content-Length"), forbidden.Header("Content-Length"));
    }

    [Fact]
    public async Task R3_Patient_OfAnotherGp_HoldsNothingOfHer()
    {
        var answer = await RefusedAsync(Portal.PatientPath(Stranger.Id, Session), "NoRelation");
        Assert.All(Stranger.Secrets, secret => Assert.DoesNotContain(secret, answer.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(Stranger.Secrets, secret => Assert.All(answer.Headers.Values, value =>
            Assert.DoesNotContain(secret, value, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal([new AuditPatient(Stranger.Id, Stranger.Bsn)], Portal.Trail(AuditEventType.AccessDenied)[0].Patients);
    }

    [Fact]
    public async Task R6_Patient_HandleOfAnotherSession_IsUnknown()
    {
        using var other = await Portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        await RefusedAsync(Portal.PatientPath(Own.Id, Portal.Session(TestCards.Huisarts2.UziNumber)), "UnknownHandle");
    }

    [Fact]
    public async Task R6_Patient_HandleOfHerOwnFormerSession_IsUnknown()
    {
        using var client = await Portal.SignInAsync(TestPki.Shared.Card());
        var former = Portal.PatientPath(Own.Id);
        Assert.Equal(200, (await client.GetAsync(former)).Status);
        Assert.Equal("/patienten", (await client.GetAsync("/inloggen")).Location);
        var answer = await client.GetAsync(former);
        Assert.Equal((404, null), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task R6_Patient_EditedHandle_IsUnknown()
    {
        var path = Portal.PatientPath(Own.Id, Session);
        foreach (var at in (int[])[12, 40, path.Length - 10])
        {
            var edited = path[..at] + (path[at] == 'A' ? 'B' : 'A') + path[(at + 1)..];
            await RefusedAsync(edited, "UnknownHandle");
        }

        await RefusedAsync(path + new string('A', 600), "UnknownHandle");
        await RefusedAsync("/patient/" + Own.Id, "UnknownHandle");
        await RefusedAsync(path[..20], "UnknownHandle");
    }

    [Fact]
    public async Task R8_Patient_MovedToAnotherGpSinceTheList_IsNotHersAnyMore()
    {
        var path = Portal.PatientPath(Own.Id, Session);
        var before = await fixture.Epd.ReadAsync("Patient/" + Own.Id);
        var after = before.DeepClone().AsObject();
        after["generalPractitioner"] = (await fixture.Epd.ReadAsync("Patient/" + Stranger.Id))["generalPractitioner"]!.DeepClone();
        await fixture.Epd.PutAsync(after);
        try
        {
            await RefusedAsync(path, "NoRelation");
        }
        finally
        {
            await fixture.Epd.PutAsync(before);
        }

        Assert.Equal(200, (await fixture.Doctor.GetAsync(path)).Status);
    }

    [Fact]
    public async Task R3_Letter_ThatIsNotThisPatients_IsUnknown()
    {
        var letter = Stranger.Letters.First(l => l.CanOpen).Id;
        await RefusedAsync(Portal.LetterPath(Stranger.Id, letter, Session), "NoRelation");
        await RefusedAsync(Portal.LetterPath(Own.Id, letter, Session), "UnknownLetter");
        await RefusedAsync(Portal.LetterPath(Own.Id, "no-such-letter", Session), "UnknownLetter");
        await RefusedAsync(Portal.PatientPath(Own.Id, Session) + "/brief/onzin", "UnknownLetter");
    }

    [Fact]
    public async Task R3_Letter_OfAnotherOwnPatient_IsUnknownUnderThisOne()
    {
        var other = fixture.Own.First(p => p.Id != Own.Id && p.Letters.Any(l => l.CanOpen));
        await RefusedAsync(Portal.LetterPath(Own.Id, other.Letters.First(l => l.CanOpen).Id, Session), "UnknownLetter");
    }

    [Fact]
    public async Task R10_Letter_SupersededOrInError_IsNeitherListedNorOpened()
    {
        var withdrawn = fixture.Own.SelectMany(p => p.Letters.Where(l => l.Status != "current" || l.DocStatus == "entered-in-error").Select(l => (Patient: p, Letter: l))).ToList();
        Assert.NotEmpty(withdrawn);
        foreach (var (patient, letter) in withdrawn)
        {
            await RefusedAsync(Portal.LetterPath(patient.Id, letter.Id, Session), "UnknownLetter");
            var page = await fixture.Doctor.GetAsync(Portal.PatientPath(patient.Id, Session));
            Assert.Equal(
                patient.Letters.Count(l => l.Status == "current" && l.DocStatus != "entered-in-error" && l.Label.Length == 0),
                page.Page.QuerySelectorAll("#brieven .zvp-list > li").Length);
        }
    }

    [Fact]
    public async Task R16_Letter_UnknownAndForbidden_GetTheSamePage()
    {
        var unknown = await RefusedAsync(Portal.LetterPath(Own.Id, "no-such-letter", Session), "UnknownLetter");
        var forbidden = await RefusedAsync(Portal.LetterPath(Own.Id, Stranger.Letters.First(l => l.CanOpen).Id, Session), "UnknownLetter");
        Assert.Equal(Masked(unknown), Masked(forbidden));
    }

    private string Session => fixture.DoctorSession;

    /// <summary>404 with the one page, and a record with the true reason.</summary>
    private async Task<PortalAnswer> RefusedAsync(string path, string reason)
    {
        var answer = await fixture.Doctor.GetAsync(path);
        Assert.Equal((404, "ZVP-N05", "Niet gevonden"), (answer.Status, answer.Code, answer.Part("h1")));
        var record = Portal.Trail(AuditEventType.AccessDenied).Single(r => r.Incident == answer.Incident);
        Assert.Equal((reason, "900021219", AuditOutcome.Refused), (record.Decision!.ReasonCode, record.Actor!.UziNumber, record.Outcome));
        return answer;
    }

    private static string Masked(PortalAnswer answer) => Regex.Replace(
        answer.Text.Replace(answer.Incident, "", StringComparison.Ordinal), "[0-9]{2}:[0-9]{2}:[0-9]{2}", "", RegexOptions.NonBacktracking);
}
