using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>Each way to a doctor's patients, and which of them an EPD's CapabilityStatement chooses (fhir.md §1.3).</summary>
public sealed class PatientSearchesTests
{
    private const string Token = "http://fhir.nl/fhir/NamingSystem/agb-z|01234567,urn:oid:2.16.840.1.113883.2.4.6.1|01234567,http://fhir.nl/fhir/NamingSystem/agb-z|1234567,urn:oid:2.16.840.1.113883.2.4.6.1|1234567";

    [Fact]
    public async Task Chain_FindsHerPatientsByTheDoctorsThatComeAlong()
    {
        await using var dossier = await StartAsync(nameof(PatientSearch.Chain));
        dossier.Epd.On(a => a.Type == "Patient" && a.Query.Contains("PractitionerRole.practitioner", StringComparison.Ordinal), ScriptedAnswer.Bundle(
            Some.Patient(gp: Some.Ref("PractitionerRole/role1")), Some.Role(), Some.Practitioner()));
        dossier.Epd.On(a => a.Type == "Patient" && a.Query.Contains("Practitioner.identifier", StringComparison.Ordinal), ScriptedAnswer.Bundle());

        var list = await dossier.ReadListAsync();

        Assert.Equal(["p1"], list.Admitted.Select(r => r.PatientId));
        Assert.False(list.IsIncomplete);
        Assert.Contains($"GET Patient?general-practitioner:PractitionerRole.practitioner.identifier={Token}&_include=Patient:general-practitioner&_include:iterate=PractitionerRole:practitioner&_count=200", dossier.Epd.Lines);
        Assert.DoesNotContain(dossier.Epd.Asked, a => a.Type is "Practitioner" or "PractitionerRole");
    }

    [Theory]
    [InlineData(nameof(PatientSearch.Chain))]
    [InlineData(nameof(PatientSearch.Identifier))]
    public async Task R4_PatientNotProvenToBeHers_IsDroppedAndTheListIsIncomplete(string way)
    {
        await using var dossier = await StartAsync(way);
        dossier.Epd.On("Patient", ScriptedAnswer.Bundle(Some.Patient("p9", "999900031", Some.Ref("Practitioner/gp9"))));

        var list = await dossier.ReadListAsync();

        Assert.Empty(list.Admitted);
        Assert.True(list.IsIncomplete);
        Assert.True(list.IsDoctorKnown);
    }

    [Fact]
    public async Task Identifier_AsksByTheNumberAlone()
    {
        await using var dossier = await StartAsync(nameof(PatientSearch.Identifier));
        dossier.Epd.Has(Some.Patient(gp: Some.Known("1234567")));

        Assert.Single((await dossier.ReadListAsync()).Admitted);
        Assert.Equal($"GET Patient?general-practitioner:identifier={Token}&_count=200", dossier.Epd.Lines[0]);
        Assert.DoesNotContain(dossier.Epd.Asked, a => a.Type is "Practitioner" or "PractitionerRole");
    }

    [Fact]
    public async Task R3_AdmittedFirst_StrangersAreDroppedUnseenAndNoIncident()
    {
        await using var dossier = await StartAsync(nameof(PatientSearch.AdmittedFirst));
        dossier.Epd.Has(Some.Practitioner(), Some.Patient("p3", "999900043", Some.Ref("#in")).With(p => p["contained"] = new JsonArray(Some.Practitioner("in"))), Some.Encounter("e3", "p3"));
        dossier.Epd.On(a => a.Type == "Encounter" && a["patient"] is null, ScriptedAnswer.Bundle(
            Some.Encounter(), Some.Encounter("e3", "p3"), Some.Encounter("e9", "p9"),
            Some.Patient("p9", "999900031", Some.Ref("Practitioner/gp9")), Some.Patient(), dossier.Epd.Resource("Patient/p3")));

        var list = await dossier.ReadListAsync();

        Assert.Equal(["p1", "p3"], list.Admitted.Select(r => r.PatientId).Order(StringComparer.Ordinal));
        Assert.False(list.IsIncomplete);
        var record = Assert.Single(dossier.Records);
        Assert.DoesNotContain(record.Resources, r => r.Contains('9', StringComparison.Ordinal));
        Assert.DoesNotContain(record.Patients, p => p.EpdId == "p9");
        Assert.DoesNotContain(dossier.Epd.Asked, a => a["patient"]?.Contains("p9", StringComparison.Ordinal) == true);
        Assert.Contains("GET Encounter?class=IMP,ACUTE,NONAC&date=ge2026-02-24&_include=Encounter:subject&_count=200", dossier.Epd.Lines);
    }

