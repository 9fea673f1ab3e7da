using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Fhir.Definitions;

namespace ZorgverlenersPortaal.Tests.Fhir;

/// <summary>R10: what is not understood is not guessed. One rule, so tested over all types at once.</summary>
public class UnderstandingTests
{
    /// <summary>Every type we have a class for, and one we have none for.</summary>
    public static TheoryData<string> Types => [.. ReadTypes.Resources.Select(type => type.Name), "Basic"];

    [Theory]
    [MemberData(nameof(Types))]
    public void R10_UnknownModifierExtension_IsNotUnderstood(string type)
    {
        var resource = Read(type, """ "modifierExtension":[{"valueBoolean":true,"url":"http://example.org/not"}] """);

        Assert.Equal("unknown modifierExtension http://example.org/not", resource.NotUnderstood);
    }

    [Theory]
    [InlineData("urn:oid:2.16.840.1.113883.2.4", true)]
    [InlineData("http://example.org/999911120", false)]
    [InlineData("http://example.org/x?name=Jansen", false)]
    [InlineData("http://example.org/Jan Jansen", false)]
    [InlineData("http://example.org/\\u00e9", false)]
    public void R6_ReasonQuotesOnlyUrlsThatCannotHoldAPerson(string url, bool isQuoted)
    {
        var reason = Read("Encounter", $$""" "modifierExtension":[{"url":"{{url}}"}] """).NotUnderstood;

        Assert.Equal(isQuoted ? $"unknown modifierExtension {url}" : "unknown modifierExtension with an odd URL", reason);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void R10_ImplicitRules_IsNotUnderstood(string type) =>
        Assert.Equal("implicitRules", Read(type, """ "implicitRules":"http://example.org/rules" """).NotUnderstood);

    [Theory]
    [MemberData(nameof(Types))]
    public void R10_IdThatCouldLeadElsewhere_IsNotUnderstood(string type)
    {
        var resource = Read(type, """ "id":"../admin" """);

        Assert.Null(resource.Id);
        Assert.Equal("id is malformed", resource.NotUnderstood);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void R10_OrdinaryExtensions_ChangeNothing(string type) =>
        Assert.Null(Read(type, """ "id":"1","extension":[{"url":"http://example.org/more","valueString":"x"}],"language":"nl","_status":{"id":"x"} """).NotUnderstood);

    [Theory]
    [InlineData("Encounter", """ "modifierExtension":{} """)]
    [InlineData("Encounter", """ "modifierExtension":"x" """)]
    [InlineData("Encounter", """ "modifierExtension":[7] """)]
    [InlineData("Encounter", """ "modifierExtension":[{}] """)]
    [InlineData("Encounter", """ "modifierExtension":[{"url":7}] """)]
    [InlineData("Encounter", """ "participant":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    [InlineData("Encounter", """ "location":[{"location":{"reference":"Location/1","modifierExtension":[{"url":"urn:x"}]}}] """)]
    [InlineData("Encounter", """ "hospitalization":{"modifierExtension":[{"url":"urn:x"}]} """)]
    [InlineData("Encounter", """ "diagnosis":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    [InlineData("Condition", """ "code":{"coding":[{"modifierExtension":[{"url":"urn:x"}]}]} """)]
    [InlineData("Condition", """ "onsetAge":{"modifierExtension":[{"url":"urn:x"}]} """)]
    [InlineData("AllergyIntolerance", """ "reaction":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    [InlineData("Consent", """ "provision":{"modifierExtension":[{"url":"urn:x"}]} """)]
    [InlineData("Consent", """ "provision":{"actor":[{"modifierExtension":[{"url":"urn:x"}]}]} """)]
    [InlineData("DocumentReference", """ "content":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    [InlineData("DocumentReference", """ "context":{"modifierExtension":[{"url":"urn:x"}]} """)]
    [InlineData("Patient", """ "link":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    [InlineData("Patient", """ "name":[{"modifierExtension":[{"url":"urn:x"}]}] """)]
    public void R10_ModifierExtensionAnywhereWeRead_IsNotUnderstood(string type, string part) =>
        Assert.Contains("modifierExtension", Read(type, part).NotUnderstood, StringComparison.Ordinal);

    [Theory]
    [InlineData("Encounter", "status", "7")]
    [InlineData("Encounter", "status", "null")]
    [InlineData("Encounter", "status", "\" finished\"")]
    [InlineData("Encounter", "status", "\"\"")]
    [InlineData("Encounter", "class", "\"IMP\"")]
    [InlineData("Encounter", "subject", "\"Patient/1\"")]
    [InlineData("Encounter", "subject", """{"reference":7}""")]
    [InlineData("Encounter", "period", """{"end":"31-12-2024"}""")]
    [InlineData("Encounter", "period", """{"end":"2024-02-30"}""")]
    [InlineData("Encounter", "partOf", "[]")]
    [InlineData("Condition", "verificationStatus", "\"refuted\"")]
    [InlineData("Condition", "verificationStatus", """{"coding":{}}""")]
    [InlineData("Condition", "verificationStatus", """{"coding":[{"code":7}]}""")]
    [InlineData("Condition", "clinicalStatus", "[]")]
    [InlineData("Condition", "subject", "null")]
    [InlineData("AllergyIntolerance", "verificationStatus", """{"coding":[null]}""")]
    [InlineData("AllergyIntolerance", "clinicalStatus", "true")]
    [InlineData("AllergyIntolerance", "criticality", "[]")]
    [InlineData("AllergyIntolerance", "patient", "7")]
    [InlineData("Consent", "status", "[]")]
    [InlineData("Consent", "provision", "[]")]
    [InlineData("Consent", "provision", """{"type":["deny"]}""")]
    [InlineData("Consent", "provision", """{"code":{}}""")]
    [InlineData("Consent", "provision", """{"period":{"end":7}}""")]
    [InlineData("Consent", "patient", "[]")]
    [InlineData("DocumentReference", "status", "{}")]
    [InlineData("DocumentReference", "docStatus", "{}")]
    [InlineData("DocumentReference", "relatesTo", "{}")]
    [InlineData("DocumentReference", "securityLabel", """["V"]""")]
    [InlineData("Patient", "active", "\"false\"")]
    [InlineData("Patient", "deceasedBoolean", "1")]
    [InlineData("Patient", "deceasedDateTime", "\"gisteren\"")]
    [InlineData("Patient", "link", "{}")]
    [InlineData("Practitioner", "active", "null")]
    [InlineData("PractitionerRole", "period", """{"end":"2024-13"}""")]
    [InlineData("Organization", "active", "\"\"")]
    [InlineData("RelatedPerson", "patient", "7")]
    [InlineData("RelatedPerson", "period", """{"end":7}""")]
    [InlineData("EpisodeOfCare", "patient", "[]")]
    [InlineData("EpisodeOfCare", "period", """{"end":"gisteren"}""")]
    [InlineData("Flag", "code", "\"MRSA\"")]
    [InlineData("Flag", "subject", "null")]
    [InlineData("Flag", "period", "\"2024\"")]
    [InlineData("CareTeam", "subject", "\"\"")]
    [InlineData("CareTeam", "participant", "[7]")]
    [InlineData("CareTeam", "period", "[]")]
    public void R10_MalformedPartThatMatters_IsNotUnderstood(string type, string name, string value)
    {
        var resource = Read(type, $"\"id\":\"1\",\"{name}\":{value},\"language\":\"nl\"");

        Assert.Equal($"{name} is malformed", resource.NotUnderstood);
        Assert.Equal($"{type}/1", resource.Reference);
    }

    [Theory]
    [InlineData("Encounter", "\"status\":\"finished\",\"status\":\"planned\"", "status")]
    [InlineData("Patient", "\"active\":true,\"active\":false", "active")]
    [InlineData("Patient", "\"id\":\"1\",\"id\":\"2\"", "id")]
    [InlineData("Consent", """ "provision":{"type":"permit","type":"deny"} """, "provision")]
    [InlineData("Consent", """ "provision":{"type":"permit"},"provision":{} """, "provision")]
    public void R10_PartThatMattersGivenTwice_IsNotUnderstood(string type, string part, string name) =>
        Assert.Equal($"{name} is given twice", Read(type, part).NotUnderstood);

    [Theory]
    [InlineData("Condition", """ "code":7,"note":[{"text":7},{"text":"b"}],"onsetAge":"x","recordedDate":"gisteren" """)]
    [InlineData("Patient", """ "name":"Jansen","birthDate":"1-1-1950","address":[7],"telecom":null,"gender":{} """)]
    [InlineData("Encounter", """ "location":{},"reasonCode":[[]],"hospitalization":[] """)]
    [InlineData("DocumentReference", """ "content":[{"attachment":[]},7],"context":7,"date":"x" """)]
    [InlineData("AllergyIntolerance", """ "reaction":[{"severity":7}],"note":{} """)]
    public void Read_MalformedPartThatDoesNotMatter_ReadsAsAbsent(string type, string part)
    {
        var resource = Read(type, "\"id\":\"1\"," + part);

        Assert.Null(resource.NotUnderstood);
        Assert.Equal($"{type}/1", resource.Reference);
    }

    [Theory]
    [InlineData("Encounter", """ "status":"entered-in-error" """, true)]
    [InlineData("Encounter", """ "status":"finished" """, false)]
    [InlineData("Condition", """ "verificationStatus":{"coding":[{"code":"entered-in-error"}]} """, true)]
    [InlineData("Condition", """ "verificationStatus":{"coding":[{"code":"410605003"},{"code":"Entered-In-Error"}]} """, true)]
    [InlineData("Condition", """ "verificationStatus":{"text":"entered-in-error"} """, true)]
    [InlineData("Condition", """ "verificationStatus":{"coding":[{"code":"refuted"}]} """, false)]
    [InlineData("AllergyIntolerance", """ "verificationStatus":{"coding":[{"code":"entered-in-error"}]} """, true)]
    [InlineData("Consent", """ "status":"entered-in-error" """, true)]
    [InlineData("DocumentReference", """ "status":"entered-in-error" """, true)]
    [InlineData("DocumentReference", """ "status":"current","docStatus":"entered-in-error" """, true)]
    [InlineData("Observation", """ "status":"entered-in-error" """, true)]
    [InlineData("DiagnosticReport", """ "status":"entered-in-error" """, true)]
    [InlineData("Specimen", """ "status":"entered-in-error" """, true)]
    [InlineData("DetectedIssue", """ "verificationStatus":{"coding":[{"code":"entered-in-error"}]} """, true)]
    [InlineData("Patient", """ "active":false """, false)]
    public void R10_EnteredInError_IsToldPerType(string type, string part, bool isError) =>
        Assert.Equal(isError, Read(type, part).IsEnteredInError);

    private static Resource Read(string type, string part) =>
        FhirJson.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"resourceType":"{{type}}",{{part}}}"""));
}
