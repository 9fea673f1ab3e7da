using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>A patient whom the doctor pinned or opened last, never without the word that says whose she is.</summary>
/// <param name="Patient">What is shown.</param>
/// <param name="Why">Own, the practice's, or of whom the doctor stands in for.</param>
/// <param name="MayMissStay">Her list may miss a stay: nobody may say that she is not in hospital (R7).</param>
public sealed record ListedPin(PinnedPatient Patient, AccessDecision Why, bool MayMissStay)
{
    /// <summary>Of several lists, each patient once: as her own before another's; opened last first.</summary>
    public static IReadOnlyList<ListedPin> Of(IEnumerable<OpenedList> lists) =>
    [
        .. lists.SelectMany(list => list.List.Pinned.Patients.Select(one => new ListedPin(one, list.Why, list.List.IsIncomplete)))
            .DistinctBy(pin => pin.Patient.Who.PatientId, StringComparer.Ordinal)
            .OrderByDescending(pin => pin.Patient.Pin.Place),
    ];
}
