using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>An officer sees again what a record says was shown: those versions, of that patient, with a reason, recorded first.</summary>
public sealed class ZoalsGezienTests(SeenRig rig) : IClassFixture<SeenRig>
{
    [Fact]
    public async Task Show_AfterTheDataChanged_GivesTheVersionsOfThen()
    {
        await PutAsync("Voor de wijziging");
        var (path, record) = await rig.LookAsync(AuditEventType.SectionShown, "Diagnoses");
        await PutAsync("Na de wijziging");

        var page = await rig.SeeAsync(path);

        Assert.Equal(200, page.Status);
        Assert.Contains("Voor de wijziging", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Na de wijziging", page.Words, StringComparison.Ordinal);
        Assert.Contains("Je kijkt naar het verleden", page.Words, StringComparison.Ordinal);
        Assert.Equal(record.Resources.Count, page.Page.QuerySelectorAll("section[aria-labelledby=gezien-t] li").Length);
        Assert.Null(page.Page.QuerySelector("#ontbreekt-t"));
    }

    [Fact]
    public async Task R2_Show_IsRecordedWithTheRecordThePatientTheReasonAndTheVersions()
    {
        var (path, record) = await rig.LookAsync(AuditEventType.PatientOpened, "Banner");
        var page = await rig.SeeAsync(path);

        var review = rig.Portal.Trail(AuditEventType.VersionsReviewed)[0];
        Assert.Equal((OfficeFixture.Esra.UziNumber, AuditOutcome.Success, "Banner"), (review.Actor!.UziNumber, review.Outcome, review.Category));
        Assert.Equal(record.Patients, review.Patients);
        Assert.Equal(record.Resources.Order(StringComparer.Ordinal), review.Resources.Order(StringComparer.Ordinal));
        Assert.Equal(("Granted", "review"), (review.Decision!.Verdict, review.Decision.Rule));
        Assert.Equal(path["/toezicht/inzagelog/".Length..], review.Decision.Facts.Single(f => f.Name == "record").Value);
        Assert.Equal(SeenRig.Reason, review.Decision.Facts.Single(f => f.Name == "reason").Value);
        Assert.DoesNotContain(record.Patients[0].Bsn!, page.Text, StringComparison.Ordinal);
        var overview = await rig.Officer.FillInAsync("/toezicht/overzicht", null, ("Form.Bsn", record.Patients[0].Bsn!));
        Assert.Contains("Opnieuw bekeken wat te zien was", overview.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("te kort")]
    [InlineData("   spaties ")]
    public async Task Show_WithoutAReason_Is422AndAsksTheEpdNothing(string reason)
    {
        var (path, _) = await rig.LookAsync(AuditEventType.SectionShown, "Diagnoses");
        await rig.Epd.ClearLogAsync();
        var before = rig.Portal.Trail(AuditEventType.VersionsReviewed).Count;
        var page = await rig.SeeAsync(path, reason);
        Assert.Equal(422, page.Status);
        Assert.Single(page.Faults().Above);
        Assert.DoesNotContain(await rig.Epd.LogAsync(), r => r.Path.Contains("_history", StringComparison.Ordinal));
        Assert.Equal(before, rig.Portal.Trail(AuditEventType.VersionsReviewed).Count);
    }

    [Fact]
    public async Task R1_RecordThatShowedNothing_GivesNothingAndTheRefusalIsRecorded()
    {
        var stranger = (await rig.Epd.PatientsAsync(PortalFixture.OtherAgb)).First(p => !p.Gps.Contains(PortalFixture.Agb));
        Assert.Equal(404, (await rig.Doctor.GetAsync(rig.Portal.PatientPath(stranger.Id))).Status);
        var (path, _) = rig.Newest(AuditEventType.AccessDenied);
        await rig.Epd.ClearLogAsync();

        Assert.Null((await rig.Officer.GetAsync(path)).Page.QuerySelector("form[action$='zoals-gezien']"));
        var page = await rig.SeeAsync(path);

        Assert.Contains("Bij deze regel is niets opnieuw te tonen", page.Words, StringComparison.Ordinal);
        Assert.Empty(await rig.Epd.LogAsync());
        Assert.Equal(AuditOutcome.Refused, rig.Portal.Trail(AuditEventType.VersionsReviewed)[0].Outcome);
        Assert.Equal(404, (await rig.SeeAsync("/toezicht/inzagelog/elders/1")).Status);
    }

    [Fact]
    public async Task R4_EpdGivesAnothersResource_ShowsNoneOfItAndRecordsIt()
    {
        var (path, record) = await rig.LookAsync(AuditEventType.SectionShown, "Diagnoses");
        await using (await rig.Epd.FaultAsync("stranger", "Condition"))
        {
            var page = await rig.SeeAsync(path);
            Assert.Empty(page.Page.QuerySelectorAll("section[aria-labelledby=gezien-t] li"));
            Assert.Equal(record.Resources.Count, page.Page.QuerySelectorAll("section[aria-labelledby=ontbreekt-t] li").Length);
        }
        var review = rig.Portal.Trail(AuditEventType.VersionsReviewed)[0];
        Assert.Equal((AuditOutcome.Failed, 0, FormattableString.Invariant($"missing:{record.Resources.Count}")), (review.Outcome, review.Resources.Count, review.Detail));
        var incident = rig.Portal.Trail(AuditEventType.ForeignResourceDropped)[0];
        Assert.Equal((review.RequestId, record.Resources.Count), (incident.RequestId, incident.Resources.Count));
        Assert.Equal(record.Patients, incident.Patients);
    }

    [Fact]
    public async Task R7_EpdThatIsDown_CountsAndNamesWhatItCannotGive()
    {
        var (path, record) = await rig.LookAsync(AuditEventType.SectionShown, "Diagnoses");
        await using (await rig.Epd.FaultAsync("status:404", "Condition"))
        {
            var page = await rig.SeeAsync(path);
            Assert.All(record.Resources, reference => Assert.Contains(reference, page.Part("section[aria-labelledby=ontbreekt-t]"), StringComparison.Ordinal));
            Assert.Contains("Het EPD geeft deze versie niet.", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task R1_NobodyElse_GetsTheGrant()
    {
        var (path, _) = await rig.LookAsync(AuditEventType.SectionShown, "Diagnoses");
        using var office = await OfficeFixture.SignInAsync(rig.Portal, OfficeFixture.Nadia, "/beheer/accounts");
        var token = (await rig.Officer.GetAsync(path + "/zoals-gezien")).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var client in (PortalClient[])[rig.Doctor, office])
        {
            Assert.Equal(403, (await client.GetAsync(path + "/zoals-gezien")).Status);
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Reason", SeenRig.Reason)]);
            Assert.Equal(403, (await client.SendAsync(HttpMethod.Post, path + "/zoals-gezien", form)).Status);
        }
        // And not by the service itself, were a page ever to forget.
        var place = path.Split('/');
        var administrator = Visit(AccountFunction.PortalAdministrator);
        var (seen, grant) = await rig.Portal.Services.GetRequiredService<ReviewDesk>()
            .OpenAsync(administrator, new(place[^2], long.Parse(place[^1], System.Globalization.CultureInfo.InvariantCulture)), SeenRig.Reason, default);
        Assert.Null(seen);
        Assert.Null(grant);
        Assert.Equal((AuditOutcome.Refused, "OtherFunction"), (rig.Portal.Trail(AuditEventType.VersionsReviewed)[0].Outcome, rig.Portal.Trail(AuditEventType.VersionsReviewed)[0].Decision!.ReasonCode));
    }

    [Fact]
    public async Task R2_TrailThatCannotBeWritten_ShowsNothing()
    {
        var (path, _) = await rig.LookAsync(AuditEventType.SectionShown, "Diagnoses");
        var form = await rig.Officer.GetAsync(path + "/zoals-gezien");
        using (rig.Portal.BreakTrail())
        {
            var page = await rig.Officer.FillInAsync(path, form, null, ("Reason", SeenRig.Reason));
            Assert.Equal(503, page.Status);
            Assert.Empty(page.Page.QuerySelectorAll(".zvp-list"));
        }
    }

    [Theory]
    [InlineData("/toezicht/inzagelog/..%2f..%2fbeheer/1/zoals-gezien")]
    [InlineData("/toezicht/inzagelog/node1/x/zoals-gezien")]
    public async Task Open_NoPlace_Is404(string path) => Assert.Equal(404, (await rig.Officer.GetAsync(path)).Status);

    private static StaffVisit Visit(AccountFunction function) => new()
    {
        Member = new("900032001", "N. Karaman", function, "00.000", "90000300"),
        SessionReference = "session-1",
        RequestId = "request-review",
        Incident = "K7M2",
        CardSerial = null,
        CardIssuer = null,
    };

    private async Task PutAsync(string text) => await rig.Epd.PutAsync(new JsonObject
    {
        ["resourceType"] = "Condition",
        ["id"] = "seen-again",
        ["clinicalStatus"] = Some.Concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"),
        ["code"] = new JsonObject { ["text"] = text },
        ["subject"] = Some.Ref("Patient/" + SeenRig.Patient),
    });
}
