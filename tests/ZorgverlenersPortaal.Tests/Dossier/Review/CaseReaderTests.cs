using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Tests.Dossier.Review;

public sealed class CaseReaderTests : IAsyncLifetime
{
    private ReviewRig _rig = null!;

    private CaseReader Reader => _rig.Dossier.Get<CaseReader>();

    public async Task InitializeAsync() => _rig = await ReviewRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Open_ACase_IsRecordedWithItsPatientsFirst()
    {
        var one = await _rig.EmergencyAsync();
        var file = (await Reader.OpenAsync(ReviewRig.Esra, one.Id, default))!;
        Assert.All(file.Evidence, read => Assert.Equal(EvidenceState.AsItWas, read.State));
        Assert.Equal("", file.Emergency!.PatientId);
        var record = Assert.Single(_rig.Records(AuditEventType.CaseShown));
        Assert.Equal(($"case {one.Id} records:1", "p1"), (record.Detail, record.Patients[0].EpdId));
    }

    [Fact]
    public async Task R2_Open_TrailGone_ShowsNothing()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.Dossier.StopTrailAsync();
        await Assert.ThrowsAsync<AuditUnavailableException>(() => Reader.OpenAsync(ReviewRig.Esra, one.Id, default));
    }

    [Theory]
    [InlineData("UPDATE record SET payload = CAST(replace(CAST(payload AS TEXT), 'Acute', 'Other') AS BLOB) WHERE event = 3202", EvidenceState.Changed)]
    [InlineData("UPDATE record SET previous = zeroblob(32) WHERE event = 3202", EvidenceState.Changed)]
    [InlineData("UPDATE record SET payload = CAST('no json' AS BLOB) WHERE event = 3202", EvidenceState.Changed)]
    [InlineData("DELETE FROM patient WHERE sequence IN (SELECT sequence FROM record WHERE event = 3202); DELETE FROM record WHERE event = 3202", EvidenceState.Gone)]
    public async Task Open_SomebodyChangedTheTrail_SaysWhichRecord(string sql, EvidenceState expected)
    {
        var one = await _rig.EmergencyAsync();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_rig.Dossier.TrailFolder, "test.trail.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER record_update; DROP TRIGGER record_delete; DROP TRIGGER patient_delete; " + sql;
            await command.ExecuteNonQueryAsync();
        }

        var read = Assert.Single((await Reader.OpenAsync(ReviewRig.Esra, one.Id, default))!.Evidence);

        Assert.Equal(expected, read.State);
        // The rest of the trail cannot be listed once a payload is no JSON.
        if (expected == EvidenceState.Gone)
        {
            Assert.Contains($"{read.Frozen.Place}:{expected}", _rig.Records(AuditEventType.CaseShown).Single().Detail, StringComparison.Ordinal);
        }
        if (sql.Contains("no json", StringComparison.Ordinal))
        {
            await RestoreAsync();
        }
    }

    [Fact]
    public async Task Open_ByWhoLeftItToOthers_ShowsNothingOfIt()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.Desk.RecuseAsync(one.Id, ReviewRig.Esra);
        var file = (await Reader.OpenAsync(ReviewRig.Esra, one.Id, default))!;
        Assert.Equal(CaseOutcome.Known, file.Closed);
        Assert.Empty(file.Evidence);
        Assert.Empty(file.Moves);
        Assert.Null(file.Emergency);
        Assert.Equal(AuditOutcome.Refused, Assert.Single(_rig.Records(AuditEventType.CaseShown)).Outcome);
    }

    [Fact]
    public async Task Open_NoSuchCase_IsNothing() => Assert.Null(await Reader.OpenAsync(ReviewRig.Esra, "000000000000", default));

    /// <summary>The rig reads the whole trail when it stops.</summary>
    private async Task RestoreAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_rig.Dossier.TrailFolder, "test.trail.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE record SET payload = (SELECT payload FROM record WHERE event = 4030) WHERE event = 3202";
        await command.ExecuteNonQueryAsync();
    }
}
