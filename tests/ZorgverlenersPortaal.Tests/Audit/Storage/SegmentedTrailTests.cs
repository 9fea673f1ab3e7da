using ZorgverlenersPortaal.Audit;
using static ZorgverlenersPortaal.Tests.Audit.SegmentedFolder;

namespace ZorgverlenersPortaal.Tests.Audit.Storage;

public sealed class SegmentedTrailTests : IDisposable
{
    private readonly SegmentedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_SegmentIsFull_TheNextBeginsWithItsHash_AndAllIsOneChain()
    {
        await _folder.Fill(7, _folder.Checkpointed);
        Assert.Equal([3L, 3L, 1L], _folder.Segments.Select(path => Run(path, "SELECT count(*) FROM record")));
        Assert.Equal([1L, 4L, 7L], _folder.Segments.Select(path => Run(path, "SELECT min(sequence) FROM record")));
        Assert.Equal([3L, 3L, 2L], _folder.Segments.Select(path => Run(path, "PRAGMA user_version")));
        await _folder.Fill(3, _folder.Checkpointed);
        var report = _folder.VerifyCheckpointed();
        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        Assert.Equal((10L, 10L), (report.Nodes[0].Count, report.Nodes[0].CheckpointedThrough));
        Assert.Equal(Enumerable.Range(1, 10).Reverse().Select(i => (long)i), AuditReader.Read(_folder.Storage).Select(stored => stored.Sequence).OrderDescending());
    }

    [Fact]
    public async Task Append_NewMonth_BeginsASegment_AndAClockThatGoesBackDoesNot()
    {
        await using (var trail = AuditTrail.Open(_folder.Options with { SegmentRecords = 1000 }, _folder.Clock))
        {
            foreach (var day in new[] { 0, 1, 31, 2, 32 })
            {
                await trail.AppendAsync(Sample.Section(1) with { Time = Sample.Section(1).Time.AddDays(day) }, default);
            }
        }
        Assert.Equal([2L, 3L], _folder.Segments.Select(path => Run(path, "SELECT count(*) FROM record")));
        Assert.True(_folder.Verify().IsIntact);
        Assert.Equal([5L, 3L, 4L, 2L, 1L], AuditReader.Find(_folder.Storage, new()).Records.Select(stored => stored.Sequence));
    }

