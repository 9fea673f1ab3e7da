using System.Text;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>Documents of reports open as letters do: decided, recorded, and only a PDF.</summary>
[Collection(PortalJourneys.Name)]
public sealed class ReportFileTests(PortalFixture fixture)
{
    private const string Pdf = "%PDF-1.7\nverslag\n%%EOF";
    private const string Id = "report-with-file";

    private SandboxPatient Patient => fixture.Own.First(p => p.State == "admitted");

    [Fact]
    public async Task R2_File_InsideItsReport_OpensAndIsRecordedBeforeItIsSent() => await WithAsync(Form(Pdf), async page =>
    {
        var answer = await fixture.Doctor.GetAsync(Link(page)!);

        Assert.Equal((200, "application/pdf", Pdf), (answer.Status, answer.Header("Content-Type"), Encoding.Latin1.GetString(answer.Bytes)));
        Assert.EndsWith("sandbox", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        var record = fixture.Portal.Trail()[0];
        Assert.Equal((AuditEventType.LetterOpened, "Results"), (record.Event, record.Category));
        Assert.StartsWith($"DiagnosticReport/{Id}/", Assert.Single(record.Resources), StringComparison.Ordinal);
    });

    [Fact]
    public async Task R2_File_InABinary_OpensAndTheRecordNamesBoth()
    {
        var letter = Patient.Letters.First(l => l.CanOpen && l.Url.Length > 0);
        await WithAsync(new() { ["contentType"] = "application/pdf", ["url"] = letter.Url, ["title"] = "Verslag" }, async page =>
        {
            var answer = await fixture.Doctor.GetAsync(Link(page)!);

            Assert.Equal(200, answer.Status);
            Assert.Equal(await fixture.Epd.PdfAsync(letter), answer.Bytes);
            Assert.Equal(["DiagnosticReport", "Binary"], fixture.Portal.Trail(AuditEventType.LetterOpened)[0].Resources.Select(r => r.Split('/')[0]));
        });
    }

    [Fact]
    public async Task R2_TrailIsDown_FileIsNotSent() => await WithAsync(Form(Pdf), async page =>
    {
        using var broken = fixture.Portal.BreakTrail();

        var answer = await fixture.Doctor.GetAsync(Link(page)!);

        Assert.Equal(503, answer.Status);
        Assert.DoesNotContain("%PDF", answer.Text, StringComparison.Ordinal);
    });

    [Fact]
    public async Task H109_File_ThatSaysPdfAndIsNone_IsAPage() => await WithAsync(Form("<html><script>alert(1)</script>"), async page =>
    {
        var answer = await fixture.Doctor.GetAsync(Link(page)!);

        Assert.Equal((404, "ZVP-E05"), (answer.Status, answer.Code));
        Assert.DoesNotContain("alert(1)", answer.Text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("text/html", null)]
    [InlineData("application/pdf", "https://elders.example/Binary/1")]
    public async Task H094_File_ThatIsNoPdfOfTheEpd_HasNoLinkAndSaysSo(string type, string? url) => await WithAsync(
        url is null ? new() { ["contentType"] = type, ["data"] = "PGI+" } : new() { ["contentType"] = type, ["url"] = url },
        page =>
        {
            Assert.Null(Link(page));
            Assert.Contains("Deze bijlage opent het portaal niet.", page.Words, StringComparison.Ordinal);
            return Task.CompletedTask;
        });

    [Fact]
    public async Task H074_R4_File_UnderAnotherPatientOrOfAWithdrawnReport_IsRefusedAndRecorded() => await WithAsync(Form(Pdf), async page =>
    {
        var handle = Link(page)!.Split("/bijlage/")[1];
        var other = fixture.Own.First(p => p.Id != Patient.Id);

        Assert.Equal(404, (await fixture.Doctor.GetAsync($"{fixture.DoctorsPath(other.Id)}/bijlage/{handle}")).Status);
        Assert.Equal(404, (await fixture.Doctor.GetAsync(Link(page)!.Replace("/bijlage/", "/brief/", StringComparison.Ordinal))).Status);

        await fixture.Epd.PutAsync(Report(Form(Pdf)).With(r => r["status"] = "entered-in-error"));
        Assert.Equal(404, (await fixture.Doctor.GetAsync(Link(page)!)).Status);
        Assert.Equal(AuditEventType.AccessDenied, fixture.Portal.Trail()[0].Event);
    });

    [Fact]
    public async Task R4_File_AnotherOneInItsPlaceSinceTheList_IsRefusedAndRecorded() => await WithAsync(Form(Pdf), async page =>
    {
        await fixture.Epd.PutAsync(Report(Form(Pdf).With(form => form["title"] = "Verslag van een ander onderzoek")));

        Assert.Equal(404, (await fixture.Doctor.GetAsync(Link(page)!)).Status);
        Assert.Equal(AuditEventType.AccessDenied, fixture.Portal.Trail()[0].Event);
    });

    private static string? Link(PortalAnswer page) => page.Page.QuerySelector("a[href*='/bijlage/']")?.GetAttribute("href");

    private static JsonObject Form(string content) => new() { ["contentType"] = "application/pdf", ["data"] = Convert.ToBase64String(Encoding.Latin1.GetBytes(content)), ["title"] = "Verslag" };

    private JsonObject Report(JsonObject form) => SomeResult.Report(Id).With(r =>
    {
        r.Remove("meta");
        r["subject"] = Some.Ref("Patient/" + Patient.Id);
        r["presentedForm"] = new JsonArray(form);
    });

    private async Task WithAsync(JsonObject form, Func<PortalAnswer, Task> check)
    {
        await fixture.Epd.PutAsync(Report(form));
        try
        {
            await check(await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id) + "/radiologie"));
        }
        finally
        {
            await fixture.Epd.RemoveAsync("DiagnosticReport/" + Id);
        }
    }
}
