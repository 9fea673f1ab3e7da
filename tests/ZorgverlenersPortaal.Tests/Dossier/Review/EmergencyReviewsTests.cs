using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Tests.Dossier.Review;

public sealed class EmergencyReviewsTests : IAsyncLifetime
{
    private ReviewRig _rig = null!;

    private EmergencyReviews Reviews => _rig.Dossier.Get<EmergencyReviews>();

    public async Task InitializeAsync() => _rig = await ReviewRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Bring_EveryEmergency_HasOneCaseWithItsRecordAsEvidence()
    {
        var first = await _rig.OpenEmergencyAsync("p1");
        await _rig.OpenEmergencyAsync("p2");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Reviews.BringAsync(default))));

        var work = await _rig.Cases.QueueAsync(ReviewRig.Esra, CaseScope.Open, CaseOrigin.Emergency, default);
        Assert.Equal((2, 2, 0), (work.Cases.Count, work.Counts[CaseScope.New], work.Counts[CaseScope.Closed]));
        Assert.Equal(2, _rig.Records(AuditEventType.CaseOpened).Count());
        var opened = _rig.Records(AuditEventType.CaseOpened).Single(record => record.Changes.Contains(new("emergency", null, first.Id)));
        Assert.Null(opened.Actor);
        Assert.Empty(opened.Patients);
        Assert.Matches(@"\Atest/[0-9]+ [0-9a-f]{64}\z", Assert.Single(opened.Changes, change => change.Field == "evidence").After);
    }

    [Fact]
    public async Task Bring_AnExtension_IsTheSameLook()
    {
        await _rig.OpenEmergencyAsync();
        await _rig.Dossier.Get<EmergencyDesk>().ExtendAsync(ReviewRig.Doctor, "p1", new(EmergencyReason.Other, "nog steeds verward, zoek de brieven", false));
        await Reviews.BringAsync(default);
        Assert.Single((await _rig.Cases.QueueAsync(ReviewRig.Esra, CaseScope.Open, null, default)).Cases);
    }

    [Fact]
    public async Task Bring_LookIsOver_AllOfItIsEvidenceOnce()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.LookAsync("p1");
        await _rig.LookAsync("p2");
        await Reviews.BringAsync(default);
        Assert.Empty(_rig.Records(AuditEventType.CaseEvidenceAdded));
        _rig.Dossier.Clock.Advance(TimeSpan.FromMinutes(61));
        await Reviews.BringAsync(default);
        await Reviews.BringAsync(default);

        var added = Assert.Single(_rig.Records(AuditEventType.CaseEvidenceAdded));
        Assert.Single(added.Changes);
        Assert.Equal(2, (await _rig.Dossier.Get<CaseReader>().OpenAsync(ReviewRig.Esra, one.Id, default))!.Evidence.Count);
    }

    [Fact]
    public async Task Bring_DoctorAccounted_ExplainsANewCase()
    {
        var one = await _rig.EmergencyAsync();
        _rig.Dossier.Clock.Advance(TimeSpan.FromMinutes(61));
        await _rig.Dossier.Get<EmergencyDesk>().AccountAsync(ReviewRig.Doctor, one.EmergencyId!, "Glucose gegeven en de medicatie nagekeken");
        await Reviews.BringAsync(default);
        await Reviews.BringAsync(default);
        Assert.Equal(CaseState.Explained, (await _rig.NowAsync(one)).State);
        Assert.Contains(new AuditChange("step", null, "Account"), Assert.Single(_rig.Records(AuditEventType.CaseExplained)).Changes);
    }

    [Fact]
    public async Task R2_Bring_TrailGone_MakesNoCase()
    {
        await _rig.OpenEmergencyAsync();
        await _rig.Dossier.StopTrailAsync();
        await Assert.ThrowsAsync<AuditUnavailableException>(() => Reviews.BringAsync(default));
        Assert.Empty((await _rig.Cases.QueueAsync(ReviewRig.Esra, CaseScope.Open, null, default)).Cases);
    }
}