    [Fact]
    public async Task R4_AfterAdmittedFirst_AStrangersResourceIsAnIncidentAgain()
    {
        await using var dossier = await StartAsync(nameof(PatientSearch.AdmittedFirst));
        dossier.Epd.Has(Some.Practitioner(), Some.Patient());
        dossier.Epd.On("Encounter", ScriptedAnswer.Bundle(Some.Encounter(), Some.Encounter("e9", "p9"), Some.Patient()));

        var list = await dossier.ReadListAsync();

        Assert.True(list.IsIncomplete);
        Assert.Contains("Encounter/e9", dossier.Records[^1].Resources);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Patient")]
    public async Task R10_PatientNotUnderstood_StandsOnNoListWhichSaysSo(string? way)
    {
        await using var dossier = await StartAsync(way is null ? nameof(PatientSearch.Plain) : nameof(PatientSearch.Identifier));
        dossier.Epd.Has(Some.Practitioner(), Some.Patient(), Some.Patient("p2", "999900031", Some.Known(Some.Agb)).With(p => p["modifierExtension"] = Some.UnknownModifier), Some.Encounter("e2", "p2"));
        dossier.Epd.On(a => a["general-practitioner:identifier"] is not null, ScriptedAnswer.Bundle(dossier.Epd.Resource("Patient/p2")));

        var list = await dossier.ReadListAsync();

        Assert.DoesNotContain(list.Admitted, r => r.PatientId == "p2");
        Assert.True(list.IsIncomplete);
        Assert.DoesNotContain(dossier.Records[0].Patients, p => p.EpdId == "p2");
    }

    [Fact]
    public async Task Row_RecordNoLongerInUse_IsShownWithAMark()
    {
        await using var dossier = await StartAsync(nameof(PatientSearch.Plain));
        dossier.Epd.Has(Some.Practitioner(), Some.Patient().With(p => p["active"] = false));

        Assert.True(Assert.Single((await dossier.ReadListAsync()).Admitted).IsInactive);
        var reading = dossier.Reader.Start(await dossier.GrantAsync(), default);
        Assert.True((await dossier.Reader.OpenAsync(reading)).IsInactive);
    }

    [Theory]
    [InlineData("Practitioner:identifier PractitionerRole:practitioner Patient:general-practitioner", PatientSearch.Plain)]
    [InlineData("Practitioner:identifier Patient:general-practitioner", PatientSearch.Plain)]
    [InlineData("Practitioner:identifier PractitionerRole:active Patient:general-practitioner", PatientSearch.Chain)]
    [InlineData("Practitioner:name PractitionerRole:practitioner Patient:general-practitioner", PatientSearch.Chain)]
    [InlineData("Patient:identifier Encounter:class Encounter:date", PatientSearch.AdmittedFirst)]
    [InlineData("Patient:identifier Encounter:status", PatientSearch.Plain)]
    [InlineData("Practitioner:identifier", PatientSearch.Plain)]
    [InlineData("", PatientSearch.Plain)]
    public async Task Auto_ByTheCapabilityStatement_AndPlainWhenItFails(string names, PatientSearch way)
    {
        await using var dossier = await StartAsync(nameof(PatientSearch.Auto));
        var capabilities = dossier.Get<EpdCapabilities>();
        dossier.Epd.On("metadata", ScriptedAnswer.Json(Statement(names)));

        Assert.Equal(PatientSearch.Plain, capabilities.PatientSearch);
        await capabilities.RefreshAsync(default);
        Assert.Equal(way, capabilities.PatientSearch);

        dossier.Epd.On("metadata", ScriptedAnswer.Text("<html>"));
        await capabilities.RefreshAsync(default);
        Assert.Equal(PatientSearch.Plain, capabilities.PatientSearch);
    }

    [Fact]
    public async Task Capabilities_AtStartAndEveryQuarterOfAnHour_AreReadInTheBackground()
    {
        await using var dossier = await StartAsync(nameof(PatientSearch.Auto));
        dossier.Epd.On("metadata", ScriptedAnswer.Json(Statement("Patient:identifier Encounter:class Encounter:date")));
        var capabilities = dossier.Get<EpdCapabilities>();

        await capabilities.StartAsync(default);
        dossier.Clock.Advance(TimeSpan.Zero);
        await dossier.Epd.UntilAskedAsync("metadata");
        dossier.Clock.Advance(TimeSpan.FromMinutes(15));
        await Again(dossier);
    }

    /// <summary>The second question comes on another thread than the clock's.</summary>
    private static async Task Again(TestDossier dossier)
    {
        while (dossier.Epd.Asked.Count(a => a.Type == "metadata") < 2)
        {
            await Task.Yield();
        }
    }

    private static async Task<TestDossier> StartAsync(string way)
    {
        var dossier = await TestDossier.StartAsync(o => o.PatientSearch = way);
        dossier.Epd.Has(Some.Encounter());
        return dossier;
    }

    private static JsonObject Statement(string names) => new()
    {
        ["resourceType"] = "CapabilityStatement",
        ["status"] = "active",
        ["fhirVersion"] = "4.0.1",
        ["rest"] = new JsonArray(new JsonObject
        {
            ["mode"] = "server",
            ["resource"] = new JsonArray([.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).GroupBy(n => n.Split(':')[0]).Select(type => new JsonObject
            {
                ["type"] = type.Key,
                ["searchParam"] = new JsonArray([.. type.Select(n => new JsonObject { ["name"] = n.Split(':')[1] })]),
            })]),
        }),
    };
}
