using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

public sealed class AuditReaderTests
{
    [Fact]
    public async Task Read_NoFilter_GivesTheNewestFirstOverAllNodes()
    {
        using var folder = new TrailFolder();
        await folder.Fill(3);
        await using var other = AuditTrail.Open(folder.Options with { Node = "other" }, folder.Clock);
        var between = Sample.Section(9) with { Time = Sample.Section(2).Time.AddMilliseconds(1) };
        await other.AppendAsync(between, default);

        var read = AuditReader.Read(folder.Trail, new AuditFilter { Limit = 3 });

        Assert.Equal([("node-1", 3L), ("other", 1L), ("node-1", 2L)], read.Select(s => (s.Node, s.Sequence)));
    }

    [Fact]
    public async Task Read_ByRequestPatientBsnOrNode_GivesOnlyThose()
    {
        using var folder = new TrailFolder();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(1), default);
        await trail.AppendAsync(Sample.List(2, 3), default);
        await trail.AppendAsync(Sample.Section(3) with { Patients = [new AuditPatient("", "999990019")] }, default);
        await trail.AppendAsync(Sample.Section(4) with { Patients = [] }, default);

        Assert.Equal([2L], Found(new AuditFilter { RequestId = "request-2" }));
        Assert.Equal([2L, 1L], Found(new AuditFilter { PatientId = "patient-1" }));
        Assert.Equal([2L], Found(new AuditFilter { PatientId = "patient-1", RequestId = "request-2" }));
        Assert.Equal([3L], Found(new AuditFilter { Bsn = "999990019" }));
        Assert.Equal([4L, 3L, 2L, 1L], Found(new AuditFilter { Node = TrailFolder.Node }));
        Assert.Empty(Found(new AuditFilter { Node = "other" }));

        IEnumerable<long> Found(AuditFilter filter) => AuditReader.Read(folder.Trail, filter).Select(s => s.Sequence);
    }

    [Fact]
    public async Task Read_FolderWithAForeignDatabase_IsRefused()
    {
        using var folder = new TrailFolder();
        await folder.Fill(1);
        folder.Run("PRAGMA application_id = 1");

        Assert.Throws<AuditTrailRefusedException>(() => AuditReader.Read(folder.Trail));
    }
}
