using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.TreatmentRelations;

/// <summary>Is the doctor among the patient's general practitioners? Every shape the field writes it in (fhir.md §1.3, DESIGN §7).</summary>
public sealed class RelationTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    public static TheoryData<string, AccessReason> Shapes => new()
    {
        { "Practitioner", AccessReason.OwnPatient },
        { "Practitioner, absolute", AccessReason.OwnPatient },
        { "Practitioner, versioned", AccessReason.OwnPatient },
        { "PractitionerRole", AccessReason.OwnPatient },
        { "PractitionerRole in force", AccessReason.OwnPatient },
        { "PractitionerRole that ends today", AccessReason.OwnPatient },
        { "PractitionerRole with an identifier only", AccessReason.OwnPatient },
        { "PractitionerRole with a contained Practitioner", AccessReason.OwnPatient },
        { "identifier only", AccessReason.OwnPatient },
        { "identifier only, typed", AccessReason.OwnPatient },
        { "contained Practitioner", AccessReason.OwnPatient },
        { "contained PractitionerRole", AccessReason.OwnPatient },
        { "contained PractitionerRole and Practitioner", AccessReason.OwnPatient },
        { "old OID", AccessReason.OwnPatient },
        { "without leading zero", AccessReason.OwnPatient },
        { "with spaces", AccessReason.OwnPatient },
        { "second of two", AccessReason.OwnPatient },
        { "second of two, first gone", AccessReason.OwnPatient },
        { "second of two, first failing", AccessReason.OwnPatient },
        { "nobody", AccessReason.NoRelation },
        { "another doctor", AccessReason.NoRelation },
        { "ended PractitionerRole", AccessReason.NoRelation },
        { "future PractitionerRole", AccessReason.NoRelation },
        { "inactive PractitionerRole", AccessReason.NoRelation },
        { "PractitionerRole not understood", AccessReason.NoRelation },
        { "PractitionerRole without Practitioner", AccessReason.NoRelation },
        { "PractitionerRole to an organisation's number", AccessReason.NoRelation },
        { "inactive Practitioner", AccessReason.NoRelation },
        { "Practitioner not understood", AccessReason.NoRelation },
        { "old number", AccessReason.NoRelation },
        { "number of another system", AccessReason.NoRelation },
        { "number too short", AccessReason.NoRelation },
        { "practice only", AccessReason.NoRelation },
        { "practice by identifier", AccessReason.NoRelation },
        { "eight zeros", AccessReason.NoRelation },
        { "display only", AccessReason.NoRelation },
        { "another host", AccessReason.NoRelation },
        { "contained that is not there", AccessReason.NoRelation },
        { "gone", AccessReason.NoRelation },
        { "failing", AccessReason.NotDecidable },
        { "refused", AccessReason.NotDecidable },
        { "HTML", AccessReason.NotDecidable },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Open_GeneralPractitionerAsWritten_DecidesAsTheRuleSays(string shape, AccessReason expected)
    {
        _dossier.Epd.Has(Some.Practitioner(), Some.Practitioner("gp2", "07654321"), Some.Role(), Some.Organization());
        _dossier.Epd.Has(Write(shape, _dossier.Epd));

        var access = await _dossier.OpenAsync();

        Assert.Equal(expected, access.Decision.Reason);
        Assert.Equal(expected == AccessReason.OwnPatient, access.Grant is not null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("00000000")]
    [InlineData("")]
    public async Task H052_Open_DoctorWithoutAgb_MatchesNobody(string? agb)
    {
        _dossier.Epd.Has(
            Some.Patient("p1", gp: [Some.Known("00000000"), Some.Known("")]),
            Some.Patient("p2", gp: Some.Ref("Practitioner/gp1")), Some.Practitioner(agb: "00000000"));

        Assert.Equal(AccessReason.NoAgb, (await _dossier.OpenAsync("p1", agb)).Decision.Reason);
        Assert.Equal(AccessReason.NoAgb, (await _dossier.OpenAsync("p2", agb)).Decision.Reason);
    }

    [Fact]
    public async Task Open_OwnPatient_TellsTheFactsWithTheirSource()
    {
        _dossier.Epd.Has(Some.Practitioner(), Some.Practitioner("gp2", "07654321"), Some.Patient("p1", gp: [Some.Ref("Practitioner/gp2"), Some.Ref("Practitioner/gp1")]));

        var facts = (await _dossier.OpenAsync()).Decision.Facts;

        Assert.Equal(
            [
                ("account.role", "GeneralPractitioner", "account"), ("account.agb", "01234567", "account"), ("patient", "Patient/p1/1", "EPD"),
                ("generalPractitioner", "07654321", "Practitioner/gp2/3"), ("generalPractitioner", "01234567", "Practitioner/gp1/3"), ("generalPractitioners", "2", "EPD"), ("objection.asked", "HospitalList,Epd", "settings"),
            ],
            facts.Select(f => (f.Name, f.Value, f.Source)));
        Assert.All(facts, f => Assert.Equal(_dossier.Clock.GetUtcNow(), f.Time));
    }

    [Fact]
    public async Task H086_PatientMovedToAnotherDoctor_IsRefusedAtTheNextLook()
    {
        _dossier.Epd.Has(Some.Practitioner(), Some.Practitioner("gp2", "07654321"), Some.Patient());
        await _dossier.GrantAsync();

        _dossier.Epd.Has(Some.Patient("p1", gp: Some.Ref("Practitioner/gp2")));

        Assert.Equal(AccessReason.NoRelation, (await _dossier.OpenAsync()).Decision.Reason);
    }

    [Fact]
    public async Task H076_MergedRecord_OpensTheSurvivor()
    {
        _dossier.Epd.Has(Some.Practitioner(), Merged("p1", "p2"), Merged("p2", "p3"), Some.Patient("p3"));

        var access = await _dossier.OpenAsync();

        Assert.Equal("p3", access.Grant!.PatientId);
        Assert.False(access.Grant.HasSecondRecord);
    }

    [Fact]
    public async Task H076_MergedIntoAStrangersRecord_WidensNothing()
    {
        _dossier.Epd.Has(Some.Practitioner(), Some.Practitioner("gp2", "07654321"), Merged("p1", "p2"), Some.Patient("p2", gp: Some.Ref("Practitioner/gp2")));

        Assert.Equal(AccessReason.NoRelation, (await _dossier.OpenAsync()).Decision.Reason);
    }

    [Theory]
    [InlineData("p1")]
    [InlineData("p2")]
    public async Task H076_MergedRecordsInALoop_AreNotDecidable(string start)
    {
        _dossier.Epd.Has(Some.Practitioner(), Merged("p1", "p2"), Merged("p2", "p1"));

        Assert.Equal(AccessReason.NotDecidable, (await _dossier.OpenAsync(start)).Decision.Reason);
        Assert.InRange(_dossier.Epd.Asked.Count, 2, 5);
    }

    [Theory]
    [InlineData("http://evil.example/fhir/Patient/p2")]
    [InlineData("#p2")]
    [InlineData("Group/p2")]
    public async Task H076_MergedRecordWithoutAReadableSurvivor_IsNotDecidable(string other)
    {
        _dossier.Epd.Has(Some.Practitioner(), Some.Patient("p2"), Merged("p1", "p2").With(p => p["link"]![0]!["other"]!["reference"] = other));

        Assert.Equal(AccessReason.NotDecidable, (await _dossier.OpenAsync()).Decision.Reason);
    }

    [Fact]
    public async Task H076_SurvivorIsGone_IsUnknown()
    {
        _dossier.Epd.Has(Some.Practitioner(), Merged("p1", "p2"));

        Assert.Equal(AccessReason.UnknownPatient, (await _dossier.OpenAsync()).Decision.Reason);
    }

    [Fact]
    public async Task H090_ReadGivesAnotherPatient_IsUnknown()
    {
        _dossier.Epd.Has(Some.Practitioner());
        _dossier.Epd.On("Patient/p1", ScriptedAnswer.Json(Some.Patient("p2")));

        Assert.Equal(AccessReason.UnknownPatient, (await _dossier.OpenAsync()).Decision.Reason);
    }

    private static JsonObject Merged(string from, string into) => Some.Patient(from).With(p => p["link"] = new JsonArray(
        new JsonObject { ["type"] = "replaced-by", ["other"] = Some.Ref("Patient/" + into) }));

    private static JsonObject Write(string shape, ScriptedEpd epd) => shape switch
    {
        "Practitioner" => Some.Patient(),
        "Practitioner, absolute" => With(Some.Ref($"{epd.Base}/Practitioner/gp1")),
        "Practitioner, versioned" => With(Some.Ref("Practitioner/gp1/_history/2")),
        "PractitionerRole" => With(Some.Ref("PractitionerRole/role1")),
        "PractitionerRole in force" => With(epd, r => r["period"] = Some.Period("2020", null)),
        "PractitionerRole that ends today" => With(epd, r => r["period"] = Some.Period(null, "2026-03-10")),
        "PractitionerRole with an identifier only" => With(epd, r => r["practitioner"] = Some.Known("1234567")),
        "PractitionerRole with a contained Practitioner" => With(epd, r =>
        {
            r["practitioner"] = Some.Ref("#in");
            r["contained"] = new JsonArray(Some.Practitioner("in"));
        }),
        "identifier only" => With(Some.Known("01234567")),
        "identifier only, typed" => With(Some.Known("01234567", "PractitionerRole")),
        "contained Practitioner" => With(Some.Ref("#in")).With(p => p["contained"] = new JsonArray(Some.Practitioner("in"))),
        "contained PractitionerRole" => With(Some.Ref("#in")).With(p => p["contained"] = new JsonArray(Some.Role("in"))),
        "contained PractitionerRole and Practitioner" => With(Some.Ref("#in")).With(p => p["contained"] = new JsonArray(Some.Role("in", "#in2"), Some.Practitioner("in2"))),
        "old OID" => With(epd, Some.Practitioner(system: Some.AgbOid)),
        "without leading zero" => With(epd, Some.Practitioner(agb: "1234567")),
        "with spaces" => With(epd, Some.Practitioner(agb: "  01234567")),
        "second of two" => With(Some.Ref("Practitioner/gp2"), Some.Ref("Practitioner/gp1")),
        "second of two, first gone" => With(Some.Ref("Practitioner/gone"), Some.Ref("Practitioner/gp1")),
        "second of two, first failing" => Failing(epd, "gp2", 500, Some.Ref("Practitioner/gp2"), Some.Ref("Practitioner/gp1")),
        "nobody" => Some.Patient().With(p => p.Remove("generalPractitioner")),
        "another doctor" => With(Some.Ref("Practitioner/gp2")),
        "ended PractitionerRole" => With(epd, r => r["period"] = Some.Period("2020", "2026-03-09")),
        "future PractitionerRole" => With(epd, r => r["period"] = Some.Period("2026-03-11", null)),
        "inactive PractitionerRole" => With(epd, r => r["active"] = false),
        "PractitionerRole not understood" => With(epd, r => r["modifierExtension"] = Some.UnknownModifier),
        "PractitionerRole without Practitioner" => With(epd, r => r.Remove("practitioner")),
        "PractitionerRole to an organisation's number" => With(epd, r => r["practitioner"] = Some.Known("01234567", "Organization")),
        "inactive Practitioner" => With(epd, Some.Practitioner().With(p => p["active"] = false)),
        "Practitioner not understood" => With(epd, Some.Practitioner().With(p => p["modifierExtension"] = Some.UnknownModifier)),
        "old number" => With(epd, Some.Practitioner().With(p => p["identifier"]![0]!["use"] = "old")),
        "number of another system" => With(epd, Some.Practitioner(system: "http://fhir.nl/fhir/NamingSystem/big")),
        "number too short" => With(epd, Some.Practitioner(agb: "234567")),
        "practice only" => With(Some.Ref("Organization/practice1")),
        "practice by identifier" => With(Some.Known("01234567", "Organization")),
        "eight zeros" => With(epd, Some.Practitioner(agb: "00000000")),
        "display only" => With(new JsonObject { ["display"] = "A. Huisarts" }),
        "another host" => With(Some.Ref("http://evil.example/fhir/Practitioner/gp1")),
        "contained that is not there" => With(Some.Ref("#in")),
        "gone" => With(Some.Ref("Practitioner/gone")),
        "failing" => Failing(epd, "gp1", 500, Some.Ref("Practitioner/gp1")),
        "refused" => Failing(epd, "gp1", 403, Some.Ref("Practitioner/gp1")),
        "HTML" => Failing(epd, "gp1", 200, Some.Ref("Practitioner/gp1")),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "unknown shape"),
    };

    private static JsonObject With(params JsonObject[] gp) => Some.Patient("p1", gp: gp);

    private static JsonObject With(ScriptedEpd epd, JsonObject practitioner)
    {
        epd.Has(practitioner);
        return Some.Patient();
    }

    private static JsonObject With(ScriptedEpd epd, Action<JsonObject> role)
    {
        epd.Has(Some.Role().With(role));
        return With(Some.Ref("PractitionerRole/role1"));
    }

    private static JsonObject Failing(ScriptedEpd epd, string id, int status, params JsonObject[] gp)
    {
        epd.On("Practitioner/" + id, status == 200 ? ScriptedAnswer.Text("<html>") : ScriptedAnswer.Status(status));
        return With(gp);
    }
}
