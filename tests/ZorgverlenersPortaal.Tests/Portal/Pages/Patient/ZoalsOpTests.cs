using System.Globalization;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>The page of the past: marked as such, decided by the rules of now, recorded with its moment.</summary>
[Collection(PortalJourneys.Name)]
public sealed class ZoalsOpTests(PortalFixture fixture)
{
    private const string Patient = "pat-00004";

    [Fact]
    public async Task Open_BeforeADirectiveEnded_ShowsItAsItWasAndSaysThatItIsThePast()
    {
        var ended = await StoredAsync("Consent", "td-00004-1", "2");
        var page = await OpenAsync(ended.AddMinutes(-2));

        Assert.Equal(200, page.Status);
        Assert.StartsWith("Je kijkt naar het verleden: zoals het EPD het had op", page.Part(".zvp-past"), StringComparison.Ordinal);
        Assert.Contains("Niet gebruiken als huidige stand.", page.Part(".zvp-past"), StringComparison.Ordinal);
        var directive = page.Page.QuerySelectorAll("#behandelaanwijzingen li").Select(li => PortalAnswer.Plain(li.TextContent)).Single(text => text.StartsWith("Niet reanimeren", StringComparison.Ordinal));
        Assert.DoesNotContain("beëindigd", directive, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Zo in het EPD: versie 1 van", directive, StringComparison.Ordinal);

        var later = await OpenAsync(ended.AddMinutes(2));
        Assert.Contains("Toen al beëindigd", later.Part("#behandelaanwijzingen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_Open_IsRecordedWithTheMomentAndTheVersions()
    {
        var ended = await StoredAsync("Consent", "td-00004-1", "2");
        var page = await OpenAsync(ended.AddMinutes(-2));
        var request = fixture.Portal.Trail()[0].RequestId;
        var records = fixture.Portal.Trail(AuditEventType.PastShown).Where(r => r.RequestId == request).ToList();

        Assert.Equal(["Admission", "Allergies", "Diagnoses", "Medication", "TreatmentDirectives"], records.Select(r => r.Category).Order(StringComparer.Ordinal));
        Assert.All(records, r => Assert.StartsWith("as-of:", r.Detail, StringComparison.Ordinal));
        Assert.Contains("Consent/td-00004-1/1", records.Single(r => r.Category == "TreatmentDirectives").Resources);
        Assert.Contains(fixture.Portal.Trail(AuditEventType.PatientOpened), r => r.RequestId == request);
        Assert.Empty(page.Page.QuerySelectorAll(".zvp-gone"));
    }

    [Fact]
    public async Task R10_Mistake_FoundSince_IsCalledThatBesideWhatItSaid()
    {
        var found = await StoredAsync("Condition", "cond-00004-e", "2");
        var page = await OpenAsync(found.AddMinutes(-2));
        var item = page.Page.QuerySelectorAll("#diagnoses li").Select(li => PortalAnswer.Plain(li.TextContent)).Single(text => text.StartsWith("Coloncarcinoom", StringComparison.Ordinal));
        Assert.Contains("Nu gemarkeerd als fout ingevoerd", item, StringComparison.Ordinal);
        Assert.Contains("Vermoedelijk", item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_LongAgo_ShowsNothingAndNeverSaysThatThereWasNone()
    {
        var page = await OpenAsync(new(1990, 1, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(200, page.Status);
        Assert.Contains("Dat zegt niet dat er toen niets was.", page.Part("#behandelaanwijzingen"), StringComparison.Ordinal);
        Assert.DoesNotContain("Geen", page.Part("#behandelaanwijzingen"), StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("main .zvp-list li"));
    }

    [Theory]
    [InlineData("?op=gisteren", "Vul een datum in")]
    [InlineData("?op=2999-01-01T00:00", "al geweest")]
    [InlineData("?op=2026-03-29T02:30", "bestaat niet")]
    [InlineData("?dag=1-13-2026&tijd=9:00", "Vul een datum in")]
    [InlineData("", "Vul een datum in")]
    public async Task Open_NoSuchMoment_Is422WithTheBannerOfNowAndNothingOfThePast(string query, string text)
    {
        var before = fixture.Portal.Trail(AuditEventType.PastShown).Count;
        var page = await fixture.Doctor.GetAsync(fixture.DoctorsPath(Patient) + "/zoals-op" + query);
        Assert.Equal(422, page.Status);
        Assert.Contains(text, page.Part("main .zvp-note"), StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector(".zvp-past, #diagnoses"));
        Assert.Equal(before, fixture.Portal.Trail(AuditEventType.PastShown).Count);
    }

    [Fact]
    public async Task Form_OnTheSummary_LeadsToTheMoment()
    {
        var path = fixture.DoctorsPath(Patient);
        var form = (await fixture.Doctor.GetAsync(path)).Page.QuerySelector("#zoals-op form")!;
        Assert.Equal((path + "/zoals-op", "get"), (form.GetAttribute("action"), form.GetAttribute("method")));
        Assert.False((await fixture.Doctor.GetAsync(path)).Page.QuerySelector("#zoals-op")!.HasAttribute("open"));
        var answer = await fixture.Doctor.GetAsync(path + "/zoals-op?dag=1-3-2026&tijd=9:05");
        Assert.Equal((303, path + "/zoals-op?op=2026-03-01T09:05"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task R16_PatientOfAnother_IsRefusedAsOnEveryPage()
    {
        var stranger = fixture.Strangers.First(p => p.State == "admitted");
        var page = await fixture.Doctor.GetAsync(fixture.DoctorsPath(stranger.Id) + "/zoals-op?op=2026-03-01T09:05");
        var now = await fixture.Doctor.GetAsync(fixture.DoctorsPath(stranger.Id));
        Assert.Equal((now.Status, now.Code), (page.Status, page.Code));
        Assert.All(stranger.Secrets, secret => Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task R2_Print_KeepsTheMomentAndTheMark()
    {
        var path = $"{fixture.DoctorsPath(Patient)}/zoals-op?op=2026-03-01T09:05";
        var page = await fixture.Doctor.GetAsync(path);
        var printed = await fixture.Doctor.FillInAsync(path, page, null);
        Assert.Equal(200, printed.Status);
        Assert.NotNull(printed.Page.QuerySelector("[data-print-now]"));
        Assert.Contains("op 01-03-2026 09:05", printed.Part(".zvp-past"), StringComparison.Ordinal);
        Assert.Equal("zoals-op", fixture.Portal.Trail(AuditEventType.RecordPrinted)[0].Detail);
    }

    [Fact]
    public async Task Bsn_Shown_StaysOnTheMoment()
    {
        var path = $"{fixture.DoctorsPath(Patient)}/zoals-op?op=2026-03-01T09:05";
        var action = (await fixture.Doctor.GetAsync(path)).Page.QuerySelector("form[action*='handler=bsn']")!.GetAttribute("action");
        Assert.EndsWith("/zoals-op?handler=bsn&op=2026-03-01T09:05", action, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R4_EpdGivesAnothersHistory_ShowsNothingOfItAndRecordsIt()
    {
        var ended = await StoredAsync("Consent", "td-00004-1", "2");
        await using (await fixture.Epd.FaultAsync("stranger", "Consent"))
        {
            var page = await OpenAsync(ended.AddMinutes(-2));
            Assert.DoesNotContain(page.Page.QuerySelectorAll("#behandelaanwijzingen li"), li => li.TextContent.Contains("Niet reanimeren", StringComparison.Ordinal));
            Assert.Contains("Niet alles wordt getoond", page.Part("#behandelaanwijzingen"), StringComparison.Ordinal);
        }
        Assert.Contains(fixture.Portal.Trail(AuditEventType.ForeignResourceDropped), r => r.Category == "TreatmentDirectives");
    }

    private Task<PortalAnswer> OpenAsync(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, "Europe/Amsterdam").ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return fixture.Doctor.GetAsync($"{fixture.DoctorsPath(Patient)}/zoals-op?op={local}");
    }

    private async Task<DateTimeOffset> StoredAsync(string type, string id, string version)
    {
        JsonObject resource = await fixture.Epd.ReadAsync($"{type}/{id}/_history/{version}");
        return DateTimeOffset.Parse(resource["meta"]!["lastUpdated"]!.ToString(), CultureInfo.InvariantCulture);
    }
}
