using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Fhir;

public class ObservationTests
{
    [Fact]
    public void Read_LabResult_GivesWhatIsShown()
    {
        var observation = FhirText.Read<Observation>("""
            {"resourceType":"Observation","status":"corrected","category":[{"coding":[{"system":"s","code":"laboratory"}]}],"code":{"text":"Kalium"},
             "subject":{"reference":"Patient/p1"},"basedOn":[{"reference":"ServiceRequest/r"}],"effectivePeriod":{"start":"2026-03-01","end":"2026-03-02"},
             "issued":"2026-03-02T10:00:00.5Z","performer":[{"display":"Lab"}],"valueQuantity":{"value":4.10,"unit":"mmol/L"},
             "interpretation":[{"coding":[{"code":"H"}]}],"note":[{"text":"hemolyse","time":"2026"}],"bodySite":{"text":"arm"},"method":{"text":"ISE"},
             "specimen":{"reference":"Specimen/s1"},"hasMember":[{"reference":"Observation/m"}],"derivedFrom":[{"reference":"Observation/d"}],
             "referenceRange":[{"low":{"value":3.5},"high":{"value":5.0},"type":{"text":"normaal"},"appliesTo":[{"text":"vrouw"}],"age":{"low":{"value":18}},"text":"3,5 - 5,0"}],
             "component":[{"code":{"text":"deel"},"valueString":"x","interpretation":[{"text":"L"}],"referenceRange":[{"text":"r"}]}]}
            """);

        Assert.Null(observation.NotUnderstood);
        Assert.Equal(("corrected", "Kalium", "Patient/p1"), (observation.Status, observation.Code?.Show, observation.PatientReference?.Reference));
        Assert.Equal(("2026-03-01", "2026-03-02"), (observation.Effective?.Period?.Start?.Text, observation.Effective?.Period?.End?.Text));
        Assert.Equal(("2026-03-02T10:00:00.5Z", "4.10"), (observation.Issued?.Text, observation.Value?.Quantity?.Value));
        Assert.Equal(("arm", "ISE", "Specimen/s1"), (observation.BodySite?.Show, observation.Method?.Show, observation.Specimen?.Reference));
        Assert.Equal(("ServiceRequest/r", "Lab", "hemolyse"), (observation.BasedOn[0].Reference, observation.Performers[0].Display, observation.Notes[0].Text));
        Assert.Equal(("Observation/m", "Observation/d"), (observation.HasMembers[0].Reference, observation.DerivedFrom[0].Reference));
        var range = Assert.Single(observation.ReferenceRanges);
        Assert.Equal(("3.5", "5.0", "3,5 - 5,0", "18"), (range.Low?.Value, range.High?.Value, range.Text, range.Age?.Low?.Value));
        Assert.Equal(("normaal", "vrouw"), (range.Type?.Show, range.AppliesTo[0].Show));
        var component = Assert.Single(observation.Components);
        Assert.Equal(("deel", "x", "L", "r"), (component.Code?.Show, component.Value?.Text, component.Interpretations[0].Show, component.ReferenceRanges[0].Text));
    }

    [Fact]
    public void Read_EveryKindOfValue_IsTold()
    {
        Assert.Equal("ja", Value("\"valueCodeableConcept\":{\"text\":\"ja\"}").Concept?.Show);
        Assert.Equal("tekst", Value("\"valueString\":\"tekst\"").Text);
        Assert.Equal("7", Value("\"valueInteger\":7").Text);
        Assert.Equal("09:30:00", Value("\"valueTime\":\"09:30:00\"").Text);
        Assert.False(Value("\"valueBoolean\":false").Flag);
        Assert.Equal("2026-03", Value("\"valueDateTime\":\"2026-03\"").DateTime?.Text);
        Assert.Equal("2026", Value("\"valuePeriod\":{\"start\":\"2026\"}").Period?.Start?.Text);
        Assert.Equal("1.0", Value("\"valueRange\":{\"low\":{\"value\":1.0}}").Range?.Low?.Value);
        Assert.Equal(("1", "64"), (Value("\"valueRatio\":{\"numerator\":{\"value\":1},\"denominator\":{\"value\":64}}").Ratio?.Numerator?.Value, Value("\"valueRatio\":{\"denominator\":{\"value\":64}}").Ratio?.Denominator?.Value));
        Assert.True(Value("\"valueSampledData\":{\"origin\":{\"value\":0},\"period\":10,\"dimensions\":1}").IsCurve);
        Assert.Equal("", Value("\"valueString\":\"\"").Text);
    }

    [Fact]
    public void Read_InstantAsEffective_IsRead() =>
        Assert.Equal("2026-03-01T10:00:00Z", FhirText.Read<Observation>("""{"resourceType":"Observation","effectiveInstant":"2026-03-01T10:00:00Z"}""").Effective?.DateTime?.Text);

    [Theory]
    [InlineData("\"valueString\":7", "valueString is malformed")]
    [InlineData("\"valueQuantity\":{\"value\":\"7\"}", "valueQuantity is malformed")]
    [InlineData("\"valueQuantity\":{\"value\":7,\"comparator\":1}", "valueQuantity is malformed")]
    [InlineData("\"valueElsewhere\":7", "valueElsewhere is malformed")]
    [InlineData("\"valueInteger\":7,\"valueString\":\"8\"", "valueString is given twice")]
    [InlineData("\"status\":7", "status is malformed")]
    [InlineData("\"focus\":7", "focus is malformed")]
    [InlineData("\"interpretation\":[7]", "interpretation is malformed")]
    [InlineData("\"referenceRange\":[{\"low\":{\"value\":\"x\"}}]", "referenceRange is malformed")]
    [InlineData("\"component\":[{\"valueInteger\":\"x\"}]", "component is malformed")]
    [InlineData("\"component\":[{\"modifierExtension\":[{\"url\":\"http://example.org/not\"}]}]", "unknown modifierExtension http://example.org/not")]
    [InlineData("\"referenceRange\":[{\"modifierExtension\":[{\"url\":\"http://example.org/not\"}]}]", "unknown modifierExtension http://example.org/not")]
    [InlineData("\"dataAbsentReason\":\"masked\"", "dataAbsentReason is malformed")]
    [InlineData("\"hasMember\":{}", "hasMember is malformed")]
    public void R10_WhatChangesTheMeaningIsDamaged_IsNotUnderstood(string part, string reason) =>
        Assert.Equal(reason, FhirText.Read<Observation>($$"""{"resourceType":"Observation",{{part}}}""").NotUnderstood);

    [Fact]
    public void Read_ValueWithOnlyAReason_TellsTheReason()
    {
        var observation = FhirText.Read<Observation>("""
            {"resourceType":"Observation","_valueString":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]},
             "dataAbsentReason":{"coding":[{"code":"unknown"}]}}
            """);

        Assert.Equal((null, "masked", "unknown"), (observation.Value, observation.ValueAbsentReason, observation.DataAbsentReason?.Codings[0].Code));
    }

    private static ObservationValue Value(string part) =>
        Assert.IsType<ObservationValue>(FhirText.Read<Observation>($$"""{"resourceType":"Observation",{{part}}}""").Value);
}
