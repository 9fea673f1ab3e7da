using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Judges Encounters by status, period and moment together (fhir.md §1.4).</summary>
internal static class AdmissionRules
{
    /// <summary>What this Encounter means at this moment.</summary>
    public static AdmissionState Judge(Encounter encounter, DateTimeOffset now)
    {
        var ended = Periods.EndedBefore(encounter.Period, now);
        var starts = Periods.StartsAfter(encounter.Period, now);
        return encounter.Status switch
        {
            "planned" => AdmissionState.Planned,
            "in-progress" or "onleave" or "arrived" or "triaged" =>
                starts ? AdmissionState.Planned : ended ? AdmissionState.Discharged : AdmissionState.Admitted,
            "finished" => encounter.Period?.End is null ? AdmissionState.DischargedDateUnknown : AdmissionState.Discharged,
            "cancelled" or "entered-in-error" => AdmissionState.None,
            // "unknown", and likewise a status that is missing or of another FHIR version: shown by its period, never hidden.
            _ when ended => AdmissionState.Discharged,
            _ when encounter.Period is { Start: not null } or { End: not null } => starts ? AdmissionState.Planned : AdmissionState.AdmittedStatusUnknown,
            _ => AdmissionState.None,
        };
    }
}
