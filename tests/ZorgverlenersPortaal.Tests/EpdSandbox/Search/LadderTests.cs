using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Search;

/// <summary>The ways from a GP's AGB code to the patients who lie here (fhir.md §1.3).</summary>
public sealed class LadderTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private const string Agb = "http://fhir.nl/fhir/NamingSystem/agb-z|01056789";
    private const string Bsn = "http://fhir.nl/fhir/NamingSystem/bsn|";

    [Fact]
    public async Task PlainSearches_FromAgbToStays_FindWhatTheTruthSays()
    {
        var practitioner = Assert.Single(await FindAsync("Practitioner?identifier=" + Agb));
        var role = Assert.Single(await FindAsync("PractitionerRole?practitioner=" + practitioner));
        var patients = await FindAsync($"Patient?general-practitioner={role},{practitioner}&_count=200");
        var stays = RunningSandbox.Resources(
            await sandbox.GetAsync(
                $"Encounter?class=IMP&status=in-progress&patient={string.Join(',', patients)}&_count=200"));
        var found = stays
            .Where(stay => stay["partOf"] is null)
            .Select(stay => stay["subject"]!["reference"]!.GetValue<string>()["Patient/".Length..]);
        var admitted = (await sandbox.ControlAsync("patients?gp=01056789"))
            .Where(row => row!["state"]!.GetValue<string>() is "admitted")
            .Select(row => row!["id"]!.GetValue<string>())
            .ToList();
        // pat-00006 names the GP by AGB code only: no reference leads there.
        Assert.Equal(
            admitted.Where(id => id is not "pat-00006").Order(StringComparer.Ordinal),
            found.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Chain_OverRoleAndPractitioner_FindsTheSamePatients()
    {
        var role = Assert.Single(await FindAsync("PractitionerRole?practitioner=prac-gp-hoekstra"));
        Assert.Equal(
            await FindAsync("Patient?_count=200&general-practitioner=" + role),
            await FindAsync("Patient?_count=200&general-practitioner:PractitionerRole.practitioner.identifier=" + Agb),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task IdentifierModifier_ReferenceWithoutAddress_FindsThePatient() =>
        Assert.Contains(
            "pat-00006",
            await FindAsync("Patient?general-practitioner:identifier=" + Agb),
            StringComparer.Ordinal);

    [Fact]
    public async Task PatientIdentifier_OnAnyClinicalType_FindsThatPatientsOnly()
    {
        var bsn = (await sandbox.ControlAsync("patients")).Single(row =>
            row!["id"]!.GetValue<string>() is "pat-00002")!["bsn"]!.GetValue<string>();
        var byBsn = await FindAsync("Consent?_count=200&patient.identifier=" + Bsn + bsn);
        Assert.Equal(await FindAsync("Consent?_count=200&patient=pat-00002"), byBsn);
        Assert.Equal(5, byBsn.Count);
    }

    [Fact]
    public async Task Include_StaysWithTheirPatients_AddsEachPatientOnce()
    {
        var bundle = await sandbox.GetAsync(
            "Encounter?class=IMP&date=ge2026-11-08&_include=Encounter:subject&_count=200");
        var asked = RunningSandbox
            .Resources(bundle)
            .Select(stay => stay["subject"]?["reference"]?.GetValue<string>())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        var included = RunningSandbox
            .Resources(bundle, "include")
            .Select(patient => "Patient/" + RunningSandbox.Id(patient))
            .ToList();
        Assert.Equal(
            asked.Order(StringComparer.Ordinal),
            included.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Include_Iterated_GoesOnFromRoleToPractitioner()
    {
        var bundle = await sandbox.GetAsync(
            "Patient?_id=pat-00001&_include=Patient:general-practitioner&_include:iterate=PractitionerRole:practitioner");
        Assert.Equal(
            ["PractitionerRole", "Practitioner"],
            RunningSandbox
                .Resources(bundle, "include")
                .Select(resource => resource["resourceType"]!.GetValue<string>()),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task RevInclude_Panel_BringsTheReportsThatNameIt()
    {
        var bundle = await sandbox.GetAsync("Observation?_id=obs-00001-k&_revinclude=DiagnosticReport:result");
        Assert.Equal("rep-00001-m", RunningSandbox.Id(Assert.Single(RunningSandbox.Resources(bundle, "include"))));
    }

    [Theory]
    [InlineData("Patient?name=wiersma&_id=pat-00001", true)]
    [InlineData("Patient?name:exact=wiersma&_id=pat-00001", true)]
    [InlineData("Patient?name:exact=wiers&_id=pat-00001", false)]
    [InlineData("Patient?name=iersma&_id=pat-00001", false)]
    [InlineData("Patient?name:contains=iersma&_id=pat-00001", true)]
    [InlineData("Patient?birthdate=1979-09-26&_id=pat-00001", true)]
    [InlineData("Patient?birthdate=1979&_id=pat-00001", true)]
    [InlineData("Patient?active=true&gender=female&_id=pat-00001", true)]
    [InlineData("Patient?gender:not=female&_id=pat-00001", false)]
    [InlineData("DocumentReference?patient=pat-00001&contenttype=application/pdf&type=http://loinc.org|34878-9", true)]
    [InlineData("DocumentReference?patient=pat-00001&type=http://snomed.info/sct|34878-9", false)]
    [InlineData("Observation?patient=Patient/pat-00001&category=laboratory&code=2823-3", true)]
    [InlineData("Encounter?subject=Patient/pat-00001&location=loc-a2", true)]
    [InlineData("Encounter?subject=Group/pat-00001", false)]
    [InlineData("Encounter?_id=enc-00001&location:missing=true", false)]
    [InlineData("Condition?patient=pat-00001&_lastUpdated=ge2020", true)]
    [InlineData("Condition?patient=pat-00001&_lastUpdated=lt2020", false)]
    public async Task Search_OneParameter_FindsOrDoesNot(string query, bool found) =>
        Assert.Equal(found, (await FindAsync(query)).Count > 0);

    private async Task<List<string>> FindAsync(string query)
    {
        JsonObject bundle = await sandbox.GetAsync(query);
        return [.. RunningSandbox.Resources(bundle).Select(RunningSandbox.Id)];
    }
}
