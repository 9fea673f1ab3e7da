using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class CodeableConceptTests
{
    [Theory]
    [InlineData("""{"text":"Beademing","coding":[{"display":"Artificial respiration (procedure)","code":"40617009"}]}""", "Beademing")]
    [InlineData("""{"coding":[{"code":"40617009"},{"code":"x","display":"Beademing"}]}""", "Beademing")]
    [InlineData("""{"coding":[{"system":"http://snomed.info/sct","code":"40617009"}]}""", "40617009")]
    [InlineData("""{"text":"2.16.840.1.113883.2.4","coding":[{"code":"51852-2","display":"2.16.840.1.113883.2.4.3"}]}""", "51852-2")]
    [InlineData("""{"text":"urn:oid:2.16.840.1.113883"}""", null)]
    [InlineData("""{"text":" 2.16.840.1.113883 "}""", null)]
    [InlineData("""{"text":"6.5.1"}""", "6.5.1")]
    [InlineData("""{"text":""}""", null)]
    [InlineData("{}", null)]
    public void Show_PrefersWordsAndHidesOids(string json, string? shown) => Assert.Equal(shown, Read(json).Show);

    [Fact]
    public void Has_ComparesSystemAndCodeExactly()
    {
        var concept = Read("""{"coding":[{"system":"http://loinc.org","code":"1-8"},{"system":"http://snomed.info/sct","code":"129125009"}]}""");

        Assert.True(concept.Has("http://snomed.info/sct", "129125009"));
        Assert.False(concept.Has("http://loinc.org", "129125009"));
        Assert.False(concept.Has("HTTP://snomed.info/sct", "129125009"));
    }

    [Fact]
    public void Read_NlCoreExtensions_AreGiven()
    {
        var concept = Read("""
            {"extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-Problem.FurtherSpecificationProblemName","valueString":"tweeling"},
                          {"valueCodeableConcept":{"text":"Links"},"url":"http://nictiz.nl/fhir/StructureDefinition/ext-AnatomicalLocation.Laterality"},
                          {"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}
            """);

        Assert.Equal("tweeling", concept.FurtherSpecification);
        Assert.Equal("Links", concept.Laterality?.Show);
        Assert.Equal("unknown", concept.AbsentReason);
        Assert.Null(concept.Show);
    }

    [Fact]
    public void Read_SameConceptManyTimes_IsNeverMixedUpWithAnother()
    {
        var codes = Enumerable.Range(0, 3000).Select(i => $$"""{"text":"t{{i % 7}}","coding":[{"system":"s{{i % 3}}","code":"c{{i % 5}}","display":"d{{i % 11}}"}]}""");

        var role = FhirText.Read<PractitionerRole>($$"""{"resourceType":"PractitionerRole","code":[{{string.Join(',', codes)}}]}""");

        Assert.Equal(3000, role.Codes.Count);
        Assert.All(role.Codes.Index(), one => Assert.Equal(
            ($"t{one.Index % 7}", new Coding($"s{one.Index % 3}", $"c{one.Index % 5}", $"d{one.Index % 11}")),
            (one.Item.Text, Assert.Single(one.Item.Codings))));
    }

    private static CodeableConcept Read(string concept) =>
        FhirText.Read<Condition>($$"""{"resourceType":"Condition","code":{{concept}}}""").Code!;
}
