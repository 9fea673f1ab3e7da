using Dapper;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Tests.Dossier.Review;

/// <summary>The report for the board: its numbers, that the trail alone gives the same, and that a register somebody changed is named.</summary>
public sealed class ReviewReportsTests : IAsyncLifetime
{
    private static readonly ReviewPeriod _quarter = ReviewPeriod.Of(2026, 1);
    private ReviewRig _rig = null!;

    private ReviewReports Reports => _rig.Dossier.Get<ReviewReports>();

    public async Task InitializeAsync() => _rig = await ReviewRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Make_AQuarterOfWork_CountsWhatWasDone()
    {
        await WorkAsync();
        var report = await Reports.MakeAsync(_quarter, default);

        Assert.Equal((3, 2, 4, 3, 1, 1), (report.Emergencies, report.EmergenciesJudged, report.Cases, report.Judged, report.Open, report.Overdue));
        Assert.Equal((TimeSpan.FromHours(5), TimeSpan.FromHours(48)), (report.MedianTimeToVerdict!.Value, report.P90TimeToVerdict!.Value));
        Assert.Equal((2, 0, 1), (report.Verdicts[CaseVerdict.Lawful], report.Verdicts[CaseVerdict.LawfulWithAdvice], report.Verdicts[CaseVerdict.Breach]));
        Assert.Equal((3, 28, 7), (report.CasesWithMinutes, report.Minutes, report.MedianMinutes!.Value));
        Assert.Equal(new(CaseOrigin.Emergency, 3, 1, 2, 0), report.Origins.Single(one => one.Origin == CaseOrigin.Emergency));
        Assert.Equal(new(CaseOrigin.Rule, 1, 0, 1, 1), report.Origins.Single(one => one.Origin == CaseOrigin.Rule));
    }

    [Fact]
    public async Task Make_AnotherQuarter_IsEmptyAndHasNoPercentiles()
    {
        await WorkAsync();
        var report = await Reports.MakeAsync(ReviewPeriod.Of(2025, 4), default);
        Assert.Equal((0, 0, null, null), (report.Emergencies, report.Cases, report.MedianTimeToVerdict, report.MedianMinutes));
    }

    [Fact]
    public async Task Recompute_NobodyTouchedAnything_TheTrailAloneGivesTheSame()
    {
        await WorkAsync();
        var own = await Reports.MakeAsync(_quarter, default);
        var (report, differences) = await Reports.RecomputeAsync(_quarter, default);
        Assert.Empty(differences);
        Assert.Equal((own.EmergenciesJudged, own.Judged, own.Minutes, own.MedianTimeToVerdict), (report.EmergenciesJudged, report.Judged, report.Minutes, report.MedianTimeToVerdict));
        Assert.Equal(own.Origins, report.Origins);
    }

