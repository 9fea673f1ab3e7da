using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Tests.Dossier.Sections.Results;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

/// <summary>"Nieuw sinds je laatst keek" in a record: letters and results, by word and icon, and nothing of it to be read back.</summary>
public sealed class NewInTheRecordTests : IAsyncLifetime
{
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;
    private PortalClient _doctor = null!;

    private string Address => _portal.PatientPath("p1");

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _epd.Has(Some.Practitioner(agb: TestCards.Huisarts.Agb), Some.Patient(), Some.Document(), SomeResult.Observation());
        _portal = await PortalHost.StartAsync(_epd.Base);
        _doctor = await _portal.SignInAsync(TestPki.Shared.Card());
    }

    public async Task DisposeAsync()
    {
        _doctor.Dispose();
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/brieven")]
    [InlineData("/klinische-chemie")]
    public async Task Page_FirstLookEver_MarksNothingAndSaysSo(string page)
    {
        var first = await _doctor.GetAsync(Address + page);

        Assert.Empty(Marks(first));
        Assert.Contains("sinds je eerste keer kijken", first.Words, StringComparison.Ordinal);
        Assert.Contains("Niets nieuws sinds je laatst keek.", (await _doctor.GetAsync(Address + page)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_ThatCame_IsNewOnceOnWhicheverPageComesFirst()
    {
        await _doctor.GetAsync(Address);
        _epd.Has(Some.Document("doc2"));

        var page = await _doctor.GetAsync(Address + "/brieven");
        Assert.Equal(["Nieuw"], Marks(page));
        Assert.NotNull(page.Page.QuerySelector(".zvp-label--new svg"));
        Assert.Empty(Marks(await _doctor.GetAsync(Address)));
    }

    [Fact]
    public async Task Letter_LookThatCannotBeKept_IsShownWholeAndStaysNew()
    {
        await _doctor.GetAsync(Address + "/brieven");
        _epd.Has(Some.Document("doc2"));
        foreach (var change in (string[])["INSERT", "UPDATE"])
        {
            Change($"CREATE TRIGGER full_{change} BEFORE {change} ON seen BEGIN SELECT RAISE(FAIL, 'disk full'); END");
        }

        Assert.EndsWith("</html>", (await _doctor.GetAsync(Address + "/brieven")).Text.TrimEnd(), StringComparison.Ordinal);

        Assert.Equal(["Nieuw"], Marks(await _doctor.GetAsync(Address + "/brieven")));
    }

    [Fact]
    public async Task Letter_InAnotherVersion_IsChanged()
    {
        await _doctor.GetAsync(Address);
        _epd.Has(Some.Document().With(letter => letter["meta"] = new JsonObject { ["versionId"] = "3" }));

        Assert.Equal(["Gewijzigd"], Marks(await _doctor.GetAsync(Address)));
    }

    [Fact]
    public async Task Letter_ThatReplacesASeenOne_IsChanged()
    {
        await _doctor.GetAsync(Address);
        _epd.Has(
            Some.Document().With(letter => letter["status"] = "superseded"),
            Some.Document("doc2").With(letter => letter["relatesTo"] = new JsonArray(new JsonObject { ["code"] = "replaces", ["target"] = Some.Ref("DocumentReference/doc1") })));

        Assert.Equal(["Gewijzigd"], Marks(await _doctor.GetAsync(Address + "/brieven")));
    }

    [Fact]
    public async Task Letter_LeftOutByTheFilter_StaysNew()
    {
        var page = await _doctor.GetAsync(Address + "/brieven");
        _epd.Has(Some.Document("doc2"));

        Assert.Equal(200, (await _doctor.SubmitAsync(page, page.Page.QuerySelector("form[role=search]")!.GetAttribute("action")!, ("q", "bestaatvastniet"))).Status);

        Assert.Equal(["Nieuw"], Marks(await _doctor.GetAsync(Address + "/brieven")));
    }

    [Fact]
    public async Task Letters_MoreThanTheSummaryShows_AreNotNewOnTheirOwnPage()
    {
        _epd.Has([.. Enumerable.Range(2, 14).Select(number => Some.Document(FormattableString.Invariant($"doc{number}")))]);
        await _doctor.GetAsync(Address);

        Assert.Empty(Marks(await _doctor.GetAsync(Address + "/brieven")));
    }

    [Fact]
    public async Task R7_Letters_SectionThatFailed_StaysNew()
    {
        await _doctor.GetAsync(Address);
        _epd.Has(Some.Document("doc2"));
        _epd.Once("DocumentReference", ScriptedAnswer.Status(404));

        var failed = await _doctor.GetAsync(Address);
        Assert.Contains("nu niet op te halen", failed.Words, StringComparison.Ordinal);
        Assert.Equal(["Nieuw"], Marks(await _doctor.GetAsync(Address)));
    }

    [Fact]
    public async Task Result_NewAndCorrected_IsMarkedEachTime()
    {
        await _doctor.GetAsync(Address + "/klinische-chemie");
        _epd.Has(SomeResult.Observation("o2", at: "2026-03-09T09:30:00+01:00"));
        Assert.Equal(["Nieuw"], Marks(await _doctor.GetAsync(Address + "/klinische-chemie")));

        _epd.Has(SomeResult.Observation("o2", value: "3.90", at: "2026-03-09T09:30:00+01:00").With(result =>
        {
            result["status"] = "corrected";
            result["meta"] = new JsonObject { ["versionId"] = "2" };
        }));
        Assert.Equal(["Gewijzigd"], Marks(await _doctor.GetAsync(Address + "/klinische-chemie")));
        Assert.Empty(Marks(await _doctor.GetAsync(Address + "/klinische-chemie")));
    }

    [Fact]
    public async Task Report_ThatCame_IsNew()
    {
        await _doctor.GetAsync(Address + "/radiologie");
        _epd.Has(SomeResult.Report());

        Assert.Equal(["Nieuw"], Marks(await _doctor.GetAsync(Address + "/radiologie")));
    }

    [Fact]
    public async Task R5_Database_AfterLooks_HoldsNoIdAndNoContent()
    {
        await _doctor.GetAsync(Address);
        await _doctor.GetAsync(Address + "/klinische-chemie");
        await _doctor.GetAsync("/patienten");

        var rows = Rows("SELECT doctor || ' ' || subject || ' ' || area || ' ' || hex(items) FROM seen");
        Assert.Equal(3, rows.Count);
        // 16 bytes for each of: the letter, the value; nobody is in hospital.
        Assert.Equal([16L, 16L, 0L], Rows("SELECT length(items) FROM seen ORDER BY area").Select(long.Parse).OrderDescending());
        Assert.All(rows, row => Assert.Matches("^900021219 [0-9A-F]{64} (letters|results ClinicalChemistry|list own) [0-9A-F]*$", row));
        Assert.All(["p1", "doc1", "999900018"], id => Assert.DoesNotContain(Hex(id), string.Join('\n', rows), StringComparison.Ordinal));
        Assert.DoesNotContain(_portal.Log.Lines, line => rows.Any(row => line.Contains(row.Split(' ')[1], StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Memory_OlderThanTheDaysOfTheSetting_CountsForNothingAndIsRemoved()
    {
        await _doctor.GetAsync(Address + "/klinische-chemie");
        await _doctor.GetAsync(Address);
        var old = _portal.Clock.GetUtcNow().AddDays(-91).ToString("yyyy-MM-dd", null);
        Rows($"UPDATE seen SET looked = '{old}' RETURNING area");

        Assert.Contains("sinds je eerste keer kijken", (await _doctor.GetAsync(Address)).Words, StringComparison.Ordinal);

        Assert.Equal(["letters"], Rows("SELECT area FROM seen"));
    }

    [Fact]
    public async Task R8_RelationThatEnded_TakesWhatWasSeenWithIt()
    {
        await _doctor.GetAsync(Address);
        Assert.Single(Rows("SELECT area FROM seen"));
        _epd.Has(Some.Patient(gp: Some.Known("07654321")));

        Assert.Equal(404, (await _doctor.GetAsync(Address)).Status);

        Assert.Empty(Rows("SELECT area FROM seen"));
    }

    [Fact]
    public async Task R8_PatientOnNoListAnyMore_IsForgottenAtTheNextList()
    {
        await _doctor.GetAsync(Address);
        _epd.Has(Some.Patient(gp: Some.Known("07654321")));

        await _doctor.GetAsync("/patienten");

        Assert.Equal(["list own"], Rows("SELECT area FROM seen"));
    }

    [Fact]
    public async Task R7_EpdThatDoesNotAnswer_TakesNothingAway()
    {
        await _doctor.GetAsync(Address);
        _epd.On("Patient", ScriptedAnswer.Status(404));
        _epd.On("Practitioner", ScriptedAnswer.Status(500));

        await _doctor.GetAsync("/patienten");

        Assert.Single(Rows("SELECT area FROM seen WHERE area = 'letters'"));
    }

    private static string Hex(string text) => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Marks(PortalAnswer page) => page.Page.QuerySelectorAll(".zvp-label--new").Select(mark => mark.TextContent.Trim());

    private List<string> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_portal.Folder, "portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }
        return rows;
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_portal.Folder, "portal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
