using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Team;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Team;

public sealed class TeamReaderTests
{
    private static readonly Uri _base = new("https://epd.example.nl/fhir/");
    private static readonly DateTimeOffset _now = new FakeClock().GetUtcNow();

    [Theory]
    [InlineData("active", null, null, false)]
    [InlineData("inactive", null, null, true)]
    [InlineData("suspended", null, null, true)]
    [InlineData("iets", null, null, false)]
    [InlineData("active", "2020", "2021", true)]
    [InlineData("active", "2020", "2026-03", false)]
    [InlineData("active", "2027", null, true)]
    public void Read_Team_IsFormerByStatusAndPeriod(string status, string? start, string? end, bool isFormer)
    {
        var team = SomeTeam.Team(status: status, participants: [SomeTeam.Participant("Practitioner/x", "Fysiotherapeut", "F. Beweeg")]).With(t => t["period"] = Some.Period(start, end) ?? []);

        var member = Assert.Single(Read([team]));

        Assert.Equal(("F. Beweeg", "Fysiotherapeut", "Behandelteam", isFormer), (member.Name, member.Role, member.Team, member.IsFormer));
    }

    [Fact]
    public void Read_MembershipThatEnded_IsFormerAndStandsLast()
    {
        var left = SomeTeam.Participant("Practitioner/x", "Arts", "Dr. Weg").With(p => p["period"] = Some.Period("2020", "2021"));

        var members = Read([SomeTeam.Team(participants: [left, SomeTeam.Participant("Practitioner/y", "Arts", "Dr. Hier")])]);

        Assert.Equal([("Dr. Hier", false), ("Dr. Weg", true)], members.Select(m => (m.Name, m.IsFormer)));
    }

    [Fact]
    public void Read_SameDoctorTwiceInOneRole_StandsOnce()
    {
        var again = SomeTeam.Participant("PractitionerRole/role-s1", "Cardioloog");

        var members = Read([SomeTeam.Team(participants: [again, (JsonObject)again.DeepClone(), SomeTeam.Participant("PractitionerRole/role-s1", "Coördinator")])], SomeTeam.Specialist());

        Assert.Equal([("Dr. A. Hart", "Cardioloog"), ("Dr. A. Hart", "Coördinator")], members.Select(m => (m.Name, m.Role)));
    }

    [Fact]
    public void Read_RoleThatEnded_KeepsItsNameAndGivesNoNumber()
    {
        var specialist = SomeTeam.Specialist();
        specialist[1]["active"] = false;
        specialist[2]["telecom"] = new JsonArray(SomeTeam.Phone("078 000 10", "work"));

        var member = Assert.Single(Read([SomeTeam.Team(participants: [SomeTeam.Participant("PractitionerRole/role-s1")])], specialist));

        Assert.Equal(("Dr. A. Hart", null), (member.Name, member.Phone));
    }

    [Fact]
    public void Read_PrivateNumber_IsNotGiven()
    {
        var doctor = Some.Practitioner("x", null).With(p => p["telecom"] = new JsonArray(SomeTeam.Phone("06 privé", "home"), SomeTeam.Phone("06 oud", "old")));

        Assert.Null(Assert.Single(Read([SomeTeam.Team(participants: [SomeTeam.Participant("Practitioner/x")])], doctor)).Phone);
    }

    [Fact]
    public void Read_OnlyADepartment_IsNamedWithItsNumber()
    {
        var department = Some.Organization("x").With(o => { o["name"] = "Dialyse"; o["telecom"] = new JsonArray(SomeTeam.Phone("078 000 30", "work")); });

        var member = Assert.Single(Read([SomeTeam.Team(participants: [SomeTeam.Participant("Organization/x")])], department));

        Assert.Equal(("Dialyse", null, "078 000 30"), (member.Name, member.Organization, member.Phone));
    }

    [Theory]
    [InlineData("http://evil.example/fhir/Practitioner/x")]
    [InlineData("Practitioner/gone")]
    [InlineData("urn:uuid:0c1f4e80-1c9e-4c7a-8f8e-000000000000")]
    public void Read_WhoCannotBeFound_SaysThatNoNameIsRecorded(string reference) =>
        Assert.Equal("naam niet vastgelegd in het EPD", Assert.Single(Read([SomeTeam.Team(participants: [SomeTeam.Participant(reference)])])).Missing);

