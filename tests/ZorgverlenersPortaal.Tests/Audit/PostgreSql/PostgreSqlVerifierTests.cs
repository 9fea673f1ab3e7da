using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Audit.PostgreSql;

[Collection(PostgreSqlJourneys.Name)]
public sealed class PostgreSqlVerifierTests(PostgreSqlServer server)
{
    private const string Columns = "time, event, outcome, actor, request_id, payload, previous, hash";

    [Fact]
    public async Task Verify_ByTheReadersRole_IsIntact()
    {
        using var database = new TrailDatabase(server);
        await database.Fill(7);

        var report = AuditVerifier.Verify(database.As("verifier"));

        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        Assert.Equal((7L, AuditReader.Read(database.Storage).First().Hash), (report.Nodes[0].Count, report.Nodes[0].HeadHash));
    }

    [Fact]
    public async Task H129_VerifyAPart_NamesTheFaultOfItOrItsNeighbour()
    {
        (TrailFault? Kind, long Sequence, string Sql)[] cases =
        [
            (null, 0, "SELECT 1"),
            (null, 0, "UPDATE audit.record SET payload = decode('7b7d', 'hex') WHERE sequence = 3"),
            (TrailFault.RecordEdited, 10, "UPDATE audit.record SET payload = decode('7b7d', 'hex') WHERE sequence = 10"),
            (TrailFault.RecordMissing, 7, "DELETE FROM audit.record WHERE sequence = 7"),
            (TrailFault.RecordMissing, 12, "DELETE FROM audit.record WHERE sequence = 12"),
            (TrailFault.ColumnMismatch, 8, "UPDATE audit.record SET time = '2025-01-01T00:00:00.000Z' WHERE sequence = 8"),
            (TrailFault.ColumnMismatch, 12, "UPDATE audit.record SET time = '2025-01-01T00:00:00.000Z' WHERE sequence BETWEEN 8 AND 12"),
        ];
        // One database for all: each holds connections of a server that has few.
        using var database = new TrailDatabase(server);
        await database.Fill(20);
        database.Tamper("CREATE TABLE kept AS SELECT * FROM audit.record");
        foreach (var (kind, sequence, sql) in cases)
        {
            database.Tamper(sql);
            var report = AuditVerifier.Verify(database.Storage, period: new(Sample.Section(8).Time, Sample.Section(13).Time));
            Assert.Equal((kind, sequence), (report.FirstFault?.Kind, report.FirstFault?.Sequence ?? 0));
            Assert.True(kind is not null || report.Nodes[0] is { Begin: 8, Count: 5 });
            database.Tamper("DELETE FROM audit.record; INSERT INTO audit.record SELECT * FROM kept");
        }
    }

    [Theory]
    [InlineData(TrailFault.RecordEdited, 4, "UPDATE audit.record SET payload = convert_to(replace(convert_from(payload, 'UTF8'), 'TREAT', 'TREAD'), 'UTF8') WHERE sequence = 4")]
    [InlineData(TrailFault.RecordEdited, 4, "UPDATE audit.record SET hash = decode('00', 'hex') WHERE sequence = 4")]
    [InlineData(TrailFault.RecordEdited, 4, "UPDATE audit.record SET payload = (SELECT payload FROM audit.record WHERE sequence = 6) WHERE sequence = 4")]
    [InlineData(TrailFault.ChainBroken, 4, "UPDATE audit.record SET previous = sha256('x') WHERE sequence = 4")]
    [InlineData(TrailFault.RecordMissing, 4, "DELETE FROM audit.record WHERE sequence = 4")]
    [InlineData(TrailFault.RecordMissing, 1, "DELETE FROM audit.record WHERE sequence = 1")]
    [InlineData(TrailFault.RecordInserted, -5, "INSERT INTO audit.record SELECT node, -5, " + Columns + " FROM audit.record WHERE sequence = 2")]
    [InlineData(TrailFault.RecordSwapped, 3, "UPDATE audit.record SET sequence = -3 WHERE sequence = 3; UPDATE audit.record SET sequence = 3 WHERE sequence = 6; UPDATE audit.record SET sequence = 6 WHERE sequence = -3")]
    [InlineData(TrailFault.RecordMissing, 4, "DELETE FROM audit.record WHERE sequence = 4; UPDATE audit.record SET sequence = 4 WHERE sequence = 5")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE audit.record SET time = '2026-03-01T10:00:05.000Z' WHERE sequence = 4")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE audit.record SET outcome = 8 WHERE sequence = 4")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE audit.record SET actor = NULL WHERE sequence = 4")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE audit.record SET request_id = 'request-5' WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 4, "UPDATE audit.patient SET epd_id = 'patient-9' WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 4, "UPDATE audit.patient SET bsn = NULL WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 4, "DELETE FROM audit.patient WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 8, "INSERT INTO audit.patient VALUES('node-1', 8, 0, 'patient-9', NULL)")]
    [InlineData(TrailFault.PatientIndexMismatch, 0, "INSERT INTO audit.patient VALUES('node-1', 0, 0, 'patient-9', NULL)")]
    public async Task H129_TamperedTrail_NamesTheFirstFault(TrailFault kind, long sequence, string sql)
    {
        using var database = new TrailDatabase(server);
        await database.Fill(7);

        database.Tamper(sql);

        AssertFault(database.Verify(), kind, sequence);
    }

    [Fact]
    public async Task H129_TailCut_IsNamedByTheCheckpoint_AndTheNodeIsNotContinued()
    {
        using var database = new TrailDatabase(server);
        await database.Fill(7, database.Checkpointed);
        database.Tamper("DELETE FROM audit.record WHERE sequence > 5; DELETE FROM audit.patient WHERE sequence > 5");

        Assert.True(database.Verify().IsIntact);
        AssertFault(database.VerifyCheckpointed(), TrailFault.TailCut, 6);
        Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(database.Checkpointed, database.Clock));
        database.Tamper("DELETE FROM audit.record; DELETE FROM audit.patient");
        AssertFault(database.VerifyCheckpointed(), TrailFault.TailCut, 1);
    }

    [Fact]
    public async Task Verify_ManyWindowsWhileRecordsAreWritten_ReportsProgressAndEveryRecord()
    {
        using var database = new TrailDatabase(server);
        await using var trail = AuditTrail.Open(database.Options, database.Clock);
        for (var i = 0; i < 7; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 3000).Select(n => trail.AppendAsync(Sample.Section(n), default)));
        }

        var writing = Task.WhenAll(Enumerable.Range(0, 1000).Select(n => trail.AppendAsync(Sample.List(n, 3), default)));
        var report = database.Verify();
        await writing;

        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        Assert.InRange(report.Nodes[0].Count, 21_000, 22_000);
        database.Tamper("DELETE FROM audit.patient WHERE sequence = 20000");
        AssertFault(database.Verify(), TrailFault.PatientIndexMismatch, 20_000);
        database.Tamper("DELETE FROM audit.record WHERE sequence = 20001; INSERT INTO audit.patient SELECT node, 20000, position, epd_id, bsn FROM audit.patient WHERE sequence = 20005");
        Assert.False(database.Verify().IsIntact);
    }

    private static void AssertFault(VerificationReport report, TrailFault kind, long sequence) =>
        Assert.Equal((kind, sequence), (report.FirstFault?.Kind, report.FirstFault?.Sequence));
}
