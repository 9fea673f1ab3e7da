namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>What the hospital's policy does with a label, the strictest last. Stored in the trail by name: never rename.</summary>
public enum SensitivityLevel
{
    /// <summary>Shown as anything else.</summary>
    Open,

    /// <summary>Shown in an emergency access only.</summary>
    EmergencyOnly,

    /// <summary>Never shown in the portal.</summary>
    Closed,
}
