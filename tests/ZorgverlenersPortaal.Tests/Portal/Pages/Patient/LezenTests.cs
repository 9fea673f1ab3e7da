using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>The page on which one letter is read.</summary>
[Collection(PortalJourneys.Name)]
public sealed class LezenTests(PortalFixture fixture)
{
    private SandboxPatient Patient => fixture.Own.MaxBy(p => p.Letters.Count)!;

    [Fact]
    public async Task Page_OfALetter_HasItsFactsAndItsPdfInAFrame()
    {
        var list = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id) + "/brieven");
        var row = list.Page.QuerySelectorAll("#brievenlijst tbody tr").First(r => r.QuerySelector(".zvp-hit__other") is not null);

        var answer = await fixture.Doctor.GetAsync(row.QuerySelector("a.zvp-hit__link")!.GetAttribute("href")!);

        Assert.Equal(200, answer.Status);
        Assert.Contains(row.QuerySelector("a.zvp-hit__link")!.FirstChild!.TextContent, answer.Part("#brief"), StringComparison.Ordinal);
        Assert.Contains(row.QuerySelector("time")!.TextContent, answer.Part("#brief"), StringComparison.Ordinal);
        Assert.EndsWith("; frame-src 'self'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        var frame = answer.Page.QuerySelector("iframe")!.GetAttribute("src")!;
        var pdf = await fixture.Doctor.GetAsync(frame);
        Assert.Equal((200, "application/pdf", "SAMEORIGIN"), (pdf.Status, pdf.Header("Content-Type"), pdf.Header("X-Frame-Options")));
        Assert.Contains("frame-ancestors 'self'", pdf.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.EndsWith("sandbox", pdf.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(AuditEventType.LetterOpened, fixture.Portal.Trail()[0].Event);
    }

    [Fact]
    public async Task H117_LetterInItsOwnWindow_MayStillNotBeFramed()
    {
        var list = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id) + "/brieven");

        var pdf = await fixture.Doctor.GetAsync(list.Page.QuerySelector(".zvp-hit__other")!.GetAttribute("href")!);

        Assert.Equal("DENY", pdf.Header("X-Frame-Options"));
        Assert.Contains("frame-ancestors 'none'", pdf.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", list.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NewerAndOlder_LeadThroughTheWholeListAndBack()
    {
        var list = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id) + "/brieven");
        var rows = list.Page.QuerySelectorAll("#brievenlijst a.zvp-hit__link").Select(a => a.FirstChild!.TextContent).ToList();
        var page = await fixture.Doctor.GetAsync(list.Page.QuerySelector("#brievenlijst a.zvp-hit__link")!.GetAttribute("href")!);
        Assert.Null(page.Page.QuerySelector("a[rel=prev]"));
        List<string> walked = [page.Part("#brief h2")];
        while (page.Page.QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next)
        {
            page = await fixture.Doctor.GetAsync(next);
            walked.Add(page.Part("#brief h2"));
            Assert.NotNull(page.Page.QuerySelector("a[rel=prev]"));
        }

        Assert.Equal(rows, walked);
    }

    [Fact]
    public async Task R2_Page_IsRecordedWithThisLetterAndThoseBesideIt()
    {
        var list = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id) + "/brieven");

        await fixture.Doctor.GetAsync(list.Page.QuerySelector("#brievenlijst a.zvp-hit__link")!.GetAttribute("href")!);

        var record = fixture.Portal.Trail(AuditEventType.SectionShown)[0];
        Assert.Equal("Letters", record.Category);
        Assert.InRange(record.Resources.Count, 2, 4);
        Assert.Equal(AuditEventType.PatientOpened, fixture.Portal.Trail()[1].Event);
    }

    [Theory]
    [InlineData("/brief/onzin/lezen")]
    [InlineData("/brief/onzin/inhoud")]
    public async Task R16_HandleOfNothing_IsRefusedAndRecorded(string tail)
    {
        var answer = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id) + tail);

        Assert.Equal(404, answer.Status);
        Assert.DoesNotContain(Patient.Name.Split(' ')[^1], answer.Text, StringComparison.Ordinal);
        Assert.Equal(AuditEventType.AccessDenied, fixture.Portal.Trail()[0].Event);
    }

    [Fact]
    public async Task H074_LetterUnderAnotherPatient_IsRefused()
    {
        var other = fixture.Own.First(p => p.Id != Patient.Id);
        var list = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient.Id) + "/brieven");
        var letter = list.Page.QuerySelector("#brievenlijst a.zvp-hit__link")!.GetAttribute("href")!.Split("/brief/")[1];

        Assert.Equal(404, (await fixture.Doctor.GetAsync($"{fixture.DoctorsPath(other.Id)}/brief/{letter}")).Status);
    }

    [Theory]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Kalium 6,6 &lt;b&gt;hoog&lt;/b&gt;</p></div>", "Kalium 6,6 <b>hoog</b>")]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script><p>tekst</p></div>", null)]
    [InlineData("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p onclick=\"alert(1)\">Rustig beloop</p></div>", "Rustig beloop")]
    public async Task H108_Narrative_IsShownAsTextAndNeverAsMarkup(string div, string? shown) => await WithLetterAsync(
        document => document["text"] = new JsonObject { ["status"] = "additional", ["div"] = div },
        answer =>
        {
            Assert.Equal(shown, answer.Page.QuerySelector("#brief .zvp-pre")?.TextContent);
            Assert.Equal(shown is null, answer.Words.Contains("niet veilig tonen", StringComparison.Ordinal));
            Assert.Null(answer.Page.QuerySelector("#brief script, #brief [onclick], #brief b"));
        });

    [Theory]
    [InlineData("Geachte collega,\r\n<script>alert(1)</script>", "Geachte collega,\n<script>alert(1)</script>")]
    [InlineData("\u202Eomgekeerd\u0000 \u001B[31m", "omgekeerd [31m")]
    public async Task H109_PlainText_IsShownAsText(string text, string shown) => await WithLetterAsync(
        document => document["content"]!.AsArray().Add((JsonNode)new JsonObject
        {
            ["attachment"] = new JsonObject { ["contentType"] = "text/plain; charset=utf-8", ["data"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)) },
        }),
        answer =>
        {
            Assert.Equal(shown, answer.Page.QuerySelector("#brief .zvp-pre")!.TextContent);
            Assert.Null(answer.Page.QuerySelector("#brief script"));
        });

    [Fact]
    public async Task R7_PlainTextThatIsNoUtf8_SaysThatThereIsText() => await WithLetterAsync(
        document => document["content"]!.AsArray().Add((JsonNode)new JsonObject { ["attachment"] = new JsonObject { ["contentType"] = "text/plain", ["data"] = "/////w==" } }),
        answer => Assert.Contains("Het EPD heeft ook tekst bij deze brief", answer.Words, StringComparison.Ordinal));

    private async Task WithLetterAsync(Action<JsonObject> change, Action<PortalAnswer> check)
    {
        var letter = Patient.Letters.First(l => l.CanOpen && l.Url.Length > 0);
        var before = await fixture.Epd.ReadAsync("DocumentReference/" + letter.Id);
        var changed = before.DeepClone().AsObject();
        change(changed);
        await fixture.Epd.PutAsync(changed);
        try
        {
            check(await fixture.Doctor.GetAsync(fixture.Portal.LetterPath(Patient.Id, letter.Id, fixture.DoctorSession) + "/lezen"));
        }
        finally
        {
            await fixture.Epd.PutAsync(before);
        }
    }
}