    [Fact]
    public async Task Seal_Done_NothingCanBeAdded_AndAProgramThatKnowsNoSegmentsRefusesTheFile()
    {
        await _folder.Fill(4);
        var refused = Assert.ThrowsAny<Exception>(() => Run(_folder.Segment(1), "INSERT INTO record SELECT 4, time, event, outcome, actor, request_id, payload, hash, hash FROM record WHERE sequence = 3"));
        Assert.Contains("sealed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3L, Run(_folder.Segment(1), "PRAGMA user_version"));
    }

    [Theory]
    [InlineData("an empty file")]
    [InlineData("tables, the one before is not sealed")]
    [InlineData("tables, the one before is sealed")]
    public async Task R2_KilledWhileTheNextSegmentIsBegun_TheChainGoesOn(string left)
    {
        await _folder.Fill(4);
        var tables = _folder.Segment(2) + ".tables";
        File.Copy(_folder.Segment(2), tables);
        TamperIn(tables, "DELETE FROM record; DELETE FROM patient; CREATE TRIGGER record_insert BEFORE INSERT ON record WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 3) + 1 FROM record) BEGIN SELECT RAISE(ABORT, 'no'); END;");
        File.Delete(_folder.Segment(2));
        if (left == "an empty file")
        {
            await File.WriteAllBytesAsync(_folder.Segment(2), []);
        }
        else
        {
            File.Move(tables, _folder.Segment(2));
        }
        if (left != "tables, the one before is sealed")
        {
            Run(_folder.Segment(1), "DROP TRIGGER record_sealed; PRAGMA user_version = 2;");
        }
        Assert.Equal(3, Assert.Single(_folder.Verify().Nodes).Count);
        Assert.Equal(3, AuditReader.Find(_folder.Storage, new()).Records.Count);

        await _folder.Fill(4);

        Assert.True(_folder.Verify().IsIntact, _folder.Verify().FirstFault?.ToString());
        Assert.Equal([3L, 3L, 1L], _folder.Segments.Select(path => Run(path, "SELECT count(*) FROM record")));
        Assert.Equal([3L, 3L, 2L], _folder.Segments.Select(path => Run(path, "PRAGMA user_version")));
    }

    [Fact]
    public async Task R2_NextSegmentCannotBeMade_NothingIsRecorded_AndItGoesOnOnceItCan()
    {
        await using var trail = AuditTrail.Open(_folder.Options, _folder.Clock);
        for (var i = 1; i <= 3; i++)
        {
            await trail.AppendAsync(Sample.Section(i), default);
        }
        Directory.CreateDirectory(_folder.Segment(2));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(4), default));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(5), default));
        Assert.Equal(3L, Run(_folder.Segment(1), "SELECT count(*) FROM record"));
        Directory.Delete(_folder.Segment(2));
        Assert.Equal(4, (await trail.AppendAsync(Sample.Section(6), default)).Sequence);
        Assert.True(_folder.Verify().IsIntact);
    }

    [Fact]
    public async Task R2_SegmentsOfAPoweredOffMachine_AllThatWasAnsweredIsThere()
    {
        await using var trail = AuditTrail.Open(_folder.Options, _folder.Clock);
        for (var i = 1; i <= 8; i++)
        {
            await trail.AppendAsync(Sample.List(i, 2), default);
            using var after = new SegmentedFolder();
            Directory.CreateDirectory(after.Trail);
            foreach (var file in Directory.EnumerateFiles(_folder.Trail, "*.trail.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            {
                File.Copy(file, Path.Combine(after.Trail, Path.GetFileName(file)));
            }
            await after.Fill(1);
            Assert.True(after.Verify().IsIntact);
            Assert.Equal(i + 1, after.Count());
        }
    }

    [Fact]
    public async Task Open_NewestSegmentIsGone_IsRefused_EvenWithoutCheckpoints()
    {
        await _folder.Fill(7);
        File.Delete(_folder.Segment(3));
        Assert.Contains("sealed", Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(_folder.Options, _folder.Clock)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_SegmentBeforeTheNewestIsGoneOrAnother_IsRefused()
    {
        await _folder.Fill(7);
        File.Move(_folder.Segment(2), _folder.Segment(2) + ".kept");
        Assert.Contains("is gone", Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(_folder.Options, _folder.Clock)).Message, StringComparison.Ordinal);
        File.Copy(_folder.Segment(1), _folder.Segment(2));
        Assert.Contains("does not follow", Assert.Throws<AuditTrailRefusedException>(() => AuditTrail.Open(_folder.Options, _folder.Clock)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WhatWasDoneToASealedSegment_IsNamedWithItsPlace()
    {
        await _folder.Fill(10);
        Assert.Equal((TrailFault.RecordEdited, 5L), After(2, "UPDATE record SET payload = CAST(replace(CAST(payload AS TEXT), 'results', 'letters') AS BLOB) WHERE sequence = 5"));
        Assert.Equal((TrailFault.RecordMissing, 6L), After(2, "DELETE FROM record WHERE sequence = 6; DELETE FROM patient WHERE sequence = 6"));
        Assert.Equal((TrailFault.PatientIndexMismatch, 4L), After(2, "DELETE FROM patient WHERE sequence = 4"));
        Assert.Equal((TrailFault.RecordInserted, 3L), After(1, "INSERT INTO record SELECT 4, time, event, outcome, actor, request_id, payload, previous, hash FROM record WHERE sequence = 3"));
        Assert.Equal((TrailFault.RecordMissing, 4L), After(2, null));
        Assert.Equal((TrailFault.RecordMissing, 1L), After(1, null));
        Assert.Equal((TrailFault.TailCut, 10L), After(4, null));

        (TrailFault, long) After(int segment, string? sql)
        {
            using var hurt = new SegmentedFolder();
            Directory.CreateDirectory(hurt.Trail);
            foreach (var path in _folder.Segments)
            {
                File.Copy(path, Path.Combine(hurt.Trail, Path.GetFileName(path)));
            }
            if (sql is null)
            {
                File.Delete(hurt.Segment(segment));
            }
            else
            {
                TamperIn(hurt.Segment(segment), sql);
            }
            var found = hurt.Verify().FirstFault!;
            return (found.Kind, found.Sequence);
        }
    }

    [Fact]
    public async Task Verify_SegmentsThatEndInsideAWindow_AreReadAsOneTrail()
    {
        // A window is 20,000 records.
        await using (var trail = AuditTrail.Open(_folder.Options with { SegmentRecords = 9_000 }, _folder.Clock))
        {
            foreach (var batch in Enumerable.Range(1, 21_000).Chunk(2_000))
            {
                await Task.WhenAll(batch.Select(i => trail.AppendAsync(Sample.Section(i), default)));
            }
        }
        Assert.Equal(3, _folder.Segments.Count());
        Assert.True(_folder.Verify().IsIntact, _folder.Verify().FirstFault?.ToString());
        TamperIn(_folder.Segment(3), "UPDATE record SET outcome = 9 WHERE sequence = 20999");
        Assert.Equal((TrailFault.ColumnMismatch, 20_999L), (_folder.Verify().FirstFault!.Kind, _folder.Verify().FirstFault!.Sequence));
    }

    [Fact]
    public async Task Find_ByBsnKnownInAnotherSegmentOrNode_GivesRecordsThatHoldOnlyTheNumberInTheEpd()
    {
        await using (var trail = AuditTrail.Open(_folder.Options, _folder.Clock))
        {
            await trail.AppendAsync(Sample.Section(1) with { Patients = [new("pat-1")] }, default);
            await trail.AppendAsync(Sample.Section(2) with { Patients = [] }, default);
            await trail.AppendAsync(Sample.Section(3) with { Patients = [] }, default);
        }
        await using (var other = AuditTrail.Open(_folder.Options with { Node = "other" }, _folder.Clock))
        {
            await other.AppendAsync(Sample.Section(4) with { Patients = [new("pat-1", "999990019")] }, default);
        }
        Assert.Equal([("other", 1L), ("node-1", 1L)], AuditReader.Find(_folder.Storage, new() { Bsn = "999990019" }).Records.Select(stored => (stored.Node, stored.Sequence)));
    }
}
