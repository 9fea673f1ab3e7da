using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Letters;

/// <summary>How the letters stand of everybody on a list who was discharged; recorded before it was handed out.</summary>
public sealed record DischargeLettersShown
{
    /// <summary>Every discharge with its clock, newest discharge first.</summary>
    public required IReadOnlyList<(PatientRow Row, DischargeTerms Terms)> Discharges { get; init; }

    /// <summary>Why nothing is known; null when the EPD answered.</summary>
    public EpdFailure? Failure { get; init; }

    /// <summary>How the letters of this row stand; null where there is no clock.</summary>
    public DischargeTerms? Of(PatientRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Discharges.Where(one => one.Row.PatientId == row.PatientId && one.Row.Admission.EncounterIds.SequenceEqual(row.Admission.EncounterIds, StringComparer.Ordinal)).Select(one => one.Terms).FirstOrDefault();
    }
}
