using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

public sealed class ReportReaderTests
{
    [Fact]
    public void Read_Report_TellsWhatTheSourceSays()
    {
        var report = SomeResult.OnlyReport(SomeResult.Report(conclusion: "<div>Adenoom &lt; 1 mm</div>").With(r =>
        {
            r["status"] = "preliminary";
            r["issued"] = "2026-03-08T12:00:00Z";
            r["performer"] = JsonNode.Parse("""[{"display":"Afdeling Pathologie"}]""");
            r["resultsInterpreter"] = JsonNode.Parse("""[{"display":"Jan Oosting"}]""");
            r["conclusionCode"] = JsonNode.Parse("""[{"text":"adenoom"}]""");
            r["imagingStudy"] = JsonNode.Parse("""[{"reference":"ImagingStudy/1"}]""");
            r["specimen"] = JsonNode.Parse("""[{"display":"biopt"}]""");
        }));

        Assert.Equal(("Adenoom < 1 mm", "voorlopig", true), (report.Conclusion, report.Status.Text, report.HasImages));
        Assert.Equal(("08-03-2026 10:00", "08-03-2026 13:00"), (report.Effective?.DateAndTime, report.Issued?.DateAndTime));
        Assert.Equal(("Afdeling Pathologie", "Jan Oosting", "adenoom", "biopt"), (report.Performers[0].Name, report.Interpreters[0].Name, report.ConclusionCodes[0], report.Specimens[0].Name));
    }

    [Fact]
    public void R10_NotUnderstood_TellsKindAndDatesOnlyAndItsResultsStandAlone()
    {
        var groups = SomeResult.Read(
            SomeResult.Report().With(r =>
            {
                r["modifierExtension"] = Some.UnknownModifier;
                r["result"] = SomeResult.Members("o1");
            }),
            SomeResult.Observation());

        var report = Assert.Single(groups.SelectMany(g => g.Reports));
        Assert.True(report.IsNotUnderstood);
        Assert.Equal(("Verslag", null, "08-03-2026 10:00", 0), (report.Name, report.Conclusion, report.Effective?.DateAndTime, report.Results.Count));
        Assert.Equal("Kalium", Assert.Single(groups.SelectMany(g => g.Results)).Name);
    }

    [Fact]
    public void Read_ReportThatNamesPanelAndMembers_ShowsEachOnce()
    {
        var groups = SomeResult.Read(
            SomeResult.Report().With(r => r["result"] = SomeResult.Members("member", "panel", "single")),
            SomeResult.Observation("panel", "Bloedbeeld", value: null).With(o => o["hasMember"] = SomeResult.Members("member")),
            SomeResult.Observation("member", "Hb"), SomeResult.Observation("single", "CRP"));

        var report = Assert.Single(groups.SelectMany(g => g.Reports));
        Assert.Equal(["Bloedbeeld", "CRP"], report.Results.Select(r => r.Name));
        Assert.Equal("Hb", Assert.Single(report.Results[0].Members).Name);
        Assert.Empty(groups.SelectMany(g => g.Results));
    }

    [Theory]
    [InlineData("""{"contentType":"application/pdf","url":"Binary/b1","title":"Uitslag.pdf"}""", "b1", false)]
    [InlineData("""{"contentType":"application/pdf; charset=x","url":"https://epd.example/fhir/Binary/b1"}""", "b1", false)]
    [InlineData("""{"contentType":"application/pdf","url":"https://evil.example/fhir/Binary/b1"}""", null, false)]
    [InlineData("""{"contentType":"text/html","url":"Binary/b1"}""", null, false)]
    [InlineData("""{"contentType":"application/pdf","url":"Patient/p1"}""", null, false)]
    [InlineData("""{"contentType":"application/pdf","data":"QUJD"}""", null, true)]
    public void R4_PresentedForm_OpensOnlyAPdfOfTheEpdItself(string form, string? binary, bool isInline)
    {
        var attachment = Assert.Single(SomeResult.OnlyReport(SomeResult.Report(conclusion: null).With(r => r["presentedForm"] = new JsonArray(JsonNode.Parse(form)))).Attachments);

        Assert.Equal((binary, isInline, binary is not null || isInline), (attachment.CanOpen ? attachment.File.BinaryId : null, attachment.File.IsInline, attachment.CanOpen));
    }

    [Fact]
    public void Read_ContentInsideTheReport_IsToldAndKeptToOpenLater()
    {
        var report = SomeResult.OnlyReport(SomeResult.Report(conclusion: null).With(r => r["presentedForm"] = JsonNode.Parse(
            """[{"contentType":"text/plain","data":"QUJDREVG"},{"contentType":"application/pdf;x=1","data":"QUJDREVG","size":5,"hash":"abc=","title":"Uitslag"},{"title":"1.2.3.4"}]""")));

        Assert.Equal([new(0, "text/plain", 6, null, null, true), new(1, "application/pdf", 5, "abc=", null, true), new(2, null, null, null, null, false)], report.Attachments.Select(a => a.File));
        Assert.Equal([("Verslag", true), ("Uitslag", true), ("Verslag", false)], report.Attachments.Select(a => (a.Title, a.File.IsThere)));
        Assert.Equal(("DiagnosticReport/r1", null), (report.Source, report.Missing));
    }

    [Theory]
    [InlineData("final", "geen tekst in het EPD")]
    [InlineData("registered", "nog geen uitslag")]
    [InlineData("cancelled", "geannuleerd")]
    public void R7_ReportWithoutAnything_SaysSo(string status, string text) =>
        Assert.Equal(text, SomeResult.OnlyReport(SomeResult.Report(conclusion: null).With(r => r["status"] = status)).Missing);

    [Fact]
    public void R11_ConclusionWithheld_SaysSo() =>
        Assert.Equal("afgeschermd", SomeResult.OnlyReport(SomeResult.Report(conclusion: null).With(r =>
            r["_conclusion"] = JsonNode.Parse("""{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}"""))).Missing);
}
