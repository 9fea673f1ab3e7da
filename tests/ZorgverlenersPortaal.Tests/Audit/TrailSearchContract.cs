using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>What a search finds wherever the trail is kept.</summary>
public abstract class TrailSearchContract
{
    private static readonly DateTimeOffset _start = Sample.Section(0).Time;

    /// <summary>How many trails the property is tried on.</summary>
    protected virtual int Trials => 30;

    protected abstract TrailRig NewTrail();

    [Fact]
    public async Task Find_ByEachField_GivesOnlyWhatPasses()
    {
        using var folder = NewTrail();
        await FillAsync(folder);

        Assert.Equal([4L, 3L, 2L, 1L], Found(new()));
        Assert.Equal([3L, 2L], Found(new() { From = _start.AddSeconds(2), Until = _start.AddSeconds(4) }));
        Assert.Equal([2L], Found(new() { UziNumber = "900000002" }));
        Assert.Equal([2L], Found(new() { UziNumber = "900000002", From = _start, Until = _start.AddSeconds(9) }));
        Assert.Equal([4L], Found(new() { Agb = "01099999" }));
        Assert.Equal([4L], Found(new() { Name = "öztürk" }));
        Assert.Equal([3L], Found(new() { Bsn = "999990019" }));
        Assert.Equal([3L], Found(new() { Bsn = "999990019", Until = _start.AddSeconds(9) }));
        Assert.Equal([1L], Found(new() { Rules = ["emergency", "delegation"] }));
        Assert.Equal([4L], Found(new() { Outcome = AuditOutcome.Refused }));
        Assert.Empty(Found(new() { Bsn = "999990019", UziNumber = "900000002" }));

        IEnumerable<long> Found(AuditSearch search) => AuditReader.Find(folder.Storage, search).Records.Select(stored => stored.Sequence);
    }

    [Fact]
    public async Task Find_ByBsn_AlsoGivesRecordsThatHoldOnlyTheNumberInTheEpd()
    {
        using var folder = NewTrail();
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(1) with { Patients = [new("pat-1")] }, default);
        await trail.AppendAsync(Sample.Section(2) with { Patients = [new("pat-1", "999990019")] }, default);
        await trail.AppendAsync(Sample.Section(3) with { Patients = [new("", "999990019")] }, default);
        await trail.AppendAsync(Sample.Section(4) with { Patients = [new("", "999900055")] }, default);
        Assert.Equal([3L, 2L, 1L], AuditReader.Find(folder.Storage, new() { Bsn = "999990019" }).Records.Select(stored => stored.Sequence));
    }

    [Fact]
    public async Task Find_MoreThanMayBeRead_IsCutAndGoesOnFromThere()
    {
        using var folder = NewTrail();
        await folder.Fill(9);
        var search = new AuditSearch { Name = "niemand", MostRead = 4 };
        var page = AuditReader.Find(folder.Storage, search);
        Assert.Equal((0, true, 6L), (page.Records.Count, page.IsCut, page.Older!.Sequence));
        page = AuditReader.Find(folder.Storage, search with { Before = page.Older });
        Assert.Equal((true, 2L), (page.IsCut, page.Older!.Sequence));
        page = AuditReader.Find(folder.Storage, search with { Before = page.Older });
        Assert.Equal((false, null), (page.IsCut, page.Older));
    }

    [Fact]
    public void Find_AnyPageSizeOverTwoNodes_GivesEveryRecordOnceInOrder()
    {
        // Few different moments: what happened at the same one on two nodes is where pages lose or repeat a record.
        var trails =
            from one in Gen.Choose(0, 3).ListOf(7)
            from other in Gen.Choose(0, 3).ListOf(7)
            from limit in Gen.Choose(1, 5)
            from read in Gen.Choose(1, 5)
            select (one, other, limit, read);
        Prop.ForAll(trails.ToArbitrary(), sample =>
        {
            using var folder = NewTrail();
            FillAsync(folder, "a", sample.one).GetAwaiter().GetResult();
            FillAsync(folder, "b", sample.other).GetAwaiter().GetResult();
            List<StoredAuditRecord> seen = [];
            var page = new AuditPage([], null, false);
            do
            {
                page = AuditReader.Find(folder.Storage, new() { Before = page.Older, Limit = sample.limit, MostRead = sample.read });
                seen.AddRange(page.Records);
            }
            while (page.Older is not null);
            var expected = AuditReader.Read(folder.Storage, new() { Limit = int.MaxValue })
                .OrderByDescending(stored => stored.Record.Time).ThenBy(stored => stored.Node, StringComparer.Ordinal).ThenByDescending(stored => stored.Sequence);
            return seen.Select(stored => stored.Place).SequenceEqual(expected.Select(stored => stored.Place));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Trials));
    }

    private static async Task FillAsync(TrailRig folder)
    {
        await using var trail = AuditTrail.Open(folder.Options, folder.Clock);
        await trail.AppendAsync(Sample.Section(1) with { Decision = Sample.Section(1).Decision! with { Rule = "emergency" } }, default);
        await trail.AppendAsync(Sample.Section(2), default);
        await trail.AppendAsync(Sample.Section(3) with { Patients = [new AuditPatient("", "999990019")] }, default);
        await trail.AppendAsync(Sample.Section(4) with { Outcome = AuditOutcome.Refused, Actor = new() { Name = "F. Öztürk", Agb = "01099999" } }, default);
    }

    private static async Task FillAsync(TrailRig folder, string node, IEnumerable<int> seconds)
    {
        await using var trail = AuditTrail.Open(folder.Options with { Node = node }, folder.Clock);
        foreach (var second in seconds)
        {
            await trail.AppendAsync(Sample.Section(second), default);
        }
    }
}
