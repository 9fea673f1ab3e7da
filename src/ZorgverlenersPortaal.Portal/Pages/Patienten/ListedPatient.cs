using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>A patient on the page, never without the word that says whose she is.</summary>
/// <param name="Row">What is shown.</param>
/// <param name="List">Name of the list she stands on.</param>
/// <param name="Why">Own, the practice's, or of whom the doctor stands in for.</param>
public sealed record ListedPatient(PatientRow Row, string List, AccessDecision Why)
{
    /// <summary>The rows of several lists, each patient once: as her own before another's.</summary>
    public static IReadOnlyList<ListedPatient> Of(IEnumerable<OpenedList> lists, Func<PatientList, IEnumerable<PatientRow>> rows)
    {
        ArgumentNullException.ThrowIfNull(lists);
        return [.. lists
            .SelectMany(list => rows(list.List).Select(row => new ListedPatient(row, list.Name, list.Why)))
            .DistinctBy(listed => listed.Row.PatientId, StringComparer.Ordinal)
            .OrderByDescending(listed => listed.Row.Moment)];
    }
}
