using System.Text;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>The banner comes first, sections as they arrive, and one that fails breaks no other.</summary>
[Collection(PortalJourneys.Name)]
public sealed class PatientStreamTests(PortalFixture fixture)
{
    private SandboxPatient Patient => fixture.Own.First(p => p.State == "admitted");

    [Fact]
    public async Task Page_OneSectionHangs_EverythingBeforeItIsThereAlready()
    {
        await using var fault = await fixture.Epd.FaultAsync("hang", "AllergyIntolerance");
        using var response = await fixture.Doctor.StartAsync(fixture.DoctorsPath(Patient.Id));
        await using var stream = await response.Content.ReadAsStreamAsync();
        var seen = await ReadUntilAsync(stream, "id=\"diagnoses\"", "zvp-panel__foot");
        Assert.Contains("zvp-banner", seen, StringComparison.Ordinal);
        Assert.Contains("id=\"behandelaanwijzingen\"", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"allergieen\"", seen.Replace("href=\"#allergieen\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

        fixture.Portal.Clock.Advance(TimeSpan.FromSeconds(6));
        using var rest = new StreamReader(stream);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(seen + await rest.ReadToEndAsync());
        var gone = PortalAnswer.Plain(page.QuerySelector("#allergieen")!.TextContent);
        Assert.Contains("Allergieën: nu niet op te halen", gone, StringComparison.Ordinal);
        Assert.Contains("ZVP-E02", gone, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#brieven .zvp-list"));
    }

    [Theory]
    [InlineData("Encounter", "opname", "status:503", "ZVP-E04")]
    [InlineData("Condition", "diagnoses", "html200", "ZVP-E11")]
    [InlineData("AllergyIntolerance", "allergieen", "truncate", "ZVP-E01")]
    [InlineData("DocumentReference", "brieven", "status:403", "ZVP-E06")]
    [InlineData("Consent", "behandelaanwijzingen", "outcome200", "ZVP-E11")]
    [InlineData("Condition", "diagnoses", "status:404", "ZVP-E10")]
    public async Task R7_Page_OneSectionFails_TheOthersStay(string type, string id, string kind, string code)
    {
        await using var fault = await fixture.Epd.FaultAsync(kind, type);
        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id));
        Assert.Equal(200, answer.Status);
        var gone = answer.Page.QuerySelector($"#{id} .zvp-gone")!;
        // Conclusions are documents too: they are shown of the same answer.
        Assert.Equal(id == "brieven" ? ["beleid", "brieven"] : [id], answer.Page.QuerySelectorAll(".zvp-gone").Select(part => part.ParentElement!.Id));
        var words = PortalAnswer.Plain(gone.TextContent);
        Assert.Contains(code, words, StringComparison.Ordinal);
        Assert.Contains("Er kunnen wel gegevens zijn.", words, StringComparison.Ordinal);
        Assert.Equal(10, answer.Page.QuerySelectorAll("section.zvp-panel:not(#waarschuwingen)").Length);
        Assert.Equal(AuditOutcome.Failed, fixture.Portal.Trail(AuditEventType.SectionFailed)[0].Outcome);
    }

    [Fact]
    public async Task R7_Page_DirectivesFail_TheBannerNeverSaysNone()
    {
        await using var fault = await fixture.Epd.FaultAsync("down503", "Consent");
        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id));
        Assert.Contains("Niet op te halen", answer.Part(".zvp-limit"), StringComparison.Ordinal);
        Assert.Contains("Neem niet aan dat er geen is.", answer.Part(".zvp-limit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R4_Page_AnotherPatientsDiagnosisAmongTheAnswers_IsDroppedRecordedAndSaid()
    {
        await using var fault = await fixture.Epd.FaultAsync("stranger", "Condition");
        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id));
        Assert.Contains("Niet alles is opgehaald", answer.Part("#diagnoses"), StringComparison.Ordinal);
        var record = fixture.Portal.Trail(AuditEventType.ForeignResourceDropped)[0];
        Assert.StartsWith("Condition/", Assert.Single(record.Resources), StringComparison.Ordinal);
        Assert.Equal("Diagnoses", record.Category);
    }

    [Theory]
    [InlineData("down503")]
    [InlineData("html200")]
    [InlineData("truncate")]
    public async Task R3_Page_PatientCannotBeRead_Is503WithNothingOfHer(string kind)
    {
        await using var fault = await fixture.Epd.FaultAsync(kind, "Patient");
        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id));
        Assert.Equal(503, answer.Status);
        Assert.All(Patient.Secrets, secret => Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal));
        var record = fixture.Portal.Trail(AuditEventType.AccessDenied)[0];
        Assert.Equal(("NotDecidable", AuditOutcome.Failed), (record.Decision!.ReasonCode, record.Outcome));
    }

    /// <summary>Reads until the second text has come after the first.</summary>
    private static async Task<string> ReadUntilAsync(Stream stream, string first, string then)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
            var seen = text.ToString();
            if (seen.IndexOf(first, StringComparison.Ordinal) is var at and >= 0 && seen.IndexOf(then, at, StringComparison.Ordinal) >= 0)
            {
                return seen;
            }
        }

        Assert.Fail("The page ended before: " + then);
        return "";
    }
}
