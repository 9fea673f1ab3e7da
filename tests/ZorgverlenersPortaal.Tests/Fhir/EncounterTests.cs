using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class EncounterTests
{
    [Fact]
    public void Read_Admission_GivesWhatIsShown()
    {
        var encounter = FhirText.Read<Encounter>("""
            {"resourceType":"Encounter","id":"e1","identifier":[{"system":"urn:oid:1.2","value":"     Z6505"}],"status":"in-progress",
             "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP","display":"inpatient encounter"},
             "type":[{"text":"Klinische opname"}],"serviceType":{"text":"Cardiologie"},"subject":{"reference":"Patient/p1"},
             "participant":[{"type":[{"coding":[{"code":"ATND"}]}],"individual":{"reference":"PractitionerRole/d1"},"period":{"start":"2024-03-01"}}],
             "period":{"start":"2024-03-01T10:00:00+01:00","_end":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"not-applicable"}]}},
             "reasonCode":[{"text":"Pijn op de borst"}],"diagnosis":[{"condition":{"reference":"Condition/c1"},"rank":1},{"condition":{"reference":"Procedure/x"}}],
             "hospitalization":{"admitSource":{"coding":[{"system":"http://snomed.info/sct","code":"264362003","display":"Thuis"}]},
                                "dischargeDisposition":{"coding":[{"system":"http://snomed.info/sct","code":"183676005","display":"Overleden in ziekenhuis"}]}},
             "location":[{"location":{"reference":"Location/l1","display":"3 West"},"status":"active","period":{"start":"2024-03-01"}}],
             "serviceProvider":{"display":"Ziekenhuis"},"partOf":{"reference":"Encounter/e0"}}
            """);

        Assert.Equal("in-progress", encounter.Status);
        Assert.Equal("IMP", encounter.Class?.Code);
        Assert.Equal("Klinische opname", Assert.Single(encounter.Types).Show);
        Assert.Equal("Cardiologie", encounter.ServiceType?.Show);
        Assert.Equal("Patient/p1", encounter.Subject?.Reference);
        Assert.Equal("ATND", Assert.Single(Assert.Single(encounter.Participants).Types).Show);
        Assert.Equal("2024-03-01", Assert.Single(encounter.Participants).Period?.Start?.Text);
        Assert.Equal("2024-03-01T10:00:00+01:00", encounter.Period?.Start?.Text);
        Assert.Null(encounter.Period?.End);
        Assert.Equal("not-applicable", encounter.Period?.EndAbsentReason);
        Assert.Equal("Pijn op de borst", Assert.Single(encounter.ReasonCodes).Show);
        Assert.Equal(["Condition/c1", "Procedure/x"], encounter.Diagnoses.Select(diagnosis => diagnosis.Reference), StringComparer.Ordinal);
        Assert.Equal("Thuis", encounter.AdmitSource?.Show);
        Assert.True(encounter.DischargeDisposition?.Has("http://snomed.info/sct", "183676005"));
        Assert.Equal(("Location/l1", "active"), (encounter.Locations[0].Location?.Reference, encounter.Locations[0].Status));
        Assert.Equal("Ziekenhuis", encounter.ServiceProvider?.Display);
        Assert.Equal("Encounter/e0", encounter.PartOf?.Reference);
        Assert.Equal("     Z6505", Assert.Single(encounter.Identifiers).Value);
        Assert.Null(encounter.NotUnderstood);
    }

    [Fact]
    public void Read_AlmostNothing_IsStillRead()
    {
        var encounter = FhirText.Read<Encounter>("""{"resourceType":"Encounter"}""");

        Assert.Null(encounter.Id);
        Assert.Null(encounter.Subject);
        Assert.Empty(encounter.Locations);
        Assert.Null(encounter.NotUnderstood);
    }
}
