namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>One fact that explains a look: which, never what is in it (R5).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">Where it stands: <c>Encounter/12</c>, <c>delegation/x</c>.</param>
/// <param name="From">The first day it is about.</param>
/// <param name="Until">The last day; null when it is not over.</param>
public sealed record Explanation(ExplanationKind Kind, string Reference, DateOnly From, DateOnly? Until)
{
    /// <summary>The patient was or will be in hospital, or somebody wrote about her: not a mere relation.</summary>
    public bool IsContact => Kind is ExplanationKind.Encounter or ExplanationKind.Appointment or ExplanationKind.Referral or ExplanationKind.Letter;

    /// <summary>Lies it within so many days of this day?</summary>
    public bool IsNear(DateOnly day, int days) => From <= day.AddDays(days) && (Until is not { } until || until >= day.AddDays(-days));
}
