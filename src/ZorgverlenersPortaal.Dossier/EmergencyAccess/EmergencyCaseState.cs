namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>How far the officer is with a case. Stored by name: never rename.</summary>
public enum EmergencyCaseState
{
    /// <summary>Opened together with the record; nobody has judged it yet.</summary>
    Open,
}
