namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>The coded reason of an emergency. Stored by name: never rename.</summary>
public enum EmergencyReason
{
    /// <summary>Immediate danger to the patient.</summary>
    Acute,

    /// <summary>On duty at an out-of-hours post.</summary>
    OutOfHours,

    /// <summary>Standing in for a colleague who gave no delegation.</summary>
    StandIn,

    /// <summary>Something else, explained in own words.</summary>
    Other,
}
