using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

public sealed class AccessControlTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    public static TheoryData<string, AccessReason> Refusals => new()
    {
        { "stranger", AccessReason.NoRelation },
        { "unknown", AccessReason.UnknownPatient },
        { "gone", AccessReason.UnknownPatient },
        { "handle", AccessReason.UnknownHandle },
        { "no agb", AccessReason.NoAgb },
        { "down", AccessReason.NotDecidable },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task R2_Refusal_IsInTheTrailBeforeItIsTold(string situation, AccessReason reason)
    {
        var access = await RefuseAsync(situation);

        Assert.Null(access.Grant);
        Assert.Equal(AccessVerdict.Denied, access.Decision.Verdict);
        Assert.Equal(reason, access.Decision.Reason);
        var record = Assert.Single(_dossier.Records);
        Assert.Equal(AuditEventType.AccessDenied, record.Event);
        Assert.Equal(reason == AccessReason.NotDecidable ? AuditOutcome.Failed : AuditOutcome.Refused, record.Outcome);
        Assert.Equal(reason.ToString(), record.Decision!.ReasonCode);
        Assert.Equal("Denied", record.Decision.Verdict);
        Assert.Equal("request-1", record.RequestId);
        Assert.Equal("900021219", record.Actor!.UziNumber);
        Assert.Equal("TREAT", record.Purpose);
        Assert.Empty(record.Resources);
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("unknown")]
    [InlineData("handle")]
    [InlineData("no agb")]
    public async Task R16_RefusalsAboutAPatient_HaveOneText(string situation) =>
        Assert.Equal("Geen patiënt of brief van jou gevonden", (await RefuseAsync(situation)).Decision.Text);

    [Theory]
    [InlineData("stranger")]
    [InlineData("no agb")]
    public async Task R3_Refusal_HoldsNothingOfThePatient(string situation)
    {
        var access = await RefuseAsync(situation);

        Assert.DoesNotContain("Test-p1", access.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("999900018", access.ToString(), StringComparison.Ordinal);
        var record = Assert.Single(_dossier.Records);
        Assert.Equal("999900018", Assert.Single(record.Patients).Bsn);
        Assert.DoesNotContain("Test-p1", string.Join('|', record.Decision!.Facts), StringComparison.Ordinal);
    }

    /// <summary>The calls differ, and why that shows nobody anything stands at RelationProbe.Lookup.</summary>
    [Fact]
    public async Task R16_UnknownAndStranger_BothBeginWithTheSameRead()
    {
        await RefuseAsync("unknown");
        var unknown = _dossier.Epd.Lines;
        await _dossier.OpenAsync(agb: "07654321");
        var stranger = _dossier.Epd.Lines.Skip(unknown.Count).ToList();

        Assert.Equal(["GET Patient/p0"], unknown);
        Assert.Equal("GET Patient/p1", stranger[0]);
        Assert.Equal(["GET Consent?patient=p1&_count=200", "GET Practitioner/gp1", "POST Patient/_search"], stranger.Skip(1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task R2_TrailIsDown_NothingIsToldNotEvenTheRefusal()
    {
        await _dossier.StopTrailAsync();

        await Assert.ThrowsAsync<AuditUnavailableException>(() => RefuseAsync("stranger"));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => RefuseAsync("handle"));
        await Assert.ThrowsAsync<AuditUnavailableException>(() => _dossier.Access.OpenListsAsync(TestDossier.Visit(null), default));
    }

    [Fact]
    public async Task Open_EpdHangs_IsNotDecidableAfterTheDeadline()
    {
        _dossier.Epd.On("Patient/p1", ScriptedAnswer.Hang());
        var opening = _dossier.OpenAsync();
        await _dossier.Epd.UntilAskedAsync("Patient/p1");

        _dossier.Clock.Advance(TimeSpan.FromSeconds(5));

        var decision = (await opening).Decision;
        Assert.Equal(AccessReason.NotDecidable, decision.Reason);
        Assert.Equal("TimedOut", Assert.Single(decision.Facts).Value);
    }

    [Fact]
    public async Task Open_CallerGone_IsCancelled()
    {
        _dossier.Epd.On("Patient/p1", ScriptedAnswer.Hang());
        using var caller = new CancellationTokenSource();
        var opening = _dossier.Access.OpenAsync(TestDossier.Visit(), "p1", caller.Token);
        await _dossier.Epd.UntilAskedAsync("Patient/p1");

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    [Fact]
    public async Task R4_StrangersRecordInTheSearchByBsn_IsRecordedAsAnIncident()
    {
        _dossier.Epd.On("Patient", ScriptedAnswer.Bundle(Some.Patient(), Some.Patient("p9", "999900031")));

        var access = await _dossier.OpenAsync();

        Assert.True(access.Grant!.MayMissDirectives);
        Assert.False(access.Grant.HasSecondRecord);
        var record = Assert.Single(_dossier.Records);
        Assert.Equal(AuditEventType.ForeignResourceDropped, record.Event);
        Assert.Equal(["Patient/p9"], record.Resources);
    }

    [Fact]
    public async Task OpenList_WithoutAgb_IsRefusedAndRecorded()
    {
        Assert.Empty(await _dossier.Access.OpenListsAsync(TestDossier.Visit(null), default));

        Assert.Equal(nameof(AccessReason.NoAgb), Assert.Single(_dossier.Records).Decision!.ReasonCode);
        Assert.Empty(_dossier.Epd.Asked);
    }

    [Fact]
    public void Decision_EveryReason_HasARuleAndAText() => Assert.All(SomeFacts.ForEveryReason, made =>
    {
        var decision = AccessDecision.Of(made.Value) with { PatientId = "p1", PatientBsn = "999900018" };
        Assert.Equal(made.Key, decision.Reason);
        Assert.NotEmpty(decision.Rule);
        Assert.NotEmpty(decision.Text);
        Assert.DoesNotContain("999900018", decision.ToString(), StringComparison.Ordinal);
    });

    private Task<PatientAccess> RefuseAsync(string situation)
    {
        switch (situation)
        {
            case "gone":
                _dossier.Epd.On("Patient/p1", ScriptedAnswer.Status(410));
                return _dossier.OpenAsync();
            case "down":
                _dossier.Epd.On("Patient/p1", ScriptedAnswer.Status(500));
                return _dossier.OpenAsync();
            case "handle":
                return _dossier.Access.OpenAsync(TestDossier.Visit(), null, default);
            case "unknown":
                return _dossier.OpenAsync("p0");
            case "no agb":
                return _dossier.OpenAsync(agb: null);
            default:
                return _dossier.OpenAsync(agb: "07654321");
        }
    }
}
