using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class ServerResourceTests
{
    [Fact]
    public void Read_OperationOutcome_GivesIssuesInWords()
    {
        var outcome = FhirText.Read<OperationOutcome>("""
            {"resourceType":"OperationOutcome","issue":[
              {"severity":"warning","code":"suppressed","details":{"text":"Mogelijk niet volledig","coding":[{"system":"urn:oid:1.2.840.114350","code":"4119"}]},"diagnostics":"x"},
              {"severity":"error","code":"processing","diagnostics":"stuk"},{"severity":"fatal","code":"timeout"}]}
            """);

        Assert.Equal(
            [("warning", "suppressed", "Mogelijk niet volledig"), ("error", "processing", "stuk"), ("fatal", "timeout", null)],
            outcome.Issues.Select(issue => (issue.Severity, issue.Code, issue.Text)));
        Assert.Equal("4119", Assert.Single(outcome.Issues[0].Details).Code);
    }

    [Fact]
    public void Read_CapabilityStatement_GivesTheServerSide()
    {
        var capabilities = FhirText.Read<CapabilityStatement>("""
            {"resourceType":"CapabilityStatement","fhirVersion":"4.0.1","rest":[
              {"resource":[{"type":"Flag"}],"mode":"client"},
              {"mode":"server","resource":[{"type":"Encounter","interaction":[{"code":"read"},{"code":"search-type"}],
                 "searchParam":[{"name":"class","type":"token"},{"name":"date","type":"date"}],"searchInclude":["Encounter:subject"]},{"type":"Patient"}]}]}
            """);

        Assert.Equal("4.0.1", capabilities.FhirVersion);
        var encounter = capabilities.Find("Encounter");
        Assert.Equal(["read", "search-type"], encounter?.Interactions);
        Assert.Equal(["class", "date"], encounter?.SearchParameters);
        Assert.Equal(["Encounter:subject"], encounter?.SearchIncludes);
        Assert.Empty(capabilities.Find("Patient")!.SearchParameters);
        Assert.Null(capabilities.Find("Flag"));
    }
}
