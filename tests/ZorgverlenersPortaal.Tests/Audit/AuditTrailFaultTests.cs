using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditTrailFaultTests
{
    [TmpfsFact]
    public async Task R2_H123_DiskFull_ThrowsUnavailable_AndRecoversWhenThereIsSpace()
    {
        using var disk = new Tmpfs(megabytes: 2);
        using var folder = new TrailFolder(disk.Path);
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(0), default);
        disk.FillUp();
        List<AuditUnavailableException> faults = [];
        Dictionary<long, string> acknowledged = [];

        // Not every record fails: closing the file empties the log, which makes a little room again.
        for (var i = 1; faults.Count < 50 && i < 5000; i++)
        {
            try
            {
                var record = Sample.Section(i);
                acknowledged.Add((await trail.AppendAsync(record, default)).Sequence, record.RequestId);
            }
            catch (AuditUnavailableException fault)
            {
                faults.Add(fault);
            }
        }

        disk.MakeRoom();
        acknowledged.Add((await trail.AppendAsync(Sample.Section(9999), default)).Sequence, "request-9999");

        Assert.Equal(50, faults.Count);
        Assert.Contains("Free space", faults[0].Message, StringComparison.Ordinal);
        Assert.Null(trail.Health.WriteFault);
        var report = folder.Verify();
        Assert.True(report.IsIntact, report.FirstFault?.ToString());
        var stored = AuditReader.Read(folder.Storage, new AuditFilter { Limit = int.MaxValue })
            .ToDictionary(s => s.Sequence, s => s.Record.RequestId);
        Assert.All(acknowledged, pair => Assert.Equal(pair.Value, stored[pair.Key]));
    }

    [TmpfsFact]
    public void Open_DiskFull_IsRefused()
    {
        using var disk = new Tmpfs(megabytes: 1);
        using var folder = new TrailFolder(disk.Path);
        disk.FillUp();

        Assert.Throws<AuditUnavailableException>(() => AuditTrail.Open(folder.Options, folder.Clock));
    }

    [Fact]
    public async Task R2_H125_TableGone_ThrowsUnavailable_AndRecoversWhenItIsBack()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        folder.Run("ALTER TABLE record RENAME TO hidden");

        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(2), default));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(3), default));
        folder.Run("ALTER TABLE hidden RENAME TO record");

        Assert.Equal(2, (await trail.AppendAsync(Sample.Section(4), default)).Sequence);
        Assert.True(folder.Verify().IsIntact);
    }

    [Fact]
    public async Task R2_TriggerRefuses_ThrowsUnavailable_AndTheChainHasNoGap()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        folder.Run("CREATE TRIGGER stop BEFORE INSERT ON patient BEGIN SELECT RAISE(ABORT, 'stopped'); END");

        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(2), default));
        Assert.Equal(1, folder.Count());
        folder.Run("DROP TRIGGER stop");

        Assert.Equal(2, (await trail.AppendAsync(Sample.Section(3), default)).Sequence);
        Assert.True(folder.Verify().IsIntact);
    }

    [Fact]
    public async Task R2_FileMovedAway_ThrowsUnavailable_AndRecoversWhenItIsBack()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        Move(folder.Trail, folder.Root);

        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(2), default));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(3), default));
        Assert.False(File.Exists(folder.Database));
        Move(folder.Root, folder.Trail);

        Assert.Equal(2, (await trail.AppendAsync(Sample.Section(4), default)).Sequence);
        Assert.True(folder.Verify().IsIntact);
    }

    [Fact]
    public async Task R2_FileReplacedByAnOlderCopy_StaysUnavailable_UntilTheRightOneIsBack()
    {
        using var folder = new TrailFolder();
        await folder.Fill(2);
        var older = Path.Combine(folder.Root, "older");
        File.Copy(folder.Database, older);
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(3), default);
        Move(folder.Trail, folder.Root);
        File.Copy(older, folder.Database);

        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(4), default));
        var refused = await Assert.ThrowsAsync<AuditUnavailableException>(
            () => trail.AppendAsync(Sample.Section(5), default));
        Assert.Contains("no longer holds record 3", refused.Message, StringComparison.Ordinal);
        File.Delete(folder.Database);
        Move(folder.Root, folder.Trail);

        Assert.Equal(4, (await trail.AppendAsync(Sample.Section(6), default)).Sequence);
        Assert.True(folder.Verify().IsIntact);
    }

    [Fact]
    public async Task R2_H125_LockedByAnotherProgram_ThrowsUnavailable_AndRecovers()
    {
        using var folder = new TrailFolder();
        var options = folder.Options with { WriteTimeout = TimeSpan.FromMilliseconds(1) };
        await using var trail = AuditTrail.Open(options, folder.Clock);
        using (var other = folder.Connect())
        {
            using var held = other.BeginTransaction(deferred: false);

            // The clock stands still: it is SQLite that gives up, after a second.
            var fault = await Assert.ThrowsAsync<AuditUnavailableException>(
                () => trail.AppendAsync(Sample.Section(1), default));
            Assert.Contains("locked", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await trail.AppendAsync(Sample.Section(2), default)).Sequence);
    }

    [Fact]
    public async Task Reopen_RecordAddedByAnother_GoesOnAfterIt()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(1), default);

        // What a commit whose answer was an error may leave behind: a record nobody was told about.
        using var twin = new TrailFolder();
        await twin.Fill(2);
        folder.Run($"ATTACH '{twin.Database}' AS twin; INSERT INTO record SELECT * FROM twin.record WHERE sequence = 2;"
            + "INSERT INTO patient SELECT * FROM twin.patient WHERE sequence = 2;");

        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(3), default));

        Assert.Equal(3, (await trail.AppendAsync(Sample.Section(4), default)).Sequence);
        Assert.True(folder.Verify().IsIntact);
    }

    private static void Move(string from, string to)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            var name = TrailFolder.Node + ".trail.db" + suffix;
            if (File.Exists(Path.Combine(from, name)))
            {
                File.Move(Path.Combine(from, name), Path.Combine(to, name));
            }
        }
    }
}
