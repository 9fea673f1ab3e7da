using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class DiagnosticReportTests
{
    [Fact]
    public void Read_Report_GivesWhatIsShown()
    {
        var report = FhirText.Read<DiagnosticReport>("""
            {"resourceType":"DiagnosticReport","status":"preliminary","_status":{"extension":[{"url":"x","valueString":"y"}]},"category":[{"text":"Beeld"}],"code":{"text":"X-thorax"},
             "subject":{"reference":"Patient/p1"},"basedOn":[{"reference":"ServiceRequest/r"}],"effectiveDateTime":"2026-03","issued":"2026-03-02T10:00:00Z","performer":[{"display":"R"}],
             "resultsInterpreter":[{"display":"I"}],"specimen":[{"reference":"Specimen/s"}],"result":[{"reference":"Observation/o"}],"imagingStudy":[{"reference":"ImagingStudy/i"}],
             "conclusion":"<div>regel 1\nregel 2</div>","conclusionCode":[{"text":"pneumonie"}],"presentedForm":[{"contentType":"application/pdf","url":"Binary/b"}]}
            """);

        Assert.Null(report.NotUnderstood);
        Assert.Equal(("preliminary", "X-thorax", "2026-03", "2026-03-02T10:00:00Z"), (report.Status, report.Code?.Show, report.Effective?.DateTime?.Text, report.Issued?.Text));
        Assert.Equal(("Beeld", "R", "I", "Specimen/s"), (report.Categories[0].Show, report.Performers[0].Display, report.ResultsInterpreters[0].Display, report.Specimens[0].Reference));
        Assert.Equal(("Observation/o", "ImagingStudy/i", "ServiceRequest/r"), (report.Results[0].Reference, report.ImagingStudies[0].Reference, report.BasedOn[0].Reference));
        Assert.Equal(("<div>regel 1\nregel 2</div>", "pneumonie", "Binary/b"), (report.Conclusion, report.ConclusionCodes[0].Show, report.PresentedForms[0].Url));
        Assert.Equal("Patient/p1", report.PatientReference?.Reference);
    }

    [Theory]
    [InlineData("\"conclusion\":7", "conclusion is malformed")]
    [InlineData("\"conclusion\":\"a\",\"conclusion\":\"b\"", "conclusion is given twice")]
    [InlineData("\"conclusion\":\"\"", null)]
    [InlineData("\"status\":[]", "status is malformed")]
    [InlineData("\"result\":[7]", "result is malformed")]
    [InlineData("\"media\":[{\"modifierExtension\":[{\"url\":\"http://example.org/not\"}]}]", null)]
    public void R10_DamagedReport_IsNotUnderstood(string part, string? reason) =>
        Assert.Equal(reason, FhirText.Read<DiagnosticReport>($$"""{"resourceType":"DiagnosticReport",{{part}}}""").NotUnderstood);

    [Fact]
    public void Read_Specimen_GivesWhatIsShown()
    {
        var specimen = FhirText.Read<Specimen>("""
            {"resourceType":"Specimen","status":"unsatisfactory","type":{"text":"Urine"},"subject":{"reference":"Patient/p1"},"receivedTime":"2026-03-02T11:00:00Z",
             "collection":{"collectedDateTime":"2026-03-02","method":{"text":"midstream"},"bodySite":{"text":"blaas"}},"note":[{"text":"te weinig"}]}
            """);

        Assert.Equal(("unsatisfactory", "Urine", "2026-03-02T11:00:00Z", "Patient/p1"), (specimen.Status, specimen.Type?.Show, specimen.ReceivedTime?.Text, specimen.PatientReference?.Reference));
        Assert.Equal(("2026-03-02", "midstream", "blaas", "te weinig"), (specimen.Collected?.DateTime?.Text, specimen.CollectionMethod?.Show, specimen.BodySite?.Show, specimen.Notes[0].Text));
    }
}
