using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>R11: values, ranges and units as the source wrote them.</summary>
public sealed class ValueTextTests
{
    [Theory]
    [InlineData("""{"value":1.50,"unit":"ng/L"}""", "1.50 ng/L")]
    [InlineData("""{"value":14,"comparator":"<","unit":"ng/L"}""", "< 14 ng/L")]
    [InlineData("""{"value":14,"comparator":">=","unit":"ng/L"}""", "≥ 14 ng/L")]
    [InlineData("""{"value":14,"comparator":"ad","unit":"ng/L"}""", "ad 14 ng/L")]
    [InlineData("""{"value":0.0,"code":"mmol/L"}""", "0.0 mmol/L")]
    [InlineData("""{"value":109}""", "109 (zonder eenheid)")]
    [InlineData("""{"value":6.8,"code":"1","system":"http://unitsofmeasure.org"}""", "6.8")]
    [InlineData("""{"value":1E+2,"unit":"x"}""", "1E+2 x")]
    public void R11_Quantity_IsShownAsWritten(string quantity, string text) =>
        Assert.Equal(text, Line("valueQuantity", quantity).Value?.Text);

    [Theory]
    [InlineData("valueString", "\"GEANNULEERD\"", "GEANNULEERD")]
    [InlineData("valueBoolean", "true", "ja")]
    [InlineData("valueBoolean", "false", "nee")]
    [InlineData("valueInteger", "7", "7")]
    [InlineData("valueTime", "\"09:30:00\"", "09:30:00")]
    [InlineData("valueDateTime", "\"2026-03\"", "03-2026")]
    [InlineData("valueDateTime", "\"2026-03-08T22:30:00Z\"", "08-03-2026 23:30")]
    [InlineData("valuePeriod", """{"start":"2026-03-01","end":"2026-03-02"}""", "01-03-2026 – 02-03-2026")]
    [InlineData("valuePeriod", """{"start":"2026-03-01"}""", "vanaf 01-03-2026")]
    [InlineData("valueRange", """{"low":{"value":1.0,"unit":"mm"},"high":{"value":2.0,"unit":"mm"}}""", "1.0 – 2.0 mm")]
    [InlineData("valueRange", """{"low":{"value":1,"unit":"mm"},"high":{"value":2,"unit":"cm"}}""", "1 mm – 2 cm")]
    [InlineData("valueRatio", """{"numerator":{"value":1},"denominator":{"value":64}}""", "1 : 64")]
    [InlineData("valueRatio", """{"numerator":{"value":5,"unit":"mg"},"denominator":{"value":1,"unit":"mL"}}""", "5 mg : 1 mL")]
    [InlineData("valueCodeableConcept", """{"coding":[{"system":"s","code":"260385009","display":"Negatief"}]}""", "Negatief")]
    public void R11_OtherKinds_AreShownAsWritten(string name, string value, string text) =>
        Assert.Equal(text, Line(name, value).Value?.Text);

    [Theory]
    [InlineData("""{"low":{"value":97},"high":{"value":107}}""", "97 – 107", null)]
    [InlineData("""{"low":{"value":3.50,"unit":"mmol/L"},"high":{"value":5.0,"unit":"mmol/L"}}""", "3.50 – 5.0 mmol/L", null)]
    [InlineData("""{"low":{"value":60,"unit":"mL/min"}}""", "≥ 60 mL/min", null)]
    [InlineData("""{"high":{"value":5,"unit":"mg/L"}}""", "≤ 5 mg/L", null)]
    [InlineData("""{"high":{"value":5,"comparator":"<","unit":"mg/L"}}""", "< 5 mg/L", null)]
    [InlineData("""{"text":"negatief"}""", "negatief", null)]
    [InlineData("""{"high":{"value":5},"text":"nuchter"}""", "≤ 5 (nuchter)", null)]
    [InlineData("""{"low":{"value":7.5},"appliesTo":[{"text":"vrouw"}],"age":{"low":{"value":18,"unit":"jaar"}}}""", "≥ 7.5", "vrouw, leeftijd ≥ 18 jaar")]
    [InlineData("""{"low":{"value":7.5},"type":{"coding":[{"code":"therapeutic","display":"Therapeutisch"}]}}""", "≥ 7.5", "Therapeutisch")]
    [InlineData("""{"low":{"value":7.5},"type":{"coding":[{"code":"normal","display":"Normal Range"}]}}""", "≥ 7.5", null)]
    public void R11_ReferenceRange_IsShownAsWritten(string range, string text, string? whom) =>
        Assert.Equal((text, whom), Range(range) is var shown ? (shown.Text, shown.For) : default);

    [Theory]
    [InlineData("""{"low":{"value":3.50,"unit":"mmol/L"},"high":{"value":5.0,"unit":"mmol/L"}}""", "3.50", "5.0", "mmol/L")]
    [InlineData("""{"low":{"value":60}}""", "60", null, null)]
    public void R11_RangeOfPlainNumbers_HasLimits(string range, string? low, string? high, string? unit) =>
        Assert.Equal(new RangeLimits(low, high, unit), Range(range).Limits);

    [Theory]
    [InlineData("""{"low":{"value":3.5,"unit":"mmol/L"},"high":{"value":5,"unit":"mg/L"}}""")]
    [InlineData("""{"high":{"value":5,"comparator":"<","unit":"mg/L"}}""")]
    [InlineData("""{"high":{"value":5},"text":"nuchter"}""")]
    [InlineData("""{"text":"negatief"}""")]
    public void R11_RangeThatIsMoreThanNumbers_HasNoLimits(string range) => Assert.Null(Range(range).Limits);

    [Fact]
    public void R11_TwoRanges_BothStand() =>
        Assert.Equal(2, SomeResult.Only(SomeResult.Observation().With(o => o["referenceRange"] = JsonNode.Parse("""[{"text":"a"},{},{"text":"b"}]"""))).Ranges.Count);

    private static TestResult Line(string name, string value) =>
        SomeResult.Only(SomeResult.Observation(value: null).With(o => o[name] = JsonNode.Parse(value)));

    private static ResultRange Range(string range) =>
        Assert.Single(SomeResult.Only(SomeResult.Observation().With(o => o["referenceRange"] = new JsonArray(JsonNode.Parse(range)))).Ranges);
}