    [Theory]
    [InlineData("UPDATE review_case SET state = 'Closed', due = NULL WHERE state = 'Breach'", "state is Closed in the register, Breach in the trail")]
    [InlineData("UPDATE review_case SET state = 'Closed', due = NULL WHERE state = 'Asked'", "due is empty in the register")]
    [InlineData("UPDATE review_case SET verdict = 'Lawful' WHERE state = 'Breach'", "verdict is Lawful in the register, Breach in the trail")]
    [InlineData("UPDATE review_case SET seconder = '900032009' WHERE state = 'Breach'", "second officer is 900032009 in the register, 900032004 in the trail")]
    [InlineData("UPDATE review_case SET origin = 'Sample' WHERE origin = 'Rule'", "origin is Sample in the register, Rule in the trail")]
    [InlineData("UPDATE review_case SET opened = '2024-01-01T00:00:00.0000000Z' WHERE origin = 'Rule'", "in the trail, not in the register")]
    [InlineData("UPDATE review_case SET doctor_uzi = '900099999' WHERE origin = 'Rule'", "doctor is 900099999 in the register, 900021219 in the trail")]
    [InlineData("UPDATE review_step SET minutes = 1 WHERE step = 'AgreeBreach'", "step 2 minutes is 1 in the register, 7 in the trail")]
    [InlineData("UPDATE review_step SET words = 'Iets heel anders dan er stond' WHERE step = 'ProposeBreach'", "step 1 words is sha256:")]
    [InlineData("UPDATE review_step SET by_uzi = '900032009' WHERE step = 'AgreeBreach'", "step 2 by is 900032009 in the register, 900032004 in the trail")]
    [InlineData("UPDATE review_step SET time = '2026-03-10T10:00:00.0000000Z' WHERE step = 'AgreeBreach'", "step 2 time is 2026-03-10T10:00:00.000Z in the register")]
    [InlineData("DELETE FROM review_step WHERE step = 'AgreeBreach'", "steps is 1 in the register, 2 in the trail")]
    [InlineData("DELETE FROM review_evidence WHERE case_id IN (SELECT id FROM review_case WHERE origin = 'Rule')", "in the trail, not so in the register")]
    [InlineData("UPDATE review_evidence SET hash = 'ab' WHERE case_id IN (SELECT id FROM review_case WHERE origin = 'Rule')", "in the register, not so in the trail")]
    [InlineData("DELETE FROM emergency WHERE patient_id = 'p1'", "emergency ")]
    [InlineData("UPDATE emergency SET opened = '2024-01-01T00:00:00.0000000Z' WHERE patient_id = 'p1'", "in the trail, not in the register")]
    public async Task Recompute_SomebodyChangedTheRegister_IsNamed(string sql, string named)
    {
        await WorkAsync();
        await using (var connection = await _rig.Dossier.Get<Database>().OpenAsync(default))
        {
            Assert.True(await connection.ExecuteAsync(sql) > 0);
        }
        var (_, differences) = await Reports.RecomputeAsync(_quarter, default);
        Assert.Contains(differences, difference => difference.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recompute_WholeCaseDeleted_IsNamedByItsReference()
    {
        var one = await _rig.EmergencyAsync();
        await using (var connection = await _rig.Dossier.Get<Database>().OpenAsync(default))
        {
            await connection.ExecuteAsync("DELETE FROM review_step; DELETE FROM review_evidence; DELETE FROM review_case");
        }
        var (report, differences) = await Reports.RecomputeAsync(_quarter, default);
        Assert.Equal([$"{one.Reference}: in the trail, not in the register"], differences);
        Assert.Equal((1, 1), (report.Emergencies, report.Cases));
    }

    [Fact]
    public async Task Recompute_AVerdictThatNobodyRecorded_IsNamed()
    {
        var one = await _rig.EmergencyAsync();
        await using (var connection = await _rig.Dossier.Get<Database>().OpenAsync(default))
        {
            await connection.ExecuteAsync("""
                UPDATE review_case SET state = 'Closed', due = NULL, verdict = 'Lawful', judge = '900032003';
                INSERT INTO review_step (case_id, number, time, step, from_state, to_state, verdict, minutes) SELECT id, 1, opened, 'Close', 'New', 'Closed', 'Lawful', 1 FROM review_case
                """);
        }
        var (report, differences) = await Reports.RecomputeAsync(_quarter, default);
        Assert.Contains($"{one.Reference}: state is Closed in the register, New in the trail", differences);
        Assert.Equal((1, 0), ((await Reports.MakeAsync(_quarter, default)).Judged, report.Judged));
    }

    /// <summary>Recorded, and then the register's commit failed: the second try has the same number, and it is the one that counts.</summary>
    [Fact]
    public async Task Recompute_AStepRecordedTwice_TheLastOneCounts()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.ActAsync(one, CaseStep.Close);
        var record = _rig.Records(AuditEventType.CaseClosed).Single();
        var lost = record with { Event = AuditEventType.CaseAsked, Changes = [.. record.Changes.Where(change => change.Field is not ("step" or "state")), new("step", null, "Ask"), new("state", "New", "Asked")] };
        await _rig.Dossier.Get<AuditTrail>().AppendAsync(lost with { Time = record.Time.AddMilliseconds(-1) }, default);
        Assert.Empty((await Reports.RecomputeAsync(_quarter, default)).Differences);
    }

    [Theory]
    [InlineData(2026, 1, "2025-12-31T23:00:00Z", "2026-03-31T22:00:00Z")]
    [InlineData(2026, 4, "2026-09-30T22:00:00Z", "2026-12-31T23:00:00Z")]
    [InlineData(2026, null, "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z")]
    public void Period_OfAQuarterOrYear_BeginsAndEndsAtMidnightHere(int year, int? quarter, string from, string until)
    {
        var period = ReviewPeriod.Of(year, quarter);
        Assert.Equal((DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture)), (period.From, period.Until));
    }

    /// <summary>Three emergencies (judged after 2 hours, judged after 5, asked and late) and one look that a rule raised: a breach after 48 hours.</summary>
    private async Task WorkAsync()
    {
        var clock = _rig.Dossier.Clock;
        var (first, second, third) = (await _rig.EmergencyAsync("p1"), await OtherAsync("p2"), await OtherAsync("p3"));
        var look = await _rig.LookAsync("p4");
        var raised = (await _rig.Cases.OpenAsync(new(CaseOrigin.Rule, look.Node, look.Sequence, ["night"]), null, default))!;
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(first, CaseStep.Close));
        clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(second, CaseStep.Close));
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(third, CaseStep.Ask));
        clock.Advance(TimeSpan.FromHours(43));
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(raised, CaseStep.ProposeBreach));
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(raised, CaseStep.AgreeBreach, ReviewRig.Rob));
        clock.Advance(TimeSpan.FromDays(8));
        await _rig.Dossier.Get<EmergencyReviews>().BringAsync(default);
    }

    private async Task<ReviewCase> OtherAsync(string patient)
    {
        var emergency = await _rig.OpenEmergencyAsync(patient);
        await _rig.Dossier.Get<EmergencyReviews>().BringAsync(default);
        return (await _rig.Cases.QueueAsync(ReviewRig.Esra, CaseScope.Open, null, default)).Cases.Single(one => one.EmergencyId == emergency.Id);
    }
}
