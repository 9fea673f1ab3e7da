using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class AllergyIntoleranceTests
{
    [Fact]
    public void Read_Allergy_GivesWhatIsShown()
    {
        var allergy = FhirText.Read<AllergyIntolerance>("""
            {"resourceType":"AllergyIntolerance","clinicalStatus":{"coding":[{"code":"active"}]},"verificationStatus":{"coding":[{"code":"confirmed"}]},
             "category":["medication","food"],"criticality":"high","code":{"text":"Penicilline"},"patient":{"reference":"Patient/p1"},
             "onsetString":"jeugd","recordedDate":"2020-01-02","lastOccurrence":"2021","note":[{"text":"let op"}],
             "reaction":[{"manifestation":[{"text":"Huiduitslag"}],"severity":"moderate","substance":{"text":"Amoxicilline"}},{"description":"zonder"}]}
            """);

        Assert.Equal(["medication", "food"], allergy.Categories);
        Assert.Equal("high", allergy.Criticality);
        Assert.Equal("Penicilline", allergy.Code?.Show);
        Assert.Equal("Patient/p1", allergy.Patient?.Reference);
        Assert.Equal("jeugd", allergy.Onset?.Text);
        Assert.Equal(("2020-01-02", "2021"), (allergy.RecordedDate?.Text, allergy.LastOccurrence?.Text));
        Assert.Equal(["let op"], allergy.Notes.Select(n => n.Text));
        Assert.Equal(2, allergy.Reactions.Count);
        Assert.Equal(("Huiduitslag", "moderate", "Amoxicilline"), (allergy.Reactions[0].Manifestations[0].Show, allergy.Reactions[0].Severity, allergy.Reactions[0].Substance?.Show));
        Assert.Empty(allergy.Reactions[1].Manifestations);
        Assert.Null(allergy.NotUnderstood);
    }

    [Fact]
    public void R10_EnteredInErrorWithoutClinicalStatus_AsNictizSendsIt_IsAnError()
    {
        var allergy = FhirText.Read<AllergyIntolerance>("""
            {"resourceType":"AllergyIntolerance","verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification","code":"entered-in-error"}]}}
            """);

        Assert.True(allergy.IsEnteredInError);
        Assert.Null(allergy.ClinicalStatus);
    }
}
