using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class ConditionTests
{
    [Fact]
    public void Read_Problem_GivesWhatIsShown()
    {
        var condition = FhirText.Read<Condition>("""
            {"resourceType":"Condition","clinicalStatus":{"coding":[{"code":"active"}]},"verificationStatus":{"coding":[{"code":"refuted"},{"code":"410516002"}]},
             "category":[{"coding":[{"system":"http://snomed.info/sct","code":"282291009"}]}],"code":{"text":"Astma"},
             "bodySite":[{"text":"Long","extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-AnatomicalLocation.Laterality","valueCodeableConcept":{"text":"Rechts"}}]}],
             "subject":{"reference":"Patient/p1"},"onsetDateTime":"2012","abatementString":"als kind","recordedDate":"2013-04","recorder":{"display":"A"},
             "asserter":{"display":"B"},"note":[{"text":"eerste","time":"2013"},{"authorString":"x"},{"text":"tweede"}]}
            """);

        Assert.Equal("active", condition.ClinicalStatus?.Codings[0].Code);
        Assert.Equal("refuted", condition.VerificationStatus?.Codings[0].Code);
        Assert.True(Assert.Single(condition.Categories).Has("http://snomed.info/sct", "282291009"));
        Assert.Equal("Astma", condition.Code?.Show);
        Assert.Equal("Rechts", Assert.Single(condition.BodySites).Laterality?.Show);
        Assert.Equal("2012", condition.Onset?.DateTime?.Text);
        Assert.Equal("als kind", condition.Abatement?.Text);
        Assert.Equal("2013-04", condition.RecordedDate?.Text);
        Assert.Equal(("A", "B"), (condition.Recorder?.Display, condition.Asserter?.Display));
        Assert.Equal(["eerste", "tweede"], condition.Notes.Select(n => n.Text));
    }

    [Fact]
    public void R11_AgeAtOnset_KeepsItsDigitsAndComparator()
    {
        var condition = FhirText.Read<Condition>("""
            {"resourceType":"Condition","onsetAge":{"value":1.50,"comparator":"<","unit":"jaar","system":"http://unitsofmeasure.org","code":"a"},
             "abatementRange":{"low":{"value":2E+1},"high":{"value":-0.0}}}
            """);

        Assert.Equal(new Quantity("1.50", "<", "jaar", "http://unitsofmeasure.org", "a"), condition.Onset?.Age);
        Assert.Equal(("2E+1", "-0.0"), (condition.Abatement?.Range?.Low?.Value, condition.Abatement?.Range?.High?.Value));
    }

    [Theory]
    [InlineData("""{"value":"1.5"}""", null)]
    [InlineData("""{"value":100000000000000000000.10}""", "100000000000000000000.10")]
    public void R11_QuantityThatCannotBeReadWhole_HasNoValue(string age, string? value) =>
        Assert.Equal(value, FhirText.Read<Condition>($$"""{"resourceType":"Condition","onsetAge":{{age}}}""").Onset?.Age?.Value);

    [Fact]
    public void R10_ComparatorThatCannotBeRead_DropsTheValueAndIsNotUnderstood()
    {
        var condition = FhirText.Read<Condition>("""{"resourceType":"Condition","onsetAge":{"value":1.5,"comparator":7}}""");

        Assert.Equal("comparator is malformed", condition.NotUnderstood);
        Assert.Null(condition.Onset);
    }

    [Theory]
    [InlineData("\"onsetPeriod\":{\"start\":\"2020\"}", "2020")]
    [InlineData("\"onsetElsewhere\":{\"start\":\"2020\"}", null)]
    [InlineData("\"onset\":\"2020\"", null)]
    public void Read_OtherOnset_IsReadOrPassedOver(string part, string? start) =>
        Assert.Equal(start, FhirText.Read<Condition>($$"""{"resourceType":"Condition",{{part}}}""").Onset?.Period?.Start?.Text);

    [Fact]
    public void Read_AbatementBoolean_IsAFlag() =>
        Assert.True(FhirText.Read<Condition>("""{"resourceType":"Condition","abatementBoolean":true}""").Abatement?.Flag);
}
