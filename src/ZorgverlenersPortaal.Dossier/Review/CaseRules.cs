namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>The states of a case and the steps between them. What is not here cannot be done.</summary>
public static class CaseRules
{
    /// <summary>The state a step leads to, or null when it cannot be taken in this state.</summary>
    public static CaseState? Next(CaseState state, CaseStep step) => (state, step) switch
    {
        (CaseState.New or CaseState.Explained, CaseStep.Ask) => CaseState.Asked,
        (CaseState.Asked, CaseStep.Answer) => CaseState.Explained,
        (CaseState.New, CaseStep.Account) => CaseState.Explained,
        (CaseState.New or CaseState.Asked or CaseState.Explained, CaseStep.Close) => CaseState.Closed,
        (CaseState.New or CaseState.Asked or CaseState.Explained, CaseStep.ProposeBreach) => CaseState.BreachProposed,
        (CaseState.BreachProposed, CaseStep.AgreeBreach) => CaseState.Breach,
        (CaseState.BreachProposed, CaseStep.RejectBreach) => CaseState.New,
        (CaseState.Closed or CaseState.Breach, CaseStep.Reopen) => CaseState.New,
        _ => null,
    };

    /// <summary>Judged: nothing more has to be done.</summary>
    public static bool IsFinal(CaseState state) => state is CaseState.Closed or CaseState.Breach;

    /// <summary>Steps that the officer who judged cannot take herself (four eyes).</summary>
    public static bool NeedsAnother(CaseStep step) => step is CaseStep.AgreeBreach or CaseStep.Reopen;

    /// <summary>Steps in which an officer judges, and so says how many minutes it took her.</summary>
    public static bool Judges(CaseStep step) => step is CaseStep.Close or CaseStep.ProposeBreach or CaseStep.AgreeBreach or CaseStep.RejectBreach;

    /// <summary>The steps that an officer can take in this state.</summary>
    public static IReadOnlyList<CaseStep> OfOfficer(CaseState state) =>
        [.. Enum.GetValues<CaseStep>().Where(step => step is not (CaseStep.Answer or CaseStep.Account) && Next(state, step) is not null)];

    /// <summary>Does this verdict fit this step?</summary>
    internal static bool Fits(CaseStep step, CaseVerdict? verdict) => step switch
    {
        CaseStep.Close => verdict is CaseVerdict.Lawful or CaseVerdict.LawfulWithAdvice,
        CaseStep.ProposeBreach or CaseStep.AgreeBreach => verdict is CaseVerdict.Breach,
        CaseStep.Ask or CaseStep.Answer or CaseStep.Account or CaseStep.RejectBreach or CaseStep.Reopen => verdict is null,
    };
}
