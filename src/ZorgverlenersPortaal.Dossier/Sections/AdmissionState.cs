namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>What an Encounter means for "is she in hospital?" (fhir.md §1.4: the status alone is not to be trusted).</summary>
public enum AdmissionState
{
    /// <summary>Cancelled, entered in error, or no admission at all: never shown.</summary>
    None,

    /// <summary>Will be admitted.</summary>
    Planned,

    /// <summary>In hospital now.</summary>
    Admitted,

    /// <summary>Started, has no end, and the EPD does not say more: shown as admitted, "status onbekend".</summary>
    AdmittedStatusUnknown,

    /// <summary>Went home or elsewhere at the end of the period.</summary>
    Discharged,

    /// <summary>Finished, but nobody wrote down when.</summary>
    DischargedDateUnknown,
}
