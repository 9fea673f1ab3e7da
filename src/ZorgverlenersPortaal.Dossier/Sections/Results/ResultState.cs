namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>How far a result is, as the source says; Observation and DiagnosticReport taken together.</summary>
public enum ResultState
{
    /// <summary>Missing, "unknown", or a word that FHIR does not have: shown as such.</summary>
    Unknown,

    /// <summary>Asked for, nothing known yet.</summary>
    Registered,

    /// <summary>A part is known.</summary>
    Partial,

    /// <summary>May still change.</summary>
    Preliminary,

    /// <summary>Complete.</summary>
    Final,

    /// <summary>Complete, and changed since.</summary>
    Amended,

    /// <summary>Complete, and an error in it was mended.</summary>
    Corrected,

    /// <summary>Complete, and something was added since.</summary>
    Appended,

    /// <summary>Will not come.</summary>
    Cancelled,
}
