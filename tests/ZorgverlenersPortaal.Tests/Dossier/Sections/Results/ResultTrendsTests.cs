using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>R11: a series is what was written, of the same code and unit, and nothing more.</summary>
public sealed class ResultTrendsTests
{
    [Fact]
    public void R11_EarlierValues_AreOfTheSameCodeAndUnitNewestFirst()
    {
        var lines = Lines(
            SomeResult.Observation("a", value: "4.10", at: "2026-03-08"),
            SomeResult.Observation("b", value: "3.90", at: "2026-03-06").With(o => o["interpretation"] = new JsonArray(Some.Concept(SomeResult.Interpretation, "L"))),
            SomeResult.Observation("c", value: "4.0", at: "2026-03-07").With(o => o["status"] = "corrected"),
            SomeResult.Observation("other", "Natrium", "140", "2026-03-01"),
            SomeResult.Observation("unit", value: "410", at: "2026-03-01").With(o => o["valueQuantity"]!["unit"] = "mg/L"));

        Assert.Equal(["4.0 mmol/L", "3.90 mmol/L"], lines["a"].Earlier.Select(p => p.Value.Text));
        Assert.Equal([("Observation/b", "06-03-2026", "L")], lines["c"].Earlier.Select(p => (p.Source, p.At.Date, p.Flags[0].Code!)));
        Assert.Equal(ResultState.Corrected, lines["a"].Earlier[0].Status.State);
        Assert.All(["b", "other", "unit"], id => Assert.Empty(lines[id].Earlier));
        Assert.Equal(["mg/L"], lines["a"].OtherUnits);
        Assert.Equal(["mmol/L"], lines["unit"].OtherUnits);
        Assert.Empty(lines["other"].OtherUnits);
    }

    [Fact]
    public void R10_WhatIsNoFact_IsInNoSeries()
    {
        var lines = Lines(
            SomeResult.Observation("a", at: "2026-03-08"),
            SomeResult.Observation("wrong", at: "2026-03-07").With(o => o["status"] = "entered-in-error"),
            SomeResult.Observation("cancelled", at: "2026-03-06").With(o => o["status"] = "cancelled"),
            SomeResult.Observation("strange", at: "2026-03-05").With(o => o["modifierExtension"] = Some.UnknownModifier),
            SomeResult.Observation("undated").With(o => o.Remove("effectiveDateTime")),
            SomeResult.Observation("same", at: "2026-03-08"));

        Assert.Empty(lines["a"].Earlier);
    }

    [Fact]
    public void Earlier_ByNameOnly_AsksForTheSameMaterialToo()
    {
        var lines = Lines(Named("a", "2026-03-08", "bloed"), Named("b", "2026-03-07", "urine"), Named("c", "2026-03-06", "bloed"));

        Assert.Equal(["Observation/c"], lines["a"].Earlier.Select(p => p.Source));

        static JsonObject Named(string id, string at, string material) => SomeResult.Observation(id, at: at).With(o =>
        {
            o["code"] = new JsonObject { ["text"] = "Glucose" };
            o["specimen"] = new JsonObject { ["display"] = material };
        });
    }

    [Fact]
    public void Earlier_OfALongSeries_AreTen()
    {
        var lines = Lines([.. Enumerable.Range(1, 28).Select(day => SomeResult.Observation($"o{day}", at: $"2026-02-{day:00}"))]);

        Assert.Equal(10, lines["o28"].Earlier.Count);
        Assert.Equal("27-02-2026", lines["o28"].Earlier[0].At.Date);
        Assert.Equal((true, false), (lines["o28"].HasEarlierLeftOut, lines["o11"].HasEarlierLeftOut));
    }

    private static Dictionary<string, TestResult> Lines(params JsonObject[] observations) =>
        SomeResult.Read(observations).SelectMany(s => s.Results).ToDictionary(r => r.Source.Split('/')[1], StringComparer.Ordinal);
}
