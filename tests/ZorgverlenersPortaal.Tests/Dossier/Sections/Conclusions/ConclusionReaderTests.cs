using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Conclusions;
using ZorgverlenersPortaal.Dossier.Sections.Letters;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Conclusions;

public sealed class ConclusionReaderTests
{
    [Fact]
    public void Read_Report_GivesOnlyTheSectionsThatAreConclusionOrPolicy()
    {
        var item = Assert.Single(Read(Report()).Items);

        Assert.Equal([("Evaluatie", "Hoest door enalapril"), ("Beleid", "Stop enalapril")], item.Parts.Select(p => (p.Title, p.Text)));
        Assert.Equal(("Contact", "Dr. D", DocumentState.Final, "Composition/k1/1"), (item.Title, item.Author, item.State, item.Source));
    }

    [Fact]
    public void Read_SectionsInside_ComeWithTheirParent() => Assert.Equal(
        ["Buiten", "Binnen"],
        Assert.Single(Read(Report().With(r => r["section"] = new JsonArray(
            new JsonObject { ["title"] = "Omslag", ["section"] = new JsonArray(Section("129265001", "Buiten", "x").With(s => s["section"] = new JsonArray(Section("1", "Binnen", "y")))) }))).Items)
            .Parts.Select(p => p.Title));

    [Fact]
    public void Read_ReportWithoutConclusion_IsNone() =>
        Assert.Empty(Read(Report().With(r => r["section"] = new JsonArray(Section("255362007", "Subjectief", "x")))).Items);

    [Fact]
    public void Read_ReportOfAnotherType_IsNone() => Assert.Empty(Read(Report().With(r => r["type"] = Some.Concept(Some.Snomed, "1"))).Items);

    [Fact]
    public void R7_SectionThatPointsElsewhere_SaysThereIsMore()
    {
        var part = Assert.Single(Assert.Single(Read(Report().With(r => r["section"] = new JsonArray(
            new JsonObject { ["code"] = Some.Concept(Some.Snomed, "129271007"), ["entry"] = new JsonArray(Some.Ref("Observation/1")) }))).Items).Parts);

        Assert.Equal((null, true, false), (part.Text, part.HasMore, part.IsNotUnderstood));
    }

    [Fact]
    public void R10_UnsafeNarrative_IsNotShown()
    {
        var part = Read(Report().With(r => r["section"]![1]!["text"]!["div"] = "<div>x<script>y</script></div>")).Items[0].Parts[0];

        Assert.Equal((null, true), (part.Text, part.IsNotUnderstood));
    }

    [Theory]
    [InlineData("Patient/p2", true)]
    [InlineData("RelatedPerson/r1", true)]
    [InlineData("Patient/p1", false)]
    public void R4_SectionAboutSomeoneElse_IsNotShown(string focus, bool isHidden)
    {
        var part = Read(Report().With(r => r["section"]![1]!["focus"] = Some.Ref(focus))).Items[0].Parts[0];

        Assert.Equal((isHidden, isHidden), (part.IsNotUnderstood, part.Text is null));
    }

    [Fact]
    public void R10_NotUnderstood_TellsOnlyThatAndWhen()
    {
        var item = Assert.Single(Read(Report().With(r => r["modifierExtension"] = Some.UnknownModifier)).Items);

        Assert.Equal(("Verslag", "01-03-2026", 0, null, true), (item.Title, item.Date!.Date, item.Parts.Count, item.Author, item.IsNotUnderstood));
    }

    [Theory]
    [InlineData("R")]
    [InlineData("V")]
    public void R7_ConfidentialReport_IsWithheldAndCounted(string label)
    {
        var list = Read(Report().With(r => r["confidentiality"] = label), Report("k2").With(r => r["meta"] = new JsonObject { ["security"] = new JsonArray(new JsonObject { ["code"] = label }) }));

        Assert.Equal((0, 2), (list.Items.Count, list.Withheld));
    }

    [Fact]
    public void R10_ReplacedReport_StandsLastAndSaysSo()
    {
        var list = Read(
            Report(),
            Report("k2").With(r =>
            {
                r["date"] = "2026-02-01";
                r["relatesTo"] = new JsonArray(new JsonObject { ["code"] = "replaces", ["targetReference"] = Some.Ref("Composition/k1") });
            }));

        Assert.Equal([("Composition/k2/1", false), ("Composition/k1/1", true)], list.Items.Select(i => (i.Source, i.IsReplaced)));
    }

    [Fact]
    public void R10_EnteredInError_IsNotThere() => Assert.Empty(Read(Report().With(r => r["status"] = "entered-in-error")).Items);

    [Fact]
    public void Read_NoteAsDocument_IsOneThatOpens()
    {
        var item = Assert.Single(Read(
            Some.Document().With(d => d["type"] = Some.Concept("http://loinc.org", "11506-3", "Conclusie en beleid")),
            Some.Document("other")).Items);

        Assert.Equal(("Conclusie en beleid", "doc1", true), (item.Title, item.Letter!.Id, item.Letter.CanOpen));
    }

    private static JsonObject Report(string id = "k1") => new()
    {
        ["resourceType"] = "Composition",
        ["id"] = id,
        ["meta"] = new JsonObject { ["versionId"] = "1" },
        ["status"] = "final",
        ["type"] = Some.Concept(Some.Snomed, "11591000146107"),
        ["subject"] = Some.Ref("Patient/p1"),
        ["date"] = "2026-03-01",
        ["author"] = new JsonArray(new JsonObject { ["display"] = "Dr. D" }),
        ["title"] = "Contact",
        ["section"] = new JsonArray(
            Section("255362007", "Subjectief", "Hoest"), Section("129265001", "Evaluatie", "Hoest door <b>enalapril</b>"), Section("129271007", "Beleid", "Stop enalapril")),
    };

    private static JsonObject Section(string code, string title, string text) => new()
    {
        ["title"] = title,
        ["code"] = Some.Concept(Some.Snomed, code),
        ["text"] = new JsonObject { ["status"] = "generated", ["div"] = $"<div xmlns=\"http://www.w3.org/1999/xhtml\">{text}</div>" },
    };

    private static ConclusionList Read(params JsonObject[] resources) => new ConclusionReader(new Uri("http://epd.example/fhir/"), new(), new())
        .Read(new EpdAnswer { Resources = [.. resources.Select(r => r.As())], FetchedAt = new FakeClock().GetUtcNow() });
}
