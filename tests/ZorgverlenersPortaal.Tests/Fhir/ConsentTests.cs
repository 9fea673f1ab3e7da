using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class ConsentTests
{
    private const string OtherUrl = "http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther";

    [Fact]
    public void Read_TreatmentDirective_GivesDecisionAndLimits()
    {
        var consent = FhirText.Read<Consent>("""
            {"resourceType":"Consent","extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-Comment","valueString":"geldt tot aan ontslag"}],
             "status":"inactive","scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope","code":"treatment"}]},
             "category":[{"coding":[{"system":"http://snomed.info/sct","code":"129125009"}]}],"patient":{"reference":"Patient/p1"},"dateTime":"2012-09-11",
             "sourceReference":{"reference":"Consent/will"},"policy":[{"uri":"https://wetten.overheid.nl/"}],
             "provision":{"extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.ReasonForEnding","valueString":"hersteld"}],
               "type":"deny","period":{"end":"2012-10-15"},"code":[{"coding":[{"system":"http://snomed.info/sct","code":"305351004","display":"Opname op intensive care"}]}],
               "actor":[{"role":{"coding":[{"code":"CONSENTER"}]},"reference":{"reference":"RelatedPerson/r1","display":"Zoon"}}]}}
            """);

        Assert.Equal("inactive", consent.Status);
        Assert.True(consent.Scope?.Has("http://terminology.hl7.org/CodeSystem/consentscope", "treatment"));
        Assert.True(Assert.Single(consent.Categories).Has("http://snomed.info/sct", "129125009"));
        Assert.Equal("2012-09-11", consent.DateTime?.Text);
        Assert.Equal("Consent/will", consent.SourceReference?.Reference);
        Assert.Equal("geldt tot aan ontslag", consent.Comment);
        Assert.Equal("deny", consent.Provision?.Type);
        Assert.Equal("2012-10-15", consent.Provision?.Period?.End?.Text);
        Assert.Equal("Opname op intensive care", Assert.Single(consent.Provision!.Codes).Show);
        Assert.Equal(("CONSENTER", "Zoon"), (consent.Provision.Actors[0].Role?.Show, consent.Provision.Actors[0].Reference?.Display));
        Assert.Equal("hersteld", consent.Provision.ReasonForEnding);
        Assert.Null(consent.SpecificationOther);
        Assert.Null(consent.NotUnderstood);
    }

    [Theory]
    [InlineData("""[{"url":"URL","valueString":"alleen na overleg"}]""", "alleen na overleg")]
    [InlineData("""[{"valueString":"alleen na overleg","url":"URL"}]""", "alleen na overleg")]
    [InlineData("""[{"url":"URL","valueString":"een"},{"url":"URL","valueString":"twee"}]""", "een\ntwee")]
    public void R10_SpecificationOther_IsUnderstoodAndGiven(string modifiers, string text)
    {
        var consent = ReadWithModifiers(modifiers);

        Assert.Equal(text, consent.SpecificationOther);
        Assert.Null(consent.NotUnderstood);
    }

    [Theory]
    [InlineData("""[{"url":"URL"}]""")]
    [InlineData("""[{"url":"URL","valueString":7}]""")]
    [InlineData("""[{"url":"URL","valueString":"a"},{"url":"URL"}]""")]
    [InlineData("""[{"url":"URL","valueString":"a"},{"url":"urn:other"}]""")]
    [InlineData("""[{"url":"URLx","valueString":"a"}]""")]
    public void R10_SpecificationOtherThatCannotBeRead_IsNotUnderstood(string modifiers) =>
        Assert.NotNull(ReadWithModifiers(modifiers).NotUnderstood);

    [Fact]
    public void R10_SpecificationOtherOnAnotherType_IsNotUnderstood() =>
        Assert.Contains(OtherUrl, FhirText.Read<Condition>($$"""{"resourceType":"Condition","modifierExtension":[{"url":"{{OtherUrl}}","valueString":"x"}]}""").NotUnderstood, StringComparison.Ordinal);

    [Fact]
    public void Read_SpecificationOtherOnTheType_AsInDrafts_IsGiven() =>
        Assert.Equal("na overleg", FhirText.Read<Consent>($$$$"""{"resourceType":"Consent","provision":{"_type":{"extension":[{"url":"{{{{OtherUrl}}}}","valueString":"na overleg"}]}}}""").SpecificationOther);

    [Theory]
    [InlineData("provision")]
    [InlineData("action")]
    [InlineData("purpose")]
    [InlineData("securityLabel")]
    [InlineData("class")]
    [InlineData("dataPeriod")]
    [InlineData("data")]
    public void R10_ExceptionsOrConditions_AreNotUnderstood(string name) =>
        Assert.Contains("exceptions", FhirText.Read<Consent>($$$"""{"resourceType":"Consent","provision":{"type":"deny","{{{name}}}":[{"type":"permit"}]}}""").NotUnderstood, StringComparison.Ordinal);

    [Theory]
    [InlineData("7", true)]
    [InlineData("\"tot ontslag\"", false)]
    public void R10_CommentThatCannotBeRead_IsNotUnderstood(string value, bool isRefused)
    {
        var consent = FhirText.Read<Consent>($$"""
            {"resourceType":"Consent","extension":[{"url":"http://other"},{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-Comment","valueString":{{value}}}]}
            """);

        Assert.Equal(isRefused, consent.NotUnderstood is not null);
        Assert.Equal(isRefused, consent.Comment is null);
    }

    [Fact]
    public void Read_DateTimeWithOnlyAReason_GivesTheReason() =>
        Assert.Equal("unknown", FhirText.Read<Consent>("""{"resourceType":"Consent","_dateTime":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}}""").DateTimeAbsentReason);

    private static Consent ReadWithModifiers(string modifiers) =>
        FhirText.Read<Consent>("{\"resourceType\":\"Consent\",\"provision\":{\"type\":\"permit\"},\"modifierExtension\":"
            + modifiers.Replace("URL", OtherUrl, StringComparison.Ordinal) + "}");
}
