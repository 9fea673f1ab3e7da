using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>fhir.md §1.11: groups by a table; what it does not name is "overig", never hidden.</summary>
public sealed class ResultGroupingTests
{
    [Theory]
    [InlineData("275711006", ResultGroup.ClinicalChemistry)]
    [InlineData("252275004", ResultGroup.ClinicalChemistry)]
    [InlineData("314076009", ResultGroup.ClinicalChemistry)]
    [InlineData("19851009", ResultGroup.Microbiology)]
    [InlineData("68793005", ResultGroup.Microbiology)]
    [InlineData("395124008", ResultGroup.Microbiology)]
    [InlineData("108257001", ResultGroup.Pathology)]
    [InlineData("363680008", ResultGroup.Radiology)]
    [InlineData("77477000", ResultGroup.Radiology)]
    [InlineData("450436003", ResultGroup.Nuclear)]
    [InlineData("71388002", ResultGroup.Other)]
    [InlineData("40701008", ResultGroup.Other)]
    public void Group_BySnomed_AsCategoryBesideLaboratoryOrAsCodeOfAReport(string code, ResultGroup group)
    {
        var asCode = SomeResult.Read(SomeResult.Report(code: code));
        var asCategory = SomeResult.Read(SomeResult.Observation().With(o =>
            o["category"] = new JsonArray(Some.Concept("http://hospital.example/kinds", "x"), Some.Concept(Some.Snomed, code))));

        Assert.Equal((group, group), (Assert.Single(asCode).Group, Assert.Single(asCategory).Group));
    }

    [Fact]
    public void Group_LaboratoryBesideMicrobiology_IsMicrobiology() =>
        Assert.Equal(ResultGroup.Microbiology, Assert.Single(SomeResult.Read(SomeResult.Observation().With(o =>
            o["category"] = new JsonArray(Some.Concept(SomeResult.Category, "laboratory"), Some.Concept(Some.Snomed, "19851009"))))).Group);

    [Fact]
    public void R4_7_UnknownCategory_IsOtherAndShown()
    {
        var shown = SomeResult.Read(SomeResult.Observation().With(o => o.Remove("category")), SomeResult.Report(code: "1").With(r => r.Remove("code")));

        var other = Assert.Single(shown);
        Assert.Equal((ResultGroup.Other, 1, 1), (other.Group, other.Reports.Count, other.Results.Count));
    }

    [Fact]
    public void Group_ReportWithoutKind_GoesWithItsResults() =>
        Assert.Equal(ResultGroup.ClinicalChemistry, Assert.Single(SomeResult.Read(
            SomeResult.Report(code: "1").With(r => r["result"] = SomeResult.Members("o1")), SomeResult.Observation())).Group);

    [Fact]
    public void Group_OwnTable_ReplacesTheDefault()
    {
        var options = new ResultsOptions { Radiology = { "http://hospital.example/kinds|RO" } };
        var report = SomeResult.Report().With(r => r["category"] = new JsonArray(Some.Concept("http://hospital.example/kinds", "RO"))).As<DiagnosticReport>();

        Assert.Equal(ResultGroup.Radiology, new ResultGrouping(options).Of(report.Categories, report.Code));
        Assert.Equal(ResultGroup.Other, new ResultGrouping(options).Of([], report.Code));
    }

    [Fact]
    public void Group_EveryOne_HasItsOwnHeading() =>
        Assert.Equal(6, Enum.GetValues<ResultGroup>().Select(g => g.Name()).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void R13_Faults_NameTheKey()
    {
        Assert.Empty(new ResultsOptions().Faults());
        Assert.Empty(new ResultsOptions { ObservationCategories = { "*" } }.Faults());
        Assert.StartsWith("Results:Nuclear ", Assert.Single(new ResultsOptions { Nuclear = { "371572003" } }.Faults()), StringComparison.Ordinal);
        Assert.StartsWith("Results:Nuclear ", Assert.Single(new ResultsOptions { Nuclear = { "*" } }.Faults()), StringComparison.Ordinal);
        Assert.StartsWith("Results:ObservationCategories ", Assert.Single(new ResultsOptions { ObservationCategories = { "*", "a|b" } }.Faults()), StringComparison.Ordinal);
        Assert.StartsWith("Results:NotResults ", Assert.Single(new ResultsOptions { NotResults = { "a|b,c|d" } }.Faults()), StringComparison.Ordinal);
        Assert.StartsWith("Results:Months ", Assert.Single(new ResultsOptions { Months = -1 }.Faults()), StringComparison.Ordinal);
        Assert.StartsWith("Results:MaximumShown ", Assert.Single(new ResultsOptions { MaximumShown = 0 }.Faults()), StringComparison.Ordinal);
        Assert.Equal(3, new ResultsOptions { Months = 9999, MaximumShown = 0, Pathology = { "" } }.Faults().Count());
    }
}
