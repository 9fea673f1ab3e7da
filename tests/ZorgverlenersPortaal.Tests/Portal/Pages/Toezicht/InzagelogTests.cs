using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Fhir.Definitions;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>The officer's search of the trail: what it finds, what it hides, and that each look is recorded before it is shown.</summary>
[Collection(OfficeJourneys.Name)]
public sealed class InzagelogTests(OfficeFixture office)
{
    private async Task<PortalAnswer> ExportAsync(string kind, string who)
    {
        var page = await office.Officer.GetAsync(Path);
        var button = Assert.Single(page.Page.QuerySelectorAll($"form button[formaction$='={kind}']"));
        var token = page.Page.QuerySelector(".zvp-filter input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Form.Who", who)]);
        return await office.Officer.SendAsync(HttpMethod.Post, button.GetAttribute("formaction")!, form);
    }

    private const string Path = "/toezicht/inzagelog";

    [Fact]
    public async Task Open_Today_ShowsWhatHappenedAndThatSheLooked()
    {
        using var doctor = await office.Portal.SignInAsync(TestPki.Shared.Card());
        var page = await office.Officer.GetAsync(Path);
        Assert.Equal((200, "Inzagelog"), (page.Status, page.Part("h1")));
        Assert.Contains("Ingelogd", page.Part("tbody"), StringComparison.Ordinal);
        Assert.Contains("900 021 219", page.Part("tbody").Replace(' ', ' '), StringComparison.Ordinal);

        var look = office.Portal.Trail(AuditEventType.TrailSearched)[0];
        Assert.Equal((OfficeFixture.Esra.UziNumber, AuditOutcome.Success), (look.Actor!.UziNumber, look.Outcome));
        Assert.Matches(@"\Afrom:\S+ until:\S+ found:[0-9]+\z", look.Detail);
    }

    [Fact]
    public async Task R6_SearchByBsn_ShowsItsEndOnlyAndIsARecordAboutThePatient()
    {
        const string Bsn = "999900468";
        await AppendAsync(Sample(new("pat-1", Bsn)));
        var page = await office.Officer.FillInAsync(Path, null, ("Form.Bsn", Bsn), ("Form.From", ""), ("Form.Until", ""));
        var row = Assert.Single(page.Page.QuerySelectorAll("tbody tr"), tr => tr.TextContent.Contains("Eigen patiënt gezocht", StringComparison.Ordinal));
        Assert.Contains("••• ••• 468", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Bsn, row.OuterHtml, StringComparison.Ordinal);
        Assert.Equal([new AuditPatient("", Bsn)], office.Portal.Trail(AuditEventType.TrailSearched)[0].Patients);
    }

    [Fact]
    public async Task Search_WithFaults_SaysWhichAndSearchesNothing()
    {
        var before = office.Portal.Trail(AuditEventType.TrailSearched).Count;
        var page = await office.Officer.GetAsync(Path);
        var answer = await office.Officer.SubmitAsync(page, Path, ("Form.From", "31-02-2026"), ("Form.Until", "x"), ("Form.Bsn", "123456789"));
        Assert.Equal(422, answer.Status);
        Assert.Equal(3, answer.Faults().Above.Count);
        Assert.Equal("31-02-2026", answer.Typed("Form.From"));
        Assert.Equal(before + 1, office.Portal.Trail(AuditEventType.TrailSearched).Count);
    }

    [Theory]
    [InlineData("1-1-0001")]
    [InlineData("31-12-9999")]
    public async Task Search_DayAtTheEdgeOfTheCalendar_IsAFaultOfTheForm(string day)
    {
        var answer = await office.Officer.FillInAsync(Path, null, ("Form.From", day), ("Form.Until", day));
        Assert.Equal((422, 2), (answer.Status, answer.Faults().Above.Count));
    }

    [Fact]
    public async Task Search_ByDoctorBasisAndOutcome_NarrowsAndKeepsWhatWasTyped()
    {
        await AppendAsync(Sample(new("pat-2")) with { Outcome = AuditOutcome.Refused, Decision = new("Denied", "delegation", "Delegated", []) });
        var page = await office.Officer.FillInAsync(
            Path, null, ("Form.Who", "90 000 7777"), ("Form.Basis", "waarneming"), ("Form.Outcome", "Refused"), ("Form.From", ""), ("Form.Until", ""));
        var row = Assert.Single(page.Page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Waarneming", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Geweigerd", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("90 000 7777", page.Typed("Form.Who"));
        Assert.Contains("uzi:900007777 rules:delegation outcome:Refused found:1", office.Portal.Trail(AuditEventType.TrailSearched)[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_MoreThanAPage_LeadsToOlderOnesWithTheSameQuestion()
    {
        for (var i = 0; i < 51; i++)
        {
            await AppendAsync(Sample(new("pat-3", "999900481")));
        }
        var page = await office.Officer.FillInAsync(Path, null, ("Form.Bsn", "999900481"), ("Form.From", ""), ("Form.Until", ""));
        Assert.Equal(50, page.Page.QuerySelectorAll("tbody tr").Length);
        var older = page.Page.QuerySelector("button[name='Form.Before']")!.GetAttribute("value")!;
        page = await office.Officer.SubmitAsync(page, Path, ("Form.Bsn", "999900481"), ("Form.Before", older));
        Assert.InRange(page.Page.QuerySelectorAll("tbody tr").Length, 1, 50);
        Assert.Contains("Dit zijn alle regels.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OneRecord_ShowsEveryFieldAndIsRecordedWithItsPatient()
    {
        await AppendAsync(Sample(new("pat-4", "999900493")));
        var stored = AuditReader.Read(AuditStorage.InFolder(office.Portal.TrailFolder), new() { PatientId = "pat-4" }).First();
        var page = await office.Officer.GetAsync(FormattableString.Invariant($"{Path}/{stored.Node}/{stored.Sequence}"));
        Assert.Equal(200, page.Status);
        foreach (var text in (string[])["A. Tester", "01056789", "pat-4 (••• ••• 493)", "general-practitioner", "Patient/pat-4/3", "Condition/9/2", stored.Hash])
        {
            Assert.Contains(text, page.Words.Replace('‑', '-').Replace("01-056789", "01056789", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("999900493", page.Text, StringComparison.Ordinal);
        var look = office.Portal.Trail(AuditEventType.TrailRecordShown)[0];
        Assert.Equal((FormattableString.Invariant($"{stored.Node}/{stored.Sequence}"), "pat-4"), (look.Detail, Assert.Single(look.Patients).EpdId));
    }

    [Fact]
    public async Task Open_RecordThatIsNotThere_Is404AndRecorded()
    {
        Assert.Equal(404, (await office.Officer.GetAsync(Path + "/..%2fx/1")).Status);
        Assert.Equal(404, (await office.Officer.GetAsync(Path + "/node1/x")).Status);
        Assert.Equal(404, (await office.Officer.GetAsync(Path + "/elders/1")).Status);
        Assert.Equal((AuditOutcome.Refused, "elders/1"), (office.Portal.Trail(AuditEventType.TrailRecordShown)[0].Outcome, office.Portal.Trail(AuditEventType.TrailRecordShown)[0].Detail));
    }

    [Fact]
    public async Task H114_Export_Csv_HoldsNoFormulaAndNoBsnAndIsRecorded()
    {
        await AppendAsync(Sample(new("pat-5", "999900511")) with { Actor = new() { Name = "=HYPERLINK(\"x\")", UziNumber = "900008888" } });
        var answer = await ExportAsync("Csv", "900008888");
        Assert.Equal((200, "text/csv; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        var text = Encoding.UTF8.GetString(answer.Bytes);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", text, StringComparison.Ordinal);
        Assert.Contains("pat-5 (••• ••• 511)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("999900511", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("uzi:900008888", office.Portal.Trail(AuditEventType.TrailExported)[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Fhir_IsABundleOfAuditEventsWithoutBsnAndIsRecorded()
    {
        await AppendAsync(Sample(new("pat-6", "999900511")) with { Actor = new() { Name = "B. Tester", UziNumber = "900006123" } });
        var answer = await ExportAsync("Fhir", "900006123");
        Assert.Equal((200, "application/fhir+json"), (answer.Status, answer.Header("Content-Type")));
        using var bundle = JsonDocument.Parse(answer.Bytes);
        Assert.Empty(R4Schema.Faults(bundle.RootElement));
        Assert.Single(bundle.RootElement.GetProperty("entry").EnumerateArray());
        Assert.DoesNotContain("999900511", answer.Text, StringComparison.Ordinal);
        Assert.Contains("uzi:900006123", office.Portal.Trail(AuditEventType.TrailExported)[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Nen7513_IsLogLinesOfLogiusWithoutBsnAndIsRecorded()
    {
        await AppendAsync(Sample(new("pat-7", "999913062")) with { Actor = new() { Name = "B. Tester", UziNumber = "900006124" } });
        var answer = await ExportAsync("Nen", "900006124");
        Assert.Equal((200, "application/json"), (answer.Status, answer.Header("Content-Type")));
        using var lines = JsonDocument.Parse(answer.Bytes);
        var line = Assert.Single(lines.RootElement.EnumerateArray());
        Assert.Equal("pat-7", line.GetProperty("attributes").GetProperty("dpl.core.data_subject_id").GetString());
        Assert.Equal("Ziekenhuis Drechtoever", line.GetProperty("resource").GetProperty("attributes").GetProperty("nen7513.AuditEnterpriseSiteID").GetString());
        Assert.DoesNotContain("999913062", answer.Text, StringComparison.Ordinal);
        Assert.Contains("uzi:900006124", office.Portal.Trail(AuditEventType.TrailExported)[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_TrailThatCannotBeWritten_ShowsNothingOfIt()
    {
        await using var portal = await OfficeFixture.StartPortalAsync();
        using var officer = await OfficeFixture.SignInAsync(portal, OfficeFixture.Esra, "/toezicht");
        Refuse(portal, "CREATE TRIGGER full BEFORE INSERT ON record BEGIN SELECT RAISE(ABORT, 'full'); END");
        await ShowsNothingAsync();
        Refuse(portal, "DROP TRIGGER full");
        Assert.Equal(200, (await officer.GetAsync(Path)).Status);
        using (portal.BreakTrail())
        {
            await ShowsNothingAsync();
        }

        async Task ShowsNothingAsync()
        {
            foreach (var path in (string[])[Path, Path + "/node1/1"])
            {
                var answer = await officer.GetAsync(path);
                Assert.Equal((path, 503), (path, answer.Status));
                Assert.DoesNotContain("Esra Wacht 900", answer.Words, StringComparison.Ordinal);
                Assert.Empty(answer.Page.QuerySelectorAll("tbody tr, .zvp-log"));
            }
        }
    }

    private static void Refuse(PortalHost portal, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(portal.TrailFolder, "node1.trail.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<AuditReceipt> AppendAsync(AuditRecord record) => office.Portal.Services.GetRequiredService<AuditTrail>().AppendAsync(record, default);

    /// <summary>Of a search: records of looks are replayed when the portal stops, and these were never made.</summary>
    private AuditRecord Sample(AuditPatient patient) => new()
    {
        Event = AuditEventType.OwnPatientSearched,
        Action = AuditAction.Read,
        Outcome = AuditOutcome.Success,
        Time = office.Portal.Clock.GetUtcNow(),
        RequestId = "request-1",
        Actor = new() { Name = "A. Tester", UziNumber = "900007777", Agb = "01056789" },
        Patients = [patient],
        Decision = new("Granted", "own-patient", "OwnPatient", [new("general-practitioner", "01056789", $"Patient/{patient.EpdId}/3", office.Portal.Clock.GetUtcNow())]),
        Purpose = "TREAT",
        Resources = ["Condition/9/2"],
    };
}
