using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Tests.Audit;

/// <summary>Records put aside as evidence, wherever the trail is kept.</summary>
public abstract class EvidenceContract
{
    /// <summary>What the table of records is called there.</summary>
    protected abstract string Records { get; }

    protected abstract TrailRig NewTrail();

    [Fact]
    public async Task Compare_OneRecordEdited_SaysWhichAndLeavesTheOthers()
    {
        using var rig = NewTrail();
        await rig.Fill(4);
        var frozen = AuditReader.Read(rig.Storage).Select(FrozenRecord.Of).OrderBy(one => one.Sequence).ToList();
        var evidence = new AuditEvidence(rig.Storage);
        Assert.All(await evidence.CompareAsync(frozen, default), read => Assert.Equal(EvidenceState.AsItWas, read.State));

        // The hash beside it stays as it was, as whoever knows the tables would leave it.
        rig.Tamper($"UPDATE {Records} SET payload = (SELECT other.payload FROM {Records} AS other WHERE other.sequence = 1) WHERE sequence = 3");

        var read = await evidence.CompareAsync([frozen[2], frozen[0], frozen[2], new("elsewhere", 1, "ab"), new(TrailRig.Node, 99, "ab")], default);
        Assert.Equal([EvidenceState.Changed, EvidenceState.AsItWas, EvidenceState.Changed, EvidenceState.Gone, EvidenceState.Gone], read.Select(one => one.State));
        Assert.Equal([3L, 1L, 3L], read.Take(3).Select(one => one.Stored!.Sequence));
    }

    [Fact]
    public async Task Look_OfOnePatientAndSession_IsInOrderAndNothingElse()
    {
        using var rig = NewTrail();
        await using (var trail = AuditTrail.Open(rig.Options, rig.Clock))
        {
            foreach (var (patient, session, second) in new[] { ("p1", "s1", 2), ("p1", "s2", 3), ("p2", "s1", 4), ("p1", "s1", 1), ("p1", "s1", 9) })
            {
                await trail.AppendAsync(
                    Sample.Section(0) with { Time = Sample.Section(0).Time.AddSeconds(second), Patients = [new(patient)], Actor = new() { UziNumber = "900000001", SessionId = session } }, default);
            }
        }
        var start = Sample.Section(0).Time;
        var look = await new AuditEvidence(rig.Storage).LookAsync("p1", "s1", start, start.AddSeconds(5), default);
        Assert.Equal([4L, 1L], look.Select(stored => stored.Sequence));
    }

    [Fact]
    public async Task OfKind_SomeEvents_GivesThoseOldestFirstAndTheLast()
    {
        using var rig = NewTrail();
        var start = Sample.Section(0).Time;
        await using (var trail = AuditTrail.Open(rig.Options, rig.Clock))
        {
            AuditEventType[] events = [AuditEventType.CaseOpened, AuditEventType.SignedIn, AuditEventType.CaseClosed, AuditEventType.CaseOpened];
            for (var i = 0; i < events.Length; i++)
            {
                await trail.AppendAsync(Sample.Section(0) with { Event = events[i], Time = start.AddSeconds(i) }, default);
            }
        }
        var evidence = new AuditEvidence(rig.Storage);
        Assert.Equal([1L, 3L, 4L], (await evidence.OfKindAsync([AuditEventType.CaseOpened, AuditEventType.CaseClosed], null, null, default)).Select(stored => stored.Sequence));
        Assert.Equal([3L], (await evidence.OfKindAsync([AuditEventType.CaseOpened, AuditEventType.CaseClosed], start.AddSeconds(1), start.AddSeconds(3), default)).Select(stored => stored.Sequence));
        Assert.Equal(4, (await evidence.LastAsync(AuditEventType.CaseOpened, start, default))!.Sequence);
        Assert.Null(await evidence.LastAsync(AuditEventType.CaseOpened, start.AddSeconds(4), default));
    }
}
