using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>Microbiology: organism against antibiotic, as the laboratory says.</summary>
public sealed class GrowthTests
{
    [Fact]
    public void R11_GrowthWithSensitivities_IsATable()
    {
        var line = SomeResult.Only(
            Culture("Escherichia coli", "amx", "nit", "cip", "tel"),
            Antibiotic("amx", "Amoxicilline", "30714006").With(o => o["valueQuantity"] = JsonNode.Parse("""{"value":32,"comparator":">","unit":"mg/L"}""")),
            Antibiotic("nit", "Nitrofurantoïne", "131196009").With(o => o["valueCodeableConcept"] = new JsonObject { ["text"] = "S" }),
            Antibiotic("cip", "Ciprofloxacine", "11896004").With(o => o["status"] = "preliminary"),
            SomeResult.Observation("tel", "Telling", "100000"));

        Assert.Equal("Escherichia coli", line.Growth?.Organism);
        Assert.Equal(
            [("Amoxicilline", "R", "> 32 mg/L", "definitief"), ("Nitrofurantoïne", "S", null, "definitief"), ("Ciprofloxacine", "I", null, "voorlopig")],
            line.Growth!.Susceptibilities.Select(s => (s.Antibiotic, s.Category, s.Mic?.Text, s.Status.Text)));
        Assert.Equal("Telling", Assert.Single(line.Members).Name);
    }

    [Fact]
    public void Read_OrganismOnlyAsIsolate_IsNamedByIt()
    {
        var line = SomeResult.Only(
            Culture(null, "amx").With(o => o["specimen"] = Some.Ref("Specimen/urine")),
            Antibiotic("amx", "Amoxicilline", "30714006").With(o => o["specimen"] = Some.Ref("Specimen/isolate")),
            Specimen("urine", "Urine"), Specimen("isolate", "Klebsiella pneumoniae"));

        Assert.Equal(("Klebsiella pneumoniae", "Urine"), (line.Growth?.Organism, line.Specimen?.Name));
    }

    [Fact]
    public void Read_SensitivitiesAsComponents_AreATableToo()
    {
        var line = SomeResult.Only(Culture("E. coli").With(o => o["component"] = JsonNode.Parse("""
            [{"code":{"text":"Amoxicilline"},"valueString":"R"},{"code":{"text":"Ceftriaxon"},"valueQuantity":{"value":0.25,"comparator":"<=","unit":"mg/L"},"interpretation":[{"text":"S"}]}]
            """)));

        Assert.Equal([("Amoxicilline", "R", null), ("Ceftriaxon", "S", "≤ 0.25 mg/L")], line.Growth!.Susceptibilities.Select(s => (s.Antibiotic, s.Category, s.Mic?.Text)));
    }

    [Fact]
    public void R10_SensitivityThatContradictsItself_StaysALine()
    {
        var line = SomeResult.Only(
            Culture("E. coli", "amx"),
            Antibiotic("amx", "Amoxicilline", "131196009").With(o => o["valueString"] = "R"));

        Assert.Null(line.Growth);
        var shown = Assert.Single(line.Members);
        Assert.Equal(("R", "gevoelig (S)"), (shown.Value?.Text, Assert.Single(shown.Flags).Text));
    }

    [Fact]
    public void R10_SensitivityNotUnderstood_IsNotInTheTable()
    {
        var line = SomeResult.Only(Culture("E. coli", "amx"), Antibiotic("amx", "Amoxicilline", "131196009").With(o => o["modifierExtension"] = Some.UnknownModifier));

        Assert.Null(line.Growth);
        Assert.True(Assert.Single(line.Members).IsNotUnderstood);
    }

    [Fact]
    public void R11_MicWithoutCategory_GetsNone()
    {
        var line = SomeResult.Only(Culture("E. coli", "amx"), SomeResult.Observation("amx", "Amoxicilline", "32"));

        Assert.Null(line.Growth);
        Assert.Empty(Assert.Single(line.Members).Flags);
    }

    private static JsonObject Culture(string? organism, params string[] members) => SomeResult.Observation("culture", "Kweek", value: null).With(o =>
    {
        o["category"] = new JsonArray(Some.Concept(Some.Snomed, "19851009"));
        o["hasMember"] = SomeResult.Members(members);
        if (organism is not null)
        {
            o["valueCodeableConcept"] = new JsonObject { ["text"] = organism };
        }
    });

    private static JsonObject Antibiotic(string id, string name, string flag) =>
        SomeResult.Observation(id, name, value: null).With(o => o["interpretation"] = new JsonArray(Some.Concept(Some.Snomed, flag)));

    private static JsonObject Specimen(string id, string type) =>
        new() { ["resourceType"] = "Specimen", ["id"] = id, ["type"] = new JsonObject { ["text"] = type } };
}
