using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Toezicht;

/// <summary>Somebody with every right on the trail's file wrote nonsense into it: the officer sees that, and where, and all the rest.</summary>
public sealed class UnreadableRecordTests : IAsyncLifetime
{
    private const string Bsn = "999900675";

    private PortalHost _portal = null!;
    private PortalClient _officer = null!;
    private AuditReceipt _place = null!;

    public async Task InitializeAsync()
    {
        _portal = await OfficeFixture.StartPortalAsync();
        _officer = await OfficeFixture.SignInAsync(_portal, OfficeFixture.Esra, "/toezicht");
        var trail = _portal.Services.GetRequiredService<AuditTrail>();
        var look = new AuditRecord
        {
            Event = AuditEventType.OwnPatientSearched,
            Action = AuditAction.Read,
            Outcome = AuditOutcome.Success,
            Time = _portal.Clock.GetUtcNow(),
            RequestId = "request-1",
            Actor = new() { Name = "A. Tester", UziNumber = "900007821" },
            Patients = [new("pat-675", Bsn)],
        };
        _place = await trail.AppendAsync(look, default);
        await trail.AppendAsync(look, default);
        Tamper($"CREATE TABLE kept AS SELECT sequence, payload FROM record WHERE sequence = {_place.Sequence}");
    }

    /// <summary>A portal's whole trail is read once more when it stops; so the record is put back.</summary>
    public async Task DisposeAsync()
    {
        Tamper("UPDATE record SET payload = (SELECT payload FROM kept) WHERE sequence = (SELECT sequence FROM kept); DROP TABLE kept");
        _officer.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("x''")]
    [InlineData("x'7b7d'")]
    [InlineData("CAST('[1,2]' AS BLOB)")]
    [InlineData("CAST(replace(CAST(payload AS TEXT), '\"outcome\":0', '\"outcome\":99') AS BLOB)")]
    public async Task Show_APayloadThatIsNone_SaysSoAndShowsTheRest(string payload)
    {
        Tamper($"UPDATE record SET payload = {payload} WHERE sequence = {_place.Sequence}");

        var list = await _officer.FillInAsync("/toezicht/inzagelog", null, ("Form.Bsn", Bsn), ("Form.From", ""), ("Form.Until", ""));
        Assert.Equal(200, list.Status);
        var row = Assert.Single(list.Page.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("Niet te lezen regel", StringComparison.Ordinal));
        Assert.Contains($"{_place.Node}/{_place.Sequence}", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Eigen patiënt gezocht", list.Words, StringComparison.Ordinal);

        var record = await _officer.GetAsync($"/toezicht/inzagelog/{_place.Node}/{_place.Sequence}");
        Assert.Equal(200, record.Status);
        Assert.Contains("Deze regel is niet te lezen", record.Words, StringComparison.Ordinal);
        Assert.Contains(AuditReader.Find(_portal.TrailStorage, _place.Node, _place.Sequence)!.Hash, record.Text, StringComparison.Ordinal);

        var overview = await _officer.FillInAsync("/toezicht/overzicht", null, ("Form.Bsn", Bsn));
        Assert.Contains("Deze regel van het log is niet te lezen", overview.Words, StringComparison.Ordinal);
        Assert.Equal(422, (await _officer.FillInAsync($"/toezicht/zaken/nieuw/{_place.Node}/{_place.Sequence}", null, ("Reason", "Deze regel is niet te lezen"))).Status);
    }

    [Fact]
    public async Task Export_WithARecordThatCannotBeRead_GivesNoFileThatLacksIt()
    {
        Tamper($"UPDATE record SET payload = x'7b7d' WHERE sequence = {_place.Sequence}");
        var page = await _officer.GetAsync("/toezicht/inzagelog");
        var token = page.Page.QuerySelector(".zvp-filter input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Form.Bsn", Bsn)]);
        Assert.Equal(503, (await _officer.SendAsync(HttpMethod.Post, "/toezicht/inzagelog?handler=Csv", form)).Status);
    }

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_portal.TrailFolder, "node1.trail.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER IF EXISTS record_update; " + sql;
        command.ExecuteNonQuery();
    }
}
