using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>What a trail does wherever it is kept.</summary>
public abstract class TrailContract
{
    protected abstract TrailRig NewTrail();

    [Fact]
    public async Task R2_AppendReturns_RecordIsCommitted()
    {
        using var folder = NewTrail();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);

        for (var i = 1; i <= 3; i++)
        {
            var receipt = await trail.AppendAsync(Sample.Section(i), default);

            Assert.Equal(new AuditReceipt(TrailRig.Node, i), receipt);
            Assert.Equal(i, folder.Count());
        }

        Assert.Equal(new AuditTrailHealth(3, 0, null, null), trail.Health);
    }

    [Fact]
    public async Task Append_FromManyThreads_SequencesAreContiguous()
    {
        using var folder = NewTrail();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);

        var receipts = await Task.WhenAll(Enumerable.Range(1, 32).Select(caller => Task.Run(async () =>
        {
            var mine = new List<long>();
            for (var i = 0; i < 20; i++)
            {
                mine.Add((await trail.AppendAsync(Sample.List(caller, i), default)).Sequence);
            }

            Assert.Equal(mine.Order(), mine);
            return mine;
        })));

        Assert.Equal(Enumerable.Range(1, 640).Select(i => (long)i), receipts.SelectMany(r => r).Order());
        var report = folder.Verify();
        Assert.True(report.IsIntact, report.FirstFault?.ToString());
    }

    [Fact]
    public async Task Dispose_RecordsWait_TheyAreWritten_AndLaterOnesRefused()
    {
        using var folder = NewTrail();
        var trail = AuditTrail.Open(folder.Options, folder.Clock);
        var waiting = Enumerable.Range(1, 50).Select(i => trail.AppendAsync(Sample.Section(i), default)).ToList();

        await trail.DisposeAsync();
        await trail.DisposeAsync();

        await Task.WhenAll(waiting);
        await Assert.ThrowsAsync<AuditUnavailableException>(() => trail.AppendAsync(Sample.Section(51), default));
        Assert.Equal(50, folder.Count());
    }

    [Fact]
    public async Task Open_SameNodeTwice_SecondIsRefused_UntilTheFirstCloses()
    {
        using var folder = NewTrail();
        var first = AuditTrail.Open(folder.Options, folder.Clock);

        var refused = Assert.Throws<AuditTrailInUseException>(() => AuditTrail.Open(folder.Options, folder.Clock));

        Assert.Contains("another process", refused.Message, StringComparison.Ordinal);
        await first.DisposeAsync();
        await using var second = AuditTrail.Open(folder.Options, folder.Clock);
    }

    [Fact]
    public async Task Open_TwoNodes_EachHasItsOwnChain()
    {
        using var folder = NewTrail();
        await using (var portal = AuditTrail.Open(folder.Options, folder.Clock))
        await using (var command = AuditTrail.Open(folder.Options with { Node = "host-cli" }, folder.Clock))
        {
            Assert.Equal(1, (await portal.AppendAsync(Sample.Section(1), default)).Sequence);
            Assert.Equal(new AuditReceipt("host-cli", 1), await command.AppendAsync(Sample.Section(2), default));
        }

        var report = folder.Verify();
        Assert.True(report.IsIntact);
        Assert.Equal(["host-cli", "node-1"], report.Nodes.Select(n => n.Node), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Read_NoFilter_GivesTheNewestFirstOverAllNodes()
    {
        using var folder = NewTrail();
        await folder.Fill(3);
        await using var other = AuditTrail.Open(folder.Options with { Node = "other" }, folder.Clock);
        var between = Sample.Section(9) with { Time = Sample.Section(2).Time.AddMilliseconds(1) };
        await other.AppendAsync(between, default);

        var read = AuditReader.Read(folder.Storage, new AuditFilter { Limit = 3 });

        Assert.Equal([("node-1", 3L), ("other", 1L), ("node-1", 2L)], read.Select(s => (s.Node, s.Sequence)));
    }

    [Fact]
    public async Task Read_ByRequestPatientBsnOrNode_GivesOnlyThose()
    {
        using var folder = NewTrail();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        await trail.AppendAsync(Sample.List(2, 3), default);
        await trail.AppendAsync(Sample.Section(3) with { Patients = [new AuditPatient("", "999990019")] }, default);
        await trail.AppendAsync(Sample.Section(4) with { Patients = [] }, default);

        Assert.Equal([2L], Found(new AuditFilter { RequestId = "request-2" }));
        Assert.Equal([2L, 1L], Found(new AuditFilter { PatientId = "patient-1" }));
        Assert.Equal([2L], Found(new AuditFilter { PatientId = "patient-1", RequestId = "request-2" }));
        Assert.Equal([3L], Found(new AuditFilter { Bsn = "999990019" }));
        Assert.Equal([4L, 3L, 2L, 1L], Found(new AuditFilter { Node = TrailRig.Node }));
        Assert.Empty(Found(new AuditFilter { Node = "other" }));

        IEnumerable<long> Found(AuditFilter filter) => AuditReader.Read(folder.Storage, filter).Select(s => s.Sequence);
    }
}
