using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

public sealed class RemarkTests
{
    [Theory]
    [InlineData("""{"text":"let op"}""", null)]
    [InlineData("""{"text":"let op","authorString":"Dr. A"}""", "Dr. A")]
    [InlineData("""{"text":"let op","time":"2026-03-08T09:30:00Z"}""", "08-03-2026 10:30")]
    [InlineData("""{"text":"let op","time":"2026-03","authorReference":{"display":"Dr. B"}}""", "Dr. B, 03-2026")]
    [InlineData("""{"text":"let op","authorReference":{"reference":"Practitioner/x"}}""", null)]
    [InlineData("""{"text":"let op","time":"gisteren","authorString":7}""", null)]
    public void Of_Remark_KeepsItsTextAndTellsWhoAndWhenWhereWritten(string note, string? signature)
    {
        var condition = Some.Condition().With(c => c["note"] = new JsonArray(JsonNode.Parse(note))).As<Condition>();

        var read = Assert.Single(Assert.Single(ClinicalReader.Diagnoses([condition])).Notes);

        Assert.Equal(("let op", signature), (read.Text, read.Signature));
    }

    [Fact]
    public void R10_NotUnderstood_TellsNoRemarks()
    {
        var condition = Some.Condition().With(c => { c["note"] = JsonNode.Parse("""[{"text":"geheim"}]"""); c["modifierExtension"] = Some.UnknownModifier; }).As<Condition>();

        Assert.Empty(Assert.Single(ClinicalReader.Diagnoses([condition])).Notes);
    }
}
