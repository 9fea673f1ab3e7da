using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;
using ZorgverlenersPortaal.Dossier.Sections.Letters;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>A patient on the page, never without the word that says whose she is.</summary>
/// <param name="Row">What is shown.</param>
/// <param name="List">Name of the list she stands on.</param>
/// <param name="Why">Own, the practice's, or of whom the doctor stands in for.</param>
public sealed record ListedPatient(PatientRow Row, string List, AccessDecision Why)
{
    /// <summary>How the letters of her discharge stand; null where there is no clock.</summary>
    public DischargeTerms? Letters { get; init; }

    /// <summary>The rows of several lists, each patient once: as her own before another's.</summary>
    public static IReadOnlyList<ListedPatient> Of(IEnumerable<OpenedList> lists, Func<PatientList, IEnumerable<PatientRow>> rows)
    {
        ArgumentNullException.ThrowIfNull(lists);
        return [.. lists
            .SelectMany(list => rows(list.List).Select(row => new ListedPatient(row, list.Name, list.Why) { Letters = list.Letters?.Of(row) }))
            .DistinctBy(listed => listed.Row.PatientId, StringComparer.Ordinal)
            .OrderByDescending(listed => listed.Row.Moment)];
    }

    /// <summary>Every discharge of several lists after which a letter is late, each once, longest ago first.</summary>
    public static IReadOnlyList<ListedPatient> Late(IEnumerable<OpenedList> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        return [.. lists
            .SelectMany(list => (list.Letters?.Discharges ?? []).Where(one => one.Terms.IsLate).Select(one => new ListedPatient(one.Row, list.Name, list.Why) { Letters = one.Terms }))
            .DistinctBy(listed => (listed.Row.PatientId, string.Join(',', listed.Row.Admission.EncounterIds)))
            .OrderBy(listed => listed.Row.Moment)];
    }
}
