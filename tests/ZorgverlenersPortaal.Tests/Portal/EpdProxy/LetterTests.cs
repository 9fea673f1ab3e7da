using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>A letter goes through as it is, or not at all.</summary>
[Collection(PortalJourneys.Name)]
public sealed class LetterTests(PortalFixture fixture)
{
    private static readonly string[] _everyHeader =
    [
        "Cache-Control", "Content-Disposition", "Content-Length", "Content-Security-Policy", "Content-Type", "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy", "Date", "Permissions-Policy", "Referrer-Policy",
        "X-Content-Type-Options", "X-Frame-Options",
    ];

    private (SandboxPatient Patient, SandboxLetter Letter) First =>
        fixture.Own.SelectMany(p => p.Letters.Where(l => l.CanOpen && l.Url.Length > 0).Select(l => (p, l))).First();

    private string Path => fixture.Portal.LetterPath(First.Patient.Id, First.Letter.Id, fixture.DoctorSession);

    [Fact]
    public async Task Letter_EveryOneOnThePages_ComesByteForByte()
    {
        var opened = 0;
        foreach (var patient in fixture.Own.Where(p => p.Letters.Any(l => l.CanOpen)).Take(8))
        {
            var page = await fixture.Doctor.GetAsync(fixture.DoctorsPath(patient.Id));
            var links = page.Page.QuerySelectorAll("#brieven a.nl-link[href*='/brief/']").Select(a => a.GetAttribute("href")!).ToList();
            Assert.Equal(patient.Letters.Count(l => l.CanOpen), links.Count);
            var expected = await Task.WhenAll(patient.Letters.Where(l => l.CanOpen).Select(l => fixture.Epd.PdfAsync(l)));
            foreach (var link in links)
            {
                var answer = await fixture.Doctor.GetAsync(link);
                Assert.Equal(200, answer.Status);
                Assert.Contains(expected, bytes => bytes.AsSpan().SequenceEqual(answer.Bytes));
                opened++;
            }
        }

        Assert.True(opened > 8);
    }

    [Fact]
    public async Task R2_LetterInsideItsDocument_ComesByteForByteAndIsRecordedWithItsVersion()
    {
        var (patient, letter) = fixture.Own.SelectMany(p => p.Letters.Where(l => l.CanOpen && l.Url.Length == 0).Select(l => (p, l))).First();

        var answer = await fixture.Doctor.GetAsync(fixture.Portal.LetterPath(patient.Id, letter.Id, fixture.DoctorSession));

        Assert.Equal(200, answer.Status);
        Assert.Equal(await fixture.Epd.PdfAsync(letter), answer.Bytes);
        Assert.Equal(_everyHeader, answer.Headers.Keys.Order(StringComparer.Ordinal));
        var record = fixture.Portal.Trail(AuditEventType.LetterOpened)[0];
        Assert.StartsWith($"DocumentReference/{letter.Id}/", Assert.Single(record.Resources), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_Headers_AreOursAlone()
    {
        var answer = await fixture.Doctor.GetAsync(Path);
        Assert.Equal(_everyHeader, answer.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("application/pdf", answer.Header("Content-Type"));
        Assert.Equal("inline; filename=\"brief.pdf\"", answer.Header("Content-Disposition"));
        Assert.Equal(answer.Bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), answer.Header("Content-Length"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Contains("sandbox", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("'self'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_Range_GivesTheWholeLetter()
    {
        var answer = await fixture.Doctor.GetAsync(Path, ("Range", "bytes=0-9"));
        Assert.Equal(200, answer.Status);
        Assert.Equal(await fixture.Epd.PdfAsync(First.Letter), answer.Bytes);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("POST")]
    public async Task Letter_OtherMethods_AreRefusedAndAskNothing(string method)
    {
        await fixture.Epd.ClearLogAsync();
        var answer = await fixture.Doctor.SendAsync(new HttpMethod(method), Path, null);
        Assert.Contains(answer.Status, new[] { 404, 405 });
        Assert.Empty(await fixture.Epd.LogAsync());
    }

    [Fact]
    public async Task R2_Letter_IsRecordedWithItsVersionAndBinary()
    {
        await fixture.Doctor.GetAsync(Path);
        var record = fixture.Portal.Trail(AuditEventType.LetterOpened)[0];
        Assert.Equal(2, record.Resources.Count);
        Assert.StartsWith($"DocumentReference/{First.Letter.Id}/", record.Resources[0], StringComparison.Ordinal);
        Assert.StartsWith("Binary/", record.Resources[1], StringComparison.Ordinal);
        Assert.Equal([new AuditPatient(First.Patient.Id, First.Patient.Bsn)], record.Patients);
    }

    [Fact]
    public async Task Letter_AsksNothingOfTheEpdThatOnlyABannerTells()
    {
        await fixture.Epd.ClearLogAsync();
        await fixture.Doctor.GetAsync(Path);
        var asked = (await fixture.Epd.LogAsync()).Select(request => request.Path).ToList();
        Assert.Equal(asked.Distinct(), asked);
        Assert.DoesNotContain(asked, path => path.EndsWith("/_search", StringComparison.Ordinal));
        Assert.Contains(asked, path => path.Contains("/Patient/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("status:404", 503, "ZVP-E10")]
    [InlineData("status:500", 503, "ZVP-E04")]
    [InlineData("status:403", 503, "ZVP-E06")]
    [InlineData("down503", 503, "ZVP-E04")]
    [InlineData("html200", 404, "ZVP-E05")]
    [InlineData("fakepdf", 404, "ZVP-E05")]
    public async Task Letter_EpdThatHasNoPdf_IsAClearPage(string kind, int status, string code)
    {
        await using var fault = await fixture.Epd.FaultAsync(kind, "Binary");
        var answer = await fixture.Doctor.GetAsync(Path);
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.StartsWith("text/html", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Content-Disposition"));
        Assert.DoesNotContain("alert(1)", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_CutInTheMiddle_BreaksTheConnection()
    {
        await using var fault = await fixture.Epd.FaultAsync("truncate", "Binary");
        try
        {
            // When not a byte came through before the EPD broke off, there is still time for a page.
            var answer = await fixture.Doctor.GetAsync(Path);
            Assert.Equal((503, "ZVP-E01"), (answer.Status, answer.Code));
        }
        catch (HttpRequestException)
        {
            // cut off, as the letter was
        }
    }
}
