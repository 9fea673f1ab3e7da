using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>R11: abnormal marks come from the source.</summary>
public sealed class FlagReaderTests
{
    [Theory]
    [InlineData("H", "↑", false)]
    [InlineData("L", "↓", false)]
    [InlineData("HH", "↑↑", true)]
    [InlineData("LL", "↓↓", true)]
    [InlineData("A", "!", false)]
    [InlineData("AA", "!!", true)]
    [InlineData("N", "", false)]
    public void R11_Hl7Mark_IsTold(string code, string symbol, bool isCritical)
    {
        var flag = Flag(Some.Concept(SomeResult.Interpretation, code));

        Assert.Equal((code, symbol, isCritical), (flag.Code, flag.Symbol, flag.IsCritical));
    }

    [Theory]
    [InlineData("281302008", "↑", "boven referentiebereik")]
    [InlineData("281300000", "↓", "onder referentiebereik")]
    [InlineData("30714006", "", "resistent (R)")]
    public void R11_SnomedMark_IsTold(string code, string symbol, string text)
    {
        var flag = Flag(Some.Concept(Some.Snomed, code));

        Assert.Equal((symbol, text), (flag.Symbol, flag.Text));
    }

    [Fact]
    public void R11_ArrowAndCriticalTogether_TheGravestStands()
    {
        var both = new JsonObject
        {
            ["coding"] = JsonNode.Parse($$"""[{"system":"{{Some.Snomed}}","code":"281302008"},{"system":"{{SomeResult.Interpretation}}","code":"HH"}]"""),
        };

        Assert.True(Flag(both).IsCritical);
    }

    [Theory]
    [InlineData("""{"text":"sterk afwijkend"}""", "sterk afwijkend")]
    [InlineData("""{"coding":[{"system":"http://hospital.example/marks","code":"H","display":"eigen merk"}]}""", "eigen merk")]
    [InlineData("""{"coding":[{"system":"1.2.3.4.5"}]}""", "onbekende markering")]
    public void R11_UnknownMark_KeepsItsWords(string concept, string text) =>
        Assert.Equal(new ResultFlag(null, text, "", false), Flag(JsonNode.Parse(concept)!.AsObject()));

    [Fact]
    public void R11_ValueOutOfItsRangeWithoutAMark_HasNone() =>
        Assert.Empty(SomeResult.Only(SomeResult.Observation(value: "99").With(o => o["referenceRange"] = JsonNode.Parse("""[{"high":{"value":5}}]"""))).Flags);

    private static ResultFlag Flag(JsonObject concept) =>
        Assert.Single(SomeResult.Only(SomeResult.Observation().With(o => o["interpretation"] = new JsonArray(concept))).Flags);
}