    [Fact]
    public void Read_RoleThatPointsAtARole_Ends()
    {
        JsonObject[] loop = [Some.Role("a", "PractitionerRole/b"), Some.Role("b", "PractitionerRole/a"), Some.Organization()];

        Assert.Equal("Praktijk", Assert.Single(Read([SomeTeam.Team(participants: [SomeTeam.Participant("PractitionerRole/a")])], loop)).Name);
    }

    [Fact]
    public void Read_PersonNotUnderstood_GivesOnlyTheWordsOfTheReference()
    {
        var odd = Some.Practitioner("x").With(p => p["modifierExtension"] = Some.UnknownModifier);

        Assert.Equal("Dr. Zo", Assert.Single(Read([SomeTeam.Team(participants: [SomeTeam.Participant("Practitioner/x", display: "Dr. Zo")])], odd)).Name);
    }

    [Fact]
    public void OfNow_WhoIsAdmitted_HidesEarlierStays()
    {
        Encounter[] stays =
        [
            Some.Encounter("old", status: "finished", start: "2020-01-01", end: "2020-01-05").As<Encounter>(), Some.Encounter("now").As<Encounter>(),
            Some.Encounter("mistake", status: "entered-in-error").As<Encounter>(),
        ];

        Assert.Equal(["now"], TeamReader.OfNow(stays, _now).Select(e => e.Id));
        Assert.Equal(["old"], TeamReader.OfNow(stays.Where(e => e.Id != "now"), _now).Select(e => e.Id));
    }

    [Fact]
    public void Read_Participants_StandByTheirPartWithoutInsurersAndRelatives()
    {
        var stay = Some.Encounter().WithParticipants(
            ("REF", "Practitioner/r", "Dr. Verwijzer"), ("ZZZ", "Practitioner/z", "Dr. Overig"), ("COV", "Organization/c", "Verzekeraar"), ("CON", "Practitioner/c", "Dr. Mee"),
            ("RESP", "Practitioner/h", "Dr. Hoofd"), ("ATND", "RelatedPerson/rp", "Dochter"));

        var members = new TeamReader(new([], _base, _now), _base, _now, false).Read(Bare(), [stay.As<Encounter>()], []);

        Assert.Equal([("Dr. Hoofd", "Hoofdbehandelaar"), ("Dr. Mee", "Consulent"), ("Dr. Verwijzer", "Verwijzer"), ("Dr. Overig", "ZZZ")], members.Select(m => (m.Name, m.Role)));
    }

    [Fact]
    public void Read_DischargedPatient_ItsDoctorsAreFormer()
    {
        var stay = Some.Encounter(status: "finished", end: "2026-03-09T10:00:00Z").WithParticipants(("RESP", "Practitioner/h", "Dr. Hoofd"));

        Assert.True(Assert.Single(new TeamReader(new([], _base, _now), _base, _now, false).Read(Bare(), [stay.As<Encounter>()], [])).IsFormer);
    }

    [Fact]
    public void Contacts_FormerAndUnnamed_AreToldAsSuch()
    {
        RelatedPerson[] persons =
        [
            SomeTeam.Person("a", name: "Ex").With(p => p["active"] = false).As<RelatedPerson>(),
            SomeTeam.Person("b", relation: "19").With(p => p.Remove("name")).As<RelatedPerson>(),
            SomeTeam.Person("c", name: "Zoon").As<RelatedPerson>(),
        ];

        Assert.Equal(
            [("Zoon", true, false), ("naam niet vastgelegd", false, false), ("Ex", true, true)],
            ContactReader.Read(persons, _now).Select(c => (c.Name, c.IsFirst, c.IsFormer)));
    }

    private static Patient Bare() => Some.Patient().With(p => p.Remove("generalPractitioner")).As<Patient>();

    private static IReadOnlyList<TeamMember> Read(JsonObject[] teams, params JsonObject[] directory) =>
        new TeamReader(new(directory.Select(d => d.As()), _base, _now), _base, _now, false).Read(Bare(), [], teams.Select(t => t.As<CareTeam>()));
}
