using Dapper;
using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Dossier.Storage;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Review;

public sealed class CaseDeskTests : IAsyncLifetime
{
    private ReviewRig _rig = null!;

    public async Task InitializeAsync() => _rig = await ReviewRig.StartAsync();

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Close_ByAnOfficer_IsRecordedWithBeforeAfterVerdictAndMinutes()
    {
        var one = await _rig.EmergencyAsync();

        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(one, CaseStep.Close));

        var now = await _rig.NowAsync(one);
        Assert.Equal((CaseState.Closed, CaseVerdict.Lawful, null, "Esra Wacht"), (now.State, now.Verdict, now.Due, now.OwnerName));
        var record = Assert.Single(_rig.Records(AuditEventType.CaseClosed));
        Assert.Equal(("case " + one.Id, ReviewRig.Esra.Member.UziNumber), (record.Detail, record.Actor!.UziNumber));
        Assert.Contains(new AuditChange("state", "New", "Closed"), record.Changes);
        Assert.Contains(new AuditChange("verdict", null, "Lawful"), record.Changes);
        Assert.Contains(new AuditChange("minutes", null, "7"), record.Changes);
    }

    [Fact]
    public async Task R5_Close_Words_StandInTheCaseAndNotInTheTrail()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.ActAsync(one, CaseStep.Close);
        Assert.DoesNotContain(ReviewRig.Words, string.Join('|', _rig.Dossier.Records.SelectMany(record => record.Changes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_Close_TrailGone_ThrowsAndJudgesNothing()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.Dossier.StopTrailAsync();
        await Assert.ThrowsAsync<AuditUnavailableException>(() => _rig.ActAsync(one, CaseStep.Close));
        Assert.Equal(CaseState.New, (await _rig.NowAsync(one)).State);
    }

    [Fact]
    public async Task AgreeBreach_ByWhoProposedIt_IsRefusedAndByAnotherHolds()
    {
        var one = await _rig.EmergencyAsync();
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(one, CaseStep.ProposeBreach));
        Assert.Equal(CaseOutcome.SameOfficer, await _rig.ActAsync(one, CaseStep.AgreeBreach));
        Assert.Equal(CaseState.BreachProposed, (await _rig.NowAsync(one)).State);

        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(one, CaseStep.AgreeBreach, ReviewRig.Rob));

        var now = await _rig.NowAsync(one);
        Assert.Equal((CaseState.Breach, "900032003", "900032004"), (now.State, now.Judge, now.Seconder));
        Assert.Contains(new AuditChange("state", "BreachProposed", "Breach"), Assert.Single(_rig.Records(AuditEventType.CaseBreachDecided)).Changes);
    }

    [Fact]
    public async Task AgreeBreach_PastThePortal_TheDatabaseRefusesOneOfficer()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.ActAsync(one, CaseStep.ProposeBreach);
        await using var connection = await _rig.Dossier.Get<Database>().OpenAsync(default);
        await Assert.ThrowsAsync<SqliteException>(() => connection.ExecuteAsync("UPDATE review_case SET state = 'Breach', seconder = judge"));
    }

    [Fact]
    public async Task RejectBreach_ByASecondOfficer_MustBeJudgedAgain()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.ActAsync(one, CaseStep.ProposeBreach);
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(one, CaseStep.RejectBreach, ReviewRig.Rob));
        var now = await _rig.NowAsync(one);
        Assert.Equal((CaseState.New, null, null), (now.State, now.Judge, now.Verdict));
    }

    [Fact]
    public async Task Reopen_ByWhoJudged_IsRefusedAndByAnotherOpensIt()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.ActAsync(one, CaseStep.Close);
        Assert.Equal(CaseOutcome.SameOfficer, await _rig.ActAsync(one, CaseStep.Reopen));
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(one, CaseStep.Reopen, ReviewRig.Rob));
        Assert.Equal(CaseState.New, (await _rig.NowAsync(one)).State);
    }

    [Fact]
    public async Task Reopen_ABreach_NeedsAThirdOfficer()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.ActAsync(one, CaseStep.ProposeBreach);
        await _rig.ActAsync(one, CaseStep.AgreeBreach, ReviewRig.Rob);
        Assert.Equal(CaseOutcome.SameOfficer, await _rig.ActAsync(one, CaseStep.Reopen));
        Assert.Equal(CaseOutcome.SameOfficer, await _rig.ActAsync(one, CaseStep.Reopen, ReviewRig.Rob));
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(one, CaseStep.Reopen, TestStaff.Visit("900032005", "Third", AccountFunction.SecurityOfficer)));
    }

    [Theory]
    [InlineData(CaseStep.Ask)]
    [InlineData(CaseStep.Close)]
    [InlineData(CaseStep.ProposeBreach)]
    public async Task Act_OnTheOwnLook_IsRefused(CaseStep step)
    {
        var look = await _rig.LookAsync("p9", ReviewRig.Esra.Member.UziNumber);
        var one = (await _rig.Cases.OpenAsync(new(CaseOrigin.Rule, look.Node, look.Sequence, ["own-surname"]), null, default))!;
        Assert.Equal(CaseOutcome.OwnLook, await _rig.ActAsync(one, step));
        Assert.Equal(CaseOutcome.OwnLook, await _rig.Desk.TakeAsync(one.Id, ReviewRig.Esra));
        Assert.Equal(CaseState.New, (await _rig.NowAsync(one)).State);
    }

    [Fact]
    public async Task Act_ByWhoKnowsThePatientOrDoctor_IsRefusedForGoodAndAnotherMay()
    {
        var one = await _rig.EmergencyAsync();
        await _rig.Desk.TakeAsync(one.Id, ReviewRig.Esra);
        Assert.Equal(CaseOutcome.Done, await _rig.Desk.RecuseAsync(one.Id, ReviewRig.Esra));

        Assert.Equal(CaseOutcome.Known, await _rig.ActAsync(one, CaseStep.Close));
        Assert.Equal(CaseOutcome.Known, await _rig.Desk.TakeAsync(one.Id, ReviewRig.Esra));
        Assert.Null((await _rig.NowAsync(one)).Owner);
        Assert.Contains(_rig.Records(AuditEventType.CaseAssigned), record => record.Changes.Contains(new("recused", null, "900032003")));
        Assert.Equal(CaseOutcome.Done, await _rig.ActAsync(one, CaseStep.Close, ReviewRig.Rob));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("kort")]
    [InlineData("met een \u0007 bel erin en meer")]
    public async Task Close_WithoutPlainWords_IsRefused(string? words)
    {
        var one = await _rig.EmergencyAsync();
        Assert.Equal(CaseOutcome.WordsWrong, await _rig.ActAsync(one, CaseStep.Close, words: words));
        Assert.Equal(CaseOutcome.WordsWrong, await _rig.ActAsync(one, CaseStep.Close, words: new string('a', 2001)));
    }

    [Fact]
    public async Task Act_VerdictOrMinutesThatDoNotFit_IsRefused()
    {
        var one = await _rig.EmergencyAsync();
        Assert.Equal(CaseOutcome.VerdictMissing, await _rig.Desk.ActAsync(one.Id, new(CaseStep.Close, ReviewRig.Words, CaseVerdict.Breach, 5), ReviewRig.Esra));
        Assert.Equal(CaseOutcome.VerdictMissing, await _rig.Desk.ActAsync(one.Id, new(CaseStep.ProposeBreach, ReviewRig.Words, CaseVerdict.Lawful, 5), ReviewRig.Esra));
        Assert.Equal(CaseOutcome.MinutesWrong, await _rig.Desk.ActAsync(one.Id, new(CaseStep.Close, ReviewRig.Words, CaseVerdict.Lawful, 0), ReviewRig.Esra));
        Assert.Equal(CaseOutcome.MinutesWrong, await _rig.Desk.ActAsync(one.Id, new(CaseStep.Close, ReviewRig.Words, CaseVerdict.Lawful), ReviewRig.Esra));
        Assert.Empty(_rig.Records(AuditEventType.CaseClosed));
    }

    [Theory]
    [InlineData(CaseStep.Answer)]
    [InlineData(CaseStep.Account)]
    [InlineData(CaseStep.AgreeBreach)]
    [InlineData(CaseStep.Reopen)]
    public async Task Act_StepThatIsNotTheOfficersNow_IsRefused(CaseStep step)
    {
        var one = await _rig.EmergencyAsync();
        Assert.Equal(CaseOutcome.WrongState, await _rig.ActAsync(one, step));
        Assert.Equal(CaseOutcome.NotThere, await _rig.ActAsync(one with { Id = "000000000000" }, step));
    }

    [Fact]
    public async Task Close_TwoOfficersAtOnce_OneWins()
    {
        var one = await _rig.EmergencyAsync();
        var outcomes = await Task.WhenAll(new[] { ReviewRig.Esra, ReviewRig.Rob }.Select(by => Task.Run(() => _rig.ActAsync(one, CaseStep.Close, by))));
        Assert.Equal([CaseOutcome.Done, CaseOutcome.WrongState], outcomes.Order());
        Assert.Single(_rig.Records(AuditEventType.CaseClosed));
    }

    [Fact]
    public async Task R1_Act_ByAnAdministrator_Throws()
    {
        var one = await _rig.EmergencyAsync();
        var office = TestStaff.Visit("900032001", "Noor Karaman");
        await Assert.ThrowsAsync<ArgumentException>(() => _rig.ActAsync(one, CaseStep.Close, office));
        await Assert.ThrowsAsync<ArgumentException>(() => _rig.Cases.QueueAsync(office, CaseScope.Open, null, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _rig.Dossier.Get<CaseReader>().OpenAsync(office, one.Id, default));
    }
}
