namespace ZorgverlenersPortaal.Dossier.Sections.Alerts;

/// <summary>Whether an alert holds now, by status and period together.</summary>
public enum AlertState
{
    /// <summary>No status, or one that FHIR does not know: shown as if it holds.</summary>
    Unknown,

    /// <summary>Holds now.</summary>
    Active,

    /// <summary>Will hold later.</summary>
    Planned,

    /// <summary>No longer holds.</summary>
    Ended,
}
