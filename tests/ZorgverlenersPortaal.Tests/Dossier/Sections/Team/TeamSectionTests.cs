using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Team;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Team;

/// <summary>The section as a whole, over HTTP: what is asked, what is shown, what is recorded.</summary>
public sealed class TeamSectionTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        _dossier = await TestDossier.StartWithPatientAsync();
        _dossier.Epd.Has(SomeTeam.Specialist());
        _dossier.Epd.Has(
            SomeTeam.Team(participants: [SomeTeam.Participant("PractitionerRole/role-s1"), SomeTeam.Participant("RelatedPerson/rp1")]),
            SomeTeam.Person(),
            Some.Encounter().WithParticipants(("RESP", "PractitionerRole/role-s1", null), ("COV", "Organization/insurer", "Verzekeraar")));
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task R2_Show_TellsWhoAndRecordsWhere()
    {
        var section = await ShowAsync();

        Assert.False(section.IsIncomplete);
        Assert.Equal(
            [
                (TeamOrigin.GeneralPractitioner, "Dokter-gp1", "Huisarts", null, null),
                (TeamOrigin.Admission, "Dr. A. Hart", "Hoofdbehandelaar", "Ziekenhuis", "078 000 20"),
                (TeamOrigin.CareTeam, "Dr. A. Hart", null, "Ziekenhuis", "078 000 20"),
            ],
            section.Content!.Members.Select(m => (m.Origin, m.Name, m.Role, m.Organization, m.Phone)));
        Assert.All(section.Content.Members.Skip(1), m => Assert.Equal(("Cardiologie", false), (m.Specialty, m.IsFormer)));
        var person = Assert.Single(section.Content.Contacts);
        Assert.Equal(("M. Dochter", "Eerste relatie/contactpersoon", true, "06 000 2|078 000 1"), (person.Name, person.Relationship, person.IsFirst, string.Join('|', person.Phones)));
        var record = Assert.Single(_dossier.Records);
        Assert.Equal((AuditEventType.SectionShown, "CareTeam"), (record.Event, record.Category));
        Assert.Equal(["CareTeam/t1/1", "Encounter/e1/1", "Patient/p1/1", "RelatedPerson/rp1/1"], record.Resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Read_ManyDoctors_AreAskedTogetherAndOnce()
    {
        _dossier.Epd.Has(SomeTeam.Specialist("s2", "Dr. B. Long", "Longziekten"));
        _dossier.Epd.Has(SomeTeam.Team("t2", participants: [SomeTeam.Participant("PractitionerRole/role-s2"), SomeTeam.Participant("PractitionerRole/role-s1")]));
        var grant = await _dossier.GrantAsync();
        var before = _dossier.Epd.Asked.Count;

        await _dossier.Reader.ReadTeam(grant, default).ShowAsync();

        Assert.Equal(
            [
                "GET CareTeam?patient=p1&_count=200", "GET Encounter?patient=p1&class=IMP,ACUTE,NONAC&_count=200", "GET Organization?_id=hospital&_count=200",
                "GET Practitioner?_id=gp1&_count=200", "GET Practitioner?_id=prac-s1,prac-s2&_count=200", "GET PractitionerRole?_id=role-s1,role-s2&_count=200", "GET RelatedPerson?patient=p1&_count=200",
            ],
            _dossier.Epd.Lines.Skip(before).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R2_TrailIsDown_NothingCanBeHad()
    {
        var pending = _dossier.Reader.ReadTeam(await _dossier.GrantAsync(), default);
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => pending.ShowAsync());
    }

    [Fact]
    public async Task R4_Strangers_AreDroppedAndRecorded()
    {
        _dossier.Epd.On("CareTeam", ScriptedAnswer.Bundle(SomeTeam.Team("t9", "p9", participants: [SomeTeam.Participant("Practitioner/x", display: "Dr. Geheim")])));
        _dossier.Epd.On("RelatedPerson", ScriptedAnswer.Bundle(SomeTeam.Person("rp9", "p9", "Geheim"), SomeTeam.Person()));

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.Equal("M. Dochter", Assert.Single(section.Content!.Contacts).Name);
        Assert.DoesNotContain(section.Content.Members, m => m.Name == "Dr. Geheim");
        Assert.Equal((AuditEventType.ForeignResourceDropped, "CareTeam/t9 RelatedPerson/rp9"), (_dossier.Records[1].Event, string.Join(' ', _dossier.Records[1].Resources)));
    }

    [Fact]
    public async Task R4_PatientInAnAnswerAboutDoctors_IsDroppedAndRecorded()
    {
        _dossier.Epd.On("Practitioner", ScriptedAnswer.Bundle(Some.Practitioner(), Some.Patient("p9")));

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.Contains("Patient/p9", _dossier.Records[1].Resources);
    }

    [Fact]
    public async Task R7_OneOfThreeFails_IsNamedAndTheRestStands()
    {
        _dossier.Epd.On("RelatedPerson", ScriptedAnswer.Status(500));
        _dossier.Epd.On("Encounter", ScriptedAnswer.Status(500));

        var section = await ShowAsync();

        Assert.True(section.IsIncomplete);
        Assert.Equal((null, EpdFailure.Failing, EpdFailure.Failing), (section.Content!.TeamsFailure, section.Content.ContactsFailure, section.Content.AdmissionFailure));
        Assert.Contains(section.Content.Members, m => m.Origin == TeamOrigin.CareTeam);
    }

    [Fact]
    public async Task R7_TeamsAndContactsFail_TheSectionFails()
    {
        _dossier.Epd.On("RelatedPerson", ScriptedAnswer.Status(500));
        _dossier.Epd.On("CareTeam", ScriptedAnswer.Status(500));

        var section = await ShowAsync();

        Assert.Equal((null, EpdFailure.Failing), (section.Content, section.Failure));
    }

    [Fact]
    public async Task R7_NamesFail_IsNotReadAsNobody()
    {
        _dossier.Epd.On("PractitionerRole", ScriptedAnswer.Status(500));

        var section = await ShowAsync();

        Assert.Equal((true, true), (section.IsIncomplete, section.Content!.LacksNames));
        var doctor = Assert.Single(section.Content.Members, m => m.Origin == TeamOrigin.Admission);
        Assert.Equal((null, "naam nu niet op te halen", "Hoofdbehandelaar"), (doctor.Name, doctor.Missing, doctor.Role));
    }

    [Fact]
    public async Task R7_CutList_SaysSo()
    {
        _dossier.Epd.On("CareTeam", ScriptedAnswer.Json(Some.Linked(Some.Bundle(SomeTeam.Team()), ("next", "https://elsewhere.example/fhir?page=2"))));

        Assert.True((await ShowAsync()).IsIncomplete);
    }

    [Fact]
    public async Task R10_EnteredInErrorOrNotUnderstood_IsNoFact()
    {
        _dossier.Epd.Has(
            SomeTeam.Team(status: "entered-in-error", participants: [SomeTeam.Participant("Practitioner/x", display: "Dr. Fout")]),
            SomeTeam.Team("t2", participants: [SomeTeam.Participant("Practitioner/x", display: "Dr. Raadsel")]).With(t => t["modifierExtension"] = Some.UnknownModifier),
            SomeTeam.Person().With(p => p["modifierExtension"] = Some.UnknownModifier),
            Some.Encounter().WithParticipants(("RESP", "Practitioner/x", "Dr. Gesloten")).With(e => e["implicitRules"] = "http://x.example"));

        var content = (await ShowAsync()).Content!;

        Assert.Equal([("Dokter-gp1", false), (null, true), (null, true)], content.Members.Select(m => (m.Name, m.IsNotUnderstood)));
        Assert.Equal(("Contactpersoon", true, null, 0), (content.Contacts[0].Name, content.Contacts[0].IsNotUnderstood, content.Contacts[0].Relationship, content.Contacts[0].Phones.Count));
    }

    private async Task<Section<TeamOverview>> ShowAsync() => await _dossier.Reader.ReadTeam(await _dossier.GrantAsync(), default).ShowAsync();
}
