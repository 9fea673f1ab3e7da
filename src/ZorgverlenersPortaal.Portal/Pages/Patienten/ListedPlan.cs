using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>An admission or appointment to come, never without the word that says whose patient it is of.</summary>
/// <param name="Moment">What is shown.</param>
/// <param name="Why">Own, the practice's, or of whom the doctor stands in for.</param>
public sealed record ListedPlan(PlannedMoment Moment, AccessDecision Why)
{
    /// <summary>What several lists have coming, each once, the first one first.</summary>
    public static IReadOnlyList<ListedPlan> Of(IEnumerable<OpenedList> lists) =>
    [
        .. lists.SelectMany(list => list.List.Planned.Moments.Select(moment => new ListedPlan(moment, list.Why)))
            .DistinctBy(plan => plan.Moment.Source)
            .OrderBy(plan => plan.Moment.Moment),
    ];
}
