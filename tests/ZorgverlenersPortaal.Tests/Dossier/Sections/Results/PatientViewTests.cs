using System.Text;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Sections.Results;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Portal.Pages.Patient;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections.Results;

public sealed class PatientViewTests
{
    private const string Url = "https://epd.example/patient-view";
    private static readonly DateTimeOffset _now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("valueDateTime", "2026-03-10T12:00:00+01:00", "De patiënt ziet deze uitslag sinds 10-03-2026 12:00.")]
    [InlineData("valueInstant", "2026-03-10T14:00:00+01:00", "De patiënt ziet deze uitslag nog niet, pas vanaf 10-03-2026 14:00.")]
    [InlineData("valueDate", "2026-03-11", "De patiënt ziet deze uitslag nog niet, pas vanaf 11-03-2026.")]
    [InlineData("valueDate", "2026-03-10", "De patiënt ziet deze uitslag sinds 10-03-2026.")]
    [InlineData("valueBoolean", true, "De patiënt ziet deze uitslag.")]
    [InlineData("valueBoolean", false, "De patiënt ziet deze uitslag niet.")]
    [InlineData("valueDateTime", "morgen", null)]
    [InlineData("valueString", "2026-03-10", null)]
    [InlineData("valueBoolean", "ja", null)]
    public void R7_Of_Extension_IsToldAsItIsOrNotAtAll(string name, object value, string? text)
    {
        var extension = new JsonObject { ["url"] = Url, [name] = JsonValue.Create(value) };

        Assert.Equal(text, Text(extension));
    }

    [Fact]
    public void R7_Of_TwoThatDiffer_IsNotTold() => Assert.Null(Text(Extension(true), Extension(false)));

    [Fact]
    public void R7_Of_AnotherExtension_IsNotTold() => Assert.Null(Text(new JsonObject { ["url"] = Url + "-not", ["valueBoolean"] = true }));

    [Fact]
    public void R7_Of_NoUrlSet_IsNotTold() => Assert.Null(PatientView.Of([new(Url, null, true)], null, _now));

    [Fact]
    public void R10_Of_DamagedExtension_LeavesTheResultStanding() =>
        Assert.False(SomeResult.Only(SomeResult.Observation().With(o => o["extension"] = new JsonArray(new JsonObject { ["url"] = Url, ["valueBoolean"] = new JsonObject() }, 7))).IsNotUnderstood);

    [Fact]
    public void Of_Report_IsToldToo()
    {
        var report = SomeResult.Report().With(r => r["extension"] = new JsonArray(Extension(true)));

        Assert.Equal(PatientViewState.Visible, Read(report).Reports[0].PatientView!.State);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(Url, 0)]
    [InlineData("patient-view", 1)]
    public void R13_Faults_UrlThatIsNone_IsNamed(string url, int faults) => Assert.Equal(faults, new ResultsOptions { PatientViewExtension = url }.Faults().Count());

    private static JsonObject Extension(bool isVisible) => new() { ["url"] = Url, ["valueBoolean"] = isVisible };

    private static string? Text(params JsonObject[] extensions) =>
        PatientViewText.Of(Read(SomeResult.Observation().With(o => o["extension"] = new JsonArray([.. extensions]))).Results[0].PatientView);

    private static ResultSpecialty Read(JsonObject resource) =>
        Assert.Single(new ResultReader(new ResultGrouping(new ResultsOptions()), SomeResult.Base, _now) { PatientViewUrl = Url }.Read([FhirJson.Read(Encoding.UTF8.GetBytes(resource.ToJsonString()))]));
}
