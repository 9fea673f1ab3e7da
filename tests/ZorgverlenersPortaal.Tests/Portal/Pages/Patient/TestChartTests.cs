using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Portal.Pages.Patient;
using ZorgverlenersPortaal.Tests.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

public sealed class TestChartTests
{
    [Fact]
    public void Of_FinalValues_AreOneLineFromOldToNew()
    {
        var chart = Chart(At("2026-03-01", "4.6"), At("2026-03-02", "5.0"), At("2026-03-11", "4.8"))!;

        Assert.Equal(["4,6 mmol/L, 01-03-2026", "5,0 mmol/L, 02-03-2026", "4,8 mmol/L, 11-03-2026"], chart.Points.Select(p => p.Words));
        Assert.Equal(2, chart.Lines.Count);
        Assert.Equal(9, (chart.Points[2].X - chart.Points[1].X) / (chart.Points[1].X - chart.Points[0].X), 6);
        Assert.Equal(["01-03-2026", "06-03-2026", "11-03-2026"], chart.Days.Select(d => d.Text));
        Assert.All(chart.Levels, level => Assert.Matches("^[0-9]+,[0-9]+$", level.Text));
    }

    [Theory]
    [InlineData("corrected")]
    [InlineData("amended")]
    [InlineData("preliminary")]
    [InlineData("unknown")]
    public void R11_Of_WhatIsNotFinal_IsOpenAndNoLineRunsToIt(string status)
    {
        var chart = Chart(At("2026-03-01", "4.6"), At("2026-03-02", "5.0").With(o => o["status"] = status), At("2026-03-03", "4.8"), At("2026-03-04", "4.7"))!;

        Assert.Equal([true, false, true, true], chart.Points.Select(p => p.IsFinal));
        Assert.Equal([(chart.Points[2], chart.Points[3])], chart.Lines);
        Assert.Contains(ChartNotes.Signs(chart), note => note.StartsWith("Met een open teken", StringComparison.Ordinal));
    }

    [Fact]
    public void R11_Of_Comparator_IsMarkedAndNoLineRunsToIt()
    {
        var chart = Chart(At("2026-03-01", "4.6"), At("2026-03-02", "0.3").With(o => o["valueQuantity"]!["comparator"] = "<"), At("2026-03-03", "4.8"))!;

        Assert.Equal([null, "<", null], chart.Points.Select(p => p.Sign));
        Assert.Empty(chart.Lines);
        Assert.Equal("< 0,3 mmol/L, 02-03-2026", chart.Points[1].Words);
    }

    [Theory]
    [InlineData("H", ChartShape.High)]
    [InlineData("HH", ChartShape.High)]
    [InlineData("L", ChartShape.Low)]
    [InlineData("A", ChartShape.Other)]
    [InlineData("N", ChartShape.Plain)]
    public void R11_Of_Mark_IsAShapeAndIsTheSources(string code, ChartShape shape)
    {
        var chart = Chart(At("2026-03-01", "4.6"), At("2026-03-02", "400").With(o => o["interpretation"] = new JsonArray(Some.Concept(SomeResult.Interpretation, code))))!;

        Assert.Equal([ChartShape.Plain, shape], chart.Points.Select(p => p.Shape));
    }

    [Fact]
    public void Of_OneRangeForAllValues_IsABand()
    {
        var chart = Chart(Ranged("2026-03-01", "4.6", "3.5", "5.0"), Ranged("2026-03-02", "4.8", "3.50", "5"))!;

        Assert.True(chart.Band is var (top, bottom) && top < bottom);
        Assert.StartsWith("Het gekleurde vlak is de referentie: 3,5", Assert.Single(chart.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.4", "5.0", "mmol/L", null)] // another range
    [InlineData("3.5", "5.0", "mg/dL", null)] // another unit than the values
    [InlineData("3.5", "5.0", "mmol/L", "vrouw")] // for someone
    [InlineData(null, null, null, null)] // none
    public void R11_Of_RangesThatAreNotOne_IsNoBand(string? low, string? high, string? unit, string? whom)
    {
        var other = low is null ? At("2026-03-02", "4.8") : Ranged("2026-03-02", "4.8", low, high!, unit!);
        if (whom is not null)
        {
            other["referenceRange"]![0]!["appliesTo"] = new JsonArray(new JsonObject { ["text"] = whom });
        }

        foreach (var chart in new[] { Chart(Ranged("2026-03-01", "4.6", "3.5", "5.0"), other)!, Chart(other.DeepClone().AsObject().With(o => o["effectiveDateTime"] = "2026-02-01"), Ranged("2026-03-01", "4.6", "3.5", "5.0"))! })
        {
            Assert.Null(chart.Band);
            Assert.Contains("Daarom staat er geen vlak", Assert.Single(chart.Notes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void R11_Of_DateWithoutADay_HasNoPlaceAndIsCounted()
    {
        var chart = Chart(At("2026-01", "4.6"), At("2026-03-02", "5.0"), At("2026-03-03", "4.8"))!;

        Assert.Equal(2, chart.Points.Count);
        Assert.StartsWith("1 waarde is niet getekend", Assert.Single(chart.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void R11_Of_OtherUnit_IsInNoLineAndSaid()
    {
        var test = Newest(At("2026-03-01", "410").With(o => o["valueQuantity"]!["unit"] = "mg/L"), At("2026-03-02", "5.0"), At("2026-03-03", "4.8"));

        Assert.Equal(2, TestChart.Of(test)!.Points.Count);
        Assert.Equal(["mg/L"], test.OtherUnits);
    }

    [Fact]
    public void R11_Of_OneValue_IsNoChart() => Assert.Null(Chart(At("2026-03-01", "4.6")));

    private static TestChart? Chart(params JsonObject[] observations) => TestChart.Of(Newest(observations));

    private static TestResult Newest(params JsonObject[] observations)
    {
        for (var at = 0; at < observations.Length; at++)
        {
            observations[at]["id"] = $"o{at}";
        }
        return SomeResult.Read(observations).SelectMany(s => s.Results).First();
    }

    private static JsonObject At(string day, string value) => SomeResult.Observation(value: value, at: day);

    private static JsonObject Ranged(string day, string value, string low, string high, string unit = "mmol/L") => At(day, value).With(o => o["referenceRange"] = new JsonArray(new JsonObject
    {
        ["low"] = new JsonObject { ["value"] = JsonNode.Parse(low), ["unit"] = unit },
        ["high"] = new JsonObject { ["value"] = JsonNode.Parse(high), ["unit"] = unit },
    }));
}
