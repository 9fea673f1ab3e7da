using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>One section fetched again by the script: judged and recorded as on its page, and nothing beside it.</summary>
[Collection(PortalJourneys.Name)]
public sealed class SectionAloneTests(PortalFixture fixture)
{
    private SandboxPatient Patient => fixture.Own.First(p => p.State == "admitted");

    [Fact]
    public async Task R2_Section_Alone_IsRecordedAndCarriesOnlyItself()
    {
        var whole = await OpenAsync(Patient, "klinische-chemie");
        var before = fixture.Portal.Trail().Count;

        var answer = await OpenAsync(Patient, "klinische-chemie?opnieuw=101500&deel=uitslagen");

        Assert.Equal(200, answer.Status);
        Assert.Equal(["uitslagen"], answer.Page.QuerySelectorAll("section").Select(section => section.Id));
        Assert.Null(answer.Page.QuerySelector("header, nav, footer, script, .zvp-banner, h1"));
        Assert.DoesNotContain(Patient.Name.Split(' ')[^1], answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Patient.Bsn[6..], answer.Part("title"), StringComparison.Ordinal);
        Assert.Equal(
            whole.Page.QuerySelectorAll("#uitslagen .zvp-lab tbody tr").Select(row => PortalAnswer.Plain(row.TextContent)),
            answer.Page.QuerySelectorAll("#uitslagen .zvp-lab tbody tr").Select(row => PortalAnswer.Plain(row.TextContent)));
        var records = fixture.Portal.Trail();
        Assert.Equal(before + 2, records.Count);
        Assert.Equal((AuditEventType.SectionShown, "Results"), (records[0].Event, records[0].Category));
        Assert.Equal(AuditEventType.PatientOpened, records[1].Event);
        Assert.All(records.Take(2), record => Assert.Equal([new AuditPatient(Patient.Id, Patient.Bsn)], record.Patients));
        Assert.StartsWith("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "opname", "Admission")]
    [InlineData("", "beleid", "ConclusionAndPolicy")]
    [InlineData("", "behandelaanwijzingen", "TreatmentDirectives")]
    [InlineData("", "afwijkend", "Results")]
    [InlineData("", "diagnoses", "Diagnoses")]
    [InlineData("", "allergieen", "Allergies")]
    [InlineData("", "medicatie", "Medication")]
    [InlineData("", "brieven", "Letters")]
    [InlineData("", "afspraken", "CareMoments")]
    [InlineData("dossier", "allergieen", "Allergies")]
    [InlineData("dossier", "waarschuwingen", "Alerts")]
    [InlineData("dossier", "behandelaanwijzingen", "TreatmentDirectives")]
    [InlineData("dossier", "beleid", "ConclusionAndPolicy")]
    [InlineData("dossier", "diagnoses", "Diagnoses")]
    [InlineData("dossier", "betrokkenen", "CareTeam")]
    [InlineData("zorgmomenten", "opnames", "Admission", "Letters")]
    [InlineData("zorgmomenten", "operaties", "CareMoments")]
    [InlineData("zorgmomenten", "afspraken", "CareMoments")]
    [InlineData("zorgmomenten", "verwijzingen", "Letters", "CareMoments")]
    [InlineData("brieven", "brieven", "Letters")]
    [InlineData("medicatie", "medicatie", "Medication")]
    public async Task R2_Section_OfAnyPage_IsTheSameAloneAndOnlyItIsRecorded(string page, string section, params string[] categories)
    {
        var whole = await OpenAsync(Patient, page);
        var before = fixture.Portal.Trail().Count;

        var answer = await OpenAsync(Patient, $"{page}?deel={section}");

        Assert.Equal(200, answer.Status);
        Assert.Equal([section], answer.Page.QuerySelectorAll("section").Select(one => one.Id));
        Assert.Null(answer.Page.QuerySelector("header, nav, footer, script, .zvp-banner, h1"));
        Assert.Equal(Content(whole), Content(answer));
        var records = fixture.Portal.Trail();
        Assert.Equal(["Banner", .. categories], records.Take(records.Count - before).Reverse().Select(record => record.Category));

        // Without its foot, which tells the time.
        string Content(PortalAnswer of) => string.Join('|', of.Page.QuerySelectorAll($"#{section} h2, #{section} h3, #{section} td, #{section} dd, #{section} li")
            .Select(one => PortalAnswer.Plain(one.TextContent)));
    }

    [Theory]
    [InlineData("klinische-chemie", "uitslagen")]
    [InlineData("dossier", "allergieen")]
    [InlineData("", "medicatie")]
    public async Task R3_Section_OfAnotherGpsPatient_IsRefusedAndRecorded(string page, string section)
    {
        var stranger = fixture.Strangers.First();

        var answer = await OpenAsync(stranger, page + "?deel=" + section);

        Assert.Equal(404, answer.Status);
        Assert.All(stranger.Secrets, secret => Assert.DoesNotContain(secret, answer.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(AuditEventType.AccessDenied, fixture.Portal.Trail()[0].Event);
    }

    [Theory]
    [InlineData("klinische-chemie?deel=waarom")]
    [InlineData("klinische-chemie?deel=%3Cscript%3E")]
    [InlineData("medicatie?deel=brieven")]
    [InlineData("?deel=uitslagen")]
    [InlineData("brieven?deel=uitslagen")]
    public async Task R2_Section_ThatDoesNotStandAlone_IsTheWholePageAndItsRecords(string address)
    {
        var answer = await OpenAsync(Patient, address);

        Assert.Equal(200, answer.Status);
        Assert.NotEmpty(answer.Part(".zvp-banner"));
        Assert.Equal(AuditEventType.SectionShown, fixture.Portal.Trail()[0].Event);
    }

    [Fact]
    public async Task R2_TrailIsDown_SectionAloneIsNotSent()
    {
        using var broken = fixture.Portal.BreakTrail();

        var answer = await OpenAsync(Patient, "klinische-chemie?deel=uitslagen");

        Assert.Equal(503, answer.Status);
        Assert.Empty(answer.Page.QuerySelectorAll(".zvp-lab"));
    }

    [Fact]
    public async Task Link_ToFetchAgain_IsAnotherAddressThanThePage()
    {
        var page = await OpenAsync(Patient, "klinische-chemie");
        var link = page.Page.QuerySelector("#uitslagen .zvp-source a")!.GetAttribute("href")!;

        Assert.Matches("/klinische-chemie\\?opnieuw=[0-9]{6}#uitslagen$", link);
        Assert.Equal(200, (await fixture.Doctor.GetAsync(link.Split('#')[0])).Status);
    }

    private Task<PortalAnswer> OpenAsync(SandboxPatient patient, string part) => fixture.Doctor.GetAsync(part is "" or ['?', ..] ? fixture.DoctorsPath(patient.Id) + part : $"{fixture.DoctorsPath(patient.Id)}/{part}");
}
