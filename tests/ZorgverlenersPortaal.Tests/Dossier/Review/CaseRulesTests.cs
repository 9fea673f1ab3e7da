using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Review;

namespace ZorgverlenersPortaal.Tests.Dossier.Review;

/// <summary>The states of a case: nothing outside the table, judged means judged, and a breach takes two.</summary>
public sealed class CaseRulesTests
{
    /// <summary>The table as the officers' manual has it, written down a second time.</summary>
    private static readonly HashSet<(CaseState, CaseStep, CaseState)> _table =
    [
        (CaseState.New, CaseStep.Ask, CaseState.Asked), (CaseState.Explained, CaseStep.Ask, CaseState.Asked),
        (CaseState.Asked, CaseStep.Answer, CaseState.Explained), (CaseState.New, CaseStep.Account, CaseState.Explained),
        (CaseState.New, CaseStep.Close, CaseState.Closed), (CaseState.Asked, CaseStep.Close, CaseState.Closed), (CaseState.Explained, CaseStep.Close, CaseState.Closed),
        (CaseState.New, CaseStep.ProposeBreach, CaseState.BreachProposed), (CaseState.Asked, CaseStep.ProposeBreach, CaseState.BreachProposed),
        (CaseState.Explained, CaseStep.ProposeBreach, CaseState.BreachProposed), (CaseState.BreachProposed, CaseStep.AgreeBreach, CaseState.Breach),
        (CaseState.BreachProposed, CaseStep.RejectBreach, CaseState.New), (CaseState.Closed, CaseStep.Reopen, CaseState.New), (CaseState.Breach, CaseStep.Reopen, CaseState.New),
    ];

    [Fact]
    public void Next_EveryStateAndStep_IsTheTableAndNothingElse()
    {
        var allowed = Enum.GetValues<CaseState>().SelectMany(state => Enum.GetValues<CaseStep>(), (state, step) => (state, step, next: CaseRules.Next(state, step)))
            .Where(one => one.next is not null).Select(one => (one.state, one.step, one.next!.Value));
        Assert.Equal(_table.Order(), allowed.Order());
    }

    [Fact]
    public void Next_AnySequenceOfSteps_LeavesAJudgedCaseOnlyByReopening()
    {
        var steps = Gen.Elements(Enum.GetValues<CaseStep>()).ListOf().ToArbitrary();
        Prop.ForAll(steps, tried =>
        {
            var (state, last) = (CaseState.New, (CaseStep?)null);
            foreach (var step in tried)
            {
                if (CaseRules.Next(state, step) is not { } next)
                {
                    continue;
                }
                if (CaseRules.IsFinal(state) && step != CaseStep.Reopen)
                {
                    return false;
                }
                if (next == CaseState.Breach && last != CaseStep.ProposeBreach)
                {
                    return false;
                }
                (state, last) = (next, step);
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void OfOfficer_AnyState_NeverTheDoctorsStepsAndAlwaysAWayOn()
    {
        foreach (var state in Enum.GetValues<CaseState>())
        {
            var steps = CaseRules.OfOfficer(state);
            Assert.NotEmpty(steps);
            Assert.DoesNotContain(steps, step => step is CaseStep.Answer or CaseStep.Account);
        }
    }
}
