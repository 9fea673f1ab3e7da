using System.Globalization;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

/// <summary>What the summary shows of clinical chemistry: the laboratory's own marks on the newest values, and nothing the portal made up.</summary>
public sealed class AbnormalResultsTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData("H", true)]
    [InlineData("LL", true)]
    [InlineData("A", true)]
    [InlineData(">", true)]
    [InlineData("quite-unknown", true)]
    [InlineData("N", false)]
    [InlineData("NEG", false)]
    public async Task R11_Mark_OfTheLaboratory_Decides(string code, bool isShown)
    {
        Gives(Marked("o1", "Kalium", code));

        var results = await ShowAsync();

        Assert.Equal(isShown, results.Tests.Any());
        Assert.Equal(1, results.Of);
    }

    [Fact]
    public async Task R11_ValueFarOutsideItsRange_WithoutAMark_IsNotJudged()
    {
        Gives(SomeResult.Observation("o1", at: Ago(1)).With(o => o["referenceRange"] = JsonNode.Parse("""[{"low":{"value":1},"high":{"value":2}}]""")));

        Assert.Empty((await ShowAsync()).Tests);
    }

    [Fact]
    public async Task Show_AbnormalOnceAndNormalNow_IsNotShown()
    {
        Gives(Marked("old", "Kalium", "H", 5), Marked("new", "Kalium", "N", 1));

        var results = await ShowAsync();

        Assert.Empty(results.Tests);
        Assert.Equal(1, results.Of);
    }

    [Fact]
    public async Task R2_Record_NamesWhatIsMarkedWithItsCourse_NotWhatWasLookedThrough()
    {
        Gives(Marked("old", "Kalium", "N", 5), Marked("new", "Kalium", "H", 1), Marked("other", "Natrium", "N", 1));

        var results = await ShowAsync();

        Assert.Equal("Observation/new", Assert.Single(results.Tests).Source);
        Assert.Equal(["Observation/new/1", "Observation/old/1"], _dossier.Records[0].Resources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R10_ResultThatIsNotUnderstood_IsCountedAndNotJudged()
    {
        Gives(Marked("o1", "Kalium", "H").With(o => o["modifierExtension"] = JsonNode.Parse("""[{"url":"https://example.nl/negates","valueBoolean":true}]""")));

        var results = await ShowAsync();

        Assert.Empty(results.Tests);
        Assert.Equal(1, results.NotUnderstood);
    }

    [Fact]
    public async Task R4_ResultOfAnotherPatient_IsDroppedAndTheSectionSaysSo()
    {
        Gives(Marked("o1", "Kalium", "H").With(o => o["subject"] = Some.Ref("Patient/p2")));

        var section = await SectionAsync();

        Assert.Empty(section.Content!.Tests);
        Assert.True(section.IsIncomplete);
    }

    [Fact]
    public async Task Show_ResultOfLongAgo_IsNotOfLate()
    {
        Gives(Marked("o1", "Kalium", "H", AbnormalResults.Days + 2));

        Assert.Equal(0, (await ShowAsync()).Of);
    }

    [Fact]
    public async Task Show_MemberOfAPanel_IsShownByItself()
    {
        Gives(
            SomeResult.Observation("panel", "Chemie", value: null, at: Ago(1)).With(o => o["hasMember"] = SomeResult.Members("m")),
            Marked("m", "Kreatinine", "HH"));

        Assert.Equal("Kreatinine", Assert.Single((await ShowAsync()).Tests).Name);
    }

    [Fact]
    public async Task Show_AsksOneQuestionWithItsDay()
    {
        await ShowAsync();

        var asked = Assert.Single(_dossier.Epd.Lines, request => request.Contains("Observation", StringComparison.Ordinal));
        Assert.Contains("&date=ge", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("_include=Observation:performer", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(_dossier.Epd.Lines, request => request.Contains("DiagnosticReport", StringComparison.Ordinal));
    }

    private JsonObject Marked(string id, string name, string code, int days = 1) =>
        SomeResult.Observation(id, name, at: Ago(days)).With(o => o["interpretation"] = new JsonArray(Some.Concept(SomeResult.Interpretation, code, code)));

    private string Ago(int days) => _dossier.Clock.GetUtcNow().AddDays(-days).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private void Gives(params JsonObject[] observations) => _dossier.Epd.On("Observation", ScriptedAnswer.Json(Some.Bundle(observations)));

    private async Task<AbnormalResults> ShowAsync() => (await SectionAsync()).Content!;

    private async Task<Section<AbnormalResults>> SectionAsync() => await _dossier.Reader.Start(await _dossier.GrantAsync(), default).Abnormal.ShowAsync();
}
