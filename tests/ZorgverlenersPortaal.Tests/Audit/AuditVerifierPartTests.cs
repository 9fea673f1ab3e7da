using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>Verifying a part of a trail: records 8 to 12 of 20 are of the period.</summary>
public sealed class AuditVerifierPartTests
{
    private static readonly VerificationPeriod _part = new(Sample.Section(8).Time, Sample.Section(13).Time);

    [Fact]
    public async Task Verify_APart_CountsItsRecordsOnly()
    {
        using var folder = new TrailFolder();
        await folder.Fill(20);
        var report = AuditVerifier.Verify(folder.Storage, period: _part);
        var node = Assert.Single(report.Nodes);
        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        Assert.Equal((8, 5, Sample.Section(8).Time, Sample.Section(12).Time), (node.Begin, node.Count, node.First, node.Last));
    }

    [Fact]
    public async Task Verify_APartWithCheckpoints_GoesOnToTheNext()
    {
        using var folder = new TrailFolder();
        await folder.Fill(20, folder.Checkpointed);
        var node = Assert.Single(AuditVerifier.Verify(folder.Storage, folder.Checkpoints, folder.Key, period: _part).Nodes);
        Assert.Equal((null, 8, 13, 20), (node.Fault, node.Begin, node.Count, node.CheckpointedThrough));
    }

    [Theory]
    [InlineData(TrailFault.RecordEdited, 10, "UPDATE record SET payload = CAST(replace(CAST(payload AS TEXT), 'TREAT', 'TREAD') AS BLOB) WHERE sequence = 10")]
    [InlineData(TrailFault.RecordEdited, 7, "UPDATE record SET payload = CAST(replace(CAST(payload AS TEXT), 'TREAT', 'TREAD') AS BLOB) WHERE sequence = 7")]
    [InlineData(TrailFault.RecordEdited, 13, "UPDATE record SET payload = CAST(replace(CAST(payload AS TEXT), 'TREAT', 'TREAD') AS BLOB) WHERE sequence = 13")]
    [InlineData(TrailFault.RecordMissing, 7, "DELETE FROM record WHERE sequence = 7")]
    [InlineData(TrailFault.RecordMissing, 8, "DELETE FROM record WHERE sequence = 8")]
    [InlineData(TrailFault.RecordMissing, 10, "DELETE FROM record WHERE sequence = 10")]
    [InlineData(TrailFault.RecordMissing, 12, "DELETE FROM record WHERE sequence = 12")]
    [InlineData(TrailFault.RecordMissing, 13, "DELETE FROM record WHERE sequence = 13")]
    [InlineData(TrailFault.ColumnMismatch, 8, "UPDATE record SET time = '2025-01-01T00:00:00.000Z' WHERE sequence = 8")]
    [InlineData(TrailFault.ColumnMismatch, 12, "UPDATE record SET time = '2027-01-01T00:00:00.000Z' WHERE sequence = 12")]
    [InlineData(TrailFault.ColumnMismatch, 12, "UPDATE record SET time = '2025-01-01T00:00:00.000Z' WHERE sequence BETWEEN 8 AND 12")]
    [InlineData(TrailFault.ColumnMismatch, 8, "UPDATE record SET time = '2027-01-01T00:00:00.000Z' WHERE sequence BETWEEN 8 AND 12")]
    [InlineData(TrailFault.PatientIndexMismatch, 10, "DELETE FROM patient WHERE sequence = 10")]
    [InlineData(TrailFault.PatientIndexMismatch, 12, "INSERT INTO patient VALUES(12, 1, 'patient-9', NULL)")]
    [InlineData(TrailFault.ChainBroken, 8, "UPDATE record SET previous = randomblob(32) WHERE sequence = 8")]
    public async Task H129_Verify_TamperedPartOrItsNeighbour_NamesTheRecord(TrailFault kind, long sequence, string sql)
    {
        using var folder = new TrailFolder();
        await folder.Fill(20);
        folder.Tamper(sql);
        var fault = AuditVerifier.Verify(folder.Storage, period: _part).FirstFault;
        Assert.Equal((kind, TrailRig.Node, sequence), (fault?.Kind, fault?.Node, fault?.Sequence));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    public async Task Verify_TamperedElsewhere_SeesNothing_ButACheckpointBehindThePartDoes(int sequence)
    {
        using var folder = new TrailFolder();
        await folder.Fill(20, folder.Checkpointed);
        folder.Tamper($"UPDATE record SET payload = x'7b7d' WHERE sequence = {sequence}");
        Assert.Null(AuditVerifier.Verify(folder.Storage, period: _part).FirstFault);
        Assert.Equal(sequence > 12 ? sequence : null, AuditVerifier.Verify(folder.Storage, folder.Checkpoints, folder.Key, period: _part).FirstFault?.Sequence);
    }

    [Fact]
    public async Task Verify_APartBeforeACutTail_SeesTheCut()
    {
        using var folder = new TrailFolder();
        await folder.Fill(20, folder.Checkpointed);
        folder.Tamper("DELETE FROM record WHERE sequence > 15; DELETE FROM patient WHERE sequence > 15");
        var fault = AuditVerifier.Verify(folder.Storage, folder.Checkpoints, folder.Key, period: _part).FirstFault;
        Assert.Equal((TrailFault.TailCut, 16), (fault?.Kind, fault?.Sequence));
    }

    [Fact]
    public async Task Verify_DaysWithoutRecords_CountsNone()
    {
        using var folder = new TrailFolder();
        await folder.Fill(20);
        foreach (var start in new[] { Sample.Section(1).Time.AddYears(-1), Sample.Section(1).Time.AddYears(1) })
        {
            var report = AuditVerifier.Verify(folder.Storage, period: new(start, start.AddDays(1)));
            Assert.Equal((true, 0), (report.IsIntact, Assert.Single(report.Nodes).Count));
        }
    }
}
