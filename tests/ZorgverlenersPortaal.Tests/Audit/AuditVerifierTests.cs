using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditVerifierTests
{
    private const string RecordColumns = "time, event, outcome, actor, request_id, payload, previous, hash";

    [Fact]
    public async Task Verify_UntouchedTrail_IsIntact()
    {
        using var folder = new TrailFolder();
        await folder.Fill(7);

        var report = folder.Verify();

        var node = Assert.Single(report.Nodes);
        Assert.True(report.IsIntact);
        Assert.Equal(7, node.Count);
        Assert.Equal(Sample.Section(1).Time, node.First);
        Assert.Equal(Sample.Section(7).Time, node.Last);
        Assert.Equal(AuditReader.Read(folder.Storage).First().Hash, node.HeadHash);
    }

    [Fact]
    public async Task Verify_WhileRecordsAreWritten_IsIntact()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Checkpointed, folder.Clock);
        await trail.AppendAsync(Sample.Section(0), default);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 1; !stop.IsCancellationRequested; i++)
            {
                await trail.AppendAsync(Sample.List(i, 3), default);
                folder.Clock.Advance(TimeSpan.FromSeconds(10));
            }
        });

        for (var i = 0; i < 30; i++)
        {
            var report = folder.VerifyCheckpointed();
            Assert.True(report.IsIntact, report.FirstFault?.ToString());
        }

        await stop.CancelAsync();
        await writing;
    }

    [Theory]
    [InlineData(TrailFault.RecordEdited, 4, "UPDATE record SET payload = CAST(replace(CAST(payload AS TEXT), 'TREAT', 'TREAD') AS BLOB) WHERE sequence = 4")]
    [InlineData(TrailFault.RecordEdited, 4, "UPDATE record SET payload = x'7b7d' WHERE sequence = 4")]
    [InlineData(TrailFault.RecordEdited, 4, "UPDATE record SET hash = randomblob(32) WHERE sequence = 4")]
    [InlineData(TrailFault.RecordEdited, 4, "UPDATE record SET hash = x'00' WHERE sequence = 4")]
    [InlineData(TrailFault.RecordEdited, 4, "UPDATE record SET payload = (SELECT payload FROM record WHERE sequence = 6) WHERE sequence = 4")]
    [InlineData(TrailFault.ChainBroken, 4, "UPDATE record SET previous = randomblob(32) WHERE sequence = 4")]
    [InlineData(TrailFault.ChainBroken, 1, "UPDATE record SET previous = randomblob(32) WHERE sequence = 1")]
    [InlineData(TrailFault.RecordMissing, 4, "DELETE FROM record WHERE sequence = 4")]
    [InlineData(TrailFault.RecordMissing, 1, "DELETE FROM record WHERE sequence = 1")]
    [InlineData(TrailFault.RecordMissing, 3, "DELETE FROM record WHERE sequence IN (3, 4, 5)")]
    [InlineData(TrailFault.RecordInserted, -5, "INSERT INTO record SELECT -5, time, event, outcome, actor, request_id, payload, previous, hash FROM record WHERE sequence = 2")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE record SET time = '2026-03-01T10:00:05.000Z' WHERE sequence = 4")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE record SET event = 2004 WHERE sequence = 4")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE record SET outcome = 8 WHERE sequence = 4")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE record SET actor = '900000001' WHERE sequence = 4")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE record SET actor = NULL WHERE sequence = 4")]
    [InlineData(TrailFault.ColumnMismatch, 4, "UPDATE record SET request_id = 'request-5' WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 4, "UPDATE patient SET epd_id = 'patient-9' WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 4, "UPDATE patient SET bsn = NULL WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 4, "UPDATE patient SET bsn = '' WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 4, "UPDATE patient SET position = 1 WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 4, "DELETE FROM patient WHERE sequence = 4")]
    [InlineData(TrailFault.PatientIndexMismatch, 7, "DELETE FROM patient WHERE sequence = 7")]
    [InlineData(TrailFault.PatientIndexMismatch, 4, "INSERT INTO patient VALUES(4, 1, 'patient-9', NULL)")]
    [InlineData(TrailFault.PatientIndexMismatch, 8, "INSERT INTO patient VALUES(8, 0, 'patient-9', NULL)")]
    [InlineData(TrailFault.PatientIndexMismatch, 0, "INSERT INTO patient VALUES(0, 0, 'patient-9', NULL)")]
    [InlineData(TrailFault.Unreadable, 1, "PRAGMA user_version = 4")]
    [InlineData(TrailFault.Unreadable, 1, "PRAGMA application_id = 1")]
    [InlineData(TrailFault.Unreadable, 1, "DROP TABLE record")]
    public async Task H129_Verify_TamperedTrail_NamesTheFirstFault(TrailFault kind, long sequence, string sql)
    {
        using var folder = new TrailFolder();
        await folder.Fill(7);

        folder.Tamper(sql);

        AssertFault(folder.Verify(), kind, sequence);
    }

    [Theory]
    [InlineData(3, 6)]
    [InlineData(3, 4)]
    [InlineData(1, 7)]
    public async Task Verify_WholeRecordsSwapped_NamesTheFirstOfTwo(int first, int second)
    {
        using var folder = new TrailFolder();
        await folder.Fill(7);

        folder.Tamper($"""
            UPDATE record SET sequence = 100 WHERE sequence = {first};
            UPDATE record SET sequence = {first} WHERE sequence = {second};
            UPDATE record SET sequence = {second} WHERE sequence = 100;
            """);

        AssertFault(folder.Verify(), TrailFault.RecordSwapped, first);
    }

    [Theory]
    [InlineData("payload")]
    [InlineData("payload = other.payload, hash")]
    public async Task Verify_ContentsSwapped_NamesTheFirstOfTwo(string column)
    {
        using var folder = new TrailFolder();
        await folder.Fill(7);

        var columns = column.Contains("hash", StringComparison.Ordinal) ? "hash" : "payload";
        folder.Tamper($"""
            CREATE TEMP TABLE other AS SELECT 9 - sequence AS place, payload, hash FROM record WHERE sequence IN (3, 6);
            UPDATE record SET {column} = other.{columns} FROM other WHERE record.sequence = other.place;
            """);

        AssertFault(folder.Verify(), TrailFault.RecordSwapped, 3);
    }

    [Fact]
    public async Task Verify_RecordRemovedAndTheRestRenumbered_NamesTheMissingOne()
    {
        using var folder = new TrailFolder();
        await folder.Fill(7);

        folder.Tamper("""
            DELETE FROM record WHERE sequence IN (3, 4);
            UPDATE record SET sequence = sequence - 2 WHERE sequence > 4;
            """);

        AssertFault(folder.Verify(), TrailFault.RecordMissing, 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Verify_RecordInsertedAndTheRestRenumbered_NamesTheInsertedOne(bool withHash)
    {
        using var folder = new TrailFolder();
        await folder.Fill(7);

        folder.Tamper("""
            UPDATE record SET sequence = -sequence - 1 WHERE sequence > 3;
            UPDATE record SET sequence = -sequence WHERE sequence < 0;
            """);
        Forge(folder, sequence: 4, after: 3, withHash);

        AssertFault(folder.Verify(), TrailFault.RecordInserted, 4);
    }

    [Fact]
    public async Task Verify_RecordRewrittenWithAFittingHash_IsNamedByTheNextOne()
    {
        using var folder = new TrailFolder();
        await folder.Fill(7);

        folder.Tamper("DELETE FROM record WHERE sequence = 4");
        Forge(folder, sequence: 4, after: 3, withHash: true);

        AssertFault(folder.Verify(), TrailFault.RecordEdited, 4);
    }

    [Fact]
    public async Task Verify_FittingRecordThatIsNoPayload_IsNamed()
    {
        using var folder = new TrailFolder();
        await folder.Fill(3);
        folder.Tamper("");

        Forge(folder, sequence: 4, after: 3, withHash: true, payload: "[1, 2]");

        AssertFault(folder.Verify(), TrailFault.RecordEdited, 4);
    }

    [Fact]
    public async Task Verify_TwoNodes_NamesTheOneAtFault()
    {
        using var folder = new TrailFolder();
        await folder.Fill(3);
        await folder.Fill(3, folder.Options with { Node = "a-first" });

        folder.Tamper("DELETE FROM record WHERE sequence = 2");

        var report = folder.Verify();
        Assert.Null(report.Nodes[0].Fault);
        AssertFault(report, TrailFault.RecordMissing, 2);
    }

    [Fact]
    public async Task Verify_RecordMovedToAnotherNode_IsNamed()
    {
        using var folder = new TrailFolder();
        await folder.Fill(3);
        await folder.Fill(3, folder.Options with { Node = "other" });
        var other = Path.Combine(folder.Trail, "other.trail.db");

        folder.Tamper($"ATTACH '{other}' AS other; UPDATE record SET payload = o.payload, previous = o.previous, "
            + "hash = o.hash FROM other.record AS o WHERE o.sequence = record.sequence AND record.sequence > 1");

        AssertFault(folder.Verify(), TrailFault.RecordEdited, 2);
    }

    [Fact]
    public async Task Verify_DamagedFile_IsUnreadable()
    {
        using var folder = new TrailFolder();
        await folder.Fill(50);
        using (var file = new FileStream(folder.Database, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Seek(4096, SeekOrigin.Begin);
            var junk = new byte[(int)file.Length - 4096];
            Array.Fill(junk, (byte)0xAA);
            file.Write(junk);
        }

        Assert.Equal(TrailFault.Unreadable, folder.Verify().FirstFault?.Kind);
    }

    [Fact]
    public async Task Verify_NotADatabase_IsUnreadable()
    {
        using var folder = new TrailFolder();
        await folder.Fill(1);
        await File.WriteAllTextAsync(folder.Database, new string('x', 10_000));

        AssertFault(folder.Verify(), TrailFault.Unreadable, 1);
    }

    [TmpfsFact]
    public async Task Verify_CopyOnAReadOnlyDisk_IsIntact()
    {
        using var disk = new Tmpfs(megabytes: 4);
        using var folder = new TrailFolder(disk.Path);
        await folder.Fill(3);
        disk.MakeReadOnly();

        var report = folder.Verify();

        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        Assert.Equal(3, AuditReader.Read(folder.Storage).Count());
        Assert.Throws<AuditUnavailableException>(() => AuditTrail.Open(folder.Options, folder.Clock));
    }

    [Fact]
    public void Verify_EmptyFolder_ProvesNothing()
    {
        using var folder = new TrailFolder();
        Directory.CreateDirectory(folder.Trail);

        Assert.False(folder.Verify().IsIntact);
        Assert.Throws<DirectoryNotFoundException>(() => AuditVerifier.Verify(AuditStorage.InFolder(folder.Trail + "-not")));
    }

    [Fact]
    public async Task Verify_ManyWindows_ReportsProgressAndEveryRecord()
    {
        using var folder = new TrailFolder();
        await using (var trail = AuditTrail.Open(folder.Options, folder.Clock))
        {
            foreach (var part in Enumerable.Range(1, 41_000).Chunk(4000))
            {
                await Task.WhenAll(part.Select(i => trail.AppendAsync(Sample.Section(i), default)));
            }
        }

        var progress = new Heard();
        var report = AuditVerifier.Verify(folder.Storage, progress: progress);
        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        Assert.Equal([20_000, 40_000, 41_000], progress.Verified);
        folder.Tamper("DELETE FROM patient WHERE sequence = 20000");
        AssertFault(folder.Verify(), TrailFault.PatientIndexMismatch, 20_000);
        folder.Tamper("DELETE FROM record WHERE sequence = 20001");
        folder.Tamper("INSERT INTO patient VALUES(20000, 0, 'patient-0', '900186021')");
        AssertFault(folder.Verify(), TrailFault.RecordMissing, 20_001);
    }

    /// <summary>Puts a record at a sequence as one who knows the format but not the past.</summary>
    private static void Forge(TrailFolder folder, int sequence, int after, bool withHash, string? payload = null)
    {
        using var connection = folder.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {RecordColumns} FROM record WHERE sequence = {after}";
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        var content = payload is null ? row.GetFieldValue<byte[]>(5) : System.Text.Encoding.UTF8.GetBytes(payload);
        var previous = row.GetFieldValue<byte[]>(7);
        var hash = withHash ? ChainRule.Hash(previous, TrailFolder.Node, sequence, content) : new byte[32];
        using var insert = connection.CreateCommand();
        insert.CommandText = $"""
            INSERT INTO record SELECT {sequence}, time, event, outcome, actor, request_id, $payload, $previous, $hash
            FROM record WHERE sequence = {after};
            INSERT OR REPLACE INTO patient SELECT {sequence}, position, epd_id, bsn FROM patient WHERE sequence = {after};
            """;
        insert.Parameters.Add("$payload", SqliteType.Blob).Value = content;
        insert.Parameters.Add("$previous", SqliteType.Blob).Value = previous;
        insert.Parameters.Add("$hash", SqliteType.Blob).Value = hash;
        insert.ExecuteNonQuery();
    }

    private static void AssertFault(VerificationReport report, TrailFault kind, long sequence)
    {
        Assert.False(report.IsIntact);
        var fault = report.FirstFault;
        Assert.Equal((kind, TrailFolder.Node, sequence), (fault?.Kind, fault?.Node, fault?.Sequence));
    }

    private sealed class Heard : IProgress<VerificationProgress>
    {
        public List<long> Verified { get; } = [];

        public void Report(VerificationProgress value) => Verified.Add(value.Verified);
    }
}
