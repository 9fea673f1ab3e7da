using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>The rules beside that of own patients, over an EPD that says it in every way it may. Each is off unless the hospital switched it on.</summary>
public sealed class AccessBasisTests : IAsyncLifetime
{
    private const string PracticeAgb = "01110001";

    private TestDossier _dossier = null!;

    public async Task InitializeAsync()
    {
        var access = new AccessOptions { OwnPractice = true, AfterDays = 30 };
        access.CareTeamRoles.Add(nameof(CareRole.ElderlyCarePhysician));
        access.ResidenceRoles.Add(nameof(CareRole.IntellectualDisabilityPhysician));
        _dossier = await TestDossier.StartAsync(access: access);
        _dossier.Epd.Has(
            Some.Practitioner(), Some.Practitioner("gp2", "07654321"), Some.Organization(agb: PracticeAgb), Some.Role(practitioner: "Practitioner/gp2"),
            Some.Patient("p1", gp: Some.Ref("Practitioner/gp2")));
    }

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData("Organization")]
    [InlineData("PractitionerRole")]
    [InlineData("contained")]
    [InlineData("identifier")]
    public async Task Open_PracticeIsGeneralPractitioner_OpensToItsDoctors(string way)
    {
        _dossier.Epd.Has(PatientOfPractice(way));

        Assert.Equal(AccessReason.OwnPractice, (await OpenAsync(practice: PracticeAgb)).Decision.Reason);
        Assert.Equal(AccessReason.NoRelation, (await OpenAsync(practice: "01110002")).Decision.Reason);
        Assert.Equal(AccessReason.NoRelation, (await OpenAsync(practice: null)).Decision.Reason);
    }

    [Theory]
    // A practice's code never makes a person, nor the other way round.
    [InlineData("Practitioner with the practice's code")]
    [InlineData("inactive Organization")]
    [InlineData("Organization not understood")]
    [InlineData("untyped identifier")]
    [InlineData("ended role")]
    public async Task R1_SomethingLikeTheDoctorsPractice_OpensNothing(string what)
    {
        _dossier.Epd.Has(Some.Patient("p1", gp: what switch
        {
            "Practitioner with the practice's code" => Some.Ref("Practitioner/gp3"),
            "untyped identifier" => Some.Known(PracticeAgb),
            "ended role" => Some.Ref("PractitionerRole/ended"),
            _ => Some.Ref("Organization/practice1"),
        }));
        _dossier.Epd.Has(
            Some.Practitioner("gp3", PracticeAgb),
            Some.Role("ended", "Practitioner/gp2").With(r => r["period"] = Some.Period(null, "2026-03-01")),
            Some.Organization(agb: PracticeAgb).With(o =>
            {
                if (what.StartsWith("inactive", StringComparison.Ordinal))
                {
                    o["active"] = false;
                }
                if (what.EndsWith("understood", StringComparison.Ordinal))
                {
                    o["modifierExtension"] = Some.UnknownModifier;
                }
            }));

        Assert.Equal(AccessReason.NoRelation, (await OpenAsync(practice: PracticeAgb)).Decision.Reason);
    }

    [Theory]
    [InlineData(null, AccessReason.CareTeamMember)]
    [InlineData("inactive", AccessReason.NoRelation)]
    [InlineData("ended", AccessReason.NoRelation)]
    [InlineData("ended member", AccessReason.NoRelation)]
    [InlineData("another patient's", AccessReason.NoRelation)]
    [InlineData("another member", AccessReason.NoRelation)]
    public async Task Open_MemberOfACareTeam_OpensToTheRoleThatMay(string? flaw, AccessReason expected)
    {
        _dossier.Epd.On("CareTeam", ScriptedAnswer.Bundle(Team(flaw)));

        Assert.Equal(expected, (await OpenAsync(CareRole.ElderlyCarePhysician)).Decision.Reason);
        Assert.Equal(AccessReason.NoRelation, (await OpenAsync(CareRole.GeneralPractitioner)).Decision.Reason);
    }

    [Fact]
    public async Task R4_TeamOfAnotherPatient_IsDroppedAndProvesNothing()
    {
        _dossier.Epd.On("CareTeam", ScriptedAnswer.Bundle(Team("another patient's")));

        Assert.Null((await OpenAsync(CareRole.ElderlyCarePhysician)).Grant);
    }

    [Fact]
    public async Task Open_CareTeamsThatCannotBeAsked_IsNotDecidable()
    {
        _dossier.Epd.On("CareTeam", ScriptedAnswer.Status(500));

        Assert.Equal(AccessReason.NotDecidable, (await OpenAsync(CareRole.ElderlyCarePhysician)).Decision.Reason);
    }

    [Theory]
    [InlineData(null, CareRole.IntellectualDisabilityPhysician, AccessReason.Resident)]
    [InlineData("2026-03-01", CareRole.IntellectualDisabilityPhysician, AccessReason.NoRelation)]
    [InlineData(null, CareRole.ElderlyCarePhysician, AccessReason.NoRelation)]
    public async Task Open_PatientLivesInTheDoctorsInstitution_OpensToTheRoleThatMay(string? until, CareRole role, AccessReason expected)
    {
        _dossier.Epd.Has(Some.Patient("p1", gp: Some.Ref("Practitioner/gp2")).With(p => p["contact"] = new JsonArray(
            new JsonObject { ["organization"] = Some.Ref("Organization/practice1"), ["period"] = Some.Period("2020", until) })));

        Assert.Equal(expected, (await OpenAsync(role, PracticeAgb)).Decision.Reason);
    }

    [Theory]
    [InlineData("2026-02-08", true)]
    [InlineData("2026-02-07", false)]
    public async Task Open_RelationThatEnded_OpensWithinTheWindowAndSaysUntilWhen(string end, bool opens)
    {
        _dossier.Epd.Has(Some.Patient("p1", gp: Some.Ref("PractitionerRole/ended")), Some.Role("ended").With(r => r["period"] = Some.Period(null, end)));

        var decision = (await OpenAsync()).Decision;

        Assert.Equal(opens ? AccessReason.EndedRelation : AccessReason.NoRelation, decision.Reason);
        if (opens)
        {
            Assert.Contains("tot en met 10-03-2026", decision.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Open_NumberThatIsNoLongerInUse_ProvesNothing()
    {
        _dossier.Epd.Has(
            Some.Patient(), Some.Practitioner().With(p => p["identifier"]![0]!["period"] = Some.Period(null, "2026-03-09")));

        Assert.Equal(AccessReason.NoRelation, (await OpenAsync()).Decision.Reason);
    }

    [Fact]
    public async Task Open_RulesThatAreOff_AskTheEpdForNothingMoreAndOpenNothing()
    {
        await using var strict = await TestDossier.StartAsync();
        strict.Epd.Has(Some.Practitioner("gp2", "07654321"), Some.Organization(agb: PracticeAgb), PatientOfPractice("Organization"));
        strict.Epd.On("CareTeam", ScriptedAnswer.Bundle(Team(null)));

        var decision = (await strict.Access.OpenAsync(Visit(CareRole.ElderlyCarePhysician, PracticeAgb), "p1", default)).Decision;

        Assert.Equal(AccessReason.NoRelation, decision.Reason);
        Assert.DoesNotContain(strict.Epd.Asked, asked => asked.Path.Contains("CareTeam", StringComparison.Ordinal) || asked.Path.Contains("Organization", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_OfThePractice_HoldsItsPatientsByEveryWay()
    {
        _dossier.Epd.Has(Some.Encounter(), Some.Encounter("e2", "p2"), Some.Patient("p2", gp: Some.Ref("Practitioner/gp2")));
        _dossier.Epd.On("Organization", ScriptedAnswer.Bundle(Some.Organization(agb: PracticeAgb)));
        _dossier.Epd.On("PractitionerRole", ScriptedAnswer.Bundle(Some.Role(practitioner: "Practitioner/gp2")));
        _dossier.Epd.On("Patient", ScriptedAnswer.Bundle(PatientOfPractice("PractitionerRole")));

        var lists = await _dossier.Access.OpenListsAsync(Visit(practice: PracticeAgb), default);
        var list = await _dossier.List.ReadAsync(lists[1], default);

        Assert.Equal(["own", "practice"], lists.Select(one => one.Name));
        Assert.Equal(["p1"], list.Admitted.Select(row => row.PatientId));
    }

    private static Visit Visit(CareRole role = CareRole.GeneralPractitioner, string? practice = null)
    {
        var visit = TestDossier.Visit();
        return visit with { Provider = visit.Provider with { Role = role, PracticeAgb = AgbCode.TryRead(practice) } };
    }

    private Task<PatientAccess> OpenAsync(CareRole role = CareRole.GeneralPractitioner, string? practice = null) =>
        _dossier.Access.OpenAsync(Visit(role, practice), "p1", default);

    private static JsonObject PatientOfPractice(string way) => way switch
    {
        "PractitionerRole" => Some.Patient("p1", gp: Some.Ref("PractitionerRole/role1")),
        "contained" => Some.Patient("p1", gp: Some.Ref("#in")).With(p => p["contained"] = new JsonArray(Some.Organization("in", PracticeAgb))),
        "identifier" => Some.Patient("p1", gp: Some.Known(PracticeAgb, "Organization")),
        _ => Some.Patient("p1", gp: Some.Ref("Organization/practice1")),
    };

    private static JsonObject Team(string? flaw) => new()
    {
        ["resourceType"] = "CareTeam",
        ["id"] = "team1",
        ["status"] = flaw == "inactive" ? "inactive" : "active",
        ["subject"] = Some.Ref(flaw == "another patient's" ? "Patient/p2" : "Patient/p1"),
        ["period"] = Some.Period("2026-01-01", flaw == "ended" ? "2026-03-09" : null),
        ["participant"] = new JsonArray(new JsonObject
        {
            ["member"] = Some.Ref(flaw == "another member" ? "Practitioner/gp2" : "Practitioner/gp1"),
            ["period"] = Some.Period("2026-01-01", flaw == "ended member" ? "2026-03-09" : null),
        }),
    };
}
