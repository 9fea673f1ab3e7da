using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>
/// The files of a trail that is open are what a process that was killed leaves behind; with the end of the log cut off,
/// what a power failure leaves.
/// </summary>
public sealed class AuditTrailCrashTests
{
    [Fact]
    public async Task R2_Killed_NothingAcknowledgedIsLost_AndTheChainGoesOn()
    {
        using var folder = new TrailFolder();
        using var after = new TrailFolder();
        await using var killed = AuditTrail.Open(folder.Options, folder.Clock);
        for (var i = 1; i <= 20; i++)
        {
            await killed.AppendAsync(Sample.List(i, 3), default);
        }

        Copy(folder, after);
        await using var trail = AuditTrail.Open(after.Options, after.Clock);

        Assert.Equal(21, (await trail.AppendAsync(Sample.Section(21), default)).Sequence);
        Assert.True(after.Verify().IsIntact);
    }

    [Fact]
    public async Task PowerCut_LogCutAnywhere_WhatIsLeftIsAChainThatGoesOn()
    {
        using var folder = new TrailFolder();
        await using var killed = AuditTrail.Open(folder.Options, folder.Clock);
        for (var i = 1; i <= 5; i++)
        {
            await killed.AppendAsync(Sample.List(i, 3), default);
        }

        var length = new FileInfo(folder.Database + "-wal").Length;
        var counts = new List<long>();
        for (var cut = length; cut >= 0; cut -= 1999)
        {
            using var after = new TrailFolder();
            Copy(folder, after);
            using (var log = new FileStream(after.Database + "-wal", FileMode.Open))
            {
                log.SetLength(cut);
            }

            await using var trail = AuditTrail.Open(after.Options, after.Clock);
            counts.Add(trail.Health.Size);
            await trail.AppendAsync(Sample.Section(9), default);
            var report = after.Verify();
            Assert.True(report.IsIntact, report.FirstFault?.ToString());
        }

        Assert.Equal(5, counts[0]);
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.Equal(0, counts[^1]);
    }

    private static void Copy(TrailFolder from, TrailFolder to)
    {
        Directory.CreateDirectory(to.Trail);
        File.Copy(from.Database, to.Database);
        File.Copy(from.Database + "-wal", to.Database + "-wal");
    }
}
