using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Tests.Dossier.Review;

public sealed class ReviewCasesTests : IAsyncLifetime
{
    private ReviewRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ReviewRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Open_OfARecord_FreezesTheWholeLookOfThatPatient()
    {
        await _rig.LookAsync("p1");
        var second = await _rig.LookAsync("p1");
        await _rig.LookAsync("p2");

        var one = await OpenAsync(second, CaseOrigin.Rule, "no-contact", "night");

        Assert.Equal((CaseOrigin.Rule, CaseState.New, "900021219"), (one!.Origin, one.State, one.DoctorUzi));
        var record = Assert.Single(_rig.Records(AuditEventType.CaseOpened));
        Assert.Equal(["no-contact", "night"], record.Changes.Where(change => change.Field == "reason").Select(change => change.After!));
        Assert.Equal(2, record.Changes.Count(change => change.Field == "evidence"));
    }

    [Fact]
    public async Task Open_RecordOfAnOpenCase_GivesThatCase()
    {
        await _rig.LookAsync("p1");
        var second = await _rig.LookAsync("p1");
        var one = await OpenAsync(second, CaseOrigin.Rule, "night");
        Assert.Equal(one!.Id, (await OpenAsync(second, CaseOrigin.Sample, "sample"))!.Id);

        await _rig.ActAsync(one, CaseStep.Close);
        Assert.Equal(CaseState.Closed, (await OpenAsync(second, CaseOrigin.Rule, "night"))!.State);
        Assert.NotEqual(one.Id, (await OpenAsync(second, CaseOrigin.Patient, "Ik ken deze arts niet"))!.Id);
    }

    [Fact]
    public async Task R5_Open_ReasonInWords_IsHashedInTheTrail()
    {
        await OpenAsync(await _rig.LookAsync("p1"), CaseOrigin.Patient, "Mijn buurvrouw werkt daar");
        Assert.StartsWith("sha256:", _rig.Records(AuditEventType.CaseOpened).Single().Changes.Single(change => change.Field == "reason").After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_NoSuchRecordOrOfNobody_GivesNothing()
    {
        var look = await _rig.LookAsync("p1");
        Assert.Null(await OpenAsync(look with { Sequence = 999 }, CaseOrigin.Rule, "night"));
        Assert.Null(await OpenAsync(look with { Node = "../etc" }, CaseOrigin.Rule, "night"));
        Assert.Empty(_rig.Records(AuditEventType.CaseOpened));
        await Assert.ThrowsAsync<ArgumentException>(() => OpenAsync(look, CaseOrigin.Rule));
    }

    [Fact]
    public async Task Queue_Overdue_StandsFirst()
    {
        var late = await _rig.EmergencyAsync("p1");
        _rig.Dossier.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        var fresh = await _rig.EmergencyAsync("p2");
        var work = await _rig.Cases.QueueAsync(ReviewRig.Esra, CaseScope.Open, null, default);
        Assert.Equal([late.Id, fresh.Id], work.Cases.Select(one => one.Id));
        Assert.Equal((2, 1), (work.Counts[CaseScope.Open], work.Counts[CaseScope.Overdue]));
        Assert.Equal(late.Id, Assert.Single((await _rig.Cases.QueueAsync(ReviewRig.Esra, CaseScope.Overdue, null, default)).Cases).Id);
        Assert.Empty((await _rig.Cases.QueueAsync(ReviewRig.Esra, CaseScope.Open, CaseOrigin.Patient, default)).Cases);
    }

    private Task<ReviewCase?> OpenAsync(StoredAuditRecord record, CaseOrigin origin, params string[] reasons) =>
        _rig.Cases.OpenAsync(new(origin, record.Node, record.Sequence, reasons), null, default);
}
